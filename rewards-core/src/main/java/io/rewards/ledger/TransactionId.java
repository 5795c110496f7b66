package io.rewards.ledger;

import io.rewards.event.EventKey;
import io.rewards.key.Key;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a transaction: which event moved which money, how, and which one it is where the event did the same more than
 * once. An award is named as its lot is, {@code INV-1#OFFER}; other transactions say what they are, such as
 * {@code INV-1#OFFER/contribution} and, of money that another event made, {@code BUY-2#INV-1#OFFER/spend}. Immutable.
 *
 * @param event that moves the money
 * @param lot that is moved; what the event itself names where there is no lot, as the denomination of a debt
 * @param kind of the transaction
 * @param number of those of the same event, lot and kind, from 1
 */
public record TransactionId(EventKey event, LotId lot, TransactionKind kind, int number) {

    private static final Map<TransactionKind, String> WORDS = Stream.of(TransactionKind.values())
            .collect(Collectors.toMap(
                    kind -> kind,
                    kind -> kind.name().toLowerCase(Locale.ROOT),
                    (one, other) -> one,
                    () -> new EnumMap<>(TransactionKind.class)));

    /** A lot named without an event is named by this one. Refuses a number below 1. */
    public TransactionId {
        lot = lot.by(event);
        if (number < 1) {
            throw new IllegalArgumentException("The number (" + number + ") of a transaction must be 1 or above.");
        }
    }

    /** The first transaction of {@code kind} by which {@code event} moves a lot. */
    public static TransactionId of(EventKey event, LotId lot, TransactionKind kind) {
        return new TransactionId(event, lot, kind, 1);
    }

    /** The first transaction of {@code kind} by which {@code event} moves what is in no lot. */
    public static TransactionId named(EventKey event, String name, TransactionKind kind) {
        return of(event, LotId.named(name), kind);
    }

    /** The transaction that is written as {@code text}; empty where none is written so. */
    public static Optional<TransactionId> parse(String text) {
        return Key.sections(text).filter(sections -> sections.size() > 1).flatMap(TransactionId::of);
    }

    private static Optional<TransactionId> of(List<List<String>> sections) {
        int last = sections.size() - 1;
        List<String> own = sections.get(last);
        Optional<Integer> counted = LotId.count(own.get(own.size() - 1), 2, Integer.MAX_VALUE);
        if (counted.isPresent() && own.size() > 2) {
            Optional<TransactionId> numbered = of(sections, own.subList(0, own.size() - 1), counted.get());
            if (numbered.isPresent()) {
                return numbered;
            }
        }
        return of(sections, own, 1)
                .or(() -> moving(sections, own).map(found -> of(found.event(), found.lot(), TransactionKind.AWARD)));
    }

    /** The transaction that ends in its kind, once its number is gone. */
    private static Optional<TransactionId> of(List<List<String>> sections, List<String> own, int number) {
        int end = own.size() - 1;
        return end == 0
                ? Optional.empty()
                : kind(own.get(end))
                        .filter(kind -> kind != TransactionKind.AWARD || number > 1)
                        .flatMap(kind -> moving(sections, own.subList(0, end))
                                .map(found -> new TransactionId(found.event(), found.lot(), kind, number)));
    }

    /** The event that moves and the lot that it moves: its own where no other event stands between the two. */
    private static Optional<Moving> moving(List<List<String>> sections, List<String> own) {
        int last = sections.size() - 1;
        int from = last == 1 ? 0 : 1;
        List<List<String>> ofLot = new ArrayList<>(sections.subList(from, last));
        ofLot.add(own);
        return EventKey.of(sections.get(0))
                .flatMap(event -> LotId.of(ofLot)
                        .filter(lot -> from == 0 || !lot.isOf(event))
                        .map(lot -> new Moving(event, lot)));
    }

    private static Optional<TransactionKind> kind(String word) {
        for (TransactionKind kind : TransactionKind.values()) {
            if (word(kind).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String word(TransactionKind kind) {
        return Objects.requireNonNull(WORDS.get(kind));
    }

    /** The same once more. */
    public TransactionId next() {
        return new TransactionId(event, lot, kind, number + 1);
    }

    /** This name as it is kept and shown: different transactions have different texts. */
    public String text() {
        return text(event, lot.key(), kind, number);
    }

    /** The text of the transaction of this event, kind and number that moves the lot of key {@code lot}. */
    public static String text(EventKey event, Key lot, TransactionKind kind, int number) {
        Key by = event.key();
        Key key = lot.isMadeBy(by) ? lot : by.making(lot);
        if (kind != TransactionKind.AWARD || number > 1) {
            key = key.and(word(kind));
        }
        return (number > 1 ? key.and(Integer.toString(number)) : key).text();
    }

    @Override
    public String toString() {
        return text();
    }

    /** An event, and the lot that it moves. */
    private record Moving(EventKey event, LotId lot) {}
}
