package io.rewards.testkit;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionFilter.Field;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.TransactionState;
import io.rewards.past.PastChanges;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.NaiveLedger.Row;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.DayPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Random transactions of several participants, of which a naive ledger is told, too, and questions about them. */
final class RandomLedger {

    /** Whose days begin neither with those of UTC nor at a whole hour of it. */
    static final ZoneId ZONE = ZoneId.of("Pacific/Chatham");

    private static final List<String> OWNERS = List.of("P1", "a b", "a/b", "ﬁ", "😀");
    private static final List<String> CODES = List.of("", "A", "a", "A#1/2", "ﬁ'; --", "😀%");
    private static final List<String> REASONS = List.of(
            "",
            "",
            "Goodwill",
            "GOODWILL 100%_",
            "Straße İSTANBUL",
            "K like Kelvin",
            "a😀b",
            "\u0001\u0002 odd",
            "ﬁne d83d");
    private static final List<Denomination> DENOMINATIONS =
            List.of(Events.EUR, new Denomination("PTS", 0), new Denomination("EUR", 3));
    private static final List<TransactionKind> KINDS = List.of(
            TransactionKind.TOP_UP, TransactionKind.ADJUSTMENT, TransactionKind.SPEND, TransactionKind.CONTRIBUTION);

    /**
     * A question about one transaction, and what it means.
     *
     * @param asking the filter that asks it, too
     * @param holds what is asked
     */
    record Question(UnaryOperator<TransactionFilter> asking, Predicate<Row> holds) {

        Question and(Question other) {
            return new Question(filter -> other.asking.apply(asking.apply(filter)), holds.and(other.holds));
        }
    }

    final NaiveLedger naive = new NaiveLedger();
    private final Dice dice;
    private int number;

    RandomLedger(long seed) {
        dice = new Dice(seed);
    }

    /** Registers everybody. */
    void begin(RewardsStore store) {
        OWNERS.forEach(owner -> Write.register(store, owner));
        Write.register(store, "quiet");
    }

    /** The next event, written to {@code store}. */
    void step(RewardsStore store) {
        number++;
        String owner = dice.oneOf(OWNERS);
        Account account = store.account(owner).orElseThrow();
        Instant on = instant();
        Purchase event = Events.purchase("E/" + number, owner, on);
        List<Transaction> all = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            all.add(
                    dice.once(3)
                            ? reversal(owner, event, all).orElseGet(() -> transaction(owner, event))
                            : transaction(owner, event));
        }
        naive.add(Write.of(event, Effect.of(account, PastChanges.of(all, List.of()), Report.NOTHING))
                .must(store));
    }

    /** Around the ends of months in the zone, to the nanosecond. */
    Instant instant() {
        Instant month = LocalDate.of(2023, 11, 1)
                .plusMonths(dice.below(7))
                .atStartOfDay(ZONE)
                .toInstant();
        return switch (dice.below(4)) {
            case 0 -> month;
            case 1 -> month.minusNanos(1);
            case 2 -> month.plusNanos(1);
            default -> month.plusSeconds(dice.below(2_000_000));
        };
    }

    private Transaction transaction(String owner, Purchase event) {
        AccountName from = account(owner);
        AccountName to = account(owner);
        while (to.equals(from)) {
            to = account(owner);
        }
        return new Transaction(
                id(),
                dice.oneOf(KINDS),
                new Amount(dice.oneOf(DENOMINATIONS), 1 + dice.below(50)),
                from,
                to,
                new Cause(event.key(), purchase(), owner, "U" + dice.below(3)),
                new Origin(code(), code(), code(), code(), code(), subject()),
                Note.of("", dice.oneOf(REASONS), code()),
                instant(),
                instant());
    }

    /** What takes back a part of another, or all of it. */
    private Optional<Transaction> reversal(String owner, Purchase event, List<Transaction> before) {
        List<Transaction> own = new ArrayList<>(before);
        naive.rows().stream()
                .filter(row -> row.owner().equals(owner))
                .map(Row::transaction)
                .forEach(own::add);
        own.removeIf(each -> each.kind() == TransactionKind.REVERSAL
                || own.stream().anyMatch(other -> other.reverses().equals(each.id())));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Transaction whole = dice.oneOf(own);
        Amount amount = whole.amount();
        Amount part = dice.once(2) ? amount : new Amount(amount.denomination(), 1 + dice.below((int) amount.units()));
        return Optional.of(new Transaction(
                id(),
                TransactionKind.REVERSAL,
                part,
                whole.to(),
                whole.from(),
                Cause.of(event.key(), owner, "U1"),
                whole.cause().event().equals(event.key()) ? Origin.NONE : whole.origin(),
                Note.of(whole.id(), dice.oneOf(REASONS), ""),
                instant(),
                instant()));
    }

    private String id() {
        return "T" + dice.below(1_000_000) + "/" + naive.rows().size() + "/" + number + code();
    }

    private AccountName account(String owner) {
        AccountKind kind = dice.oneOf(AccountKind.values());
        return AccountName.of(
                switch (kind.owner()) {
                    case PARTICIPANT -> Party.participant(owner);
                    case MERCHANT -> Party.merchant("U" + dice.below(3));
                    case PROGRAMME -> Party.PROGRAMME;
                },
                kind);
    }

    private String code() {
        return dice.oneOf(CODES);
    }

    private Optional<EventKey> purchase() {
        return dice.once(2) ? Optional.empty() : Optional.of(new EventKey("till", "p/" + dice.below(9)));
    }

    private AwardSubject subject() {
        return dice.oneOf(List.of(
                AwardSubject.NOTHING,
                new AwardSubject.Page("2024-01-02"),
                new AwardSubject.Day(LocalDate.of(2024, 1, 2)),
                new AwardSubject.Referred("a/b"),
                new AwardSubject.OfSubscription("ﬁne"),
                new AwardSubject.EffectiveDate(Events.START)));
    }

    /** Somebody, everybody or nobody. */
    Optional<String> participant() {
        return dice.once(2) ? Optional.empty() : Optional.of(dice.once(5) ? "nobody" : dice.oneOf(OWNERS));
    }

    /** One question of each sort, about values that are there or nearly. */
    List<Question> questions() {
        Row like = dice.oneOf(naive.rows());
        Transaction one = like.transaction();
        List<Question> all = new ArrayList<>();
        all.add(text(Field.ID, one.id(), row -> row.transaction().id()));
        all.add(text(Field.PARTICIPANT, like.owner(), Row::owner));
        all.add(text(Field.UNIT, one.unit(), row -> row.transaction().unit()));
        all.add(text(Field.OFFER, one.offer(), row -> row.transaction().offer()));
        all.add(text(Field.OFFER_TYPE, one.offerType(), row -> row.transaction().offerType()));
        all.add(text(Field.SCHEME, one.scheme(), row -> row.transaction().scheme()));
        all.add(text(Field.RULE, one.rule(), row -> row.transaction().rule()));
        all.add(text(Field.LOT, one.lot(), row -> row.transaction().lot()));
        all.add(text(
                Field.SUBJECT,
                one.subject().text(),
                row -> row.transaction().subject().text()));
        all.add(text(Field.REVERSES, one.reverses(), row -> row.transaction().reverses()));
        all.add(text(Field.USER, one.user(), row -> row.transaction().user()));
        TransactionKind kind = dice.oneOf(TransactionKind.values());
        all.add(new Question(
                filter -> filter.withKinds(one.kind(), kind),
                row -> row.transaction().kind() == one.kind()
                        || row.transaction().kind() == kind));
        AccountKind account = dice.oneOf(AccountKind.values());
        all.add(new Question(
                filter -> filter.withAccounts(account),
                row -> row.transaction().from().kind() == account
                        || row.transaction().to().kind() == account));
        all.add(new Question(
                filter -> filter.withEvent(one.event()),
                row -> row.transaction().event().equals(one.event())));
        EventKey purchase = one.purchase().orElse(new EventKey("till", "p/1"));
        all.add(new Question(
                filter -> filter.withPurchase(purchase),
                row -> row.transaction().purchase().filter(purchase::equals).isPresent()));
        String part = part(dice.oneOf(REASONS));
        all.add(new Question(
                filter -> filter.withReason(part),
                row -> small(row.transaction().reason()).contains(small(part))));
        boolean stands = dice.once(2);
        all.add(new Question(
                filter -> filter.withState(stands ? TransactionState.POSTED : TransactionState.CANCELLED),
                row -> naive.standing(row).isPositive() == stands));
        DayPeriod days = days();
        all.add(new Question(
                filter -> filter.withOn(days),
                row -> isIn(days, row.transaction().on())));
        all.add(new Question(filter -> filter.withRecordedOn(days), row -> isIn(days, row.recordedOn())));
        Amount amount = one.amount();
        all.add(new Question(
                filter -> filter.withAtLeast(amount),
                row -> row.denomination().equals(amount.denomination())
                        && row.transaction().amount().units() >= amount.units()));
        all.add(new Question(
                filter -> filter.withAtMost(amount),
                row -> row.denomination().equals(amount.denomination())
                        && row.transaction().amount().units() <= amount.units()));
        String code = amount.denomination().code();
        all.add(new Question(
                filter -> filter.withDenomination(code),
                row -> row.denomination().code().equals(code)));
        return all;
    }

    private static Question text(Field field, String value, Function<Row, String> of) {
        return new Question(
                filter -> filter.with(field, value), row -> of.apply(row).equals(value));
    }

    /** A piece of a text, perhaps one that begins within a sign, in other letters. */
    private String part(String text) {
        int from = dice.below(text.length() + 1);
        String part = text.substring(from, from + dice.below(text.length() - from + 1));
        return dice.once(2) ? part.toUpperCase(Locale.ROOT) : part;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private DayPeriod days() {
        LocalDate from = instant().atZone(ZONE).toLocalDate();
        return new DayPeriod(
                dice.once(9) ? LocalDate.MIN : from, dice.once(9) ? LocalDate.MAX : from.plusDays(dice.below(40)));
    }

    private static boolean isIn(DayPeriod days, Instant instant) {
        LocalDate day = instant.atZone(ZONE).toLocalDate();
        return !day.isBefore(days.from()) && !day.isAfter(days.through());
    }

    /** A filter that asks for everything. */
    static Question everything() {
        return new Question(filter -> filter, row -> true);
    }

    /** A place somewhere, where somebody's journal goes on or where none is. */
    JournalPlace place() {
        return new JournalPlace(dice.once(5) ? "b" : dice.oneOf(OWNERS), dice.below(12));
    }
}
