package io.rewards.examples.shop;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendWish;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the customers of the Corner Shop do with their points: whoever counts enough of them at the till pays with 500, or
 * turns all of them into money at home. It has dice of its own, so that it does not change what is bought. For one year and
 * one thread.
 */
final class PointsHabits {

    private static final Denomination PTS = new Denomination("PTS", 0);
    private static final Amount PAID = new Amount(PTS, 500);
    private static final long ENOUGH = 540;
    private static final long CENTS = 100;
    private static final int AT_HOME = 3;
    private static final long OTHER_DICE = 0x0B0A75L;

    private final Dice dice;
    private final Map<String, Long> counted = new HashMap<>();

    PointsHabits(long seed) {
        dice = new Dice(seed ^ OTHER_DICE);
    }

    /** The visit that begins with {@code purchase}, perhaps paid with points, or followed by an exchange of all of them. */
    List<CustomerEvent> around(Purchase purchase, List<CustomerEvent> visit, Shopper shopper, LocalDateTime on) {
        long cents = purchase.lines().stream()
                .map(PurchaseLine::total)
                .mapToLong(Amount::units)
                .sum();
        boolean gold = shopper.profile().tier().equals("GOLD");
        long points = counted.merge(shopper.id(), cents / CENTS * (gold ? 2 : 1), Long::sum);
        if (points < ENOUGH || !visit.contains(purchase)) {
            return visit;
        }
        List<CustomerEvent> events = new ArrayList<>(visit);
        if (dice.chance(60)) {
            long spent = Math.min(PAID.units(), cents / CENTS * CENTS);
            events.set(events.indexOf(purchase), purchase.spending(SpendWish.points(PAID)));
            counted.merge(shopper.id(), -spent, Long::sum);
        } else if (dice.chance(50)) {
            events.add(PointsExchanged.all(
                    CornerShop.header(purchase.key().id() + "-points", shopper.id(), on.plusHours(AT_HOME)),
                    PTS.code(),
                    purchase.lines().get(0).total().denomination().code()));
            counted.put(shopper.id(), points % CENTS);
        }
        return events;
    }
}
