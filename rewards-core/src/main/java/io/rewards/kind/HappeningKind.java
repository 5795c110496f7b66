package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.participant.Participant;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import java.util.Optional;

/** A kind of event that changes nothing by itself: it can be awarded, and be cancelled. Immutable. */
abstract class HappeningKind<E extends CustomerEvent> extends EventKind<E> {

    HappeningKind(Class<E> type, String word, Trigger trigger) {
        super(type, word, trigger);
    }

    @Override
    public final Participant changed(E event, Participant participant) {
        return participant;
    }

    @Override
    public final Optional<Effect> moved(E event, Moment moment, Context context) {
        return Optional.empty();
    }

    @Override
    final boolean isCancellable() {
        return true;
    }

    @Override
    final void undo(E event, Returns returns) {
        returns.happening(event);
    }
}
