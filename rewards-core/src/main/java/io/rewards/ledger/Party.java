package io.rewards.ledger;

import java.util.Comparator;

/**
 * Whoever has accounts in the ledger: a participant, a merchant, or the programme itself. Immutable.
 *
 * @param kind what the party is
 * @param id of a participant, the code of a merchant's unit; empty for the programme, of which there is one
 */
public record Party(Kind kind, String id) implements Comparable<Party> {

    /** The one who runs the programme. */
    public static final Party PROGRAMME = new Party(Kind.PROGRAMME, "");

    private static final Comparator<Party> ORDER =
            Comparator.comparing(Party::kind).thenComparing(Party::id);

    /** What a party is. */
    public enum Kind {
        /** Somebody who collects awards. */
        PARTICIPANT,
        /** A unit at which participants buy, which gives to awards and is paid from wallets. */
        MERCHANT,
        /** The one who runs the programme and owes what participants hold. */
        PROGRAMME
    }

    /** Refuses a participant or a merchant without an id, and a programme with one. */
    public Party {
        if (id.isEmpty() != (kind == Kind.PROGRAMME)) {
            throw new IllegalArgumentException("The id (" + id + ") of a party that is a " + kind + " must "
                    + (kind == Kind.PROGRAMME ? "be empty." : "not be empty."));
        }
    }

    /** The participant of this id. */
    public static Party participant(String id) {
        return new Party(Kind.PARTICIPANT, id);
    }

    /** The merchant at the unit of this code. */
    public static Party merchant(String unit) {
        return new Party(Kind.MERCHANT, unit);
    }

    /** Participants first, then merchants, each by id. */
    @Override
    public int compareTo(Party other) {
        return ORDER.compare(this, other);
    }
}
