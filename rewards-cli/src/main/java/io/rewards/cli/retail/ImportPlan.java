package io.rewards.cli.retail;

import io.rewards.amount.Denomination;
import java.time.ZoneId;
import java.util.List;

/**
 * What the data set does not say about its events. Immutable.
 *
 * @param zone of the shop's clock; a time that a change of the clock skips is moved on by the length of the gap, of a
 *     time that comes twice the first is meant, as {@code java.time} has it
 * @param currency of the prices
 * @param unit code of the unit where everything happens
 * @param schemes codes of the schemes that every customer signs up to
 */
public record ImportPlan(ZoneId zone, Denomination currency, String unit, List<String> schemes) {

    /** Copies the schemes. */
    public ImportPlan {
        schemes = List.copyOf(schemes);
    }
}
