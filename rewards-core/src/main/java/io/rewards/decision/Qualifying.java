package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.amount.AmountOverflowException;
import io.rewards.attribute.AttributeOwner;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.Settings;
import io.rewards.event.LineKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a purchase that count for an offer: those its product condition and its conditions on lines and products
 * choose, of sets only what a part names, or all; of deposits and fees only what it names. Immutable. Source: domain 2.3, 5.7.
 *
 * @param lines that count
 * @param base sum of what counts of them for thresholds
 * @param rewarded sum of what an award is worked out of
 * @param quantity pieces on them
 * @param excepted true where a line would count if nothing were excepted
 */
public record Qualifying(List<SoldLine> lines, Amount base, Amount rewarded, long quantity, boolean excepted) {

    /** What counts for {@code offer} in {@code situation}. */
    public static Qualifying of(Situation situation, Offer offer) {
        List<SoldLine> lines = new ArrayList<>(situation.lines().size());
        Settings settings = situation.catalogue().settings();
        AwardBase threshold = offer.base().threshold(settings);
        AwardBase award = offer.base().award(settings);
        long base = 0;
        long rewarded = 0;
        long quantity = 0;
        boolean excepted = false;
        for (SoldLine line : situation.lines()) {
            if (!qualifies(line, offer)) {
                continue;
            }
            if (isExcepted(line, offer, situation)) {
                excepted = true;
            } else {
                lines.add(line);
                base = sum(base, line.counts(threshold));
                rewarded = award == threshold ? base : sum(rewarded, line.counts(award));
                quantity += line.line().quantity();
            }
        }
        boolean all = lines.size() == situation.lines().size();
        return new Qualifying(
                all ? situation.lines() : List.copyOf(lines),
                new Amount(settings.currency(), base),
                new Amount(settings.currency(), rewarded),
                quantity,
                excepted);
    }

    private static long sum(long base, Amount more) {
        long sum = base + more.units();
        if (sum < base) {
            throw new AmountOverflowException("what counts of the purchase, plus " + more);
        }
        return sum;
    }

    /** True for what the offer or the programme excepts, whatever the offer names. */
    private static boolean isExcepted(SoldLine line, Offer offer, Situation situation) {
        return line.isOn(offer.conditions().products().except())
                || line.isOn(situation.catalogue().settings().neverRewarded());
    }

    private static boolean qualifies(SoldLine line, Offer offer) {
        ProductSelection products = offer.conditions().products();
        Optional<ProductSet> sets = offer.terms().sets();
        if (!products.includesBeforeExceptions(line.line().product(), line.type(), line.family())
                || (line.line().kind() == LineKind.FEE && products.namesNone() && sets.isEmpty())
                || (sets.isPresent() && line.partOf(sets.get()).isEmpty())) {
            return false;
        }
        for (AttributeCondition condition : offer.conditions().attributes()) {
            AttributeOwner owner = condition.attribute().owner();
            if ((owner == AttributeOwner.LINE && !condition.matches(line.line().attributes()))
                    || (owner == AttributeOwner.PRODUCT && !condition.matches(line.product()))) {
                return false;
            }
        }
        return true;
    }
}
