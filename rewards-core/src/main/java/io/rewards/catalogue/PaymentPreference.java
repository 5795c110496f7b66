package io.rewards.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way in which participants can be paid, and what has to be known for it. Immutable. Source: domain 4.7.
 *
 * @param code unique among them
 * @param fields that each need a text
 */
public record PaymentPreference(String code, List<Field> fields) {

    /**
     * What has to be known. Immutable.
     *
     * @param name of the field
     * @param pattern that its whole text has to match; empty for any text that is not blank
     */
    public record Field(String name, Optional<TextPattern> pattern) {}

    /** Copies the fields. Refuses a field that is there twice. */
    public PaymentPreference {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(
                        "The field (" + field.name() + ") of payment preference (" + code + ") is there twice.");
            }
        }
    }

    /** The names of the fields, in their order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
