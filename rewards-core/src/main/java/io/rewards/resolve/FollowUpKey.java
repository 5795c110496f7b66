package io.rewards.resolve;

import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.key.Key;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a follow-up is, and so the key of its event: the only place that makes such keys. Immutable. */
public sealed interface FollowUpKey {

    /** The parts of the id, after the word for what it is. */
    Key id();

    /** The key of the event. */
    default EventKey event() {
        return new EventKey(RaisedEvent.FOLLOW_UP, id().text());
    }

    /** What the event of this key follows from; empty for other events. */
    static Optional<FollowUpKey> of(EventKey event) {
        return event.system().equals(RaisedEvent.FOLLOW_UP)
                ? Key.parts(event.id()).filter(parts -> parts.size() > 1).flatMap(FollowUpKey::of)
                : Optional.empty();
    }

    private static Optional<FollowUpKey> of(List<String> parts) {
        List<String> rest = parts.subList(1, parts.size());
        return switch (parts.get(0)) {
            case First.WORD -> counted(rest, First::new);
            case Merge.WORD -> onlyPart(rest).map(Merge::new);
            case Gift.WORD -> EventKey.of(rest).map(Gift::new);
            case PassedOn.WORD -> Key.path(rest).map(PassedOn::new);
            case Referred.WORD -> counted(rest, Referred::new);
            case Cancelled.WORD ->
                rest.get(0).equals(Referred.WORD)
                        ? Cancelled.of(rest.subList(1, rest.size())).map(found -> found)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> onlyPart(List<String> parts) {
        return parts.size() == 1 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** What is about a participant, and how often it was before where it was. */
    private static <K> Optional<K> counted(List<String> parts, BiFunction<String, Long, K> key) {
        if (parts.size() == 1) {
            return Optional.of(key.apply(parts.get(0), 1L));
        }
        return parts.size() == 2 ? time(parts.get(1), 2).map(time -> key.apply(parts.get(0), time)) : Optional.empty();
    }

    private static Optional<Long> time(String text, long least) {
        try {
            long time = Long.parseLong(text);
            return time >= least && Long.toString(time).equals(text) ? Optional.of(time) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Key counted(Key id, long time) {
        return time == 1 ? id : id.and(Long.toString(time));
    }

    /**
     * The first award of a participant while no other stands. Immutable.
     *
     * @param participant id
     * @param time how often there was one then, from 1: the awards before were taken back
     */
    record First(String participant, long time) implements FollowUpKey {

        private static final String WORD = "first-award";

        /** The same once more. */
        First next() {
            return new First(participant, time + 1);
        }

        @Override
        public Key id() {
            return counted(Key.of(WORD, participant), time);
        }
    }

    /**
     * A referrer is told of an award. Immutable.
     *
     * @param participant id of the one who was referred
     * @param time how often the referrer has been told then, from 1
     */
    record Referred(String participant, long time) implements FollowUpKey {

        private static final String WORD = "referral";

        @Override
        public Key id() {
            return counted(Key.of(WORD, participant), time);
        }
    }

    /**
     * A referrer gives back what an award brought. Immutable.
     *
     * @param referred what the referrer was told
     * @param offer code of the one whose award goes; empty where all go
     */
    record Cancelled(Referred referred, Optional<String> offer) implements FollowUpKey {

        private static final String WORD = "cancelled";

        /** All that the referrer was awarded goes. */
        static Cancelled whole(Referred referred) {
            return new Cancelled(referred, Optional.empty());
        }

        private static Optional<Cancelled> of(List<String> parts) {
            return parts.size() == 3
                    ? time(parts.get(1), 1)
                            .map(time -> new Cancelled(new Referred(parts.get(0), time), Optional.of(parts.get(2))))
                    : counted(parts, Referred::new).map(Cancelled::whole);
        }

        @Override
        public Key id() {
            Key id = Key.of(WORD).and(referred.id());
            if (offer.isEmpty()) {
                return id;
            }
            return (referred.time() == 1 ? id.and("1") : id).and(offer.get());
        }
    }

    /**
     * Money comes from another participant. Immutable.
     *
     * @param transfer key of the event that sent it
     */
    record Gift(EventKey transfer) implements FollowUpKey {

        private static final String WORD = "transfer";

        @Override
        public Key id() {
            return Key.of(WORD).and(transfer.key());
        }
    }

    /**
     * What a duplicate had comes to the participant who stays. Immutable.
     *
     * @param duplicate id of the one who was replaced
     */
    record Merge(String duplicate) implements FollowUpKey {

        private static final String WORD = "merge";

        @Override
        public Key id() {
            return Key.of(WORD, duplicate);
        }
    }

    /**
     * A follow-up goes on to who stays in the place of who was replaced. Immutable.
     *
     * @param followUp id of the follow-up that goes on
     */
    record PassedOn(String followUp) implements FollowUpKey {

        private static final String WORD = "passed-on";

        @Override
        public Key id() {
            return Key.of(WORD).and(Key.ofPath(followUp));
        }
    }
}
