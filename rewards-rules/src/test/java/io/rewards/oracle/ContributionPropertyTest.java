package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.ledger.Share;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Lot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What merchants give to awards of random purchases, against all ranks written down one after the other. Domain 7.3. */
class ContributionPropertyTest {

    /** One thing that could decide: where it ranks, how near its agreement is, what it gives and what it is called. */
    private record Say(int rank, int distance, BigDecimal percentage, String agreement, String rule) {}

    private static final Comparator<Say> FIRST = Comparator.comparing(Say::rank)
            .thenComparing(Say::distance)
            .thenComparing(Comparator.comparing(Say::percentage).reversed())
            .thenComparing(Say::rule);

    @Test
    void merchantsGiveWhatTheFirstOfAllRanksSays() {
        Map<Integer, Integer> seen = new TreeMap<>();
        Cases.histories(400, history -> {
            Programme programme = history.programme();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.BY_HAND);
            Map<String, String> registered = new HashMap<>();
            Cases.events(history.events(), event -> {
                Optional<Outcome> outcome = shopkeeper.evaluate(event);
                if (event instanceof ParticipantRegistered) {
                    registered.putIfAbsent(event.participant(), event.unit());
                }
                if (outcome.isPresent() && event instanceof Purchase purchase) {
                    outcome.get().granted().forEach(granted -> {
                        Offer offer = offer(programme, granted.offer());
                        if (offer.spendMethod() != SpendMethod.SPEND_INSTANTLY) {
                            NaivePurchase sale = new NaivePurchase(
                                    programme, purchase, outcome.get().processedOn());
                            check(programme, offer, sale, granted, registered.get(event.participant()))
                                    .ifPresent(rank -> seen.merge(rank, 1, Integer::sum));
                            booked(outcome.get(), granted);
                        }
                    });
                }
            });
        });
        assertThat(seen.keySet()).contains(1, 2, 3, 4, 5, 6, 7);
    }

    private static Optional<Integer> check(
            Programme programme, Offer offer, NaivePurchase sale, Verdict.Granted granted, String registeredAt) {
        NaiveAgreement agreed = new NaiveAgreement(programme, sale.purchase().unit());
        if (!agreed.isThere()) {
            assertThat(granted.contribution()).isEmpty();
            return Optional.empty();
        }
        List<Say> said = new ArrayList<>();
        for (int distance = 0; distance < agreed.heard().size(); distance++) {
            Agreement agreement = agreed.heard().get(distance);
            boolean unit = !agreement.unit().isEmpty();
            for (ContributionRule rule : agreement.contributions()) {
                boolean conditions = !rule.when().equals(ContributionRule.When.ALWAYS);
                boolean forThis = rule.offers().contains(offer.code());
                if (holds(rule.when(), offer, sale, granted, agreed.isOwn(registeredAt))
                        && (forThis || rule.offers().isEmpty())) {
                    // A group's rules and contribution come together, the nearest group first.
                    int rank = forThis ? conditions ? 1 : 2 : unit ? 3 : 5;
                    said.add(new Say(
                            rank == 5 ? 5 + 10 * distance : rank,
                            distance,
                            rule.percentage().value(),
                            agreement.code(),
                            rule.code()));
                }
            }
            if (agreement.terms().contribution().isPresent()) {
                said.add(new Say(
                        unit ? 4 : 6 + 10 * distance,
                        distance,
                        agreement.terms().contribution().get().value(),
                        agreement.code(),
                        ""));
            }
        }
        said.add(new Say(1000, 0, BigDecimal.valueOf(100), agreed.heard().get(0).code(), ""));
        Say first = said.stream().min(FIRST).orElseThrow();
        assertThat(granted.contribution()).isPresent();
        assertThat(granted.contribution().get().rule()).isEqualTo(first.rule());
        assertThat(granted.contribution().get().agreement()).isEqualTo(first.agreement());
        BigDecimal exact =
                granted.amount().decimal().multiply(first.percentage()).movePointLeft(2);
        BigDecimal rounded = exact.setScale(
                granted.amount().denomination().scale(),
                programme.settings().rounding().mode());
        assertThat(granted.contribution().get().amount().decimal())
                .isEqualByComparingTo(rounded.min(granted.amount().decimal()));
        return Optional.of(first.rank() == 1000 ? 7 : first.rank() % 10);
    }

    private static boolean holds(
            ContributionRule.When when, Offer offer, NaivePurchase sale, Verdict.Granted granted, boolean own) {
        boolean holds = when.times().equals(WeeklyTimes.ALWAYS) || NaiveTime.open(when.times(), sale.clock());
        if (!when.products().equals(ProductSelection.ALL)) {
            List<NaivePurchase.Line> lines = new ArrayList<>(sale.lines(offer));
            sale.sets(offer).ifPresent(sets -> lines.removeIf(line -> !sets.has(line)));
            holds &= lines.stream().anyMatch(line -> NaivePurchase.selected(when.products(), line));
        }
        if (when.participants().isPresent()) {
            holds &= own == (when.participants().get() == ContributionRule.Whose.OWN);
        }
        if (when.awardFrom().isPresent()) {
            holds &= when.awardFrom()
                            .get()
                            .denomination()
                            .equals(granted.amount().denomination())
                    && granted.amount().units() >= when.awardFrom().get().units();
        }
        if (when.awardTo().isPresent()) {
            holds &= when.awardTo().get().denomination().equals(granted.amount().denomination())
                    && granted.amount().units() <= when.awardTo().get().units();
        }
        return holds;
    }

    /** The lot has it as the verdict says, where there is anything. */
    private static void booked(Outcome outcome, Verdict.Granted granted) {
        for (Lot lot : outcome.lots()) {
            if (lot.provenance().offer().equals(granted.offer())) {
                assertThat(lot.provenance().givers().stream().map(Share::amount))
                        .isEqualTo(granted.contribution().stream()
                                .map(given -> given.amount())
                                .filter(amount -> amount.isPositive())
                                .toList());
            }
        }
    }

    private static Offer offer(Programme programme, String code) {
        return programme.offers().stream()
                .filter(offer -> offer.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
