package io.rewards.catalogue;

import java.util.Comparator;
import java.util.List;

/**
 * What the owner of the programme and a merchant have agreed to: about one unit, or about all units of a group, at any depth.
 * Immutable. Source: domain 7.1, 7.5.
 *
 * @param code unique among agreements
 * @param name for people
 * @param unit code of the unit that it is about; empty where it is about a group
 * @param group code of the group that it is about; empty where it is about a unit
 * @param state whether it is in force
 * @param terms what it says
 * @param contributions what the merchant gives to some awards, in order of the codes
 */
public record Agreement(
        String code,
        String name,
        String unit,
        String group,
        AgreementState state,
        AgreementTerms terms,
        List<ContributionRule> contributions) {

    private static final Comparator<ContributionRule> BY_CODE = Comparator.comparing(ContributionRule::code);

    /** Sorts the rules by their codes. Refuses an agreement about a unit and a group, or about neither. */
    public Agreement {
        contributions = contributions.stream().sorted(BY_CODE).toList();
        if (unit.isEmpty() == group.isEmpty()) {
            throw new IllegalArgumentException("The agreement (" + code + ") is about "
                    + (unit.isEmpty() ? "nobody" : "the unit (" + unit + ") and the group (" + group + ")")
                    + "; it must be about either a unit or a group.");
        }
    }

    /** An effective agreement about a unit. */
    public static Agreement ofUnit(String code, String unit, AgreementTerms terms) {
        return new Agreement(code, code, unit, "", AgreementState.EFFECTIVE, terms, List.of());
    }

    /** An effective agreement about a group. */
    public static Agreement ofGroup(String code, String group, AgreementTerms terms) {
        return new Agreement(code, code, "", group, AgreementState.EFFECTIVE, terms, List.of());
    }

    /** This agreement in another state. */
    public Agreement with(AgreementState changed) {
        return new Agreement(code, name, unit, group, changed, terms, contributions);
    }

    /** This agreement with other rules of what the merchant gives. */
    public Agreement with(ContributionRule... rules) {
        return new Agreement(code, name, unit, group, state, terms, List.of(rules));
    }

    /** True where it is in force. */
    public boolean isEffective() {
        return state == AgreementState.EFFECTIVE;
    }
}
