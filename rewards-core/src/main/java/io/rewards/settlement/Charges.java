package io.rewards.settlement;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/**
 * What is charged for entries of a merchant, one award or spend after another, so that it does not matter how many settlements
 * they are divided into. Not thread-safe.
 */
final class Charges {

    /** An award at a merchant, or what one lot paid for one purchase. */
    record Item(AccountName account, String lot, Optional<EventKey> purchase) {}

    /** What one event did to an item. */
    record Step(Item item, EventKey event, Amount units, long charged) {}

    private record Movement(Item item, EventKey event) {}

    private final Party merchant;
    private final Map<Item, Tally> tallies = new HashMap<>();

    Charges(Party merchant) {
        this.merchant = merchant;
    }

    /** The accounts that settlements empty. */
    static List<AccountName> settled(Party merchant) {
        return List.of(
                AccountName.of(merchant, AccountKind.CONTRIBUTION),
                AccountName.of(merchant, AccountKind.REIMBURSEMENT));
    }

    /** Counts what was settled of an item before. */
    void settled(Transaction transaction, AccountName account) {
        tally(
                item(transaction, account),
                natural(account, transaction.change(account)).units(),
                0);
    }

    /** Counts what was charged for an item before. */
    void charged(Transaction transaction, AccountName account, long units) {
        tally(item(transaction, account), 0, units);
    }

    private void tally(Item item, long units, long charged) {
        tallies.merge(item, Tally.NONE.plus(units, charged), (known, more) -> known.plus(more.base(), more.charged()));
    }

    /**
     * Charges for those of {@code transactions} that are wanted, in their order. What comes back of something that is settled
     * only later, because it stands in the journal of somebody else, waits for that.
     */
    List<Step> steps(List<Transaction> transactions, Predicate<Amount> wanted, LongOf fresh) {
        Map<Movement, Amount> movements = new LinkedHashMap<>();
        for (AccountName account : settled(merchant)) {
            for (Transaction transaction : transactions) {
                Amount change = natural(account, transaction.change(account));
                if (!change.isZero() && wanted.test(change)) {
                    movements.merge(
                            new Movement(item(transaction, account), transaction.event()), change, Amount::plus);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        Map<Movement, Amount> waiting = new LinkedHashMap<>();
        movements.forEach((movement, units) -> {
            if (-units.units() > tallies.getOrDefault(movement.item, Tally.NONE).base()) {
                waiting.put(movement, units);
            } else {
                steps.add(step(movement, units, fresh.in(units)));
            }
        });
        waiting.forEach((movement, units) -> steps.add(step(movement, units, fresh.in(units))));
        return steps;
    }

    private Step step(Movement movement, Amount units, LongUnaryOperator fresh) {
        long charged = tallies.getOrDefault(movement.item, Tally.NONE).charge(units.units(), fresh);
        tally(movement.item, units.units(), charged);
        return new Step(movement.item, movement.event, units, charged);
    }

    /** What is charged for units of an amount like this one. */
    interface LongOf {
        LongUnaryOperator in(Amount like);
    }

    private static Item item(Transaction transaction, AccountName account) {
        return new Item(account, transaction.lot(), transaction.purchase());
    }

    /** Above zero for what a merchant gives to awards, and for what it is credited. */
    static Amount natural(AccountName account, Amount change) {
        return account.kind() == AccountKind.CONTRIBUTION
                ? Amount.zero(change.denomination()).minus(change)
                : change;
    }
}
