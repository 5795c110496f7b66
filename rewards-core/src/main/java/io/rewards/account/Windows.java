package io.rewards.account;

import io.rewards.past.Past;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The windows of an offer that counts over a period. What can only count for an event that is told late is not kept in the
 * account: its window had closed when the newest of those that count happened. Immutable. Source: domain 2.4 C4 to C6,
 * 12.1 Q9.
 *
 * @param period of a window
 * @param zone whose calendar counts the period
 */
public record Windows(TimeSpan period, ZoneId zone) {

    /** No clock was ever moved by more: so much earlier a period can begin that ends after a later one. */
    private static final Duration CLOCKS_MOVE = Duration.ofDays(1);

    /** What counts, in a window that is still open or for late events only. */
    public record Split(List<Counted> open, List<Counted> closed) {}

    /**
     * What is over and could count together with an event of {@code date}, or in the window that comes after those. An
     * event that comes when all of that has ended finds nothing and does not ask.
     */
    public List<Counted> closedAround(Account account, Past past, String offer, Instant date) {
        if (!isLate(account, offer, date)) {
            return List.of();
        }
        Instant from = earliest(date);
        Instant end = period.after(date, zone);
        Set<Counted> around =
                new LinkedHashSet<>(past.counted(offer, from, period.after(end, zone), Integer.MAX_VALUE));
        for (Counted next : past.counted(offer, end, Instant.MAX, 1)) {
            Instant opening = next.performedOn();
            around.addAll(past.counted(offer, opening, period.after(opening, zone), Integer.MAX_VALUE));
        }
        return List.copyOf(around);
    }

    /** Windows that open before have ended when an event of {@code date} happens. */
    private Instant earliest(Instant date) {
        return period.before(date, zone).minus(CLOCKS_MOVE.multipliedBy(2));
    }

    private boolean isLate(Account account, String offer, Instant date) {
        return account.counters()
                .newestOver(offer)
                .filter(newest -> period.after(newest, zone).plus(CLOCKS_MOVE).isAfter(date))
                .isPresent();
    }

    /** Everything that could count together with an event of {@code date}, in order. */
    public List<Counted> around(Account account, Past past, String offer, Instant date) {
        List<Counted> closed = closedAround(account, past, offer, date);
        List<Counted> open = account.progressOf(offer);
        if (closed.isEmpty()) {
            return open;
        }
        List<Counted> all = new ArrayList<>(closed);
        all.addAll(open);
        all.sort(null);
        return all;
    }

    /**
     * Tells what stays in the account from what is over.
     *
     * @param counted in order
     * @param newest date of the newest that ever counted together with these
     */
    public Split split(List<Counted> counted, Instant newest) {
        int first = 0;
        while (first < counted.size()
                && !period.after(counted.get(first).performedOn(), zone).isAfter(newest)) {
            first++;
        }
        if (first == 0) {
            return new Split(List.copyOf(counted), List.of());
        }
        return new Split(List.copyOf(counted.subList(first, counted.size())), List.copyOf(counted.subList(0, first)));
    }
}
