package io.rewards.offer;

import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.MaturityCandidate;
import io.rewards.decision.SubscriptionState;
import io.rewards.ledger.AwardSubject;
import io.rewards.participant.Subscription;
import io.rewards.past.PastAward;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A subscription that has been effective for long. Source: domain 2.4 C16. */
final class SubscriptionMaturityKind extends VisitedKind<Terms.SubscriptionMaturity, MaturityCandidate> {

    private static final Field<Terms.SubscriptionMaturity, TimeSpan> PERIOD =
            Field.required("period", Type.SPAN, Terms.SubscriptionMaturity::period, "For which, in days or longer.");
    private static final Field<Terms.SubscriptionMaturity, Long> MAXIMUM_INTERRUPTION = Field.usual(
            "maximumInterruption",
            Type.NUMBER,
            0L,
            Terms.SubscriptionMaturity::maximumInterruption,
            "Days of an interruption that do not matter. 0 unless said.");
    private static final Shape<Terms.SubscriptionMaturity> SHAPE = Shape.of(
            "A subscription that has been effective without interruption.",
            said -> new Terms.SubscriptionMaturity(said.of(PERIOD), said.of(MAXIMUM_INTERRUPTION)),
            PERIOD,
            MAXIMUM_INTERRUPTION);

    SubscriptionMaturityKind() {
        super(
                Classification.REWARD_SUBSCRIPTION_MATURITY,
                Terms.SubscriptionMaturity.class,
                MaturityCandidate.class,
                MaturityCandidate::new);
    }

    @Override
    public Shape<Terms.SubscriptionMaturity> shape() {
        return SHAPE;
    }

    @Override
    public Terms.SubscriptionMaturity little(Amount amount, String code) {
        return new Terms.SubscriptionMaturity(new TimeSpan(1, SpanUnit.DAYS), 0);
    }

    @Override
    List<String> asks(Terms.SubscriptionMaturity terms, Offer offer, Words words) {
        return List.of(
                "a subscription of " + words.span(terms.period()) + " without interruption",
                "an interruption of up to " + words.number(terms.maximumInterruption(), "day") + " does not matter");
    }

    @Override
    boolean mayAward(MaturityCandidate candidate) {
        return mayCome(candidate) && !candidate.maturesOn().isAfter(candidate.eventDay());
    }

    @Override
    LocalDate next(MaturityCandidate candidate) {
        LocalDate tomorrow = candidate.eventDay().plusDays(1);
        LocalDate matures = candidate.maturesOn();
        return !mayCome(candidate) ? LocalDate.MAX : matures.isBefore(tomorrow) ? tomorrow : matures;
    }

    private static boolean mayCome(MaturityCandidate candidate) {
        return candidate.subscriptionState() == SubscriptionState.EFFECTIVE && candidate.awardsBefore() == 0;
    }

    @Override
    List<Occasion> occasions(Terms.SubscriptionMaturity terms, Offer offer, Loaded loaded, Occasion.Asked asked) {
        Set<AwardSubject> awarded = loaded.past().awardsOf(offer.code()).stream()
                .map(PastAward::subject)
                .collect(Collectors.toSet());
        return loaded.participant().subscriptions().values().stream()
                .filter(Subscription::isEffective)
                .filter(subscription ->
                        !(asked.builtIn() && awarded.contains(new AwardSubject.OfSubscription(subscription.id()))))
                .map(subscription -> new Occasion(
                        Occasion.What.SUBSCRIPTION_MATURES,
                        terms.period()
                                .after(subscription.uninterruptedSince(terms.maximumInterruption(), asked.zone())),
                        subscription.id()))
                .toList();
    }
}
