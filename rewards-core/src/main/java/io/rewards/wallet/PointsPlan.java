package io.rewards.wallet;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.ProductList;
import java.util.ArrayList;
import java.util.List;

/**
 * Which points become money to pay for a purchase: as many whole steps of a rate as were asked for, are there, and find
 * something to pay for. Immutable. Source: domain 5.8.
 *
 * @param points what of which lot, in order; nothing for no step
 * @param money that they become
 */
public record PointsPlan(List<LotPart> points, Amount money) {

    /** Copies the list. */
    public PointsPlan {
        points = List.copyOf(points);
    }

    /**
     * Plans. Lots of points and lines of money are compared in a unit that divides both, so nothing is rounded before the
     * points are chosen.
     *
     * @param lots that may be spent here and now, in the order in which they go
     * @param lines to pay for
     * @param asked points, at most
     * @param neverPaid what no money pays for
     */
    public static PointsPlan of(
            ExchangeRate rate, List<Lot> lots, List<SaleLine> lines, Amount asked, ProductList neverPaid) {
        List<Lot> worth = lots.stream()
                .map(lot -> lot.holding(lot.remaining().times(rate.to().units())))
                .toList();
        List<SaleLine> owed = lines.stream()
                .map(line -> line.owed(
                        new Amount(rate.from().denomination(), line.payable().units())
                                .times(rate.from().units())))
                .toList();
        Amount step = rate.from().times(rate.to().units());
        SpendPlan most = SpendPlan.of(worth, owed, step.times(rate.steps(asked)), neverPaid);
        long steps = most.amount().units() / step.units();
        return steps == 0
                ? new PointsPlan(List.of(), rate.money(0))
                : new PointsPlan(
                        parts(SpendPlan.of(worth, owed, step.times(steps), neverPaid), rate.points(steps)),
                        rate.money(steps));
    }

    private static List<LotPart> parts(SpendPlan plan, Amount points) {
        List<Amount> amounts = Allocation.split(
                points, plan.parts().stream().map(part -> part.amount().units()).toList());
        List<LotPart> parts = new ArrayList<>(amounts.size());
        for (int i = 0; i < amounts.size(); i++) {
            if (amounts.get(i).isPositive()) {
                parts.add(new LotPart(plan.parts().get(i).lot().id(), amounts.get(i), "", ""));
            }
        }
        return parts;
    }
}
