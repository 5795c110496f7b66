package io.rewards.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an award is for, where its offer awards once for each. Two are the same where kind and text are, whatever signs the
 * text holds. Immutable. Source: domain 2.4.
 */
public sealed interface AwardSubject {

    /** For nothing in particular. */
    AwardSubject NOTHING = new Nothing();

    /** What it can be. */
    enum Kind {
        NOTHING,
        /** A birthday or a name day. */
        DAY,
        /** A page that was liked, or a website that was visited. */
        PAGE,
        SUBSCRIPTION,
        /** A participant who was referred. */
        REFERRED,
        /** The instant since which an offer is effective, which awards once for each. */
        EFFECTIVE_DATE
    }

    /** What it is. */
    Kind kind();

    /** As people read it and as {@link #of} reads it back; empty for nothing. */
    String text();

    /** The day, where it is one. */
    Optional<LocalDate> day();

    /**
     * The one of this kind with this text.
     *
     * @throws IllegalArgumentException for a text that none of this kind has
     */
    static AwardSubject of(Kind kind, String text) {
        try {
            AwardSubject subject = switch (kind) {
                case NOTHING -> NOTHING;
                case DAY -> new Day(LocalDate.parse(text));
                case PAGE -> new Page(text);
                case SUBSCRIPTION -> new OfSubscription(text);
                case REFERRED -> new Referred(text);
                case EFFECTIVE_DATE -> new EffectiveDate(Instant.parse(text));
            };
            if (subject.text().equals(text)) {
                return subject;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(notOf(kind, text), e);
        }
        throw new IllegalArgumentException(notOf(kind, text));
    }

    private static String notOf(Kind kind, String text) {
        return "The subject (" + text + ") is not one of kind " + kind + ".";
    }

    /** Nothing in particular. */
    record Nothing() implements AwardSubject {

        @Override
        public Kind kind() {
            return Kind.NOTHING;
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    /** A birthday or a name day. */
    record Day(LocalDate date) implements AwardSubject {

        @Override
        public Kind kind() {
            return Kind.DAY;
        }

        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.of(date);
        }
    }

    /** A page that was liked, or a website that was visited; refuses an empty text. */
    record Page(String text) implements AwardSubject {

        public Page {
            requireText(text);
        }

        @Override
        public Kind kind() {
            return Kind.PAGE;
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    /** A subscription, by the host's name for it; refuses an empty text. */
    record OfSubscription(String text) implements AwardSubject {

        public OfSubscription {
            requireText(text);
        }

        @Override
        public Kind kind() {
            return Kind.SUBSCRIPTION;
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    /** A participant who was referred, by id; refuses an empty text. */
    record Referred(String text) implements AwardSubject {

        public Referred {
            requireText(text);
        }

        @Override
        public Kind kind() {
            return Kind.REFERRED;
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    /** The instant since which the offer is effective. */
    record EffectiveDate(Instant since) implements AwardSubject {

        @Override
        public Kind kind() {
            return Kind.EFFECTIVE_DATE;
        }

        @Override
        public String text() {
            return since.toString();
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }

    private static void requireText(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("What an award is for must not be an empty text.");
        }
    }
}
