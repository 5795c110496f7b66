package io.rewards.ledger;

import io.rewards.amount.Amount;
import java.util.Comparator;

/**
 * What went from accounts of one kind to accounts of another in one of several spans of time that follow each other, by when
 * it was recorded. Immutable.
 *
 * @param span which of the spans, the first one being 0
 * @param from kind of the accounts that the money left
 * @param to kind of the accounts that it went to
 * @param scheme code of the scheme of its offers; empty for money that no offer awarded
 * @param amount of all of it together, above 0
 */
public record Turnover(int span, AccountKind from, AccountKind to, String scheme, Amount amount)
        implements Comparable<Turnover> {

    private static final Comparator<Turnover> ORDER = Comparator.comparingInt(Turnover::span)
            .thenComparing(Turnover::from)
            .thenComparing(Turnover::to)
            .thenComparing(Turnover::scheme)
            .thenComparing(each -> each.amount().denomination());

    /** What it adds to what the programme owes its participants; negative where it takes. */
    public Amount changeOfLiability() {
        Amount zero = Amount.zero(amount.denomination());
        if (from.isLiability() == to.isLiability()) {
            return zero;
        }
        return to.isLiability() ? amount : zero.minus(amount);
    }

    /** By time, then by the accounts, the scheme and the denomination. */
    @Override
    public int compareTo(Turnover other) {
        return ORDER.compare(this, other);
    }
}
