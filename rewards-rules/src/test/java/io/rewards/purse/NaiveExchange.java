package io.rewards.purse;

import io.rewards.catalogue.ExchangeRate;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points that become money, and back, in plain numbers. Source: domain 5.8. */
final class NaiveExchange {

    private final NaivePurse purse;

    NaiveExchange(NaivePurse purse) {
        this.purse = purse;
    }

    /** The least that is exchanged. */
    static long least(ExchangeRate rate) {
        return Math.max(
                rate.from().units(), rate.minimum().map(least -> least.units()).orElse(0L));
    }

    /** What so many points are worth. */
    static long worth(ExchangeRate rate, long points) {
        return points / rate.from().units() * rate.to().units();
    }

    /** Turns so many points of lots in their order. */
    void turn(EventKey event, List<NaiveLot> lots, ExchangeRate rate, long asked) {
        long left = asked / rate.from().units() * rate.from().units();
        Map<NaiveLot, Long> points = new LinkedHashMap<>();
        for (NaiveLot lot : lots) {
            long taken = Math.min(left, lot.there());
            if (taken > 0) {
                points.put(lot, taken);
                left -= taken;
            }
        }
        turn(event, points, worth(rate, asked));
    }

    /** Turns these points into money, lot by lot. */
    List<NaiveLot> turn(EventKey event, Map<NaiveLot, Long> points, long money) {
        long[] parts = NaiveSpending.divide(
                money, points.values().stream().mapToLong(Long::longValue).toArray());
        List<NaiveLot> made = new ArrayList<>();
        points.forEach((lot, count) -> {
            long worth = parts[made.size()];
            purse.take(lot, count);
            NaiveLot coin = new NaiveLot(NaiveWorld.given(event, lot.id), Market.EUR.code(), lot.awardedOn, lot.event);
            coin.account = lot.account;
            coin.remaining = worth;
            coin.validFrom = lot.validFrom;
            coin.validTo = lot.validTo;
            coin.conditions = lot.conditions;
            coin.method = lot.method;
            coin.madeOf = lot.id;
            coin.madeBy = event;
            coin.points = count;
            coin.money = worth;
            made.add(purse.add(coin));
            book(count, -worth);
        });
        return made;
    }

    private void book(long points, long money) {
        purse.book(AccountKind.EXCHANGE, Market.PTS.code(), points);
        purse.book(AccountKind.EXCHANGE, Market.EUR.code(), money);
    }

    /** How many points come back when this exchange is undone. */
    long undo(EventKey event) {
        long back = 0;
        for (NaiveLot coin : List.copyOf(purse.lots.values())) {
            if (event.equals(coin.madeBy)) {
                back += goBack(coin, coin.points, true);
            }
        }
        return back;
    }

    /** True where points would come back. */
    boolean canBeUndone(EventKey event) {
        return purse.lots.values().stream()
                .anyMatch(coin -> event.equals(coin.madeBy) && goingBack(coin, coin.points, true) > 0);
    }

    /** Brings points of a lot back: for money that is there, and then for money that has expired. */
    void recall(NaiveLot lot, long wanted) {
        long left = wanted;
        for (boolean late : new boolean[] {false, true}) {
            for (NaiveLot coin : List.copyOf(purse.lots.values())) {
                if (lot.id.equals(coin.madeOf)) {
                    left -= goBack(coin, Math.min(left, coin.points), late);
                }
            }
        }
    }

    /** As many points as the money that is not spent is enough for. */
    private long goingBack(NaiveLot coin, long wanted, boolean late) {
        long there = coin.remaining + open(coin) + (late ? coin.expired : 0);
        if (NaiveShare.part(coin.money, wanted, coin.points) <= there) {
            return wanted;
        }
        long points = wanted;
        while (points > 0 && coin.money * points > there * coin.points) {
            points--;
        }
        return points;
    }

    private long open(NaiveLot coin) {
        NaiveLot open = purse.lots.get(coin.id + "/open");
        return open == null ? 0 : open.remaining;
    }

    private long goBack(NaiveLot coin, long wanted, boolean late) {
        long points = goingBack(coin, wanted, late);
        if (points == 0) {
            return 0;
        }
        long money = NaiveShare.part(coin.money, points, coin.points);
        long own = Math.min(money, coin.remaining);
        coin.remaining -= own;
        long freed = Math.min(money - own, open(coin));
        if (freed > 0) {
            purse.lots.get(coin.id + "/open").remaining -= freed;
        }
        long expired = money - own - freed;
        coin.expired -= expired;
        purse.book(AccountKind.BREAKAGE, Market.EUR.code(), -expired);
        coin.points -= points;
        coin.money -= money;
        purse.lots.get(coin.madeOf).remaining += points;
        book(-points, money);
        return points;
    }
}
