package io.rewards.life;

import io.rewards.amount.Amount;
import java.time.Instant;

/**
 * An award as both the model and the engine can state it. Immutable.
 *
 * @param participant id
 * @param offer code
 * @param amount awarded
 * @param on its date
 * @param subject what it is for, where the offer awards once for each
 */
record Given(String participant, String offer, Amount amount, Instant on, String subject) {}
