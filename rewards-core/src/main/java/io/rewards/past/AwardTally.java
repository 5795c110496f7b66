package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts awards that stand, oldest first. Not thread-safe. */
final class AwardTally {

    private final TreeSet<PastAward> standing = new TreeSet<>(PastAward.BY_DATE);
    private final Map<Denomination, Amount> amounts = new HashMap<>(2);
    private long own;

    void add(PastAward award) {
        standing.add(award);
        amounts.merge(award.amount().denomination(), award.amount(), Amount::plus);
        own += award.isOwn() ? 1 : 0;
    }

    void remove(PastAward award) {
        standing.remove(award);
        amounts.merge(award.amount().denomination(), award.amount(), Amount::minus);
        own -= award.isOwn() ? 1 : 0;
    }

    NavigableSet<PastAward> standing() {
        return standing;
    }

    boolean isEmpty() {
        return standing.isEmpty();
    }

    long own() {
        return own;
    }

    /** The figures, of all but {@code left}, which are some of them. */
    AwardFigures without(Iterable<PastAward> left, Set<String> except, Optional<LocalDate> latestDay) {
        Map<Denomination, Amount> sums = amounts;
        long count = standing.size();
        long ownCount = own;
        for (PastAward award : left) {
            sums = sums == amounts ? new HashMap<>(amounts) : sums;
            sums.merge(award.amount().denomination(), award.amount(), Amount::minus);
            count--;
            ownCount -= award.isOwn() ? 1 : 0;
        }
        return new AwardFigures(count, ownCount, sums, last(except), count == 0 ? Optional.empty() : latestDay);
    }

    private Instant last(Set<String> except) {
        for (PastAward award : standing.descendingSet()) {
            if (!except.contains(award.lot())) {
                return award.on();
            }
        }
        return Instant.MIN;
    }
}
