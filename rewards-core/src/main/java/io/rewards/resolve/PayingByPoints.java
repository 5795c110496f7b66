package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.books.Exchanging;
import io.rewards.books.Paying;
import io.rewards.books.Purse;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.ProductList;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.SpendResult;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.Lot;
import io.rewards.wallet.PointsPlan;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlace;
import io.rewards.wallet.SpendPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pays for a purchase by points: turns as many of those that were asked for into money as the purchase needs, in whole steps,
 * and pays with that money. For one event. Source: domain 5.8.
 */
final class PayingByPoints {

    private final Purse purse;
    private final SpendPlace place;
    private final ExchangeRate rate;
    private final Amount asked;
    private Optional<ExchangeResult> exchanged = Optional.empty();
    private List<String> made = List.of();

    PayingByPoints(Purse purse, SpendPlace place, Amount asked) {
        this.purse = purse;
        this.place = place;
        this.asked = asked;
        rate = place.catalogue()
                .rate(
                        asked.denomination().code(),
                        place.catalogue().settings().currency().code())
                .orElseThrow();
    }

    /** What the points that were asked for are worth. */
    Amount worth() {
        return rate.money(rate.steps(asked));
    }

    /** Pays, where so many points may be used here and now as the rate demands. */
    SpendResult pay(Sale sale) {
        List<Lot> usable = new ArrayList<>();
        List<SpendPlan.Unused> refused = new ArrayList<>();
        for (Lot lot : purse.inOrder()) {
            if (lot.remaining().denomination().equals(asked.denomination())) {
                place.refuses(lot)
                        .ifPresentOrElse(why -> refused.add(new SpendPlan.Unused(lot, why)), () -> usable.add(lot));
            }
        }
        Amount there = asked.min(Purse.sum(usable, rate.points(0)));
        if (there.compareTo(rate.least()) < 0) {
            return result(
                    new SpendPlan(worth(), List.of(), refused),
                    "Points become money from " + rate.least() + " on, and " + there
                            + " may be used for it here and now: "
                            + rate.least().minus(there) + " more would be needed.");
        }
        ProductList neverPaid = place.catalogue().settings().neverPaid();
        PointsPlan plan = PointsPlan.of(rate, usable, sale.lines(), there, neverPaid);
        List<Lot> money = List.of();
        if (!plan.points().isEmpty()) {
            money = new Exchanging(purse).exchange(plan.points(), plan.money());
            exchanged = Optional.of(new ExchangeResult(asked, rate.points(rate.stepsTo(plan.money())), plan.money()));
            made = money.stream().map(Lot::id).toList();
        }
        SpendPlan paying = SpendPlan.of(money, sale.lines(), worth(), neverPaid).leaving(refused);
        new Paying(purse).pay(sale, paying);
        return result(paying, why(paying, there));
    }

    private String why(SpendPlan paying, Amount there) {
        if (paying.amount().equals(worth())) {
            return "";
        }
        return rate.steps(there) == rate.stepsTo(paying.amount())
                ? "No more than " + there + " may be used for it here and now."
                : "What is left to pay takes no more than " + paying.amount() + " in whole steps of " + rate.to() + ".";
    }

    private static SpendResult result(SpendPlan plan, String why) {
        return SpendResult.of(SpendResult.How.ON_REQUEST, plan, Reduction.FRONT_END, why);
    }

    /** What was turned into money, if anything was. */
    Optional<ExchangeResult> exchanged() {
        return exchanged;
    }

    /** The lots of money that the points became, as they are now. */
    List<Lot> made() {
        return made.stream().map(purse::lot).toList();
    }
}
