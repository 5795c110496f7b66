package io.rewards.json;

import io.rewards.participant.AddressField;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of fields that constants stand for, such as those of contact data: {@code postalCode} for {@code POSTAL_CODE}, and
 * {@code city} for the town.
 */
final class FieldNames {

    private FieldNames() {}

    /** The name of this field. */
    static String name(Enum<?> field) {
        if (field == AddressField.TOWN) {
            return "city";
        }
        StringBuilder name = new StringBuilder();
        for (String word : field.name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
        }
        return name.toString();
    }

    /** Reads the name of a field of this type. */
    static <F extends Enum<F>> Reading<F> field(Class<F> type) {
        List<F> fields = List.of(type.getEnumConstants());
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(FieldNames::name).toList();
        return value -> {
            int found = names.indexOf(Scalars.anyText(value));
            if (found < 0) {
                throw Scalars.notOneOf(value, names);
            }
            return fields.get(found);
        };
    }

    /** The fields of this type that are there. */
    static <F extends Enum<F>> Map<F, String> fields(Fields fields, Class<F> type) {
        Map<F, String> found = new EnumMap<>(type);
        for (F field : type.getEnumConstants()) {
            fields.optional(name(field), Scalars::anyText).ifPresent(text -> found.put(field, text));
        }
        return found;
    }
}
