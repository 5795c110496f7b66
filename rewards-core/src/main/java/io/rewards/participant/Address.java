package io.rewards.participant;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A postal address of a participant. Immutable; blank fields are left out. Source: domain 2.4 C14, 3.5.
 *
 * @param active true for an address that location conditions look at
 * @param type what it is for
 * @param fields that are known
 */
public record Address(boolean active, AddressType type, Map<AddressField, String> fields) {

    /** Copies the fields that are not blank. */
    public Address {
        fields = known(fields);
    }

    /** A home address of the parts that location conditions can name; unknown parts are empty. */
    public static Address of(boolean active, String country, String city, String area, String district) {
        return new Address(
                active,
                AddressType.HOME,
                Map.of(
                        AddressField.COUNTRY,
                        country,
                        AddressField.TOWN,
                        city,
                        AddressField.AREA,
                        area,
                        AddressField.DISTRICT,
                        district));
    }

    /** The city or town, or empty. */
    public String city() {
        return field(AddressField.TOWN);
    }

    /** The area, or empty. */
    public String area() {
        return field(AddressField.AREA);
    }

    /** The district, or empty. */
    public String district() {
        return field(AddressField.DISTRICT);
    }

    /** What {@code field} holds, or empty. */
    public String field(AddressField field) {
        return fields.getOrDefault(field, "");
    }

    static <F extends Enum<F>> Map<F, String> known(Map<F, String> fields) {
        Map<F, String> known = new TreeMap<>(fields);
        known.values().removeIf(String::isBlank);
        return Collections.unmodifiableMap(known);
    }
}
