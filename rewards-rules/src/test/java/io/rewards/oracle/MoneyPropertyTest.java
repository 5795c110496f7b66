package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Outcome;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.TillDiscount;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.Usage;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No cent appears, disappears or counts twice. */
class MoneyPropertyTest {

    @Test
    void partsSumToTheWholeAndNothingIsPaidTwice() {
        Cases.histories(50, history -> {
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
            Cases.events(history.events(), event -> {
                Optional<Outcome> outcome = shopkeeper.evaluate(event);
                if (outcome.filter(known -> known.payable().isPresent()).isPresent()
                        && event instanceof Purchase purchase) {
                    purchaseAddsUp(purchase, outcome.get());
                }
            });
        });
    }

    @Test
    void awardsLessSpendsAreWhatTheLotsHold() {
        Cases.histories(50, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS, store);
            Cases.events(history.events(), event -> {
                shopkeeper.evaluate(event);
                store.records(event.participant()).ifPresent(MoneyPropertyTest::accountAddsUp);
            });
        });
    }

    @Test
    void noOfferAwardsMoreThanItsCaps() {
        Cases.histories(50, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper.of(history, Shopkeeper.DROOLS, store).evaluateAll(history.events());
            NaiveCaps caps = new NaiveCaps(history.programme().settings().zone());
            for (Offer offer : history.programme().offers()) {
                Denomination awarded = history.programme().settings().denominationOf(offer.award());
                List<NaiveCaps.Made> all = new ArrayList<>();
                store.accounts().forEach(account -> {
                    List<NaiveCaps.Made> own = made(store, account, offer);
                    all.addAll(own);
                    offer.caps().stream()
                            .filter(cap -> cap.of() == Cap.Of.PARTICIPANT)
                            .forEach(cap -> lasts(caps, cap, own));
                });
                offer.caps().stream().filter(cap -> cap.of() == Cap.Of.ALL).forEach(cap -> {
                    lasts(caps, cap, all);
                    budgetsAddUp(store, offer, awarded, cap, caps, all);
                });
            }
        });
    }

    private static List<NaiveCaps.Made> made(InMemoryStore store, Account account, Offer offer) {
        return store.records(account.participant().id()).orElseThrow().awards().stream()
                .filter(award -> award.offer().equals(offer.code()))
                .map(award -> new NaiveCaps.Made(award.on(), award.amount().decimal()))
                .toList();
    }

    private static void lasts(NaiveCaps caps, Cap cap, List<NaiveCaps.Made> made) {
        made.forEach(each ->
                assertThat(caps.holds(cap, each.on(), made)).as("%s", cap).isTrue());
    }

    private static void budgetsAddUp(
            InMemoryStore store,
            Offer offer,
            Denomination awarded,
            Cap cap,
            NaiveCaps caps,
            List<NaiveCaps.Made> made) {
        Map<String, Usage> expected = new HashMap<>();
        made.forEach(each -> expected.merge(
                caps.name(cap.per(), each.on()),
                new Usage(1, Amount.of(each.amount().toPlainString(), awarded)),
                (one, other) -> one.plus(other.in(awarded))));
        expected.forEach((period, usage) -> assertThat(store.usage(BudgetName.ofOffer(offer.code(), period)))
                .contains(usage));
    }

    private static void purchaseAddsUp(Purchase purchase, Outcome outcome) {
        Map<String, Amount> left = new HashMap<>();
        Amount total = Amount.zero(outcome.total().orElseThrow().denomination());
        for (PurchaseLine line : purchase.lines()) {
            left.put(line.id(), line.total());
            total = total.plus(line.total());
        }
        for (TillDiscount discount : purchase.discounts()) {
            total = total.minus(discount.amount());
        }
        Amount payable = total;
        for (InstantSpend spend : outcome.instantSpends()) {
            assertThat(sum(spend.lines())).isEqualTo(spend.amount());
            for (LineShare share : spend.lines()) {
                assertThat(share.amount().isPositive()).isTrue();
                left.merge(share.line(), share.amount(), Amount::minus);
            }
            payable = payable.minus(spend.amount());
        }
        assertThat(left.values()).noneMatch(Amount::isNegative);
        assertThat(outcome.total()).contains(total);
        assertThat(outcome.payable()
                        .map(paid -> paid.minus(outcome.backEnd().orElse(Amount.zero(paid.denomination())))))
                .contains(payable);
        assertThat(payable.isNegative()).isFalse();
        for (Lot lot : outcome.lots()) {
            List<LineShare> shares = lot.provenance().shares();
            if (!shares.isEmpty()) {
                assertThat(sum(shares)).isEqualTo(lot.awarded());
                assertThat(shares).allMatch(share -> !share.amount().isNegative() && left.containsKey(share.line()));
            }
        }
    }

    private static void accountAddsUp(AccountRecords account) {
        Map<Denomination, Amount> booked = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Transaction transaction : account.transactions()) {
            assertThat(ids.add(transaction.id())).isTrue();
            Denomination denomination = transaction.amount().denomination();
            Amount before = booked.getOrDefault(denomination, Amount.zero(denomination));
            if (transaction.kind() == TransactionKind.AWARD) {
                booked.put(denomination, before.plus(transaction.amount()));
            } else if (transaction.kind() == TransactionKind.SPEND) {
                booked.put(denomination, before.minus(transaction.amount()));
            }
        }
        Map<Denomination, Amount> held = new HashMap<>();
        for (Lot lot : account.account().lots()) {
            assertThat(lot.remaining().isPositive()).isTrue();
            held.merge(lot.remaining().denomination(), lot.remaining(), Amount::plus);
        }
        booked.values().removeIf(Amount::isZero);
        assertThat(held).isEqualTo(booked);
    }

    private static Amount sum(List<LineShare> shares) {
        return shares.stream().map(LineShare::amount).reduce(Amount::plus).orElseThrow();
    }
}
