package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.LedgerAccount;
import java.time.Instant;
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
        Map<String, Balance> balances = new TreeMap<>();
        for (Lot lot : wallet.lots()) {
            add(balances, of(lot, instant));
        }
        for (Hold hold : wallet.holds().values()) {
            Amount zero = zero(hold.amount());
            add(balances, new Balance(zero, zero, zero, hold.amount(), zero, zero));
        }
        for (Amount debt : wallet.debts().values()) {
            Amount zero = zero(debt);
            add(balances, new Balance(zero, zero, zero, zero, zero, debt));
        }
        return List.copyOf(balances.values());
    }

    private static Balance of(Lot lot, Instant instant) {
        Amount zero = zero(lot.remaining());
        if (lot.isExpiredAt(instant)) {
            return new Balance(zero, zero);
        }
        if (lot.account() == LedgerAccount.VOUCHERS) {
            return new Balance(zero, zero, zero, zero, lot.remaining(), zero);
        }
        if (lot.account() == LedgerAccount.PENDING || !lot.isValidAt(instant)) {
            return new Balance(zero, lot.remaining());
        }
        boolean open = lot.account() == LedgerAccount.OPEN;
        return new Balance(lot.remaining(), zero, open ? lot.remaining() : zero, zero, zero, zero);
    }

    private static void add(Map<String, Balance> balances, Balance more) {
        Denomination denomination = more.available.denomination();
        balances.merge(denomination.code(), more, Balance::plus);
    }

    private Balance plus(Balance other) {
        return new Balance(
                available.plus(other.available),
                pending.plus(other.pending),
                open.plus(other.open),
                held.plus(other.held),
                vouchers.plus(other.vouchers),
                debt.plus(other.debt));
    }

    private static Amount zero(Amount like) {
        return Amount.zero(like.denomination());
    }
}
