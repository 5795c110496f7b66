package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.SOLD;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static io.rewards.wallet.Lots.line;
import static io.rewards.wallet.Lots.on;
import static io.rewards.wallet.Lots.open;
import static io.rewards.wallet.Lots.sale;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.Journal;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each movement of money writes down: transactions, and lots, holds, payouts and debts in step with them. */
class BooksTest {

    private static final Instant RECORDED = NOON.plusSeconds(60);
    private static final Amount ZERO = eur("0.00");

    private Wallet wallet = Wallet.EMPTY;
    private final List<Transaction> journal = new ArrayList<>();

    // Money comes in.

    @Test
    void anAwardIsPostedUnderTheIdOfItsLot() {
        Books books = books("E1");
        books.award(commerce("E1#A", "5.00"), "page");
        assertThat(books.transactions())
                .containsExactly(new Transaction(
                        "E1#A",
                        TransactionKind.AWARD,
                        "ANNA",
                        "U1",
                        eur("5.00"),
                        LedgerAccount.AWARD_EXPENSE,
                        LedgerAccount.COMMERCE,
                        EventKey.of("E1"),
                        Optional.of(EventKey.of("E1")),
                        "A",
                        "TYPE",
                        "CLUB",
                        "RULE-1",
                        "E1#A",
                        "page",
                        "",
                        "",
                        "",
                        NOON,
                        RECORDED));
        assertThat(books.wallet().lots()).containsExactly(commerce("E1#A", "5.00"));
    }

    @Test
    void theMerchantsPartOfAnAwardIsPostedWithIt() {
        Books books = books("E1");
        books.award(contributed("E1#A", "5.00", "2.00"), "");
        assertThat(posted(books))
                .containsExactly(
                        "E1#A AWARD 5.00 EUR AWARD_EXPENSE>COMMERCE",
                        "E1#A/contribution CONTRIBUTION 2.00 EUR MERCHANT_CONTRIBUTION>AWARD_EXPENSE");
        assertThat(books.transactions().get(1).purchase()).contains(EventKey.of("E1"));
        assertThat(books.transactions().get(1).lot()).isEqualTo("E1#A");
    }

    @Test
    void aTopUpIsOpenMoneyOfItsEvent() {
        Books books = books("T");
        books.topUp(eur("3.00"));
        assertThat(posted(books)).containsExactly("T#money/top_up TOP_UP 3.00 EUR TOP_UPS>OPEN");
        Lot lot = books.lot("T#money");
        assertThat(lot.account()).isEqualTo(LedgerAccount.OPEN);
        assertThat(lot.remaining()).isEqualTo(eur("3.00"));
        assertThat(lot.validFrom()).isEqualTo(NOON);
        assertThat(lot.validTo()).isEmpty();
        assertThat(lot.provenance().event()).isEqualTo(EventKey.of("T"));
        assertThat(lot.isAward()).isFalse();
    }

    @Test
    void whatSomebodyGivesNamesReasonAndUser() {
        Books books = books("G");
        books.give(eur("3.00"), "sorry", "carol");
        assertThat(posted(books)).containsExactly("G#money/adjustment ADJUSTMENT 3.00 EUR ADJUSTMENTS>OPEN");
        assertThat(books.transactions().get(0))
                .returns("sorry", Transaction::reason)
                .returns("carol", Transaction::user)
                .returns(Optional.empty(), Transaction::purchase)
                .returns("", Transaction::offer);
        assertThat(books.lot("G#money").remaining()).isEqualTo(eur("3.00"));
    }

    @Test
    void whatSomebodyTakesGoesInOrderAndLeavesExpiredMoney() {
        has(open("o", "5.00"), commerce("c", "2.00"), late("late", "9.00"));
        Books books = books("G");
        books.take(eur("3.00"), "mistake", "carol");
        assertThat(posted(books))
                .containsExactly(
                        "G#c/adjustment ADJUSTMENT 2.00 EUR COMMERCE>ADJUSTMENTS",
                        "G#o/adjustment ADJUSTMENT 1.00 EUR OPEN>ADJUSTMENTS");
        assertThat(books.transactions().get(1))
                .returns("mistake", Transaction::reason)
                .returns("carol", Transaction::user);
        assertThat(books.lot("c").remaining()).isEqualTo(ZERO);
        assertThat(books.lot("o").remaining()).isEqualTo(eur("4.00"));
        assertThat(books.lot("late").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void confirmedMoneyCanBeSpent() {
        Lot pending = Lots.lot("p", LedgerAccount.PENDING, "2.00", Optional.of(END));
        has(pending);
        Books books = books("C");
        books.confirm(pending, NOON);
        assertThat(posted(books)).containsExactly("C#p/confirmation CONFIRMATION 2.00 EUR PENDING>COMMERCE");
        assertThat(books.lot("p")).isEqualTo(pending.confirmed(NOON));
    }

    @Test
    void anEmptyLotIsConfirmedWithoutATransaction() {
        Lot pending =
                Lots.lot("p", LedgerAccount.PENDING, "2.00", Optional.of(END)).reversedHere(eur("2.00"));
        hasEmptied(pending);
        Books books = books("C");
        books.confirm(pending, NOON);
        assertThat(books.transactions()).isEmpty();
        assertThat(books.lot("p").account()).isEqualTo(LedgerAccount.COMMERCE);
    }

    // Money is spent.

    @Test
    void conditionalMoneyIsFreedAndSpentInOneGo() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Books books = books("S");
        books.pay(sale, SpendPlan.of(books.inOrder(), sale.lines(), eur("7.00")));
        assertThat(posted(books))
                .containsExactly(
                        "S#c/redeem REDEEM 5.00 EUR COMMERCE>OPEN",
                        "S#c/spend SPEND 5.00 EUR OPEN>MERCHANT_REIMBURSEMENT",
                        "S#o/spend SPEND 2.00 EUR OPEN>MERCHANT_REIMBURSEMENT");
        assertThat(books.transactions()).extracting(Transaction::purchase).containsOnly(Optional.of(SOLD));
        Sale paid = books.sale(SOLD).orElseThrow();
        assertThat(paid.payable()).isEqualTo(ZERO);
        assertThat(paid.payments())
                .containsExactly(
                        new Payment(
                                EventKey.of("S"), "c", "S#c/spend", "S#c/redeem", List.of(share("milk", 1, "5.00"))),
                        new Payment(EventKey.of("S"), "o", "S#o/spend", "", List.of(share("milk", 1, "2.00"))));
        assertThat(books.wallet().lots()).extracting(Lot::id).containsExactly("o");
        assertThat(books.wallet().emptied()).containsOnlyKeys("c");
        assertThat(books.allLots()).extracting(Lot::id).containsExactlyInAnyOrder("c", "o");
    }

    @Test
    void aVoucherThatIsUsedOnceLosesItsRest() {
        has(voucher("v", "5.00", false));
        Books books = payByVoucher("3.00");
        assertThat(posted(books))
                .containsExactly(
                        "S#v/spend SPEND 3.00 EUR VOUCHERS>MERCHANT_REIMBURSEMENT",
                        "S#v/forfeit FORFEIT 2.00 EUR VOUCHERS>BREAKAGE");
        assertThat(books.lot("v").remaining()).isEqualTo(ZERO);
        assertThat(books.lot("v").expired()).isEqualTo(eur("2.00"));
        assertThat(books.sale(SOLD).orElseThrow().payments())
                .containsExactly(
                        new Payment(EventKey.of("S"), "v", "S#v/spend", "", List.of(share("milk", 1, "3.00"))));
    }

    @Test
    void aVoucherThatIsUsedUpOrUsedInPartsLosesNothing() {
        has(voucher("v", "3.00", false));
        assertThat(payByVoucher("3.00").transactions()).hasSize(1);
        has(voucher("v", "5.00", true));
        Books books = payByVoucher("3.00");
        assertThat(books.transactions()).hasSize(1);
        assertThat(books.lot("v").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void freedMoneyIsALotOfItsOwn() {
        has(commerce("c", "5.00"));
        Books books = redeem("2.00");
        assertThat(posted(books)).containsExactly("R#c/redeem REDEEM 2.00 EUR COMMERCE>OPEN");
        assertThat(books.transactions().get(0).purchase()).contains(SOLD);
        assertThat(books.lot("c").remaining()).isEqualTo(eur("3.00"));
        assertThat(books.lot("c/open"))
                .returns(LedgerAccount.OPEN, Lot::account)
                .returns(eur("2.00"), Lot::remaining)
                .returns(START, Lot::awardedOn)
                .returns(NOON, Lot::validFrom)
                .returns(Optional.empty(), Lot::validTo);
        assertThat(books.sale(SOLD).orElseThrow().payments())
                .containsExactly(
                        new Payment(EventKey.of("R"), "c", "", "R#c/redeem", List.of(share("milk", 1, "2.00"))));
        assertThat(books.sale(SOLD).orElseThrow().payable()).isEqualTo(eur("9.00"));
    }

    @Test
    void moreFreedMoneyFillsTheSameLot() {
        has(commerce("c", "5.00").spent(eur("1.00")), open("c/open", "1.00"));
        assertThat(redeem("2.00").lot("c/open").remaining()).isEqualTo(eur("3.00"));
        has(commerce("c", "5.00").spent(eur("1.00")));
        hasEmptied(open("c/open", "1.00").spent(eur("1.00")));
        Books books = redeem("2.00");
        assertThat(books.lot("c/open").awarded()).isEqualTo(eur("3.00"));
        assertThat(books.lot("c/open").remaining()).isEqualTo(eur("2.00"));
        assertThat(books.wallet().emptied()).isEmpty();
        assertThat(books.wallet().lots()).extracting(Lot::id).containsExactly("c", "c/open");
    }

    // Spent money comes back.

    @Test
    void aCancelledPaymentGoesBackToItsLotAndThePurchaseOwesAgain() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Books spend = books("S");
        spend.pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("7.00")));
        done(spend);

        Books books = books("X");
        Amount back = books.cancelPayments(wallet.sale(SOLD).orElseThrow(), EventKey.of("S"), "wrong", ZERO);
        assertThat(back).isEqualTo(eur("7.00"));
        assertThat(posted(books))
                .containsExactly(
                        "X#c/reversal REVERSAL 5.00 EUR MERCHANT_REIMBURSEMENT>OPEN undoes S#c/spend",
                        "X#c/reversal/2 REVERSAL 5.00 EUR OPEN>COMMERCE undoes S#c/redeem",
                        "X#o/reversal REVERSAL 2.00 EUR MERCHANT_REIMBURSEMENT>OPEN undoes S#o/spend");
        assertThat(books.transactions())
                .allSatisfy(each -> assertThat(each)
                        .returns("wrong", Transaction::reason)
                        .returns("", Transaction::user)
                        .returns(Optional.of(SOLD), Transaction::purchase));
        assertThat(books.lot("c").remaining()).isEqualTo(eur("5.00"));
        assertThat(books.lot("o").remaining()).isEqualTo(eur("5.00"));
        assertThat(books.wallet().emptied()).isEmpty();
        assertThat(books.sale(SOLD).orElseThrow()).isEqualTo(sale);
    }

    @Test
    void aPaymentFromAnotherJournalComesBackWithoutNamingIt() {
        hasEmptied(open("o", "2.00").spent(eur("2.00")));
        Payment payment = new Payment(EventKey.of("S"), "o", "S#o/spend", "", List.of(share("milk", 1, "2.00")));
        Books books = books("X");
        books.topUp(eur("1.00"));
        books.cancelPayments(sale(line("milk", 1, "7.00")).plus(payment), EventKey.of("S"), "", ZERO);
        assertThat(posted(books)).contains("X#o/reversal REVERSAL 2.00 EUR MERCHANT_REIMBURSEMENT>OPEN");
    }

    @Test
    void paymentsOfOtherEventsStay() {
        has(commerce("c", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Books spend = books("S");
        spend.pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("4.00")));
        done(spend);
        Books books = books("X");
        assertThat(books.cancelPayments(wallet.sale(SOLD).orElseThrow(), EventKey.of("OTHER"), "", ZERO))
                .isEqualTo(ZERO);
        assertThat(books.transactions()).isEmpty();
        assertThat(books.sale(SOLD)).isEqualTo(wallet.sale(SOLD));
    }

    @Test
    void aCancelledRedemptionPutsTheMoneyUnderItsConditionsAgain() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Books books = books("X");
        Amount back = books.cancelPayments(wallet.sale(SOLD).orElseThrow(), EventKey.of("R"), "wrong", ZERO);
        assertThat(back).isEqualTo(ZERO);
        assertThat(posted(books)).containsExactly("X#c/reversal REVERSAL 2.00 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(books.lot("c").remaining()).isEqualTo(eur("5.00"));
        assertThat(books.lot("c/open").remaining()).isEqualTo(ZERO);
        assertThat(books.lot("c/open").awarded()).isEqualTo(ZERO);
        assertThat(books.sale(SOLD).orElseThrow().payments()).isEmpty();
    }

    @Test
    void freedMoneyThatWasSpentMeanwhileStaysSpent() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Books taken = books("G");
        taken.take(eur("4.50"), "", "");
        done(taken);
        Books books = books("X");
        books.cancelPayments(wallet.sale(SOLD).orElseThrow(), EventKey.of("R"), "", ZERO);
        assertThat(posted(books)).containsExactly("X#c/reversal REVERSAL 0.50 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(books.lot("c").remaining()).isEqualTo(eur("0.50"));
    }

    @Test
    void piecesThatComeBackGiveBackTheirPartOfEachPayment() {
        has(commerce("c", "4.00"));
        Sale sale = sale(line("book", 1, "5.00"), line("milk", 2, "6.00"));
        Books spend = books("S");
        spend.pay(sale, plan(spend, share("book", 1, "1.00"), share("milk", 2, "3.00")));
        done(spend);

        Books books = books("B");
        Amount back = books.returnPieces(wallet.sale(SOLD).orElseThrow(), Map.of("milk", 1L), "broken", ZERO);
        assertThat(back).isEqualTo(eur("1.50"));
        assertThat(posted(books))
                .containsExactly(
                        "B#c/reversal REVERSAL 1.50 EUR MERCHANT_REIMBURSEMENT>OPEN undoes S#c/spend",
                        "B#c/reversal/2 REVERSAL 1.50 EUR OPEN>COMMERCE undoes S#c/redeem");
        assertThat(books.lot("c").remaining()).isEqualTo(eur("1.50"));
        Sale left = books.sale(SOLD).orElseThrow();
        assertThat(left.line("milk").orElseThrow().kept()).isEqualTo(1);
        assertThat(left.line("milk").orElseThrow().payable()).isEqualTo(eur("1.50"));
        assertThat(left.payments().get(0).lines()).containsExactly(share("book", 1, "1.00"), share("milk", 1, "1.50"));
        done(books);

        Books rest = books("B2");
        assertThat(rest.returnPieces(left, Map.of("milk", 1L, "book", 1L), "", ZERO))
                .isEqualTo(eur("2.50"));
        assertThat(rest.sale(SOLD).orElseThrow().payments()).isEmpty();
        assertThat(rest.lot("c").remaining()).isEqualTo(eur("4.00"));
    }

    @Test
    void piecesThatComeBackTakeBackWhatTheyFreed() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Books books = books("B");
        assertThat(books.returnPieces(wallet.sale(SOLD).orElseThrow(), Map.of("milk", 1L), "broken", ZERO))
                .isEqualTo(ZERO);
        assertThat(posted(books)).containsExactly("B#c/reversal REVERSAL 2.00 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(books.sale(SOLD).orElseThrow().payments()).isEmpty();
        assertThat(books.sale(SOLD).orElseThrow().isEmpty()).isTrue();
    }

    // Awards are taken back.

    @Test
    void anAwardThatIsThereIsTakenBackOutOfItself() {
        has(commerce("c", "5.00"), commerce("d", "5.00"));
        wasAwarded("c");
        Books books = books("X");
        Reclaim reclaim = books.reclaim(books.lot("c"), eur("2.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "why", "carol");
        assertThat(reclaim).isEqualTo(reclaim("2.00", "2.00", "0.00", "0.00", "0.00"));
        assertThat(posted(books)).containsExactly("X#c/reversal REVERSAL 2.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c");
        assertThat(books.transactions().get(0))
                .returns("why", Transaction::reason)
                .returns("carol", Transaction::user)
                .returns(Optional.of(EventKey.of("E1")), Transaction::purchase);
        assertThat(books.lot("c")).isEqualTo(commerce("c", "5.00").reversedHere(eur("2.00")));
        assertThat(books.lot("d")).isEqualTo(commerce("d", "5.00"));
    }

    @Test
    void anAwardIsTakenBackInItsOrderOwnFreedExpiredOthersDebt() {
        Lot award = commerce("c", "9.00").spent(eur("5.00")).expired(eur("3.00"));
        has(award, open("c/open", "1.00"), commerce("d", "2.00"), late("late", "9.00"));
        wasAwarded("c");
        Books books = books("X");
        Reclaim reclaim = books.reclaim(award, eur("9.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", "");
        assertThat(reclaim).isEqualTo(reclaim("9.00", "5.00", "2.00", "2.00", "0.00"));
        assertThat(posted(books))
                .containsExactly(
                        "X#c/reversal REVERSAL 1.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c",
                        "X#c/open/reversal REVERSAL 1.00 EUR OPEN>AWARD_EXPENSE undoes E1#c",
                        "X#c/reversal/2 REVERSAL 3.00 EUR BREAKAGE>AWARD_EXPENSE undoes E1#c",
                        "X#d/clawback CLAWBACK 2.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c",
                        "X#c/clawback CLAWBACK 2.00 EUR CLAWBACK_RECEIVABLE>AWARD_EXPENSE undoes E1#c");
        assertThat(books.wallet().debts()).containsOnly(Map.entry("EUR", eur("2.00")));
        assertThat(books.lot("c"))
                .returns(ZERO, Lot::remaining)
                .returns(ZERO, Lot::expired)
                .returns(eur("9.00"), Lot::reversed)
                .returns(eur("5.00"), Lot::recovered)
                .returns(ZERO, Lot::standing);
        assertThat(books.lot("c/open").remaining()).isEqualTo(ZERO);
        assertThat(books.lot("d").remaining()).isEqualTo(ZERO);
        assertThat(books.lot("late").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void freedMoneyIsTakenOnlyAsFarAsNeeded() {
        Lot award = commerce("c", "5.00").spent(eur("4.00"));
        has(award, open("c/open", "4.00"));
        wasAwarded("c");
        Books books = books("X");
        assertThat(books.reclaim(award, eur("3.00"), ClawbackPolicy.NONE, "", ""))
                .isEqualTo(reclaim("3.00", "3.00", "0.00", "0.00", "0.00"));
        assertThat(books.lot("c/open").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void whereOnlyWhatIsThereIsTakenTheRestIsLost() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        has(open("o", "2.00"));
        wasAwarded("c");
        Books books = books("X");
        assertThat(books.reclaim(award, eur("5.00"), ClawbackPolicy.CLAWBACK_AVAILABLE, "", ""))
                .isEqualTo(reclaim("5.00", "0.00", "2.00", "0.00", "3.00"));
        assertThat(posted(books))
                .containsExactly(
                        "X#o/clawback CLAWBACK 2.00 EUR OPEN>AWARD_EXPENSE undoes E1#c",
                        "X#c/clawback CLAWBACK 3.00 EUR CLAWBACK_LOSS>AWARD_EXPENSE undoes E1#c");
        assertThat(books.wallet().debts()).isEmpty();
        assertThat(books.lot("c").recovered()).isEqualTo(eur("5.00"));
    }

    @Test
    void withoutClawbackOtherMoneyIsLeftAlone() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        has(open("o", "2.00"));
        wasAwarded("c");
        Books books = books("X");
        assertThat(books.reclaim(award, eur("5.00"), ClawbackPolicy.NONE, "", ""))
                .isEqualTo(reclaim("5.00", "0.00", "0.00", "0.00", "5.00"));
        assertThat(books.lot("o").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void debtsOfSeveralAwardsAddUp() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        Books books = books("X");
        books.reclaim(books.lot("c"), eur("2.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", "");
        books.reclaim(books.lot("c"), eur("1.00"), ClawbackPolicy.CLAWBACK_NEGATIVE, "", "");
        assertThat(books.wallet().debts()).containsOnly(Map.entry("EUR", eur("3.00")));
    }

    @Test
    void anAwardFromAnotherJournalIsTakenBackWithoutNamingIt() {
        has(commerce("c", "5.00"));
        Books books = books("X");
        books.reclaim(books.lot("c"), eur("2.00"), ClawbackPolicy.NONE, "", "");
        assertThat(books.transactions().get(0).reverses()).isEmpty();
    }

    @Test
    void theMerchantGetsItsPartBackInProportionAndAllOfTheLast() {
        has(contributed("E1#A", "3.00", "1.00"));
        wasAwarded("E1#A");
        Books books = books("X");
        books.reclaim(books.lot("E1#A"), eur("1.00"), ClawbackPolicy.NONE, "why", "carol");
        assertThat(posted(books))
                .contains(
                        "X#E1#A/reversal/2 REVERSAL 0.33 EUR AWARD_EXPENSE>MERCHANT_CONTRIBUTION undoes E1#A/contribution");
        assertThat(books.transactions().get(1).reason()).isEqualTo("why");
        assertThat(books.lot("E1#A").provenance().contribution()).isEqualTo(eur("0.67"));
        books.reclaim(books.lot("E1#A"), eur("2.00"), ClawbackPolicy.NONE, "", "");
        assertThat(books.lot("E1#A").provenance().contribution()).isEqualTo(ZERO);
        assertThat(posted(books))
                .contains(
                        "X#E1#A/reversal/4 REVERSAL 0.67 EUR AWARD_EXPENSE>MERCHANT_CONTRIBUTION undoes E1#A/contribution");
    }

    @Test
    void debtsArePaidInOrderWithMoneyThatHasNotExpired() {
        has(open("o", "5.00"), commerce("c", "2.00"), late("late", "9.00"));
        owes("3.00");
        Books books = books("D");
        books.settleDebts();
        assertThat(posted(books))
                .containsExactly(
                        "D#c/debt_settlement DEBT_SETTLEMENT 2.00 EUR COMMERCE>CLAWBACK_RECEIVABLE",
                        "D#o/debt_settlement DEBT_SETTLEMENT 1.00 EUR OPEN>CLAWBACK_RECEIVABLE");
        assertThat(books.wallet().debts()).isEmpty();
        assertThat(books.lot("o").remaining()).isEqualTo(eur("4.00"));
    }

    @Test
    void whatNoMoneyIsThereForStaysOwed() {
        has(commerce("c", "2.00"));
        owes("3.00");
        Books books = books("D");
        books.settleDebts();
        assertThat(books.wallet().debts()).containsOnly(Map.entry("EUR", eur("1.00")));
        has(commerce("c", "3.00"));
        books = books("D");
        books.settleDebts();
        assertThat(books.wallet().debts()).isEmpty();
    }

    // Money is reserved.

    @Test
    void reservedMoneyLeavesItsLotUntilItIsReleased() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(hold("7.00"));
        assertThat(wallet.lots()).extracting(Lot::remaining).containsExactly(eur("3.00"));
        assertThat(wallet.holds().get(EventKey.of("H")))
                .isEqualTo(new Hold(
                        EventKey.of("H"),
                        END,
                        List.of(
                                new LotPart("c", eur("5.00"), "H#c/hold", ""),
                                new LotPart("o", eur("2.00"), "H#o/hold", ""))));

        Books books = books("L");
        books.release(books.hold(EventKey.of("H")).orElseThrow());
        assertThat(posted(books))
                .containsExactly(
                        "L#c/release RELEASE 5.00 EUR HELD>COMMERCE undoes H#c/hold",
                        "L#o/release RELEASE 2.00 EUR HELD>OPEN undoes H#o/hold");
        assertThat(books.wallet().holds()).isEmpty();
        assertThat(books.hold(EventKey.of("H"))).isEmpty();
        assertThat(books.lot("c")).isEqualTo(commerce("c", "5.00"));
        assertThat(books.lot("o")).isEqualTo(open("o", "5.00"));
    }

    @Test
    void holdingPostsFromTheAccountOfTheLot() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        assertThat(posted(hold("7.00")))
                .containsExactly("H#c/hold HOLD 5.00 EUR COMMERCE>HELD", "H#o/hold HOLD 2.00 EUR OPEN>HELD");
    }

    @Test
    void nothingIsReservedWhereThereIsNothing() {
        Books books = hold("7.00");
        assertThat(books.wallet().holds()).isEmpty();
        assertThat(books.transactions()).isEmpty();
    }

    @Test
    void aHoldLapsesAtItsEndAndNotBefore() {
        has(commerce("c", "5.00"));
        done(hold("5.00"));
        Books early = books("L");
        early.releaseLapsed(END.minusNanos(1));
        assertThat(early.transactions()).isEmpty();
        Books books = books("L");
        books.releaseLapsed(END);
        assertThat(books.transactions()).hasSize(1);
        assertThat(books.wallet().holds()).isEmpty();
    }

    @Test
    void whatAHoldDoesNotPayGoesBack() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(hold("10.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Books books = books("S");
        Hold hold = books.hold(EventKey.of("H")).orElseThrow();
        List<Lot> reserved = hold.parts().stream()
                .map(part -> books.lot(part.lot()).holding(part.amount()))
                .toList();
        books.payHeld(sale, hold, SpendPlan.of(reserved, sale.lines(), eur("7.00")));
        assertThat(posted(books))
                .containsExactly(
                        "S#c/spend SPEND 5.00 EUR HELD>MERCHANT_REIMBURSEMENT",
                        "S#o/spend SPEND 2.00 EUR HELD>MERCHANT_REIMBURSEMENT",
                        "S#o/release RELEASE 3.00 EUR HELD>OPEN undoes H#o/hold");
        assertThat(books.sale(SOLD).orElseThrow().payable()).isEqualTo(ZERO);
        assertThat(books.sale(SOLD).orElseThrow().payments())
                .extracting(Payment::spend, Payment::redeem)
                .containsExactly(tuple("S#c/spend", ""), tuple("S#o/spend", ""));
        assertThat(books.lot("o").remaining()).isEqualTo(eur("3.00"));
        assertThat(books.wallet().holds()).isEmpty();
    }

    // Money leaves.

    @Test
    void moneyOnItsWayOutIsClearedWhenItHasArrived() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(payOut("7.00"));
        assertThat(wallet.payouts().get(EventKey.of("P")))
                .isEqualTo(new Payout(
                        EventKey.of("P"),
                        "IBAN",
                        List.of(
                                new LotPart("c", eur("5.00"), "P#c/payout", "P#c/redeem"),
                                new LotPart("o", eur("2.00"), "P#o/payout", ""))));
        Books books = books("A");
        books.arrived(books.payout(EventKey.of("P")).orElseThrow());
        assertThat(posted(books))
                .containsExactly(
                        "A#c/payout_confirmation PAYOUT_CONFIRMATION 5.00 EUR PAYOUT_CLEARING>PAID_OUT",
                        "A#o/payout_confirmation PAYOUT_CONFIRMATION 2.00 EUR PAYOUT_CLEARING>PAID_OUT");
        assertThat(books.payout(EventKey.of("P"))).isEmpty();
        assertThat(books.lot("o").remaining()).isEqualTo(eur("3.00"));
    }

    @Test
    void payingOutFreesConditionalMoneyFirst() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        assertThat(posted(payOut("7.00")))
                .containsExactly(
                        "P#c/redeem REDEEM 5.00 EUR COMMERCE>OPEN",
                        "P#c/payout PAYOUT 5.00 EUR OPEN>PAYOUT_CLEARING",
                        "P#o/payout PAYOUT 2.00 EUR OPEN>PAYOUT_CLEARING");
    }

    @Test
    void moneyThatDoesNotArriveIsUnderItsConditionsAgain() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(payOut("7.00"));
        Books books = books("A");
        books.failed(books.payout(EventKey.of("P")).orElseThrow(), "closed");
        assertThat(posted(books))
                .containsExactly(
                        "A#c/reversal REVERSAL 5.00 EUR PAYOUT_CLEARING>OPEN undoes P#c/payout",
                        "A#c/reversal/2 REVERSAL 5.00 EUR OPEN>COMMERCE undoes P#c/redeem",
                        "A#o/reversal REVERSAL 2.00 EUR PAYOUT_CLEARING>OPEN undoes P#o/payout");
        assertThat(books.transactions()).extracting(Transaction::reason).containsOnly("closed");
        assertThat(books.payout(EventKey.of("P"))).isEmpty();
        assertThat(books.lot("c")).isEqualTo(commerce("c", "5.00"));
        assertThat(books.lot("o")).isEqualTo(open("o", "5.00"));
    }

    @Test
    void moneyForAnotherParticipantLeavesInPiecesOfItsLots() {
        has(on("c", "5.00", "milk"), open("o", "5.00"), notYet("later", "9.00"));
        Books books = books("G");
        List<Lot> sent = books.send(eur("7.00"), "birthday");
        assertThat(posted(books))
                .containsExactly(
                        "G#c/transfer_out TRANSFER_OUT 5.00 EUR COMMERCE>TRANSFER_CLEARING",
                        "G#o/transfer_out TRANSFER_OUT 2.00 EUR OPEN>TRANSFER_CLEARING");
        assertThat(books.transactions()).extracting(Transaction::reason).containsOnly("birthday");
        assertThat(sent)
                .containsExactly(
                        on("c", "5.00", "milk").piece("G#c", eur("5.00")),
                        open("o", "5.00").piece("G#o", eur("2.00")));
        assertThat(books.lot("o").remaining()).isEqualTo(eur("3.00"));
        assertThat(books.lot("later").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void moneyThatArrivesIsPutInAsItIs() {
        Books books = books("R");
        books.receive(List.of(commerce("G#c", "5.00"), open("G#o", "1.00").spent(eur("1.00"))));
        assertThat(posted(books)).containsExactly("R#G#c/transfer_in TRANSFER_IN 5.00 EUR TRANSFER_CLEARING>COMMERCE");
        assertThat(books.lot("G#c")).isEqualTo(commerce("G#c", "5.00"));
        assertThat(books.lot("G#o").remaining()).isEqualTo(ZERO);
    }

    @Test
    void aDuplicateSendsEverythingItHas() {
        has(commerce("c", "5.00"), open("o", "2.00"));
        done(hold("3.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        wallet = new Wallet(
                wallet.lots(),
                Map.of("e", open("e", "1.00").spent(eur("1.00"))),
                Map.of(SOLD, sale),
                wallet.holds(),
                Map.of(),
                Map.of("EUR", eur("4.00")),
                Set.of(EventKey.of("GONE")),
                Set.of("OLD"));
        Books books = books("M");
        Wallet leaving = books.sendAll();
        assertThat(posted(books))
                .containsExactly(
                        "M#c/release RELEASE 3.00 EUR HELD>COMMERCE undoes H#c/hold",
                        "M#c/transfer_out TRANSFER_OUT 5.00 EUR COMMERCE>TRANSFER_CLEARING",
                        "M#o/transfer_out TRANSFER_OUT 2.00 EUR OPEN>TRANSFER_CLEARING",
                        "M#EUR/transfer_out TRANSFER_OUT 4.00 EUR TRANSFER_CLEARING>CLAWBACK_RECEIVABLE");
        assertThat(leaving.lots()).containsExactlyInAnyOrder(commerce("c", "5.00"), open("o", "2.00"));
        assertThat(leaving.sales()).containsOnlyKeys(SOLD);
        assertThat(leaving.debts()).containsOnly(Map.entry("EUR", eur("4.00")));
        assertThat(leaving.duplicates()).containsExactlyInAnyOrder("OLD", "ANNA");
        assertThat(leaving.holds()).isEmpty();
        assertThat(books.wallet().lots()).isEmpty();
        assertThat(books.wallet().debts()).isEmpty();
        assertThat(books.wallet().sales()).isEmpty();
    }

    @Test
    void whoeverStaysTakesOverEverything() {
        has(commerce("own", "1.00"));
        owes("1.00");
        Lot empty = open("e", "1.00").spent(eur("1.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Books books = books("M");
        books.receiveAll(new Wallet(
                List.of(commerce("c", "5.00")),
                Map.of("e", empty, "own", commerce("own", "9.00").spent(eur("9.00"))),
                Map.of(SOLD, sale),
                Map.of(),
                Map.of(),
                Map.of("EUR", eur("4.00")),
                Set.of(EventKey.of("GONE")),
                Set.of("BEN")));
        assertThat(posted(books))
                .containsExactly(
                        "M#c/transfer_in TRANSFER_IN 5.00 EUR TRANSFER_CLEARING>COMMERCE",
                        "M#EUR/transfer_in TRANSFER_IN 4.00 EUR CLAWBACK_RECEIVABLE>TRANSFER_CLEARING");
        assertThat(books.wallet())
                .isEqualTo(new Wallet(
                        List.of(commerce("own", "1.00"), commerce("c", "5.00")),
                        Map.of("e", empty),
                        Map.of(SOLD, sale),
                        Map.of(),
                        Map.of(),
                        Map.of("EUR", eur("5.00")),
                        Set.of(EventKey.of("GONE")),
                        Set.of("BEN")));
    }

    @Test
    void lateMoneyExpiresAtItsEndAndNotBefore() {
        has(commerce("c", "5.00").spent(eur("1.00")), open("o", "5.00"));
        Books early = books("X");
        assertThat(early.expire(END.minusNanos(1))).isEmpty();
        assertThat(early.transactions()).isEmpty();
        Books books = books("X");
        assertThat(books.expire(END)).containsExactly(commerce("c", "5.00").spent(eur("1.00")));
        assertThat(posted(books)).containsExactly("X#c/award_expiration AWARD_EXPIRATION 4.00 EUR COMMERCE>BREAKAGE");
        assertThat(books.lot("c").expired()).isEqualTo(eur("4.00"));
        assertThat(books.expire(END)).isEmpty();
    }

    // What there is.

    @Test
    void moneyIsUsableUntilItExpiresAndSpendableOnceItIsValid() {
        Lot pending = Lots.lot("p", LedgerAccount.PENDING, "1.00", Optional.empty());
        has(
                commerce("c", "1.00"),
                open("o", "1.00"),
                notYet("later", "1.00"),
                late("late", "1.00"),
                voucher("v", "1.00", true),
                pending);
        Books books = books("X");
        assertThat(books.usable(NOON)).extracting(Lot::id).containsExactly("c", "later", "o");
        assertThat(books.spendable(NOON)).extracting(Lot::id).containsExactly("c", "o");
        assertThat(books.inOrder()).hasSize(6);
        assertThat(Books.sum(books.usable(NOON), ZERO)).isEqualTo(eur("3.00"));
        assertThat(Books.sum(books.usable(NOON), Amount.parse("0 PTS"))).isEqualTo(Amount.parse("0 PTS"));
    }

    @Test
    void moneyOfAnotherDenominationIsNeverTaken() {
        Amount points = Amount.parse("9 PTS");
        Lot lot = Lot.of(
                "a",
                LedgerAccount.OPEN,
                points,
                START,
                START,
                Optional.empty(),
                open("o", "1.00").conditions(),
                Lots.awarded(points));
        has(lot, open("b", "5.00"));
        Books books = books("G");
        books.take(eur("5.00"), "", "");
        assertThat(posted(books)).containsExactly("G#b/adjustment ADJUSTMENT 5.00 EUR OPEN>ADJUSTMENTS");
    }

    @Test
    void aLotThatComesInNeverTakesThePlaceOfAnother() {
        String message = " is in the wallet already and must not be overwritten.";
        has(commerce("E1#A", "5.00"));
        assertThatThrownBy(() -> books("E1").award(commerce("E1#A", "1.00"), ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (E1#A) of event (E1)" + message);
        assertThatThrownBy(() -> books("R").receive(List.of(commerce("E1#A", "1.00"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (E1#A) of event (R)" + message);
        hasEmptied(open("T#money", "1.00").spent(eur("1.00")));
        assertThatThrownBy(() -> books("T").topUp(eur("1.00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (T#money) of event (T)" + message);
        assertThatThrownBy(() -> books("T").give(eur("1.00"), "goodwill", "ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (T#money) of event (T)" + message);
    }

    @Test
    void aLotThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> books("X").lot("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (none) is not in the wallet.");
    }

    @Test
    void whatNeverHappenedIsNoted() {
        Books books = books("X");
        books.cancel(EventKey.of("S"));
        assertThat(books.wallet().cancelled()).containsExactly(EventKey.of("S"));
    }

    @Test
    void anotherProvenanceIsKept() {
        has(commerce("c", "5.00"));
        Books books = books("X");
        books.describe("c", Provenance.of(EventKey.of("E9"), eur("1.00")));
        assertThat(books.lot("c").provenance().event()).isEqualTo(EventKey.of("E9"));
        assertThat(books.transactions()).isEmpty();
    }

    @Test
    void idsThatTheEventHasUsedAreNotUsedAgain() {
        has(open("o", "5.00"));
        Books first = books("G");
        first.take(eur("1.00"), "", "");
        done(first);
        Books again = books("G");
        again.take(eur("1.00"), "", "");
        again.take(eur("1.00"), "", "");
        assertThat(again.transactions())
                .extracting(Transaction::id)
                .containsExactly("G#o/adjustment/2", "G#o/adjustment/3");
        Books other = books("G2");
        other.take(eur("1.00"), "", "");
        assertThat(other.transactions()).extracting(Transaction::id).containsExactly("G2#o/adjustment");
    }

    private Books books(String event) {
        return new Books(
                wallet,
                Journal.of("ANNA", journal),
                new WalletToppedUp(EventHeader.of(event, "ANNA", "U1", NOON), eur("1.00")),
                RECORDED,
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
    }

    private void done(Books books) {
        wallet = books.wallet();
        journal.addAll(books.transactions());
    }

    private void has(Lot... lots) {
        wallet = new Wallet(
                List.of(lots),
                wallet.emptied(),
                wallet.sales(),
                wallet.holds(),
                wallet.payouts(),
                wallet.debts(),
                wallet.cancelled(),
                wallet.duplicates());
    }

    private void hasEmptied(Lot lot) {
        wallet = new Wallet(
                wallet.lots(),
                Map.of(lot.id(), lot),
                wallet.sales(),
                wallet.holds(),
                wallet.payouts(),
                wallet.debts(),
                wallet.cancelled(),
                wallet.duplicates());
    }

    private void owes(String amount) {
        wallet = new Wallet(
                wallet.lots(),
                wallet.emptied(),
                wallet.sales(),
                wallet.holds(),
                wallet.payouts(),
                Map.of("EUR", eur(amount)),
                wallet.cancelled(),
                wallet.duplicates());
    }

    /** Leaves the award of the lot in the journal. */
    private void wasAwarded(String id) {
        Wallet now = wallet;
        wallet = Wallet.EMPTY;
        Lot lot = now.lot(id).orElseThrow();
        Books books = books("E1");
        books.award(lot.with(lot.provenance()), "");
        journal.addAll(books.transactions());
        wallet = now;
    }

    private Books payByVoucher(String total) {
        Sale sale = sale(line("milk", 1, total));
        Books books = books("S");
        books.payByVoucher(sale, SpendPlan.of(List.of(books.lot("v")), sale.lines(), eur(total)));
        return books;
    }

    private Books redeem(String amount) {
        Sale sale = sale(line("milk", 1, "9.00"));
        Books books = books("R");
        books.redeem(sale, SpendPlan.of(List.of(books.lot("c")), sale.lines(), eur(amount)));
        return books;
    }

    private Books hold(String amount) {
        Books books = books("H");
        books.place(SpendPlan.of(books.inOrder(), List.of(line("milk", 1, "99.00")), eur(amount)), END);
        return books;
    }

    private Books payOut(String amount) {
        Books books = books("P");
        books.payOut(books.inOrder(), eur(amount), "IBAN");
        return books;
    }

    private static SpendPlan plan(Books books, LineShare... shares) {
        Amount amount = LineShare.sum(List.of(shares), ZERO);
        return new SpendPlan(
                amount, List.of(new SpendPlan.Part(books.inOrder().get(0), amount, List.of(shares))), List.of());
    }

    private static Reclaim reclaim(String amount, String own, String others, String debt, String lost) {
        return new Reclaim("c", "A", eur(amount), eur(own), eur(others), eur(debt), eur(lost));
    }

    private static Lot contributed(String id, String amount, String contribution) {
        return commerce(id, amount).with(Lots.awarded(eur(amount)).contributing(eur(contribution)));
    }

    /** Money that had expired the day before. */
    private static Lot late(String id, String amount) {
        return Lots.lot(id, LedgerAccount.COMMERCE, amount, Optional.of(NOON.minusSeconds(86_400)));
    }

    /** Money that can be spent from the next instant on. */
    private static Lot notYet(String id, String amount) {
        return Lots.lot(id, LedgerAccount.PENDING, amount, Optional.of(END)).confirmed(NOON.plusNanos(1));
    }

    private static Lot voucher(String id, String amount, boolean partial) {
        return Lots.lot(id, LedgerAccount.VOUCHERS, amount, Optional.of(END))
                .with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, Optional.of(new Voucher("hash of " + id, partial)));
    }

    private static List<String> posted(Books books) {
        return books.transactions().stream()
                .map(each -> each.id() + " " + each.kind() + " " + each.amount() + " " + each.from() + ">" + each.to()
                        + (each.reverses().isEmpty() ? "" : " undoes " + each.reverses()))
                .toList();
    }
}
