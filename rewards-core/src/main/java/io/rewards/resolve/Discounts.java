package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.AtMerchant;
import io.rewards.decision.AwardedFor;
import io.rewards.decision.Candidate;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Situation;
import io.rewards.decision.SoldLine;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.SpendPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What awards take off the purchase that earned them, one after the other. A discount is for the lines that count for its
 * offer, as far as its money may be spent on them; it is spread over them by what each counts, and never more than they still
 * cost. The order of lines does not matter. For one purchase and one thread. Source: domain 5.8, 12.1 Q19 to Q21.
 */
final class Discounts {

    private final Situation situation;
    private final Map<String, Long> left = new HashMap<>();

    Discounts(Situation situation) {
        this.situation = situation;
        situation.lines().forEach(line -> left.put(line.line().id(), cost(line)));
    }

    /** True for an offer whose award is taken off the purchase here and now, and does not wait in the wallet. */
    boolean isTakenOff(Offer offer) {
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY
                && situation.event() instanceof Purchase purchase
                && !situation.inRun()
                && !situation.account().participant().spendingBlocked()
                && new AtMerchant(
                                situation.catalogue(),
                                purchase.unit(),
                                situation.account().participant())
                        .refusesSpending(SpendMethod.SPEND_INSTANTLY)
                        .isEmpty()
                && isValid(offer, purchase.performedOn())
                && new SpendPlace(situation.catalogue(), purchase.unit(), purchase.performedOn())
                        .unmet(offer.spendConditions())
                        .isEmpty();
    }

    private boolean isValid(Offer offer, Instant at) {
        AwardValidity validity = situation.catalogue().awardValidityOf(offer);
        return !validity.validFrom(at, situation.zone()).isAfter(at)
                && validity.validTo(at, situation.zone())
                        .filter(end -> !end.isAfter(at))
                        .isEmpty();
    }

    /** What the lines that the discount is for cost before any discount: it cannot be more than that. */
    Amount most(Candidate candidate) {
        long sum = 0;
        for (AwardedFor.Line line : linesFor(candidate)) {
            sum = Math.addExact(sum, cost(line.sold()));
        }
        return new Amount(situation.payable().denomination(), sum);
    }

    /** What is left to pay of the lines that the discount is for. */
    Amount payable(Candidate candidate) {
        long sum = 0;
        for (AwardedFor.Line line : linesFor(candidate)) {
            sum = Math.addExact(sum, left(line));
        }
        return new Amount(situation.payable().denomination(), sum);
    }

    /** Takes as much of {@code award} off as still fits, perhaps nothing. */
    InstantSpend take(Candidate candidate, Amount award) {
        List<AwardedFor.Line> lines = linesFor(candidate);
        Amount amount = award.min(payable(candidate));
        List<LineShare> shares = new ArrayList<>();
        long[] parts = spread(amount, lines);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                PurchaseLine line = lines.get(i).sold().line();
                left.merge(line.id(), -parts[i], Long::sum);
                shares.add(new LineShare(line.id(), line.quantity(), new Amount(amount.denomination(), parts[i])));
            }
        }
        return new InstantSpend(candidate.offer().code(), amount, shares);
    }

    /** By what lines count; whatever would be more than one still costs goes to the others. */
    private long[] spread(Amount amount, List<AwardedFor.Line> lines) {
        long[] parts = new long[lines.size()];
        Amount rest = amount;
        while (rest.isPositive()) {
            List<Amount> split = Allocation.split(rest, weights(lines, parts));
            boolean fits = true;
            for (int i = 0; i < parts.length; i++) {
                fits &= split.get(i).units() <= left(lines.get(i)) - parts[i];
            }
            for (int i = 0; i < parts.length; i++) {
                long room = left(lines.get(i)) - parts[i];
                if (fits || split.get(i).units() > room) {
                    long part = Math.min(room, split.get(i).units());
                    parts[i] += part;
                    rest = rest.minus(new Amount(rest.denomination(), part));
                }
            }
        }
        return parts;
    }

    /** What each line counts that has room; where none of them counts anything, what it still costs. */
    private List<Long> weights(List<AwardedFor.Line> lines, long[] parts) {
        List<Long> counting = new ArrayList<>(parts.length);
        List<Long> costing = new ArrayList<>(parts.length);
        boolean none = true;
        for (int i = 0; i < parts.length; i++) {
            long room = left(lines.get(i)) - parts[i];
            long counts = room > 0 ? lines.get(i).counts().units() : 0;
            none &= counts == 0;
            counting.add(counts);
            costing.add(room);
        }
        return none ? costing : counting;
    }

    private List<AwardedFor.Line> linesFor(Candidate candidate) {
        ProductSelection products = candidate
                .offer()
                .spendConditions()
                .products()
                .butNeither(situation.catalogue().settings().neverPaid());
        return candidate.awardedFor().lines().stream()
                .filter(line -> line.sold().isOf(products))
                .toList();
    }

    private static long cost(SoldLine line) {
        return line.line().total().units();
    }

    private long left(AwardedFor.Line line) {
        return left.getOrDefault(line.sold().line().id(), 0L);
    }
}
