package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.Account;
import io.rewards.account.AccountCheck;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.Needs;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Reclaim;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports and evaluates a file of the Online Retail data set, and counts everything again by other means. The file is
 * not part of the project: name it in the system property or the environment variable ONLINE_RETAIL_CSV.
 */
final class RealDataTest {

    private static final String FILE = "ONLINE_RETAIL_CSV";
    private static final Path PROGRAMME = Path.of("src/main/resources/online-retail/programme.yaml");
    private static final Denomination POUNDS = new Denomination("GBP", 2);
    private static final Denomination POINTS = new Denomination("PTS", 0);

    @TempDir
    private static Path directory;

    private static Path csv;
    private static CommandRun imported;
    private static RetailRecount recount;
    private static Session session;
    private static EvaluationTally tally;

    private static final Map<Outcome.Status, Integer> LINES = new EnumMap<>(Outcome.Status.class);
    private static final Map<String, Map<String, BigDecimal>> BY_INVOICE = new LinkedHashMap<>();
    private static final Map<String, Outcome> RETURNS = new LinkedHashMap<>();

    @BeforeAll
    static void importAndEvaluate() throws IOException {
        String named = Optional.ofNullable(System.getProperty(FILE))
                .or(() -> Optional.ofNullable(System.getenv(FILE)))
                .orElse("../../shared/data/online-retail-week.csv");
        csv = Path.of(named);
        assumeTrue(Files.isRegularFile(csv), "There is no file " + csv + "; name one in " + FILE + ".");
        imported = CommandRun.of("import", "online-retail", csv.toString(), "--output", events().toString());
        recount = RetailRecount.of(csv);
        session = Session.open(PROGRAMME);
        tally = Evaluation.run(
                session, events(), OutcomeFile.none(), new PrintWriter(Writer.nullWriter()), RealDataTest::look);
    }

    @AfterAll
    static void close() throws IOException {
        if (session != null) {
            session.close();
        }
    }

    private static void look(CustomerEvent event, Outcome outcome) {
        if (event instanceof Purchase purchase) {
            LINES.merge(outcome.status(), purchase.lines().size(), Integer::sum);
            if (outcome.status() == Outcome.Status.PROCESSED) {
                BY_INVOICE.put(event.key().id(), granted(outcome));
            }
        } else if (event instanceof GoodsReturn) {
            RETURNS.put(event.key().id(), outcome);
        }
    }

    @Test
    void everyLineIsImported() {
        assertThat(imported.code()).isEqualTo(ExitCode.OK);
        assertThat(imported.out().lines().map(String::strip))
                .contains(
                        figure(recount.lines()) + "  lines in " + csv + ", of them",
                        "0  that cannot be used",
                        "0  that are blank",
                        figure(recount.customers().size()) + "  participants registered",
                        "0  line totals rounded to GBP",
                        figure(recount.linesReturned()) + "  in "
                                + figure(recount.returns().size()) + " goods returns",
                        figure(recount.linesStray())
                                + "  in no goods return; bought before this file begins, or of an unknown customer: "
                                + figure(recount.piecesStray()) + " pieces");
        assertThat(imported.out())
                .contains(figure(recount.linesProcessed() + recount.linesRefused()) + "  in "
                        + figure(recount.purchases() + recount.refused()) + " purchases, " + figure(recount.refused())
                        + " of them by a buyer who is unknown");
        assertThat(recount.linesReturned()).isPositive();
    }

    @Test
    void everyLineIsDecidedAndEveryAwardIsTheOneThatPlainArithmeticGives() {
        assertThat(session.programme().offers()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(LINES)
                .containsEntry(Outcome.Status.PROCESSED, recount.linesProcessed())
                .containsEntry(Outcome.Status.REFUSED, recount.linesRefused());
        assertThat(recount.linesProcessed() + recount.linesRefused() + recount.linesReturned() + recount.linesStray())
                .isEqualTo(recount.lines());
        assertThat(tally.refusals()).containsOnlyKeys("participant: The participant (...) is not registered.");
        assertThat(tally.broken()).isZero();
        assertThat(BY_INVOICE).isEqualTo(recount.byInvoice());
        assertThat(tally.bought().orElseThrow().decimal()).isEqualByComparingTo(recount.bought());
        assertThat(tally.discounts()).isEqualTo(recount.discounts());
        assertThat(tally.discounted().orElseThrow().decimal()).isEqualByComparingTo(recount.discounted());
        assertThat(tally.toPay().orElseThrow().decimal())
                .isEqualByComparingTo(recount.bought().subtract(recount.discounted()));
        Awards awards = Awards.of(session);
        recount.times().forEach((offer, times) -> {
            assertThat(awards.number(offer)).as(offer).isEqualTo(times.longValue());
            assertThat(awards.amount(offer).orElseThrow().decimal())
                    .as(offer)
                    .isEqualByComparingTo(recount.awarded().get(offer));
        });
    }

    @Test
    void everyReturnThatIsLinkedTakesBackWhatPlainArithmeticTakesBack() {
        assertThat(RETURNS).containsOnlyKeys(recount.returns().keySet());
        recount.returns().forEach((invoice, expected) -> {
            Outcome outcome = RETURNS.get(invoice);
            assertThat(outcome.status()).as(invoice).isEqualTo(Outcome.Status.PROCESSED);
            ReturnResult returned = outcome.returned().orElseThrow();
            assertThat(returned.refund().decimal()).as("refund of " + invoice).isEqualByComparingTo(expected.refund);
            assertThat(returned.toWallet().decimal())
                    .as("back to the wallet by " + invoice)
                    .isEqualByComparingTo(expected.toWallet);
            assertThat(takenBack(returned))
                    .as("awards taken back by " + invoice)
                    .isEqualTo(expected.takenBack);
            returned.reclaimed()
                    .forEach(each -> assertThat(each.ofItsOwn()
                                    .plus(each.ofOthers())
                                    .plus(each.debt())
                                    .plus(each.lost()))
                            .isEqualTo(each.amount()));
        });
    }

    @Test
    void offersThatKeepTheDealAndThoseThatAreDecidedAgainBothGiveSomethingBack() {
        Map<ReturnPolicy, List<String>> byPolicy = recount.takenBack().keySet().stream()
                .collect(Collectors.groupingBy(offer -> session.programme().offers().stream()
                        .filter(each -> each.code().equals(offer))
                        .map(Offer::handling)
                        .findFirst()
                        .orElseThrow()
                        .onReturn()));
        assertThat(byPolicy).containsOnlyKeys(ReturnPolicy.values());
        assertThat(byPolicy.values()).allSatisfy(offers -> assertThat(offers).hasSizeGreaterThan(2));
        session.programme()
                .offers()
                .forEach(offer -> assertThat(offer.handling().onReturn() == ReturnPolicy.KEEP_THE_DEAL)
                        .as(offer.code())
                        .isEqualTo(RetailOffers.keepsTheDeal(offer.code())));
    }

    @Test
    void inTheEndEveryCustomerHasOrOwesWhatTheRecountLeaves() {
        assertThat(session.accounts(ParticipantFilter.ALL))
                .extracting(account -> account.participant().id())
                .containsExactlyInAnyOrderElementsOf(recount.customers().keySet());
        session.accounts(ParticipantFilter.ALL).forEach(account -> {
            RetailAccount expected =
                    recount.customers().get(account.participant().id());
            assertThat(netOf(account, POUNDS)).as(account.participant().id()).isEqualByComparingTo(expected.pounds());
            assertThat(netOf(account, POINTS)).as(account.participant().id()).isEqualByComparingTo(expected.points());
            for (RetailAccount.Award award : expected.awards) {
                String lot = award.by.invoice() + "#" + award.offer;
                assertThat(records(account)
                                .allLots()
                                .filter(each -> each.id().equals(lot))
                                .findFirst()
                                .orElseThrow()
                                .standing()
                                .decimal())
                        .as(lot)
                        .isEqualByComparingTo(award.standing);
            }
        });
    }

    @Test
    void ofAPurchaseThatCameBackWhollyNothingIsLeft() {
        assertThat(recount.allBack()).isNotEmpty();
        for (String invoice : recount.allBack()) {
            EventKey key = EventKey.of(invoice);
            session.accounts(ParticipantFilter.ALL).forEach(account -> {
                assertThat(records(account)
                                .allLots()
                                .filter(lot -> lot.provenance().event().equals(key)))
                        .as("awards of " + invoice)
                        .allMatch(lot ->
                                lot.standing().isZero() && lot.remaining().isZero());
                assertThat(records(account)
                                .allLots()
                                .filter(lot -> lot.standing().isPositive()))
                        .as("awards that count " + invoice)
                        .noneMatch(lot -> lot.provenance().counts(key));
                assertThat(account.counters().counted().values().stream().flatMap(List::stream))
                        .as("progress that counts " + invoice)
                        .noneMatch(counted -> counted.event().equals(key));
                assertThat(session.store()
                                .load(account.participant().id(), Needs.NOTHING)
                                .orElseThrow()
                                .past()
                                .countedFor(key))
                        .as("progress of closed windows that counts " + invoice)
                        .isEmpty();
            });
        }
    }

    private static AccountRecords records(Account account) {
        return session.store().records(account.participant().id()).orElseThrow();
    }

    @Test
    void lotsAndJournalsSayTheSame() {
        session.accounts(ParticipantFilter.ALL).forEach(account -> {
            assertThat(AccountCheck.problems(records(account)))
                    .as(account.participant().id())
                    .isEmpty();
            Balances balances = records(account).journal().balances();
            for (Denomination each : List.of(POUNDS, POINTS)) {
                Amount debt = account.wallet().debts().getOrDefault(each.code(), Amount.zero(each));
                assertThat(balances.sum(each)).isEqualTo(Amount.zero(each));
                for (AccountKind kind : List.of(AccountKind.COMMERCE, AccountKind.OPEN)) {
                    assertThat(balances.of(kind, each))
                            .as(account.participant().id() + " " + kind)
                            .isEqualTo(lots(account, kind, each));
                }
                assertThat(balances.of(AccountKind.CLAWBACK_RECEIVABLE, each))
                        .isEqualTo(Amount.zero(each).minus(debt));
                assertThat(balances.liability(each).decimal()).isEqualByComparingTo(netOf(account, each));
            }
        });
    }

    @Test
    void theSummarySaysTheSameNumbers() {
        CommandRun run =
                CommandRun.of("evaluate", "--programme", PROGRAMME.toString(), "--events", events().toString());
        assertThat(run.code()).as("purchases of unknown buyers are refused").isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("purchase"))
                .containsExactly("purchase", figure(recount.purchases()), figure(recount.refused()));
        assertThat(run.row("goods_return"))
                .containsExactly("goods_return", figure(recount.returns().size()), "-");
        assertThat(run.row("participant_registered"))
                .contains(figure(recount.customers().size()));
        assertThat(run.out())
                .contains(
                        "Purchases of " + money(recount.bought()) + " GBP; " + figure(recount.discounts())
                                + " instant discounts of " + money(recount.discounted()) + " GBP left "
                                + money(recount.bought().subtract(recount.discounted())) + " GBP to pay",
                        "Came back for " + money(sum(each -> each.refund)) + " GBP in money and "
                                + money(sum(each -> each.toWallet)) + " GBP to wallets");
        recount.times().forEach((offer, times) -> assertThat(run.row(offer)).contains(figure(times)));
        recount.takenBack()
                .forEach((offer, amount) -> assertThat(run.row(offer))
                        .contains(
                                RetailOffers.isInPoints(offer)
                                        ? figure(amount.intValueExact()) + " PTS"
                                        : money(amount) + " GBP"));
    }

    private static Path events() {
        return directory.resolve("events.jsonl");
    }

    private static BigDecimal sum(Function<RetailAccount.Returned, BigDecimal> of) {
        return recount.returns().values().stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> granted(Outcome outcome) {
        Map<String, BigDecimal> granted = new TreeMap<>();
        for (Verdict.Granted each : outcome.granted().toList()) {
            granted.put(each.offer(), each.amount().decimal());
        }
        return granted;
    }

    private static Map<String, BigDecimal> takenBack(ReturnResult returned) {
        Map<String, BigDecimal> takenBack = new TreeMap<>();
        for (Reclaim each : returned.reclaimed()) {
            takenBack.merge(each.offer(), each.amount().decimal(), BigDecimal::add);
        }
        return takenBack;
    }

    /** What the wallet says can be spent, or below 0 what is owed. */
    private static BigDecimal netOf(Account account, Denomination denomination) {
        return Balance.of(account.wallet(), Instant.parse("2010-12-31T00:00:00Z")).stream()
                .filter(balance -> balance.available().denomination().equals(denomination))
                .map(balance -> balance.available().minus(balance.debt()).decimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Amount lots(Account account, AccountKind kind, Denomination denomination) {
        return account.lots().stream()
                .filter(lot -> lot.account() == kind)
                .map(Lot::remaining)
                .filter(amount -> amount.denomination().equals(denomination))
                .reduce(Amount.zero(denomination), Amount::plus);
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
