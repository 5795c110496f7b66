package io.rewards.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a participant can be told. Source: domain 10. */
public enum NotificationKind {
    /** Money was awarded. */
    AWARD,
    /** Money was spent. */
    SPEND,
    /** Money will soon expire. */
    EXPIRATION_AHEAD,
    /** An offer has become effective. */
    NEW_OFFER,
    /** Little is missing for the next award. */
    CLOSE_TO_AWARD,
    /** The participant is in a higher tier. */
    TIER_UP,
    /** The participant is in a lower tier. */
    TIER_DOWN,
    /** The tier will fall at its next review. */
    TIER_AT_RISK;

    private static final List<String> OF_ALL = List.of(
            "participant.id", "participant.name", "offer.code", "offer.name", "offer.description", "scheme.name");

    /** True for advertising, which needs the participant's consent; the others are about the participant's own money. */
    public boolean isMarketing() {
        return this == NEW_OFFER || this == CLOSE_TO_AWARD;
    }

    /** True for what an event brings about; the others come from the calendar. */
    public boolean isOfEvent() {
        return this == AWARD || this == SPEND || this == TIER_UP || this == TIER_DOWN;
    }

    /** The tags that a text of this kind may name, without their {@code #}. */
    public SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>(OF_ALL);
        tags.addAll(own());
        return Collections.unmodifiableSortedSet(tags);
    }

    private List<String> own() {
        return switch (this) {
            case AWARD ->
                List.of(
                        "award.amount",
                        "award.date",
                        "award.validFrom",
                        "award.expirationDate",
                        "wallet.balance",
                        "wallet.pending");
            case SPEND -> List.of("spend.amount", "spend.date", "wallet.balance", "wallet.pending");
            case EXPIRATION_AHEAD ->
                List.of("expiration.amount", "expiration.date", "award.date", "wallet.balance", "wallet.pending");
            case NEW_OFFER -> List.of("offer.effectiveDate");
            case CLOSE_TO_AWARD -> List.of("progress.current", "progress.target", "progress.missing", "progress.until");
            case TIER_UP, TIER_DOWN -> List.of("tier.code", "tier.name", "tier.before", "tier.date");
            case TIER_AT_RISK -> List.of("tier.code", "tier.name", "tier.missing", "tier.review");
        };
    }
}
