package io.rewards.participant;

import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What changes of a profile: the fields that are named, or the whole. A field that is named and says nothing is emptied.
 * Fields are named as in files: {@code dateOfBirth}, {@code nameDay}, {@code addresses}, {@code phones},
 * {@code emails}, that of the name, {@code segments}, {@code tier}, those of the preferences such as {@code preferences.language}, and single
 * demographics and attributes such as {@code demographics.gender} and {@code attributes.shoeSize}. {@code preferences} names
 * all of them, {@code demographics} and {@code attributes} empty all of them. Immutable. Source: domain 4.3.
 *
 * @param mode what becomes of the fields that are not named
 * @param profile that has the new values, and nothing that is not named
 * @param named fields that change; empty where the whole profile is replaced
 */
public record ProfileChange(Mode mode, Profile profile, Set<String> named) {

    /** What becomes of the fields that are not named. */
    public enum Mode {
        /** They stay as they are. */
        CHANGE,
        /** They are emptied. */
        REPLACE
    }

    private static final String PREFERENCES = "preferences";
    private static final String DEMOGRAPHICS = "demographics";
    private static final String ATTRIBUTES = "attributes";
    private static final List<String> FIELDS = List.of(
            "name",
            "dateOfBirth",
            "nameDay",
            "addresses",
            "phones",
            "emails",
            DEMOGRAPHICS,
            "segments",
            "tier",
            ATTRIBUTES);
    private static final List<String> OF_PREFERENCES = List.of(
            "preferences.language",
            "preferences.payment",
            "preferences.paymentDetails",
            "preferences.directMarketing",
            "preferences.affiliateMarketing",
            "preferences.customerCare",
            "preferences.automaticSpending");

    /** Leaves out what is not named. Refuses the name of a field that no profile has. */
    public ProfileChange {
        Set<String> each = new TreeSet<>(mode == Mode.REPLACE ? Set.of() : named);
        if (each.remove(PREFERENCES)) {
            each.addAll(OF_PREFERENCES);
        }
        each.forEach(ProfileChange::known);
        refuseAllAndOne(DEMOGRAPHICS, each, profile.demographics());
        refuseAllAndOne(ATTRIBUTES, each, profile.attributes().values());
        named = Collections.unmodifiableSet(each);
        profile = mode == Mode.REPLACE ? profile : applied(profile, named, Profile.EMPTY);
    }

    /** The whole profile is replaced. */
    public static ProfileChange replacingBy(Profile profile) {
        return new ProfileChange(Mode.REPLACE, profile, Set.of());
    }

    /** These fields get the values that {@code profile} has, which may be none; the others stay as they are. */
    public static ProfileChange of(Profile profile, String... fields) {
        return new ProfileChange(Mode.CHANGE, profile, Set.of(fields));
    }

    /** This change, which also empties these fields. */
    public ProfileChange emptying(String... fields) {
        Set<String> all = new TreeSet<>(named);
        all.addAll(List.of(fields));
        return new ProfileChange(mode, applied(Profile.EMPTY, Set.of(fields), profile), all);
    }

    /** The same, in another mode. */
    public ProfileChange in(Mode changed) {
        return new ProfileChange(changed, profile, named);
    }

    /** {@code before} after this change. */
    public Profile on(Profile before) {
        return mode == Mode.REPLACE ? profile : applied(profile, named, before);
    }

    /** True where a profile can have a field of this name. */
    public static boolean isField(String name) {
        return FIELDS.contains(name)
                || name.equals(PREFERENCES)
                || OF_PREFERENCES.contains(name)
                || isInside(DEMOGRAPHICS, name)
                || isInside(ATTRIBUTES, name);
    }

    private static void known(String field) {
        if (!isField(field)) {
            throw new IllegalArgumentException("The field (" + field + ") is none of a profile. Its fields are "
                    + String.join(", ", FIELDS) + ", " + String.join(", ", OF_PREFERENCES)
                    + ", and single ones such as demographics.gender and attributes.shoeSize.");
        }
    }

    private static boolean isInside(String outer, String field) {
        return field.startsWith(outer + ".") && field.length() > outer.length() + 1;
    }

    private static void refuseAllAndOne(String outer, Set<String> named, Map<String, ?> values) {
        if (named.contains(outer) && (!values.isEmpty() || named.stream().anyMatch(field -> isInside(outer, field)))) {
            throw new IllegalArgumentException("The field (" + outer + ") empties all of them, so none of them can be"
                    + " given beside it. Name each that changes, such as " + outer + ".x.");
        }
    }

    private static Profile applied(Profile from, Set<String> named, Profile before) {
        return new Profile(
                named.contains("name") ? from.name() : before.name(),
                named.contains("dateOfBirth") ? from.dateOfBirth() : before.dateOfBirth(),
                named.contains("nameDay") ? from.nameDay() : before.nameDay(),
                named.contains("addresses") ? from.addresses() : before.addresses(),
                named.contains("phones") ? from.phones() : before.phones(),
                named.contains("emails") ? from.emails() : before.emails(),
                each(DEMOGRAPHICS, named, from.demographics(), before.demographics()),
                preferences(named, from.preferences(), before.preferences()),
                named.contains("segments") ? from.segments() : before.segments(),
                named.contains("tier") ? from.tier() : before.tier(),
                new Attributes(attributes(named, from, before)));
    }

    private static Map<String, AttributeValue> attributes(Set<String> named, Profile from, Profile before) {
        return each(
                ATTRIBUTES,
                named,
                from.attributes().values(),
                before.attributes().values());
    }

    private static <T> Map<String, T> each(
            String outer, Set<String> named, Map<String, T> from, Map<String, T> before) {
        Map<String, T> all = new TreeMap<>(named.contains(outer) ? Map.of() : before);
        for (String field : named) {
            if (isInside(outer, field)) {
                String name = field.substring(outer.length() + 1);
                Optional.ofNullable(from.get(name))
                        .ifPresentOrElse(value -> all.put(name, value), () -> all.remove(name));
            }
        }
        return all;
    }

    private static Preferences preferences(Set<String> named, Preferences from, Preferences before) {
        return new Preferences(
                one("language", named, from, before, Preferences::language),
                one("payment", named, from, before, Preferences::payment),
                one("paymentDetails", named, from, before, Preferences::paymentDetails),
                one("directMarketing", named, from, before, Preferences::directMarketing),
                one("affiliateMarketing", named, from, before, Preferences::affiliateMarketing),
                one("customerCare", named, from, before, Preferences::customerCare),
                one("automaticSpending", named, from, before, Preferences::automaticSpending));
    }

    private static <T> T one(
            String field, Set<String> named, Preferences from, Preferences before, Function<Preferences, T> value) {
        return value.apply(named.contains(PREFERENCES + "." + field) ? from : before);
    }
}
