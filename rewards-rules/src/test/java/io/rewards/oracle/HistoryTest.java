package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.wallet.Lot;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The drawn histories are worth drawing: what may happen happens in them. */
class HistoryTest {

    private static final int HISTORIES = 200;

    /** Reasons that only rules of a programme's own give. */
    private static final Set<DeclineReason> OF_OWN_RULES = Set.of(
            DeclineReason.HOUSE_RULE,
            DeclineReason.CONDITION_NOT_MET,
            DeclineReason.NO_RULE_GRANTS,
            DeclineReason.MERCHANT_BUDGET_USED_UP);

    /** Reasons that only offers give that are not about purchases; those of histories all are. */
    private static final Set<DeclineReason> OF_OTHER_OFFERS =
            EnumSet.range(DeclineReason.OTHER_EVENT, DeclineReason.NOT_MATURE);

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void aSeedAlwaysGivesTheSameHistory() {
        Cases.seeds(5, seed -> assertThat(History.of(seed)).isEqualTo(History.of(seed)));
    }

    @Test
    void everythingThatMayHappenHappens() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            History history = History.of(seed);
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.BY_HAND);
            for (CustomerEvent event : history.events()) {
                shopkeeper
                        .decidedNow(event)
                        .ifPresent(purchase ->
                                shopkeeper.verdictsOnAll(purchase).values().forEach(this::note));
                Optional<Outcome> outcome = shopkeeper.evaluate(event);
                note(outcome.map(known -> known.status().name()).orElse("REUSED"));
                outcome.ifPresent(known -> note(known, history.programme()));
            }
        }
        for (DeclineReason reason : DeclineReason.values()) {
            if (!OF_OWN_RULES.contains(reason) && !OF_OTHER_OFFERS.contains(reason)) {
                assertThat(seen).containsKey(reason.name());
            }
        }
        for (Classification classification : Classification.values()) {
            if (classification.isAboutPurchases()) {
                assertThat(seen).containsKey(classification.name());
            }
        }
        assertThat(seen)
                .containsKeys(
                        "PROCESSED",
                        "QUEUED",
                        "REFUSED",
                        "REUSED",
                        "award cut by a cap",
                        "discount",
                        "discount and rest",
                        "award of several purchases",
                        "award that a late purchase completes",
                        "progress carried",
                        "pending money");
    }

    private void note(Verdict verdict) {
        if (verdict instanceof Verdict.Declined declined) {
            declined.declines().forEach(decline -> note(decline.reason().name()));
        }
    }

    private void note(Outcome outcome, Programme programme) {
        outcome.verdicts().forEach(this::note);
        outcome.granted().forEach(granted -> {
            note(offer(programme, granted.offer()).classification().name());
            if (granted.amount().compareTo(granted.wished()) < 0) {
                note("award cut by a cap");
            }
        });
        outcome.instantSpends().forEach(spend -> note("discount"));
        for (Lot lot : outcome.lots()) {
            if (lot.remaining().compareTo(lot.awarded()) < 0) {
                note("discount and rest");
            }
            if (lot.provenance().sources().size() > 1) {
                note("award of several purchases");
                if (!lot.provenance()
                        .sources()
                        .get(lot.provenance().sources().size() - 1)
                        .event()
                        .equals(outcome.event())) {
                    note("award that a late purchase completes");
                }
            }
        }
        outcome.progress().forEach(progress -> {
            if (progress.until().isPresent()
                    && outcome.granted().anyMatch(granted -> granted.offer().equals(progress.offer()))) {
                note("progress carried");
            }
        });
        outcome.balances().forEach(balance -> {
            if (balance.pending().isPositive()) {
                note("pending money");
            }
        });
    }

    private static Offer offer(Programme programme, String code) {
        return programme.offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void note(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
