package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.rules.RuleSet;
import io.rewards.run.RunReport;
import io.rewards.wallet.Reclaim;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The benchmark measures what it says it does, at any age. */
class AgeBenchmarkTest {

    private static final RuleSet RULES = RuleSets.named("handWritten");

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 110})
    void walletAndAwardsAreTheSameAtAnyAge(int age) {
        Outcome young = new AgedShop(RULES, 1, 10).previewPurchase();
        Outcome old = new AgedShop(RULES, 1, age).previewPurchase();
        assertThat(old.granted().map(Verdict.Granted::offer)).containsExactly("LUNCH", "BASKET", "BEANS");
        assertThat(old.declined().map(Verdict.Declined::offer)).containsExactly("BIG-BASKET", "REGULAR");
        assertThat(old.progress()).hasSize(1);
        assertThat(old.balances()).isEqualTo(young.balances());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 110})
    void spendsReturnsAndVisitsDoTheSameAtAnyAge(int age) {
        AgedShop shop = new AgedShop(RULES, 1, age);
        assertThat(shop.previewSpend().spend().orElseThrow().parts()).hasSize(3);
        assertThat(shop.previewReturnOfRecent().returned().orElseThrow().reclaimed())
                .extracting(Reclaim::offer)
                .containsExactlyInAnyOrder("LUNCH", "BASKET", "BEANS");
        assertThat(shop.previewReturnOfOld().returned().orElseThrow().reclaimed())
                .extracting(Reclaim::offer)
                .containsExactlyInAnyOrder("LUNCH", "BASKET", "BEANS");
        RunReport report = shop.previewVisits();
        assertThat(report.visits()).isEqualTo(1);
        assertThat(report.awards()).isEqualTo(1);
    }

    @Test
    void askingLeavesTheParticipantAsOldAsBefore() {
        AgedShop shop = new AgedShop(RULES, 1, 10);
        Outcome first = shop.previewPurchase();
        shop.previewSpend();
        shop.previewVisits();
        assertThat(shop.today()).isEqualTo(10);
        assertThat(shop.previewPurchase().balances()).isEqualTo(first.balances());
    }

    @Test
    void aCrowdGrowsOldTogether() {
        AgedShop shop = new AgedShop(RULES, 3, 60);
        assertThat(shop.today()).isEqualTo(60);
        shop.buy();
        shop.expire();
        assertThat(shop.today()).isEqualTo(61);
    }

    @Test
    void theBenchmarksRun() throws RunnerException {
        Collection<RunResult> results = ShortRun.of(AgeBenchmark.class.getSimpleName(), Map.of("age", "10"));
        assertThat(results).hasSize(6);
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }
}
