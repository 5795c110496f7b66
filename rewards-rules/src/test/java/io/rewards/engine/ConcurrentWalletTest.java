package io.rewards.engine;

import static io.rewards.engine.Shop.EUR;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.decision.SpendResult;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.Secret;
import io.rewards.run.RunListener;
import io.rewards.testkit.chance.Threads;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever threads do to the same wallet at once, money is spent, taken back and expired exactly once. Domain 12.1 Q36. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConcurrentWalletTest {

    private static final int THREADS = 16;
    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.01"), Optional.empty());

    private static Offer.Builder laptopAward(String amount) {
        return offer("A", ANY, fixed(amount))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build());
    }

    @Test
    void moneyIsSpentOnceHoweverManyWantItAtOnce() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        List<CustomerEvent> requests = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Outcome purchase = purse.buy("2024-03-02", line("coffee", 1, "3.00"));
            requests.add(new SpendRequested(purse.header("2024-03-03"), purchase.event(), SpendWish.ALL));
        }
        List<Outcome> outcomes = atOnce(purse, requests);
        assertThat(outcomes)
                .extracting(outcome ->
                        outcome.spend().map(SpendResult::actual).orElseThrow().toString())
                .filteredOn(actual -> !actual.equals("0.00 EUR"))
                .containsExactlyInAnyOrder("3.00 EUR", "3.00 EUR", "3.00 EUR", "1.00 EUR");
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
        addsUp(purse);
    }

    @Test
    void theSameRequestDeliveredByManyIsSpentOnce() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome purchase = purse.buy("2024-03-02", line("coffee", 1, "30.00"));
        SpendRequested request =
                new SpendRequested(purse.header("2024-03-03"), purchase.event(), SpendWish.of(eur("4.00")));
        List<Outcome> outcomes = atOnce(purse, repeated(request));
        assertThat(outcomes).containsOnly(outcomes.get(0));
        assertThat(purse.left("A")).isEqualTo("6.00 EUR");
        addsUp(purse);
    }

    @Test
    void aPurchaseIsCancelledOnce() {
        Purse purse = Purse.with(offer("A", ANY, percent("10")).build());
        Outcome purchase = purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        List<CustomerEvent> cancels = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            cancels.add(new EventCancelled(purse.header("2024-03-03"), purchase.event(), ""));
        }
        List<Outcome> outcomes = atOnce(purse, cancels);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == Status.PROCESSED)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == Status.REFUSED)
                .hasSize(THREADS - 1);
        assertThat(purse.balance(AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.CLAWBACK_RECEIVABLE)).isEqualTo("0.00 EUR");
        addsUp(purse);
    }

    @Test
    void noMorePiecesComeBackThanWereBought() {
        Purse purse = Purse.with(offer("A", ANY, percent("10")).build());
        Outcome purchase = purse.buy("2024-03-01", line("case", 5, "50.00"));
        List<CustomerEvent> returns = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            returns.add(GoodsReturn.of(purse.header("2024-03-03"), new ReturnedLine(purchase.event(), "case", 1)));
        }
        List<Outcome> outcomes = atOnce(purse, returns);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == Status.PROCESSED)
                .hasSize(5);
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.returned().stream())
                        .map(returned -> returned.refund())
                        .reduce(eur("0.00"), Amount::plus))
                .isEqualTo(eur("50.00"));
        assertThat(purse.balance(AccountKind.AWARD_EXPENSE)).isEqualTo("0.00 EUR");
        addsUp(purse);
    }

    @Test
    void aHoldIsCapturedOnce() {
        Purse purse = Purse.with(laptopAward("10.00").build());
        purse.buy("2024-03-01", line("laptop", 1, "100.00"));
        Outcome hold = purse.hold("2024-03-02", "8.00", "2024-03-09", line("coffee", 1, "8.00"));
        List<CustomerEvent> captures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            captures.add(Purchase.of(purse.header("2024-03-03"), line("coffee", 1, "5.00"))
                    .spending(SpendWish.ALL.from(hold.event())));
        }
        List<Outcome> outcomes = atOnce(purse, captures);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.spend().orElseThrow().actual().isPositive())
                .hasSize(1);
        assertThat(purse.left("A")).isEqualTo("5.00 EUR");
        addsUp(purse);
    }

    @Test
    void aVoucherIsUsedOnce() {
        Purse purse = Purse.with(laptopAward("10.00")
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .build());
        Lot voucher =
                purse.buy("2024-03-01", line("laptop", 1, "100.00")).lots().get(0);
        String hash = Secret.hashOf(purse.engine.participants().voucherCode(voucher.id()));
        List<CustomerEvent> uses = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Outcome purchase = purse.buy("2024-03-02", line("coffee", 1, "4.00"));
            uses.add(new VoucherUsed(purse.header("2024-03-03"), hash, purchase.event()));
        }
        List<Outcome> outcomes = atOnce(purse, uses);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == Status.PROCESSED)
                .hasSize(1);
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("4.00 EUR");
        addsUp(purse);
    }

    @Test
    void buyingSpendingCancellingGivingAwayAndExpiringAtOnceLosesNothing() {
        Offer expiring = offer("A", ANY, percent("10"))
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse("2024-03-10"))))
                .build();
        Purse purse = Purse.with(expiring, offer("B", ANY, fixed("1.00")).build());
        List<Callable<Outcome>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Purchase purchase = Purchase.of(purse.header("2024-03-01"), line("case", 2, "20.00"));
            SpendRequested spend =
                    new SpendRequested(purse.header("2024-03-02"), purchase.key(), SpendWish.of(eur("2.50")));
            GoodsReturn back = GoodsReturn.of(purse.header("2024-03-03"), new ReturnedLine(purchase.key(), "case", 1));
            EventCancelled cancel = new EventCancelled(purse.header("2024-03-03"), purchase.key(), "");
            EventCancelled again = new EventCancelled(purse.header("2024-03-03"), purchase.key(), "");
            MoneyTransferred gift = new MoneyTransferred(purse.header("2024-03-03"), "P2", eur("0.50"), "");
            for (CustomerEvent event : List.of(purchase, spend, back, cancel, again, gift)) {
                work.add(() -> purse.engine.evaluate(event));
            }
            int hour = i;
            work.add(() -> {
                purse.engine.runs().expire(Shop.at("2024-03-10").plusSeconds(hour), RunListener.NONE);
                return purse.engine.evaluate(purchase);
            });
        }
        List<Outcome> outcomes = together(work);
        long cancelled = outcomes.stream()
                .filter(outcome -> outcome.status() == Status.PROCESSED
                        && outcome.returned().isPresent()
                        && purse.records().over().cancelled().stream()
                                .anyMatch(key -> purse.store
                                        .recorded(outcome.event())
                                        .filter(recorded -> recorded.event() instanceof EventCancelled event
                                                && event.event().equals(key))
                                        .isPresent()))
                .count();
        assertThat(cancelled).isEqualTo(purse.records().over().cancelled().size());
        addsUp(purse);
    }

    private static List<CustomerEvent> repeated(CustomerEvent event) {
        List<CustomerEvent> events = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            events.add(event);
        }
        return events;
    }

    private static List<Outcome> atOnce(Purse purse, List<CustomerEvent> events) {
        List<Callable<Outcome>> work = new ArrayList<>();
        for (CustomerEvent event : events) {
            work.add(() -> purse.engine.evaluate(event));
        }
        return together(work);
    }

    /** Shares the work among threads that start at the same moment. */
    private static List<Outcome> together(List<Callable<Outcome>> work) {
        return Threads.race(THREADS, thread -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    for (int i = thread; i < work.size(); i += THREADS) {
                        outcomes.add(work.get(i).call());
                    }
                    return outcomes;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The whole ledger is right: lots, holds and debts are what the journals sum to, and nothing is on its way for ever. */
    private static void addsUp(Purse purse) {
        purse.engine.runs().applyFollowUps();
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
        assertThat(purse.engine.ledger().balancesAsOf(Instant.MAX).of(AccountKind.TRANSFER_CLEARING, EUR))
                .isEqualTo(eur("0.00"));
        assertThat(purse.engine
                        .runs()
                        .expire(Instant.parse("2024-04-01T00:00:00Z"), RunListener.NONE)
                        .failures())
                .isEmpty();
    }
}
