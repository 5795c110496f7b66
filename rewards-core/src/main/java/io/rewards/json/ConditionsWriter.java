package io.rewards.json;

import io.rewards.attribute.AttributeValue;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the conditions of an offer. */
final class ConditionsWriter {

    private ConditionsWriter() {}

    static void award(ObjectNode written, AwardConditions conditions) {
        products(written, conditions.products());
        if (!conditions.paymentMedia().equals(PaymentMedia.ALL)) {
            ObjectNode media = written.putObject("paymentMedia");
            Writing.texts(media, "brands", conditions.paymentMedia().brands());
            Writing.texts(media, "types", conditions.paymentMedia().types());
            Writing.texts(media, "identifierHashes", conditions.paymentMedia().identifierHashes());
        }
        if (!conditions.locations().equals(Locations.EVERYWHERE)) {
            ObjectNode places = written.putObject("locations");
            Writing.texts(places, "areas", conditions.locations().areas());
            Writing.texts(places, "cities", conditions.locations().cities());
            Writing.texts(places, "districts", conditions.locations().districts());
        }
        conditions.minimumPurchase().ifPresent(least -> written.put("minimumPurchase", least.toString()));
        conditions.maximumUnprocessed().ifPresent(span -> written.put("maximumUnprocessed", Writing.span(span)));
        Writing.texts(written, "segmentsIncluded", conditions.segmentsIncluded());
        Writing.texts(written, "segmentsExcluded", conditions.segmentsExcluded());
        Writing.texts(written, "units", conditions.units());
        Writing.texts(written, "groups", conditions.groups());
        times(written, conditions.times());
        period(written, conditions.period());
        Writing.texts(written, "promoCodes", conditions.promoCodes());
        Writing.texts(written, "tiers", conditions.tiers());
        Writing.objects(written, "attributes", conditions.attributes(), ConditionsWriter::attribute);
    }

    static void spend(ObjectNode written, SpendConditions conditions) {
        products(written, conditions.products());
        times(written, conditions.times());
        Writing.texts(written, "units", conditions.units());
        Writing.texts(written, "groups", conditions.groups());
    }

    static void list(ObjectNode written, ProductList list) {
        Writing.texts(written, "products", list.products());
        Writing.texts(written, "types", list.types());
        Writing.texts(written, "families", list.families());
        if (!list.attributes().isEmpty()) {
            ObjectNode values = written.putObject("attributes");
            list.attributes().forEach((name, texts) -> Writing.texts(values, name, texts));
        }
    }

    static void products(ObjectNode written, ProductSelection products) {
        if (!products.isAll()) {
            selection(written.putObject("products"), products);
        }
    }

    static void selection(ObjectNode written, ProductSelection products) {
        list(written, products.named());
        if (!products.except().isEmpty()) {
            list(written.putObject("except"), products.except());
        }
    }

    static void times(ObjectNode written, WeeklyTimes times) {
        if (!times.areDaysAndHours()) {
            Writing.objects(written, "times", times.windows(), ConditionsWriter::window);
        } else if (!times.isAlways()) {
            ObjectNode weekly = written.putObject("times");
            days(weekly, times.days());
            List<DayHours> hours =
                    times.windows().stream().map(WeeklyWindow::hours).toList();
            if (!hours.equals(List.of(DayHours.WHOLE_DAY))) {
                Writing.texts(
                        weekly, "hours", hours.stream().map(DayHours::toString).toList());
            }
        }
    }

    private static void window(ObjectNode written, WeeklyWindow window) {
        days(written, window.days());
        if (!window.hours().equals(DayHours.WHOLE_DAY)) {
            written.put("from", window.hours().from().toString());
            written.put("to", window.hours().end());
        }
    }

    private static void days(ObjectNode written, Set<DayOfWeek> days) {
        Writing.texts(written, "days", days.stream().map(DayOfWeek::name).toList());
    }

    private static void period(ObjectNode written, DayPeriod period) {
        if (!period.equals(DayPeriod.ALWAYS)) {
            ObjectNode days = written.putObject("period");
            if (!period.from().equals(LocalDate.MIN)) {
                days.put("from", period.from().toString());
            }
            if (!period.through().equals(LocalDate.MAX)) {
                days.put("through", period.through().toString());
            }
        }
    }

    private static void attribute(ObjectNode written, AttributeCondition condition) {
        written.put("attribute", condition.attribute().path());
        switch (condition.operator()) {
            case IS -> {
                ArrayNode values = written.putArray("is");
                for (AttributeValue value : condition.values()) {
                    if (value instanceof AttributeValue.WholeNumber number) {
                        values.add(number.value());
                    } else {
                        values.add(value.text());
                    }
                }
            }
            case AT_LEAST ->
                Writing.value(written, "atLeast", condition.values().get(0));
            case AT_MOST -> Writing.value(written, "atMost", condition.values().get(0));
        }
    }
}
