package io.rewards.catalogue.life;

import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What became of a change: all of it, or nothing. Immutable. */
public sealed interface Change {

    /**
     * The change was made.
     *
     * @param history with the new version
     * @param tell user to tell that an offer waits for their approval, if one does. Source: domain 10.
     */
    record Changed(CatalogueHistory history, Optional<String> tell) implements Change {}

    /**
     * The change was refused; the history is as it was.
     *
     * @param problems every reason, at least one
     */
    record Refused(List<Problem> problems) implements Change {

        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The history with the change, for a caller to whom a refusal is a mistake.
     *
     * @throws InvalidInputException naming every problem, when the change was refused
     */
    default CatalogueHistory orElseThrow() {
        if (this instanceof Refused refused) {
            throw new InvalidInputException("change of the catalogue", refused.problems());
        }
        return ((Changed) this).history();
    }
}
