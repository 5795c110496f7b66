package io.rewards.participant;

import io.rewards.attribute.Attributes;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the host knows about a participant and offers may ask for. Immutable. Source: domain 4.3.
 *
 * @param name for people, or empty
 * @param dateOfBirth where known
 * @param nameDay where known
 * @param addresses of the participant
 * @param phones of the participant
 * @param emails of the participant
 * @param demographics such as {@code gender}, by name
 * @param preferences of the participant
 * @param segments codes of the segments the host has put the participant in
 * @param tier code of the tier, or empty
 * @param attributes as declared by the host
 */
public record Profile(
        String name,
        Optional<LocalDate> dateOfBirth,
        Optional<MonthDay> nameDay,
        List<Address> addresses,
        List<Phone> phones,
        List<Email> emails,
        Map<String, String> demographics,
        Preferences preferences,
        Set<String> segments,
        String tier,
        Attributes attributes) {

    /** A profile that says nothing. */
    public static final Profile EMPTY = new Profile(
            "",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Preferences.NONE,
            Set.of(),
            "",
            Attributes.NONE);

    /** Copies the collections. */
    public Profile {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        demographics = Collections.unmodifiableMap(new TreeMap<>(demographics));
        segments = Collections.unmodifiableSet(new TreeSet<>(segments));
    }

    /** This profile of another name. */
    public Profile withName(String changed) {
        Change change = new Change();
        change.name = changed;
        return change.done();
    }

    /** This profile with a date of birth. */
    public Profile withDateOfBirth(LocalDate changed) {
        Change change = new Change();
        change.dateOfBirth = Optional.of(changed);
        return change.done();
    }

    /** This profile with a name day. */
    public Profile withNameDay(MonthDay changed) {
        Change change = new Change();
        change.nameDay = Optional.of(changed);
        return change.done();
    }

    /** This profile at {@code changed} addresses. */
    public Profile withAddresses(List<Address> changed) {
        Change change = new Change();
        change.addresses = changed;
        return change.done();
    }

    /** This profile with other phones. */
    public Profile withPhones(List<Phone> changed) {
        Change change = new Change();
        change.phones = changed;
        return change.done();
    }

    /** This profile with other e-mail addresses. */
    public Profile withEmails(List<Email> changed) {
        Change change = new Change();
        change.emails = changed;
        return change.done();
    }

    /** This profile with other preferences. */
    public Profile withPreferences(Preferences changed) {
        Change change = new Change();
        change.preferences = changed;
        return change.done();
    }

    /** This profile in {@code changed} segments. */
    public Profile withSegments(Set<String> changed) {
        Change change = new Change();
        change.segments = changed;
        return change.done();
    }

    /** This profile in another tier. */
    public Profile withTier(String changed) {
        Change change = new Change();
        change.tier = changed;
        return change.done();
    }

    /** This profile with other attributes. */
    public Profile withAttributes(Attributes changed) {
        Change change = new Change();
        change.attributes = changed;
        return change.done();
    }

    private final class Change {
        private String name = Profile.this.name;
        private Optional<LocalDate> dateOfBirth = Profile.this.dateOfBirth;
        private Optional<MonthDay> nameDay = Profile.this.nameDay;
        private List<Address> addresses = Profile.this.addresses;
        private List<Phone> phones = Profile.this.phones;
        private List<Email> emails = Profile.this.emails;
        private Preferences preferences = Profile.this.preferences;
        private Set<String> segments = Profile.this.segments;
        private String tier = Profile.this.tier;
        private Attributes attributes = Profile.this.attributes;

        Profile done() {
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
                    attributes);
        }
    }
}
