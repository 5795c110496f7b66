package io.rewards.account;

import io.rewards.past.Past;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of an offer that counts over a period. What can only count for an event that is told late is not kept in the
 * account: its window had closed when the newest of those that count happened. Immutable. Source: domain 2.4 C4 to C6,
 * 12.1 Q9.
 *
 * @param period of a window
 * @param zone whose calendar counts the period
 */
public record Windows(TimeSpan period, ZoneId zone) {

    /** What counts, in a window that is still open or for late events only. */
    public record Split(List<Counted> open, List<Counted> closed) {}

    /**
     * What is over and could count together with an event of {@code date}, or opens the window that comes after those. It
     * reaches two periods each way, because months are not as long as each other.
     */
    public List<Counted> closedAround(Past past, String offer, Instant date) {
        Instant from = period.before(period.before(date, zone), zone);
        Instant end = period.after(date, zone);
        List<Counted> around = past.counted(offer, from, period.after(end, zone), Integer.MAX_VALUE);
        List<Counted> next = past.counted(offer, end, Instant.MAX, 1);
        if (next.isEmpty() || around.contains(next.get(0))) {
            return around;
        }
        Instant opening = next.get(0).performedOn();
        List<Counted> all = new ArrayList<>(around);
        all.addAll(past.counted(offer, opening, period.after(opening, zone), Integer.MAX_VALUE));
        return all;
    }

    /** Everything that could count together with an event of {@code date}, in order. */
    public List<Counted> around(Account account, Past past, String offer, Instant date) {
        List<Counted> closed = closedAround(past, offer, date);
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
