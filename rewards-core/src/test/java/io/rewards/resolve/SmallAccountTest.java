package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Holder;
import io.rewards.account.OpenEvent;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Grant;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendWish;
import io.rewards.kind.EventKinds;
import io.rewards.offer.OfferKinds;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.LotOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An account is as large as what is open in it, however old it is. */
class SmallAccountTest {

    private static final Instant START = Instant.parse("2024-03-05T12:00:00Z");
    private static final Context CONTEXT = new Context(
            new Shelf(Map.of()),
            (offer, moment) -> {
                throw new AssertionError(
                        "Nobody has to ask the rules about " + moment.event().key() + ".");
            },
            new WalletRules(LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY), lot -> lot));

    /** Spent at once, spent with the next purchase, and never reached because its window closes too soon. */
    private final List<Offer> offers = List.of(
            Programmes.any(1, "NOW")
                    .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                    .build(),
            count(2, "OFTEN", 2, 30),
            count(3, "NEVER", 4, 7));

    private final Catalogue catalogue = Catalogue.of(Programmes.with(offers.toArray(Offer[]::new)));
    private final Holder holder = new Holder(Participant.registered("ANNA", START, "U1", Profile.EMPTY));

    @Test
    void whatIsSpentAndCountedAndDecidedIsNotInTheAccount() {
        happen(0, 40);
        Sizes young = Sizes.of(holder.account());
        assertThat(young).isEqualTo(new Sizes(1, 2, 1));
        happen(40, 400);
        assertThat(Sizes.of(holder.account())).isEqualTo(young);
        assertThat(holder.past().inheritance().lots()).hasSize(599);
        assertThat(closed()).hasSize(398);
    }

    @Test
    void whatIsOverIsInThePastAsManyTimesAsItHappened() {
        happen(0, 40);
        assertThat(holder.past().inheritance().lots()).hasSize(59);
        assertThat(closed()).hasSize(38);
    }

    private record Sizes(int lots, int counted, int open) {

        static Sizes of(Account account) {
            assertThat(account.counters().collected()).isEmpty();
            return new Sizes(
                    account.lots().size(),
                    account.counters().counted().values().stream()
                            .mapToInt(List::size)
                            .sum(),
                    account.open().size());
        }
    }

    private List<Counted> closed() {
        return holder.past().counted("NEVER", Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE);
    }

    /** A purchase every four days; what waits for a run is decided before the next. */
    private void happen(int from, int to) {
        for (int i = from; i < to; i++) {
            Instant on = START.plus(Duration.ofDays(4L * i));
            Purchase bought = Purchase.of(
                    EventHeader.of("P" + i, "ANNA", "U1", on), PurchaseLine.of("1", "MILK", 1, eur("9.00")));
            holder.set(holder.account().without(EventKey.of("P" + (i - 1))));
            Situation situation = EventKinds.interactive(
                    Moment.of(i % 2 == 0 ? bought.spending(SpendWish.ALL) : bought, holder.loaded(), catalogue, on));
            List<Answer> answers = OfferKinds.candidates(situation, offers).stream()
                    .map(SmallAccountTest::answer)
                    .toList();
            holder.add(Posting.of(situation, answers, Resolver.of(situation, answers, Map.of()), "pack", CONTEXT));
            holder.set(holder.account().with(new OpenEvent(bought.key(), on, Set.of())));
        }
    }

    private static Answer answer(Candidate candidate) {
        boolean reached = !(candidate instanceof AccumulatingCandidate accumulating)
                || accumulating.accumulation().reached();
        return reached
                ? new Answer(candidate, List.of(new Grant("R", eur("1.00"))), List.of())
                : new Answer(candidate, List.of(), List.of(Decline.of("R", "R", DeclineReason.TARGET_NOT_REACHED)));
    }

    private static Offer count(long number, String code, int target, int days) {
        Terms terms = new Terms.CountLoyalty(target, new TimeSpan(days, SpanUnit.DAYS));
        return Programmes.any(number, code)
                .withType(terms.classification().name())
                .withTerms(terms)
                .withAward(new Award.FixedAmount(eur("1.00")))
                .build();
    }
}
