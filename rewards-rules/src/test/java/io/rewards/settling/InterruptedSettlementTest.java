package io.rewards.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.SettlementDefinition;
import io.rewards.engine.RewardsEngine;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run of settlements that is killed at any point goes on where it stopped, and so does telling the host. */
class InterruptedSettlementTest {

    private static final Instant ON = ThreeMerchants.ON;
    private static final SettlementDefinition ALL = SettlementDefinition.ofEverybody("ALL");

    /** The process dies. */
    private static final class Killed extends Error {}

    private final InMemoryStore store = new InMemoryStore();
    private int left = Integer.MAX_VALUE;
    private boolean after;

    private RewardsEngine engine() {
        RewardsStore killing = killing(RewardsStore.class, store);
        return RewardsEngine.builder(ThreeMerchants.programme(), killing, () -> ON)
                .withRules(DroolsRuleCompiler.builtIn())
                .build();
    }

    /** Kills right before or right after the last call that is left. */
    private <T> T killing(Class<T> type, T behind) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean last = left == 1;
                    left -= left == Integer.MAX_VALUE ? 0 : 1;
                    if (left < 0 || (last && !after)) {
                        throw new Killed();
                    }
                    Object answer;
                    try {
                        answer = method.invoke(behind, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (last) {
                        throw new Killed();
                    }
                    return answer instanceof MerchantBooks books ? killing(MerchantBooks.class, books) : answer;
                }));
    }

    @Test
    void whereverARunIsKilledTheNextOneEndsIt() {
        int points = 0;
        for (boolean afterwards : new boolean[] {false, true}) {
            after = afterwards;
            for (int killedAt = 1; isKilledAt(killedAt); killedAt++) {
                points++;
            }
        }
        assertThat(points).isGreaterThan(40);
    }

    /** False where the run ended before. */
    private boolean isKilledAt(int call) {
        InterruptedSettlementTest fresh = new InterruptedSettlementTest();
        fresh.after = after;
        return fresh.run(call);
    }

    private boolean run(int call) {
        RewardsEngine engine = engine();
        ThreeMerchants.live(engine);
        List<String> booked = new ArrayList<>();
        boolean killed = false;
        left = call;
        try {
            engine.settlements().run(ALL, ON, document -> {});
            engine.settlements().deliver(settlement -> booked.add(settlement.name()));
        } catch (Killed e) {
            killed = true;
        }
        left = Integer.MAX_VALUE;
        Instant later = ON.plusSeconds(600);
        RewardsEngine next = RewardsEngine.builder(engine.programme(), store, () -> later)
                .withRules(DroolsRuleCompiler.builtIn())
                .build();

        SettlementReport report = next.settlements().run(ALL, ON, document -> {});
        next.settlements().deliver(settlement -> booked.add(settlement.name()));

        assertThat(report.failures()).isEmpty();
        assertThat(report.posted()).extracting(Settlement::merchant).containsExactly("A", "B", "C");
        assertThat(report.posted())
                .extracting(each -> each.sums().get(0).after().toString())
                .containsExactly("-1.42 EUR", "-1.50 EUR", "-1.50 EUR");
        assertThat(booked).contains("A/" + "2026-02-01T00:00:00Z%2FALL").hasSizeBetween(3, 4);
        assertThat(next.settlements().history("A", 0, 10)).hasSize(1);
        assertThat(next.ledger().verify().problems()).isEmpty();
        return killed;
    }
}
