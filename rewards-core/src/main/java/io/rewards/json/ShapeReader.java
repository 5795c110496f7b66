package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.catalogue.AwardLimit;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.shape.Field;
import io.rewards.shape.Field.Presence;
import io.rewards.shape.Said;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads records as their shapes say. Immutable. */
final class ShapeReader {

    private final Amounts amounts;
    private final AttributesReader attributes;
    private final ZoneId zone;
    private final LinesReader lines;
    private final ProfileReader profiles;

    ShapeReader(Amounts amounts, AttributesReader attributes, ZoneId zone) {
        this.amounts = amounts;
        this.attributes = attributes;
        this.zone = zone;
        lines = new LinesReader(attributes);
        profiles = new ProfileReader(attributes, amounts);
    }

    /** The event of this shape with this header. */
    <R> R event(Shape<R> shape, Fields fields, EventHeader header) {
        return made(shape, fields, Said.ofEvent(header, amounts.plain()), amounts);
    }

    /** The denomination of amounts that name none. */
    Denomination currency() {
        return amounts.plain();
    }

    /** A record of this shape that is no event. */
    <R> R part(Shape<R> shape, Fields fields) {
        return made(shape, fields, Said.of(amounts.plain()), amounts);
    }

    /** How a record of this shape is read. */
    <R> Reading<R> reading(Shape<R> shape) {
        return value -> value.object(fields -> part(shape, fields));
    }

    /** The same of a record that compares denominations: none where those of the programme could not be read. */
    <R> Reading<R> readingOfAmounts(Shape<R> shape) {
        return value -> {
            if (!amounts.areKnown()) {
                throw new NotedException();
            }
            return reading(shape).read(value);
        };
    }

    /** What the fields say, or an exception where one that must be there is missing or wrong, which is noted. */
    private <R> R made(Shape<R> shape, Fields fields, Said said, Amounts outer) {
        Amounts plain = outer;
        boolean complete = true;
        shape.gone().forEach(fields::gone);
        for (Field<R, ?> field : shape.fields()) {
            if (field.type().equals(Type.DENOMINATION)) {
                plain = LinesReader.denominated(fields, field.name(), amounts);
                said.put(denomination(field), Optional.of(plain.plain()));
            } else {
                complete &= isSaid(field, fields, said, plain);
            }
        }
        if (!complete || (shape.whole() && fields.isWrong())) {
            throw new NotedException();
        }
        return shape.making().apply(said);
    }

    /** Notes what a field says; false where it must be there and is missing or wrong. */
    @SuppressWarnings("unchecked")
    private <R, T> boolean isSaid(Field<R, T> field, Fields fields, Said said, Amounts plain) {
        // A reading gives values of the type of its field.
        Reading<Object> reading = (Reading<Object>) reading(field.type(), fields, plain);
        if (field.isRequired()) {
            Optional<Object> found = fields.required(field.name(), reading);
            found.ifPresent(value -> said.put(field, (T) value));
            return found.isPresent();
        }
        Optional<Object> found = fields.optional(field.name(), reading);
        if (field.presence() instanceof Presence.As<?, T> as && !said.has(as.other())) {
            return false;
        }
        said.put(
                field,
                field.presence() instanceof Presence.Optionally<T>
                        ? (T) found
                        : found.map(value -> (T) value).orElseGet(() -> field.unsaid(said)));
        return true;
    }

    @SuppressWarnings("unchecked")
    private static <R> Field<R, Object> denomination(Field<R, ?> field) {
        return (Field<R, Object>) field;
    }

    private Reading<?> reading(Type<?> type, Fields fields, Amounts plain) {
        if (type instanceof Type.OneOf<?> constant) {
            return Scalars.constant(constant.constants());
        }
        if (type instanceof Type.Part<?> part) {
            return value -> value.object(inner -> made(part.shape(), inner, Said.of(plain.plain()), plain));
        }
        if (type instanceof Type.Carried carried) {
            return attributes.reading(carried.owner());
        }
        if (type instanceof Type.FieldName<?> field) {
            return FieldNames.field(field.constants());
        }
        if (type instanceof Type.Some<?> some) {
            return Scalars.all(reading(some.element(), fields, plain));
        }
        if (type instanceof Type.Any<?> any) {
            Reading<? extends List<?>> all = Scalars.all(reading(any.element(), fields, plain));
            return value -> new HashSet<>(all.read(value));
        }
        return switch (((Type.Basic<?>) type).form()) {
            case TEXT -> Scalars::text;
            case ANY_TEXT, COLOUR -> Scalars::anyText;
            case TEXTS, SOME_TEXTS ->
                value -> new TreeSet<>(Scalars.all(Scalars::text).read(value));
            case NUMBER -> Scalars::wholeNumber;
            case FIGURE -> Scalars::figure;
            case SPAN -> Scalars::span;
            case LIMIT -> ShapeReader::limit;
            case PRODUCTS -> ConditionsReader::selection;
            case TRUTH -> Scalars::truth;
            case INSTANT -> Scalars::instant;
            case MOMENT -> Scalars.instantIn(zone);
            case ZONE -> Scalars::zone;
            case SHARE -> ShapeReader::share;
            case PORTION -> ShapeReader::portion;
            case TIMES -> ConditionsReader::times;
            case CLASSIFICATION -> OfferReader.CLASSIFICATION;
            case AWARD_VALIDITY -> ValidityReader::awardValidityOfScheme;
            case KEY -> ShapeReader::key;
            case MONEY -> money(fields);
            case AMOUNT, PRICE -> plain::amount;
            case NAMED -> plain::named;
            case DENOMINATION -> plain::denomination;
            case FIGURES -> ShapeReader::figures;
            case NAMED_TEXTS -> ConditionsReader::values;
            case PROFILE -> profiles::read;
            case PROFILE_CHANGE -> profiles::change;
            case LINES -> lines.all(plain);
            case RETURNED_LINES -> Scalars.all(line -> LinesReader.returned(line, plain));
        };
    }

    private Reading<Amount> money(Fields fields) {
        return amounts.readingBeside(fields);
    }

    /** The key of another event: an object with its id and system, or only the id where there is one system. */
    static EventKey key(Value value) {
        if (value.scalar().isPresent()) {
            return EventKey.of(Scalars.text(value));
        }
        return value.object(fields -> {
            String id = fields.required("id", Scalars::text).orElse("");
            String system = fields.optional("system", Scalars::anyText).orElse("");
            return new EventKey(system, id);
        });
    }

    private static Percentage share(Value value) {
        Percentage share = Scalars.percentage(value);
        if (share.compareTo(Percentage.HUNDRED) > 0) {
            throw value.must("be at most 100");
        }
        return share;
    }

    static Portion portion(Value value) {
        BigDecimal number = Scalars.figure(value);
        return number.signum() == 0 ? Portion.NOTHING : Portion.of(share(value));
    }

    private static AwardLimit limit(Value value) {
        if (value.scalar().isPresent()) {
            return switch (Scalars.anyText(value)) {
                case "ONLY_ONE" -> AwardLimit.ONLY_ONE;
                case "MULTIPLE" -> AwardLimit.MULTIPLE;
                default -> throw value.must("be ONLY_ONE, MULTIPLE or an object {onePer: 1 MONTHS}");
            };
        }
        return value.object(fields -> {
            Optional<TimeSpan> span = fields.required("onePer", Scalars::span);
            return AwardLimit.onePer(span.orElseThrow(NotedException::new));
        });
    }

    private static SortedMap<String, BigDecimal> figures(Value value) {
        return value.object(fields -> {
            SortedMap<String, BigDecimal> figures = new TreeMap<>();
            for (String name : fields.names()) {
                fields.optional(name, Scalars::figure).ifPresent(figure -> figures.put(name, figure));
            }
            return figures;
        });
    }
}
