package io.rewards.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.PastChanges;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of windows in an account, and what goes to its past. */
class WindowsTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final Instant FIRST = Instant.parse("2024-03-05T10:00:00Z");
    private static final String OFFER = "C";

    private final Windows windows = new Windows(new TimeSpan(30, SpanUnit.DAYS), NICOSIA);
    private final Instant end = windows.period().after(FIRST, NICOSIA);

    @Test
    void aWindowIsOpenUntilJustBeforeItsEndAndClosedFromItsEndOn() {
        Counted opening = counted("first", FIRST);
        for (Instant newest : List.of(FIRST, end.minusNanos(1))) {
            Counted other = counted("other", newest);
            assertThat(windows.split(List.of(opening, other), newest))
                    .isEqualTo(new Windows.Split(List.of(opening, other), List.of()));
        }
        for (Instant newest : List.of(end, end.plusNanos(1))) {
            Counted other = counted("other", newest);
            assertThat(windows.split(List.of(opening, other), newest))
                    .isEqualTo(new Windows.Split(List.of(other), List.of(opening)));
        }
    }

    @Test
    void theNewestClosesWindowsAlsoWhereItIsUsedUp() {
        assertThat(windows.split(List.of(counted("first", FIRST)), end))
                .isEqualTo(new Windows.Split(List.of(), List.of(counted("first", FIRST))));
    }

    @Test
    void aLateEventFindsWhatIsClosed() {
        Counted first = counted("first", FIRST);
        Counted open = counted("open", end.plusSeconds(9));
        Holder holder = holder();
        holder.set(holder.account().with(new Counters(Map.of(OFFER, List.of(open)), Map.of(), Map.of(OFFER, FIRST))));
        holder.past().add(PastChanges.NONE.with(Map.of(OFFER, List.of(first)), Map.of()));
        for (Instant late :
                List.of(FIRST, FIRST.plusSeconds(1), end, windows.period().before(FIRST, NICOSIA), end.minusNanos(1))) {
            assertThat(windows.around(holder.account(), holder.past(), OFFER, late))
                    .as(late.toString())
                    .containsExactly(first, open);
        }
        assertThat(windows.around(holder.account(), holder.past(), OFFER, FIRST.plusSeconds(90 * 86_400)))
                .containsExactly(open);
        assertThat(windows.around(holder.account(), holder.past(), "OTHER", FIRST))
                .isEmpty();
    }

    @Test
    void aLateEventFindsTheWholeWindowThatComesAfterItsOwn() {
        Counted opening = counted("opening", end.plusSeconds(20 * 86_400));
        Counted last = counted(
                "last", windows.period().after(opening.performedOn(), NICOSIA).minusNanos(1));
        Holder holder = holder();
        holder.set(holder.account().with(new Counters(Map.of(), Map.of(), Map.of(OFFER, last.performedOn()))));
        holder.past().add(PastChanges.NONE.with(Map.of(OFFER, List.of(opening, last)), Map.of()));
        assertThat(windows.around(holder.account(), holder.past(), OFFER, FIRST))
                .containsExactly(opening, last);
        Counted late = counted("late", FIRST);
        Accumulation counted = Accumulation.of(List.of(opening, last), late, 1, windows.period(), false, NICOSIA);
        assertThat(counted.carried()).isEqualTo(opening.units() + last.units());
    }

    @ParameterizedTest
    @CsvSource({
        "1, DAYS, false",
        "2, DAYS, true",
        "3, MONTHS, false",
        "4, MONTHS, true",
        "5, HOURS, false",
        "6, HOURS, true",
        "7, DAYS, false",
        "8, DAYS, true",
        "9, MONTHS, false",
        "10, MONTHS, true"
    })
    void nothingIsLostAndEverythingIsDecidedAsIfNothingWasOver(long seed, SpanUnit unit, boolean carry) {
        decidesAsIfNothingWasOver(seed, unit, carry, NICOSIA, FIRST);
    }

    @ParameterizedTest
    @CsvSource({"11, DAYS, false", "12, DAYS, true", "13, MONTHS, false", "14, MONTHS, true", "15, HOURS, true"})
    void aDayThatACalendarLeavesOutLosesNothing(long seed, SpanUnit unit, boolean carry) {
        for (long more = 0; more < 20; more++) {
            decidesAsIfNothingWasOver(seed + 100 * more, unit, carry, APIA, Instant.parse("2011-12-20T10:00:00Z"));
        }
    }

    private static void decidesAsIfNothingWasOver(long seed, SpanUnit unit, boolean carry, ZoneId zone, Instant start) {
        Random random = new Random(seed);
        int count = unit == SpanUnit.MONTHS ? 1 : 1 + random.nextInt(3);
        Windows some = new Windows(new TimeSpan(count, unit), zone);
        long target = 3L + random.nextInt(3);
        List<Counted> all = List.of();
        Holder holder = holder();
        Instant now = start;
        int pruned = 0;
        int late = 0;
        for (int step = 0; step < 400; step++) {
            String where = "WindowsTest seed " + seed + " step " + step;
            now = now.plusSeconds(random.nextInt(seconds(unit)));
            Instant date = random.nextInt(4) == 0 ? now.minusSeconds(random.nextInt(6 * seconds(unit))) : now;
            Counted purchase = new Counted(EventKey.of("e" + step), date, 1 + random.nextInt(2));
            List<Counted> closed = some.closedAround(holder.account(), holder.past(), OFFER, date);
            List<Counted> around = some.around(holder.account(), holder.past(), OFFER, date);
            Accumulation pruning = Accumulation.of(around, purchase, target, some.period(), carry, zone);
            Accumulation naive = Accumulation.of(all, purchase, target, some.period(), carry, zone);
            assertThat(List.of(pruning.reached(), pruning.sum(), pruning.times(), pruning.windowEnds(), pruning.used()))
                    .as(where)
                    .isEqualTo(List.of(naive.reached(), naive.sum(), naive.times(), naive.windowEnds(), naive.used()));
            all = naive.reached() ? naive.unused() : naive.all();
            keep(holder, some, pruning.reached() ? pruning.unused() : pruning.all(), closed);
            assertThat(everything(holder)).as(where).isEqualTo(all);
            if (!zone.equals(APIA)) {
                Instant newest = newest(holder.account().progressOf(OFFER), Instant.MIN);
                assertThat(holder.account().progressOf(OFFER))
                        .as(where)
                        .allMatch(each ->
                                some.period().after(each.performedOn(), zone).isAfter(newest));
            }
            pruned += closedOf(holder).size();
            late += closed.isEmpty() ? 0 : 1;
        }
        assertThat(pruned).as("seed " + seed + " closes windows").isPositive();
        assertThat(late).as("seed " + seed + " has late events").isPositive();
    }

    private static int seconds(SpanUnit unit) {
        return switch (unit) {
            case HOURS -> 3_600;
            case DAYS -> 86_400;
            default -> 20 * 86_400;
        };
    }

    /** Keeps what counts after an event, as a decision does. */
    private static void keep(Holder holder, Windows windows, List<Counted> left, List<Counted> closed) {
        Instant newest = newest(left, newest(holder.account().progressOf(OFFER), Instant.MIN));
        Windows.Split split = windows.split(left, newest);
        List<Counted> nowClosed = new ArrayList<>(split.closed());
        nowClosed.removeAll(closed);
        List<Counted> reopened = new ArrayList<>(closed);
        reopened.removeAll(split.closed());
        Instant over =
                newest(nowClosed, holder.account().counters().newestOver(OFFER).orElse(Instant.MIN));
        Map<String, Instant> newestOver = over.equals(Instant.MIN) ? Map.of() : Map.of(OFFER, over);
        holder.set(holder.account().with(new Counters(Map.of(OFFER, split.open()), Map.of(), newestOver)));
        holder.past().add(PastChanges.NONE.with(Map.of(OFFER, nowClosed), Map.of(OFFER, reopened)));
    }

    private static Instant newest(List<Counted> counted, Instant least) {
        return counted.stream()
                .map(Counted::performedOn)
                .reduce(least, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static List<Counted> closedOf(Holder holder) {
        return holder.past().counted(OFFER, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE);
    }

    private static List<Counted> everything(Holder holder) {
        List<Counted> both = new ArrayList<>(closedOf(holder));
        both.addAll(holder.account().progressOf(OFFER));
        both.sort(null);
        return both;
    }

    private static Holder holder() {
        return new Holder(Participant.registered("ANNA", FIRST, "U1", Profile.EMPTY));
    }

    private static Counted counted(String event, Instant on) {
        return new Counted(EventKey.of(event), on, 1);
    }
}
