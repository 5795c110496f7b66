package io.rewards.testkit;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RaisedEvent;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events, amounts and instants of a small world. */
final class Events {

    static final Denomination EUR = new Denomination("EUR", 2);
    static final Instant START = Instant.parse("2024-03-05T12:00:00Z");
    static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    /** Ids with everything in them that keys, addresses, and orders of texts may stumble over. */
    static final List<String> ODD_IDS = List.of(
            "10",
            "9",
            "Z",
            "a",
            "a ",
            "a b",
            "a#b",
            "a%2Fb",
            "a%b",
            "a/b",
            "a:b",
            "ab",
            "aé",
            "b'; --",
            "z",
            "İ",
            "ı",
            "日本",
            "\uD83D\uDE00",
            "\uFB01");

    /** First instant at which money is over. */
    static final Instant OVER = Instant.parse("2024-06-01T00:00:00Z");

    /** The day until which visits are put off. */
    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private Events() {}

    static Amount eur(String value) {
        return Amount.of(value, EUR);
    }

    static Amount cents(long units) {
        return new Amount(EUR, units);
    }

    static EventHeader header(String id, String participant, Instant on) {
        return EventHeader.of(id, participant, "U1", on);
    }

    static ParticipantRegistered registered(String participant) {
        return new ParticipantRegistered(header("registered " + participant, participant, START), Profile.EMPTY);
    }

    static Purchase purchase(String id, String participant, Instant on) {
        return Purchase.of(header(id, participant, on), PurchaseLine.of("1", "bread", 4, eur("10.00")));
    }

    /** An event that the engine raises: what follow-ups are made of. */
    static FirstAward raised(String id, String participant) {
        return new FirstAward(header(id, participant, START).from(RaisedEvent.FOLLOW_UP));
    }

    static EventKey raisedKey(String id) {
        return new EventKey(RaisedEvent.FOLLOW_UP, id);
    }
}
