package io.rewards.notification;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.NotificationKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a notification run tells what. Immutable. Source: domain 10.
 *
 * @param kinds to tell
 * @param schemes codes of the schemes whose offers are told about; empty for all
 * @param states that participants must have one of in the scheme of the offer; empty for all
 * @param daysAhead that money which will expire is told of: 1 tells today what can be spent through tomorrow
 * @param newSince offers that became effective at this instant or later are new
 * @param closeFrom the part of a target from which on little is missing, itself inside
 */
public record NotificationCriteria(
        Set<NotificationKind> kinds,
        Set<String> schemes,
        Set<AwardedState> states,
        int daysAhead,
        Instant newSince,
        Percentage closeFrom) {

    private static final int TWO_WEEKS = 14;

    /** Copies the sets. Refuses kinds that events bring about, negative days, and more than the whole of a target. */
    public NotificationCriteria {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        states = Collections.unmodifiableSet(new TreeSet<>(states));
        for (NotificationKind kind : kinds) {
            if (kind.isOfEvent()) {
                throw new IllegalArgumentException("The kind (" + kind + ") is told when it happens, and not by runs.");
            }
        }
        if (daysAhead < 0) {
            throw new IllegalArgumentException("The days ahead (" + daysAhead + ") must not be negative.");
        }
        if (closeFrom.compareTo(Percentage.HUNDRED) > 0) {
            throw new IllegalArgumentException("The part (" + closeFrom + ") of a target must be at most 100 %.");
        }
    }

    /** Everything that is told by runs, in all schemes, two weeks ahead and from 80 % of a target on. */
    public static NotificationCriteria since(Instant newSince) {
        return new NotificationCriteria(
                EnumSet.of(
                        NotificationKind.EXPIRATION_AHEAD,
                        NotificationKind.NEW_OFFER,
                        NotificationKind.CLOSE_TO_AWARD,
                        NotificationKind.TIER_AT_RISK),
                Set.of(),
                Set.of(),
                TWO_WEEKS,
                newSince,
                Percentage.of("80"));
    }

    /** These criteria for {@code only} these kinds. */
    public NotificationCriteria withKinds(NotificationKind... only) {
        return new NotificationCriteria(
                Set.copyOf(Arrays.asList(only)), schemes, states, daysAhead, newSince, closeFrom);
    }

    /** These criteria for the schemes of these codes. */
    public NotificationCriteria withSchemes(String... codes) {
        return new NotificationCriteria(
                kinds, Set.copyOf(Arrays.asList(codes)), states, daysAhead, newSince, closeFrom);
    }

    /** These criteria for participants who have one of these states in the scheme of the offer. */
    public NotificationCriteria withStates(AwardedState... any) {
        return new NotificationCriteria(kinds, schemes, Set.copyOf(Arrays.asList(any)), daysAhead, newSince, closeFrom);
    }

    /** These criteria, telling so many days ahead what will expire. */
    public NotificationCriteria withDaysAhead(int days) {
        return new NotificationCriteria(kinds, schemes, states, days, newSince, closeFrom);
    }

    /** These criteria with another part of a target from which on little is missing. */
    public NotificationCriteria withCloseFrom(Percentage part) {
        return new NotificationCriteria(kinds, schemes, states, daysAhead, newSince, part);
    }
}
