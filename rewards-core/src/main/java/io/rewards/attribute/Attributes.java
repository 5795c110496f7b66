package io.rewards.attribute;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** The value of the attribute of this name, where it is carried. */
    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
