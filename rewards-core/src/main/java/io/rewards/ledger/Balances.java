package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What accounts hold, by denomination: the sum of transactions. Accounts of one kind are summed over all parties, and
 * those of merchants also kept one by one. Immutable.
 *
 * @param amounts by denomination and kind of account; zero balances are left out
 * @param merchants by denomination and account of a merchant; zero balances are left out
 */
public record Balances(
        Map<Denomination, Map<AccountKind, Amount>> amounts, Map<Denomination, Map<AccountName, Amount>> merchants) {

    /** Every account is empty. */
    public static final Balances NONE = new Balances(Map.of(), Map.of());

    /** Copies the balances. */
    public Balances {
        amounts = copy(amounts, () -> new EnumMap<>(AccountKind.class));
        merchants = copy(merchants, TreeMap::new);
    }

    /** The balances after {@code transactions}. */
    public static Balances of(Stream<Transaction> transactions) {
        Map<Denomination, Map<AccountKind, Amount>> sums = new TreeMap<>();
        Map<Denomination, Map<AccountName, Amount>> named = new TreeMap<>();
        transactions.forEach(transaction -> {
            Amount in = transaction.amount();
            Amount out = Amount.zero(in.denomination()).minus(in);
            add(sums, named, transaction.from(), out);
            add(sums, named, transaction.to(), in);
        });
        return new Balances(sums, named);
    }

    /** What these and {@code others} hold together. */
    public Balances plus(Balances others) {
        Map<Denomination, Map<AccountKind, Amount>> sums = new TreeMap<>();
        Map<Denomination, Map<AccountName, Amount>> named = new TreeMap<>();
        for (Balances each : new Balances[] {this, others}) {
            each.amounts.forEach((denomination, held) ->
                    held.forEach((kind, amount) -> ofKinds(sums, denomination).merge(kind, amount, Amount::plus)));
            each.merchants.forEach((denomination, held) ->
                    held.forEach((name, amount) -> ofNames(named, denomination).merge(name, amount, Amount::plus)));
        }
        return new Balances(sums, named);
    }

    /** What all accounts of this kind hold. */
    public Amount of(AccountKind account, Denomination denomination) {
        return amounts.getOrDefault(denomination, Map.of()).getOrDefault(account, Amount.zero(denomination));
    }

    /**
     * What {@code account} of a merchant or the programme holds.
     *
     * @throws IllegalArgumentException for an account of a participant, which the journal of the participant knows by kind
     */
    public Amount of(AccountName account, Denomination denomination) {
        return switch (account.party().kind()) {
            case PARTICIPANT ->
                throw new IllegalArgumentException(
                        "The account (" + account + ") is summed with those of other participants.");
            case MERCHANT ->
                merchants.getOrDefault(denomination, Map.of()).getOrDefault(account, Amount.zero(denomination));
            case PROGRAMME -> of(account.kind(), denomination);
        };
    }

    /** What the programme owes to the participants, less what they owe. */
    public Amount liability(Denomination denomination) {
        Amount sum = Amount.zero(denomination);
        for (AccountKind account : AccountKind.values()) {
            sum = account.isLiability() ? sum.plus(of(account, denomination)) : sum;
        }
        return sum;
    }

    /** The sum over all accounts; anything but zero is a mistake. */
    public Amount sum(Denomination denomination) {
        Amount sum = Amount.zero(denomination);
        for (AccountKind account : AccountKind.values()) {
            sum = sum.plus(of(account, denomination));
        }
        return sum;
    }

    /** The denominations with a balance. */
    public Set<Denomination> denominations() {
        return new TreeSet<>(amounts.keySet());
    }

    private static void add(
            Map<Denomination, Map<AccountKind, Amount>> sums,
            Map<Denomination, Map<AccountName, Amount>> named,
            AccountName account,
            Amount amount) {
        Denomination denomination = amount.denomination();
        ofKinds(sums, denomination).merge(account.kind(), amount, Amount::plus);
        if (account.party().kind() == Party.Kind.MERCHANT) {
            ofNames(named, denomination).merge(account, amount, Amount::plus);
        }
    }

    private static Map<AccountKind, Amount> ofKinds(
            Map<Denomination, Map<AccountKind, Amount>> sums, Denomination denomination) {
        return sums.computeIfAbsent(denomination, unused -> new EnumMap<>(AccountKind.class));
    }

    private static Map<AccountName, Amount> ofNames(
            Map<Denomination, Map<AccountName, Amount>> sums, Denomination denomination) {
        return sums.computeIfAbsent(denomination, unused -> new TreeMap<>());
    }

    private static <K> Map<Denomination, Map<K, Amount>> copy(
            Map<Denomination, Map<K, Amount>> amounts, Supplier<Map<K, Amount>> empty) {
        Map<Denomination, Map<K, Amount>> copy = new TreeMap<>();
        amounts.forEach((denomination, held) -> {
            Map<K, Amount> kept = empty.get();
            held.forEach((account, amount) -> {
                if (!amount.isZero()) {
                    kept.put(account, amount);
                }
            });
            if (!kept.isEmpty()) {
                copy.put(denomination, Collections.unmodifiableMap(kept));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
