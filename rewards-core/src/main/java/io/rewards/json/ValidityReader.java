package io.rewards.json;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.OfferValidity;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.TimeSpan;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** Reads which events an offer may award, and how long the money may be spent. */
final class ValidityReader {

    private static final String FROM_LATEST = "FROM_LATEST_EFFECTIVE_DATE";
    private static final String FROM_SCHEME = "FROM_SCHEME";
    private static final String ALWAYS_VALID = "ALWAYS_VALID";
    private static final String NEVER = "NEVER";

    private ValidityReader() {}

    static OfferValidity offerValidity(Value value) {
        if (value.scalar().isPresent()) {
            if (Scalars.anyText(value).equals(FROM_LATEST)) {
                return new OfferValidity.FromLatestEffectiveDate();
            }
            throw value.must(
                    "be " + FROM_LATEST + " or an object with specificPeriods, recurringPeriods, birthday or nameDay");
        }
        return value.object(fields -> {
            Optional<String> kind = fields.exactlyOne("specificPeriods", "recurringPeriods", "birthday", "nameDay");
            Reading<List<DateTimePeriod>> periods = Scalars.all(ValidityReader::period);
            Reading<List<RecurringDays>> days = Scalars.all(ValidityReader::recurringDays);
            Optional<OfferValidity> specific =
                    fields.optional("specificPeriods", list -> new OfferValidity.SpecificPeriods(periods.read(list)));
            Optional<OfferValidity> recurring =
                    fields.optional("recurringPeriods", list -> new OfferValidity.RecurringPeriods(days.read(list)));
            Optional<OfferValidity> birthday =
                    fields.optional("birthday", around -> new OfferValidity.BirthdayPeriod(daysAround(around)));
            Optional<OfferValidity> nameDay =
                    fields.optional("nameDay", around -> new OfferValidity.NameDayPeriod(daysAround(around)));
            if (kind.isEmpty()) {
                throw new NotedException();
            }
            return specific.or(() -> recurring)
                    .or(() -> birthday)
                    .or(() -> nameDay)
                    .orElseThrow(NotedException::new);
        });
    }

    /** The award validity of an offer; empty for what its scheme says. */
    static Optional<AwardValidity> awardValidityOfOffer(Fields fields) {
        return fields.optional(
                        "awardValidity",
                        value -> isScalar(value, FROM_SCHEME)
                                ? Optional.<AwardValidity>empty()
                                : Optional.of(awardValidity(value, FROM_SCHEME + ", " + ALWAYS_VALID)))
                .orElse(Optional.of(AwardValidity.ALWAYS));
    }

    /** The award validity of a scheme. */
    static AwardValidity awardValidityOfScheme(Value value) {
        return awardValidity(value, ALWAYS_VALID);
    }

    private static AwardValidity awardValidity(Value value, String words) {
        if (isScalar(value, ALWAYS_VALID)) {
            return AwardValidity.ALWAYS;
        }
        if (value.scalar().isPresent()) {
            throw value.must("be " + words + " or an object {validAfter, expires}");
        }
        return value.object(fields -> {
            Optional<TimeSpan> validAfter = fields.optional("validAfter", Scalars::span);
            Optional<Expiry> expires = fields.optional("expires", ValidityReader::expiry);
            return new AwardValidity(validAfter, expires.orElse(new Expiry.Never()));
        });
    }

    private static Expiry expiry(Value value) {
        if (isScalar(value, NEVER)) {
            return new Expiry.Never();
        }
        if (value.scalar().isPresent()) {
            throw value.must("be " + NEVER + ", {after: 30 DAYS} or {on: 2024-12-31}");
        }
        return value.object(fields -> {
            Optional<String> kind = fields.exactlyOne("after", "on");
            Optional<Expiry> after = fields.optional("after", span -> new Expiry.After(Scalars.span(span)));
            Optional<Expiry> on = fields.optional("on", date -> new Expiry.On(Scalars.date(date)));
            if (kind.isEmpty()) {
                throw new NotedException();
            }
            return after.or(() -> on).orElseThrow(NotedException::new);
        });
    }

    private static DateTimePeriod period(Value value) {
        return value.object(fields -> {
            Optional<LocalDateTime> from = fields.required("from", Scalars::dateOrDateTime);
            Optional<LocalDateTime> to = fields.required("toExclusive", Scalars::dateOrDateTime);
            return new DateTimePeriod(from.orElseThrow(NotedException::new), to.orElseThrow(NotedException::new));
        });
    }

    private static RecurringDays recurringDays(Value value) {
        return value.object(fields -> {
            Optional<MonthDay> from = fields.required("fromDay", Scalars::monthDay);
            Optional<MonthDay> through = fields.required("throughDay", Scalars::monthDay);
            return new RecurringDays(from.orElseThrow(NotedException::new), through.orElseThrow(NotedException::new));
        });
    }

    private static DaysAround daysAround(Value value) {
        return value.object(fields -> {
            Optional<Integer> before = fields.required("daysBefore", Scalars::smallNumber);
            Optional<Integer> after = fields.required("daysAfter", Scalars::smallNumber);
            return new DaysAround(before.orElseThrow(NotedException::new), after.orElseThrow(NotedException::new));
        });
    }

    private static boolean isScalar(Value value, String text) {
        return value.scalar().filter(scalar -> scalar.text().equals(text)).isPresent();
    }
}
