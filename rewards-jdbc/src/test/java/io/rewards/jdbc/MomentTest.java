package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final List<Instant> AT_THE_EDGES = List.of(
            Instant.MIN,
            Instant.MIN.plusNanos(1),
            Instant.parse("-10000-12-31T23:59:59.999999999Z"),
            Instant.parse("-0001-12-31T23:59:59Z"),
            Instant.parse("0000-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999999Z"),
            Instant.EPOCH,
            Instant.parse("2024-02-29T12:00:00Z"),
            Instant.parse("2369-12-31T23:59:59Z"),
            Instant.parse("2370-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Instant.parse("+10000-01-01T00:00:00Z"),
            Instant.MAX.minusNanos(1),
            Instant.MAX);

    @Test
    void anInstantIsWrittenAsPeopleReadIt() {
        assertThat(Moment.text(Instant.parse("2026-03-05T14:30:00Z"))).isEqualTo("2026-03-05T14:30:00.000000000Z");
        assertThat(Moment.text(LocalDate.of(2026, 3, 5))).isEqualTo("2026-03-05");
    }

    @Test
    void everyInstantIsReadBackAndSortsByTime() {
        List<Instant> all = new ArrayList<>(AT_THE_EDGES);
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long reach = i % 2 == 0 ? 100_000_000_000L : Instant.MAX.getEpochSecond();
            all.add(Instant.ofEpochSecond(random.nextLong(-reach, reach), random.nextInt(1_000_000_000)));
        }

        assertThat(all)
                .allSatisfy(instant ->
                        assertThat(Moment.instant(Moment.text(instant))).isEqualTo(instant));
        List<Instant> byText = new ArrayList<>(all);
        byText.sort(Comparator.comparing(Moment::text));
        Collections.sort(all);
        assertThat(byText).isEqualTo(all);
    }

    @Test
    void daysSortByTime() {
        List<LocalDate> days =
                List.of(LocalDate.MIN, LocalDate.of(-1, 12, 31), LocalDate.of(0, 1, 1), LocalDate.MAX.minusDays(1));

        assertThat(days.stream().map(Moment::text)).isSorted();
        assertThat(days)
                .allSatisfy(day -> assertThat(Moment.day(Moment.text(day))).isEqualTo(day));
        assertThat(Moment.text(LocalDate.MAX)).isGreaterThan(Moment.text(LocalDate.of(9999, 12, 31)));
    }
}
