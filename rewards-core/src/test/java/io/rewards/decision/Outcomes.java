package io.rewards.decision;

import io.rewards.event.CustomerEvent;
import java.util.List;
import java.util.Optional;

/** Outcomes of which tests need nothing but that there is one. */
public final class Outcomes {

    private Outcomes() {}

    /** That {@code event} was processed when it was performed, and no more. */
    public static Outcome processed(CustomerEvent event) {
        return new Outcome(
                event.key(),
                event.participant(),
                Outcome.Status.PROCESSED,
                event.performedOn(),
                "1",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
