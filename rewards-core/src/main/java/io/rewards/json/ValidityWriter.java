package io.rewards.json;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.OfferValidity;
import io.rewards.time.DaysAround;
import tools.jackson.databind.node.ObjectNode;

/** Writes which events an offer may award, and how long the money may be spent. */
final class ValidityWriter {

    private ValidityWriter() {}

    static void offer(ObjectNode offer, OfferValidity validity) {
        if (validity instanceof OfferValidity.FromLatestEffectiveDate) {
            return;
        }
        ObjectNode written = offer.putObject("validity");
        if (validity instanceof OfferValidity.SpecificPeriods specific) {
            Writing.objects(written, "specificPeriods", specific.periods(), (period, said) -> {
                period.put("from", said.from().toString());
                period.put("toExclusive", said.toExclusive().toString());
            });
        } else if (validity instanceof OfferValidity.RecurringPeriods recurring) {
            Writing.objects(written, "recurringPeriods", recurring.periods(), (days, said) -> {
                days.put("fromDay", Writing.monthDay(said.from()));
                days.put("throughDay", Writing.monthDay(said.through()));
            });
        } else if (validity instanceof OfferValidity.BirthdayPeriod birthday) {
            around(written.putObject("birthday"), birthday.days());
        } else if (validity instanceof OfferValidity.NameDayPeriod nameDay) {
            around(written.putObject("nameDay"), nameDay.days());
        } else {
            throw new AssertionError("Unknown validity: " + validity.getClass());
        }
    }

    static void money(ObjectNode owner, AwardValidity validity) {
        if (validity.equals(AwardValidity.ALWAYS)) {
            return;
        }
        ObjectNode written = owner.putObject("awardValidity");
        validity.validAfter().ifPresent(span -> written.put("validAfter", Writing.span(span)));
        if (validity.expiry() instanceof Expiry.After after) {
            written.putObject("expires").put("after", Writing.span(after.span()));
        } else if (validity.expiry() instanceof Expiry.On on) {
            written.putObject("expires").put("on", on.date().toString());
        }
    }

    private static void around(ObjectNode written, DaysAround days) {
        written.put("daysBefore", days.before());
        written.put("daysAfter", days.after());
    }
}
