package io.rewards.participant;

import io.rewards.attribute.Attributes;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the host knows about a participant and offers may ask for. Immutable. Source: domain 4.3.
 *
 * @param name for people, or empty
 * @param dateOfBirth where known
 * @param nameDay where known
 * @param addresses of the participant
 * @param segments codes of the segments the host has put the participant in
 * @param tier code of the tier, or empty
 * @param attributes as declared by the host
 */
public record Profile(
        String name,
        Optional<LocalDate> dateOfBirth,
        Optional<MonthDay> nameDay,
        List<Address> addresses,
        Set<String> segments,
        String tier,
        Attributes attributes) {

    /** A profile that says nothing. */
    public static final Profile EMPTY =
            new Profile("", Optional.empty(), Optional.empty(), List.of(), Set.of(), "", Attributes.NONE);

    /** Copies the collections. */
    public Profile {
        addresses = List.copyOf(addresses);
        segments = Collections.unmodifiableSet(new TreeSet<>(segments));
    }

    /** This profile in {@code segments}. */
    public Profile withSegments(Set<String> changed) {
        return new Profile(name, dateOfBirth, nameDay, addresses, changed, tier, attributes);
    }

    /** This profile at {@code addresses}. */
    public Profile withAddresses(List<Address> changed) {
        return new Profile(name, dateOfBirth, nameDay, changed, segments, tier, attributes);
    }

    /** This profile with a date of birth. */
    public Profile withDateOfBirth(LocalDate changed) {
        return new Profile(name, Optional.of(changed), nameDay, addresses, segments, tier, attributes);
    }

    /** This profile with a name day. */
    public Profile withNameDay(MonthDay changed) {
        return new Profile(name, dateOfBirth, Optional.of(changed), addresses, segments, tier, attributes);
    }

    /** This profile in {@code tier}. */
    public Profile withTier(String changed) {
        return new Profile(name, dateOfBirth, nameDay, addresses, segments, changed, attributes);
    }

    /** This profile with {@code attributes}. */
    public Profile withAttributes(Attributes changed) {
        return new Profile(name, dateOfBirth, nameDay, addresses, segments, tier, changed);
    }
}
