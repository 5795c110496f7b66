package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What caps leave of awards, by going through all that were made. Source: domain 3.11. */
public final class NaiveCaps {

    /** An award that was made and stands. */
    public record Made(Instant on, BigDecimal amount) {}

    private final ZoneId zone;

    /** Of a programme in {@code zone}. */
    public NaiveCaps(ZoneId zone) {
        this.zone = zone;
    }

    /** True when {@code cap} leaves nothing for an award {@code at} an instant. */
    public boolean isUsedUp(Cap cap, Instant at, List<Made> made) {
        return stretches(cap, at, made).stream()
                .anyMatch(together -> cap.awards().isPresent()
                        ? together.size() >= cap.awards().get()
                        : left(cap, together).signum() <= 0);
    }

    /** What {@code cap} leaves of {@code award}; nothing where it is used up. */
    public BigDecimal cut(BigDecimal award, Cap cap, Instant at, List<Made> made) {
        BigDecimal cut = award;
        for (List<Made> together : stretches(cap, at, made)) {
            if (cap.awards().isPresent()) {
                cut = together.size() >= cap.awards().get() ? BigDecimal.ZERO : cut;
            } else {
                cut = cut.min(left(cap, together).max(BigDecimal.ZERO));
            }
        }
        return cut;
    }

    /** True when no stretch around {@code at} has more than {@code cap} allows. */
    public boolean holds(Cap cap, Instant at, List<Made> made) {
        return stretches(cap, at, made).stream()
                .allMatch(together -> cap.awards().isPresent()
                        ? together.size() <= cap.awards().get()
                        : left(cap, together).signum() >= 0);
    }

    /** The name of the period in which {@code at} lies: the first day in the calendar that lies in the same one. */
    public String name(CapPeriod per, Instant at) {
        if (!(per instanceof CapPeriod.Each each)) {
            return "LIFE";
        }
        LocalDate day = at.atZone(zone).toLocalDate();
        while (isInOne(each, day.minusDays(1), at.atZone(zone).toLocalDate())) {
            day = day.minusDays(1);
        }
        return each.period() + " " + day;
    }

    private static boolean isInOne(CapPeriod.Each each, LocalDate early, LocalDate late) {
        boolean year = early.getYear() == late.getYear();
        return switch (each.period()) {
            case DAY -> early.equals(late);
            case WEEK ->
                late.toEpochDay() - early.toEpochDay()
                        == late.getDayOfWeek().getValue() - early.getDayOfWeek().getValue();
            case MONTH -> year && early.getMonth() == late.getMonth();
            case QUARTER -> year && (early.getMonthValue() - 1) / 3 == (late.getMonthValue() - 1) / 3;
            case YEAR -> year;
        };
    }

    /** Awards that a cap counts together, and with which an award at an instant would count. */
    private List<List<Made>> stretches(Cap cap, Instant at, List<Made> made) {
        if (!(cap.per() instanceof CapPeriod.Within within)) {
            return List.of(made.stream()
                    .filter(each -> name(cap.per(), each.on()).equals(name(cap.per(), at)))
                    .toList());
        }
        List<List<Made>> stretches = new ArrayList<>();
        stretches.add(during(at, within.span(), made));
        for (Made each : made) {
            if (each.on().isAfter(at) && each.on().isBefore(NaiveTime.plus(at, within.span(), zone))) {
                stretches.add(during(each.on(), within.span(), made));
            }
        }
        return stretches;
    }

    private List<Made> during(Instant at, TimeSpan span, List<Made> made) {
        return made.stream()
                .filter(each -> !each.on().isAfter(at) && at.isBefore(NaiveTime.plus(each.on(), span, zone)))
                .toList();
    }

    private static BigDecimal left(Cap cap, List<Made> made) {
        BigDecimal used = made.stream().map(Made::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return cap.amount().map(Amount::decimal).orElseThrow().subtract(used);
    }
}
