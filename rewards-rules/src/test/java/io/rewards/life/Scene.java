package io.rewards.life;

import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.event.CustomerEvent;
import java.time.Instant;

/** Something that happens to the engine of a simulation. Immutable. */
sealed interface Scene {

    /** When it happens, on the clock of the engine. */
    Instant at();

    /** An event comes in. */
    record Submit(Instant at, CustomerEvent event) implements Scene {}

    /** An evaluation run. */
    record Run(Instant at, RunDefinition definition, Instant asOf) implements Scene {
        @Override
        public String toString() {
            return "Run[" + definition.code() + " as of " + asOf + " at " + at + "]";
        }
    }

    /** The owner changes the programme. */
    record Reload(Instant at, Programme programme) implements Scene {
        @Override
        public String toString() {
            return "Reload[" + programme.version() + " at " + at + "]";
        }
    }
}
