package io.rewards.kind;

import io.rewards.event.CustomerEvent;
import io.rewards.participant.Participant;

/** A kind of event that takes something back that had happened. Immutable. Source: domain 5.6, 12.1 Q3. */
abstract class CorrectingKind<E extends CustomerEvent> extends EventKind<E> {

    CorrectingKind(Class<E> type, String word) {
        super(type, word);
    }

    @Override
    public final Participant changed(E event, Participant participant) {
        return participant;
    }

    @Override
    public final boolean movesMoney(E event) {
        return true;
    }
}
