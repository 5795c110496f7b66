package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.rules.RulePack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the cases beside the built-in rules, and shows that the walker notices what is wrong with cases. */
class RuleCasesTest {

    private static final CaseReport BUILT_IN = RuleCases.run(RulePack.builtIn());

    @TestFactory
    List<DynamicTest> everyCaseOfTheBuiltInRulesPasses() {
        return BUILT_IN.results().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.file() + ": " + result.name(),
                        () -> assertThat(result.failures()).isEmpty()))
                .toList();
    }

    @Test
    void everyBuiltInRuleFiresInACase() {
        assertThat(BUILT_IN.rulesWithoutCase()).isEmpty();
        assertThat(BUILT_IN.passed()).isTrue();
        assertThat(BUILT_IN.results()).hasSizeGreaterThan(25);
    }

    @Test
    void aCaseThatExpectsAnotherAwardFails() {
        assertThat(failuresWith("award: 2.50 EUR, rule: TRX-010", "award: 2.51 EUR, rule: TRX-010"))
                .containsExactly("The offer (FIVE) awards 2.50 EUR by TRX-010, not 2.51 EUR by TRX-010.");
    }

    @Test
    void aCaseThatExpectsAnotherDistanceFails() {
        assertThat(failuresWith(
                        "actual: \"49.99 EUR\", required: \"50.00 EUR\", distance: \"0.01 EUR\"",
                        "distance: \"0.02 EUR\""))
                .containsExactly("The offer (FIVE) is declined by TRX-020 with distance (0.01 EUR), not (0.02 EUR).");
    }

    @Test
    void aCaseThatExpectsAnAwardOrADeclineThatDoesNotComeFails() {
        assertThat(failuresWith("award: 2.50 EUR, rule: TRX-010", "declined: [{rule: TRX-020, reason: BELOW_MINIMUM}]"))
                .containsExactly("The offer (FIVE) is granted by TRX-010, not declined.");
        assertThat(failuresWith(
                        "declined: [{rule: TRX-020, reason: BELOW_MINIMUM, actual: \"49.99 EUR\","
                                + " required: \"50.00 EUR\", distance: \"0.01 EUR\"}]",
                        "award: 2.50 EUR, rule: TRX-010"))
                .containsExactly("The offer (FIVE) is declined: The purchase counts 49.99 EUR: 0.01 EUR less than the"
                        + " minimum of 50.00 EUR.");
    }

    @Test
    void anAwardThatNoCaseExpectsFails() {
        assertThat(failuresWith(
                        "{offer: TEN, award: 10.00 EUR, rule: TRX-010}",
                        "{offer: TEN, award: 10.00 EUR, rule: TRX-010}"))
                .isEmpty();
        assertThat(failuresWith("      - {offer: TEN, award: 10.00 EUR, rule: TRX-010}\n", ""))
                .containsExactly("The offer (TEN) awards 10.00 EUR, which the case does not expect.");
        assertThat(failuresWith("payable: 490.00 EUR", "payable: 489.99 EUR"))
                .containsExactly("The purchase leaves 490.00 EUR to pay, not 489.99 EUR.");
    }

    @Test
    void anAwardThatNoCaseExpectsIsNoFailureWhereOthersMayAward() {
        String without = CASES.replace("      - {offer: TEN, award: 10.00 EUR, rule: TRX-010}\n", "");
        assertThat(failuresWith(without)).hasSize(1);
        assertThat(failuresWith("othersMayAward: true\n" + without)).isEmpty();
        assertThat(failuresWith("othersMayAward: false\n" + without)).hasSize(1);
    }

    @Test
    void aCaseThatCannotBeReadFailsWithEverythingThatIsWrong() {
        assertThat(failuresWith("total: \"50.00\"", "totall: \"50.00\""))
                .hasSize(1)
                .allSatisfy(failure -> assertThat(failure).startsWith("cases[0].event.lines"));
        assertThat(failuresWith("offer: FIVE, award", "offer: FIFE, award"))
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure).contains("The offer (FIFE) is not in the programme of the cases."));
        assertThat(failuresWith("cases:", "caces:")).isNotEmpty();
    }

    @Test
    void sinceBelongsToVisitsAndIsADay() {
        assertThat(failuresWith("payable: 490.00 EUR", "since: 2024-02-28"))
                .anySatisfy(failure -> assertThat(failure)
                        .contains("Only a case whose event is a participant_visited can say since."));
        assertThat(failuresWith("payable: 490.00 EUR", "since: yesterday"))
                .anySatisfy(failure ->
                        assertThat(failure).contains("The day (yesterday) must be written like 2024-02-28."));
    }

    @Test
    void whatTheEngineRaisesByItselfIsNoHistoryButForRuns() {
        assertThat(failuresWith("{type: scheme_sign_up, scheme: CLUB,", "{type: first_award,"))
                .anySatisfy(failure -> assertThat(failure).contains("is one that the engine raises by itself"));
        assertThat(failuresWith("{type: scheme_sign_up, scheme: CLUB,", "{type: participant_visited, run: NIGHT,"))
                .anySatisfy(failure -> assertThat(failure).contains("is declined: The participant has not signed up"));
    }

    @Test
    void aRuleWithoutACaseFailsThePack() {
        String rule = RulePack.builtIn().files().get(FOLDER + ".drl");
        RulePack without = RulePack.builtIn()
                .with(
                        "without",
                        Map.of(FOLDER + ".cases.yaml", CASES.substring(0, CASES.indexOf("\n  - name: one cent"))));
        assertThat(rule).contains("TRX-030");
        CaseReport report = RuleCases.run(without);
        assertThat(report.rulesWithoutCase()).containsExactly("TRX-020", "TRX-030");
        assertThat(report.passed()).isFalse();
    }

    private static final String FOLDER = "increase_revenue_transaction_based/increase_revenue_transaction_based";
    private static final String CASES = RulePack.builtIn().cases().get(FOLDER + ".cases.yaml");

    private static List<String> failuresWith(String old, String changed) {
        assertThat(CASES).contains(old);
        return failuresWith(CASES.replace(old, changed));
    }

    private static List<String> failuresWith(String cases) {
        RulePack pack = RulePack.builtIn().with("changed", Map.of(FOLDER + ".cases.yaml", cases));
        return RuleCases.run(pack).results().stream()
                .flatMap(result -> result.failures().stream())
                .toList();
    }
}
