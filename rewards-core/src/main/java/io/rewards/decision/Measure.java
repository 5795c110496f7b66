package io.rewards.decision;

import io.rewards.amount.Amount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What was found or what was required, as a value of a kind that can be compared and shown. Immutable. */
public sealed interface Measure {

    /** The value as a person reads it. */
    String text();

    /** How far {@code other} is from this value, where their kind has distances. */
    default Optional<Measure> distanceTo(Measure other) {
        return Optional.empty();
    }

    /** An amount. */
    record Money(Amount amount) implements Measure {
        @Override
        public String text() {
            return amount.toString();
        }

        @Override
        public Optional<Measure> distanceTo(Measure other) {
            if (other instanceof Money money && money.amount.denomination().equals(amount.denomination())) {
                return Optional.of(new Money(amount.max(money.amount).minus(amount.min(money.amount))));
            }
            return Optional.empty();
        }
    }

    /** A number of things. */
    record Count(long number) implements Measure {
        @Override
        public String text() {
            return Long.toString(number);
        }

        @Override
        public Optional<Measure> distanceTo(Measure other) {
            return other instanceof Count count
                    ? Optional.of(new Count(Math.abs(Math.subtractExact(number, count.number))))
                    : Optional.empty();
        }
    }

    /** A moment. */
    record Moment(Instant instant) implements Measure {
        @Override
        public String text() {
            return instant.toString();
        }

        @Override
        public Optional<Measure> distanceTo(Measure other) {
            return other instanceof Moment moment
                    ? Optional.of(
                            new Span(Duration.between(instant, moment.instant).abs()))
                    : Optional.empty();
        }
    }

    /** A day. */
    record Day(LocalDate date) implements Measure {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public Optional<Measure> distanceTo(Measure other) {
            return other instanceof Day day
                    ? Optional.of(new Count(Math.abs(ChronoUnit.DAYS.between(date, day.date))))
                    : Optional.empty();
        }
    }

    /** A length of time. */
    record Span(Duration duration) implements Measure {
        @Override
        public String text() {
            return duration.toString();
        }
    }

    /** Anything that is only named. */
    record Words(String words) implements Measure {
        @Override
        public String text() {
            return words;
        }
    }
}
