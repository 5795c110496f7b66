package io.rewards.catalogue;

import io.rewards.time.DateTimePeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import java.util.List;

/** Which events an offer may award, by their date. Immutable. Source: domain 3.4. */
public sealed interface OfferValidity {

    /** The kind of this validity. */
    ValidityKind kind();

    /** From the instant the offer last became effective, itself inside, with no end. */
    record FromLatestEffectiveDate() implements OfferValidity {
        @Override
        public ValidityKind kind() {
            return ValidityKind.FROM_LATEST_EFFECTIVE_DATE;
        }
    }

    /** In one of several periods, whenever the offer became effective. */
    record SpecificPeriods(List<DateTimePeriod> periods) implements OfferValidity {

        /** Copies the list. Refuses an empty one. */
        public SpecificPeriods {
            periods = List.copyOf(periods);
            requireSome(periods);
        }

        @Override
        public ValidityKind kind() {
            return ValidityKind.SPECIFIC_PERIOD;
        }
    }

    /** On certain days of every year. */
    record RecurringPeriods(List<RecurringDays> periods) implements OfferValidity {

        /** Copies the list. Refuses an empty one. */
        public RecurringPeriods {
            periods = List.copyOf(periods);
            requireSome(periods);
        }

        @Override
        public ValidityKind kind() {
            return ValidityKind.RECURRING_PERIOD;
        }
    }

    /** Around the participant's birthday. */
    record BirthdayPeriod(DaysAround days) implements OfferValidity {
        @Override
        public ValidityKind kind() {
            return ValidityKind.BIRTHDAY_PERIOD;
        }
    }

    /** Around the participant's name day. */
    record NameDayPeriod(DaysAround days) implements OfferValidity {
        @Override
        public ValidityKind kind() {
            return ValidityKind.NAME_DAY_PERIOD;
        }
    }

    private static void requireSome(List<?> periods) {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("The validity must name at least one period.");
        }
    }
}
