package io.rewards.outlook;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.SchemeState;
import io.rewards.decision.Lookups;
import io.rewards.decision.OfferProgress;
import io.rewards.notification.AwardProgress;
import io.rewards.notification.AwardedState;
import io.rewards.past.PastAward;
import io.rewards.tier.TierOutlook;
import io.rewards.wallet.Lot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a participant has reached in the effective offers of the schemes that he or she has signed up to. Immutable.
 * Source: domain 9 A24, 10.
 *
 * @param participant id
 * @param asOf the instant of this picture
 * @param offers in order of their numbers
 * @param tier in which the participant is, how far the next one is, and what keeps this one
 */
public record Standing(String participant, Instant asOf, List<OfferStanding> offers, TierOutlook tier) {

    /** From this part of a target on, little is missing. */
    public static final Percentage CLOSE = Percentage.of("80");

    private static final BigDecimal WEEKS_OF_A_YEAR = BigDecimal.valueOf(52);

    /** Copies the offers. */
    public Standing {
        offers = List.copyOf(offers);
    }

    /** The standing that an account and its past show; what is dated after {@code asOf} is left out. */
    public static Standing of(Loaded loaded, Catalogue catalogue, Lookups lookups, Instant asOf) {
        List<OfferStanding> offers = catalogue.programme().offers().stream()
                .filter(offer -> isOpen(offer, loaded.account(), catalogue))
                .sorted(Comparator.comparingLong(Offer::number))
                .map(offer -> standing(offer, loaded, catalogue, lookups, asOf))
                .toList();
        return new Standing(loaded.participant().id(), asOf, offers, loaded.tierOutlook(catalogue.tiers(), asOf));
    }

    /** What it says about the offer of this code, if the participant can be awarded by it. */
    public Optional<OfferStanding> offer(String code) {
        return offers.stream().filter(each -> each.offer().equals(code)).findFirst();
    }

    /** True for an offer that can award the participant as far as it and its scheme are concerned. */
    static boolean isOpen(Offer offer, Account account, Catalogue catalogue) {
        return offer.state() == OfferState.EFFECTIVE
                && catalogue.schemeOf(offer).state() == SchemeState.EFFECTIVE
                && account.participant().membership(offer.scheme()).isPresent();
    }

    private static OfferStanding standing(
            Offer offer, Loaded loaded, Catalogue catalogue, Lookups lookups, Instant asOf) {
        ZoneId zone = catalogue.settings().zone();
        Denomination denomination = catalogue.settings().denominationOf(offer.award());
        List<PastAward> awards = loaded.past().awardsOf(offer.code()).stream()
                .filter(award -> !award.on().isAfter(asOf))
                .toList();
        Instant yearAgo = asOf.atZone(zone).minusYears(1).toInstant();
        Amount inYear = awards.stream()
                .filter(award -> award.on().isAfter(yearAgo)
                        && award.amount().denomination().equals(denomination))
                .map(PastAward::amount)
                .reduce(Amount.zero(denomination), Amount::plus);
        Optional<AwardProgress> progress = AwardProgress.of(offer, loaded, asOf, zone);
        boolean close = progress.filter(near -> near.reaches(CLOSE)).isPresent()
                && !AwardProgress.isUsedUp(offer, loaded, lookups, asOf, zone);
        return new OfferStanding(
                offer.code(),
                states(!awards.isEmpty(), close),
                awards.size(),
                awards.stream().map(PastAward::on).max(Comparator.naturalOrder()),
                progress.map(near -> new OfferProgress(offer.code(), near.reached(), near.wanted(), near.until())),
                inYear,
                catalogue
                        .settings()
                        .rounding()
                        .toAmount(inYear.decimal().divide(WEEKS_OF_A_YEAR, MathContext.DECIMAL128), denomination),
                loaded.account().lots().stream()
                        .filter(lot -> lot.provenance().offer().equals(offer.code()))
                        .map(Lot::validTo)
                        .flatMap(Optional::stream)
                        .filter(end -> end.isAfter(asOf))
                        .min(Comparator.naturalOrder()));
    }

    private static Set<AwardedState> states(boolean awarded, boolean close) {
        Set<AwardedState> states = EnumSet.of(awarded ? AwardedState.AWARDED : AwardedState.NOT_AWARDED);
        if (close) {
            states.add(AwardedState.CLOSE_TO_AWARD);
        }
        return states;
    }
}
