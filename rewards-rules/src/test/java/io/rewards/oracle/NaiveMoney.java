package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.oracle.NaivePerson.Past;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an award is worth, in decimal numbers. Source: domain 2.3, 3.3, 12.1 Q2. */
final class NaiveMoney {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Settings settings;

    NaiveMoney(Settings settings) {
        this.settings = settings;
    }

    /** What the offer awards for the sale, within its least and its most. */
    BigDecimal award(Offer offer, NaivePerson person, NaivePurchase sale, Optional<NaiveAccumulation> count) {
        BigDecimal award = unlimited(offer, person, sale, count);
        Optional<BigDecimal> least = offer.award().range().atLeast().map(Amount::decimal);
        Optional<BigDecimal> most = offer.award().range().atMost().map(Amount::decimal);
        if (award.signum() > 0 && least.isPresent() && award.compareTo(least.get()) < 0) {
            award = least.get();
        }
        return most.isPresent() && award.compareTo(most.get()) > 0 ? most.get() : award;
    }

    private BigDecimal unlimited(
            Offer offer, NaivePerson person, NaivePurchase sale, Optional<NaiveAccumulation> count) {
        BigDecimal pieces = count.map(NaiveAccumulation::times).orElse(BigDecimal.ONE);
        BigDecimal exact;
        if (offer.award() instanceof Award.FixedAmount fixed) {
            boolean perItem = offer.terms() instanceof Terms.ProductRevenue revenue
                    && revenue.scope() == AwardScope.PER_TRANSACTION_ITEM;
            BigDecimal each = sale.sets(offer).map(NaiveSets::number).orElse(pieces);
            exact = fixed.amount().decimal().multiply(perItem ? sale.pieces(offer) : each);
        } else if (offer.award() instanceof Award.PercentageOfPurchase share) {
            BigDecimal base = base(offer, sale, count);
            exact = percent(share.percentage().value(), base);
        } else if (offer.award() instanceof Award.Rate rate) {
            BigDecimal base = base(offer, sale, count);
            return rate.steps() == RateSteps.WHOLE
                    ? base.divideToIntegralValue(rate.per().decimal())
                            .multiply(rate.amount().decimal())
                    : base.multiply(rate.amount().decimal())
                            .divide(
                                    rate.per().decimal(),
                                    rate.amount().denomination().scale(),
                                    settings.rounding().mode());
        } else if (offer.award() instanceof Award.PercentageOfAwarded past) {
            BigDecimal before = awardedBefore(offer, past, person.awards(), sale);
            exact = percent(past.percentage().value(), before).multiply(pieces);
        } else {
            throw new AssertionError("Unknown award: " + offer.award());
        }
        return exact.setScale(denomination(offer).scale(), settings.rounding().mode());
    }

    private static BigDecimal base(Offer offer, NaivePurchase sale, Optional<NaiveAccumulation> count) {
        return count.map(NaiveAccumulation::rewarded)
                .or(() -> sale.sets(offer).map(NaiveSets::value))
                .orElseGet(() -> sale.rewarded(offer));
    }

    Denomination denomination(Offer offer) {
        if (offer.award() instanceof Award.FixedAmount fixed) {
            return fixed.amount().denomination();
        }
        if (offer.award() instanceof Award.Rate rate) {
            return rate.amount().denomination();
        }
        return offer.award() instanceof Award.PercentageOfAwarded past ? past.denomination() : settings.currency();
    }

    String inCurrency(BigDecimal amount) {
        return text(amount, settings.currency());
    }

    static String text(BigDecimal amount, Denomination denomination) {
        return amount.setScale(denomination.scale(), RoundingMode.UNNECESSARY).toPlainString() + " "
                + denomination.code();
    }

    private static BigDecimal percent(BigDecimal percentage, BigDecimal base) {
        return base.multiply(percentage).divide(HUNDRED);
    }

    private BigDecimal awardedBefore(
            Offer offer, Award.PercentageOfAwarded award, List<Past> awards, NaivePurchase sale) {
        Instant until = sale.purchase().performedOn();
        Instant since = NaiveTime.minus(until, award.within(), settings.zone());
        BigDecimal sum = BigDecimal.ZERO;
        for (Past past : awards) {
            boolean inTime = past.on().compareTo(since) >= 0 && past.on().compareTo(until) <= 0;
            boolean considered = (award.types().isEmpty()
                            || award.types().contains(past.offer().type()))
                    && (award.schemes().isEmpty()
                            || award.schemes().contains(past.offer().scheme()));
            boolean other = !past.offer().code().equals(offer.code());
            if (other && inTime && considered && past.denomination().equals(award.denomination())) {
                sum = sum.add(past.amount());
            }
        }
        return sum;
    }
}
