package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.AccountCheck;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.Unit;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.report.LedgerReports;
import io.rewards.report.Liability;
import io.rewards.report.LiabilityFigures;
import io.rewards.report.Statement;
import io.rewards.report.StatementLine;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Voucher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever wallets go through, they and their journals say the same after every event, and every report adds up. A failure
 * names its seed.
 */
class LedgerPropertyTest {

    private static final int EVENTS = 200;
    private static final Instant START = Shop.at("2024-01-01");
    private static final List<String> PRODUCTS = List.of("case", "laptop", "coffee", "thing");

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 10; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void walletsAndJournalsAlwaysSayTheSame(long seed) {
        Walk walk = new Walk(seed);
        for (int i = 0; i < EVENTS; i++) {
            String did = walk.step();
            walk.store
                    .accounts()
                    .forEach(account -> assertThat(AccountCheck.problems(walk.store
                                    .records(account.participant().id())
                                    .orElseThrow()))
                            .as("seed " + seed + ", event " + did + " of "
                                    + account.participant().id())
                            .isEmpty());
        }
        LedgerReports ledger = walk.engine.ledger();
        assertThat(ledger.verify().problems()).as("seed " + seed).isEmpty();
        assertThat(walk.kinds.keySet())
                .as("seed " + seed)
                .contains(TransactionKind.AWARD, TransactionKind.SPEND, TransactionKind.REVERSAL);
        statementsAddUp(walk, ledger);
        liabilityAddsUp(walk, ledger);
    }

    private static void statementsAddUp(Walk walk, LedgerReports ledger) {
        LocalDate first = START.atZone(Shop.ZONE).toLocalDate();
        LocalDate last = walk.now.atZone(Shop.ZONE).toLocalDate();
        walk.store.accounts().forEach(account -> {
            String id = account.participant().id();
            Statement whole = ledger.statement(id, first, last);
            Balances balances = walk.store.records(id).orElseThrow().journal().balances();
            whole.closing().forEach(amount -> assertThat(amount).isEqualTo(balances.liability(amount.denomination())));
            assertThat(whole.head()).isEqualTo(account.journal().hash());
            assertThat(whole.movements().stream().map(StatementLine::why))
                    .as("seed " + walk.seed)
                    .noneMatch(why -> why.isBlank() || why.contains("event "));
            LocalDate middle = first.plusDays(walk.random.nextInt(100));
            Statement before = ledger.statement(id, first, middle);
            Statement after =
                    ledger.statement(id, middle.plusDays(1), last.isAfter(middle) ? last : middle.plusDays(1));
            List<StatementLine> both = new ArrayList<>(before.movements());
            both.addAll(after.movements());
            assertThat(both).isEqualTo(whole.movements());
        });
    }

    private static void liabilityAddsUp(Walk walk, LedgerReports ledger) {
        YearMonth last = YearMonth.from(walk.now.atZone(Shop.ZONE));
        Liability liability = ledger.liability(YearMonth.of(2023, 12), last);
        Balances all = ledger.balancesAsOf(walk.now);
        assertThat(liability.totals()).isNotEmpty();
        for (LiabilityFigures figures : liability.totals()) {
            assertThat(figures.opening().isZero()).isTrue();
            assertThat(figures.closing()).isEqualTo(all.liability(figures.denomination()));
            assertThat(figures.transferred().isZero())
                    .as("everything has arrived")
                    .isTrue();
            assertThat(figures.expired()).isEqualTo(all.of(AccountKind.BREAKAGE, figures.denomination()));
            assertThat(figures.spent()).isEqualTo(all.of(AccountKind.REIMBURSEMENT, figures.denomination()));
            Amount zero = Amount.zero(figures.denomination());
            assertThat(ledger.breakage(YearMonth.of(2023, 12), last).stream()
                            .map(row -> row.expired())
                            .filter(amount -> amount.denomination().equals(figures.denomination()))
                            .reduce(zero, Amount::plus))
                    .isEqualTo(figures.expired());
        }
    }

    /** Three participants and what happens to them. */
    private static final class Walk {

        private final long seed;
        private final Random random;
        private final InMemoryStore store = new InMemoryStore();
        private final RewardsEngine engine;
        private final List<Purchase> purchases = new ArrayList<>();
        private final List<CustomerEvent> done = new ArrayList<>();
        private final Map<TransactionKind, Long> kinds = new EnumMap<>(TransactionKind.class);
        private Instant now = START;
        private int events;

        Walk(long seed) {
            this.seed = seed;
            random = new Random(seed);
            List<ClawbackPolicy> policies = List.of(ClawbackPolicy.values());
            ClawbackPolicy policy = policies.get(Math.floorMod(seed, policies.size()));
            engine = RewardsEngine.builder(programme(policy), store, () -> now)
                    .withRules(Shop.RULES)
                    .withVoucherKey(VoucherKey.of("a key of sixteen".getBytes(StandardCharsets.UTF_8)))
                    .build();
            Preferences paid = new Preferences("", "BANK", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF);
            for (String id : List.of("P1", "P2", "P3")) {
                engine.evaluate(new ParticipantRegistered(header(id), Profile.EMPTY.withPreferences(paid)));
                engine.evaluate(new SchemeSignUp(header(id), "CLUB", ""));
            }
        }

        private static Programme programme(ClawbackPolicy policy) {
            Offer percent = offer("A", anything("0.00"), percent("10"))
                    .withAwardValidity(
                            new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(Shop.days(20))))
                    .withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY)
                    .build();
            Offer pending = offer("B", anything("10.00"), fixed("2.00"))
                    .withHandling(AwardHandling.DEFAULT
                            .with(ReturnPolicy.KEEP_THE_DEAL)
                            .withConfirmation(true))
                    .build();
            Offer voucher = offer("C", anything("20.00"), fixed("3.00"))
                    .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                    .build();
            Offer instant = offer("D", anything("5.00"), fixed("0.70"))
                    .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                    .build();
            Offer points = offer("E", anything("1.00"), new Award.FixedAmount(Amount.parse("5 PTS")))
                    .withAwardValidity(
                            new AwardValidity(Optional.of(Shop.days(1)), new AwardValidity.Expiry.After(Shop.days(9))))
                    .build();
            Programme shop = Shop.programme(
                    Shop.settings().with(SpendSettings.DEFAULT.with(policy)),
                    percent,
                    pending,
                    voucher,
                    instant,
                    points);
            return shop.toBuilder()
                    .withRates(List.of(ExchangeRate.of(Amount.parse("3 PTS"), eur("0.50"))))
                    .withUnits(List.of(
                            new Unit("U1", "U1", "NICOSIA", Optional.empty()),
                            new Unit("U2", "U2", "CYPRUS", Optional.empty())))
                    .withAgreements(List.of(
                            Agreement.ofUnit(
                                    "A1",
                                    "U1",
                                    AgreementTerms.builder()
                                            .withContribution("33.33")
                                            .build()),
                            Agreement.ofUnit(
                                    "A2",
                                    "U2",
                                    Shop.givingNothing()
                                            .withAutomaticSpending(true)
                                            .build())))
                    .build();
        }

        private static Terms anything(String from) {
            return new Terms.TransactionRevenue(eur(from), Optional.empty());
        }

        String step() {
            now = now.plus(Duration.ofHours(random.nextInt(30)));
            if (random.nextInt(12) == 0) {
                engine.runs().expire(now, RunListener.NONE);
                return "expiration";
            }
            CustomerEvent event = event(participant());
            Outcome outcome = engine.evaluate(event);
            outcome.transactions().forEach(transaction -> kinds.merge(transaction.kind(), 1L, Long::sum));
            if (outcome.status() == Outcome.Status.PROCESSED) {
                done.add(event);
                if (event instanceof Purchase purchase) {
                    purchases.add(purchase);
                }
            }
            return event + " " + outcome.status();
        }

        private CustomerEvent event(String id) {
            return switch (random.nextInt(24)) {
                case 0, 1, 2 -> purchase(id, Optional.empty(), List.of());
                case 3 -> purchase(id, Optional.of(SpendWish.ALL), List.of());
                case 4 -> purchase(id, Optional.of(SpendWish.of(amount(900))), returned(id));
                case 5 -> new SpendRequested(header(id), bought(id), SpendWish.of(amount(1_500)));
                case 6 -> new RedeemRequested(header(id), bought(id), Optional.of(amount(400)));
                case 7 ->
                    new HoldPlaced(
                            header(id), lines(), Optional.empty(), now.plus(Duration.ofDays(random.nextInt(5) + 1L)));
                case 8 ->
                    new SpendRequested(
                            header(id), bought(id), SpendWish.of(amount(700)).from(of(HoldPlaced.class)));
                case 9 -> new HoldReleased(header(id), of(HoldPlaced.class));
                case 10 -> new WalletToppedUp(header(id), amount(1_000));
                case 11 ->
                    new BalanceAdjusted(
                            header(id),
                            Amount.of("-" + amount(300).decimal().toPlainString(), Shop.EUR),
                            "mistake",
                            "carol");
                case 12 -> new BalanceAdjusted(header(id), amount(300), "goodwill", "carol");
                case 13 -> new MoneyTransferred(header(id), participant(), amount(600), "gift");
                case 14 ->
                    new PayoutRequested(header(id), random.nextBoolean() ? Optional.empty() : Optional.of(amount(300)));
                case 15 -> new PayoutAnswered(header(id), of(PayoutRequested.class), random.nextBoolean(), "closed");
                case 16 -> new GoodsReturn(header(id), "credit", returned(id));
                case 17 ->
                    new EventCancelled(
                            header(id),
                            random.nextBoolean()
                                    ? bought(id)
                                    : of(
                                            SpendRequested.class,
                                            VoucherUsed.class,
                                            RedeemRequested.class,
                                            PointsExchanged.class),
                            "mistake");
                case 18 -> new AwardCancelled(header(id), award(id), "fraud", "carol");
                case 19 -> new AwardsConfirmed(header(id), bought(id));
                case 22 -> PointsExchanged.all(header(id), "PTS", "EUR");
                case 23 -> purchase(id, Optional.of(SpendWish.points(Amount.parse("12 PTS"))), List.of());
                case 20 ->
                    random.nextInt(4) == 0
                            ? new VoucherCancelled(
                                    header(id), voucher(id).map(Lot::id).orElse("none"), "lost", "carol")
                            : new VoucherUsed(
                                    header(id),
                                    voucher(id)
                                            .flatMap(Lot::voucher)
                                            .map(Voucher::codeHash)
                                            .orElse("none"),
                                    bought(id));
                default ->
                    random.nextInt(25) == 0
                            ? new ParticipantTerminated(
                                    header(id),
                                    TerminationReason.DUPLICATION,
                                    Optional.of(new Replacement(participant(), random.nextInt(4) > 0, Set.of())))
                            : purchase(id, Optional.of(SpendWish.of(amount(2_000))), List.of());
            };
        }

        private String participant() {
            return "P" + (random.nextInt(3) + 1);
        }

        private EventHeader header(String id) {
            events++;
            return EventHeader.of("e" + events, id, random.nextInt(3) == 0 ? "U2" : "U1", now)
                    .receivedOn(now);
        }

        private Amount amount(int most) {
            return new Amount(Shop.EUR, random.nextInt(most) + 1L);
        }

        private Purchase purchase(String id, Optional<SpendWish> wish, List<ReturnedLine> back) {
            EventHeader header = header(id);
            return new Purchase(header, header.key().id(), lines(), PaymentMedium.UNKNOWN, wish, back);
        }

        private List<PurchaseLine> lines() {
            List<PurchaseLine> lines = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
                lines.add(PurchaseLine.of("l" + i, product, random.nextInt(4) + 1L, amount(3_000)));
            }
            return lines;
        }

        /** One of the latest purchases of a participant. */
        private EventKey bought(String id) {
            List<Purchase> own = purchases.stream()
                    .filter(purchase -> purchase.participant().equals(id))
                    .toList();
            return own.isEmpty()
                    ? EventKey.of("none")
                    : own.get(Math.max(0, own.size() - 1 - random.nextInt(5))).key();
        }

        private List<ReturnedLine> returned(String id) {
            EventKey key = bought(id);
            return purchases.stream()
                    .filter(purchase -> purchase.key().equals(key))
                    .flatMap(purchase -> purchase.lines().stream().limit(random.nextInt(2) + 1L))
                    .map(line -> new ReturnedLine(key, line.id(), random.nextInt((int) line.quantity()) + 1L))
                    .toList();
        }

        /** The latest event of one of these types. */
        private EventKey of(Class<?>... types) {
            EventKey key = EventKey.of("none");
            for (CustomerEvent event : done) {
                if (List.of(types).contains(event.getClass())) {
                    key = event.key();
                }
            }
            return key;
        }

        private String award(String id) {
            List<String> awards = store.records(id)
                    .map(records ->
                            records.awards().stream().map(Transaction::id).toList())
                    .orElse(List.of());
            return awards.isEmpty() ? "none" : awards.get(random.nextInt(awards.size()));
        }

        private Optional<Lot> voucher(String id) {
            return store.account(id).orElseThrow().lots().stream()
                    .filter(lot -> lot.voucher().isPresent())
                    .findFirst();
        }
    }
}
