package io.rewards.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Counters;
import io.rewards.account.Windows;
import io.rewards.event.EventKey;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.MemoryPast;
import io.rewards.past.PastChanges;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes to the past of what counts, and what comes back from there. */
class CountingTest {

    private static final Instant FIRST = Instant.parse("2024-03-05T10:00:00Z");
    private static final Windows MONTH = new Windows(new TimeSpan(30, SpanUnit.DAYS), ZoneOffset.UTC);
    private static final Instant END = MONTH.period().after(FIRST, ZoneOffset.UTC);
    private static final Counted OLD = counted("old", FIRST, 2);
    private static final Counted NEW = counted("new", END, 1);

    private Account account = Account.of(Participant.registered("ANNA", FIRST, "U1", Profile.EMPTY));
    private final MemoryPast past = new MemoryPast();

    @Test
    void whatOpensANewWindowClosesTheOldOne() {
        account = account.with(new Counters(Map.of("C", List.of(OLD)), Map.of()));
        put(END, OLD, NEW);
        assertThat(account.progressOf("C")).containsExactly(NEW);
        assertThat(closed()).containsExactly(OLD);
    }

    @Test
    void aLateEventFindsWhatIsClosedAndUsesItUp() {
        whatOpensANewWindowClosesTheOldOne();
        Counting counting = new Counting(account, past);
        assertThat(counting.of("C", Optional.of(MONTH), FIRST.plusSeconds(1))).containsExactly(OLD, NEW);
        put(FIRST.plusSeconds(1), NEW);
        assertThat(account.progressOf("C")).containsExactly(NEW);
        assertThat(closed()).isEmpty();
        assertThat(past.countedFor(OLD.event())).isEmpty();
    }

    @Test
    void whatChangesWhileItIsClosedIsClosedAsItIsNow() {
        whatOpensANewWindowClosesTheOldOne();
        put(FIRST, counted("old", FIRST, 1), NEW);
        assertThat(closed()).containsExactly(counted("old", FIRST, 1));
    }

    @Test
    void whatIsPutMoreThanOnceCountsOnce() {
        whatOpensANewWindowClosesTheOldOne();
        account =
                account.with(new Counters(Map.of(), Map.of(), account.counters().over()));
        Counting counting = new Counting(account, past);
        Optional<Windows> windows = Optional.of(MONTH);
        counting.put("C", windows, FIRST, List.of(OLD));
        assertThat(counting.of("C", windows, FIRST)).containsExactly(OLD);
        counting.put("C", windows, FIRST, List.of(OLD, NEW));
        assertThat(counting.of("C", windows, FIRST)).containsExactly(OLD, NEW);
        counting.put("C", windows, FIRST, List.of(OLD, NEW));
        assertThat(counting.of("C", windows, FIRST)).containsExactly(OLD, NEW);
        past.add(counting.noted(PastChanges.NONE));
        assertThat(closed()).containsExactly(OLD);
        assertThat(counting.counters().countedFor("C")).containsExactly(NEW);
    }

    private void put(Instant date, Counted... left) {
        Counting counting = new Counting(account, past);
        counting.put("C", Optional.of(MONTH), date, List.of(left));
        past.add(counting.noted(PastChanges.NONE));
        account = account.with(counting.counters());
    }

    private List<Counted> closed() {
        return past.counted("C", Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE);
    }

    private static Counted counted(String event, Instant on, long units) {
        return new Counted(EventKey.of(event), on, units);
    }
}
