package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Programme;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.store.RewardsStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A programme that goes on with accounts which were kept under others: in force, and what is to be known of that.
 * Immutable. Source: domain 3.12.
 */
record Succession(InForce inForce, ReloadReport report) {

    private static final int MOST_TRIES = 200;

    /**
     * Takes {@code programme} for the accounts of {@code store}, which remembers it from then on.
     *
     * @param joined the programme with the rules
     * @throws InvalidInputException naming every problem; the store remembers nothing of it then
     */
    static Succession of(Programme programme, RewardsStore store, Function<Catalogue, InForce> joined) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Commitments> kept = store.commitments();
            InForce next = joined.apply(Catalogue.of(programme, kept));
            List<Problem> warnings =
                    kept.map(before -> before.warnings(programme)).orElse(List.of());
            Commitments after = kept.map(before -> before.and(programme)).orElseGet(() -> Commitments.of(programme));
            if (kept.filter(after::equals).isPresent() || store.keep(kept, after)) {
                return new Succession(next, new ReloadReport(warnings));
            }
        }
        throw new IllegalStateException(
                "The store refused " + MOST_TRIES + " times to keep what accounts rely on of the" + " programme ("
                        + programme.name() + "). Maybe it does not see its own writes.");
    }
}
