package io.rewards.engine;

import io.rewards.decision.Outcome;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.participant.Secret;
import java.util.Optional;

/**
 * Makes access tokens at the door of the engine: of the host's key and the event, so that what is decided and recorded knows
 * the hash only, and the same event makes the same token. Immutable and thread-safe. Source: domain 4.7.
 *
 * @param key of the host; empty where no tokens are made
 */
record Tokens(Optional<VoucherKey> key) {

    /** The event with the hash of the token that it makes; the same where it makes none. */
    CustomerEvent made(CustomerEvent event) {
        return event instanceof AccessTokenChanged changed
                        && changed.generate()
                        && changed.tokenHash().isEmpty()
                ? of(event.key())
                        .<CustomerEvent>map(token -> changed.withTokenHash(token.hash()))
                        .orElse(event)
                : event;
    }

    /** The outcome of a decision; where it has just made a token, with the token. */
    Outcome told(Decision decision) {
        boolean makes = decision.effect().isPresent()
                && decision.event() instanceof AccessTokenChanged changed
                && changed.generate();
        return makes
                ? of(decision.event().key())
                        .filter(token -> token.hash().equals(((AccessTokenChanged) decision.event()).tokenHash()))
                        .map(decision.outcome()::with)
                        .orElse(decision.outcome())
                : decision.outcome();
    }

    /** The token that an event of this key makes. */
    Optional<Secret> of(EventKey event) {
        return key.map(host -> host.token(event));
    }
}
