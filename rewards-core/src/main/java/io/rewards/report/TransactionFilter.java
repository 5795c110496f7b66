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
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which transactions are asked for: those for which everything holds that it names. Start from {@link #ALL}. Immutable.
 *
 * @param texts what text fields must be, letter by letter
 * @param kinds any of these; empty for all
 * @param accounts that the money left or went to, any of these; empty for all
 * @param event that caused it
 * @param purchase that it is about
 * @param reason text that its reason contains, in capitals or not
 * @param state whether it still stands
 * @param on days on which it counts
 * @param recordedOn days on which it was recorded
 * @param atLeast amount, which also says the denomination
 * @param atMost amount, which also says the denomination
 * @param denomination code of it
 */
public record TransactionFilter(
        Map<Field, String> texts,
        Set<TransactionKind> kinds,
        Set<AccountKind> accounts,
        Optional<EventKey> event,
        Optional<EventKey> purchase,
        Optional<String> reason,
        Optional<TransactionState> state,
        DayPeriod on,
        DayPeriod recordedOn,
        Optional<Amount> atLeast,
        Optional<Amount> atMost,
        Optional<String> denomination) {

    /** Every transaction. */
    public static final TransactionFilter ALL = new TransactionFilter(
            Map.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DayPeriod.ALWAYS,
            DayPeriod.ALWAYS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

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
                case SUBJECT -> transaction.subject();
                case REVERSES -> transaction.reverses();
                case USER -> transaction.user();
            };
        }
    }

    /** Copies the collections. */
    public TransactionFilter {
        Map<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
        kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        accounts = accounts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(accounts));
    }

    /** This filter, for transactions whose {@code field} is {@code text}; an empty text is for those that have none. */
    public TransactionFilter with(Field field, String text) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(texts);
        more.put(field, text);
        return new TransactionFilter(
                more, kinds, accounts, event, purchase, reason, state, on, recordedOn, atLeast, atMost, denomination);
    }

    /** This filter, for transactions of one participant. */
    public TransactionFilter ofParticipant(String id) {
        return with(Field.PARTICIPANT, id);
    }

    /** This filter, for transactions of these kinds. */
    public TransactionFilter withKinds(TransactionKind first, TransactionKind... others) {
        return new TransactionFilter(
                texts,
                EnumSet.of(first, others),
                accounts,
                event,
                purchase,
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for transactions that touch one of these accounts. */
    public TransactionFilter withAccounts(AccountKind first, AccountKind... others) {
        return new TransactionFilter(
                texts,
                kinds,
                EnumSet.of(first, others),
                event,
                purchase,
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for what this event caused. */
    public TransactionFilter withEvent(EventKey key) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                Optional.of(key),
                purchase,
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for what is about this purchase. */
    public TransactionFilter withPurchase(EventKey key) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                Optional.of(key),
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for transactions whose reason contains {@code text}, in capitals or not. */
    public TransactionFilter withReason(String text) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                Optional.of(text),
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for transactions that still stand, or that do not. */
    public TransactionFilter withState(TransactionState wanted) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                reason,
                Optional.of(wanted),
                on,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for transactions that count on one of these days. */
    public TransactionFilter withOn(DayPeriod days) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                reason,
                state,
                days,
                recordedOn,
                atLeast,
                atMost,
                denomination);
    }

    /** This filter, for transactions that were recorded on one of these days. */
    public TransactionFilter withRecordedOn(DayPeriod days) {
        return new TransactionFilter(
                texts, kinds, accounts, event, purchase, reason, state, on, days, atLeast, atMost, denomination);
    }

    /** This filter, for amounts of this or more, in its denomination. */
    public TransactionFilter withAtLeast(Amount amount) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                reason,
                state,
                on,
                recordedOn,
                Optional.of(amount),
                atMost,
                denomination);
    }

    /** This filter, for amounts of this or less, in its denomination. */
    public TransactionFilter withAtMost(Amount amount) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                Optional.of(amount),
                denomination);
    }

    /** This filter, for amounts in the denomination of this code. */
    public TransactionFilter withDenomination(String code) {
        return new TransactionFilter(
                texts,
                kinds,
                accounts,
                event,
                purchase,
                reason,
                state,
                on,
                recordedOn,
                atLeast,
                atMost,
                Optional.of(code));
    }

    /** True for a transaction that is asked for; days are those of {@code zone}. */
    boolean matches(FoundTransaction found, ZoneId zone) {
        Transaction transaction = found.transaction();
        return texts.entrySet().stream()
                        .allMatch(text -> text.getKey().of(transaction).equals(text.getValue()))
                && (kinds.isEmpty() || kinds.contains(transaction.kind()))
                && (accounts.isEmpty()
                        || accounts.contains(transaction.from().kind())
                        || accounts.contains(transaction.to().kind()))
                && event.filter(key -> !transaction.event().equals(key)).isEmpty()
                && purchase.filter(key -> !transaction.purchase().equals(Optional.of(key)))
                        .isEmpty()
                && reason.filter(text -> !lower(transaction.reason()).contains(lower(text)))
                        .isEmpty()
                && state.filter(wanted -> found.state() != wanted).isEmpty()
                && isIn(on, transaction.on(), zone)
                && isIn(recordedOn, transaction.recordedOn(), zone)
                && atLeast.filter(least -> !isOrdered(least, transaction.amount()))
                        .isEmpty()
                && atMost.filter(most -> !isOrdered(transaction.amount(), most)).isEmpty()
                && denomination
                        .filter(code ->
                                !transaction.amount().denomination().code().equals(code))
                        .isEmpty();
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
