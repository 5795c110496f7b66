package io.rewards.catalogue;

import io.rewards.organisation.SettlementTerms;
import io.rewards.organisation.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is agreed with the merchant of one unit, once its own agreement and those of its groups are put together: each field
 * is what the first of them says that says anything about it. Immutable. Source: domain 7.1, 7.5.
 *
 * @param unit code of the unit
 * @param agreements the unit's own, where it has one, then the effective ones of its groups, the nearest first; at least one
 */
public record MerchantTerms(String unit, List<Agreement> agreements) {

    /** Copies the list. Refuses none. */
    public MerchantTerms {
        agreements = List.copyOf(agreements);
        if (agreements.isEmpty()) {
            throw new IllegalArgumentException(
                    "The unit (" + unit + ") must have an agreement for terms to be agreed.");
        }
    }

    /** The terms of each unit that has any, by its code. */
    static Map<String, MerchantTerms> of(Programme programme) {
        if (programme.agreements().isEmpty()) {
            return Map.of();
        }
        Map<String, Agreement> ofUnits = new HashMap<>();
        Map<String, Agreement> ofGroups = new HashMap<>();
        for (Agreement agreement : programme.agreements()) {
            if (!agreement.unit().isEmpty()) {
                ofUnits.put(agreement.unit(), agreement);
            } else if (agreement.isEffective()) {
                ofGroups.put(agreement.group(), agreement);
            }
        }
        Map<String, String> parents = new HashMap<>();
        programme.groups().forEach(group -> parents.put(group.code(), group.parent()));
        Map<String, MerchantTerms> terms = new HashMap<>();
        for (Unit unit : programme.units()) {
            List<Agreement> agreements = new ArrayList<>();
            Optional.ofNullable(ofUnits.get(unit.code())).ifPresent(agreements::add);
            // A programme that is not checked yet may have groups that lie inside themselves.
            Set<String> seen = new HashSet<>();
            for (String group = unit.group();
                    !group.isEmpty() && seen.add(group);
                    group = parents.getOrDefault(group, "")) {
                Optional.ofNullable(ofGroups.get(group)).ifPresent(agreements::add);
            }
            if (!agreements.isEmpty()) {
                terms.put(unit.code(), new MerchantTerms(unit.code(), agreements));
            }
        }
        return Map.copyOf(terms);
    }

    /** False where the unit's own agreement is not effective: then nothing is awarded, spent or signed up to there. */
    public boolean isEffective() {
        return agreements.get(0).isEffective();
    }

    /** What holds for {@code field}. */
    public <T> T value(AgreementField<T> field) {
        for (Agreement agreement : agreements) {
            Optional<T> said = field.in(agreement.terms());
            if (said.isPresent()) {
                return said.get();
            }
        }
        return field.unsaid();
    }

    /** The agreement that says what holds for {@code field}; empty where none does. */
    public Optional<Agreement> source(AgreementField<?> field) {
        return agreements.stream()
                .filter(agreement -> field.in(agreement.terms()).isPresent())
                .findFirst();
    }

    /** True where a set that was said has this in it, or allows everything. */
    public <T> boolean allows(AgreementField<Set<T>> field, T one) {
        Set<T> allowed = value(field);
        return allowed.isEmpty() || allowed.contains(one);
    }

    /** How the merchant is settled. */
    public SettlementTerms settlement() {
        return new SettlementTerms(
                value(AgreementField.SETTLEMENT_RECURRENCE),
                value(AgreementField.SETTLEMENT_AUTOMATIC),
                value(AgreementField.SETTLEMENT_FEE).percentage(),
                value(AgreementField.SETTLEMENT_REFUNDED_BY),
                value(AgreementField.SETTLEMENT_ON_EXPIRY));
    }
}
