package io.rewards.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything the rules said about one candidate. Immutable; the order in which rules fired does not matter.
 *
 * @param candidate the offer joined with the event and the account
 * @param grants proposals to award
 * @param declines reasons against it
 */
public record Answer(Candidate candidate, List<Grant> grants, List<Decline> declines) {

    /** Copies and sorts both lists. */
    public Answer {
        grants = sorted(grants);
        declines = sorted(declines);
    }

    /** True when the event counts towards the next award: nothing but the rest of it is missing. */
    public boolean counts() {
        for (Decline decline : declines) {
            if (!decline.reason().counts()) {
                return false;
            }
        }
        return true;
    }

    /** The reasons against it that are none against {@code other}: of another rule, or of another kind. */
    public List<Decline> declinesBeyond(Answer other) {
        return declines.stream()
                .filter(decline -> other.declines.stream()
                        .noneMatch(known -> known.rule().equals(decline.rule()) && known.reason() == decline.reason()))
                .toList();
    }

    /** This answer, which grants once more. */
    public Answer with(Grant grant) {
        return new Answer(candidate, more(grants, grant), declines);
    }

    /** This answer with one reason more against it. */
    public Answer with(Decline decline) {
        return new Answer(candidate, grants, more(declines, decline));
    }

    private static <T> List<T> more(List<T> said, T another) {
        if (said.isEmpty()) {
            return List.of(another);
        }
        List<T> all = new ArrayList<>(said);
        all.add(another);
        return all;
    }

    private static <T extends Comparable<T>> List<T> sorted(List<T> said) {
        if (said.size() < 2) {
            return List.copyOf(said);
        }
        List<T> sorted = new ArrayList<>(said);
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
