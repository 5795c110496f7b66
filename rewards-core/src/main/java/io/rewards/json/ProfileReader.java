package io.rewards.json;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.participant.Address;
import io.rewards.participant.Profile;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the host knows about a participant. Immutable. */
final class ProfileReader {

    private final AttributesReader attributes;

    ProfileReader(AttributesReader attributes) {
        this.attributes = attributes;
    }

    Profile read(Value value) {
        return value.object(fields -> {
            String name = fields.optional("name", Scalars::anyText).orElse("");
            Optional<LocalDate> dateOfBirth = fields.optional("dateOfBirth", Scalars::date);
            Optional<MonthDay> nameDay = fields.optional("nameDay", Scalars::monthDay);
            List<Address> addresses = fields.list("addresses", ProfileReader::address);
            Set<String> segments = fields.texts("segments");
            String tier = fields.optional("tier", Scalars::anyText).orElse("");
            Attributes carried = attributes.of(fields, AttributeOwner.PARTICIPANT);
            return new Profile(name, dateOfBirth, nameDay, addresses, segments, tier, carried);
        });
    }

    private static Address address(Value value) {
        return value.object(fields -> {
            boolean active = fields.optional("active", Scalars::truth).orElse(true);
            String country = fields.optional("country", Scalars::anyText).orElse("");
            String city = fields.optional("city", Scalars::anyText).orElse("");
            String area = fields.optional("area", Scalars::anyText).orElse("");
            String district = fields.optional("district", Scalars::anyText).orElse("");
            return new Address(active, country, city, area, district);
        });
    }
}
