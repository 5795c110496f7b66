package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Grant;
import io.rewards.decision.Measure;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.offer.OfferKinds;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Verdicts on answers made by hand. */
class ResolverTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final List<Cap> BOTH = List.of(Cap.ofAwards(Cap.Of.ALL, 3), Cap.ofAmount(Cap.Of.ALL, eur("10.00")));

    @Test
    void equalAwardsAreWonByTheLowerNumberWhateverTheOrder() {
        Offer low = best(1, "Z");
        Offer high = best(2, "A");
        assertThat(verdicts(Map.of(), low, high).get(0)).isInstanceOf(Verdict.Granted.class);
        assertThat(verdicts(Map.of(), high, low).get(1)).isInstanceOf(Verdict.Granted.class);
        assertThat(decline(verdicts(Map.of(), high, low).get(0)))
                .returns(DeclineReason.BEATEN_BY_BETTER_AWARD, Decline::reason)
                .returns("Z", Decline::by);
    }

    @Test
    void anOfferThatDoesNotCompeteIsNotBeaten() {
        Offer free = Programmes.any(1, "F").build();
        assertThat(verdicts(Map.of(), free, best(2, "A"))).allMatch(Verdict.Granted.class::isInstance);
    }

    @Test
    void aBudgetIsUsedUpByAwardsOrByAmount() {
        assertThat(budget(3, "1.00"))
                .returns(DeclineReason.BUDGET_USED_UP, Decline::reason)
                .returns(Optional.of(new Measure.Count(3)), Decline::actual);
        assertThat(budget(2, "10.00"))
                .returns(DeclineReason.BUDGET_USED_UP, Decline::reason)
                .returns(Optional.of(new Measure.Money(eur("10.00"))), Decline::actual);
    }

    @Test
    void whatIsLeftOfABudgetIsAwarded() {
        Offer capped = capped();
        Verdict verdict = verdicts(Map.of(BudgetName.ofOffer("A"), new Usage(2, eur("9.99"))), capped)
                .get(0);
        assertThat(verdict).isEqualTo(new Verdict.Granted("A", "R", eur("0.01"), eur("1.00")));
    }

    private static Decline budget(long awards, String amount) {
        return decline(verdicts(Map.of(BudgetName.ofOffer("A"), new Usage(awards, eur(amount))), capped())
                .get(0));
    }

    private static Offer capped() {
        return Programmes.any(1, "A").withCaps(BOTH).build();
    }

    private static Offer best(long number, String code) {
        return Programmes.any(number, code).withOnlyIfBest(true).build();
    }

    private static Decline decline(Verdict verdict) {
        return ((Verdict.Declined) verdict).declines().get(0);
    }

    @Test
    void whatWasAwardedInAnotherDenominationCountsAsAwardsOnly() {
        Amount points = new Amount(new Denomination("PTS", 0), 1_000);
        assertThat(verdicts(Map.of(BudgetName.ofOffer("A"), new Usage(2, points)), capped()))
                .containsExactly(new Verdict.Granted("A", "R", eur("1.00"), eur("1.00")));
        assertThat(decline(verdicts(Map.of(BudgetName.ofOffer("A"), new Usage(3, points)), capped())
                        .get(0)))
                .returns(DeclineReason.BUDGET_USED_UP, Decline::reason);
    }

    /** The verdicts where the rules grant 1.00 for each offer. */
    private static List<Verdict> verdicts(Map<BudgetName, Usage> used, Offer... offers) {
        Purchase bought =
                Purchase.of(EventHeader.of("P", "ANNA", "U1", NOON), PurchaseLine.of("1", "MILK", 1, eur("4.00")));
        Situation situation = EventKinds.interactive(Moment.of(
                bought,
                Loaded.of(Account.of(Participant.registered("ANNA", NOON, "U1", Profile.EMPTY))),
                Catalogue.of(Programmes.with(offers)),
                NOON));
        List<Answer> answers = List.of(offers).stream()
                .map(offer -> new Answer(
                        OfferKinds.candidate(situation, offer), List.of(new Grant("R", eur("1.00"))), List.of()))
                .toList();
        return Resolver.of(situation, answers, used).verdicts();
    }
}
