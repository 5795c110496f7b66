package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Holder;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.decision.SpendResult;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.event.Achievement;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyExpired;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletSpending;
import io.rewards.event.WalletToppedUp;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.offer.OfferKinds;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.time.WeeklyTimes;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What events do to a wallet besides awarding anything, and what they do to it before and after they award. */
class WalletOperationsTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final WalletRules WALLETS =
            new WalletRules(LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY), lot -> lot);

    private final Catalogue catalogue =
            Catalogue.of(Programmes.with(Programmes.any(1, "A").build()));
    private final Map<EventKey, CustomerEvent> events = new HashMap<>();
    private final Purchase bought = Purchase.of(header("P"), PurchaseLine.of("1", "MILK", 1, eur("4.00")));

    private final Holder holder = new Holder(Participant.registered("ANNA", NOON, "U1", Profile.EMPTY));

    @Test
    void anEventThatOnlyAwardsMovesNothing() {
        assertThat(moved(new SocialMediaLike(header("E"), ""))).isEmpty();
        assertThat(moved(new Achievement(header("E"), "SWIM"))).isEmpty();
    }

    @Test
    void whatIsOwedIsPaidByWhatComesIn() {
        owes("2.00");
        Effect topUp = move(new WalletToppedUp(header("T"), eur("3.00")));
        assertThat(topUp.transactions())
                .extracting(Transaction::kind, Transaction::amount)
                .containsExactly(
                        tuple(TransactionKind.TOP_UP, eur("3.00")),
                        tuple(TransactionKind.DEBT_SETTLEMENT, eur("2.00")));
        assertThat(topUp.account().wallet().debts()).isEmpty();
    }

    @Test
    void adjustmentsGiveAndTake() {
        holder.add(move(new BalanceAdjusted(header("G"), eur("3.00"), "sorry", "carol")));
        assertThat(lot("G#money").remaining()).isEqualTo(eur("3.00"));
        Effect taken = move(new BalanceAdjusted(header("G2"), eur("-1.00"), "mistake", "carol"));
        assertThat(taken.account().wallet().lot("G#money").orElseThrow().remaining())
                .isEqualTo(eur("2.00"));
        assertThat(taken.transactions().get(0))
                .returns("mistake", Transaction::reason)
                .returns("carol", Transaction::user);
    }

    @Test
    void onlyThePendingMoneyOfTheEventIsConfirmed() {
        has(
                lot("E1#A", AccountKind.PENDING, "1.00"),
                lot("E1#B", AccountKind.VOUCHERS, "1.00"),
                lot("E2#A", AccountKind.PENDING, "1.00"));
        holder.add(move(new AwardsConfirmed(header("C"), EventKey.of("E1"))));
        assertThat(lot("E1#A").account()).isEqualTo(AccountKind.COMMERCE);
        assertThat(lot("E1#B").account()).isEqualTo(AccountKind.VOUCHERS);
        assertThat(lot("E2#A").account()).isEqualTo(AccountKind.PENDING);
    }

    @Test
    void onlyPayableMoneyIsPaidOut() {
        has(lot("E1#A", AccountKind.COMMERCE, "1.00"), lot("o", AccountKind.OPEN, "2.00"));
        holder.add(move(new PayoutRequested(header("OUT"), Optional.empty())));
        assertThat(holder.account().wallet().payouts().get(EventKey.of("OUT")).amount())
                .isEqualTo(eur("2.00"));
        assertThat(lot("E1#A").remaining()).isEqualTo(eur("1.00"));
    }

    @Test
    void aPayoutArrivesOrComesBack() {
        has(lot("o", AccountKind.OPEN, "2.00"));
        holder.add(move(new PayoutRequested(header("OUT"), Optional.of(eur("1.50")))));
        Effect paid = move(new PayoutAnswered(header("Y"), EventKey.of("OUT"), true, ""));
        assertThat(paid.transactions())
                .extracting(Transaction::kind)
                .containsExactly(TransactionKind.PAYOUT_CONFIRMATION);
        Effect failed = move(new PayoutAnswered(header("N"), EventKey.of("OUT"), false, "closed"));
        assertThat(failed.transactions()).extracting(Transaction::kind).containsExactly(TransactionKind.REVERSAL);
        assertThat(failed.account().wallet().lot("o").orElseThrow().remaining()).isEqualTo(eur("2.00"));
    }

    @Test
    void aTransferArrivesByAFollowUpNamedAfterItsEvent() {
        has(lot("o", AccountKind.OPEN, "2.00"));
        Effect sent = move(new MoneyTransferred(header("G"), "BOB", eur("1.50"), "birthday"));
        assertThat(sent.followUps().get(0).event())
                .returns(new EventKey("follow-up", "transfer/G"), CustomerEvent::key)
                .returns("BOB", CustomerEvent::participant);
        assertThat(sent.followUps().get(0).wallet().lots())
                .extracting(Lot::id, Lot::remaining)
                .containsExactly(tuple("G#o", eur("1.50")));
        Effect other = move(new MoneyTransferred(header("G").from("till"), "BOB", eur("1.50"), ""));
        assertThat(other.followUps().get(0).event().key().id()).isEqualTo("transfer/till/G");
    }

    @Test
    void aHoldIsReleasedByNameOrWhenItLapses() {
        has(lot("o", AccountKind.OPEN, "5.00"));
        hold("3.00", NOON.plusSeconds(1));
        assertThat(move(new HoldReleased(header("L"), EventKey.of("H")))
                        .account()
                        .wallet()
                        .holds())
                .isEmpty();
        assertThat(move(new HoldReleased(header("L"), EventKey.of("OTHER")))
                        .account()
                        .wallet()
                        .holds())
                .hasSize(1);
        EventHeader later = EventHeader.of("T", "ANNA", "U1", NOON.plusSeconds(1));
        assertThat(move(new WalletToppedUp(later, eur("1.00")))
                        .account()
                        .wallet()
                        .holds())
                .isEmpty();
    }

    @Test
    void moneyExpiresAtItsEnd() {
        has(lot("E1#A", AccountKind.COMMERCE, "1.00"));
        EventHeader end = EventHeader.of("X", "ANNA", "U1", END);
        assertThat(move(new MoneyExpired(end)).transactions())
                .extracting(Transaction::kind)
                .containsExactly(TransactionKind.AWARD_EXPIRATION);
    }

    @Test
    void spendingAllThatWasAskedForNeedsNoExplanation() {
        has(lot("o", AccountKind.OPEN, "9.00"));
        SpendResult spent = spend(SpendWish.of(eur("4.00")));
        assertThat(spent.how()).isEqualTo(SpendResult.How.ON_REQUEST);
        assertThat(spent.actual()).isEqualTo(eur("4.00"));
        assertThat(spent.why()).isEmpty();
        assertThat(spend(SpendWish.of(eur("4.01"))).why()).isEqualTo("No more than 4.00 EUR is left to pay.");
    }

    @Test
    void spendingLessSaysWhy() {
        has(lot("o", AccountKind.OPEN, "3.00"));
        assertThat(spend(SpendWish.ALL).why()).isEqualTo("No more than 3.00 EUR may be spent on it here and now.");
    }

    @Test
    void nothingIsSpentFromAHoldThatIsNotThere() {
        has(lot("o", AccountKind.OPEN, "9.00"));
        SpendResult spent = spend(SpendWish.ALL.from(EventKey.of("H")));
        assertThat(spent.how()).isEqualTo(SpendResult.How.FROM_HOLD);
        assertThat(spent.actual()).isEqualTo(eur("0.00"));
        assertThat(spent.why()).isEqualTo("Nothing is reserved by (H) any more.");
    }

    @Test
    void whoIsBlockedSpendsNothingFromAHoldEither() {
        has(lot("o", AccountKind.OPEN, "9.00"));
        hold("4.00", END);
        holder.set(holder.account().with(holder.account().participant().withSpendingBlocked(true)));
        SpendResult spent = spend(SpendWish.ALL.from(EventKey.of("H")));
        assertThat(spent.how()).isEqualTo(SpendResult.How.FROM_HOLD);
        assertThat(spent.why()).isEqualTo("The participant is blocked from spending.");
        assertThat(spend(SpendWish.ALL).how()).isEqualTo(SpendResult.How.ON_REQUEST);
    }

    @Test
    void reservedMoneyPaysOnlyAtItsUnits() {
        SpendConditions elsewhere =
                new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U2"), Set.of());
        Lot lot = Lot.of(
                        "E1#A",
                        AccountKind.COMMERCE,
                        eur("3.00"),
                        new LotDates(Programmes.START, Programmes.START, Optional.of(END)),
                        Provenance.of(EventKey.of("E1"), eur("3.00")))
                .with(elsewhere, SpendMethod.SPEND_ON_REQUEST, Optional.empty());
        has(lot, lot("o", AccountKind.OPEN, "1.00"));
        EventHeader there = EventHeader.of("H", "ANNA", "U2", NOON);
        holder.add(move(
                new HoldPlaced(there, List.of(PurchaseLine.of("1", "MILK", 1, eur("9.00"))), Optional.empty(), END)));
        SpendResult spent = spend(SpendWish.ALL.from(EventKey.of("H")));
        assertThat(spent.actual()).isEqualTo(eur("1.00"));
        assertThat(spent.unused())
                .extracting(SpendResult.Unused::lot, SpendResult.Unused::why)
                .containsExactly(tuple("E1#A", "It can be spent at units [U2], not at U1."));
    }

    @Test
    void onlyMoneyUnderConditionsIsFreed() {
        has(lot("E1#A", AccountKind.COMMERCE, "1.00"), lot("o", AccountKind.OPEN, "9.00"));
        keep(bought);
        SpendResult freed = move(new RedeemRequested(header("R"), bought.key(), Optional.empty()))
                .report()
                .spend()
                .orElseThrow();
        assertThat(freed.how()).isEqualTo(SpendResult.How.REDEEMED);
        assertThat(freed.actual()).isEqualTo(eur("1.00"));
        assertThat(freed.unused()).isEmpty();
    }

    @Test
    void spendingAndFreeingCanBeCancelledAsPayments() {
        assertThat(new SpendRequested(header("S"), bought.key(), SpendWish.ALL)).isInstanceOf(WalletSpending.class);
        assertThat(new RedeemRequested(header("R"), bought.key(), Optional.empty()))
                .isInstanceOf(WalletSpending.class);
        assertThat(new VoucherUsed(header("V"), "hash", bought.key())).isInstanceOf(WalletSpending.class);
        assertThat(bought).isNotInstanceOf(WalletSpending.class);
    }

    // Events that may award.

    @Test
    void whateverIsAwardedLapsedHoldsAreReleasedFirst() {
        has(lot("o", AccountKind.OPEN, "5.00"));
        hold("3.00", NOON.plusSeconds(1));
        EventHeader later = EventHeader.of("E", "ANNA", "U1", NOON.plusSeconds(1));
        assertThat(post(new SocialMediaLike(later, "")).account().wallet().holds())
                .isEmpty();
        assertThat(post(new SocialMediaLike(header("E"), "")).account().wallet().holds())
                .hasSize(1);
    }

    @Test
    void whateverIsAwardedDebtsArePaid() {
        has(lot("o", AccountKind.OPEN, "5.00"));
        owes("2.00");
        assertThat(post(new SocialMediaLike(header("E"), "")).account().wallet().debts())
                .isEmpty();
    }

    @Test
    void whatAPurchaseGivesBackOfAHoldPaysDebts() {
        has(lot("o", AccountKind.OPEN, "5.00"));
        hold("5.00", END);
        owes("1.00");
        Effect posting = post(bought.spending(SpendWish.ALL.from(EventKey.of("H"))));
        assertThat(posting.report().spend().orElseThrow().actual()).isEqualTo(eur("4.00"));
        assertThat(posting.report().bill().orElseThrow().payable()).isEqualTo(eur("0.00"));
        assertThat(posting.account().wallet().debts()).isEmpty();
        assertThat(posting.transactions())
                .extracting(Transaction::kind)
                .containsExactly(TransactionKind.SPEND, TransactionKind.RELEASE, TransactionKind.DEBT_SETTLEMENT);
    }

    @Test
    void aGrantBecomesAnAwardAndADeclineDoesNot() {
        Answer answer = new Answer(
                OfferKinds.candidate(
                        EventKinds.interactive(moment(bought)),
                        catalogue.offer("A").orElseThrow()),
                List.of(),
                List.of(Decline.of("R", "R", DeclineReason.HOUSE_RULE)));
        Situation situation = EventKinds.interactive(moment(bought));
        assertThat(Posting.of(
                                situation,
                                List.of(answer),
                                new Resolution(List.of(new Verdict.Declined("A", answer.declines())), List.of()),
                                "pack",
                                context())
                        .report()
                        .lots())
                .isEmpty();
        assertThat(Posting.of(
                                situation,
                                List.of(answer),
                                new Resolution(
                                        List.of(new Verdict.Granted("A", "R", eur("1.00"), eur("2.00"))), List.of()),
                                "pack",
                                context())
                        .report()
                        .lots())
                .extracting(Lot::id, Lot::awarded, lot -> lot.provenance().wished())
                .containsExactly(tuple("P#A", eur("1.00"), eur("2.00")));
    }

    private Effect post(CustomerEvent event) {
        return Posting.of(
                EventKinds.interactive(moment(event)),
                List.of(),
                new Resolution(List.of(), List.of()),
                "pack",
                context());
    }

    private SpendResult spend(SpendWish wish) {
        keep(bought);
        return move(new SpendRequested(header("S"), bought.key(), wish))
                .report()
                .spend()
                .orElseThrow();
    }

    private void hold(String amount, Instant until) {
        holder.add(move(new HoldPlaced(
                header("H"), List.of(PurchaseLine.of("1", "MILK", 1, eur("9.00"))), Optional.of(eur(amount)), until)));
    }

    private Effect move(CustomerEvent event) {
        return moved(event).orElseThrow();
    }

    private Optional<Effect> moved(CustomerEvent event) {
        return EventKinds.of(event).moved(event, moment(event), context());
    }

    private Moment moment(CustomerEvent event) {
        return Moment.of(event, holder.loaded(), catalogue, NOON);
    }

    private Context context() {
        return new Context(
                new Shelf(events),
                (offer, moment) -> {
                    throw new AssertionError("Nobody has to ask the rules about "
                            + moment.event().key() + ".");
                },
                WALLETS);
    }

    private void keep(CustomerEvent event) {
        events.put(event.key(), event);
    }

    private void has(Lot... lots) {
        holder.set(holder.account().with(Wallet.of(List.of(lots))));
    }

    private void owes(String amount) {
        holder.owes(eur(amount));
    }

    private Lot lot(String id) {
        return holder.lot(id);
    }

    private static Lot lot(String id, AccountKind account, String amount) {
        Amount money = eur(amount);
        EventKey event = EventKey.of(id.contains("#") ? id.substring(0, id.indexOf('#')) : id);
        return Lot.of(
                id,
                account,
                money,
                new LotDates(
                        Programmes.START,
                        Programmes.START,
                        account == AccountKind.OPEN ? Optional.empty() : Optional.of(END)),
                Provenance.of(event, money));
    }

    private static EventHeader header(String id) {
        return EventHeader.of(id, "ANNA", "U1", NOON);
    }
}
