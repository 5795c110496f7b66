package io.rewards.purse;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.engine.VoucherKey;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.Usage;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.past.Needs;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Dice;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A programme of a seed, its participants, and what happens to them, in an engine and in the model. For one thread. */
final class Sequence {

    /** The one rule set of all sequences. */
    static final RuleSet RULES = DroolsRuleCompiler.builtIn();

    private static final RunDefinition EVERYTHING = RunDefinition.ofEverything("NIGHT");

    private static final VoucherKey KEY =
            VoucherKey.of("a secret of 16 bytes or more".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    /** A mistake in the model, to see that it is noticed. */
    interface Fault {

        /** No mistake. */
        Fault NONE = (event, expected) -> {};

        void spoil(CustomerEvent event, Expected expected);
    }

    private final Fault fault;
    private final Programme programme;
    private final RewardsStore store;
    private final RewardsEngine engine;
    private final NaiveWorld world;
    private final Invariants invariants;
    private final RandomSteps random;
    private final Map<EventKey, Outcome> outcomes = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Sequence(long seed, Fault fault) {
        this(seed, fault, new InMemoryStore());
    }

    private Sequence(long seed, Fault fault, RewardsStore store) {
        this.fault = fault;
        this.store = store;
        Dice dice = new Dice(seed);
        programme = Market.drawn(dice);
        engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2040-01-01T00:00:00Z"))
                .withRules(RULES)
                .withVoucherKey(KEY)
                .build();
        world = new NaiveWorld(programme);
        invariants = new Invariants();
        long people = dice.between(2L, 4);
        for (int i = 1; i <= people; i++) {
            register("P" + i, profile(dice));
        }
        random = new RandomSteps(dice, world);
    }

    /** Draws steps until something is wrong; the steps and what was wrong after the last of them, or nothing. */
    static Optional<Failure> drawn(long seed, int steps, Fault fault) {
        return drawn(new Sequence(seed, fault), seed, steps);
    }

    /** The same, where {@code store} keeps what happens. */
    static Optional<Failure> drawn(long seed, int steps, RewardsStore store) {
        return drawn(new Sequence(seed, Fault.NONE, store), seed, steps);
    }

    private static Optional<Failure> drawn(Sequence sequence, long seed, int steps) {
        List<Step> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Step step = sequence.random.next();
            taken.add(step);
            List<String> problems = sequence.taken(step);
            if (!problems.isEmpty()) {
                return Optional.of(new Failure(seed, taken, problems));
            }
        }
        List<String> problems = sequence.closed();
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Failure(seed, taken, problems));
    }

    /** Takes these steps until something is wrong. */
    static Optional<Failure> replayed(long seed, List<Step> steps, Fault fault) {
        Sequence sequence = new Sequence(seed, fault);
        for (int i = 0; i < steps.size(); i++) {
            List<String> problems = sequence.taken(steps.get(i));
            if (!problems.isEmpty()) {
                return Optional.of(new Failure(seed, steps.subList(0, i + 1), problems));
            }
        }
        List<String> problems = sequence.closed();
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Failure(seed, steps, problems));
    }

    /** Draws steps, after which everybody brings back all goods: at once, or one purchase after another. */
    static Optional<Failure> broughtBack(long seed, int steps) {
        Sequence sequence = new Sequence(seed, Fault.NONE);
        List<Step> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            taken.add(sequence.random.next());
            List<String> problems = sequence.taken(taken.get(i));
            if (!problems.isEmpty()) {
                return Optional.of(new Failure(seed, taken, problems));
            }
        }
        for (CustomerEvent back : sequence.everythingBack(new Dice(seed))) {
            taken.add(Step.of(back));
            List<String> problems = sequence.taken(Step.of(back));
            if (!problems.isEmpty()) {
                return Optional.of(new Failure(seed, taken, problems));
            }
        }
        Step run = Step.evaluation(sequence.random.now().plusSeconds(60));
        taken.add(run);
        List<String> problems = sequence.taken(run);
        if (problems.isEmpty()) {
            problems = sequence.leftOfGoods();
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Failure(seed, taken, problems));
    }

    private List<CustomerEvent> everythingBack(Dice dice) {
        List<CustomerEvent> events = new ArrayList<>();
        for (NaivePurse purse : world.purses.values()) {
            List<ReturnedLine> all = new ArrayList<>();
            for (NaiveSale sale : dice.shuffled(List.copyOf(purse.sales.values()))) {
                for (NaiveSale.Line line : sale.lines) {
                    if (line.kept > 0) {
                        all.add(new ReturnedLine(sale.purchase.key(), line.id, line.kept));
                    }
                }
                if (!all.isEmpty() && dice.chance(50)) {
                    events.add(back(purse, events.size(), all));
                    all.clear();
                }
            }
            if (!all.isEmpty()) {
                events.add(back(purse, events.size(), all));
            }
        }
        events.removeIf(event -> !world.isEffective(event.participant()));
        return events;
    }

    private GoodsReturn back(NaivePurse purse, int number, List<ReturnedLine> lines) {
        Instant on = random.now().plusSeconds(60);
        EventHeader header =
                EventHeader.of("BACK-" + number, purse.id, "STALL", on).receivedOn(on);
        return GoodsReturn.of(header, lines.toArray(ReturnedLine[]::new));
    }

    /** Awards that stand although no goods are left, and money or discounts that such awards would have brought. */
    private List<String> leftOfGoods() {
        problems.clear();
        boolean everybody = world.purses.keySet().stream().allMatch(world::isEffective);
        world.purses.keySet().stream().filter(world::isEffective).forEach(id -> {
            AccountRecords records = store.records(id).orElseThrow();
            List<Lot> standing = records.allLots()
                    .filter(lot -> lot.isAward() && lot.standing().isPositive())
                    .toList();
            boolean another = records.over().awards().stream()
                    .anyMatch(award -> award.stands() && award.dependence().equals(Dependence.NONE));
            standing.forEach(lot -> {
                String offer = lot.provenance().offer();
                unless(
                        offer.equals("LIKE") || (another && offer.equals("WELCOME")),
                        () -> id + " has all goods back, and there stands " + lot);
            });
            if (everybody) {
                unless(standing, records.journal());
            }
        });
        return List.copyOf(problems);
    }

    private void unless(List<Lot> standing, Journal journal) {
        Balances balances = journal.balances();
        for (Denomination denomination : List.of(Market.EUR, Market.PTS)) {
            long awarded = standing.stream()
                    .map(Lot::standing)
                    .filter(amount -> amount.denomination().equals(denomination))
                    .mapToLong(Amount::units)
                    .sum();
            long given = -balances.of(AccountKind.AWARD_EXPENSE, denomination).units()
                    - balances.of(AccountKind.CONTRIBUTION, denomination).units()
                    - borneByMerchants(journal, denomination);
            unless(given == awarded, () -> "given for awards is " + given + ", and there stands " + awarded);
            unless(
                    balances.of(AccountKind.REIMBURSEMENT, denomination).isZero(),
                    () -> "wallets still pay for goods " + balances.of(AccountKind.REIMBURSEMENT, denomination));
        }
    }

    private static long borneByMerchants(Journal journal, Denomination denomination) {
        return journal.transactions()
                .filter(each -> each.from().kind() == AccountKind.CONTRIBUTION
                        && each.to().kind() == AccountKind.CLAWBACK_LOSS
                        && each.amount().denomination().equals(denomination))
                .mapToLong(each -> each.amount().units())
                .sum();
    }

    private static Profile profile(Dice dice) {
        AutomaticSpending automatic = dice.chance(50)
                ? AutomaticSpending.OFF
                : new AutomaticSpending(
                        true,
                        limit(dice, 0, 1_000),
                        limit(dice, 0, 300),
                        limit(dice, 300, 2_000),
                        dice.chance(20) ? Set.of("STALL") : Set.of(),
                        Optional.empty());
        Preferences none = Preferences.NONE;
        return Profile.EMPTY.withPreferences(new Preferences(
                "",
                dice.chance(80) ? "BANK_TRANSFER" : "",
                none.directMarketing(),
                none.affiliateMarketing(),
                automatic));
    }

    private static Optional<Amount> limit(Dice dice, long least, long most) {
        return dice.chance(50) ? Optional.empty() : Optional.of(Market.eur(dice.between(least, most)));
    }

    private void register(String id, Profile profile) {
        EventHeader header = EventHeader.of("register-" + id, id, Market.HOME, Market.OPENING)
                .receivedOn(Market.OPENING);
        engine.evaluate(new ParticipantRegistered(header, profile));
        EventHeader join =
                EventHeader.of("join-" + id, id, "STALL", Market.OPENING).receivedOn(Market.OPENING);
        engine.evaluate(new SchemeSignUp(join, Market.CLUB, ""));
        world.register(id, profile);
    }

    private List<String> taken(Step step) {
        problems.clear();
        try {
            step.event().ifPresentOrElse(this::given, () -> {
                if (step.expires()) {
                    expired(step.at());
                } else {
                    ran(step.at());
                }
            });
        } catch (RuntimeException | AssertionError e) {
            problems.add("thrown: " + e + at(e));
        }
        problems.addAll(invariants.problems());
        return List.copyOf(problems);
    }

    private static String at(Throwable e) {
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < Math.min(6, e.getStackTrace().length); i++) {
            places.append(" at ").append(e.getStackTrace()[i]);
        }
        return places.toString();
    }

    private void given(CustomerEvent event) {
        Map<String, Account> before = accounts();
        Map<BudgetName, Usage> used = usages();
        Outcome preview = engine.preview(event);
        Outcome outcome = engine.evaluate(event);
        unless(preview.equals(outcome), () -> "the preview was another: " + preview);
        Outcome again = engine.evaluate(event);
        unless(outcome.equals(again), () -> "the same event again has another outcome: " + again);
        Optional<Outcome> first = Optional.ofNullable(outcomes.get(event.key()));
        if (first.isPresent()) {
            boolean cancelled = world.purses.values().stream().anyMatch(purse -> purse.cancelled.contains(event.key()));
            Outcome told = cancelled ? first.get().cancelled() : first.get();
            unless(told.equals(outcome), () -> "the outcome was " + told);
            unless(before.equals(accounts()) && used.equals(usages()), () -> "a repetition changed something");
            return;
        }
        Expected expected = world.apply(event, outcome);
        fault.spoil(event, expected);
        Comparison comparison = new Comparison();
        comparison.outcome(expected, outcome);
        problems.addAll(comparison.differences());
        if (outcome.status() == Outcome.Status.REFUSED) {
            unless(before.equals(accounts()) && used.equals(usages()), () -> "a refused event changed something");
            return;
        }
        outcomes.put(event.key(), outcome);
        note(outcome);
        boolean waits = outcome.status() == Outcome.Status.QUEUED;
        looked(touched(event), waits ? event.header().receivedOn().orElseThrow() : event.performedOn());
        caps(event, outcome);
        Account after = store.account(event.participant()).orElseThrow();
        expected.back.forEach(sale -> allBack(sale, after));
    }

    private void caps(CustomerEvent event, Outcome outcome) {
        outcome.granted().forEach(granted -> {
            Offer offer = programme.offers().stream()
                    .filter(each -> each.code().equals(granted.offer()))
                    .findFirst()
                    .orElseThrow();
            invariants.caps(
                    offer,
                    event.performedOn(),
                    store.records(outcome.participant()).orElseThrow(),
                    budget -> store.usage(budget).orElse(Usage.NONE));
        });
    }

    /** Where all goods of a purchase are back, nothing stands of what it alone earned, and its price was given back. */
    private void allBack(NaiveSale sale, Account account) {
        if (!sale.isAllBack()) {
            return;
        }
        long back = sale.refunded + sale.toWallet;
        unless(
                back == sale.price(),
                () -> sale.purchase.key() + " cost " + sale.price() + ", and came back as " + back);
        for (Offer offer : programme.offers()) {
            Optional<Lot> lot = account.wallet().lot(sale.purchase.key() + "#" + offer.code());
            boolean stands = lot.filter(left -> left.standing().isPositive()).isPresent();
            unless(NaiveGrant.accumulates(offer) || !stands, () -> "of a purchase that came back stands " + lot);
        }
    }

    private void ran(Instant asOf) {
        long made = world.made;
        List<Outcome> decided = new ArrayList<>();
        RunReport preview = engine.runs().previewRun(EVERYTHING, asOf, RunListener.NONE);
        RunReport report = engine.runs().run(EVERYTHING, asOf, new RunListener() {
            @Override
            public void decided(Outcome outcome) {
                decided.add(outcome);
            }
        });
        unless(preview.equals(report), () -> "the preview of the run was another: " + preview + ", not " + report);
        unless(report.failures().isEmpty(), () -> report.failures().toString());
        Map<String, Account> after = accounts();
        engine.runs().run(EVERYTHING, asOf, RunListener.NONE);
        unless(after.equals(accounts()), () -> "the same run again changed something");
        for (NaiveWaiting waiting : world.waiting()) {
            Optional<Outcome> outcome = decided.stream()
                    .filter(each -> each.event().equals(waiting.key()))
                    .findFirst();
            Expected expected = world.run(waiting, asOf, outcome);
            Comparison comparison = new Comparison();
            comparison.run(expected, outcome);
            comparison.differences().forEach(problem -> problems.add(waiting.key() + " in a run: " + problem));
            outcome.ifPresent(each -> caps(waiting.event, each));
        }
        world.purses.values().forEach(purse -> visited(purse, asOf));
        decided.forEach(this::note);
        unless(
                world.made - made == report.awards(),
                () -> "the run reports so many awards: " + report.awards() + ", the model makes "
                        + (world.made - made));
        looked(world.purses.keySet(), asOf);
    }

    /** A visit frees what was reserved until now; whom a run visits the domain leaves open. */
    private void visited(NaivePurse purse, Instant asOf) {
        Set<EventKey> left =
                store.account(purse.id).orElseThrow().wallet().holds().keySet();
        boolean freed = purse.holds.entrySet().stream()
                .anyMatch(hold -> !hold.getValue().until().isAfter(asOf) && !left.contains(hold.getKey()));
        if (freed) {
            purse.happensAt(asOf);
            purse.releaseLapsed(asOf);
            purse.settleDebts(asOf);
        }
    }

    private void expired(Instant asOf) {
        Map<String, Long> liabilities = liabilities();
        ExpirationReport preview = engine.runs().previewExpire(asOf, RunListener.NONE);
        ExpirationReport report = engine.runs().expire(asOf, RunListener.NONE);
        unless(preview.equals(report), () -> "the preview of the run was another: " + preview);
        unless(report.failures().isEmpty(), () -> report.failures().toString());
        Map<String, Account> after = accounts();
        engine.runs().expire(asOf, RunListener.NONE);
        unless(after.equals(accounts()), () -> "the same run again changed something");
        Map<String, Long> expired = new TreeMap<>();
        for (NaivePurse purse : world.purses.values()) {
            for (NaiveLot lot : purse.lots.values()) {
                expired.merge(lot.denomination, -lot.expired, Long::sum);
            }
            purse.expire(asOf);
            for (NaiveLot lot : purse.lots.values()) {
                expired.merge(lot.denomination, lot.expired, Long::sum);
            }
        }
        expired.values().removeIf(amount -> amount == 0);
        Map<String, Long> reported = new TreeMap<>();
        report.expired().forEach(amount -> reported.put(amount.denomination().code(), amount.units()));
        unless(expired.equals(reported), () -> "expired: the model says " + expired + ", the engine " + reported);
        looked(world.purses.keySet(), asOf);
        liabilities()
                .forEach((who, liability) -> unless(
                        liability <= liabilities.get(who), () -> who + " got richer by an expiration: " + liability));
    }

    private void looked(Set<String> participants, Instant at) {
        Comparison comparison = new Comparison();
        for (String id : participants) {
            AccountRecords records = store.records(id).orElseThrow();
            invariants.account(records, at);
            comparison.account(world.purses.get(id), records, counted(id), invariants.balances(id));
        }
        world.usages.forEach((budget, expected) -> comparison.usage(budget, store.usage(budget), expected));
        invariants.together();
        problems.addAll(comparison.differences());
    }

    private Set<String> touched(CustomerEvent event) {
        Set<String> touched = new TreeSet<>(Set.of(event.participant()));
        if (event instanceof MoneyTransferred transferred) {
            touched.add(transferred.to());
        }
        if (event instanceof ParticipantTerminated terminated) {
            NaivePurse duplicate = world.purses.get(event.participant());
            terminated.replacement().ifPresent(stays -> {
                touched.add(stays.participant());
                new Mirror(world)
                        .copy(
                                store.records(stays.participant()).orElseThrow(),
                                counted(stays.participant()),
                                Optional.of(duplicate));
                if (stays.balance()) {
                    duplicate.sales.clear();
                }
            });
            new Mirror(world)
                    .copy(
                            store.records(event.participant()).orElseThrow(),
                            counted(event.participant()),
                            Optional.empty());
        }
        return touched;
    }

    /** Remembers the ids that the engine gave to awards and vouchers. */
    private void note(Outcome outcome) {
        for (Transaction transaction : outcome.transactions()) {
            if (transaction.kind() == TransactionKind.AWARD) {
                world.awards.put(transaction.id(), transaction);
                if (transaction.to().kind() == AccountKind.VOUCHERS) {
                    world.vouchers.put(
                            Secret.hashOf(engine.participants().voucherCode(transaction.lot())), transaction.lot());
                }
            }
        }
    }

    private List<String> closed() {
        problems.clear();
        for (Account account : accounts().values()) {
            String id = account.participant().id();
            AccountRecords records = store.records(id).orElseThrow();
            Journal journal = records.journal();
            Map<String, Lot> lots = new TreeMap<>();
            records.allLots().forEach(lot -> lots.put(lot.id(), lot));
            journal.problems().forEach(problem -> problems.add(problem.toString()));
            journal.transactions()
                    .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                    .forEach(award -> Optional.ofNullable(lots.get(award.lot()))
                            .ifPresent(lot -> unless(
                                    lot.standing().equals(journal.standing(award)),
                                    () -> id + ": of " + award + " stands " + journal.standing(award)
                                            + ", and by its lot " + lot.standing())));
        }
        problems.addAll(invariants.problems());
        return List.copyOf(problems);
    }

    /** Everything that counts for offers and no award has used up, be its window open or closed. */
    private Map<String, List<Counted>> counted(String participant) {
        Loaded loaded = store.load(participant, Needs.NOTHING).orElseThrow();
        Map<String, List<Counted>> counted = new TreeMap<>();
        for (Offer offer : world.programme.offers()) {
            List<Counted> all =
                    new ArrayList<>(loaded.past().counted(offer.code(), Instant.MIN, Instant.MAX, Integer.MAX_VALUE));
            all.addAll(loaded.account().progressOf(offer.code()));
            all.sort(null);
            counted.put(offer.code(), all);
        }
        return counted;
    }

    private Map<String, Account> accounts() {
        Map<String, Account> accounts = new TreeMap<>();
        world.purses.keySet().forEach(id -> accounts.put(id, store.account(id).orElseThrow()));
        return accounts;
    }

    private Map<BudgetName, Usage> usages() {
        Map<BudgetName, Usage> usages = new TreeMap<>();
        world.usages.keySet().forEach(budget -> store.usage(budget).ifPresent(used -> usages.put(budget, used)));
        return usages;
    }

    private Map<String, Long> liabilities() {
        Map<String, Long> liabilities = new TreeMap<>();
        world.purses
                .keySet()
                .forEach(id -> liabilities.put(
                        id,
                        invariants.balances(id).liability(Market.EUR).units()
                                + invariants.balances(id).liability(Market.PTS).units()));
        return liabilities;
    }

    private void unless(boolean holds, Supplier<String> problem) {
        if (!holds) {
            problems.add(problem.get());
        }
    }
}
