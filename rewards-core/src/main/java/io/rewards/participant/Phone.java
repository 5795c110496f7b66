package io.rewards.participant;

import java.util.Map;

/**
 * A phone number of a participant. Immutable; blank fields are left out. Source: domain 2.4 C14.
 *
 * @param type what it is for
 * @param fields that are known
 */
public record Phone(PhoneType type, Map<PhoneField, String> fields) {

    /** Copies the fields that are not blank. */
    public Phone {
        fields = Address.known(fields);
    }

    /** Country, area code and number, only their digits: what phones are sought by. */
    public String digits() {
        return digitsOf(fields.getOrDefault(PhoneField.COUNTRY, "")
                + fields.getOrDefault(PhoneField.AREA_CODE, "")
                + fields.getOrDefault(PhoneField.NUMBER, ""));
    }

    /** The digits of {@code text}. */
    public static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
