package io.rewards.ledger;

import io.rewards.event.EventKey;
import io.rewards.key.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of money that came into a wallet at once: which event made it and under which name, through which events it
 * came from other participants, and whether it was freed of its conditions. As text {@code INV-1#OFFER},
 * {@code INV-1#OFFER/open} for what was freed of it, {@code GIFT-1#INV-1#OFFER} for a piece of it that somebody was given
 * or that was turned into money,
 * and {@code GIFT-1#INV-1#OFFER/open/1} for a piece of what had been freed before. Immutable.
 *
 * @param events the event that made it, and before that those which gave pieces of it away, the latest first; none for
 *     money that was named without an event
 * @param name code of the offer that awarded it, or what else it is
 * @param freed how many of the events gave it away after it was freed of its conditions; empty where it was not freed
 */
public record LotId(List<EventKey> events, String name, Optional<Integer> freed) {

    private static final String MONEY = "money";
    private static final String OPEN = "open";

    /** Copies the events, and refuses money that was given away more often since it was freed than ever. */
    public LotId {
        events = List.copyOf(events);
        if (freed.filter(times -> times < 0).isPresent() || freed.orElse(0) > events.size()) {
            throw new IllegalArgumentException("The lot (" + name + ") of events " + events + " cannot be given away "
                    + freed.orElse(0) + " times since it was freed.");
        }
    }

    /** What an offer awards for an event. */
    public static LotId award(EventKey event, String offer) {
        return new LotId(List.of(event), offer, Optional.empty());
    }

    /** The text of the name of what an offer awards for an event, made without taking it apart. */
    public static String textOfAward(EventKey event, String offer) {
        return event.key().making(Key.of(offer)).text();
    }

    /** Open money that an event puts in. */
    public static LotId money(EventKey event) {
        return new LotId(List.of(event), MONEY, Optional.empty());
    }

    /** What an event names without money that it made. */
    static LotId named(String name) {
        return new LotId(List.of(), name, Optional.empty());
    }

    /** The lot that is written as {@code text}; empty where none is written so. */
    public static Optional<LotId> parse(String text) {
        return Key.sections(text).flatMap(LotId::of);
    }

    /**
     * The lot that is written as {@code text}.
     *
     * @throws IllegalArgumentException where none is written so
     */
    public static LotId parsed(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("The lot (" + text + ") is not named like one."));
    }

    /** The lot of these sections of a key. */
    static Optional<LotId> of(List<List<String>> sections) {
        List<EventKey> events = new ArrayList<>(sections.size());
        for (int i = 0; i < sections.size() - 1; i++) {
            Optional<EventKey> event = EventKey.of(sections.get(i));
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        List<String> own = sections.get(sections.size() - 1);
        if (own.size() == 1) {
            return Optional.of(new LotId(events, own.get(0), Optional.empty()));
        }
        Optional<Integer> freed = own.size() == 2 ? Optional.of(0) : count(own.get(2), 1, events.size());
        return own.size() > 3 || !own.get(1).equals(OPEN) || freed.isEmpty()
                ? Optional.empty()
                : Optional.of(new LotId(events, own.get(0), freed));
    }

    /** The number that is written as {@code text}, if it is one of these and written as numbers are. */
    static Optional<Integer> count(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most && Integer.toString(number).equals(text)
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The lot of what is freed of this one.
     *
     * @throws IllegalArgumentException where this one was freed already
     */
    public LotId open() {
        if (freed.isPresent()) {
            throw new IllegalArgumentException("The lot (" + this + ") was freed of its conditions already.");
        }
        return new LotId(events, name, Optional.of(0));
    }

    /** The lot that this one was freed of; this one where it was not freed where it is. */
    public LotId origin() {
        return freed.filter(times -> times == 0).isPresent() ? new LotId(events, name, Optional.empty()) : this;
    }

    /** The piece of this lot that {@code event} gives to somebody else, or turns into money. */
    public LotId givenBy(EventKey event) {
        List<EventKey> all = new ArrayList<>();
        all.add(event);
        all.addAll(events);
        return new LotId(all, name, freed.map(times -> times + 1));
    }

    /** True for money that {@code event} made, and that stayed where it was made. */
    boolean isOf(EventKey event) {
        return events.size() == 1 && events.get(0).equals(event);
    }

    /** This lot as what {@code event} names, where it is named without an event. */
    LotId by(EventKey event) {
        return events.isEmpty() ? new LotId(List.of(event), name, freed) : this;
    }

    /** This name, to be made part of others. */
    Key key() {
        Key own = Key.of(name);
        if (freed.isPresent()) {
            own = own.and(OPEN);
            if (freed.get() > 0) {
                own = own.and(Integer.toString(freed.get()));
            }
        }
        for (int i = events.size() - 1; i >= 0; i--) {
            own = events.get(i).key().making(own);
        }
        return own;
    }

    /** This name as it is kept and shown: different lots have different texts. */
    public String text() {
        return key().text();
    }

    @Override
    public String toString() {
        return text();
    }
}
