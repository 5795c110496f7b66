package io.rewards.event;

/**
 * An expiration run takes out of a wallet what was not spent in time. Immutable. Source: domain 5.5.
 *
 * @param header of the event
 */
public record MoneyExpired(EventHeader header) implements RaisedEvent {
    @Override
    public MoneyExpired withHeader(EventHeader changed) {
        return new MoneyExpired(changed);
    }
}
