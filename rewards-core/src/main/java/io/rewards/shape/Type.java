package io.rewards.shape;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.event.EventKey;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the values of a field are, as people write them. What each looks like in a file is up to whoever reads and writes it.
 * Immutable.
 *
 * @param <T> the values
 */
public sealed interface Type<T> {

    /** A text that is not blank. */
    Type<String> TEXT = new Basic<>(Form.TEXT);

    /** A text that may be empty. */
    Type<String> ANY_TEXT = new Basic<>(Form.ANY_TEXT);

    /** Texts in any order. */
    Type<Set<String>> TEXTS = new Basic<>(Form.TEXTS);

    /** Texts in any order, at least one. */
    Type<Set<String>> SOME_TEXTS = new Basic<>(Form.SOME_TEXTS);

    /** A whole number. */
    Type<Long> NUMBER = new Basic<>(Form.NUMBER);

    /** An exact number that measures something. */
    Type<BigDecimal> FIGURE = new Basic<>(Form.FIGURE);

    /** A length of time. */
    Type<TimeSpan> SPAN = new Basic<>(Form.SPAN);

    /** True or false. */
    Type<Boolean> TRUTH = new Basic<>(Form.TRUTH);

    /** A date and time. */
    Type<Instant> INSTANT = new Basic<>(Form.INSTANT);

    /** Names another event. */
    Type<EventKey> KEY = new Basic<>(Form.KEY);

    /** A date and time, or a date, which means its start, on the clocks of the programme's zone unless it has an offset. */
    Type<Instant> MOMENT = new Basic<>(Form.MOMENT);

    /** A time zone. */
    Type<ZoneId> ZONE = new Basic<>(Form.ZONE);

    /** A percentage of at most 100. */
    Type<Percentage> SHARE = new Basic<>(Form.SHARE);

    /** A percentage from 0 to 100. */
    Type<Portion> PORTION = new Basic<>(Form.PORTION);

    /** Times of the week. */
    Type<WeeklyTimes> TIMES = new Basic<>(Form.TIMES);

    /** A colour; may be empty. */
    Type<String> COLOUR = new Basic<>(Form.COLOUR);

    /** An amount in any denomination, which stands beside it. */
    Type<Amount> MONEY = new Basic<>(Form.MONEY);

    /** An amount in the denomination of the whole event, where it names no other. */
    Type<Amount> AMOUNT = new Basic<>(Form.AMOUNT);

    /** An amount in the currency of the programme, where it names no other; it is written with its denomination. */
    Type<Amount> PRICE = new Basic<>(Form.PRICE);

    /** An amount that names its denomination, be it one that the programme lacks; it is written with it. */
    Type<Amount> NAMED = new Basic<>(Form.NAMED);

    /** The denomination of all amounts of an event. */
    Type<Denomination> DENOMINATION = new Basic<>(Form.DENOMINATION);

    /** Exact numbers, each under a name. */
    Type<SortedMap<String, BigDecimal>> FIGURES = new Basic<>(Form.FIGURES);

    /** Texts in any order, at least one, each time under a name. */
    Type<SortedMap<String, Set<String>>> NAMED_TEXTS = new Basic<>(Form.NAMED_TEXTS);

    /** What is known of a participant. */
    Type<Profile> PROFILE = new Basic<>(Form.PROFILE);

    /** What changes of what is known of a participant. */
    Type<ProfileChange> PROFILE_CHANGE = new Basic<>(Form.PROFILE_CHANGE);

    /** Lines of a purchase. */
    Type<List<PurchaseLine>> LINES = new Basic<>(Form.LINES);

    /** Pieces of lines of earlier purchases. */
    Type<List<ReturnedLine>> RETURNED_LINES = new Basic<>(Form.RETURNED_LINES);

    /** The types that have a form of their own. */
    enum Form {
        TEXT,
        ANY_TEXT,
        TEXTS,
        SOME_TEXTS,
        NUMBER,
        FIGURE,
        SPAN,
        /** How often somebody can be awarded. */
        LIMIT,
        /** Products, types and families, less those that are excepted. */
        PRODUCTS,
        PRICE,
        NAMED,
        TRUTH,
        INSTANT,
        MOMENT,
        ZONE,
        SHARE,
        PORTION,
        TIMES,
        COLOUR,
        /** The kind of an offer. */
        CLASSIFICATION,
        /** How long the money of a scheme may be spent. */
        AWARD_VALIDITY,
        KEY,
        MONEY,
        AMOUNT,
        DENOMINATION,
        FIGURES,
        NAMED_TEXTS,
        PROFILE,
        PROFILE_CHANGE,
        LINES,
        RETURNED_LINES
    }

    /** A type with a form of its own. */
    record Basic<T>(Form form) implements Type<T> {}

    /** One of the constants of an enumeration. */
    record OneOf<T extends Enum<T>>(Class<T> constants) implements Type<T> {}

    /** Values of attributes that the programme declares for this owner. */
    record Carried(AttributeOwner owner) implements Type<Attributes> {}

    /** An object of this shape. */
    record Part<T>(Shape<T> shape) implements Type<T> {}

    /** The name of the field that one of these constants stands for, such as {@code postalCode}. */
    record FieldName<T extends Enum<T>>(Class<T> constants) implements Type<T> {}

    /** At least one of these, in order. */
    record Some<T>(Type<T> element) implements Type<List<T>> {}

    /** Any number of these, each once. */
    record Any<T>(Type<T> element) implements Type<Set<T>> {}
}
