package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
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
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.report.Expiry;
import io.rewards.report.Statement;
import io.rewards.report.StatementLine;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentences of a statement, whatever moved the money. */
class StatementTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());

    private final InMemoryStore store = new InMemoryStore();

    /** Domain 5.5. */
    @Test
    void whatIsLeftAtTheEndOfTheYearExpiresAndIsReportedOnItsLastDay() {
        RewardsEngine engine =
                engine(offer("DISCOUNT", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), fixed("10.00"))
                        .withAwardValidity(new AwardValidity(
                                Optional.empty(), new AwardValidity.Expiry.On(LocalDate.parse("2017-01-01"))))
                        .build());
        member(engine, "ada");
        buy(engine, "receipt-1", "2016-11-10", "50.00");
        buy(engine, "receipt-2", "2016-12-05", "6.40");
        spend(engine, "s", "2016-12-05", "receipt-2", "6.40");
        assertThat(engine.ledger().expiries("ada", at("2016-12-31T22:00")))
                .extracting(Expiry::lastDay, Expiry::amount)
                .containsExactly(tuple(LocalDate.parse("2016-12-31"), eur("3.60")));
        assertThat(engine.runs()
                        .expire(at("2016-12-31T22:00"), RunListener.NONE)
                        .expired())
                .isEmpty();
        ExpirationReport report = engine.runs().expire(at("2017-01-01T00:05"), RunListener.NONE);
        assertThat(report.expired()).containsExactly(eur("3.60"));
        assertThat(report.lots()).isEqualTo(1);
        assertThat(engine.runs()
                        .expire(at("2017-01-01T00:05"), RunListener.NONE)
                        .lots())
                .isZero();
        assertThat(engine.ledger()
                        .statement("ada", LocalDate.parse("2016-12-05"), LocalDate.parse("2017-01-01"))
                        .movements())
                .extracting(StatementLine::why, StatementLine::change, StatementLine::balance)
                .contains(
                        tuple("Spent on purchase receipt-2", eur("-6.40"), eur("3.60")),
                        tuple("Expired on 2016-12-31", eur("-3.60"), eur("0.00")));
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void purchasesReturnsAndCancellationsAreNamed() {
        RewardsEngine engine = engine(offer("DISCOUNT", ANY, fixed("2.00")).build());
        member(engine, "ada");
        buy(engine, "receipt-1", "2024-03-01", "10.00");
        buy(engine, "receipt-2", "2024-03-02", "10.00");
        spend(engine, "s", "2024-03-02", "receipt-2", "3.00");
        engine.evaluate(
                GoodsReturn.of(header("r", "2024-03-03"), new ReturnedLine(EventKey.of("receipt-1"), "thing", 1)));
        engine.evaluate(new EventCancelled(header("x", "2024-03-04"), EventKey.of("s"), "wrong till"));
        assertThat(whys(engine, "ada"))
                .containsExactly(
                        "Award of DISCOUNT for purchase receipt-1: 2.00 EUR",
                        "Award of DISCOUNT for purchase receipt-2: 2.00 EUR",
                        "Freed by purchase receipt-2: 0.00 EUR",
                        "Spent on purchase receipt-2: -2.00 EUR",
                        "Freed by purchase receipt-2: 0.00 EUR",
                        "Spent on purchase receipt-2: -1.00 EUR",
                        "Taken back from other money for the award of DISCOUNT: goods of receipt-1 came back: -1.00 EUR",
                        "Owed for the award of DISCOUNT: goods of receipt-1 came back: -1.00 EUR",
                        "Given back: spend request s was cancelled: wrong till: 2.00 EUR",
                        "No longer freed from its conditions: 0.00 EUR",
                        "Given back: spend request s was cancelled: wrong till: 1.00 EUR",
                        "No longer freed from its conditions: 0.00 EUR",
                        "Pays what is owed: 0.00 EUR");
    }

    @Test
    void openMoneyIsNamed() {
        RewardsEngine engine = engine();
        member(engine, "ada");
        member(engine, "bob");
        engine.evaluate(new WalletToppedUp(header("t", "2024-03-01"), eur("20.00")));
        engine.evaluate(new BalanceAdjusted(header("g", "2024-03-02"), eur("1.00"), "goodwill", "carol"));
        engine.evaluate(new BalanceAdjusted(header("m", "2024-03-02"), eur("-2.00"), "mistake", "carol"));
        engine.evaluate(new MoneyTransferred(header("f", "2024-03-03"), "bob", eur("4.00"), "birthday"));
        engine.evaluate(new PayoutRequested(header("p", "2024-03-04"), Optional.of(eur("5.00"))));
        engine.evaluate(new PayoutAnswered(header("q", "2024-03-05"), EventKey.of("p"), false, "account closed"));
        engine.evaluate(new PayoutRequested(header("v", "2024-03-06"), Optional.of(eur("5.00"))));
        engine.evaluate(new PayoutAnswered(header("w", "2024-03-07"), EventKey.of("v"), true, ""));
        assertThat(whys(engine, "ada"))
                .containsExactly(
                        "Put into the wallet: 20.00 EUR",
                        "Given by hand: goodwill (carol): 1.00 EUR",
                        "Taken by hand: mistake (carol): -2.00 EUR",
                        "Given to bob: birthday: -4.00 EUR",
                        "Payout under way: 0.00 EUR",
                        "Payout failed: account closed: 0.00 EUR",
                        "Payout under way: 0.00 EUR",
                        "Paid out: -5.00 EUR");
        assertThat(whys(engine, "bob")).containsExactly("From ada: 4.00 EUR");
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void reservedAndFreedMoneyIsNamed() {
        RewardsEngine engine = engine(offer("DISCOUNT", ANY, fixed("6.00")).build());
        member(engine, "ada");
        buy(engine, "receipt-1", "2024-03-01", "10.00");
        engine.evaluate(new HoldPlaced(
                header("h", "2024-03-02"), List.of(Shop.thing("5.00")), Optional.empty(), at("2024-03-09")));
        engine.evaluate(new HoldReleased(header("i", "2024-03-03"), EventKey.of("h")));
        engine.evaluate(new HoldPlaced(
                header("j", "2024-03-04"), List.of(Shop.thing("5.00")), Optional.empty(), at("2024-03-09")));
        engine.evaluate(new SpendRequested(
                header("k", "2024-03-05"),
                EventKey.of("receipt-1"),
                SpendWish.of(eur("4.00")).from(EventKey.of("j"))));
        engine.evaluate(new RedeemRequested(header("l", "2024-03-06"), EventKey.of("receipt-1"), Optional.empty()));
        assertThat(whys(engine, "ada"))
                .containsExactly(
                        "Award of DISCOUNT for purchase receipt-1: 6.00 EUR",
                        "Reserved by h: 0.00 EUR",
                        "No longer reserved by h: 0.00 EUR",
                        "Reserved by j: 0.00 EUR",
                        "Spent, as reserved, on purchase receipt-1: -4.00 EUR",
                        "No longer reserved by j: 0.00 EUR",
                        "Freed by purchase receipt-1: 0.00 EUR");
    }

    @Test
    void vouchersAndConfirmationsAreNamed() {
        RewardsEngine engine = engine(
                offer("VOUCHER", ANY, fixed("6.00"))
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .build(),
                offer("LATER", new Terms.TransactionRevenue(eur("20.00"), Optional.empty()), fixed("1.00"))
                        .withHandling(AwardHandling.DEFAULT.withConfirmation(true))
                        .build());
        member(engine, "ada");
        buy(engine, "receipt-1", "2024-03-01", "4.00");
        engine.evaluate(new VoucherUsed(
                header("v", "2024-03-02"),
                Secret.hashOf(engine.participants().voucherCode("receipt-1#VOUCHER")),
                EventKey.of("receipt-1")));
        buy(engine, "receipt-2", "2024-03-03", "20.00");
        engine.evaluate(new VoucherCancelled(header("w", "2024-03-04"), "receipt-2#VOUCHER", "lost", "carol"));
        engine.evaluate(new AwardsConfirmed(header("x", "2024-03-05"), EventKey.of("receipt-2")));
        engine.evaluate(new AwardCancelled(header("y", "2024-03-06"), "receipt-2#LATER", "fraud", "carol"));
        assertThat(whys(engine, "ada"))
                .containsExactlyInAnyOrder(
                        "Award of VOUCHER for purchase receipt-1: 6.00 EUR",
                        "Spent by voucher on purchase receipt-1: -4.00 EUR",
                        "Lost: the rest of a voucher that can be used once: -2.00 EUR",
                        "Award of VOUCHER for purchase receipt-2: 6.00 EUR",
                        "Award of LATER for purchase receipt-2: 1.00 EUR",
                        "Taken back: the voucher was cancelled: lost (carol): -6.00 EUR",
                        "Confirmed: the award of LATER can be spent: 0.00 EUR",
                        "Taken back: the award was cancelled: fraud (carol): -1.00 EUR");
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void theMoneyOfADuplicateIsNamedOnBothSides() {
        RewardsEngine engine = engine();
        member(engine, "ada");
        member(engine, "bob");
        engine.evaluate(new WalletToppedUp(header("t", "2024-03-01"), eur("20.00")));
        engine.evaluate(Community.merging(header("m", "2024-03-02"), "bob"));
        assertThat(whys(engine, "ada"))
                .containsExactly("Put into the wallet: 20.00 EUR", "Goes over to bob: -20.00 EUR");
        assertThat(whys(engine, "bob")).containsExactly("Taken over from ada: 20.00 EUR");
    }

    private RewardsEngine engine(Offer... offers) {
        return RewardsEngine.builder(
                        Shop.programme(Shop.settings(), offers), store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(Shop.RULES)
                .withVoucherKey(VoucherKey.of("a key of sixteen".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static void member(RewardsEngine engine, String id) {
        Preferences paid = new Preferences("", "BANK", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF);
        engine.evaluate(
                new ParticipantRegistered(header("reg-" + id, id, "2016-01-01"), Profile.EMPTY.withPreferences(paid)));
        engine.evaluate(new SchemeSignUp(header("join-" + id, id, "2016-01-01"), "CLUB", ""));
    }

    private static EventHeader header(String id, String day) {
        return header(id, "ada", day);
    }

    private static EventHeader header(String id, String participant, String day) {
        return EventHeader.of(id, participant, "U1", at(day)).receivedOn(at(day));
    }

    private static Outcome buy(RewardsEngine engine, String id, String day, String total) {
        return engine.evaluate(Purchase.of(header(id, day), Shop.thing(total)));
    }

    private static void spend(RewardsEngine engine, String id, String day, String purchase, String amount) {
        CustomerEvent request = new SpendRequested(header(id, day), EventKey.of(purchase), SpendWish.of(eur(amount)));
        assertThat(engine.evaluate(request).spend().orElseThrow().actual()).isEqualTo(eur(amount));
    }

    /** Each sentence with the change. */
    private static List<String> whys(RewardsEngine engine, String participant) {
        Statement statement =
                engine.ledger().statement(participant, LocalDate.parse("2016-01-01"), LocalDate.parse("2030-01-01"));
        Amount sum = statement.movements().stream().map(StatementLine::change).reduce(eur("0.00"), Amount::plus);
        assertThat(statement.closing()).containsExactly(sum);
        return statement.movements().stream()
                .map(movement -> movement.why() + ": " + movement.change())
                .toList();
    }
}
