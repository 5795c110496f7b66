package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Offer;
import io.rewards.json.ProgrammeWriter;
import io.rewards.offer.Visits;
import io.rewards.participant.Secret;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.resolve.WalletRules;
import io.rewards.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A programme and a rule set that are in force together. Immutable and thread-safe. */
record InForce(Catalogue catalogue, RuleSet rules, WalletRules wallets, String stamp) {

    /**
     * Joins them.
     *
     * @throws InvalidInputException when the rules read attributes that the programme does not declare, or offers issue
     *     vouchers and the host gives no key for them
     */
    static InForce of(Catalogue catalogue, RuleSet rules, HostWallets host) {
        List<Problem> problems = rules.attributeUses().stream()
                .filter(use -> catalogue
                        .attribute(use.path())
                        .filter(declared -> use.accepts(declared.type()))
                        .isEmpty())
                .map(use -> new Problem(
                        "attributes",
                        "The rule (" + use + ") reads the attribute (" + use.path() + ")"
                                + use.type().map(type -> " as " + type).orElse("")
                                + ", which the programme does not declare so."))
                .collect(Collectors.toCollection(ArrayList::new));
        problems.addAll(host.problems(catalogue));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("programme " + catalogue.programme().name(), problems);
        }
        return new InForce(catalogue, rules, host.rules(catalogue.settings()), stamp(catalogue, rules));
    }

    /** The same for the same programme and rules, also in another process: what runs have put off holds under it. */
    private static String stamp(Catalogue catalogue, RuleSet rules) {
        return Secret.hashOf(ProgrammeWriter.json(catalogue.programme()) + rules.hash());
    }

    /**
     * The offer of this code.
     *
     * @throws IllegalArgumentException when the programme has none
     */
    Offer offer(String code) {
        return catalogue
                .offer(code)
                .orElseThrow(() -> new IllegalArgumentException("The offer (" + code + ") is not in the programme."));
    }

    /** Why no event is decided at present, where accounts go through a changeover or have been through one. */
    Optional<Problem> closed() {
        return catalogue
                .commitments()
                .underWay()
                .map(changeover -> new Problem(
                        "",
                        "The programme changes over from " + changeover.from() + " to " + changeover.to()
                                + ". Send the event again once the changeover has ended and the programme in "
                                + changeover.to() + " is in force."));
    }

    /**
     * Refuses what may not happen while accounts go through a changeover.
     *
     * @throws IllegalStateException then
     */
    void requireOpen() {
        closed().ifPresent(problem -> {
            throw new IllegalStateException(problem.message());
        });
    }

    /** The same programme and rules, with other commitments. */
    InForce with(Commitments kept) {
        Catalogue changed = Catalogue.of(catalogue.programme(), Optional.of(kept));
        return new InForce(changed, rules, wallets, stamp);
    }

    /** What visits of runs look for. */
    Visits visits() {
        return new Visits(rules::isBuiltIn);
    }

    /** The zone of the programme. */
    ZoneId zone() {
        return catalogue.settings().zone();
    }

    /** The day of {@code instant} in that zone. */
    LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }
}
