package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small programmes for tests. */
public final class Programmes {

    public static final Denomination EUR = new Denomination("EUR", 2);
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private Programmes() {}

    /** A programme of one unit, one scheme and these offers. */
    public static Programme with(Offer... offers) {
        List<OfferType> types = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            types.add(new OfferType(
                    classification.name(), classification.name(), classification, Set.of(), Optional.empty()));
        }
        return Programme.builder("Test", Settings.of(ZoneId.of("Europe/Nicosia"), EUR))
                .withGroups(List.of(new UnitGroup("ALL", "All", ""), new UnitGroup("NORTH", "North", "ALL")))
                .withUnits(List.of(
                        new Unit("U1", "U1", "NORTH", Optional.empty()), new Unit("U2", "U2", "ALL", Optional.empty())))
                .withSegments(List.of(Segment.of("VIP", SegmentEntity.REWARDS_PARTICIPANT)))
                .withTiers(List.of(Tier.named("GOLD")))
                .withSchemes(List.of(Scheme.of("CLUB")))
                .withCategories(List.of(new Category("LOYALTY", "Loyalty", "")))
                .withOfferTypes(types)
                .withOffers(List.of(offers))
                .build();
    }

    /** An effective offer that awards 1.00 EUR for any purchase. */
    public static Offer.Builder any(long number, String code) {
        return Offer.builder(
                        number,
                        code,
                        "CLUB",
                        "INCREASE_REVENUE_TRANSACTION_BASED",
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        new Award.FixedAmount(eur("1.00")))
                .withEffectiveSince(START);
    }

    public static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }
}
