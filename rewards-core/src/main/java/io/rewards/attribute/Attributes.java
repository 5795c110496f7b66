package io.rewards.attribute;

import io.rewards.amount.Amount;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The attributes that one event, line, participant, product or offer carries. Immutable, in order of names.
 *
 * @param values by name
 */
public record Attributes(Map<String, AttributeValue> values) {

    /** No attributes. */
    public static final Attributes NONE = new Attributes(Map.of());

    /** Copies the map. */
    public Attributes {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** These attributes, with every amount changed. */
    public Attributes mapped(UnaryOperator<Amount> change) {
        Map<String, AttributeValue> mapped = new TreeMap<>(values);
        mapped.replaceAll((name, value) -> value instanceof AttributeValue.Money money
                ? new AttributeValue.Money(change.apply(money.value()))
                : value);
        return mapped.equals(values) ? this : new Attributes(mapped);
    }

    /** The value of the attribute of this name, where it is carried. */
    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
