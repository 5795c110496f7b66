package io.rewards.purse;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Discounts on one purchase, one after the other: each on the lines that count for its offer and that its money may be spent
 * on, spread by what they cost, and none more than is left to pay of its line. Not thread-safe. Source: domain 5.8.
 */
final class NaiveDiscounts {

    private final List<NaiveSale.Line> lines;
    private final Map<String, Long> left = new HashMap<>();

    NaiveDiscounts(List<NaiveSale.Line> lines) {
        this.lines = lines;
        lines.forEach(line -> left.put(line.id, line.value));
    }

    /** True for an award that is a discount here and now, and not money that waits in the wallet. */
    static boolean isMadeNow(Offer offer, NaivePurse purse, String unit, Instant at) {
        AwardValidity validity = offer.awardValidity().orElseThrow();
        NaiveLot money = new NaiveLot("", Market.EUR.code(), at, null);
        money.conditions = offer.spendConditions();
        money.validFrom = validity.validFrom(at, Market.ZONE);
        money.validTo = validity.validTo(at, Market.ZONE);
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY
                && !purse.blocked
                && NaivePurse.isSpendable(money, unit, at);
    }

    /** True where what does not fit is nothing. */
    static boolean isVoid(Offer offer) {
        return offer.handling().excess() == Excess.VOID;
    }

    long most(Offer offer) {
        return of(offer).stream().mapToLong(line -> left.get(line.id)).sum();
    }

    /** Takes as much off as fits; the part of each line that has one. */
    Map<String, Long> take(Offer offer, long award) {
        Map<String, Long> taken = new LinkedHashMap<>();
        spread(offer, Math.min(award, most(offer)), of(offer), taken);
        taken.values().removeIf(part -> part == 0);
        return taken;
    }

    private List<NaiveSale.Line> of(Offer offer) {
        return NaiveGrant.awarded(offer, lines).stream()
                .filter(line -> !line.neverPaid
                        && NaiveGrant.matches(offer.spendConditions().products(), line))
                .toList();
    }

    private void spread(Offer offer, long amount, List<NaiveSale.Line> among, Map<String, Long> taken) {
        if (amount == 0) {
            return;
        }
        List<NaiveSale.Line> sharing = new ArrayList<>(among);
        sharing.removeIf(line -> left.get(line.id) == 0);
        boolean worthless = sharing.stream().allMatch(line -> NaiveGrant.rewarded(offer, line) == 0);
        long[] parts = NaiveSpending.divide(
                amount,
                sharing.stream()
                        .mapToLong(line -> worthless ? left.get(line.id) : NaiveGrant.rewarded(offer, line))
                        .toArray());
        long rest = amount;
        for (int i = 0; i < parts.length; i++) {
            NaiveSale.Line line = sharing.get(i);
            if (parts[i] > left.get(line.id)) {
                taken.merge(line.id, left.get(line.id), Long::sum);
                rest -= left.put(line.id, 0L);
            }
        }
        if (rest < amount) {
            spread(offer, rest, sharing, taken);
            return;
        }
        for (int i = 0; i < parts.length; i++) {
            taken.merge(sharing.get(i).id, parts[i], Long::sum);
            left.merge(sharing.get(i).id, -parts[i], Long::sum);
        }
    }
}
