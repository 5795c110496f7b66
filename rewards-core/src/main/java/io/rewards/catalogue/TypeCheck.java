package io.rewards.catalogue;

import io.rewards.problem.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what an offer says that its type, or the active rewards definition, does not allow. Source: domain 3.1, 3.9. */
final class TypeCheck {

    private final Map<String, OfferType> typeByCode = new HashMap<>();
    private final List<RewardsDefinition> active;
    private final KnownCodes codes;
    private final Problems problems;

    TypeCheck(Programme programme, KnownCodes codes, Problems problems) {
        programme.offerTypes().forEach(type -> typeByCode.putIfAbsent(type.code(), type));
        active = programme.rewardsDefinitions().stream()
                .filter(RewardsDefinition::active)
                .toList();
        this.codes = codes;
        this.problems = problems;
    }

    /**
     * Checks the type of an offer of the programme. One that was effective and is no more may be of any type: it is kept for
     * what it awarded, and being made effective again is what would be refused.
     */
    void offer(String path, Offer offer) {
        if (offer.state() == OfferState.NOT_EFFECTIVE && offer.wasEffective()) {
            return;
        }
        for (RewardsDefinition definition : active) {
            problems.unless(
                    !typeByCode.containsKey(offer.type()) || definition.types().contains(offer.type()),
                    path + ".type",
                    "The type (" + offer.type() + ") is not one of " + definition.types()
                            + ", which the active rewards definition (" + definition.code() + ") allows.");
        }
    }

    /** Checks what an offer or a template says against its type. */
    void content(String path, Offer offer) {
        Optional.ofNullable(typeByCode.get(offer.type())).ifPresent(type -> content(path, offer, type));
    }

    private void content(String path, Offer offer, OfferType type) {
        problems.unless(
                type.classification() == offer.classification(),
                path + ".type",
                "The type (" + type.code() + ") is for " + type.classification() + ", the offer is "
                        + offer.classification() + ".");
        if (codes.has(Part.CATEGORIES, offer.category()) && !type.categories().isEmpty()) {
            allowed(path + ".category", "category", offer.category(), type, type.categories());
        }
        AllowedContent allows = type.allows();
        allows.awards()
                .ifPresent(awards -> allowed(path + ".award", "award", AwardKind.of(offer.award()), type, awards));
        allows.conditions()
                .ifPresent(conditions -> Arrays.stream(ConditionKind.values())
                        .filter(kind -> kind.isSetIn(offer.conditions()))
                        .forEach(kind -> allowed(path + ".conditions." + kind, "condition", kind, type, conditions)));
        allows.spendConditions()
                .ifPresent(conditions -> Arrays.stream(SpendConditionKind.values())
                        .filter(kind -> kind.isSetIn(offer.spendConditions()))
                        .forEach(kind ->
                                allowed(path + ".spendConditions." + kind, "spend condition", kind, type, conditions)));
    }

    private <T> void allowed(String path, String what, T said, OfferType type, Set<T> allowed) {
        problems.unless(
                allowed.contains(said),
                path,
                "The " + what + " (" + said + ")"
                        + (allowed.isEmpty()
                                ? " must not be set; the type (" + type.code() + ") allows none."
                                : " is not one of " + allowed + ", which the type (" + type.code() + ") allows."));
    }
}
