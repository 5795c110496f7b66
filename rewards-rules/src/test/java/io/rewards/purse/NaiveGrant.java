package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.event.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** What offers grant for goods, in smallest units and before caps; 0 where they do not apply. Source: domain 2.3, 2.4. */
final class NaiveGrant {

    private NaiveGrant() {}

    static boolean matches(ProductSelection products, NaiveSale.Line line) {
        return (products.types().isEmpty() || products.types().contains(line.type))
                && !(line.adult && products.except().attributes().containsKey(Market.AGE_LIMIT));
    }

    /** The lines that count for the offer. */
    static List<NaiveSale.Line> lines(Offer offer, List<NaiveSale.Line> lines) {
        return lines.stream()
                .filter(line -> line.kept > 0 && matches(offer.conditions().products(), line))
                .filter(line -> offer.terms()
                        .sets()
                        .map(set -> set.parts().stream().anyMatch(part -> matches(part.products(), line)))
                        .orElse(!line.fee
                                || !offer.conditions().products().types().isEmpty()))
                .toList();
    }

    /** Those of them that the award is for, each with the pieces and the money of it that are in sets, where it asks for sets. */
    static List<NaiveSale.Line> awarded(Offer offer, List<NaiveSale.Line> lines) {
        return offer.terms()
                .sets()
                .map(set -> NaiveSets.of(offer, lines(offer, lines)).lines())
                .orElseGet(() -> lines(offer, lines));
    }

    static boolean accumulates(Offer offer) {
        return offer.terms() instanceof Terms.SpendLoyalty
                || offer.terms() instanceof Terms.CountLoyalty
                || offer.terms() instanceof Terms.QuantityLoyalty;
    }

    static boolean isForPurchases(Offer offer) {
        return isForPurchases(offer.terms());
    }

    static boolean isForPurchases(Terms terms) {
        return !(terms instanceof Terms.Behavior) && !(terms instanceof Terms.SignUps);
    }

    /** True for an offer that waits until another has awarded. */
    static boolean waits(Offer offer) {
        return offer.terms() instanceof Terms.SignUps;
    }

    /** True for an offer that awards a share of what others have awarded. */
    static boolean isShare(Offer offer) {
        return offer.award() instanceof Award.PercentageOfAwarded;
    }

    /** What an offer grants for one purchase; {@code shared} is what others had awarded before. */
    static long of(Offer offer, List<NaiveSale.Line> sold, long shared) {
        if (!isAbout(offer, sold)) {
            return 0;
        }
        List<NaiveSale.Line> lines = lines(offer, sold);
        long pieces = lines.stream().mapToLong(line -> line.kept).sum();
        if (offer.terms().sets().isPresent()) {
            NaiveSets sets = NaiveSets.of(offer, lines);
            return award(offer.award(), sets.value(), sets.number(), shared);
        }
        return award(
                offer.award(),
                lines.stream().mapToLong(line -> rewarded(offer, line)).sum(),
                isPerPiece(offer) ? pieces : 1,
                shared);
    }

    /** What thresholds are compared with. */
    private static long threshold(Offer offer, List<NaiveSale.Line> lines) {
        AwardBase base = offer.base().threshold().orElse(AwardBase.GROSS);
        return lines.stream().mapToLong(line -> line.counts(base)).sum();
    }

    /** What an award is worked out of, and shared by. */
    static long rewarded(Offer offer, NaiveSale.Line line) {
        return line.counts(offer.base().award().orElse(AwardBase.GROSS));
    }

    /** True where the purchase has the promo code that the offer asks for, at a time that it asks for. */
    static boolean isFor(Offer offer, Purchase purchase) {
        Set<String> codes = offer.conditions().promoCodes();
        return (codes.isEmpty() || codes.contains(purchase.promoCode()))
                && NaivePurse.isOpen(offer.conditions().times(), purchase.performedOn());
    }

    /** True where the goods are what the offer is about, and worth what it asks for. */
    static boolean isAbout(Offer offer, List<NaiveSale.Line> sold) {
        List<NaiveSale.Line> lines = lines(offer, sold);
        long base = threshold(offer, lines);
        if (lines.isEmpty() || base < least(offer)) {
            return false;
        }
        if (offer.terms().sets().isPresent()) {
            return NaiveSets.of(offer, lines).number() > 0;
        }
        return !(offer.terms() instanceof Terms.TransactionRevenue basket)
                || (base >= basket.from().units()
                        && basket.to().filter(most -> base > most.units()).isEmpty());
    }

    /** True for an offer that awards each piece, alone or in a set. */
    static boolean isPerPiece(Offer offer) {
        return offer.terms() instanceof Terms.ProductRevenue revenue
                && (revenue.scope() == AwardScope.PER_TRANSACTION_ITEM
                        || revenue.sets().isPresent());
    }

    /** What an offer grants for what an award uses up, into which its target fits {@code times}. */
    static long ofUsed(Offer offer, List<NaiveCount.Counted> used, long times, long shared) {
        return award(
                offer.award(),
                used.stream().mapToLong(NaiveCount.Counted::rewarded).sum(),
                times,
                shared);
    }

    /** What an offer wishes to award for that, before its least and its most. */
    static long wished(Offer offer, long times, long shared) {
        Award.PercentageOfAwarded share = (Award.PercentageOfAwarded) offer.award();
        return percent(share.percentage().value(), Math.multiplyExact(shared, times));
    }

    /** What a purchase counts for the offer; below 0 where it does not count at all. */
    static long units(Offer offer, List<NaiveSale.Line> sold) {
        List<NaiveSale.Line> lines = lines(offer, sold);
        if (!isAbout(offer, sold)) {
            return -1;
        }
        if (offer.terms() instanceof Terms.SpendLoyalty) {
            return threshold(offer, lines);
        }
        return offer.terms() instanceof Terms.CountLoyalty
                ? 1
                : lines.stream().mapToLong(line -> line.kept).sum();
    }

    /** What an award is worked out of for what a purchase counts. */
    static long rewarded(Offer offer, List<NaiveSale.Line> sold) {
        return offer.terms() instanceof Terms.SpendLoyalty
                ? lines(offer, sold).stream()
                        .mapToLong(line -> rewarded(offer, line))
                        .sum()
                : units(offer, sold);
    }

    /** The least that must count of a purchase; what costs nothing is no visit. */
    private static long least(Offer offer) {
        return offer.conditions()
                .minimumPurchase()
                .map(Amount::units)
                .orElse(offer.terms() instanceof Terms.CountLoyalty ? 1L : 0L);
    }

    static long target(Offer offer) {
        if (offer.terms() instanceof Terms.SpendLoyalty spend) {
            return spend.target().units();
        }
        return offer.terms() instanceof Terms.CountLoyalty count
                ? count.target()
                : ((Terms.QuantityLoyalty) offer.terms()).target();
    }

    static int days(Offer offer) {
        if (offer.terms() instanceof Terms.SpendLoyalty spend) {
            return spend.period().count();
        }
        return offer.terms() instanceof Terms.CountLoyalty count
                ? count.period().count()
                : ((Terms.QuantityLoyalty) offer.terms()).period().count();
    }

    /** How many awards a sum is worth: excess starts the next one or is lost. */
    static long times(Offer offer, long sum) {
        long target = target(offer);
        return carries(offer) ? sum / target : sum >= target ? 1 : 0;
    }

    /** True where only whole targets are used up. */
    static boolean carries(Offer offer) {
        return offer.terms() instanceof Terms.QuantityLoyalty
                || (offer.terms() instanceof Terms.SpendLoyalty spend && spend.excess() == TargetExcess.CARRY);
    }

    static String denomination(Offer offer) {
        if (offer.award() instanceof Award.Rate rate) {
            return rate.amount().denomination().code();
        }
        return offer.award() instanceof Award.FixedAmount fixed
                ? fixed.amount().denomination().code()
                : Market.EUR.code();
    }

    private static long award(Award award, long base, long times, long shared) {
        if (award instanceof Award.PercentageOfAwarded share) {
            return limited(share.range(), percent(share.percentage().value(), Math.multiplyExact(shared, times)));
        }
        if (award instanceof Award.FixedAmount fixed) {
            return fixed.amount().units() * times;
        }
        if (award instanceof Award.Rate rate) {
            return limited(rate.range(), rate(rate, base));
        }
        Award.PercentageOfPurchase share = (Award.PercentageOfPurchase) award;
        return limited(share.range(), percent(share.percentage().value(), base));
    }

    /** Full steps, or the share of one, to the nearest unit; all of it in smallest units. */
    private static long rate(Award.Rate rate, long base) {
        long each = rate.amount().units();
        long per = rate.per().units();
        return rate.steps() == RateSteps.WHOLE ? base / per * each : (2 * base * each + per) / (2 * per);
    }

    static long limited(AwardRange range, long units) {
        long raised = units == 0
                ? 0
                : Math.max(units, range.atLeast().map(Amount::units).orElse(0L));
        return Math.min(raised, range.atMost().map(Amount::units).orElse(Long.MAX_VALUE));
    }

    static long percent(BigDecimal percentage, long base) {
        return percentage
                .multiply(BigDecimal.valueOf(base))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
