package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.ledger.AccountKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a wallet holds in one denomination at one instant. Immutable. Source: domain 5.1.
 *
 * @param available can be spent now, conditions of product, place and hour aside
 * @param pending can be spent only later, or once the host confirms it
 * @param open what of {@code available} has no conditions
 * @param held is reserved
 * @param vouchers is spent by showing a voucher
 * @param debt what the participant owes; nothing is available then
 */
public record Balance(Amount available, Amount pending, Amount open, Amount held, Amount vouchers, Amount debt) {

    /** A balance of awarded money only. */
    public Balance(Amount available, Amount pending) {
        this(available, pending, zero(available), zero(available), zero(available), zero(available));
    }

    /** Everything that has not expired, less what is owed. */
    public Amount total() {
        return available.plus(pending).plus(held).plus(vouchers).minus(debt);
    }

    /** The balances of these lots at {@code instant}, in order of denominations; what has expired counts for nothing. */
    public static List<Balance> of(List<Lot> lots, Instant instant) {
        return of(Wallet.of(lots), instant);
    }

    /** The balances of {@code wallet} at {@code instant}, in order of denominations; what has expired counts for nothing. */
    public static List<Balance> of(Wallet wallet, Instant instant) {
        Map<String, Sums> sums = new TreeMap<>();
        for (Lot lot : wallet.lots()) {
            of(lot.remaining(), sums).add(lot, instant);
        }
        for (Hold hold : wallet.holds().values()) {
            Sums of = of(hold.amount(), sums);
            of.held = of.held.plus(hold.amount());
        }
        for (Amount debt : wallet.debts().values()) {
            Sums of = of(debt, sums);
            of.debt = of.debt.plus(debt);
        }
        List<Balance> balances = new ArrayList<>(sums.size());
        for (Sums each : sums.values()) {
            balances.add(each.balance());
        }
        return List.copyOf(balances);
    }

    private static Sums of(Amount like, Map<String, Sums> sums) {
        return sums.computeIfAbsent(like.denomination().code(), unused -> new Sums(zero(like)));
    }

    /** Adds up one denomination; a balance for each lot would take 300 bytes a lot. */
    private static final class Sums {

        private Amount available;
        private Amount pending;
        private Amount open;
        private Amount held;
        private Amount vouchers;
        private Amount debt;

        Sums(Amount zero) {
            available = zero;
            pending = zero;
            open = zero;
            held = zero;
            vouchers = zero;
            debt = zero;
        }

        void add(Lot lot, Instant instant) {
            Amount money = lot.remaining();
            if (lot.isExpiredAt(instant)) {
                return;
            }
            if (lot.account() == AccountKind.VOUCHERS) {
                vouchers = vouchers.plus(money);
            } else if (lot.account() == AccountKind.PENDING || !lot.isValidAt(instant)) {
                pending = pending.plus(money);
            } else {
                available = available.plus(money);
                open = lot.account() == AccountKind.OPEN ? open.plus(money) : open;
            }
        }

        Balance balance() {
            return new Balance(available, pending, open, held, vouchers, debt);
        }
    }

    private static Amount zero(Amount like) {
        return Amount.zero(like.denomination());
    }
}
