package io.rewards.catalogue;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which awards of the one who was referred can complete a referral: those of some classifications or types, or all.
 * Immutable. Source: domain 2.4 C11.
 *
 * @param classifications whose awards do
 * @param types codes of the offer types whose awards do
 */
public record QualifyingAwards(Set<Classification> classifications, Set<String> types) {

    /** All awards. */
    public static final QualifyingAwards ALL = new QualifyingAwards(Set.of(), Set.of());

    /** Copies the sets. Refuses awards for referring, which complete nothing. */
    public QualifyingAwards {
        classifications = Collections.unmodifiableSet(new TreeSet<>(classifications));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        if (classifications.contains(Classification.REWARD_REFERRALS)) {
            throw new IllegalArgumentException("Awards of " + Classification.REWARD_REFERRALS
                    + " complete no referral. Name the classifications of other offers.");
        }
    }

    /**
     * True where an award can complete a referral.
     *
     * @param classification of the offer that awarded; empty where its type is known no more
     * @param type code of the type of that offer
     */
    public boolean has(Optional<Classification> classification, String type) {
        return equals(ALL) || classification.filter(classifications::contains).isPresent() || types.contains(type);
    }

    /** What can complete a referral, as people read it. */
    @Override
    public String toString() {
        return new CodesInWords(", ")
                .add("classifications", classifications)
                .add("types", types)
                .toString();
    }
}
