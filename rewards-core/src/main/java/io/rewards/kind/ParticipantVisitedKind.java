package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.ParticipantVisited;
import java.util.Set;

/** An evaluation run looks at a participant. Source: domain 6.2. */
final class ParticipantVisitedKind extends RaisedKind<ParticipantVisited> {

    ParticipantVisitedKind() {
        super(ParticipantVisited.class, "participant_visited");
    }

    @Override
    public Set<Trigger> triggers(ParticipantVisited event) {
        return Set.of(event.subscription().isPresent() ? Trigger.SUBSCRIPTION : Trigger.PROFILE);
    }
}
