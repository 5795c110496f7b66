package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Cap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of a cap is used at one instant. Immutable. Source: domain 3.11.
 *
 * @param cap that is used
 * @param used awards, or units of what they came to
 * @param frees when some of what is used does not count any more; empty where that never happens or is not known
 */
public record CapUse(Cap cap, long used, Optional<Instant> frees) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** True when nothing can be awarded. */
    public boolean isUsedUp() {
        return used >= cap.most();
    }

    /** What the cap leaves of {@code award}. */
    public Amount cut(Amount award) {
        return cap.amount()
                .map(most -> award.min(most.minus(new Amount(most.denomination(), used))))
                .orElse(award);
    }

    /** Why an award {@code at} an instant is declined; how far away it is says when the cap frees. */
    public Decline decline(String rule, Instant at, ZoneId zone) {
        DeclineReason reason =
                cap.of() == Cap.Of.ALL ? DeclineReason.BUDGET_USED_UP : DeclineReason.PARTICIPANT_CAP_REACHED;
        Measure actual = measure(used);
        Decline decline = Decline.of(rule, rule, reason, actual, measure(cap.most()));
        String limit = cap.limit()
                + frees.map(instant -> " and frees on " + MINUTES.format(LocalDateTime.ofInstant(instant, zone)))
                        .orElse("");
        Decline said = decline.saying(reason.sentence(actual, new Measure.Words(limit), Optional.empty()));
        return frees.map(instant -> said.at(new Measure.Span(Duration.between(at, instant))))
                .orElse(said);
    }

    private Measure measure(long units) {
        return cap.amount()
                .<Measure>map(most -> new Measure.Money(new Amount(most.denomination(), units)))
                .orElseGet(() -> new Measure.Count(units));
    }
}
