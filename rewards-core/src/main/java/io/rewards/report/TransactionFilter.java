package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.TransactionState;
import io.rewards.time.DayPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which transactions are asked for: those for which everything holds that it asks, the last of what it asks twice. Start from
 * {@link #ALL}. Immutable and thread-safe.
 */
public final class TransactionFilter {

    /** Every transaction. */
    public static final TransactionFilter ALL = new TransactionFilter(Map.of(), Map.of());

    private final Map<Field, String> texts;
    private final Map<About, Question> questions;

    private TransactionFilter(Map<Field, String> texts, Map<About, Question> questions) {
        this.texts = texts;
        this.questions = questions;
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

        private String of(Transaction transaction) {
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

    /** What can be asked besides texts. */
    private enum About {
        KIND,
        ACCOUNT,
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

    /** Whether something holds for a transaction; days are those of the zone. */
    @FunctionalInterface
    private interface Question {
        boolean holds(Transaction transaction, TransactionState state, ZoneId zone);
    }

    private TransactionFilter asking(About about, Question question) {
        Map<About, Question> more = new HashMap<>(questions);
        more.put(about, question);
        return new TransactionFilter(texts, more);
    }

    /** This filter, for transactions whose {@code field} is {@code text}; an empty text is for those that have none. */
    public TransactionFilter with(Field field, String text) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(texts);
        more.put(field, text);
        return new TransactionFilter(more, questions);
    }

    /** This filter, for transactions of one participant. */
    public TransactionFilter ofParticipant(String id) {
        return with(Field.PARTICIPANT, id);
    }

    /** This filter, for transactions of these kinds. */
    public TransactionFilter withKinds(TransactionKind first, TransactionKind... others) {
        Set<TransactionKind> kinds = EnumSet.of(first, others);
        return asking(About.KIND, (transaction, state, zone) -> kinds.contains(transaction.kind()));
    }

    /** This filter, for transactions that touch one of these accounts. */
    public TransactionFilter withAccounts(AccountKind first, AccountKind... others) {
        Set<AccountKind> accounts = EnumSet.of(first, others);
        return asking(
                About.ACCOUNT,
                (transaction, state, zone) ->
                        accounts.contains(transaction.from().kind())
                                || accounts.contains(transaction.to().kind()));
    }

    /** This filter, for what this event caused. */
    public TransactionFilter withEvent(EventKey key) {
        return asking(
                About.EVENT, (transaction, state, zone) -> transaction.event().equals(key));
    }

    /** This filter, for what is about this purchase. */
    public TransactionFilter withPurchase(EventKey key) {
        return asking(
                About.PURCHASE,
                (transaction, state, zone) -> transaction.purchase().equals(Optional.of(key)));
    }

    /** This filter, for transactions whose reason contains {@code text}, in capitals or not. */
    public TransactionFilter withReason(String text) {
        return asking(
                About.REASON,
                (transaction, state, zone) -> lower(transaction.reason()).contains(lower(text)));
    }

    /** This filter, for transactions that still stand, or that do not. */
    public TransactionFilter withState(TransactionState wanted) {
        return asking(About.STATE, (transaction, state, zone) -> state == wanted);
    }

    /** This filter, for transactions that count on one of these days. */
    public TransactionFilter withOn(DayPeriod days) {
        return asking(About.ON, (transaction, state, zone) -> isIn(days, transaction.on(), zone));
    }

    /** This filter, for transactions that were recorded on one of these days. */
    public TransactionFilter withRecordedOn(DayPeriod days) {
        return asking(About.RECORDED_ON, (transaction, state, zone) -> isIn(days, transaction.recordedOn(), zone));
    }

    /** This filter, for amounts of this or more, in its denomination. */
    public TransactionFilter withAtLeast(Amount amount) {
        return asking(About.LEAST, (transaction, state, zone) -> isOrdered(amount, transaction.amount()));
    }

    /** This filter, for amounts of this or less, in its denomination. */
    public TransactionFilter withAtMost(Amount amount) {
        return asking(About.MOST, (transaction, state, zone) -> isOrdered(transaction.amount(), amount));
    }

    /** This filter, for amounts in the denomination of this code. */
    public TransactionFilter withDenomination(String code) {
        return asking(
                About.DENOMINATION,
                (transaction, state, zone) ->
                        transaction.amount().denomination().code().equals(code));
    }

    /** The participant whose transactions are asked for; empty for those of all. */
    Optional<String> participant() {
        return Optional.ofNullable(texts.get(Field.PARTICIPANT));
    }

    /** True for a transaction that is asked for; days are those of {@code zone}. */
    boolean matches(FoundTransaction found, ZoneId zone) {
        Transaction transaction = found.transaction();
        return texts.entrySet().stream()
                        .allMatch(text -> text.getKey().of(transaction).equals(text.getValue()))
                && questions.values().stream().allMatch(question -> question.holds(transaction, found.state(), zone));
    }

    private static boolean isIn(DayPeriod days, Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return !day.isBefore(days.from()) && !day.isAfter(days.through());
    }

    private static boolean isOrdered(Amount less, Amount more) {
        return less.denomination().equals(more.denomination()) && less.compareTo(more) <= 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
