package io.rewards.books;

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

import io.rewards.account.Holder;
import io.rewards.account.OpenEvent;
import io.rewards.amount.Amount;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Balances;
import io.rewards.ledger.Cause;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.Inheritance;
import io.rewards.past.MemoryPast;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Lots;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import io.rewards.wallet.Returned;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Voucher;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each movement of money writes down: transactions, and lots, holds, payouts and debts in step with them. */
class PurseTest {

    private static final AccountName PAID = AccountName.of(Party.merchant("U1"), AccountKind.REIMBURSEMENT);

    private static final Instant RECORDED = NOON.plusSeconds(60);
    private static final Amount ZERO = eur("0.00");

    private final Holder holder = new Holder(Participant.registered("ANNA", START, "U1", Profile.EMPTY));

    // Money comes in.

    @Test
    void anAwardIsPostedUnderTheIdAndOnTheDateOfItsLot() {
        Purse purse = purse("E1");
        new Awarding(purse).award(commerce("E1#A", "5.00"), new AwardSubject.Page("page"));
        assertThat(purse.transactions())
                .containsExactly(new Transaction(
                        "E1#A",
                        TransactionKind.AWARD,
                        eur("5.00"),
                        AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                        AccountName.of(Party.participant("ANNA"), AccountKind.COMMERCE),
                        new Cause(EventKey.of("E1"), Optional.of(EventKey.of("E1")), "ANNA", "U1"),
                        new Origin("A", "TYPE", "CLUB", "RULE-1", "E1#A", new AwardSubject.Page("page")),
                        Note.NONE,
                        commerce("E1#A", "5.00").awardedOn(),
                        RECORDED));
        assertThat(purse.wallet().lots()).containsExactly(commerce("E1#A", "5.00"));
    }

    @Test
    void theMerchantsPartOfAnAwardIsPostedWithIt() {
        Purse purse = purse("E1");
        new Awarding(purse).award(contributed("E1#A", "5.00", "2.00"), AwardSubject.NOTHING);
        assertThat(posted(purse))
                .containsExactly(
                        "E1#A AWARD 5.00 EUR AWARD_EXPENSE>COMMERCE",
                        "E1#A/contribution CONTRIBUTION 2.00 EUR CONTRIBUTION>AWARD_EXPENSE");
        assertThat(purse.transactions().get(1).purchase()).contains(EventKey.of("E1"));
        assertThat(purse.transactions().get(1).lot()).isEqualTo("E1#A");
    }

    @Test
    void aTopUpIsOpenMoneyOfItsEvent() {
        Purse purse = purse("T");
        new Awarding(purse).topUp(eur("3.00"));
        assertThat(posted(purse)).containsExactly("T#money/top_up TOP_UP 3.00 EUR TOP_UPS>OPEN");
        Lot lot = purse.lot("T#money");
        assertThat(lot.account()).isEqualTo(AccountKind.OPEN);
        assertThat(lot.remaining()).isEqualTo(eur("3.00"));
        assertThat(lot.validFrom()).isEqualTo(NOON);
        assertThat(lot.validTo()).isEmpty();
        assertThat(lot.provenance().event()).isEqualTo(EventKey.of("T"));
        assertThat(lot.isAward()).isFalse();
    }

    @Test
    void whatSomebodyGivesNamesReasonAndUser() {
        Purse purse = purse("G");
        new Awarding(purse).give(eur("3.00"), "sorry", "carol");
        assertThat(posted(purse)).containsExactly("G#money/adjustment ADJUSTMENT 3.00 EUR ADJUSTMENTS>OPEN");
        assertThat(purse.transactions().get(0))
                .returns("sorry", Transaction::reason)
                .returns("carol", Transaction::user)
                .returns(Optional.empty(), Transaction::purchase)
                .returns("", Transaction::offer);
        assertThat(purse.lot("G#money").remaining()).isEqualTo(eur("3.00"));
    }

    @Test
    void whatSomebodyTakesGoesInOrderAndLeavesExpiredMoney() {
        has(open("o", "5.00"), commerce("c", "2.00"), late("late", "9.00"));
        Purse purse = purse("G");
        new Correcting(purse, "mistake", "carol").take(eur("3.00"), Optional.empty());
        assertThat(posted(purse))
                .containsExactly(
                        "G#c/adjustment ADJUSTMENT 2.00 EUR COMMERCE>ADJUSTMENTS",
                        "G#o/adjustment ADJUSTMENT 1.00 EUR OPEN>ADJUSTMENTS");
        assertThat(purse.transactions().get(1))
                .returns("mistake", Transaction::reason)
                .returns("carol", Transaction::user);
        assertThat(purse.lot("c").remaining()).isEqualTo(ZERO);
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("4.00"));
        assertThat(purse.lot("late").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void confirmedMoneyCanBeSpent() {
        Lot pending = Lots.lot("p", AccountKind.PENDING, "2.00", Optional.of(END));
        has(pending);
        Purse purse = purse("C");
        new Awarding(purse).confirm(pending, NOON);
        assertThat(posted(purse)).containsExactly("C#p/confirmation CONFIRMATION 2.00 EUR PENDING>COMMERCE");
        assertThat(purse.lot("p")).isEqualTo(pending.confirmed(NOON));
    }

    @Test
    void anEmptyLotIsConfirmedWithoutATransaction() {
        Lot pending =
                Lots.lot("p", AccountKind.PENDING, "2.00", Optional.of(END)).reversedHere(eur("2.00"));
        hasEmptied(pending);
        Purse purse = purse("C");
        new Awarding(purse).confirm(pending, NOON);
        assertThat(purse.transactions()).isEmpty();
        assertThat(purse.lot("p").account()).isEqualTo(AccountKind.COMMERCE);
    }

    // Money is spent.

    @Test
    void conditionalMoneyIsFreedAndSpentInOneGo() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Purse purse = purse("S");
        new Paying(purse).pay(sale, SpendPlan.of(purse.inOrder(), sale.lines(), eur("7.00")));
        assertThat(posted(purse))
                .containsExactly(
                        "S#c/redeem REDEEM 5.00 EUR COMMERCE>OPEN",
                        "S#c/spend SPEND 5.00 EUR OPEN>REIMBURSEMENT",
                        "S#o/spend SPEND 2.00 EUR OPEN>REIMBURSEMENT");
        assertThat(purse.transactions()).extracting(Transaction::purchase).containsOnly(Optional.of(SOLD));
        Sale paid = purse.sale(SOLD).orElseThrow();
        assertThat(paid.payable()).isEqualTo(ZERO);
        assertThat(paid.payments())
                .containsExactly(
                        new Payment(
                                EventKey.of("S"),
                                "c",
                                "S#c/spend",
                                "S#c/redeem",
                                List.of(share("milk", 1, "5.00")),
                                Optional.of(PAID)),
                        new Payment(
                                EventKey.of("S"),
                                "o",
                                "S#o/spend",
                                "",
                                List.of(share("milk", 1, "2.00")),
                                Optional.of(PAID)));
        assertThat(purse.wallet().lots()).extracting(Lot::id).containsExactly("o");
        assertThat(emptied(purse)).extracting(Lot::id).containsExactly("c");
    }

    @Test
    void aVoucherThatIsUsedOnceLosesItsRest() {
        has(voucher("v", "5.00", false));
        Purse purse = payByVoucher("3.00");
        assertThat(posted(purse))
                .containsExactly(
                        "S#v/spend SPEND 3.00 EUR VOUCHERS>REIMBURSEMENT",
                        "S#v/forfeit FORFEIT 2.00 EUR VOUCHERS>BREAKAGE");
        assertThat(purse.lot("v").remaining()).isEqualTo(ZERO);
        assertThat(purse.lot("v").expired()).isEqualTo(eur("2.00"));
        assertThat(purse.sale(SOLD).orElseThrow().payments())
                .containsExactly(new Payment(
                        EventKey.of("S"), "v", "S#v/spend", "", List.of(share("milk", 1, "3.00")), Optional.of(PAID)));
    }

    @Test
    void aVoucherThatIsUsedUpOrUsedInPartsLosesNothing() {
        has(voucher("v", "3.00", false));
        assertThat(payByVoucher("3.00").transactions()).hasSize(1);
        has(voucher("v", "5.00", true));
        Purse purse = payByVoucher("3.00");
        assertThat(purse.transactions()).hasSize(1);
        assertThat(purse.lot("v").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void freedMoneyIsALotOfItsOwn() {
        has(commerce("c", "5.00"));
        Purse purse = redeem("2.00");
        assertThat(posted(purse)).containsExactly("R#c/redeem REDEEM 2.00 EUR COMMERCE>OPEN");
        assertThat(purse.transactions().get(0).purchase()).contains(SOLD);
        assertThat(purse.lot("c").remaining()).isEqualTo(eur("3.00"));
        assertThat(purse.lot("c/open"))
                .returns(AccountKind.OPEN, Lot::account)
                .returns(eur("2.00"), Lot::remaining)
                .returns(START, Lot::awardedOn)
                .returns(NOON, Lot::validFrom)
                .returns(Optional.empty(), Lot::validTo);
        assertThat(purse.sale(SOLD).orElseThrow().payments())
                .containsExactly(new Payment(
                        EventKey.of("R"), "c", "", "R#c/redeem", List.of(share("milk", 1, "2.00")), Optional.empty()));
        assertThat(purse.sale(SOLD).orElseThrow().payable()).isEqualTo(eur("9.00"));
    }

    @Test
    void moreFreedMoneyFillsTheSameLot() {
        has(commerce("c", "5.00").spent(eur("1.00")), open("c/open", "1.00"));
        assertThat(redeem("2.00").lot("c/open").remaining()).isEqualTo(eur("3.00"));
        has(commerce("c", "5.00").spent(eur("1.00")));
        hasEmptied(open("c/open", "1.00").spent(eur("1.00")));
        Purse purse = redeem("2.00");
        assertThat(purse.lot("c/open").awarded()).isEqualTo(eur("3.00"));
        assertThat(purse.lot("c/open").remaining()).isEqualTo(eur("2.00"));
        assertThat(emptied(purse)).isEmpty();
        assertThat(purse.wallet().lots()).extracting(Lot::id).containsExactly("c", "c/open");
    }

    // Spent money comes back.

    @Test
    void aCancelledPaymentGoesBackToItsLotAndThePurchaseOwesAgain() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Purse spend = purse("S");
        new Paying(spend).pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("7.00")));
        done(spend);

        Purse purse = purse("X");
        Amount back = new GivingBack(purse, "wrong", ZERO)
                .cancelPayments(holder.past().sale(SOLD).orElseThrow(), EventKey.of("S"));
        assertThat(back).isEqualTo(eur("7.00"));
        assertThat(posted(purse))
                .containsExactly(
                        "X#c/reversal REVERSAL 5.00 EUR REIMBURSEMENT>OPEN undoes S#c/spend",
                        "X#c/reversal/2 REVERSAL 5.00 EUR OPEN>COMMERCE undoes S#c/redeem",
                        "X#o/reversal REVERSAL 2.00 EUR REIMBURSEMENT>OPEN undoes S#o/spend");
        assertThat(purse.transactions())
                .allSatisfy(each -> assertThat(each)
                        .returns("wrong", Transaction::reason)
                        .returns("", Transaction::user)
                        .returns(Optional.of(SOLD), Transaction::purchase));
        assertThat(purse.lot("c").remaining()).isEqualTo(eur("5.00"));
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("5.00"));
        assertThat(emptied(purse)).isEmpty();
        assertThat(purse.sale(SOLD).orElseThrow()).isEqualTo(sale);
    }

    @Test
    void aPaymentFromAnotherJournalComesBackWithoutNamingIt() {
        hasEmptied(open("o", "2.00").spent(eur("2.00")));
        Payment payment = new Payment(
                EventKey.of("S"), "o", "S#o/spend", "", List.of(share("milk", 1, "2.00")), Optional.empty());
        Purse purse = purse("X");
        new Awarding(purse).topUp(eur("1.00"));
        new GivingBack(purse, "", ZERO)
                .cancelPayments(sale(line("milk", 1, "7.00")).plus(List.of(payment)), EventKey.of("S"));
        assertThat(posted(purse)).contains("X#o/reversal REVERSAL 2.00 EUR REIMBURSEMENT>OPEN");
    }

    @Test
    void paymentsOfOtherEventsStay() {
        has(commerce("c", "5.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Purse spend = purse("S");
        new Paying(spend).pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("4.00")));
        done(spend);
        Purse purse = purse("X");
        assertThat(new GivingBack(purse, "", ZERO)
                        .cancelPayments(holder.past().sale(SOLD).orElseThrow(), EventKey.of("OTHER")))
                .isEqualTo(ZERO);
        assertThat(purse.transactions()).isEmpty();
        assertThat(purse.sale(SOLD)).isEqualTo(holder.past().sale(SOLD));
    }

    @Test
    void aCancelledRedemptionPutsTheMoneyUnderItsConditionsAgain() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Purse purse = purse("X");
        Amount back = new GivingBack(purse, "wrong", ZERO)
                .cancelPayments(holder.past().sale(SOLD).orElseThrow(), EventKey.of("R"));
        assertThat(back).isEqualTo(ZERO);
        assertThat(posted(purse)).containsExactly("X#c/reversal REVERSAL 2.00 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(purse.lot("c").remaining()).isEqualTo(eur("5.00"));
        assertThat(purse.lot("c/open").remaining()).isEqualTo(ZERO);
        assertThat(purse.lot("c/open").awarded()).isEqualTo(ZERO);
        assertThat(purse.sale(SOLD).orElseThrow().payments()).isEmpty();
    }

    @Test
    void freedMoneyThatWasSpentMeanwhileStaysSpent() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Purse taken = purse("G");
        new Correcting(taken, "", "").take(eur("4.50"), Optional.empty());
        done(taken);
        Purse purse = purse("X");
        new GivingBack(purse, "", ZERO).cancelPayments(holder.past().sale(SOLD).orElseThrow(), EventKey.of("R"));
        assertThat(posted(purse)).containsExactly("X#c/reversal REVERSAL 0.50 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(purse.lot("c").remaining()).isEqualTo(eur("0.50"));
    }

    @Test
    void piecesThatComeBackGiveBackTheirPartOfEachPayment() {
        has(commerce("c", "4.00"));
        Sale sale = sale(line("book", 1, "5.00"), line("milk", 2, "6.00"));
        Purse spend = purse("S");
        new Paying(spend).pay(sale, plan(spend, share("book", 1, "1.00"), share("milk", 2, "3.00")));
        done(spend);

        Purse purse = purse("B");
        Amount back = new GivingBack(purse, "broken", ZERO)
                .returnGoods(holder.past().sale(SOLD).orElseThrow(), Map.of("milk", Returned.ofPieces(1)));
        assertThat(back).isEqualTo(eur("1.50"));
        assertThat(posted(purse))
                .containsExactly(
                        "B#c/reversal REVERSAL 1.50 EUR REIMBURSEMENT>OPEN undoes S#c/spend",
                        "B#c/reversal/2 REVERSAL 1.50 EUR OPEN>COMMERCE undoes S#c/redeem");
        assertThat(purse.lot("c").remaining()).isEqualTo(eur("1.50"));
        Sale left = purse.sale(SOLD).orElseThrow();
        assertThat(left.line("milk").orElseThrow().kept()).isEqualTo(1);
        assertThat(left.line("milk").orElseThrow().payable()).isEqualTo(eur("1.50"));
        assertThat(left.payments().get(0).lines()).containsExactly(share("book", 1, "1.00"), share("milk", 1, "1.50"));
        done(purse);

        Purse rest = purse("B2");
        assertThat(new GivingBack(rest, "", ZERO)
                        .returnGoods(left, Map.of("milk", Returned.ofPieces(1), "book", Returned.ofPieces(1))))
                .isEqualTo(eur("2.50"));
        assertThat(rest.sale(SOLD).orElseThrow().payments()).isEmpty();
        assertThat(rest.lot("c").remaining()).isEqualTo(eur("4.00"));
    }

    @Test
    void piecesThatComeBackTakeBackWhatTheyFreed() {
        has(commerce("c", "5.00"));
        done(redeem("2.00"));
        Purse purse = purse("B");
        assertThat(new GivingBack(purse, "broken", ZERO)
                        .returnGoods(holder.past().sale(SOLD).orElseThrow(), Map.of("milk", Returned.ofPieces(1))))
                .isEqualTo(ZERO);
        assertThat(posted(purse)).containsExactly("B#c/reversal REVERSAL 2.00 EUR OPEN>COMMERCE undoes R#c/redeem");
        assertThat(purse.sale(SOLD).orElseThrow().payments()).isEmpty();
        assertThat(purse.sale(SOLD).orElseThrow().isEmpty()).isTrue();
    }

    // Awards are taken back.

    @Test
    void anAwardThatIsThereIsTakenBackOutOfItself() {
        has(commerce("c", "5.00"), commerce("d", "5.00"));
        wasAwarded("c");
        Purse purse = purse("X");
        Reclaim reclaim = new Reclaiming(purse, "why", "carol")
                .reclaim(purse.lot("c"), eur("2.00"), ClawbackPolicy.CLAWBACK_NEGATIVE);
        assertThat(reclaim).isEqualTo(reclaim("2.00", "2.00", "0.00", "0.00", "0.00"));
        assertThat(posted(purse)).containsExactly("X#c/reversal REVERSAL 2.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c");
        assertThat(purse.transactions().get(0))
                .returns("why", Transaction::reason)
                .returns("carol", Transaction::user)
                .returns(Optional.of(EventKey.of("E1")), Transaction::purchase);
        assertThat(purse.lot("c")).isEqualTo(commerce("c", "5.00").reversedHere(eur("2.00")));
        assertThat(purse.lot("d")).isEqualTo(commerce("d", "5.00"));
    }

    @Test
    void anAwardIsTakenBackInItsOrderOwnFreedExpiredOthersDebt() {
        Lot award = commerce("c", "9.00").spent(eur("5.00")).expired(eur("3.00"));
        has(award, open("c/open", "1.00"), commerce("d", "2.00"), late("late", "9.00"));
        wasAwarded("c");
        Purse purse = purse("X");
        Reclaim reclaim = new Reclaiming(purse).reclaim(award, eur("9.00"), ClawbackPolicy.CLAWBACK_NEGATIVE);
        assertThat(reclaim).isEqualTo(reclaim("9.00", "5.00", "2.00", "2.00", "0.00"));
        assertThat(posted(purse))
                .containsExactly(
                        "X#c/reversal REVERSAL 1.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c",
                        "X#c/open/reversal REVERSAL 1.00 EUR OPEN>AWARD_EXPENSE undoes E1#c",
                        "X#c/reversal/2 REVERSAL 3.00 EUR BREAKAGE>AWARD_EXPENSE undoes E1#c",
                        "X#d/clawback CLAWBACK 2.00 EUR COMMERCE>AWARD_EXPENSE undoes E1#c",
                        "X#c/clawback CLAWBACK 2.00 EUR CLAWBACK_RECEIVABLE>AWARD_EXPENSE undoes E1#c");
        assertThat(purse.wallet().debts()).containsOnly(Map.entry("EUR", eur("2.00")));
        assertThat(purse.lot("c"))
                .returns(ZERO, Lot::remaining)
                .returns(ZERO, Lot::expired)
                .returns(eur("9.00"), Lot::reversed)
                .returns(eur("5.00"), Lot::recovered)
                .returns(ZERO, Lot::standing);
        assertThat(purse.lot("c/open").remaining()).isEqualTo(ZERO);
        assertThat(purse.lot("d").remaining()).isEqualTo(ZERO);
        assertThat(purse.lot("late").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void freedMoneyIsTakenOnlyAsFarAsNeeded() {
        Lot award = commerce("c", "5.00").spent(eur("4.00"));
        has(award, open("c/open", "4.00"));
        wasAwarded("c");
        Purse purse = purse("X");
        assertThat(new Reclaiming(purse).reclaim(award, eur("3.00"), ClawbackPolicy.NONE))
                .isEqualTo(reclaim("3.00", "3.00", "0.00", "0.00", "0.00"));
        assertThat(purse.lot("c/open").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void whereOnlyWhatIsThereIsTakenTheRestIsLost() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        has(open("o", "2.00"));
        wasAwarded("c");
        Purse purse = purse("X");
        assertThat(new Reclaiming(purse).reclaim(award, eur("5.00"), ClawbackPolicy.CLAWBACK_AVAILABLE))
                .isEqualTo(reclaim("5.00", "0.00", "2.00", "0.00", "3.00"));
        assertThat(posted(purse))
                .containsExactly(
                        "X#o/clawback CLAWBACK 2.00 EUR OPEN>AWARD_EXPENSE undoes E1#c",
                        "X#c/clawback CLAWBACK 3.00 EUR CLAWBACK_LOSS>AWARD_EXPENSE undoes E1#c");
        assertThat(purse.wallet().debts()).isEmpty();
        assertThat(purse.lot("c").recovered()).isEqualTo(eur("5.00"));
    }

    @Test
    void withoutClawbackOtherMoneyIsLeftAlone() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        has(open("o", "2.00"));
        wasAwarded("c");
        Purse purse = purse("X");
        assertThat(new Reclaiming(purse).reclaim(award, eur("5.00"), ClawbackPolicy.NONE))
                .isEqualTo(reclaim("5.00", "0.00", "0.00", "0.00", "5.00"));
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void debtsOfSeveralAwardsAddUp() {
        Lot award = commerce("c", "5.00").spent(eur("5.00"));
        hasEmptied(award);
        Purse purse = purse("X");
        new Reclaiming(purse).reclaim(purse.lot("c"), eur("2.00"), ClawbackPolicy.CLAWBACK_NEGATIVE);
        new Reclaiming(purse).reclaim(purse.lot("c"), eur("1.00"), ClawbackPolicy.CLAWBACK_NEGATIVE);
        assertThat(purse.wallet().debts()).containsOnly(Map.entry("EUR", eur("3.00")));
    }

    @Test
    void anAwardFromAnotherJournalIsTakenBackWithoutNamingIt() {
        has(commerce("c", "5.00"));
        Purse purse = purse("X");
        new Reclaiming(purse).reclaim(purse.lot("c"), eur("2.00"), ClawbackPolicy.NONE);
        assertThat(purse.transactions().get(0).reverses()).isEmpty();
    }

    @Test
    void theMerchantGetsItsPartBackInProportionAndAllOfTheLast() {
        has(contributed("E1#A", "3.00", "1.00"));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new Reclaiming(purse, "why", "carol").reclaim(purse.lot("E1#A"), eur("1.00"), ClawbackPolicy.NONE);
        assertThat(posted(purse))
                .contains("X#E1#A/reversal/2 REVERSAL 0.33 EUR AWARD_EXPENSE>CONTRIBUTION undoes E1#A/contribution");
        assertThat(purse.transactions().get(1).reason()).isEqualTo("why");
        assertThat(purse.lot("E1#A").provenance().contribution()).isEqualTo(eur("0.67"));
        new Reclaiming(purse).reclaim(purse.lot("E1#A"), eur("2.00"), ClawbackPolicy.NONE);
        assertThat(purse.lot("E1#A").provenance().contribution()).isEqualTo(ZERO);
        assertThat(posted(purse))
                .contains("X#E1#A/reversal/4 REVERSAL 0.67 EUR AWARD_EXPENSE>CONTRIBUTION undoes E1#A/contribution");
    }

    @Test
    void whatWasPaidComesBackFromWhoWasPaidAlsoWhereTheJournalIsAnother() {
        hasEmptied(open("o", "2.00").spent(eur("2.00")));
        AccountName other = AccountName.of(Party.merchant("U2"), AccountKind.REIMBURSEMENT);
        Payment payment = new Payment(
                EventKey.of("S"), "o", "S#o/spend", "", List.of(share("milk", 1, "2.00")), Optional.of(other));
        Purse purse = purse("X");
        new GivingBack(purse, "", ZERO)
                .cancelPayments(sale(line("milk", 1, "7.00")).plus(List.of(payment)), EventKey.of("S"));
        assertThat(purse.transactions()).extracting(Transaction::from).containsExactly(other);
    }

    @Test
    void whatTheOwnerRefundsIsPaidOutAndComesBackFromThere() {
        has(open("o", "2.00"));
        Purse spend = purse("S");
        Sale sale = sale(line("milk", 1, "7.00"));
        new Paying(spend, AccountKind.PAID_OUT).pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("2.00")));
        assertThat(posted(spend)).containsExactly("S#o/spend SPEND 2.00 EUR OPEN>PAID_OUT");
        Sale paid = spend.sale(SOLD).orElseThrow();
        done(spend);
        Purse purse = purse("X");
        new GivingBack(purse, "", ZERO).returnGoods(paid, Map.of("milk", Returned.ofPieces(1)));
        assertThat(posted(purse)).contains("X#o/reversal REVERSAL 2.00 EUR PAID_OUT>OPEN undoes S#o/spend");
    }

    @Test
    void aContributionToWhatExpiresComesBackWhereThatIsAgreed() {
        has(expiring("10.00", "6.00", ExpiryPolicy.REFUND_CONTRIBUTION).spent(eur("6.40")));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new PayingOut(purse).expire(END);
        assertThat(posted(purse))
                .containsExactly(
                        "X#E1#A/award_expiration AWARD_EXPIRATION 3.60 EUR COMMERCE>BREAKAGE",
                        "X#E1#A/reversal REVERSAL 2.16 EUR BREAKAGE>CONTRIBUTION");
        assertThat(purse.lot("E1#A").provenance().contribution()).isEqualTo(eur("6.00"));
    }

    @Test
    void aContributionToWhatExpiresStaysGivenUnlessAgreed() {
        has(expiring("10.00", "6.00", ExpiryPolicy.KEEP_CONTRIBUTION).spent(eur("6.40")));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new PayingOut(purse).expire(END);
        assertThat(posted(purse))
                .containsExactly("X#E1#A/award_expiration AWARD_EXPIRATION 3.60 EUR COMMERCE>BREAKAGE");
    }

    /** Whatever comes back after it expired, in the end the merchant gave to what stands and is used. */
    @ParameterizedTest
    @CsvSource({"10.00, 1.00", "10.00, 3.33", "3.60, 0.07", "10.00, 10.00"})
    void whatComesBackAfterItExpiredBringsTheContributionBackOnce(String returned, String step) {
        has(expiring("10.00", "6.00", ExpiryPolicy.REFUND_CONTRIBUTION).spent(eur("6.40")));
        List<Transaction> journal = new ArrayList<>(wasAwarded("E1#A"));
        Purse expiry = purse("X");
        new PayingOut(expiry).expire(END);
        journal.addAll(expiry.transactions());
        done(expiry);
        Amount left = eur(returned);
        for (int i = 0; left.isPositive(); i++) {
            Purse purse = purse("R" + i);
            Amount back = eur(step).min(left);
            new Reclaiming(purse).reclaim(purse.lot("E1#A"), back, ClawbackPolicy.CLAWBACK_NEGATIVE);
            journal.addAll(purse.transactions());
            done(purse);
            left = left.minus(back);
        }
        Balances balances = Balances.of(journal.stream());
        Lot lot = holder.lot("E1#A");
        Amount expired = lot.expired();
        Amount given = lot.provenance().contribution();
        Amount refunded = LineShare.part(given, expired.units(), lot.standing().units());
        assertThat(ZERO.minus(balances.of(AccountKind.CONTRIBUTION, ZERO.denomination())))
                .isEqualTo(given.minus(refunded));
        assertThat(balances.of(AccountKind.BREAKAGE, ZERO.denomination())).isEqualTo(expired.minus(refunded));
        assertThat(Journal.of("ANNA", journal).problems()).isEmpty();
    }

    private static Lot expiring(String amount, String contribution, ExpiryPolicy policy) {
        Share share = new Share(Party.merchant("U1"), eur(contribution)).with(policy);
        return Lot.of(
                "E1#A",
                AccountKind.COMMERCE,
                eur(amount),
                new LotDates(START, START, Optional.of(END)),
                Lots.awarded(eur(amount)).given(List.of(share)));
    }

    @Test
    void whatIsLostIsBorneInTheSharesOfTheAward() {
        hasEmptied(contributed("E1#A", "10.00", "6.00").spent(eur("10.00")));
        has(open("o", "6.00"));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new Reclaiming(purse).reclaim(purse.lot("E1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_AVAILABLE);
        assertThat(posted(purse))
                .containsExactly(
                        "X#o/clawback CLAWBACK 6.00 EUR OPEN>AWARD_EXPENSE undoes E1#A",
                        "X#E1#A/clawback CLAWBACK 4.00 EUR CLAWBACK_LOSS>AWARD_EXPENSE undoes E1#A",
                        "X#E1#A/reversal REVERSAL 6.00 EUR AWARD_EXPENSE>CONTRIBUTION undoes E1#A/contribution",
                        "X#E1#A/clawback/2 CLAWBACK 2.40 EUR CONTRIBUTION>CLAWBACK_LOSS");
        assertThat(losses(purse)).isEqualTo("3.60 EUR back to the merchant, -1.60 EUR lost by the owner");
    }

    /** All that was given comes back or is borne, however small the steps. */
    @ParameterizedTest
    @CsvSource({"10.00, 6.00, 0.01", "10.00, 6.00, 3.33", "10.00, 3.33, 0.07", "0.05, 0.03, 0.01", "9.99, 9.99, 1.00"})
    void partsOfWhatIsLostSumToTheWholeInAnyNumberOfSteps(String award, String contribution, String step) {
        hasEmptied(contributed("E1#A", award, contribution).spent(eur(award)));
        has(open("o", "0.02"));
        List<Transaction> journal = new ArrayList<>(wasAwarded("E1#A"));
        for (int i = 0; holder.lot("E1#A").standing().isPositive(); i++) {
            Purse purse = purse(holder, "X" + i, "U3");
            Lot lot = purse.lot("E1#A");
            new Reclaiming(purse).reclaim(lot, eur(step).min(lot.standing()), ClawbackPolicy.CLAWBACK_AVAILABLE);
            journal.addAll(purse.transactions());
            done(purse);
        }
        Balances balances = Balances.of(journal.stream());
        Amount merchant =
                balances.of(AccountName.of(Party.merchant("U1"), AccountKind.CONTRIBUTION), ZERO.denomination());
        Amount owner = balances.of(AccountKind.CLAWBACK_LOSS, ZERO.denomination());
        assertThat(balances.of(AccountKind.AWARD_EXPENSE, ZERO.denomination())).isEqualTo(ZERO);
        assertThat(ZERO.minus(merchant).minus(owner)).isEqualTo(eur(award).minus(eur("0.02")));
        assertThat(ZERO.minus(merchant)).isBetween(ZERO, eur(contribution));
        assertThat(Journal.of("ANNA", journal).problems()).isEmpty();
    }

    private static String losses(Purse purse) {
        Balances balances = Balances.of(purse.transactions().stream());
        return balances.of(AccountKind.CONTRIBUTION, ZERO.denomination()) + " back to the merchant, "
                + balances.of(AccountKind.CLAWBACK_LOSS, ZERO.denomination()) + " lost by the owner";
    }

    @Test
    void aDebtIsTheOwnersAndTheMerchantGetsAllBack() {
        hasEmptied(contributed("E1#A", "10.00", "6.00").spent(eur("10.00")));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new Reclaiming(purse).reclaim(purse.lot("E1#A"), eur("10.00"), ClawbackPolicy.CLAWBACK_NEGATIVE);
        assertThat(losses(purse)).isEqualTo("6.00 EUR back to the merchant, 0.00 EUR lost by the owner");
    }

    @Test
    void partsOfSeveralMerchantsAreNeverMoreThanWhatIsLost() {
        Share first = new Share(Party.merchant("U1"), eur("0.01"));
        Share second = new Share(Party.merchant("U2"), eur("0.01"));
        hasEmptied(commerce("E1#A", "0.02")
                .with(Lots.awarded(eur("0.02")).given(List.of(second, first)))
                .spent(eur("0.02")));
        has(open("o", "0.01"));
        wasAwarded("E1#A");
        Purse purse = purse("X");
        new Reclaiming(purse).reclaim(purse.lot("E1#A"), eur("0.02"), ClawbackPolicy.CLAWBACK_AVAILABLE);
        assertThat(losses(purse)).isEqualTo("0.01 EUR back to the merchant, 0.00 EUR lost by the owner");
    }

    @Test
    void everyMerchantThatGaveGetsItsOwnPartBack() {
        Share first = new Share(Party.merchant("U1"), eur("1.00"));
        Share second = new Share(Party.merchant("U2"), eur("0.55"));
        has(commerce("E1#A", "3.00").with(Lots.awarded(eur("3.00")).given(List.of(second, first))));
        List<Transaction> journal = new ArrayList<>(wasAwarded("E1#A"));
        for (String amount : List.of("0.01", "1.00", "0.50", "0.07", "1.42")) {
            Purse purse = purse(holder, "X" + amount, "U3");
            new Reclaiming(purse).reclaim(purse.lot("E1#A"), eur(amount), ClawbackPolicy.NONE);
            journal.addAll(purse.transactions());
            done(purse);
        }
        Balances balances = Balances.of(journal.stream());
        assertThat(journal.stream()
                        .filter(each -> each.kind() == TransactionKind.CONTRIBUTION)
                        .map(each -> each.id() + " " + each.from() + " " + each.amount()))
                .containsExactly(
                        "E1#A/contribution CONTRIBUTION of U1 1.00 EUR",
                        "E1#A/contribution/2 CONTRIBUTION of U2 0.55 EUR");
        assertThat(balances.merchants()).isEmpty();
        assertThat(balances.of(AccountKind.AWARD_EXPENSE, ZERO.denomination())).isEqualTo(ZERO);
        assertThat(Journal.of("ANNA", journal)
                        .transaction("E1#A/contribution/2")
                        .map(Journal.of("ANNA", journal)::standing))
                .contains(ZERO);
        assertThat(Journal.of("ANNA", journal).problems()).isEmpty();
    }

    @Test
    void whatAMerchantGotIsTakenFromThatMerchantWhereverGoodsComeBack() {
        has(open("o", "5.00"));
        Sale sale = sale(line("milk", 1, "2.00"));
        Purse spend = purse("S");
        new Paying(spend).pay(sale, SpendPlan.of(spend.inOrder(), sale.lines(), eur("2.00")));
        done(spend);

        Purse purse = purse(holder, "X", "U2");
        new GivingBack(purse, "wrong", ZERO)
                .cancelPayments(holder.past().sale(SOLD).orElseThrow(), EventKey.of("S"));
        assertThat(purse.transactions())
                .extracting(Transaction::from)
                .containsExactly(AccountName.of(Party.merchant("U1"), AccountKind.REIMBURSEMENT));
    }

    @Test
    void debtsArePaidInOrderWithMoneyThatHasNotExpired() {
        has(open("o", "5.00"), commerce("c", "2.00"), late("late", "9.00"));
        owes("3.00");
        Purse purse = purse("D");
        new Reclaiming(purse).settleDebts();
        assertThat(posted(purse))
                .containsExactly(
                        "D#c/debt_settlement DEBT_SETTLEMENT 2.00 EUR COMMERCE>CLAWBACK_RECEIVABLE",
                        "D#o/debt_settlement DEBT_SETTLEMENT 1.00 EUR OPEN>CLAWBACK_RECEIVABLE");
        assertThat(purse.wallet().debts()).isEmpty();
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("4.00"));
    }

    @Test
    void whatNoMoneyIsThereForStaysOwed() {
        has(commerce("c", "2.00"));
        owes("3.00");
        Purse purse = purse("D");
        new Reclaiming(purse).settleDebts();
        assertThat(purse.wallet().debts()).containsOnly(Map.entry("EUR", eur("1.00")));
        has(commerce("c", "3.00"));
        purse = purse("D");
        new Reclaiming(purse).settleDebts();
        assertThat(purse.wallet().debts()).isEmpty();
    }

    // Money is reserved.

    @Test
    void reservedMoneyLeavesItsLotUntilItIsReleased() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(hold("7.00"));
        assertThat(holder.account().wallet().lots()).extracting(Lot::remaining).containsExactly(eur("3.00"));
        assertThat(holder.account().wallet().holds().get(EventKey.of("H")))
                .isEqualTo(new Hold(
                        EventKey.of("H"),
                        END,
                        List.of(
                                new LotPart("c", eur("5.00"), "H#c/hold", ""),
                                new LotPart("o", eur("2.00"), "H#o/hold", ""))));

        Purse purse = purse("L");
        new Reserving(purse).release(purse.hold(EventKey.of("H")).orElseThrow());
        assertThat(posted(purse))
                .containsExactly(
                        "L#c/release RELEASE 5.00 EUR HELD>COMMERCE undoes H#c/hold",
                        "L#o/release RELEASE 2.00 EUR HELD>OPEN undoes H#o/hold");
        assertThat(purse.wallet().holds()).isEmpty();
        assertThat(purse.hold(EventKey.of("H"))).isEmpty();
        assertThat(purse.lot("c")).isEqualTo(commerce("c", "5.00"));
        assertThat(purse.lot("o")).isEqualTo(open("o", "5.00"));
    }

    @Test
    void holdingPostsFromTheAccountOfTheLot() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        assertThat(posted(hold("7.00")))
                .containsExactly("H#c/hold HOLD 5.00 EUR COMMERCE>HELD", "H#o/hold HOLD 2.00 EUR OPEN>HELD");
    }

    @Test
    void nothingIsReservedWhereThereIsNothing() {
        Purse purse = hold("7.00");
        assertThat(purse.wallet().holds()).isEmpty();
        assertThat(purse.transactions()).isEmpty();
    }

    @Test
    void aHoldLapsesAtItsEndAndNotBefore() {
        has(commerce("c", "5.00"));
        done(hold("5.00"));
        Purse early = purse("L");
        new Reserving(early).releaseLapsed(END.minusNanos(1));
        assertThat(early.transactions()).isEmpty();
        Purse purse = purse("L");
        new Reserving(purse).releaseLapsed(END);
        assertThat(purse.transactions()).hasSize(1);
        assertThat(purse.wallet().holds()).isEmpty();
    }

    @Test
    void whatAHoldDoesNotPayGoesBack() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(hold("10.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Purse purse = purse("S");
        Hold hold = purse.hold(EventKey.of("H")).orElseThrow();
        List<Lot> reserved = hold.parts().stream()
                .map(part -> purse.lot(part.lot()).holding(part.amount()))
                .toList();
        new Paying(purse).payHeld(sale, hold, SpendPlan.of(reserved, sale.lines(), eur("7.00")));
        assertThat(posted(purse))
                .containsExactly(
                        "S#c/spend SPEND 5.00 EUR HELD>REIMBURSEMENT",
                        "S#o/spend SPEND 2.00 EUR HELD>REIMBURSEMENT",
                        "S#o/release RELEASE 3.00 EUR HELD>OPEN undoes H#o/hold");
        assertThat(purse.sale(SOLD).orElseThrow().payable()).isEqualTo(ZERO);
        assertThat(purse.sale(SOLD).orElseThrow().payments())
                .extracting(Payment::spend, Payment::redeem)
                .containsExactly(tuple("S#c/spend", ""), tuple("S#o/spend", ""));
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("3.00"));
        assertThat(purse.wallet().holds()).isEmpty();
    }

    // Money leaves.

    @Test
    void moneyOnItsWayOutIsClearedWhenItHasArrived() {
        has(commerce("c", "5.00"), open("o", "5.00"));
        done(payOut("7.00"));
        assertThat(holder.account().wallet().payouts().get(EventKey.of("P")))
                .isEqualTo(new Payout(
                        EventKey.of("P"),
                        "IBAN",
                        List.of(
                                new LotPart("c", eur("5.00"), "P#c/payout", "P#c/redeem"),
                                new LotPart("o", eur("2.00"), "P#o/payout", ""))));
        Purse purse = purse("A");
        new PayingOut(purse).arrived(purse.payout(EventKey.of("P")).orElseThrow());
        assertThat(posted(purse))
                .containsExactly(
                        "A#c/payout_confirmation PAYOUT_CONFIRMATION 5.00 EUR PAYOUT_CLEARING>PAID_OUT",
                        "A#o/payout_confirmation PAYOUT_CONFIRMATION 2.00 EUR PAYOUT_CLEARING>PAID_OUT");
        assertThat(purse.payout(EventKey.of("P"))).isEmpty();
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("3.00"));
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
        Purse purse = purse("A");
        new PayingOut(purse).failed(purse.payout(EventKey.of("P")).orElseThrow(), "closed");
        assertThat(posted(purse))
                .containsExactly(
                        "A#c/reversal REVERSAL 5.00 EUR PAYOUT_CLEARING>OPEN undoes P#c/payout",
                        "A#c/reversal/2 REVERSAL 5.00 EUR OPEN>COMMERCE undoes P#c/redeem",
                        "A#o/reversal REVERSAL 2.00 EUR PAYOUT_CLEARING>OPEN undoes P#o/payout");
        assertThat(purse.transactions()).extracting(Transaction::reason).containsOnly("closed");
        assertThat(purse.payout(EventKey.of("P"))).isEmpty();
        assertThat(purse.lot("c")).isEqualTo(commerce("c", "5.00"));
        assertThat(purse.lot("o")).isEqualTo(open("o", "5.00"));
    }

    @Test
    void moneyForAnotherParticipantLeavesInPiecesOfItsLots() {
        has(on("c", "5.00", "milk"), open("o", "5.00"), notYet("later", "9.00"));
        Purse purse = purse("G");
        List<Lot> sent = new HandingOver(purse).send(eur("7.00"), "birthday");
        assertThat(posted(purse))
                .containsExactly(
                        "G#c/transfer_out TRANSFER_OUT 5.00 EUR COMMERCE>TRANSFER_CLEARING",
                        "G#o/transfer_out TRANSFER_OUT 2.00 EUR OPEN>TRANSFER_CLEARING");
        assertThat(purse.transactions()).extracting(Transaction::reason).containsOnly("birthday");
        assertThat(sent)
                .containsExactly(
                        on("c", "5.00", "milk").piece("G#c", eur("5.00")),
                        open("o", "5.00").piece("G#o", eur("2.00")));
        assertThat(purse.lot("o").remaining()).isEqualTo(eur("3.00"));
        assertThat(purse.lot("later").remaining()).isEqualTo(eur("9.00"));
    }

    @Test
    void moneyThatArrivesIsPutInAsItIs() {
        Purse purse = purse("R");
        new HandingOver(purse)
                .receiveAll(
                        Wallet.of(List.of(commerce("G#c", "5.00"))),
                        new Inheritance(
                                List.of(open("G#o", "1.00").spent(eur("1.00"))), List.of(), Set.of(), List.of()));
        assertThat(posted(purse)).containsExactly("R#G#c/transfer_in TRANSFER_IN 5.00 EUR TRANSFER_CLEARING>COMMERCE");
        assertThat(purse.lot("G#c")).isEqualTo(commerce("G#c", "5.00"));
        assertThat(purse.lot("G#o").remaining()).isEqualTo(ZERO);
    }

    @Test
    void aDuplicateSendsEverythingItHas() {
        has(commerce("c", "5.00"), open("o", "2.00"));
        done(hold("3.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        owes("4.00");
        Wallet wallet = holder.account().wallet();
        holder.set(holder.account()
                .with(new Wallet(wallet.lots(), wallet.holds(), Map.of(), wallet.debts(), Set.of("OLD"))));
        holder.past()
                .add(new PastChanges(
                        List.of(),
                        List.of(open("e", "1.00").spent(eur("1.00"))),
                        List.of(sale),
                        Set.of(EventKey.of("GONE")),
                        Map.of(),
                        Map.of(),
                        List.of()));
        Purse purse = purse("M");
        Wallet leaving = new HandingOver(purse).sendAll();
        assertThat(posted(purse))
                .containsExactly(
                        "M#c/release RELEASE 3.00 EUR HELD>COMMERCE undoes H#c/hold",
                        "M#c/transfer_out TRANSFER_OUT 5.00 EUR COMMERCE>TRANSFER_CLEARING",
                        "M#o/transfer_out TRANSFER_OUT 2.00 EUR OPEN>TRANSFER_CLEARING",
                        "M#EUR/transfer_out TRANSFER_OUT 4.00 EUR TRANSFER_CLEARING>CLAWBACK_RECEIVABLE");
        assertThat(leaving.lots()).containsExactlyInAnyOrder(commerce("c", "5.00"), open("o", "2.00"));
        assertThat(holder.past().inheritance())
                .isEqualTo(new Inheritance(
                        List.of(open("e", "1.00").spent(eur("1.00"))),
                        List.of(sale),
                        Set.of(EventKey.of("GONE")),
                        List.of()));
        assertThat(leaving.debts()).containsOnly(Map.entry("EUR", eur("4.00")));
        assertThat(leaving.duplicates()).containsExactlyInAnyOrder("OLD", "ANNA");
        assertThat(leaving.holds()).isEmpty();
        assertThat(purse.wallet().lots()).isEmpty();
        assertThat(purse.wallet().debts()).isEmpty();
    }

    @Test
    void whoeverStaysTakesOverEverything() {
        has(commerce("own", "1.00"));
        owes("1.00");
        Lot empty = open("e", "1.00").spent(eur("1.00"));
        Sale sale = sale(line("milk", 1, "7.00"));
        Purse purse = purse("M");
        new HandingOver(purse)
                .receiveAll(
                        new Wallet(
                                List.of(commerce("c", "5.00")),
                                Map.of(),
                                Map.of(),
                                Map.of("EUR", eur("4.00")),
                                Set.of("BEN")),
                        new Inheritance(
                                List.of(empty, commerce("own", "9.00").spent(eur("9.00"))),
                                List.of(sale),
                                Set.of(EventKey.of("GONE")),
                                List.of()));
        assertThat(posted(purse))
                .containsExactly(
                        "M#c/transfer_in TRANSFER_IN 5.00 EUR TRANSFER_CLEARING>COMMERCE",
                        "M#EUR/transfer_in TRANSFER_IN 4.00 EUR CLAWBACK_RECEIVABLE>TRANSFER_CLEARING");
        assertThat(purse.wallet())
                .isEqualTo(new Wallet(
                        List.of(commerce("own", "1.00"), commerce("c", "5.00")),
                        Map.of(),
                        Map.of(),
                        Map.of("EUR", eur("5.00")),
                        Set.of("BEN")));
        assertThat(emptied(purse)).containsExactly(empty);
        assertThat(purse.changes().sales()).containsExactly(sale);
        assertThat(purse.changes().cancelled()).containsExactly(EventKey.of("GONE"));
    }

    @Test
    void lateMoneyExpiresAtItsEndAndNotBefore() {
        has(commerce("c", "5.00").spent(eur("1.00")), open("o", "5.00"));
        Purse early = purse("X");
        assertThat(new PayingOut(early).expire(END.minusNanos(1))).isEmpty();
        assertThat(early.transactions()).isEmpty();
        Purse purse = purse("X");
        assertThat(new PayingOut(purse).expire(END))
                .containsExactly(commerce("c", "5.00").spent(eur("1.00")));
        assertThat(posted(purse)).containsExactly("X#c/award_expiration AWARD_EXPIRATION 4.00 EUR COMMERCE>BREAKAGE");
        assertThat(purse.lot("c").expired()).isEqualTo(eur("4.00"));
        assertThat(new PayingOut(purse).expire(END)).isEmpty();
    }

    // What there is.

    @Test
    void moneyIsUsableUntilItExpiresAndSpendableOnceItIsValid() {
        Lot pending = Lots.lot("p", AccountKind.PENDING, "1.00", Optional.empty());
        has(
                commerce("c", "1.00"),
                open("o", "1.00"),
                notYet("later", "1.00"),
                late("late", "1.00"),
                voucher("v", "1.00", true),
                pending);
        Purse purse = purse("X");
        assertThat(purse.usable(NOON)).extracting(Lot::id).containsExactly("c", "later", "o");
        assertThat(purse.spendable(NOON)).extracting(Lot::id).containsExactly("c", "o");
        assertThat(purse.inOrder()).hasSize(6);
        assertThat(Purse.sum(purse.usable(NOON), ZERO)).isEqualTo(eur("3.00"));
        assertThat(Purse.sum(purse.usable(NOON), Amount.parse("0 PTS"))).isEqualTo(Amount.parse("0 PTS"));
    }

    @Test
    void moneyOfAnotherDenominationIsNeverTaken() {
        Amount points = Amount.parse("9 PTS");
        Lot lot = Lot.of("a", AccountKind.OPEN, points, LotDates.from(START), Lots.awarded(points))
                .with(open("o", "1.00").conditions(), SpendMethod.SPEND_ON_REQUEST, Optional.empty());
        has(lot, open("b", "5.00"));
        Purse purse = purse("G");
        new Correcting(purse, "", "").take(eur("5.00"), Optional.empty());
        assertThat(posted(purse)).containsExactly("G#b/adjustment ADJUSTMENT 5.00 EUR OPEN>ADJUSTMENTS");
    }

    @Test
    void aLotThatComesInNeverTakesThePlaceOfAnother() {
        String message = " is in the wallet already and must not be overwritten.";
        has(commerce("E1#A", "5.00"));
        assertThatThrownBy(() -> new Awarding(purse("E1")).award(commerce("E1#A", "1.00"), AwardSubject.NOTHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (E1#A) of event (E1)" + message);
        assertThatThrownBy(() -> new HandingOver(purse("R")).receive(List.of(commerce("E1#A", "1.00"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (E1#A) of event (R)" + message);
        hasEmptied(open("T#money", "1.00").spent(eur("1.00")));
        assertThatThrownBy(() -> new Awarding(purse("T")).topUp(eur("1.00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (T#money) of event (T)" + message);
        assertThatThrownBy(() -> new Awarding(purse("T")).give(eur("1.00"), "goodwill", "ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (T#money) of event (T)" + message);
    }

    @Test
    void aLotThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> purse("X").lot("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The lot (none) is not in the wallet.");
    }

    @Test
    void whatNeverHappenedIsNoted() {
        Purse purse = purse("X");
        purse.cancel(EventKey.of("S"));
        assertThat(purse.changes().cancelled()).containsExactly(EventKey.of("S"));
    }

    @Test
    void anotherProvenanceIsKept() {
        has(commerce("c", "5.00"));
        Purse purse = purse("X");
        new Reclaiming(purse).describe("c", Provenance.of(EventKey.of("E9"), eur("1.00")));
        assertThat(purse.lot("c").provenance().event()).isEqualTo(EventKey.of("E9"));
        assertThat(purse.transactions()).isEmpty();
    }

    @Test
    void idsThatTheEventHasUsedAreNotUsedAgain() {
        has(open("o", "5.00"));
        Purse first = purse("G");
        new Correcting(first, "", "").take(eur("1.00"), Optional.empty());
        done(first);
        holder.set(holder.account().with(new OpenEvent(EventKey.of("G"), NOON, Set.of())));
        Purse again = purse("G");
        new Correcting(again, "", "").take(eur("1.00"), Optional.empty());
        new Correcting(again, "", "").take(eur("1.00"), Optional.empty());
        assertThat(again.transactions())
                .extracting(Transaction::id)
                .containsExactly("G#o/adjustment/2", "G#o/adjustment/3");
        Purse other = purse("G2");
        new Correcting(other, "", "").take(eur("1.00"), Optional.empty());
        assertThat(other.transactions()).extracting(Transaction::id).containsExactly("G2#o/adjustment");
    }

    private Purse purse(String event) {
        return purse(holder, event);
    }

    private static Purse purse(Holder of, String event) {
        return purse(of, event, "U1");
    }

    private static Purse purse(Holder of, String event, String unit) {
        return of.purse(
                new WalletToppedUp(EventHeader.of(event, "ANNA", unit, NOON), eur("1.00")),
                RECORDED,
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
    }

    private void done(Purse purse) {
        holder.add(purse);
    }

    private void has(Lot... lots) {
        holder.has(lots);
    }

    private void hasEmptied(Lot lot) {
        holder.hasEmptied(lot);
    }

    private void owes(String amount) {
        holder.owes(eur(amount));
    }

    /** Leaves the award of the lot in the past. */
    private List<Transaction> wasAwarded(String id) {
        Purse purse = purse(new Holder(holder.account().participant()), "E1");
        new Awarding(purse).award(holder.lot(id), AwardSubject.NOTHING);
        holder.past().add(PastChanges.of(purse.transactions(), List.of()));
        return purse.transactions();
    }

    /** The lots without money once the event of this purse is over. */
    private List<Lot> emptied(Purse purse) {
        return MemoryPast.on(holder.past(), purse.changes()).inheritance().lots();
    }

    private Purse payByVoucher(String total) {
        Sale sale = sale(line("milk", 1, total));
        Purse purse = purse("S");
        new Paying(purse).payByVoucher(sale, SpendPlan.of(List.of(purse.lot("v")), sale.lines(), eur(total)));
        return purse;
    }

    private Purse redeem(String amount) {
        Sale sale = sale(line("milk", 1, "9.00"));
        Purse purse = purse("R");
        new Paying(purse).redeem(sale, SpendPlan.of(List.of(purse.lot("c")), sale.lines(), eur(amount)));
        return purse;
    }

    private Purse hold(String amount) {
        Purse purse = purse("H");
        new Reserving(purse).place(SpendPlan.of(purse.inOrder(), List.of(line("milk", 1, "99.00")), eur(amount)), END);
        return purse;
    }

    private Purse payOut(String amount) {
        Purse purse = purse("P");
        new PayingOut(purse).payOut(purse.inOrder(), eur(amount), "IBAN");
        return purse;
    }

    private static SpendPlan plan(Purse purse, LineShare... shares) {
        Amount amount = LineShare.sum(List.of(shares), ZERO);
        return new SpendPlan(
                amount, List.of(new SpendPlan.Part(purse.inOrder().get(0), amount, List.of(shares))), List.of());
    }

    private static Reclaim reclaim(String amount, String own, String others, String debt, String lost) {
        return new Reclaim("c", "A", eur(amount), eur(own), eur(others), eur(debt), eur(lost));
    }

    private static Lot contributed(String id, String amount, String contribution) {
        return commerce(id, amount)
                .with(Lots.awarded(eur(amount)).given(List.of(new Share(Party.merchant("U1"), eur(contribution)))));
    }

    /** Money that had expired the day before. */
    private static Lot late(String id, String amount) {
        return Lots.lot(id, AccountKind.COMMERCE, amount, Optional.of(NOON.minusSeconds(86_400)));
    }

    /** Money that can be spent from the next instant on. */
    private static Lot notYet(String id, String amount) {
        return Lots.lot(id, AccountKind.PENDING, amount, Optional.of(END)).confirmed(NOON.plusNanos(1));
    }

    private static Lot voucher(String id, String amount, boolean partial) {
        return Lots.lot(id, AccountKind.VOUCHERS, amount, Optional.of(END))
                .with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, Optional.of(new Voucher("hash of " + id, partial)));
    }

    private static List<String> posted(Purse purse) {
        return purse.transactions().stream()
                .map(each -> each.id() + " " + each.kind() + " " + each.amount() + " "
                        + each.from().kind() + ">" + each.to().kind()
                        + (each.reverses().isEmpty() ? "" : " undoes " + each.reverses()))
                .toList();
    }
}
