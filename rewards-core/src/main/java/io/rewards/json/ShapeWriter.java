package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.ProductSelection;
import io.rewards.event.EventKey;
import io.rewards.event.LineKind;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.shape.Field;
import io.rewards.shape.Field.Presence;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records as their shapes say, without what is empty or usual. */
final class ShapeWriter {

    private ShapeWriter() {}

    /** Puts the fields of {@code record}. */
    static <R> void write(ObjectNode object, Shape<R> shape, R record) {
        for (Field<R, ?> field : shape.fields()) {
            field(object, field, record);
        }
    }

    private static <R, T> void field(ObjectNode object, Field<R, T> field, R record) {
        T value = field.value().apply(record);
        if (isUnsaid(field, record, value)) {
            return;
        }
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(found -> put(object, field.name(), field.type(), found));
        } else {
            put(object, field.name(), field.type(), value);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R, T> boolean isUnsaid(Field<R, T> field, R record, T value) {
        if (field.presence() instanceof Presence.As<?, T> as) {
            // The other field is of the same record.
            return value.equals(((Field<R, T>) as.other()).value().apply(record));
        }
        return field.presence() instanceof Presence.Usually<T> usually && value.equals(usually.usual());
    }

    /** Puts a value of {@code type}, as which it was got out of its record. */
    private static void put(ObjectNode object, String name, Type<?> type, Object value) {
        if (type instanceof Type.Carried) {
            Writing.attributes(object, (Attributes) value);
        } else if (type instanceof Type.OneOf<?>) {
            object.put(name, ((Enum<?>) value).name());
        } else if (type instanceof Type.Part<?> part) {
            part(object.putObject(name), part, value);
        } else if (type instanceof Type.Some<?> some) {
            elements(object.putArray(name), some.element(), (Collection<?>) value);
        } else if (type instanceof Type.Any<?> any) {
            elements(object.putArray(name), any.element(), (Collection<?>) value);
        } else {
            basic(object, name, ((Type.Basic<?>) type).form(), value);
        }
    }

    /** Adds what a list holds: objects or constants. */
    private static void elements(ArrayNode array, Type<?> type, Collection<?> elements) {
        for (Object element : elements) {
            if (type instanceof Type.Part<?> part) {
                part(array.addObject(), part, element);
            } else if (type instanceof Type.FieldName<?>) {
                array.add(FieldNames.name((Enum<?>) element));
            } else {
                array.add(((Enum<?>) element).name());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void part(ObjectNode object, Type.Part<T> part, Object value) {
        // The value of a field is of the type of the field.
        write(object, part.shape(), (T) value);
    }

    private static void basic(ObjectNode object, String name, Type.Form form, Object value) {
        switch (form) {
            case TEXT, ANY_TEXT, COLOUR, INSTANT, MOMENT, PRICE, NAMED, CLASSIFICATION ->
                object.put(name, value.toString());
            case TEXTS, SOME_TEXTS -> texts(object.putArray(name), (Collection<?>) value);
            case ZONE -> object.put(name, ((ZoneId) value).getId());
            case SHARE -> object.put(name, Writing.percentage((Percentage) value));
            case PORTION -> object.put(name, ((Portion) value).value().toPlainString());
            case TIMES -> ConditionsWriter.times(object, (WeeklyTimes) value);
            case AWARD_VALIDITY -> ValidityWriter.money(object, (AwardValidity) value);
            case NUMBER -> object.put(name, (Long) value);
            case FIGURE -> object.put(name, ((BigDecimal) value).toPlainString());
            case SPAN -> object.put(name, Writing.span((TimeSpan) value));
            case LIMIT -> limit(object, name, (AwardLimit) value);
            case PRODUCTS -> ConditionsWriter.selection(object.putObject(name), (ProductSelection) value);
            case TRUTH -> object.put(name, (Boolean) value);
            case KEY -> OutcomeWriter.key(object, name, (EventKey) value);
            case MONEY -> money(object, name, (Amount) value);
            case AMOUNT -> object.put(name, ((Amount) value).decimal().toPlainString());
            case DENOMINATION -> object.put(name, ((Denomination) value).code());
            case FIGURES -> figures(object.putObject(name), (Map<?, ?>) value);
            case NAMED_TEXTS -> namedTexts(object.putObject(name), (Map<?, ?>) value);
            case PROFILE_CHANGE -> ProfileWriter.write(object.putObject(name), (ProfileChange) value);
            case PROFILE -> ProfileWriter.write(object.putObject(name), (Profile) value);
            case LINES -> lines(object.putArray(name), (Collection<?>) value);
            case RETURNED_LINES -> returned(object.putArray(name), (Collection<?>) value);
        }
    }

    private static void texts(ArrayNode array, Collection<?> texts) {
        texts.forEach(text -> array.add(text.toString()));
    }

    /** An amount in any denomination, as a number beside its code. */
    private static void money(ObjectNode object, String name, Amount amount) {
        object.put("denomination", amount.denomination().code());
        object.put(name, amount.decimal().toPlainString());
    }

    private static void limit(ObjectNode object, String name, AwardLimit limit) {
        limit.period()
                .ifPresentOrElse(
                        span -> object.putObject(name).put("onePer", Writing.span(span)),
                        () -> object.put(name, limit.number().name()));
    }

    private static void figures(ObjectNode object, Map<?, ?> figures) {
        figures.forEach((name, figure) -> object.put(name.toString(), ((BigDecimal) figure).toPlainString()));
    }

    private static void namedTexts(ObjectNode object, Map<?, ?> texts) {
        texts.forEach((name, values) -> texts(object.putArray(name.toString()), (Collection<?>) values));
    }

    private static void lines(ArrayNode array, Collection<?> lines) {
        for (Object each : lines) {
            PurchaseLine line = (PurchaseLine) each;
            ObjectNode written = array.addObject();
            written.put("id", line.id());
            written.put("product", line.product());
            Writing.text(written, "type", line.type());
            Writing.text(written, "family", line.family());
            written.put("quantity", line.quantity());
            written.put("total", line.total().decimal().toPlainString());
            if (!line.vat().isZero()) {
                written.put("vat", line.vat().decimal().toPlainString());
            }
            Writing.attributes(written, line.attributes());
            Writing.unless(LineKind.GOODS, written, "kind", line.kind());
        }
    }

    private static void returned(ArrayNode array, Collection<?> lines) {
        for (Object each : lines) {
            ReturnedLine line = (ReturnedLine) each;
            ObjectNode written = array.addObject();
            OutcomeWriter.key(written, "purchase", line.purchase());
            written.put("line", line.line());
            if (line.amount().isEmpty() || line.quantity() != 0) {
                written.put("quantity", line.quantity());
            }
            line.amount().ifPresent(amount -> money(written, "amount", amount));
        }
    }
}
