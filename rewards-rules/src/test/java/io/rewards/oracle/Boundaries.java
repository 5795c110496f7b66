package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayHours;
import io.rewards.time.RecurringDays;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The instants and amounts at which an offer of a programme changes its mind. For one thread. */
final class Boundaries {

    private static final List<Duration> BESIDE = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofNanos(-1),
            Duration.ofNanos(1),
            Duration.ofSeconds(1));

    private final Programme programme;
    private final Season season;
    private final ZoneId zone;
    private final NavigableSet<Instant> instants = new TreeSet<>();
    private final List<Long> units = new ArrayList<>();
    private final List<TimeSpan> spans = new ArrayList<>();

    Boundaries(Programme programme, Season season) {
        this.programme = programme;
        this.season = season;
        zone = programme.settings().zone();
        programme.offers().forEach(this::offer);
    }

    /** Also the yearly days around {@code day}. */
    void yearly(MonthDay day) {
        for (Offer offer : programme.offers()) {
            if (offer.validity() instanceof OfferValidity.BirthdayPeriod birthday) {
                around(day, birthday.days().before(), birthday.days().after());
            } else if (offer.validity() instanceof OfferValidity.NameDayPeriod nameDay) {
                around(day, nameDay.days().before(), nameDay.days().after());
            }
        }
    }

    /** Also the ends of the periods that a purchase of {@code instant} opens. */
    void opened(Instant instant) {
        spans.forEach(span -> instants.add(span.after(instant, zone)));
    }

    /** An instant at or beside a boundary, after {@code instant} and not far from it; {@code instant} where there is none. */
    Instant next(Instant instant, Dice dice) {
        List<Instant> near = instants.tailSet(instant, false).stream().limit(3).toList();
        return near.isEmpty() ? instant : dice.oneOf(near).plus(dice.oneOf(BESIDE));
    }

    /** An instant at or beside a boundary before {@code instant}; {@code instant} where there is none. */
    Instant earlier(Instant instant, Dice dice) {
        List<Instant> passed = new ArrayList<>(instants.headSet(instant, false));
        return passed.isEmpty() ? instant : dice.oneOf(passed).plus(dice.oneOf(BESIDE));
    }

    /** The end of a period of an offer that a purchase of {@code instant} opens, or just beside it. */
    Instant afterSpan(Instant instant, Dice dice) {
        return spans.isEmpty()
                ? instant
                : dice.oneOf(spans).after(instant, zone).plus(dice.oneOf(BESIDE));
    }

    /** An amount in smallest units at or beside a boundary. */
    long amount(Dice dice) {
        return units.isEmpty() ? 1 : Math.max(0, dice.oneOf(units) + dice.between(-1L, 1));
    }

    private void offer(Offer offer) {
        offer.latestEffectiveDate().ifPresent(instants::add);
        if (offer.validity() instanceof OfferValidity.SpecificPeriods specific) {
            for (DateTimePeriod period : specific.periods()) {
                moment(period.from());
                moment(period.toExclusive());
            }
        } else if (offer.validity() instanceof OfferValidity.RecurringPeriods recurring) {
            for (RecurringDays days : recurring.periods()) {
                around(days.from(), 0, 0);
                around(days.through(), 0, 0);
            }
        }
        day(offer.conditions().period().from());
        LocalDate last = offer.conditions().period().through();
        day(last.equals(LocalDate.MAX) ? last : last.plusDays(1));
        for (WeeklyWindow window : offer.conditions().times().windows()) {
            DayHours hours = window.hours();
            for (int i = 0; i < season.days(); i += 5) {
                hour(season.opening().plusDays(i), hours.from());
                hour(season.opening().plusDays(i), hours.toExclusive());
            }
        }
        offer.conditions().maximumUnprocessed().ifPresent(spans::add);
        terms(offer.terms());
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            spans.add(past.within());
        } else if (offer.award() instanceof Award.Rate rate) {
            amount(rate.per());
        } else if (offer.award() instanceof Award.FixedAmount fixed
                && fixed.amount().denomination().equals(programme.settings().currency())) {
            amount(fixed.amount());
        }
    }

    private void terms(Terms terms) {
        if (terms instanceof Terms.TransactionRevenue revenue) {
            amount(revenue.from());
            revenue.to().ifPresent(this::amount);
        } else if (terms instanceof Terms.SpendLoyalty spend) {
            amount(spend.target());
            units.add(spend.target().units() / 2);
            spans.add(spend.period());
        } else if (terms instanceof Terms.CountLoyalty count) {
            spans.add(count.period());
        } else if (terms instanceof Terms.QuantityLoyalty pieces) {
            spans.add(pieces.period());
        }
    }

    private void amount(Amount amount) {
        units.add(amount.units());
    }

    private void day(LocalDate date) {
        if (!date.equals(LocalDate.MIN) && !date.equals(LocalDate.MAX)) {
            moment(date.atStartOfDay());
        }
    }

    private void hour(LocalDate date, LocalTime time) {
        moment(date.atTime(time));
    }

    private void moment(LocalDateTime local) {
        programme
                .units()
                .forEach(unit ->
                        instants.add(local.atZone(unit.zone().orElse(zone)).toInstant()));
    }

    private void around(MonthDay day, int before, int after) {
        for (int year = season.opening().getYear() - 1; year <= season.opening().getYear() + 2; year++) {
            day(day.atYear(year).minusDays(before));
            day(day.atYear(year).plusDays(after + 1L));
        }
    }
}
