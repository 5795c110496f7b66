package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.RaisedEvent;
import io.rewards.participant.Participant;
import io.rewards.resolve.Context;
import io.rewards.shape.Words;
import java.util.Optional;

/** A kind of event that only the engine raises, about nothing but an award or money; nothing speaks against it. Immutable. */
abstract class RaisedKind<E extends RaisedEvent> extends EventKind<E> {

    RaisedKind(Class<E> type, String word, Trigger... triggers) {
        super(type, word, triggers);
    }

    @Override
    final void admit(E event, Admission admission) {
        // The engine raises nothing that it would have to refuse.
    }

    @Override
    public final Participant changed(E event, Participant participant) {
        return participant;
    }

    @Override
    public Optional<Effect> moved(E event, Moment moment, Context context) {
        return Optional.empty();
    }

    /** What the engine raises, nobody has to be told. */
    @Override
    public final String says(E event, Words words) {
        return "";
    }
}
