package io.rewards.ledger;

import io.rewards.event.EventKey;
import java.util.Optional;

/**
 * What made money move: what happened, to whom, and where. Immutable.
 *
 * @param event that caused it
 * @param purchase that it pays for, or the event that it awards; empty where it is about neither
 * @param participant id of the participant in whose journal it is recorded
 * @param unit code of the unit where it happened
 */
public record Cause(EventKey event, Optional<EventKey> purchase, String participant, String unit) {

    /** Money that moves because of {@code event}, about no purchase and no award. */
    public static Cause of(EventKey event, String participant, String unit) {
        return new Cause(event, Optional.empty(), participant, unit);
    }

    /**
     * The account of this kind of whoever took part in it: of the participant, of the merchant at whose unit it happened, or
     * of the programme.
     */
    public AccountName account(AccountKind kind) {
        return AccountName.of(
                switch (kind.owner()) {
                    case PARTICIPANT -> Party.participant(participant);
                    case MERCHANT -> Party.merchant(unit);
                    case PROGRAMME -> Party.PROGRAMME;
                },
                kind);
    }
}
