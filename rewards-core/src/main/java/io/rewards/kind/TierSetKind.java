package io.rewards.kind;

import io.rewards.event.TierSet;
import io.rewards.participant.Participant;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.tier.TierChange;
import io.rewards.tier.TierLock;
import io.rewards.tier.TierPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody puts a participant into a tier by hand. Source: domain 8.4. */
final class TierSetKind extends PersonKind<TierSet> {

    private static final Field<TierSet, String> TIER =
            Field.required("tier", Type.TEXT, TierSet::tier, "Code of the tier.");
    private static final Field<TierSet, String> REASON = Field.required("reason", Type.TEXT, TierSet::reason, "Why.");
    private static final Field<TierSet, String> USER =
            Field.required("user", Type.TEXT, TierSet::user, "Who decided it.");
    private static final Field<TierSet, Optional<Instant>> UNTIL = Field.optional(
            "until", Type.MOMENT, TierSet::until, "When it may rise and fall again; until it is set anew unless said.");
    private static final Shape<TierSet> SHAPE = Shape.of(
            "Somebody puts a participant into a tier by hand, where it stays until the end of the lock.",
            said -> new TierSet(said.header(), said.of(TIER), said.of(REASON), said.of(USER), said.of(UNTIL)),
            TIER,
            REASON,
            USER,
            UNTIL);

    TierSetKind() {
        super(TierSet.class, "tier_set");
    }

    @Override
    public Shape<TierSet> shape() {
        return SHAPE;
    }

    @Override
    void admit(TierSet event, Admission admission) {
        admission.tier("tier", event.tier());
        admission.ifKnown(account -> {
            account.reason(event.reason(), true);
            account.user(event.user());
            account.unless(
                    event.until()
                            .filter(end -> !end.isAfter(event.performedOn()))
                            .isEmpty(),
                    "until",
                    "The end (" + event.until().map(Instant::toString).orElse("") + ") of the lock must be after ("
                            + event.performedOn() + ").");
        });
    }

    @Override
    public Participant changed(TierSet event, Participant participant) {
        return noted(participant, event, "set to tier " + event.tier() + Phrases.because(event.reason()), event.user());
    }

    @Override
    public List<TierChange> tiersSet(TierSet event) {
        return List.of(new TierChange(
                event.tier(),
                event.performedOn(),
                TierChange.Why.SET,
                Optional.of(event.key()),
                new TierPeriod(event.performedOn(), true),
                Optional.of(new TierLock(event.reason(), event.user(), event.until()))));
    }

    @Override
    public String says(TierSet event, Words words) {
        return "into " + event.tier() + ", by " + event.user() + Phrases.because(event.reason());
    }

    @Override
    public String noun() {
        return "change of the tier";
    }
}
