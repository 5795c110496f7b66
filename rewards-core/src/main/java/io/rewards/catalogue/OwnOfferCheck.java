package io.rewards.catalogue;

import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what merchants' own offers say that they may not: an offer that belongs to a group with agreements is limited to the
 * units of the group, and says only what the agreements of those units allow. What was effective once and is no more may stay
 * as it is. Source: domain 7.5.
 */
final class OwnOfferCheck {

    private final Problems problems;
    private final Map<String, MerchantTerms> merchants;
    private final Map<String, Set<String>> groupsOf = new HashMap<>();

    OwnOfferCheck(Programme programme, Problems problems) {
        this.problems = problems;
        merchants = MerchantTerms.of(programme);
        Map<String, String> parents = new HashMap<>();
        for (UnitGroup group : programme.groups()) {
            parents.put(group.code(), group.parent());
        }
        for (Unit unit : programme.units()) {
            Set<String> around = new HashSet<>();
            String at = unit.group();
            while (!at.isEmpty() && around.add(at)) {
                at = parents.getOrDefault(at, "");
            }
            groupsOf.put(unit.code(), around);
        }
    }

    void check(String path, Offer offer) {
        String group = offer.ownership().group();
        boolean isKept = offer.state() == OfferState.NOT_EFFECTIVE && offer.wasEffective();
        if (isKept || !isOfMerchants(group)) {
            return;
        }
        AwardConditions where = offer.conditions();
        boolean named = !where.units().isEmpty() || !where.groups().isEmpty();
        problems.unless(
                named,
                path + ".conditions",
                "The offer belongs to the merchants of group (" + group
                        + "), so its conditions must name units or groups of theirs.");
        if (!named) {
            return;
        }
        for (String unit : namedUnits(where)) {
            problems.unless(
                    groupsOf.getOrDefault(unit, Set.of()).contains(group),
                    path + ".conditions",
                    "The offer belongs to the merchants of group (" + group + "), and the unit (" + unit
                            + ") is none of theirs.");
            MerchantTerms terms = merchants.get(unit);
            if (terms != null && terms.isEffective()) {
                allowed(path, offer, terms);
            }
        }
    }

    /** True for a group of which a unit has an agreement. */
    private boolean isOfMerchants(String group) {
        return !group.isEmpty()
                && merchants.keySet().stream()
                        .anyMatch(unit -> groupsOf.getOrDefault(unit, Set.of()).contains(group));
    }

    private Set<String> namedUnits(AwardConditions where) {
        Set<String> named = new TreeSet<>(where.units());
        named.retainAll(groupsOf.keySet());
        groupsOf.forEach((unit, groups) -> {
            if (where.groups().stream().anyMatch(groups::contains)) {
                named.add(unit);
            }
        });
        return named;
    }

    private void allowed(String path, Offer offer, MerchantTerms terms) {
        problems.unless(
                terms.value(AgreementField.OWN_OFFERS) != OwnOffers.NO,
                path + ".ownership.group",
                "The merchant of unit (" + terms.unit() + ") may not define offers.");
        agreed(path + ".scheme", "scheme", AgreementField.SCHEMES, offer.scheme(), terms);
        agreed(
                path + ".classification",
                "classification",
                AgreementField.CLASSIFICATIONS,
                offer.classification(),
                terms);
        agreed(path + ".type", "type", AgreementField.TYPES, offer.type(), terms);
        agreed(path + ".spendMethod", "spend method", AgreementField.SPEND_METHODS, offer.spendMethod(), terms);
    }

    private <T> void agreed(String path, String what, AgreementField<Set<T>> field, T said, MerchantTerms terms) {
        problems.unless(
                terms.allows(field, said),
                path,
                "The " + what + " (" + said + ") is not one of " + List.copyOf(terms.value(field))
                        + ", to which the merchant of unit (" + terms.unit() + ") has agreed.");
    }
}
