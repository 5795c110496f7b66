package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rewards.attribute.AttributeType;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.effort.Effort;
import io.rewards.rules.AttributeUse;
import io.rewards.rules.RandomShop;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.internal.conf.ConstraintJittingThresholdOption;

class DroolsRuleCompilerTest {

    private static final List<Candidate> CANDIDATES = new RandomShop(7).candidates();

    @Test
    void theBuiltInPackCompilesAndAllItsIdsAreReadBack() {
        RulePack pack = RulePack.builtIn();

        RuleSet rules = DroolsRuleCompiler.compile(pack);

        List<String> written = pack.files().values().stream()
                .flatMap(text ->
                        Pattern.compile("@id\\( (\\S+) \\)").matcher(text).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(rules.ruleIds()).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(written);
        assertThat(rules.hash()).isEqualTo(pack.hash());
        assertThat(rules.attributeUses()).isEmpty();
    }

    @Test
    void compilingLogsNoWarning() {
        assertThat(logged(() -> DroolsRuleCompiler.compile(RulePack.builtIn()).answer(CANDIDATES)))
                .isEmpty();
    }

    @Test
    void aFileOfTheSamePathTakesThePlaceOfABuiltInOne() {
        String path = "increase_revenue_transaction_based/increase_revenue_transaction_based.drl";
        String replacement = RuleTexts.file(RuleTexts.rule(
                "MY-010", "TransactionRevenueCandidate", "base >= minimum", "propose.grant( $c, $c.award() );"));

        RuleSet rules = DroolsRuleCompiler.compile(RulePack.builtIn().with("mine", Map.of(path, replacement)));

        assertThat(rules.ruleIds()).contains("MY-010", "SHR-010").doesNotContain("TRX-010", "TRX-020", "TRX-030");
        assertThat(rules.hash()).isNotEqualTo(RulePack.builtIn().hash());
    }

    @Test
    void anAddedRuleAnswersBesideTheBuiltInOnesAndItsNameIsTheSentence() {
        RuleSet rules = RuleTexts.compile(RuleTexts.rule("HSE-010", "Candidate", "unitCode != \"NOWHERE\""));

        assertThat(rules.answer(CANDIDATES))
                .allSatisfy(answer -> assertThat(answer.declines())
                        .filteredOn(decline -> decline.rule().equals("HSE-010"))
                        .singleElement()
                        .extracting(Decline::sentence)
                        .isEqualTo("House: HSE-010"));
    }

    @Test
    void theAttributesThatRulesReadAreKnownWithTheirTypesAndPlaces() {
        RuleSet rules = RuleTexts.compile(RuleTexts.rule(
                "HSE-010",
                "Candidate",
                "attribute(\"event.channel\") == \"WEB\", has(\"offer.note\"),\n texts(\"line.colour\") contains \"red\","
                        + " number(\"participant.children\") > 2, date(\"event.booked\") < day",
                "propose.decline( $c, DeclineReason.HOUSE_RULE, $c.amount(\"offer.bonus\"), $c.award() );"));

        assertThat(rules.attributeUses())
                .containsExactlyInAnyOrder(
                        use("event.channel", AttributeType.TEXT, 6),
                        new AttributeUse("offer.note", Optional.empty(), RuleTexts.FILE, 6, "HSE-010"),
                        use("line.colour", AttributeType.TEXT, 7),
                        use("participant.children", AttributeType.WHOLE_NUMBER, 7),
                        use("event.booked", AttributeType.DATE, 7),
                        use("offer.bonus", AttributeType.AMOUNT, 9));
        assertThat(use("event.channel", AttributeType.TEXT, 6).accepts(AttributeType.DATE))
                .isFalse();
        assertThat(use("event.channel", AttributeType.TEXT, 6))
                .hasToString("house/house.drl:6 [HSE-010] event.channel");
    }

    @Test
    void compilingWorksWithoutAContextClassLoader() throws InterruptedException {
        requireCompiles(null);
    }

    @Test
    void compilingWorksWithTheContextClassLoaderOfTheSystemAndOfThePlatform() throws InterruptedException {
        requireCompiles(ClassLoader.getSystemClassLoader());
        requireCompiles(ClassLoader.getPlatformClassLoader());
    }

    @Test
    void compilingWorksInTheCommonPool() {
        RuleSet rules = CompletableFuture.supplyAsync(
                        () -> DroolsRuleCompiler.compile(RulePack.builtIn()), ForkJoinPool.commonPool())
                .join();

        assertThat(rules.answer(CANDIDATES)).hasSize(CANDIDATES.size());
    }

    @Test
    void compilingWorksInAClassLoaderThatNoThreadKnows() throws Exception {
        URL[] classPath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(DroolsRuleCompilerTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> pack = loader.loadClass(RulePack.class.getName());
            Class<?> compiler = loader.loadClass(DroolsRuleCompiler.class.getName());
            assertThat(pack).isNotSameAs(RulePack.class);
            CompletableFuture<Object> compiled = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    Object builtIn = pack.getMethod("builtIn").invoke(null);
                    compiled.complete(compiler.getMethod("compile", pack).invoke(null, builtIn));
                } catch (ReflectiveOperationException | LinkageError e) {
                    compiled.completeExceptionally(e);
                }
            });
            thread.setContextClassLoader(null);
            thread.start();
            assertThat(compiled.get(2, TimeUnit.MINUTES).getClass().getClassLoader())
                    .isSameAs(loader);
        }
    }

    @Test
    void conditionsAreCompiledBeforeTheirFirstEvaluation() {
        ConstraintJittingThresholdOption option =
                KieBases.configuration(KieServices.get()).getOption(ConstraintJittingThresholdOption.KEY);

        assertThat(option.getThreshold()).isZero();
    }

    @Test
    void aRuleThatOnlyDroolsFindsWrongIsFoundAmongTheOthersAndToldWithoutItsWords() {
        List<Rule> rules = new ArrayList<>(RuleFileCheck.check(RulePack.builtIn()));
        rules.add(new Rule(
                "BAD-010",
                "Bad",
                "house/house.drl",
                17,
                Candidate.class,
                List.of("nonsense == 1"),
                "propose.decline( $c, DeclineReason.HOUSE_RULE );",
                false,
                List.of()));

        String logged = logged(() -> assertThatExceptionOfType(RuleCompilationException.class)
                .isThrownBy(() -> DroolsRuleCompiler.compile(RulePack.builtIn(), rules))
                .withMessage(
                        "The rule pack (built-in) cannot be used:\nhouse/house.drl:17 [BAD-010] The rule is well formed,"
                                + " but Drools does not compile it. Take its conditions away one by one to find which, and write"
                                + " that one in another way."));

        assertThat(logged).as("what Drools itself says").contains("nonsense");
    }

    @Test
    void severalPacksCompileAtTheSameTime() {
        List<CompletableFuture<RuleSet>> compiling = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String id = "HSE-01" + number;
            compiling.add(CompletableFuture.supplyAsync(
                    () -> RuleTexts.compile(RuleTexts.rule(id, "Candidate", "signedUp"))));
        }
        for (int number = 0; number < 8; number++) {
            assertThat(compiling.get(number).join().ruleIds())
                    .filteredOn(id -> id.startsWith("HSE"))
                    .containsExactly("HSE-01" + number);
        }
    }

    @Test
    void manyReloadsLeaveNoSessionsAndNoOldRulesBehind() throws InterruptedException {
        List<WeakReference<KieBase>> old = new ArrayList<>();
        List<Answer> expected = DroolsRuleCompiler.compile(RulePack.builtIn()).answer(CANDIDATES);
        for (int reload = 0; reload < Effort.of("rewards.reloads", 5, 100); reload++) {
            DroolsRuleSet rules = (DroolsRuleSet) DroolsRuleCompiler.compile(RulePack.builtIn());
            assertThat(rules.answer(CANDIDATES)).isEqualTo(expected);
            assertThat(rules.base().getKieSessions()).isEmpty();
            old.add(new WeakReference<>(rules.base()));
        }
        for (int wait = 0; wait < 100 && reachable(old) > 0; wait++) {
            System.gc();
            Thread.sleep(50);
        }
        assertThat(reachable(old)).isZero();
    }

    @Test
    void aRefusedPackIsToldByNameAndByAllItsProblems() {
        assertThatExceptionOfType(RuleCompilationException.class)
                .isThrownBy(() -> RuleTexts.compile(RuleTexts.rule("HSE-010", "Candidate", "bace == base")))
                .withMessage(
                        "The rule pack (test) cannot be used:\nhouse/house.drl:6 [HSE-010] There is no word (bace) of"
                                + " Candidate. Maybe you meant base.");
    }

    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return logged.toString(StandardCharsets.UTF_8);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static long reachable(List<WeakReference<KieBase>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    private static AttributeUse use(String path, AttributeType type, int line) {
        return new AttributeUse(path, Optional.of(type), RuleTexts.FILE, line, "HSE-010");
    }

    private static void requireCompiles(ClassLoader loader) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        Thread thread = new Thread(() ->
                answers.addAll(DroolsRuleCompiler.compile(RulePack.builtIn()).answer(CANDIDATES)));
        thread.setContextClassLoader(loader);
        thread.start();
        thread.join();
        assertThat(answers).hasSize(CANDIDATES.size());
    }
}
