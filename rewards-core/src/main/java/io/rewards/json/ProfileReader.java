package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.participant.Address;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what the host knows about a participant. Immutable. */
final class ProfileReader {

    private final AttributesReader attributes;
    private final Amounts amounts;

    ProfileReader(AttributesReader attributes, Amounts amounts) {
        this.attributes = attributes;
        this.amounts = amounts;
    }

    Profile read(Value value) {
        return value.object(fields -> {
            String name = text(fields, "name");
            Optional<LocalDate> dateOfBirth = fields.optional("dateOfBirth", Scalars::date);
            Optional<MonthDay> nameDay = fields.optional("nameDay", Scalars::monthDay);
            List<Address> addresses = fields.list("addresses", ProfileReader::address);
            List<Phone> phones = fields.list("phones", ProfileReader::phone);
            List<Email> emails = fields.list("emails", ProfileReader::email);
            Map<String, String> demographics =
                    fields.optional("demographics", ProfileReader::demographics).orElse(Map.of());
            Preferences preferences =
                    fields.optional("preferences", this::preferences).orElse(Preferences.NONE);
            Set<String> segments = fields.texts("segments");
            String tier = text(fields, "tier");
            Attributes carried = attributes.of(fields, AttributeOwner.PARTICIPANT);
            return new Profile(
                    name,
                    dateOfBirth,
                    nameDay,
                    addresses,
                    phones,
                    emails,
                    demographics,
                    preferences,
                    segments,
                    tier,
                    carried);
        });
    }

    private static Address address(Value value) {
        return value.object(fields -> {
            Optional<AddressType> type = fields.optional("type", Scalars.constant(AddressType.class));
            boolean active = fields.optional("active", Scalars::truth).orElse(true);
            return new Address(active, type.orElse(AddressType.HOME), Contact.fields(fields, AddressField.class));
        });
    }

    private static Phone phone(Value value) {
        return value.object(fields -> {
            Optional<PhoneType> type = fields.optional("type", Scalars.constant(PhoneType.class));
            return new Phone(type.orElse(PhoneType.MOBILE), Contact.fields(fields, PhoneField.class));
        });
    }

    private static Email email(Value value) {
        return value.object(fields -> {
            Optional<EmailType> type = fields.optional("type", Scalars.constant(EmailType.class));
            return new Email(type.orElse(EmailType.PERSONAL), text(fields, "address"));
        });
    }

    private static Map<String, String> demographics(Value value) {
        return value.object(fields -> {
            Map<String, String> texts = new TreeMap<>();
            for (String name : fields.names()) {
                fields.optional(name, Scalars::anyText).ifPresent(text -> texts.put(name, text));
            }
            return texts;
        });
    }

    private Preferences preferences(Value value) {
        return value.object(fields -> {
            String language = text(fields, "language");
            String payment = text(fields, "payment");
            Optional<Consent> direct = fields.optional("directMarketing", ProfileReader::consent);
            Optional<Consent> affiliate = fields.optional("affiliateMarketing", ProfileReader::consent);
            Optional<AutomaticSpending> automatic = fields.optional("automaticSpending", this::automaticSpending);
            return new Preferences(
                    language,
                    payment,
                    direct.orElse(Consent.NOT_GIVEN),
                    affiliate.orElse(Consent.NOT_GIVEN),
                    automatic.orElse(AutomaticSpending.OFF));
        });
    }

    private AutomaticSpending automaticSpending(Value value) {
        return value.object(fields -> {
            boolean allowed = fields.required("allowed", Scalars::truth).orElse(false);
            Optional<Amount> minimumBalance = fields.optional("minimumBalance", amounts::amount);
            Optional<Amount> from = fields.optional("from", amounts::amount);
            Optional<Amount> to = fields.optional("to", amounts::amount);
            Set<String> units = fields.texts("units");
            Optional<Instant> changedOn = fields.optional("changedOn", Scalars::instant);
            return new AutomaticSpending(allowed, minimumBalance, from, to, units, changedOn);
        });
    }

    private static Consent consent(Value value) {
        return value.object(fields -> {
            boolean given = fields.required("given", Scalars::truth).orElse(false);
            Optional<Instant> changedOn = fields.optional("changedOn", Scalars::instant);
            return new Consent(given, changedOn, text(fields, "changedBy"));
        });
    }

    private static String text(Fields fields, String field) {
        return fields.optional(field, Scalars::anyText).orElse("");
    }
}
