package io.rewards.participant;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which participants are sought: those for whom everything holds that it asks, the last of what it asks twice. Start from
 * {@link #ALL}. Unit and dates are those of one sign-up: of that to the scheme that is asked for, otherwise of the
 * registration or of any membership in force. Immutable and thread-safe. Source: domain 4.7.
 */
public final class ParticipantFilter {

    /** Every participant. */
    public static final ParticipantFilter ALL =
            new ParticipantFilter(Map.of(), Optional.empty(), Instant.MIN, Instant.MAX);

    /** A text that is sought. */
    public enum Field {
        /** Part of the name, in small or capital letters. */
        NAME,
        /** The whole of an e-mail address, in small or capital letters. */
        EMAIL,
        /** The last digits of a phone number, with country and area code or without; other signs do not matter. */
        PHONE,
        /** Code of a scheme that the participant has signed up to. */
        SCHEME,
        /** Code of a segment that the host has put the participant in. */
        SEGMENT,
        /** Code of the tier. */
        TIER,
        /** Code of the unit of the sign-up. */
        UNIT
    }

    private record SignUp(String unit, Instant on) {}

    private final Map<Field, String> texts;
    private final Optional<ParticipantState> state;
    private final Instant from;
    private final Instant to;

    private ParticipantFilter(Map<Field, String> texts, Optional<ParticipantState> state, Instant from, Instant to) {
        this.texts = texts;
        this.state = state;
        this.from = from;
        this.to = to;
    }

    /** Those who also have this text. */
    public ParticipantFilter with(Field field, String text) {
        Map<Field, String> all = new EnumMap<>(Field.class);
        all.putAll(texts);
        all.put(field, text);
        return new ParticipantFilter(all, state, from, to);
    }

    /** Those who also take part, or who no longer do. */
    public ParticipantFilter with(ParticipantState sought) {
        return new ParticipantFilter(texts, Optional.of(sought), from, to);
    }

    /** Those who also signed up from {@code first} on, itself inside. */
    public ParticipantFilter signedUpFrom(Instant first) {
        return new ParticipantFilter(texts, state, first, to);
    }

    /** Those who also signed up before {@code end}, itself outside. */
    public ParticipantFilter signedUpBefore(Instant end) {
        return new ParticipantFilter(texts, state, from, end);
    }

    /** The text that is sought in a field, if one is. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** The state that is sought, if one is. */
    public Optional<ParticipantState> state() {
        return state;
    }

    /** The first instant of the sign-ups that are sought; the far past for any. */
    public Instant from() {
        return from;
    }

    /** The first instant after the sign-ups that are sought; the far future for any. */
    public Instant to() {
        return to;
    }

    /** True for a participant who is sought. */
    public boolean matches(Participant participant) {
        Profile profile = participant.profile();
        return state.filter(sought -> sought != participant.state()).isEmpty()
                && text(Field.NAME)
                        .filter(part -> !inSmallLetters(profile.name()).contains(inSmallLetters(part)))
                        .isEmpty()
                && text(Field.EMAIL).filter(email -> !hasEmail(profile, email)).isEmpty()
                && text(Field.PHONE).filter(phone -> !hasPhone(profile, phone)).isEmpty()
                && text(Field.SEGMENT)
                        .filter(code -> !profile.segments().contains(code))
                        .isEmpty()
                && text(Field.TIER)
                        .filter(code -> !participant.tier().equals(code))
                        .isEmpty()
                && signUps(participant).anyMatch(this::matches);
    }

    private Stream<SignUp> signUps(Participant participant) {
        Stream<SignUp> memberships = participant.memberships().values().stream()
                .filter(each -> text(Field.SCHEME)
                        .filter(code -> !code.equals(each.scheme()))
                        .isEmpty())
                .map(each -> new SignUp(each.unit(), each.signedUpOn()));
        SignUp registration = new SignUp(participant.unit(), participant.registeredOn());
        return texts.containsKey(Field.SCHEME) ? memberships : Stream.concat(Stream.of(registration), memberships);
    }

    private boolean matches(SignUp signUp) {
        return !signUp.on().isBefore(from)
                && signUp.on().isBefore(to)
                && text(Field.UNIT).filter(unit -> !unit.equals(signUp.unit())).isEmpty();
    }

    private static boolean hasEmail(Profile profile, String email) {
        return profile.emails().stream()
                .anyMatch(each -> inSmallLetters(each.address()).equals(inSmallLetters(email)));
    }

    private static boolean hasPhone(Profile profile, String phone) {
        String digits = Phone.digitsOf(phone);
        return !digits.isEmpty()
                && profile.phones().stream().anyMatch(each -> each.digits().endsWith(digits));
    }

    /** A text in the form in which names and addresses are compared. */
    public static String inSmallLetters(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
