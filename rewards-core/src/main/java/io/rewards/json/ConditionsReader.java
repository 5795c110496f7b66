package io.rewards.json;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeValue;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AttributeCondition.Operator;
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
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the conditions of an offer. Immutable. */
final class ConditionsReader {

    private final AttributesReader attributes;
    private final Amounts amounts;

    ConditionsReader(AttributesReader attributes, Amounts amounts) {
        this.attributes = attributes;
        this.amounts = amounts;
    }

    AwardConditions award(Value value) {
        return value.object(fields -> {
            AwardConditions.Builder conditions = AwardConditions.builder()
                    .withProducts(products(fields))
                    .withPaymentMedia(fields.optional("paymentMedia", ConditionsReader::paymentMedia)
                            .orElse(PaymentMedia.ALL))
                    .withLocations(fields.optional("locations", ConditionsReader::locations)
                            .orElse(Locations.EVERYWHERE))
                    .withSegmentsIncluded(fields.texts("segmentsIncluded"))
                    .withSegmentsExcluded(fields.texts("segmentsExcluded"))
                    .withUnits(fields.texts("units"))
                    .withGroups(fields.texts("groups"))
                    .withTimes(times(fields))
                    .withPeriod(
                            fields.optional("period", ConditionsReader::period).orElse(DayPeriod.ALWAYS))
                    .withPromoCodes(fields.texts("promoCodes"))
                    .withTiers(fields.texts("tiers"))
                    .withAttributes(fields.list("attributes", this::attribute));
            fields.optional("minimumPurchase", amounts::amount).ifPresent(conditions::withMinimumPurchase);
            fields.optional("maximumUnprocessed", Scalars::span).ifPresent(conditions::withMaximumUnprocessed);
            return conditions.build();
        });
    }

    static SpendConditions spend(Value value) {
        return value.object(fields -> {
            ProductSelection products = products(fields);
            WeeklyTimes times = times(fields);
            Set<String> units = fields.texts("units");
            Set<String> groups = fields.texts("groups");
            return new SpendConditions(products, times, units, groups);
        });
    }

    static ProductSelection products(Fields conditions) {
        return conditions.optional("products", ConditionsReader::selection).orElse(ProductSelection.ALL);
    }

    static ProductSelection selection(Value value) {
        return value.object(fields -> {
            ProductList named =
                    new ProductList(fields.texts("products"), fields.texts("types"), fields.texts("families"));
            Optional<ProductList> except = fields.optional("except", ConditionsReader::list);
            return new ProductSelection(named, except.orElse(ProductList.NONE));
        });
    }

    /** A list of products. */
    static ProductList list(Value value) {
        return value.object(ConditionsReader::list);
    }

    private static ProductList list(Fields fields) {
        Set<String> products = fields.texts("products");
        Set<String> types = fields.texts("types");
        Set<String> families = fields.texts("families");
        Optional<SortedMap<String, Set<String>>> attributes = fields.optional("attributes", ConditionsReader::values);
        return new ProductList(products, types, families, attributes.orElseGet(TreeMap::new));
    }

    /** Values of attributes, as they are written. */
    static SortedMap<String, Set<String>> values(Value value) {
        return value.object(fields -> {
            SortedMap<String, Set<String>> values = new TreeMap<>();
            for (String name : fields.names()) {
                fields.optional(name, ConditionsReader::some).ifPresent(found -> values.put(name, found));
            }
            return values;
        });
    }

    private static Set<String> some(Value value) {
        Set<String> texts = new TreeSet<>(Scalars.all(Scalars::text).read(value));
        if (texts.isEmpty()) {
            throw value.must("name at least one value");
        }
        return texts;
    }

    private static PaymentMedia paymentMedia(Value value) {
        return value.object(fields -> {
            Set<String> brands = fields.texts("brands");
            Set<String> types = fields.texts("types");
            Set<String> identifierHashes = fields.texts("identifierHashes");
            return new PaymentMedia(brands, types, identifierHashes);
        });
    }

    private static Locations locations(Value value) {
        return value.object(fields -> {
            Set<String> areas = fields.texts("areas");
            Set<String> cities = fields.texts("cities");
            Set<String> districts = fields.texts("districts");
            return new Locations(areas, cities, districts);
        });
    }

    private static WeeklyTimes times(Fields conditions) {
        return conditions.optional("times", ConditionsReader::times).orElse(WeeklyTimes.ALWAYS);
    }

    static WeeklyTimes times(Value value) {
        if (value.node() instanceof Node.Items list && list.items().isEmpty()) {
            throw value.must("name at least one window");
        }
        return value.node() instanceof Node.Items
                ? new WeeklyTimes(Scalars.all(ConditionsReader::window).read(value))
                : value.object(fields -> new WeeklyTimes(days(fields), fields.list("hours", Scalars::hours)));
    }

    private static WeeklyWindow window(Value value) {
        return value.object(fields -> {
            Set<DayOfWeek> days = days(fields);
            Optional<LocalTime> from = fields.optional("from", Scalars::time);
            Optional<LocalTime> to = fields.optional("to", Scalars::time);
            return new WeeklyWindow(days, new DayHours(from.orElse(LocalTime.MIDNIGHT), to.orElse(LocalTime.MIDNIGHT)));
        });
    }

    private static Set<DayOfWeek> days(Fields fields) {
        return Set.copyOf(fields.list("days", Scalars.constant(DayOfWeek.class)));
    }

    private static DayPeriod period(Value value) {
        return value.object(fields -> {
            Optional<LocalDate> from = fields.optional("from", Scalars::date);
            Optional<LocalDate> through = fields.optional("through", Scalars::date);
            return new DayPeriod(from.orElse(LocalDate.MIN), through.orElse(LocalDate.MAX));
        });
    }

    private AttributeCondition attribute(Value value) {
        return value.object(fields -> {
            Optional<AttributeDeclaration> attribute = fields.required("attribute", attributes::declared);
            Optional<String> operator = fields.exactlyOne("is", "atLeast", "atMost");
            if (attribute.isEmpty() || operator.isEmpty()) {
                throw new NotedException();
            }
            Reading<AttributeValue> one = text -> attributes.read(text, attribute.get());
            Operator kind = switch (operator.get()) {
                case "is" -> Operator.IS;
                case "atLeast" -> Operator.AT_LEAST;
                default -> Operator.AT_MOST;
            };
            Optional<List<AttributeValue>> values = kind == Operator.IS
                    ? fields.optional("is", Scalars.all(one))
                    : fields.optional(operator.get(), one).map(List::of);
            return new AttributeCondition(attribute.get(), kind, values.orElseThrow(NotedException::new));
        });
    }
}
