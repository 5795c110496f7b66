package io.rewards.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What offers of a type may say: a list that is there names all they may use, so an empty one forbids it; one that is not
 * there leaves everything open. Immutable. Source: domain 3.9.
 *
 * @param awards kinds of awards, at least one
 * @param conditions for the award
 * @param spendConditions for spending the money
 */
public record AllowedContent(
        Optional<Set<AwardKind>> awards,
        Optional<Set<ConditionKind>> conditions,
        Optional<Set<SpendConditionKind>> spendConditions) {

    /** Anything. */
    public static final AllowedContent ALL = new AllowedContent(Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the sets. Refuses a list of no award, since every offer has one. */
    public AllowedContent {
        awards.filter(Set::isEmpty).ifPresent(none -> {
            throw new IllegalArgumentException("The awards of a type must name at least one kind, such as amount.");
        });
        awards = awards.map(kinds -> ordered(AwardKind.class, kinds));
        conditions = conditions.map(kinds -> ordered(ConditionKind.class, kinds));
        spendConditions = spendConditions.map(kinds -> ordered(SpendConditionKind.class, kinds));
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> kinds) {
        Set<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(kinds);
        return Collections.unmodifiableSet(ordered);
    }
}
