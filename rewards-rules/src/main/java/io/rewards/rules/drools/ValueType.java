package io.rewards.rules.drools;

import io.rewards.amount.Amount;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What sort of value a word of a rule has. Immutable.
 *
 * @param type of the value; whole numbers are {@code long}, whatever their size
 * @param element type of the members of a set or list; the type itself elsewhere
 */
record ValueType(Class<?> type, Class<?> element) {

    static final ValueType FLAG = new ValueType(boolean.class, boolean.class);
    static final ValueType NUMBER = new ValueType(long.class, long.class);
    static final ValueType TEXT = new ValueType(String.class, String.class);

    private static final Map<Class<?>, String> WORDS = Map.of(
            boolean.class, "yes or no",
            long.class, "a whole number",
            String.class, "a text",
            Amount.class, "an amount",
            Instant.class, "a moment",
            LocalDate.class, "a day",
            LocalTime.class, "a time of day",
            LocalDateTime.class, "a day and time");
    private static final Set<Class<?>> ORDERED =
            Set.of(long.class, Amount.class, Instant.class, LocalDate.class, LocalTime.class, LocalDateTime.class);
    private static final Set<Class<?>> MEASURED = Set.of(long.class, Amount.class, Instant.class, LocalDate.class);

    /** The type of values of a Java type; empty for types that rules do not handle. */
    static Optional<ValueType> of(Type type) {
        if (type == int.class) {
            return Optional.of(NUMBER);
        }
        if (type instanceof Class<?> plain && (WORDS.containsKey(plain) || plain.isEnum())) {
            return Optional.of(new ValueType(plain, plain));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && (raw == Set.class || raw == List.class)
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            return Optional.of(new ValueType(raw, element));
        }
        return Optional.empty();
    }

    /** True when one of two such values can be the smaller. */
    boolean isOrdered() {
        return ORDERED.contains(type);
    }

    /** True when two such values have a distance. */
    boolean isMeasured() {
        return MEASURED.contains(type);
    }

    /** True for a set that a rule can look into. */
    boolean isSet() {
        return type == Set.class;
    }

    /** True for a list, which a rule can only show. */
    boolean isList() {
        return type == List.class;
    }

    boolean isConstant() {
        return type.isEnum();
    }

    /** The type of the members of a set. */
    ValueType member() {
        return new ValueType(element, element);
    }

    /** The type as documents and messages name it. */
    String words() {
        if (isSet()) {
            return element == String.class ? "a set of texts" : "a set of " + element.getSimpleName();
        }
        if (isList()) {
            return "a list that can only be shown";
        }
        return type.isEnum() ? "one of " + type.getSimpleName() : String.valueOf(WORDS.get(type));
    }

    /** A constant of this type. */
    String example() {
        return type.getSimpleName() + "." + constants().get(0);
    }

    /** The names of the constants of this type. */
    List<String> constants() {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }
}
