package io.rewards.event;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The participant replaces a duplicate, whose money and access tokens go over. Immutable. Source: domain 4.6.
 *
 * @param header of the event
 * @param duplicate id of the participant who was terminated
 * @param tokens hashes of the access tokens that go over
 */
public record DuplicateMerged(EventHeader header, String duplicate, Set<String> tokens) implements RaisedEvent {

    /** Copies the tokens. */
    public DuplicateMerged {
        tokens = Collections.unmodifiableSet(new TreeSet<>(tokens));
    }

    @Override
    public DuplicateMerged withHeader(EventHeader changed) {
        return new DuplicateMerged(changed, duplicate, tokens);
    }
}
