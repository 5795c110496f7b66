package io.rewards.catalogue.life;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who looks at the catalogue, and what they may see of it. Immutable. Source: domain 3.1.
 *
 * @param group code of the viewer's group of units, the empty code for the owner of the programme; empty for the public
 * @param collaborating codes of the groups that the viewer's group works with
 * @param superUser true to see everything
 */
public record Viewer(Optional<String> group, Set<String> collaborating, boolean superUser) {

    /** Anybody, such as a participant with an app. */
    public static final Viewer PUBLIC = new Viewer(Optional.empty(), Set.of(), false);

    /** Somebody who sees everything. */
    public static final Viewer SUPER_USER = new Viewer(Optional.empty(), Set.of(), true);

    /** Copies the set. */
    public Viewer {
        collaborating = Set.copyOf(collaborating);
    }

    /** Somebody of a group. */
    public static Viewer of(String group, String... collaborating) {
        return new Viewer(Optional.of(group), Set.of(collaborating), false);
    }

    /** True when the viewer may see what belongs to {@code ownership}. */
    public boolean sees(Ownership ownership) {
        boolean own = superUser || group.filter(ownership.group()::equals).isPresent();
        return switch (ownership.privacy()) {
            case PUBLIC -> true;
            case COLLABORATORS -> own || collaborating.contains(ownership.group());
            case OWNER -> own;
        };
    }

    /** The offers of {@code programme} that the viewer may see, each by its own ownership and not by its scheme's. */
    public List<Offer> offersOf(Programme programme) {
        return programme.offers().stream()
                .filter(offer -> sees(offer.ownership()))
                .toList();
    }

    /**
     * The agreements of {@code programme} that the viewer may see: the owner of the programme all, a group those about itself,
     * its units, and what lies in it.
     */
    public List<Agreement> agreementsOf(Programme programme) {
        Map<String, String> in = new HashMap<>();
        programme.groups().forEach(each -> in.put(each.code(), each.parent()));
        Map<String, String> groupOf = new HashMap<>();
        programme.units().forEach(unit -> groupOf.put(unit.code(), unit.group()));
        return programme.agreements().stream()
                .filter(agreement -> superUser
                        || group.filter(own -> own.isEmpty()
                                        || lies(own, groupOf.getOrDefault(agreement.unit(), agreement.group()), in))
                                .isPresent())
                .toList();
    }

    private static boolean lies(String group, String inside, Map<String, String> parents) {
        for (String each = inside; !each.isEmpty(); each = parents.getOrDefault(each, "")) {
            if (each.equals(group)) {
                return true;
            }
        }
        return false;
    }

    /** The schemes of {@code programme} that the viewer may see. */
    public List<Scheme> schemesOf(Programme programme) {
        return programme.schemes().stream()
                .filter(scheme -> sees(scheme.ownership()))
                .toList();
    }
}
