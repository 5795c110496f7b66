package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeAdvice;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.participant.Secret;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every programme of the recipes is read, and what their tables say is done and comes of it. */
final class RecipesDocumentTest {

    private static final int MOST_LINES = 29;
    private static final Pattern RECIPE =
            Pattern.compile("## (.+?)\n(.+?)```yaml\n(.+?)```\n+((?:\\|[^\n]*\n)+)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| (\\S+) (\\S+) \\| (\\w+) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern GOODS = Pattern.compile("(\\d+) ([A-Z-]+)(?: ([0-9.]+))?");

    /** One recipe. */
    record Recipe(String name, String programme, List<Step> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Who does what, and what the wallet holds then. */
    record Step(LocalDateTime when, String who, String does, String has) {}

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        Matcher recipe = RECIPE.matcher(Files.readString(Path.of("../docs/recipes.md")));
        while (recipe.find()) {
            List<Step> steps = new ArrayList<>();
            Matcher row = ROW.matcher(recipe.group(4));
            while (row.find()) {
                if (row.group(1).matches("\\d{4}-.*")) {
                    LocalDateTime when = LocalDateTime.parse(row.group(1) + "T" + row.group(2));
                    steps.add(new Step(when, row.group(3), row.group(4), row.group(5)));
                }
            }
            recipes.add(new Recipe(recipe.group(1), recipe.group(3), steps));
        }
        return recipes;
    }

    @Test
    void thereAreTen() throws IOException {
        assertThat(recipes())
                .hasSize(10)
                .allSatisfy(
                        recipe -> assertThat(recipe.steps()).as(recipe.name()).hasSizeGreaterThan(2));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeIsShortAndNeedsNoAdvice(Recipe recipe) {
        assertThat(recipe.programme().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(ProgrammeAdvice.of(ProgrammeReader.read("recipe", recipe.programme())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void whatTheTableSaysComesOfIt(Recipe recipe) {
        Street street = new Street(ProgrammeReader.read("recipe", recipe.programme()));
        for (Step step : recipe.steps()) {
            street.does(step);
            assertThat(street.has(step.who(), step.when())).as(step.toString()).isEqualTo(step.has());
        }
    }

    /** A shop of a recipe and its customers. */
    private static final class Street {

        private final Programme programme;
        private final InMemoryStore store = new InMemoryStore();
        private final RewardsEngine engine;
        private final EventReader reader;
        private int events;
        private String purchase = "";
        private String bought = "";

        Street(Programme programme) {
            this.programme = programme;
            engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                    .withRules(Shop.RULES)
                    .withVoucherKey(VoucherKey.of("for the recipes only".getBytes(StandardCharsets.UTF_8)))
                    .build();
            reader = new EventReader(programme);
        }

        void does(Step step) {
            String does = step.does();
            if (does.equals("waits")) {
                return;
            }
            if (does.startsWith("joins")) {
                String tier = does.replaceAll(".* in ([A-Z]+).*|.*", "$1");
                String born = does.replaceAll(".* born (\\S+)|.*", "$1");
                event(
                        step,
                        "participant_registered",
                        ",\"profile\":{\"name\":\"" + step.who() + "\""
                                + (tier.isEmpty() ? "" : ",\"tier\":\"" + tier + "\"")
                                + (born.isEmpty() ? "" : ",\"dateOfBirth\":\"" + born + "\"") + "}");
            } else if (does.startsWith("buys ")) {
                bought = does.substring("buys ".length());
                purchase = event(step, "purchase", ",\"lines\":[" + lines() + "]");
            } else if (does.startsWith("brings back ")) {
                Matcher goods = GOODS.matcher(does);
                assertThat(goods.find()).isTrue();
                event(
                        step,
                        "goods_return",
                        ",\"lines\":[{\"purchase\":\"" + purchase + "\",\"line\":\"" + place(goods.group(2))
                                + "\",\"quantity\":" + goods.group(1) + "}]");
            } else if (does.startsWith("spends ")) {
                event(
                        step,
                        "spend_requested",
                        ",\"purchase\":\"" + purchase + "\",\"amount\":\"" + does.substring("spends ".length()) + "\"");
            } else if (does.startsWith("exchanges ")) {
                event(
                        step,
                        "points_exchanged",
                        ",\"from\":\"PTS\",\"to\":\"EUR\",\"amount\":\"" + does.substring("exchanges ".length())
                                + "\"");
            } else if (does.startsWith("refers ")) {
                event(
                        new Step(step.when(), does.substring("refers ".length()), "", ""),
                        "referral",
                        ",\"referrer\":\"" + step.who() + "\"");
            } else if (does.equals("uses the voucher")) {
                Lot voucher = account(step.who()).lots().get(0);
                String hash = Secret.hashOf(engine.participants().voucherCode(voucher.id()));
                event(step, "voucher_used", ",\"codeHash\":\"" + hash + "\",\"purchase\":\"" + purchase + "\"");
            } else {
                throw new AssertionError("Nobody knows how somebody does this: " + does);
            }
        }

        String has(String who, LocalDateTime when) {
            String has = Balance.of(account(who).wallet(), instant(when)).stream()
                    .map(Balance::total)
                    .filter(Amount::isPositive)
                    .map(Amount::toString)
                    .collect(Collectors.joining(" and "));
            return has.isEmpty() ? "nothing" : has;
        }

        private Account account(String who) {
            return store.account(who).orElseThrow();
        }

        private Instant instant(LocalDateTime when) {
            return when.atZone(programme.settings().zone()).toInstant();
        }

        private String event(Step step, String type, String says) {
            String id = "E" + ++events;
            CustomerEvent event = reader.read(
                    id,
                    "{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"participant\":\""
                            + step.who() + "\",\"unit\":\""
                            + programme.units().get(0).code() + "\",\"performedOn\":\""
                            + instant(step.when()) + "\"" + says + "}");
            Outcome outcome = engine.evaluate(event.withHeader(event.header().receivedOn(event.performedOn())));
            assertThat(outcome.problems()).as(step.toString()).isEmpty();
            return id;
        }

        private String lines() {
            List<String> lines = new ArrayList<>();
            Matcher goods = GOODS.matcher(bought);
            while (goods.find()) {
                lines.add("{\"product\":\"" + goods.group(2) + "\",\"quantity\":" + goods.group(1) + ",\"total\":\""
                        + goods.group(3) + "\"}");
            }
            return String.join(",", lines);
        }

        /** The place of a product among the lines of what was bought last. */
        private int place(String product) {
            List<String> products =
                    GOODS.matcher(bought).results().map(each -> each.group(2)).toList();
            return products.indexOf(product) + 1;
        }
    }
}
