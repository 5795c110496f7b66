package io.rewards.catalogue;

import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.Nearest;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds contribution rules that an offer names and that cannot be extended to it: they must be scoped to specific offers, and
 * their merchants partners of the offer, which its conditions name. Source: domain 7.3.
 */
final class ContributionCheck {

    private final Problems problems;
    private final boolean allRead;
    private final Map<String, Found> rules = new TreeMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();

    private record Found(Agreement agreement, ContributionRule rule) {}

    /** @param allRead false where some of the programme could not be read, so that rules may be there after all */
    ContributionCheck(Programme programme, boolean allRead, Problems problems) {
        this.problems = problems;
        this.allRead = allRead;
        for (Agreement agreement : programme.agreements()) {
            for (ContributionRule rule : agreement.contributions()) {
                rules.putIfAbsent(rule.code(), new Found(agreement, rule));
            }
        }
        for (UnitGroup group : programme.groups()) {
            parents.put(group.code(), group.parent());
        }
        for (Unit unit : programme.units()) {
            groupOf.put(unit.code(), unit.group());
        }
    }

    /** @param offerPath where the offer or the template stands */
    void check(String offerPath, Offer offer) {
        if (offer.contributions().isEmpty()) {
            return;
        }
        String path = offerPath + ".contributions";
        AwardConditions where = offer.conditions();
        problems.unless(
                offer.classification().hasPartners(),
                path,
                "Merchants take part in offers that wait for an event; an offer of " + offer.classification()
                        + " has no contributions.");
        boolean named = !where.units().isEmpty() || !where.groups().isEmpty();
        problems.unless(
                named,
                offerPath + ".conditions",
                "The offer names no units or groups in its conditions, so it has no partners whose contribution rules could"
                        + " be extended to it.");
        Map<String, String> ofPartners = new HashMap<>();
        for (String code : offer.contributions()) {
            Optional.ofNullable(rules.get(code))
                    .ifPresentOrElse(
                            found -> extended(path, found, where, named, ofPartners), () -> unknown(path, code));
        }
    }

    private void unknown(String path, String code) {
        problems.unless(
                !allRead,
                path,
                "The contribution rule (" + code + ") is in no agreement; there are " + rules.keySet() + "."
                        + Nearest.to(code, rules.keySet())
                                .map(near -> " Maybe you meant " + near + ".")
                                .orElse(""));
    }

    private void extended(
            String path, Found found, AwardConditions where, boolean named, Map<String, String> ofPartners) {
        Agreement agreement = found.agreement();
        ContributionRule rule = found.rule();
        problems.unless(
                rule.isForSpecificOffers(),
                path,
                "The contribution rule (" + rule.code()
                        + ") is for all offers already; only one that names offers can be extended to others.");
        problems.unless(
                !named || isPartner(agreement, where),
                path,
                "The contribution rule (" + rule.code() + ") is of "
                        + (agreement.unit().isEmpty()
                                ? "group (" + agreement.group() + ")"
                                : "unit (" + agreement.unit() + ")")
                        + ", which the conditions of the offer do not name; it has the partners "
                        + new CodesInWords(" and ").add("units", where.units()).add("groups", where.groups())
                        + ".");
        String other = ofPartners.putIfAbsent(agreement.code(), rule.code());
        problems.unless(
                other == null,
                path,
                "The contribution rules (" + other + ") and (" + rule.code() + ") are both of agreement ("
                        + agreement.code() + "); an offer has one of each partner.");
    }

    /** True where the conditions name the unit, or a unit of the group, by itself or by a group around it. */
    private boolean isPartner(Agreement agreement, AwardConditions where) {
        if (!agreement.unit().isEmpty()) {
            return isNamed(agreement.unit(), where);
        }
        return where.groups().stream().anyMatch(around(agreement.group())::contains)
                || groupOf.entrySet().stream()
                        .anyMatch(unit ->
                                around(unit.getValue()).contains(agreement.group()) && isNamed(unit.getKey(), where));
    }

    private boolean isNamed(String unit, AwardConditions where) {
        return where.units().contains(unit)
                || around(groupOf.getOrDefault(unit, "")).stream().anyMatch(where.groups()::contains);
    }

    /** The group and those that it lies in. */
    private Set<String> around(String group) {
        Set<String> around = new HashSet<>();
        String at = group;
        while (!at.isEmpty() && around.add(at)) {
            at = parents.getOrDefault(at, "");
        }
        return around;
    }
}
