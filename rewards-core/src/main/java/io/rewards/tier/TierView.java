package io.rewards.tier;

import io.rewards.catalogue.TierLadder;
import io.rewards.participant.HeldTier;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says in which tier a participant is, whoever owns the tiers. Source: domain 8.4. */
public final class TierView {

    private TierView() {}

    /** Code of the tier of the participant for what happened at {@code at}; empty for none. */
    public static String codeAt(Participant participant, Tiering tiering, TierLadder ladder, Instant at) {
        return heldAt(participant, tiering, ladder, at)
                .map(HeldTier::code)
                .orElse(participant.profile().tier());
    }

    /** When a review of the tier is due, or a lock ends; empty for never. */
    public static Optional<Instant> nextReview(Participant participant, Tiering tiering, TierLadder ladder) {
        if (participant.state() == ParticipantState.TERMINATED) {
            return Optional.empty();
        }
        return ladder.isOfEngine()
                ? new TierWalk(ladder, tiering, (from, through) -> List.of()).nextReview()
                : tiering.latest().flatMap(TierChange::lock).flatMap(TierLock::until);
    }

    /**
     * The tier that the engine says, or that somebody set by hand; empty where the profile says it. Who was terminated is in
     * none.
     */
    public static Optional<HeldTier> heldAt(Participant participant, Tiering tiering, TierLadder ladder, Instant at) {
        if (!ladder.isOfEngine()) {
            return tiering.at(at)
                    .filter(change ->
                            change.lock().filter(lock -> lock.holdsAt(at)).isPresent())
                    .map(change -> new HeldTier(change.tier(), change.on()));
        }
        if (participant.state() == ParticipantState.TERMINATED) {
            return Optional.of(
                    new HeldTier("", participant.termination().orElseThrow().on()));
        }
        return Optional.of(tiering.at(at)
                .map(change -> new HeldTier(ladder.codeAt(ladder.placeOf(change.tier())), change.on()))
                .orElseGet(() -> new HeldTier(ladder.codeAt(ladder.bottom()), participant.registeredOn())));
    }
}
