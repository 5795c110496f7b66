package io.rewards.json;

import io.rewards.participant.Address;
import io.rewards.participant.AddressType;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the host knows about a participant. */
final class ProfileWriter {

    private ProfileWriter() {}

    static void write(ObjectNode written, Profile profile) {
        Writing.text(written, "name", profile.name());
        profile.dateOfBirth().ifPresent(date -> written.put("dateOfBirth", date.toString()));
        profile.nameDay().ifPresent(day -> written.put("nameDay", Writing.monthDay(day)));
        Writing.objects(written, "addresses", profile.addresses(), ProfileWriter::address);
        Writing.objects(written, "phones", profile.phones(), ProfileWriter::phone);
        Writing.objects(written, "emails", profile.emails(), ProfileWriter::email);
        named(written, "demographics", profile.demographics());
        if (!profile.preferences().equals(Preferences.NONE)) {
            preferences(written.putObject("preferences"), profile.preferences());
        }
        Writing.texts(written, "segments", profile.segments());
        Writing.text(written, "tier", profile.tier());
        Writing.attributes(written, profile.attributes());
    }

    /** The new values, and null for what is emptied. */
    static void write(ObjectNode written, ProfileChange change) {
        write(written, change.profile());
        for (String field : change.named()) {
            int dot = field.indexOf('.');
            ObjectNode outer = dot < 0 ? written : written.withObjectProperty(field.substring(0, dot));
            String name = field.substring(dot + 1);
            if (!outer.has(name)) {
                outer.putNull(name);
            }
        }
    }

    private static void address(ObjectNode written, Address address) {
        Writing.unless(AddressType.HOME, written, "type", address.type());
        Writing.flag(written, "active", address.active(), true);
        fields(written, address.fields());
    }

    private static void phone(ObjectNode written, Phone phone) {
        Writing.unless(PhoneType.MOBILE, written, "type", phone.type());
        fields(written, phone.fields());
    }

    private static void email(ObjectNode written, Email email) {
        Writing.unless(EmailType.PERSONAL, written, "type", email.type());
        Writing.text(written, "address", email.address());
    }

    private static void preferences(ObjectNode written, Preferences preferences) {
        Writing.text(written, "language", preferences.language());
        Writing.text(written, "payment", preferences.payment());
        named(written, "paymentDetails", preferences.paymentDetails());
        consent(written, "directMarketing", preferences.directMarketing());
        consent(written, "affiliateMarketing", preferences.affiliateMarketing());
        consent(written, "customerCare", preferences.customerCare());
        if (!preferences.automaticSpending().equals(AutomaticSpending.OFF)) {
            automaticSpending(written.putObject("automaticSpending"), preferences.automaticSpending());
        }
    }

    private static void automaticSpending(ObjectNode written, AutomaticSpending spending) {
        written.put("allowed", spending.allowed());
        spending.minimumBalance().ifPresent(amount -> written.put("minimumBalance", amount.toString()));
        spending.from().ifPresent(amount -> written.put("from", amount.toString()));
        spending.to().ifPresent(amount -> written.put("to", amount.toString()));
        Writing.texts(written, "units", spending.units());
        spending.changedOn().ifPresent(instant -> written.put("changedOn", instant.toString()));
    }

    private static void named(ObjectNode written, String field, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode object = written.putObject(field);
            texts.forEach(object::put);
        }
    }

    private static void consent(ObjectNode preferences, String field, Consent consent) {
        if (!consent.equals(Consent.NOT_GIVEN)) {
            ObjectNode written = preferences.putObject(field);
            written.put("given", consent.given());
            consent.changedOn().ifPresent(instant -> written.put("changedOn", instant.toString()));
            Writing.text(written, "changedBy", consent.changedBy());
        }
    }

    private static <F extends Enum<F>> void fields(ObjectNode written, Map<F, String> fields) {
        fields.forEach((field, text) -> written.put(FieldNames.name(field), text));
    }
}
