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
import io.rewards.participant.ProfileChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what the host knows about a participant. Immutable. */
final class ProfileReader {

    private static final Set<String> OBJECTS = Set.of("preferences", "demographics", "attributes");

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
                    fields.optional("demographics", ProfileReader::named).orElse(Map.of());
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

    /** Only the fields that are there change; those that are null are emptied. */
    ProfileChange change(Value value) {
        Set<String> named = new TreeSet<>();
        Node node = value.node() instanceof Node.Mapping mapping ? given(mapping, "", named) : value.node();
        return new ProfileChange(ProfileChange.Mode.CHANGE, read(value.with(node)), named);
    }

    /** The fields with values, while all are named. What is null and no field of a profile stays, to be found wrong. */
    private Node.Mapping given(Node.Mapping mapping, String outer, Set<String> named) {
        Map<String, Node> given = new LinkedHashMap<>();
        for (Map.Entry<String, Node> field : mapping.fields().entrySet()) {
            String path = outer + field.getKey();
            if (field.getValue() instanceof Node.Mapping inner && OBJECTS.contains(path)) {
                given.put(field.getKey(), given(inner, path + ".", named));
            } else if (isEmptied(field.getValue()) && isKnown(path)) {
                named.add(path);
            } else {
                given.put(field.getKey(), field.getValue());
                if (isKnown(path)) {
                    named.add(path);
                }
            }
        }
        return new Node.Mapping(given, mapping.duplicates(), mapping.line());
    }

    private static boolean isEmptied(Node node) {
        return node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING;
    }

    private boolean isKnown(String path) {
        return path.startsWith("attributes.")
                ? attributes.declares(AttributeOwner.PARTICIPANT, path.substring("attributes.".length()))
                : ProfileChange.isField(path);
    }

    private static Address address(Value value) {
        return value.object(fields -> {
            Optional<AddressType> type = fields.optional("type", Scalars.constant(AddressType.class));
            boolean active = fields.optional("active", Scalars::truth).orElse(true);
            return new Address(active, type.orElse(AddressType.HOME), FieldNames.fields(fields, AddressField.class));
        });
    }

    private static Phone phone(Value value) {
        return value.object(fields -> {
            Optional<PhoneType> type = fields.optional("type", Scalars.constant(PhoneType.class));
            return new Phone(type.orElse(PhoneType.MOBILE), FieldNames.fields(fields, PhoneField.class));
        });
    }

    private static Email email(Value value) {
        return value.object(fields -> {
            Optional<EmailType> type = fields.optional("type", Scalars.constant(EmailType.class));
            return new Email(type.orElse(EmailType.PERSONAL), text(fields, "address"));
        });
    }

    private static Map<String, String> named(Value value) {
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
            Map<String, String> details =
                    fields.optional("paymentDetails", ProfileReader::named).orElse(Map.of());
            Optional<Consent> direct = fields.optional("directMarketing", ProfileReader::consent);
            Optional<Consent> affiliate = fields.optional("affiliateMarketing", ProfileReader::consent);
            Optional<Consent> care = fields.optional("customerCare", ProfileReader::consent);
            Optional<AutomaticSpending> automatic = fields.optional("automaticSpending", this::automaticSpending);
            return new Preferences(
                    language,
                    payment,
                    details,
                    direct.orElse(Consent.NOT_GIVEN),
                    affiliate.orElse(Consent.NOT_GIVEN),
                    care.orElse(Consent.NOT_GIVEN),
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
