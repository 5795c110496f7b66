package io.rewards.examples.shop;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the customers of the Corner Shop do with what they have earned: pay with all of it or with some euro, and now and
 * then bring back a part of what they bought. It has dice of its own, so that it does not change what is bought. For one
 * year and one thread.
 */
final class SpendingHabits {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final LocalTime NEXT_MORNING = LocalTime.of(8, 30);
    private static final long OTHER_DICE = 0x0FA11E7L;

    private final Dice dice;

    SpendingHabits(long seed) {
        dice = new Dice(seed ^ OTHER_DICE);
    }

    /** The purchase, perhaps paid from the wallet in the same call, and what follows from it through {@code last}. */
    List<CustomerEvent> around(Purchase purchase, LocalDateTime on, boolean comesBack, LocalDate last) {
        if (on.toLocalDate().isAfter(last)) {
            return List.of(purchase);
        }
        List<CustomerEvent> events = new ArrayList<>();
        boolean atOnce = dice.chance(8);
        events.add(atOnce ? purchase.spending(SpendWish.ALL) : purchase);
        if (!atOnce && dice.chance(8)) {
            SpendWish wish = dice.chance(50) ? SpendWish.ALL : SpendWish.of(new Amount(EUR, dice.between(1, 6) * 100L));
            events.add(new SpendRequested(
                    CornerShop.following(purchase, "-pay", on.plusMinutes(1)), purchase.key(), wish));
        }
        LocalDate tomorrow = on.toLocalDate().plusDays(1);
        if (comesBack && !tomorrow.isAfter(last)) {
            events.add(goodsBack(purchase, tomorrow));
        }
        return events;
    }

    private GoodsReturn goodsBack(Purchase purchase, LocalDate day) {
        PurchaseLine line = dice.oneOf(purchase.lines());
        return GoodsReturn.of(
                CornerShop.following(purchase, "-back", day.atTime(NEXT_MORNING)),
                new ReturnedLine(purchase.key(), line.id(), dice.between(1, Math.toIntExact(line.quantity()))));
    }
}
