package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.ParticipantVisited;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Optional;
import java.util.Set;

/** An evaluation run looks at a participant. Source: domain 6.2. */
final class ParticipantVisitedKind extends RaisedKind<ParticipantVisited> {

    private static final Field<ParticipantVisited, String> RUN =
            Field.required("run", Type.TEXT, ParticipantVisited::run, "Code of the run.");
    private static final Field<ParticipantVisited, Optional<String>> SUBSCRIPTION =
            Field.optional("subscription", Type.ANY_TEXT, ParticipantVisited::subscription, "That it looks at.");
    private static final Shape<ParticipantVisited> SHAPE = Shape.of(
            "A run looks at the participant.",
            said -> new ParticipantVisited(said.header(), said.of(RUN), said.of(SUBSCRIPTION)),
            RUN,
            SUBSCRIPTION);

    ParticipantVisitedKind() {
        super(ParticipantVisited.class, "participant_visited");
    }

    @Override
    public Shape<ParticipantVisited> shape() {
        return SHAPE;
    }

    @Override
    public Set<Trigger> triggers(ParticipantVisited event) {
        return Set.of(event.subscription().isPresent() ? Trigger.SUBSCRIPTION : Trigger.PROFILE);
    }

    @Override
    public String awards(ParticipantVisited event) {
        return "by run " + event.run();
    }
}
