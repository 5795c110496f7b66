package io.rewards.decision;

import io.rewards.catalogue.YearlyTerms;
import io.rewards.ledger.AwardSubject;
import io.rewards.past.AwardQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A candidate whose offer awards a participant on a day of the year. The 29 February is the 28th in common years.
 * Immutable. Source: domain 2.4 C13, C15, 12.1 Q29.
 */
public interface YearlyCandidate extends Candidate {

    /** Days that must lie between the days of two awards, so that changing the day earns nothing. */
    long FEWEST_DAYS = 364;

    /** The day of the year, where it is known. */
    default Optional<MonthDay> dayOfYear() {
        return ((YearlyTerms) offer().terms())
                .dayOf(situation().account().participant().profile());
    }

    /** True when the participant's day is known. */
    default boolean dayKnown() {
        return dayOfYear().isPresent();
    }

    /** The participant's latest day, today included; the far past where it is not known. */
    default LocalDate latestDay() {
        return dayOfYear()
                .map(monthDay -> monthDay.atYear(eventDay().getYear()).isAfter(eventDay())
                        ? monthDay.atYear(eventDay().getYear() - 1)
                        : monthDay.atYear(eventDay().getYear()))
                .orElse(LocalDate.MIN);
    }

    /** The participant's next day after today; the far future where it is not known. */
    default LocalDate nextDay() {
        return dayOfYear()
                .map(monthDay -> monthDay.atYear(eventDay().getYear()).isAfter(eventDay())
                        ? monthDay.atYear(eventDay().getYear())
                        : monthDay.atYear(eventDay().getYear() + 1))
                .orElse(LocalDate.MAX);
    }

    /** Days after this one are looked at: that of the run before, or yesterday. */
    default LocalDate since() {
        return situation().since();
    }

    /** True when the participant's latest day was not looked at before. */
    private boolean isDue() {
        return dayKnown() && latestDay().isAfter(since());
    }

    /** The instant of the visit; for a day that runs have missed, that day at the same time on the clock. */
    @Override
    default Instant awardedOn() {
        return isDue() && latestDay().isBefore(eventDay())
                ? latestDay()
                        .atTime(performedOn().atZone(situation().zone()).toLocalTime())
                        .atZone(situation().zone())
                        .toInstant()
                : performedOn();
    }

    /** The day itself is tested, whenever a run makes up for it. */
    @Override
    default Instant validityDate() {
        return awardedOn();
    }

    /** The day of the sign-up to the scheme; the far future where that never happened. */
    default LocalDate signUpDay() {
        return signedUp() ? signedUpOn().atZone(situation().zone()).toLocalDate() : LocalDate.MAX;
    }

    /** The day that an award by this offer was last for; the far past where there is none. */
    default LocalDate lastAwardedDay() {
        return situation()
                .past()
                .awards(AwardQuestion.of(offer().code()))
                .latestDay()
                .orElse(LocalDate.MIN);
    }

    /** The year of the participant's latest day. */
    default long latestYear() {
        return latestDay().getYear();
    }

    /** The year of the day that an award by this offer was last for. */
    default long lastAwardedYear() {
        return lastAwardedDay().getYear();
    }

    /** The first day that can be awarded after that one. */
    default LocalDate nextAwardFrom() {
        return lastAwardedDay().equals(LocalDate.MIN)
                ? LocalDate.MIN
                : lastAwardedDay().plusDays(FEWEST_DAYS);
    }

    @Override
    default String awardedOncePer() {
        return "year";
    }

    @Override
    default AwardSubject awardSubject() {
        return dayKnown() ? new AwardSubject.Day(latestDay()) : AwardSubject.NOTHING;
    }
}
