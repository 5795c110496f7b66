package io.rewards.decision;

import io.rewards.account.Collected;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.CollectingTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A candidate whose offer waits for achievements, any or all of them. Immutable. Source: domain 2.4 C8, C9. */
public interface CollectingCandidate extends LimitedCandidate {

    /** Code of what was achieved. */
    String achievement();

    /** Codes of the achievements that the offer wants. */
    default Set<String> achievementsWanted() {
        return collecting().achievements();
    }

    /** True when the offer wants all of them for an award, false when any is awarded. */
    default boolean allNeeded() {
        return collecting().all();
    }

    @Override
    default AwardLimit limit() {
        return collecting().limit();
    }

    /** True when the offer wants what was achieved. */
    default boolean achievementListed() {
        return achievementsWanted().contains(achievement());
    }

    /** Codes of the achievements that the offer wants and no award has used up, this one included. */
    default Set<String> achieved() {
        Set<String> achieved = new TreeSet<>();
        waiting().forEach(each -> achieved.add(each.classification()));
        achieved.retainAll(achievementsWanted());
        return achieved;
    }

    /** True when what the offer wants is all there. */
    default boolean complete() {
        return !allNeeded() || achieved().containsAll(achievementsWanted());
    }

    /** All that waits for an award, this achievement included, oldest first; nothing waits where any is awarded. */
    default List<Collected> waiting() {
        List<Collected> waiting = new ArrayList<>();
        if (allNeeded()) {
            waiting.addAll(situation().account().collectedFor(offer().code()));
            waiting.removeIf(each -> each.event().equals(situation().event().key()));
        }
        waiting.add(new Collected(situation().event().key(), performedOn(), achievement()));
        waiting.sort(null);
        return waiting;
    }

    /** What an award uses up: the oldest of each achievement that the offer wants. */
    default List<Collected> used() {
        Set<String> seen = new HashSet<>();
        return waiting().stream()
                .filter(each -> achievementsWanted().contains(each.classification()) && seen.add(each.classification()))
                .toList();
    }

    private CollectingTerms collecting() {
        return (CollectingTerms) offer().terms();
    }
}
