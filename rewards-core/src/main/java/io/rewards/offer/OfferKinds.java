package io.rewards.offer;

import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import io.rewards.decision.Situation;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of offers. Immutable and thread-safe. */
public final class OfferKinds {

    private static final List<OfferKind<? extends Terms, ? extends Candidate>> ALL = List.of(
            new FreeCapacityKind(),
            new TransactionRevenueKind(),
            new ProductRevenueKind(),
            new SpendLoyaltyKind(),
            new CountLoyaltyKind(),
            new QuantityLoyaltyKind(),
            new BehaviorKind(),
            new AchievementsKind(),
            new FinancialAchievementsKind(),
            new FinancialStatementsKind(),
            new ReferralsKind(),
            new SignUpsKind(),
            new BirthdayKind(),
            new CompletenessKind(),
            new NameDayKind(),
            new SubscriptionMaturityKind(),
            new JustMoneyKind());

    private static final Map<Classification, OfferKind<? extends Terms, ? extends Candidate>> BY_CLASSIFICATION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(OfferKind::classification, Function.identity()));

    private OfferKinds() {}

    /** All of them, in the order of their classifications. */
    public static List<OfferKind<? extends Terms, ? extends Candidate>> all() {
        return ALL;
    }

    /** The kind of this classification. */
    public static OfferKind<? extends Terms, ? extends Candidate> of(Classification classification) {
        return Optional.ofNullable(BY_CLASSIFICATION.get(classification))
                .orElseThrow(() -> new IllegalStateException(
                        "The classification (" + classification + ") is not on the list of kinds of offers."));
    }

    /** This offer joined with this situation. */
    public static Candidate candidate(Situation situation, Offer offer) {
        return of(offer.classification()).candidate(situation, offer);
    }

    /** One candidate for each of these offers, in their order. */
    public static List<Candidate> candidates(Situation situation, List<Offer> offers) {
        List<Candidate> candidates = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            candidates.add(candidate(situation, offer));
        }
        return candidates;
    }

    /** What {@code offer} asks for, as somebody in the shop would say it, the most telling first. */
    public static List<String> asks(Offer offer, Words words) {
        return of(offer.classification()).asks(offer, words);
    }
}
