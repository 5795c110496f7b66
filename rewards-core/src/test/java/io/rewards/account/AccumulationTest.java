package io.rewards.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccumulationTest {

    private static final TimeSpan THIRTY_DAYS = new TimeSpan(30, SpanUnit.DAYS);

    private final List<Counted> open = new ArrayList<>();

    @Test
    void theWindowOpensWithTheFirstPurchaseAndEndsOutside() {
        buy("2024-01-01", 4000);
        buy("2024-01-12", 3500);
        assertThat(add("2024-01-30", 3000, 10_000).reached()).isTrue();
        assertThat(add("2024-01-31", 3000, 10_000))
                .returns(false, Accumulation::reached)
                .returns(6500L, Accumulation::sum)
                .returns(Instant.parse("2024-02-11T00:00:00Z"), Accumulation::windowEnds);
    }

    @Test
    void theTargetItselfIsEnough() {
        buy("2024-01-01", 40);
        assertThat(add("2024-01-02", 59, 100).reached()).isFalse();
        assertThat(add("2024-01-02", 60, 100).reached()).isTrue();
        assertThat(add("2024-01-02", 61, 100).reached()).isTrue();
    }

    @Test
    void wholePurchasesAreUsedUpWithoutCarry() {
        buy("2024-01-01", 40);
        Accumulation result = add("2024-01-02", 90, 100);
        assertThat(result.used()).containsExactly(counted("2024-01-01", 40), counted("2024-01-02", 90));
        assertThat(result.unused()).isEmpty();
        assertThat(result.carriedUntil()).isEmpty();
    }

    @Test
    void piecesBeyondTheTargetAreCarried() {
        buy("2024-01-01", 4);
        buy("2024-01-02", 5);
        Accumulation result = carry("2024-01-03", 3, 10);
        assertThat(result.times()).isEqualTo(1);
        assertThat(result.unused()).containsExactly(counted("2024-01-03", 2));
        assertThat(result.carried()).isEqualTo(2);
        assertThat(result.carriedUntil()).contains(Instant.parse("2024-02-02T00:00:00Z"));
    }

    @Test
    void oneLargePurchaseReachesTheTargetSeveralTimes() {
        buy("2024-01-01", 4);
        Accumulation result = carry("2024-01-03", 29, 10);
        assertThat(result.times()).isEqualTo(3);
        assertThat(result.unused()).containsExactly(counted("2024-01-03", 3));
    }

    @Test
    void exactlyTheTargetCarriesNothing() {
        Accumulation result = carry("2024-01-03", 20, 10);
        assertThat(result.times()).isEqualTo(2);
        assertThat(result.unused()).isEmpty();
    }

    @Test
    void aLatePurchaseCountsWhereItsDatePutsIt() {
        buy("2024-01-10", 30);
        buy("2024-01-20", 30);
        Accumulation late = add("2024-01-15", 40, 100);
        assertThat(late.reached()).isTrue();
        assertThat(late.used())
                .containsExactly(counted("2024-01-10", 30), counted("2024-01-15", 40), counted("2024-01-20", 30));
    }

    @Test
    void aLatePurchaseBeforeTheOthersOpensTheWindow() {
        buy("2024-02-10", 60);
        assertThat(add("2024-01-12", 40, 100).reached()).isTrue();
        assertThat(add("2024-01-11", 40, 100).reached()).isFalse();
    }

    @Test
    void aLatePurchaseUsesUpOnlyWhatCameUntilTheTargetWasReached() {
        buy("2024-01-10", 60);
        buy("2024-01-20", 30);
        Accumulation late = add("2024-01-05", 40, 100);
        assertThat(late.used()).containsExactly(counted("2024-01-05", 40), counted("2024-01-10", 60));
        assertThat(late.unused()).containsExactly(counted("2024-01-20", 30));
    }

    @Test
    void purchasesOfOldWindowsStayForLatePurchasesOfTheirTime() {
        buy("2023-06-01", 50);
        Accumulation now = add("2024-01-05", 100, 100);
        assertThat(now.unused()).containsExactly(counted("2023-06-01", 50));
    }

    @Test
    void theSamePurchaseCountsOnce() {
        buy("2024-01-10", 60);
        assertThat(add("2024-01-10", 60, 100).sum()).isEqualTo(60);
    }

    private void buy(String day, long units) {
        open.add(counted(day, units));
    }

    private Accumulation add(String day, long units, long target) {
        return Accumulation.of(open, counted(day, units), target, THIRTY_DAYS, false, ZoneOffset.UTC);
    }

    private Accumulation carry(String day, long units, long target) {
        return Accumulation.of(open, counted(day, units), target, THIRTY_DAYS, true, ZoneOffset.UTC);
    }

    private static Counted counted(String day, long units) {
        return new Counted(EventKey.of(day), Instant.parse(day + "T00:00:00Z"), units);
    }
}
