package io.rewards.report;

import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.Turnover;
import io.rewards.past.AccountChangedException;
import io.rewards.past.Needs;
import io.rewards.problem.Problem;
import io.rewards.store.ConsistentRead;
import io.rewards.store.Kept;
import io.rewards.store.RewardsStore;
import io.rewards.time.DayPeriod;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the journals and wallets in a store answer. The store is asked when this is, and nothing is kept. Days and months are
 * those of the programme's zone. Where events are written meanwhile, each participant is looked at as of one moment, but not
 * all of them as of the same. Thread-safe.
 * Source: domain 5.5, 5.6, 9.
 */
public final class LedgerReports {

    private static final int PAGE = 500;
    private static final int MOST_MONTHS = 1_200;

    private final RewardsStore store;
    private final ZoneId zone;

    private LedgerReports(RewardsStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /**
     * The reports on what a store holds.
     *
     * @param store to read
     * @param zone of the programme
     */
    public static LedgerReports of(RewardsStore store, ZoneId zone) {
        return new LedgerReports(store, zone);
    }

    /**
     * Checks every journal and every wallet against each other, and that money which left one participant for another has
     * arrived or is on its way, in a follow-up that can be applied. Ask it while nothing is written: what moves between two participants in the meantime is
     * seen at one of them only.
     */
    public Verification verify() {
        LedgerCheck check = new LedgerCheck(store);
        check.run();
        List<Problem> problems = new ArrayList<>();
        List<FollowUp> kept =
                followUps().filter(followUp -> !isApplied(followUp)).toList();
        kept.forEach(followUp -> canBeApplied(followUp, problems));
        problems.addAll(clearing(check.sums(), kept));
        return check.verification(problems);
    }

    /** Everything sums to zero, and what has left one wallet and is in no other is what follow-ups carry. */
    private static List<Problem> clearing(Balances sums, List<FollowUp> followUps) {
        SortedMap<Denomination, Amount> carried = new TreeMap<>();
        sums.amounts()
                .values()
                .forEach(accounts -> accounts.values()
                        .forEach(amount -> carried.put(amount.denomination(), Amount.zero(amount.denomination()))));
        for (FollowUp followUp : followUps) {
            followUp.wallet()
                    .lots()
                    .forEach(lot -> carried.merge(lot.remaining().denomination(), lot.remaining(), Amount::plus));
            followUp.wallet().debts().values().forEach(debt -> {
                Denomination denomination = debt.denomination();
                carried.merge(denomination, Amount.zero(denomination).minus(debt), Amount::plus);
            });
        }
        List<Problem> problems = new ArrayList<>();
        carried.forEach((denomination, amount) -> {
            Amount clearing = sums.of(AccountKind.TRANSFER_CLEARING, denomination);
            if (!clearing.equals(amount)) {
                problems.add(new Problem(
                        "balances[" + denomination + "]." + AccountKind.TRANSFER_CLEARING,
                        "The journals say that (" + clearing
                                + ") is on its way between participants, and the follow-ups that are kept carry ("
                                + amount + ")."));
            }
            Amount sum = sums.sum(denomination);
            if (!sum.isZero()) {
                problems.add(new Problem(
                        "balances[" + denomination + "]",
                        "The balances of all accounts must sum to zero, and sum to (" + sum + ")."));
            }
        });
        return problems;
    }

    /** True where the event of a follow-up is recorded already, so that nothing is left to do but to forget it. */
    private boolean isApplied(FollowUp followUp) {
        return store.recorded(followUp.event().key())
                .filter(recorded -> recorded.event().equals(followUp.event()))
                .isPresent();
    }

    /** Says why a follow-up can never be applied, if that is so. */
    private void canBeApplied(FollowUp followUp, List<Problem> problems) {
        EventKey key = followUp.event().key();
        String path = "followUps[" + key + "]";
        if (store.recorded(key).isPresent()) {
            problems.add(new Problem(
                    path,
                    "The follow-up (" + key
                            + ") can never be applied: an event with other content is recorded under its key."));
        }
        String participant = followUp.event().participant();
        if (store.listed(participant).isEmpty()) {
            problems.add(new Problem(
                    path + ".participant",
                    "The follow-up (" + key + ") cannot be applied: the participant (" + participant
                            + ") is not registered."));
        }
    }

    private Stream<FollowUp> followUps() {
        return Stream.iterate(
                        store.followUps(0, PAGE),
                        page -> !page.isEmpty(),
                        page -> store.followUps(page.get(page.size() - 1).number(), PAGE))
                .flatMap(List::stream)
                .map(Kept::what);
    }

    /**
     * The balances of one participant as they were known at the end of {@code instant}.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public Balances balancesAsOf(String participant, Instant instant) {
        return store.balances(Optional.of(loaded(participant).participant().id()), instant);
    }

    /** The balances of all participants together as they were known at the end of {@code instant}. */
    public Balances balancesAsOf(Instant instant) {
        return store.balances(Optional.empty(), instant);
    }

    /**
     * What the money of one participant did from one day through another, both inside. It lists the transactions that touch
     * an account of the participant.
     *
     * @throws IllegalArgumentException when the participant is not registered, or the days end before they start
     */
    public Statement statement(String participant, LocalDate from, LocalDate through) {
        return ConsistentRead.of(() -> statement(loaded(participant), new DayPeriod(from, through)));
    }

    private Statement statement(Loaded loaded, DayPeriod days) {
        String participant = loaded.participant().id();
        Instant end = days.end(zone);
        SortedMap<Denomination, Amount> running = new TreeMap<>();
        for (Turnover turnover :
                store.turnover(Optional.of(participant), List.of(Instant.MIN, days.start(zone), end))) {
            Denomination denomination = turnover.amount().denomination();
            Amount before = turnover.span() == 0 ? turnover.changeOfLiability() : Amount.zero(denomination);
            running.merge(denomination, before, Amount::plus);
        }
        List<Amount> opening = List.copyOf(running.values());
        Narration narration = new Narration(store, zone, loaded);
        List<StatementLine> movements = new ArrayList<>();
        for (FoundTransaction found : touching(participant, days)) {
            Transaction transaction = found.transaction();
            Amount change = transaction.changeOfLiability();
            Amount balance = running.merge(change.denomination(), change, Amount::plus);
            movements.add(
                    new StatementLine(found.place().number(), transaction, narration.of(transaction), change, balance));
        }
        String head = store.head(participant, end).hash();
        if (loaded(participant).account().version() != loaded.account().version()) {
            throw new AccountChangedException(participant);
        }
        return new Statement(
                participant, days.from(), days.through(), opening, movements, List.copyOf(running.values()), head);
    }

    /** What touched an account of a participant on some days, in the order in which it was recorded. */
    private List<FoundTransaction> touching(String participant, DayPeriod days) {
        AccountKind[] accounts = Stream.of(AccountKind.values())
                .filter(account -> account.owner() == Party.Kind.PARTICIPANT)
                .toArray(AccountKind[]::new);
        TransactionFilter filter = TransactionFilter.ALL
                .ofParticipant(participant)
                .withAccounts(accounts[0], accounts)
                .withRecordedOn(days);
        return transactions(filter)
                .sorted(Comparator.comparing(
                                (FoundTransaction found) -> found.transaction().recordedOn())
                        .thenComparing(found -> found.place().number()))
                .toList();
    }

    /**
     * What the programme owed from one month through another, both inside, at most a hundred years.
     *
     * @throws IllegalArgumentException when the months end before they start, or are too many
     */
    public Liability liability(YearMonth from, YearMonth through) {
        return monthly(from, through).liability();
    }

    /**
     * What of the awards of each scheme was not spent in time from one month through another, both inside.
     *
     * @throws IllegalArgumentException when the months end before they start, or are too many
     */
    public List<Breakage> breakage(YearMonth from, YearMonth through) {
        return monthly(from, through).breakage();
    }

    private MonthlyFigures monthly(YearMonth from, YearMonth through) {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The months (" + from + " through " + through + ") must not end before they start.");
        }
        if (from.until(through, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "The months (" + from + " through " + through + ") must be at most " + MOST_MONTHS + ".");
        }
        MonthlyFigures figures = new MonthlyFigures(from, through);
        store.turnover(Optional.empty(), figures.bounds(zone)).forEach(figures::add);
        return figures;
    }

    /**
     * The transactions that are asked for, in order of participants, and of each as they were recorded. Read as the stream
     * is.
     */
    public Stream<FoundTransaction> transactions(TransactionFilter filter) {
        return Stream.iterate(
                        store.transactions(filter, zone, JournalPlace.BEFORE_ALL, PAGE),
                        page -> !page.isEmpty(),
                        page -> store.transactions(
                                filter, zone, page.get(page.size() - 1).place(), PAGE))
                .flatMap(List::stream);
    }

    /**
     * When the money that a wallet holds now expires: every last day after {@code asOf} or on its day, in order, one amount
     * for each denomination. Money that never expires and money that is reserved or on its way out is not in it.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public List<Expiry> expiries(String participant, Instant asOf) {
        SortedMap<LocalDate, SortedMap<String, List<Lot>>> days = new TreeMap<>();
        for (Lot lot : loaded(participant).account().lots()) {
            if (!lot.isExpiredAt(asOf)) {
                lot.lastDay(zone)
                        .ifPresent(day -> days.computeIfAbsent(day, unused -> new TreeMap<>())
                                .computeIfAbsent(lot.remaining().denomination().code(), unused -> new ArrayList<>())
                                .add(lot));
            }
        }
        List<Expiry> expiries = new ArrayList<>();
        days.forEach((day, byCode) -> byCode.values()
                .forEach(lots -> expiries.add(new Expiry(
                        day,
                        lots.stream().map(Lot::remaining).reduce(Amount::plus).orElseThrow(),
                        lots.stream()
                                .sorted(Comparator.comparing(Lot::awardedOn).thenComparing(Lot::id))
                                .toList()))));
        return expiries;
    }

    private Loaded loaded(String participant) {
        return store.load(participant, Needs.NOTHING)
                .orElseThrow(
                        () -> new IllegalArgumentException("The participant (" + participant + ") is not registered."));
    }
}
