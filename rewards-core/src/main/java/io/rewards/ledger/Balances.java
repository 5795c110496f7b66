package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What accounts hold, by denomination: the sum of transactions. Immutable.
 *
 * @param amounts by code of the denomination; zero balances are left out
 */
public record Balances(Map<String, Map<LedgerAccount, Amount>> amounts) {

    /** Copies the balances. */
    public Balances {
        Map<String, Map<LedgerAccount, Amount>> copy = new TreeMap<>();
        amounts.forEach((code, byAccount) -> {
            Map<LedgerAccount, Amount> kept = new EnumMap<>(LedgerAccount.class);
            byAccount.forEach((account, amount) -> {
                if (!amount.isZero()) {
                    kept.put(account, amount);
                }
            });
            if (!kept.isEmpty()) {
                copy.put(code, Collections.unmodifiableMap(kept));
            }
        });
        amounts = Collections.unmodifiableMap(copy);
    }

    /** The balances after {@code transactions}. */
    public static Balances of(Stream<Transaction> transactions) {
        Map<String, Map<LedgerAccount, Amount>> sums = new TreeMap<>();
        transactions.forEach(transaction -> {
            Map<LedgerAccount, Amount> sum = sums.computeIfAbsent(
                    transaction.amount().denomination().code(), unused -> new EnumMap<>(LedgerAccount.class));
            sum.merge(transaction.from(), transaction.change(transaction.from()), Amount::plus);
            sum.merge(transaction.to(), transaction.amount(), Amount::plus);
        });
        return new Balances(sums);
    }

    /** What these and {@code others} hold together. */
    public Balances plus(Balances others) {
        Map<String, Map<LedgerAccount, Amount>> sums = new TreeMap<>();
        amounts.forEach((code, byAccount) -> sums.put(code, new EnumMap<>(byAccount)));
        others.amounts.forEach((code, byAccount) -> {
            Map<LedgerAccount, Amount> sum = sums.computeIfAbsent(code, unused -> new EnumMap<>(LedgerAccount.class));
            byAccount.forEach((account, amount) -> sum.merge(account, amount, Amount::plus));
        });
        return new Balances(sums);
    }

    /** What {@code account} holds. */
    public Amount of(LedgerAccount account, Denomination denomination) {
        return amounts.getOrDefault(denomination.code(), Map.of()).getOrDefault(account, Amount.zero(denomination));
    }

    /** What the programme owes to the participants, less what they owe. */
    public Amount liability(Denomination denomination) {
        Amount sum = Amount.zero(denomination);
        for (LedgerAccount account : LedgerAccount.values()) {
            sum = account.isLiability() ? sum.plus(of(account, denomination)) : sum;
        }
        return sum;
    }

    /** The sum over all accounts; anything but zero is a mistake. */
    public Amount sum(Denomination denomination) {
        Amount sum = Amount.zero(denomination);
        for (LedgerAccount account : LedgerAccount.values()) {
            sum = sum.plus(of(account, denomination));
        }
        return sum;
    }

    /** Codes of the denominations with a balance. */
    public Set<String> denominations() {
        return new TreeSet<>(amounts.keySet());
    }
}
