package io.rewards.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * One reason why an offer did not apply: what was found, what was required, how far away it was. Immutable.
 *
 * @param rule id of the rule that said so
 * @param reason code for programs
 * @param sentence for people
 * @param actual what was found, where the reason has a value
 * @param required what was asked for, where the reason has a value
 * @param distance between the two, where their kind has distances
 * @param until when the chance is over, where there is such a time
 * @param by code of the offer that took its place, or empty
 */
public record Decline(
        String rule,
        DeclineReason reason,
        String sentence,
        Optional<Measure> actual,
        Optional<Measure> required,
        Optional<Measure> distance,
        Optional<Instant> until,
        String by)
        implements Comparable<Decline> {

    private static final Comparator<Decline> ORDER =
            Comparator.comparing(Decline::rule).thenComparing(Decline::reason).thenComparing(Decline::sentence);

    /** A reason without values; for {@code HOUSE_RULE} the name of the rule is the sentence. */
    public static Decline of(String rule, String ruleName, DeclineReason reason) {
        String sentence = reason == DeclineReason.HOUSE_RULE ? ruleName : reason.sentence();
        return new Decline(
                rule, reason, sentence, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** A reason with what was found and what was required. */
    public static Decline of(String rule, String ruleName, DeclineReason reason, Measure actual, Measure required) {
        Optional<Measure> distance = actual.distanceTo(required);
        String sentence = reason == DeclineReason.HOUSE_RULE ? ruleName : reason.sentence(actual, required, distance);
        return new Decline(
                rule, reason, sentence, Optional.of(actual), Optional.of(required), distance, Optional.empty(), "");
    }

    /** This reason, with the instant when the chance is over. */
    public Decline until(Instant instant) {
        return new Decline(rule, reason, sentence, actual, required, distance, Optional.of(instant), by);
    }

    /** This reason, in other words. */
    public Decline saying(String words) {
        return new Decline(rule, reason, words, actual, required, distance, until, by);
    }

    /** This reason, and what is missing in words. */
    public Decline missing(String what) {
        return saying(sentence + " Missing is " + what + ".");
    }

    /** This reason, so far away. */
    Decline at(Measure away) {
        return new Decline(rule, reason, sentence, actual, required, Optional.of(away), until, by);
    }

    /**
     * This reason, with the moment of the next chance as clocks of {@code zone} show it; how far away it is from {@code at}. As
     * it was where that moment is in the far future.
     */
    public Decline next(Instant at, Instant opening, ZoneId zone) {
        if (opening.equals(Instant.MAX)) {
            return this;
        }
        LocalDateTime shown = LocalDateTime.ofInstant(opening, zone);
        return saying(sentence + " The next window opens on " + shown.toLocalDate() + " " + shown.toLocalTime() + ".")
                .at(new Measure.Span(Duration.between(at, opening)));
    }

    /** This reason, with the code of the offer that took the place of the declined one. */
    public Decline by(String offer) {
        return new Decline(rule, reason, sentence, actual, required, distance, until, offer);
    }

    @Override
    public int compareTo(Decline other) {
        return ORDER.compare(this, other);
    }
}
