package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.time.DayPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which transactions are asked for: those for which everything holds that it asks, the last of what it asks twice. Start from
 * {@link #ALL}. Immutable and thread-safe.
 */
public final class TransactionFilter {

    /** Every transaction. */
    public static final TransactionFilter ALL = new TransactionFilter(Map.of(), Map.of(), Set.of(), Set.of());

    private final Map<Field, String> texts;
    private final Map<About, Object> others;
    private final Set<TransactionKind> kinds;
    private final Set<AccountKind> accounts;

    private TransactionFilter(
            Map<Field, String> texts,
            Map<About, Object> others,
            Set<TransactionKind> kinds,
            Set<AccountKind> accounts) {
        this.texts = texts;
        this.others = others;
        this.kinds = kinds;
        this.accounts = accounts;
    }

    /** A text field of a transaction. */
    public enum Field {
        /** Id of the transaction. */
        ID,
        /** Id of the participant. */
        PARTICIPANT,
        /** Code of the unit. */
        UNIT,
        /** Code of the offer. */
        OFFER,
        /** Code of the type of the offer. */
        OFFER_TYPE,
        /** Code of the scheme. */
        SCHEME,
        /** Id of the rule. */
        RULE,
        /** Id of the lot. */
        LOT,
        /** What an award is for. */
        SUBJECT,
        /** Id of the transaction that it undoes. */
        REVERSES,
        /** Who decided it. */
        USER;

        String of(Transaction transaction) {
            return switch (this) {
                case ID -> transaction.id();
                case PARTICIPANT -> transaction.participant();
                case UNIT -> transaction.unit();
                case OFFER -> transaction.offer();
                case OFFER_TYPE -> transaction.offerType();
                case SCHEME -> transaction.scheme();
                case RULE -> transaction.rule();
                case LOT -> transaction.lot();
                case SUBJECT -> transaction.subject().text();
                case REVERSES -> transaction.reverses();
                case USER -> transaction.user();
            };
        }
    }

    /** What can be asked besides texts, kinds and accounts. */
    private enum About {
        EVENT,
        PURCHASE,
        REASON,
        STATE,
        ON,
        RECORDED_ON,
        LEAST,
        MOST,
        DENOMINATION
    }

    private TransactionFilter with(About about, Object asked) {
        Map<About, Object> more = new EnumMap<>(About.class);
        more.putAll(others);
        more.put(about, asked);
        return new TransactionFilter(texts, more, kinds, accounts);
    }

    private <T> Optional<T> asked(About about, Class<T> type) {
        return Optional.ofNullable(others.get(about)).map(type::cast);
    }

    /** This filter, for transactions whose {@code field} is {@code text}; an empty text is for those that have none. */
    public TransactionFilter with(Field field, String text) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(texts);
        more.put(field, text);
        return new TransactionFilter(more, others, kinds, accounts);
    }

    /** This filter, for transactions of one participant. */
    public TransactionFilter ofParticipant(String id) {
        return with(Field.PARTICIPANT, id);
    }

    /** This filter, for transactions of these kinds. */
    public TransactionFilter withKinds(TransactionKind first, TransactionKind... more) {
        return new TransactionFilter(texts, others, EnumSet.of(first, more), accounts);
    }

    /** This filter, for transactions that touch one of these accounts. */
    public TransactionFilter withAccounts(AccountKind first, AccountKind... more) {
        return new TransactionFilter(texts, others, kinds, EnumSet.of(first, more));
    }

    /** This filter, for what this event caused. */
    public TransactionFilter withEvent(EventKey key) {
        return with(About.EVENT, key);
    }

    /** This filter, for what is about this purchase. */
    public TransactionFilter withPurchase(EventKey key) {
        return with(About.PURCHASE, key);
    }

    /** This filter, for transactions whose reason contains {@code text}, in capitals or not. */
    public TransactionFilter withReason(String text) {
        return with(About.REASON, inSmallLetters(text));
    }

    /** This filter, for transactions that still stand, or that do not. */
    public TransactionFilter withState(TransactionState wanted) {
        return with(About.STATE, wanted);
    }

    /** This filter, for transactions that count on one of these days. */
    public TransactionFilter withOn(DayPeriod days) {
        return with(About.ON, days);
    }

    /** This filter, for transactions that were recorded on one of these days. */
    public TransactionFilter withRecordedOn(DayPeriod days) {
        return with(About.RECORDED_ON, days);
    }

    /** This filter, for amounts of this or more, in its denomination. */
    public TransactionFilter withAtLeast(Amount amount) {
        return with(About.LEAST, amount);
    }

    /** This filter, for amounts of this or less, in its denomination. */
    public TransactionFilter withAtMost(Amount amount) {
        return with(About.MOST, amount);
    }

    /** This filter, for amounts in the denomination of this code. */
    public TransactionFilter withDenomination(String code) {
        return with(About.DENOMINATION, code);
    }

    /** The text that {@code field} must be, if one is asked for; an empty text is for transactions that have none. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    /** The kinds of which it must be one; empty for any. */
    public Set<TransactionKind> kinds() {
        return Collections.unmodifiableSet(kinds);
    }

    /** The accounts of which it must touch one; empty for any. */
    public Set<AccountKind> accounts() {
        return Collections.unmodifiableSet(accounts);
    }

    /** The event that must have caused it, if one is asked for. */
    public Optional<EventKey> event() {
        return asked(About.EVENT, EventKey.class);
    }

    /** The purchase that it must be about, if one is asked for. */
    public Optional<EventKey> purchase() {
        return asked(About.PURCHASE, EventKey.class);
    }

    /** What its reason {@link #inSmallLetters} must contain, in small letters, if that is asked for. */
    public Optional<String> reason() {
        return asked(About.REASON, String.class);
    }

    /** The state that it must have, if one is asked for. */
    public Optional<TransactionState> state() {
        return asked(About.STATE, TransactionState.class);
    }

    /** The days on which it must count, if they are asked for. */
    public Optional<DayPeriod> on() {
        return asked(About.ON, DayPeriod.class);
    }

    /** The days on which it must have been recorded, if they are asked for. */
    public Optional<DayPeriod> recordedOn() {
        return asked(About.RECORDED_ON, DayPeriod.class);
    }

    /** The least amount that it must have, in that denomination, if one is asked for. */
    public Optional<Amount> least() {
        return asked(About.LEAST, Amount.class);
    }

    /** The most that it may have, in that denomination, if that is asked for. */
    public Optional<Amount> most() {
        return asked(About.MOST, Amount.class);
    }

    /** The code of the denomination that it must have, if one is asked for. */
    public Optional<String> denomination() {
        return asked(About.DENOMINATION, String.class);
    }

    /** True for a transaction that is asked for; days are those of {@code zone}. */
    public boolean matches(FoundTransaction found, ZoneId zone) {
        Transaction transaction = found.transaction();
        Amount amount = transaction.amount();
        return texts.entrySet().stream()
                        .allMatch(text -> text.getKey().of(transaction).equals(text.getValue()))
                && (kinds.isEmpty() || kinds.contains(transaction.kind()))
                && touchesAccounts(transaction)
                && holds(event(), transaction.event()::equals)
                && holds(purchase(), key -> transaction.purchase().equals(Optional.of(key)))
                && holds(reason(), inSmallLetters(transaction.reason())::contains)
                && holds(state(), found.state()::equals)
                && holds(on(), days -> isIn(days, transaction.on(), zone))
                && holds(recordedOn(), days -> isIn(days, transaction.recordedOn(), zone))
                && holds(least(), least -> isOrdered(least, amount))
                && holds(most(), most -> isOrdered(amount, most))
                && holds(denomination(), amount.denomination().code()::equals);
    }

    private boolean touchesAccounts(Transaction transaction) {
        return accounts.isEmpty()
                || accounts.contains(transaction.from().kind())
                || accounts.contains(transaction.to().kind());
    }

    /** True also where nothing is asked. */
    private static <T> boolean holds(Optional<T> asked, Predicate<T> question) {
        return asked.isEmpty() || question.test(asked.get());
    }

    private static boolean isIn(DayPeriod days, Instant instant, ZoneId zone) {
        return !instant.isBefore(days.start(zone)) && instant.isBefore(days.end(zone));
    }

    private static boolean isOrdered(Amount less, Amount more) {
        return less.denomination().equals(more.denomination()) && less.compareTo(more) <= 0;
    }

    /** How a reason is compared. */
    public static String inSmallLetters(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
