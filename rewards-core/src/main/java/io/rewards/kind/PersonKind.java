package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Participant;
import io.rewards.resolve.Context;
import java.util.Optional;

/** A kind of event that changes something about its participant and moves no money but by being awarded. Immutable. */
abstract class PersonKind<E extends CustomerEvent> extends EventKind<E> {

    PersonKind(Class<E> type, String word, Trigger... triggers) {
        super(type, word, triggers);
    }

    @Override
    public final Optional<Effect> moved(E event, Moment moment, Context context) {
        return Optional.empty();
    }

    static Participant noted(Participant participant, CustomerEvent event, String words) {
        return noted(participant, event, words, event.key().system());
    }

    /** With a note in the history: what happened, and who changed it. */
    static Participant noted(Participant participant, CustomerEvent event, String words, String by) {
        return participant.with(
                new HistoryEntry(event.performedOn(), event.key().text(), words, by));
    }
}
