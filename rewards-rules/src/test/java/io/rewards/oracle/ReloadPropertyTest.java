package io.rewards.oracle;

import static io.rewards.oracle.Stall.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.engine.RewardsEngine;
import io.rewards.rules.RulePack;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules and programmes may change at any moment; an outcome is always of one of them and never of two. */
class ReloadPropertyTest {

    private static final int THREADS = 8;
    private static final int VERSIONS = 4;
    private static final int ROUNDS = 50;

    private static final String CLOSED_TODAY = """
            package rules.house;

            import io.rewards.decision.Candidate;
            import io.rewards.decision.DeclineReason;

            global io.rewards.rules.Proposals propose;

            rule "House: the stall gives nothing today"
                @id( HSE-010 )
            when
                $c : Candidate( unitCode == "STALL", scheme == "CLUB" )
            then
                propose.decline( $c, DeclineReason.HOUSE_RULE );
            end
            """;

    @Test
    void everyOutcomeIsOfOneGeneration() {
        RulePack strict = RulePack.builtIn().with("strict", Map.of("house/house.drl", CLOSED_TODAY));
        List<Programme> programmes = IntStream.rangeClosed(1, VERSIONS)
                .mapToObj(ReloadPropertyTest::programme)
                .toList();
        RewardsEngine engine =
                Shopkeeper.engine(programmes.get(0), Stall.OPENING, Shopkeeper.DROOLS, new InMemoryStore());
        AtomicBoolean reloading = new AtomicBoolean(true);
        Set<String> generations = ConcurrentHashMap.newKeySet();

        Threads.act(THREADS, thread -> {
            if (thread == 0) {
                try {
                    changeProgrammes(engine, programmes);
                    engine.reload(strict);
                    changeProgrammes(engine, programmes);
                    engine.reload(RulePack.builtIn());
                    changeProgrammes(engine, programmes);
                } finally {
                    reloading.set(false);
                }
                return;
            }
            for (int i = 0; reloading.get(); i++) {
                String participant = "P-" + thread + "-" + i / 50;
                if (i % 50 == 0) {
                    Stall.join(engine, participant);
                }
                Outcome outcome = engine.evaluate(Stall.purchase(thread + "-" + i, participant));
                boolean closed = outcome.pack().equals(strict.hash());
                assertThat(outcome.verdicts()).isEqualTo(expected(Integer.parseInt(outcome.programme()), closed));
                generations.add(outcome.programme() + outcome.pack());
            }
        });

        assertThat(generations).hasSizeGreaterThan(2);
    }

    private static void changeProgrammes(RewardsEngine engine, List<Programme> programmes) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            engine.reload(programmes.get(round % programmes.size()));
            Thread.sleep(2);
        }
    }

    /** Version n has n offers, each of which awards n. */
    private static Programme programme(int version) {
        List<Offer> offers = new ArrayList<>();
        for (int number = 1; number <= version; number++) {
            offers.add(Stall.offer(number, eur(version + ".00"), List.of()));
        }
        return Stall.programme(Integer.toString(version), offers);
    }

    private static List<Verdict> expected(int version, boolean closed) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int number = 1; number <= version; number++) {
            String code = "OFFER-" + number;
            verdicts.add(
                    closed
                            ? new Verdict.Declined(
                                    code,
                                    List.of(Decline.of(
                                            "HSE-010",
                                            "House: the stall gives nothing today",
                                            DeclineReason.HOUSE_RULE)))
                            : new Verdict.Granted(code, "TRX-010", eur(version + ".00"), eur(version + ".00")));
        }
        return verdicts;
    }
}
