package io.rewards.event;

/**
 * What an account holds in one denomination becomes another, by the changeover that is under way. Immutable.
 * Source: domain 3.12.
 *
 * @param header of the event
 */
public record MoneyConverted(EventHeader header) implements RaisedEvent {
    @Override
    public MoneyConverted withHeader(EventHeader changed) {
        return new MoneyConverted(changed);
    }
}
