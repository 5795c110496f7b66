package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.EventCancelled;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.InvalidInputException;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens to money besides being awarded, spent and taken back. Domain 5.1, 5.2, 5.5, 5.6, 10. */
class WalletTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.01"), Optional.empty());

    private static Offer.Builder laptopAward(String amount) {
        return offer("A", ANY, fixed(amount))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build());
    }

    private static AwardValidity until(String date) {
        return new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse(date)));
    }

    private static Profile paidBy(String method) {
        return Profile.EMPTY.withPreferences(
                new Preferences("", method, Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF));
    }

    @Test
    void anExpirationRunTakesOutWhatWasNotSpentAndReportsTheLastGoodDay() {
        Purse purse = Purse.with(
                laptopAward("10.00").withAwardValidity(until("2017-01-01")).build());
        purse.buy("2016-12-01", line("laptop", 1, "100.00"));
        purse.spend("2016-12-02", purse.buy("2016-12-02", "6.40"), SpendWish.ALL);
        assertThat(purse.expire("2016-12-31T22:00").lots()).isZero();
        assertThat(purse.expire("2016-12-31T23:59:59").lots()).isZero();
        ExpirationReport preview = purse.engine.runs().previewExpire(Shop.at("2017-01-01T00:05"), RunListener.NONE);
        ExpirationReport report = purse.expire("2017-01-01T00:05");
        assertThat(report).isEqualTo(preview);
        assertThat(report.expired()).containsExactly(eur("3.60"));
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("3.60 EUR");
        assertThat(purse.records().emptied().get(0).lastDay(Shop.ZONE)).contains(LocalDate.parse("2016-12-31"));
        assertThat(purse.records().transactions().stream().skip(3))
                .extracting(transaction -> transaction.kind())
                .containsExactly(TransactionKind.AWARD_EXPIRATION);
        assertThat(purse.expire("2017-01-01T00:05").lots()).isZero();
        assertThat(purse.expire("2017-01-02").lots()).isZero();
    }

    @Test
    void openMoneyDoesNotExpire() {
        Purse purse = Purse.with(
                laptopAward("10.00").withAwardValidity(until("2017-01-01")).build());
        Outcome purchase = purse.buy("2016-12-01", line("laptop", 1, "100.00"));
        Outcome redeemed = purse.redeem("2016-12-02", purchase, Optional.of(eur("4.00")));
        assertThat(redeemed.spend().orElseThrow().actual()).isEqualTo(eur("4.00"));
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("4.00 EUR");
        purse.expire("2017-01-01T00:00");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("6.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("4.00 EUR");
    }

    @Test
    void whatAPurchaseHasFreedGoesBackUnderItsConditionsWhenTheGoodsComeBack() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 2, "8.00"));
        purse.redeem("2024-03-03", coffee, Optional.empty());
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("8.00 EUR");
        assertThat(purse.redeem("2024-03-03", coffee, Optional.empty())
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("0.00"));
        purse.giveBack("2024-03-04", coffee, "coffee", 1);
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("4.00 EUR");
        assertThat(purse.left("A")).isEqualTo("6.00 EUR");
    }

    @Test
    void aVoucherIsUsedOnceAndWhatIsLeftIsLost() {
        Purse purse = Purse.with(laptopAward("10.00")
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .build());
        Outcome award = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Lot lot = award.lots().get(0);
        String code = purse.engine.participants().voucherCode(lot.id());
        assertThat(code).hasSize(26);
        assertThat(lot.voucher().orElseThrow()).isEqualTo(new Voucher(Secret.hashOf(code), false));
        assertThat(award.toString()).doesNotContain(code);
        assertThat(purse.engine.participants().withVoucher(code)).contains("P1");
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-02", coffee, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("0.00"));
        Outcome used = purse.useVoucher("2024-03-02", code, coffee);
        assertThat(used.spend().orElseThrow().actual()).isEqualTo(eur("4.00"));
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("6.00 EUR");
        assertThat(purse.engine.participants().withVoucher(code)).isEmpty();
        Outcome more = purse.buy("2024-03-03", line("coffee", 1, "4.00"));
        assertThat(purse.refusal(new VoucherUsed(purse.header("2024-03-03"), Secret.hashOf(code), more.event())))
                .containsExactly("codeHash: The voucher is USED.");
        assertThat(purse.refusal(new VoucherUsed(purse.header("2024-03-03"), Secret.hashOf("x"), more.event())))
                .containsExactly("codeHash: The wallet has no voucher with this code.");
    }

    @Test
    void aVoucherForPartsIsUsedUntilItIsEmptyExpiresAndCanBeCancelled() {
        Purse purse = Purse.with(laptopAward("10.00")
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .withHandling(AwardHandling.DEFAULT.withPartialVoucher(true))
                .withAwardValidity(until("2024-06-01"))
                .build());
        Lot first = purse.buy("2024-03-01", line("laptop", 1, "100.00")).lots().get(0);
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        purse.useVoucher("2024-03-02", purse.engine.participants().voucherCode(first.id()), coffee);
        assertThat(purse.balance(AccountKind.VOUCHERS)).isEqualTo("6.00 EUR");
        purse.cancelVoucher("2024-03-03", first.id());
        assertThat(purse.balance(AccountKind.VOUCHERS)).isEqualTo("0.00 EUR");
        Lot second = purse.buy("2024-03-04", line("laptop", 1, "100.00")).lots().get(0);
        Outcome late = purse.buy("2024-06-01T00:00", line("coffee", 1, "4.00"));
        assertThat(purse.refusal(new VoucherUsed(
                        purse.header("2024-06-01T00:00"),
                        Secret.hashOf(purse.engine.participants().voucherCode(second.id())),
                        late.event())))
                .containsExactly("codeHash: The voucher cannot be used. It expired on 2024-05-31.");
        purse.expire("2024-06-01");
        assertThat(purse.records().emptied().stream()
                        .filter(lot -> lot.id().equals(second.id()))
                        .findFirst()
                        .orElseThrow()
                        .voucherState())
                .isEqualTo(Voucher.State.EXPIRED);
    }

    @Test
    void aProgrammeWithVouchersNeedsAKey() {
        Offer voucher = laptopAward("10.00")
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .build();
        assertThatThrownBy(() -> RewardsEngine.builder(
                                Shop.programme(Shop.settings(), voucher), new InMemoryStore(), () -> Instant.EPOCH)
                        .withRules(Shop.RULES)
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the engine has no key");
    }

    @Test
    void aHoldKeepsMoneyForAPurchaseAndGivesTheRestBack() {
        Purse purse = Purse.with(
                laptopAward("10.00").withAwardValidity(until("2024-03-03")).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome hold = purse.hold("2024-03-02", "8.00", "2024-03-05", line("coffee", 2, "9.00"));
        assertThat(hold.spend().orElseThrow().how()).isEqualTo(SpendResult.How.HELD);
        assertThat(purse.balance(AccountKind.HELD)).isEqualTo("8.00 EUR");
        Outcome other = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-02", other, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("2.00"));
        Outcome purchase = purse.buy(
                "2024-03-04",
                how -> how.spending(SpendWish.of(eur("5.00")).from(hold.event())),
                line("coffee", 1, "5.00"));
        assertThat(purchase.spend().orElseThrow().actual()).isEqualTo(eur("5.00"));
        assertThat(purchase.payable()).contains(eur("0.00"));
        assertThat(purse.balance(AccountKind.HELD)).isEqualTo("0.00 EUR");
        assertThat(purse.left("A")).isEqualTo("3.00 EUR");
        purse.expire("2024-03-05");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("3.00 EUR");
    }

    @Test
    void whatIsGivenBackOfTwoHoldsByOnePurchaseHasTwoIds() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        Outcome laptop = purse.buy("2024-03-01", line("laptop", 1, "100.00"), line("pen", 1, "2.00"));
        purse.hold("2024-03-02", "3.00", "2024-03-03", line("coffee", 1, "3.00"));
        Outcome paying = purse.hold("2024-03-02", "4.00", "2024-03-05", line("coffee", 1, "4.00"));
        Outcome exchange = purse.buy(
                "2024-03-04",
                how -> how.returning(new ReturnedLine(laptop.event(), "pen", 1))
                        .spending(SpendWish.of(eur("1.00")).from(paying.event())),
                line("coffee", 1, "4.00"));
        assertThat(exchange.spend().orElseThrow().actual()).isEqualTo(eur("1.00"));
        List<Transaction> released = purse.records()
                .journal()
                .transactions()
                .filter(transaction -> transaction.kind() == TransactionKind.RELEASE)
                .toList();
        assertThat(released).extracting(Transaction::amount).containsExactly(eur("3.00"), eur("3.00"));
        assertThat(released).extracting(Transaction::id).doesNotHaveDuplicates();
        assertThat(purse.left("A")).isEqualTo("9.00 EUR");
    }

    @Test
    void reservedMoneyForOneUnitDoesNotPayAtAnother() {
        SpendConditions atU1 = new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U1"), Set.of());
        Purse purse = Purse.with(laptopAward("10.00").withSpendConditions(atU1).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome hold = purse.hold("2024-03-02", "8.00", "2024-03-05", line("coffee", 1, "8.00"));
        Purchase purchase = Purchase.of(purse.header("2024-03-03"), line("coffee", 1, "8.00"))
                .spending(SpendWish.ALL.from(hold.event()));
        SpendResult elsewhere =
                purse.engine.preview(Shop.at(purchase, "U2")).spend().orElseThrow();
        assertThat(elsewhere.actual()).isEqualTo(eur("0.00"));
        assertThat(elsewhere.unused().get(0).why()).isEqualTo("It can be spent at units [U1], not at U2.");
        assertThat(purse.engine.evaluate(purchase).spend().orElseThrow().actual())
                .isEqualTo(eur("8.00"));
    }

    @Test
    void aHoldIsReleasedByHandOrByTime() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome hold = purse.hold("2024-03-02", "8.00", "2024-03-05T12:00", line("coffee", 2, "9.00"));
        purse.release("2024-03-03", hold);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        Outcome again = purse.hold("2024-03-03", "10.00", "2024-03-05T12:00", line("coffee", 2, "19.00"));
        Outcome coffee = purse.buy("2024-03-05T11:59:59", line("coffee", 1, "4.00"));
        assertThat(purse.spend("2024-03-05T11:59:59", coffee, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("0.00"));
        assertThat(purse.refusal(new SpendRequested(
                        purse.header("2024-03-05T12:00"),
                        coffee.event(),
                        SpendWish.of(eur("1.00")).from(again.event()))))
                .containsExactly("wish.hold: Nothing is reserved by (" + again.event() + ") any more.");
        assertThat(purse.spend("2024-03-05T12:00", coffee, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("4.00"));
    }

    @Test
    void anAdjustmentIsMadeBySomebodyForAReasonAndTakesNoMoreThanThereIs() {
        Purse purse = Purse.with();
        purse.adjust("2024-03-01", "5.00");
        purse.adjust("2024-03-02", "-5.00");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("0.00 EUR");
        assertThat(purse.records().transactions())
                .extracting(transaction -> transaction.reason() + " by " + transaction.user())
                .containsExactly("goodwill by ann", "goodwill by ann");
        assertThat(purse.refusal(new BalanceAdjusted(purse.header("2024-03-03"), eur("-0.01"), "", "")))
                .hasSize(3);
    }

    @Test
    void moneyGoesToAnotherParticipantAsItIs() {
        Purse purse = Purse.with(
                laptopAward("10.00").withAwardValidity(until("2024-06-01")).build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.topUp("2024-03-01", "5.00");
        purse.transfer("2024-03-02", "12.00");
        assertThat(purse.balance("P1", AccountKind.OPEN)).isEqualTo("3.00 EUR");
        assertThat(purse.account("P2").lots())
                .extracting(lot -> lot.remaining() + " " + lot.validTo().isPresent())
                .containsExactly("10.00 EUR true", "2.00 EUR false");
        assertThat(purse.refusal(new MoneyTransferred(purse.header("2024-03-03"), "P2", eur("3.01"), "")))
                .containsExactly("amount: The amount (3.01 EUR) is more than there is for it (3.00 EUR).");
        assertThat(purse.refusal(new MoneyTransferred(purse.header("2024-03-03"), "P1", eur("1.00"), "")))
                .hasSize(1);
        assertThat(purse.store.followUps(0, 10)).isEmpty();
    }

    @Test
    void aPayoutThatFailsComesBackUnderTheSameConditions() {
        Offer instant = laptopAward("10.00")
                .withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY)
                .withAwardValidity(until("2024-06-01"))
                .build();
        Purse purse = Purse.with(paidBy("BANK"), instant);
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.topUp("2024-03-01", "5.00");
        Outcome payout = purse.payOut("2024-03-02", Optional.empty());
        assertThat(purse.balance(AccountKind.PAYOUT_CLEARING)).isEqualTo("15.00 EUR");
        purse.answer("2024-03-03", payout, false);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("5.00 EUR");
        Outcome second = purse.payOut("2024-03-04", Optional.of(eur("12.00")));
        purse.answer("2024-03-05", second, true);
        assertThat(purse.balance(AccountKind.PAID_OUT)).isEqualTo("12.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("3.00 EUR");
        assertThat(purse.refusal(new PayoutRequested(purse.header("2024-03-06"), Optional.of(eur("3.01")))))
                .containsExactly("amount: The amount (3.01 EUR) is more than there is for it (3.00 EUR).");
    }

    @Test
    void aPayoutNeedsAPreferredMethodAndMoneyThatIsRedeemedWithoutBeingAsked() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        assertThat(purse.refusal(new PayoutRequested(purse.header("2024-03-02"), Optional.empty())))
                .containsExactly(
                        "participant: The participant (P1) has no preferred payment method.",
                        "amount: Nothing can be paid out.");
    }

    @Test
    void anAwardIsCancelledBySomebodyForAReason() {
        Purse purse = Purse.with(offer("A", ANY, percent("10")).build());
        Outcome purchase = purse.buy("2024-03-01", "100.00");
        purse.cancelAward("2024-03-02", "E1#A");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.cancel("2024-03-03", purchase).returned().orElseThrow().reclaimed())
                .isEmpty();
    }

    @Test
    void aSpendThatIsCancelledComesBackAndThePurchaseIsOwedAgain() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        Outcome spent = purse.spend("2024-03-02", coffee, SpendWish.ALL);
        purse.cancel("2024-03-03", spent);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
        assertThat(purse.spend("2024-03-04", coffee, SpendWish.ALL)
                        .spend()
                        .orElseThrow()
                        .actual())
                .isEqualTo(eur("4.00"));
    }

    @Test
    void aSpendOfWhichNothingIsLeftCannotBeCancelled() {
        Purse purse = Purse.with();
        purse.topUp("2024-03-01", "0.01");
        Outcome purchase = purse.buy("2024-03-02", line("coffee", 2, "4.00"));
        Outcome spent = purse.spend("2024-03-02", purchase, SpendWish.ALL);
        Outcome back = purse.giveBack("2024-03-03", purchase, "coffee", 1);
        assertThat(back.returned().orElseThrow().toWallet()).isEqualTo(eur("0.01"));
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-04"), spent.event(), "")))
                .containsExactly("event: The event (E3) has spent nothing that could come back.");
    }

    @Test
    void aRequestThatIsLeftToTheRunIsSpentByIt() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        Outcome queued = purse.engine.evaluate(
                new SpendRequested(purse.header("2024-03-02").queued(), coffee.event(), SpendWish.ALL));
        assertThat(queued.status()).isEqualTo(Outcome.Status.QUEUED);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        purse.engine.runs().run(RunDefinition.ofEverything("NIGHTLY"), Shop.at("2024-03-03"), RunListener.NONE);
        assertThat(purse.left("A")).isEqualTo("6.00 EUR");
        assertThat(purse.account().open()).isEmpty();
    }

    @Test
    void aRequestThatIsLeftToTheRunCanBeCancelledBeforeIt() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome coffee = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
        Outcome queued = purse.engine.evaluate(
                new SpendRequested(purse.header("2024-03-02").queued(), coffee.event(), SpendWish.ALL));
        Outcome cancelled = purse.cancel("2024-03-02", queued);
        assertThat(cancelled.returned().orElseThrow().toWallet()).isEqualTo(eur("0.00"));
        assertThat(purse.account().open()).isEmpty();
        purse.engine.runs().run(RunDefinition.ofEverything("NIGHTLY"), Shop.at("2024-03-03"), RunListener.NONE);
        assertThat(purse.left("A")).isEqualTo("10.00 EUR");
        assertThat(purse.refusal(new EventCancelled(purse.header("2024-03-04"), queued.event(), "")))
                .containsExactly("event: The event (E3) was cancelled already.");
    }

    /** P1 owes 6.30 EUR: the money of a purchase that was cancelled had been spent. */
    private static Purse owing() {
        Purse purse = Purse.with(offer("A", ANY, percent("10")).build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.spend("2024-03-02", purse.buy("2024-03-02", line("coffee", 1, "7.00")), SpendWish.ALL);
        purse.cancel("2024-03-03", purchase);
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("-6.30 EUR");
        return purse;
    }

    @Test
    void moneyOfOthersPaysADebtFirst() {
        Purse purse = owing();
        purse.engine.evaluate(new WalletToppedUp(Purse.header("top", "P2", Shop.at("2024-03-04")), eur("9.00")));
        purse.engine.evaluate(
                new MoneyTransferred(Purse.header("gift", "P2", Shop.at("2024-03-05")), "P1", eur("9.00"), ""));
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("2.70 EUR");
    }

    @Test
    void whoReplacesADuplicatePaysItsDebt() {
        Purse purse = owing();
        purse.engine.evaluate(new WalletToppedUp(Purse.header("top", "P2", Shop.at("2024-03-04")), eur("9.00")));
        purse.engine.evaluate(new ParticipantTerminated(
                purse.header("2024-03-05"),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P2", true, Set.of()))));
        assertThat(purse.balance("P2", AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance("P2", AccountKind.OPEN)).isEqualTo("2.70 EUR");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
    }

    @Test
    void moneyThatArrivesFreesWhatWasReservedTooLong() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        purse.hold("2024-03-02", "8.00", "2024-03-05T12:00", line("coffee", 2, "9.00"));
        purse.engine.evaluate(new WalletToppedUp(Purse.header("top", "P2", Shop.at("2024-03-04")), eur("1.00")));
        purse.engine.evaluate(
                new MoneyTransferred(Purse.header("gift", "P2", Shop.at("2024-03-05")), "P1", eur("1.00"), ""));
        assertThat(purse.balance(AccountKind.HELD)).isEqualTo("0.00 EUR");
    }

    @Test
    void moneyThatIsPutInIsNoFirstAward() {
        Purse purse = Purse.with(
                offer("S", new Terms.SignUps(true), fixed("5.00")).build(),
                laptopAward("1.00").build());
        purse.topUp("2024-03-01", "9.00");
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        purse.buy("2024-03-02", line("laptop", 1, "100.00"));
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("6.00 EUR");
    }

    @Test
    void whoReplacesADuplicateBringsItsGoodsBack() {
        for (boolean balance : List.of(true, false)) {
            Purse purse = Purse.with(offer("A", ANY, percent("10")).build());
            Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
            purse.engine.evaluate(new ParticipantTerminated(
                    purse.header("2024-03-02"),
                    TerminationReason.DUPLICATION,
                    Optional.of(new Replacement("P2", balance, Set.of()))));
            GoodsReturn back = GoodsReturn.of(
                    Purse.header("back", "P2", Shop.at("2024-03-03")), new ReturnedLine(purchase.event(), "laptop", 1));
            if (balance) {
                purse.engine.evaluate(back);
                assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
                assertThat(purse.records("P2").over().awards()).isEmpty();
            } else {
                assertThat(purse.refusal(back))
                        .containsExactly("lines[0].purchase: The participant (P2) has no purchase (E1).");
            }
        }
    }
}
