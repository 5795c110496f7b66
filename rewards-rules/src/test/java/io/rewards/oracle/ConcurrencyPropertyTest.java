package io.rewards.oracle;

import static io.rewards.oracle.Stall.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.Usage;
import io.rewards.rules.RuleSet;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Eight threads at once do what one after the other would do. */
class ConcurrencyPropertyTest {

    private static final RuleSet RULES = Shopkeeper.DROOLS;
    private static final int THREADS = 8;
    private static final int PURCHASES_OF_EACH = 150;
    private static final int BUDGETS = 50;

    @Test
    void capsOfOneParticipantAreUsedUpExactlyByEightThreads() {
        Programme programme = Stall.programme(
                "1",
                List.of(
                        Stall.offer(1, eur("1.00"), List.of(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("100.50")))),
                        Stall.offer(2, eur("0.30"), List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 77))),
                        Stall.offer(3, eur("0.01"), List.of())));
        InMemoryStore store = new InMemoryStore();
        RewardsEngine engine = Shopkeeper.engine(programme, Stall.OPENING, RULES, store);
        Stall.join(engine, "ANNA");

        Threads.act(THREADS, thread -> {
            for (int i = 0; i < PURCHASES_OF_EACH; i++) {
                engine.evaluate(Stall.purchase(thread + "-" + i, "ANNA"));
            }
        });

        Account account = store.account("ANNA").orElseThrow();
        assertThat(usage(store, Stream.of(account), 1)).isEqualTo(new Usage(101, eur("100.50")));
        assertThat(usage(store, Stream.of(account), 2)).isEqualTo(new Usage(77, eur("23.10")));
        assertThat(usage(store, Stream.of(account), 3)).isEqualTo(new Usage(1200, eur("12.00")));
        assertThat(account.version()).isEqualTo(2 + 1200);
    }

    @Test
    void theBudgetOfAnOfferIsUsedUpExactlyByManyParticipantsInEightThreads() {
        Programme programme = Stall.programme(
                "1",
                List.of(
                        Stall.offer(1, eur("1.00"), List.of(Cap.ofAmount(Cap.Of.ALL, eur("150.25")))),
                        Stall.offer(2, eur("0.30"), List.of(Cap.ofAwards(Cap.Of.ALL, 99))),
                        Stall.offer(
                                3,
                                eur("2.00"),
                                List.of(
                                        Cap.ofAmount(Cap.Of.PARTICIPANT, eur("5.00")),
                                        Cap.ofAwards(Cap.Of.ALL, 1000),
                                        Cap.ofAmount(Cap.Of.ALL, eur("111.11"))))));
        InMemoryStore store = new InMemoryStore();
        RewardsEngine engine = Shopkeeper.engine(programme, Stall.OPENING, RULES, store);

        Threads.act(THREADS, thread -> {
            for (int i = 0; i < PURCHASES_OF_EACH; i++) {
                String participant = "P-" + thread + "-" + i / 4;
                if (i % 4 == 0) {
                    Stall.join(engine, participant);
                }
                engine.evaluate(Stall.purchase(thread + "-" + i, participant));
            }
        });

        assertThat(usage(store, store.accounts(), 1)).isEqualTo(new Usage(151, eur("150.25")));
        assertThat(usage(store, store.accounts(), 2)).isEqualTo(new Usage(99, eur("29.70")));
        assertThat(usage(store, store.accounts(), 3).in(Stall.EUR)).isEqualTo(eur("111.11"));
        for (int offer = 1; offer <= 3; offer++) {
            assertThat(store.usage(BudgetName.ofOffer("OFFER-" + offer)))
                    .contains(usage(store, store.accounts(), offer));
        }
        store.accounts()
                .forEach(account -> assertThat(
                                usage(store, Stream.of(account), 3).in(Stall.EUR))
                        .isLessThanOrEqualTo(eur("5.00")));
    }

    @Test
    void everyOneOfManyBudgetsIsUsedUpExactly() {
        List<Offer> offers = new ArrayList<>();
        for (int number = 1; number <= BUDGETS; number++) {
            Cap cap = number % 2 == 0
                    ? Cap.ofAwards(Cap.Of.ALL, 20L * number)
                    : Cap.ofAmount(Cap.Of.ALL, eur(20 * number + ".50"));
            offers.add(Stall.offer(number, eur("1.00"), List.of(cap)));
        }
        InMemoryStore store = new InMemoryStore();
        RewardsEngine engine = Shopkeeper.engine(Stall.programme("1", offers), Stall.OPENING, RULES, store);

        Threads.act(THREADS, thread -> {
            Stall.join(engine, "P-" + thread);
            for (int i = 0; i < PURCHASES_OF_EACH; i++) {
                engine.evaluate(Stall.purchase(thread + "-" + i, "P-" + thread));
            }
        });

        for (int number = 1; number <= BUDGETS; number++) {
            Usage exactly = number % 2 == 0
                    ? new Usage(20L * number, eur(20 * number + ".00"))
                    : new Usage(20L * number + 1, eur(20 * number + ".50"));
            assertThat(store.usage(BudgetName.ofOffer("OFFER-" + number))).contains(exactly);
            assertThat(usage(store, store.accounts(), number)).isEqualTo(exactly);
        }
    }

    @Test
    void oneIdForTwoParticipantsAtOnceIsRecordedForOneOfThem() {
        Programme programme = Stall.programme("1", List.of(Stall.offer(1, eur("1.00"), List.of())));
        InMemoryStore store = new InMemoryStore();
        RewardsEngine engine = Shopkeeper.engine(programme, Stall.OPENING, RULES, store);
        AtomicInteger refused = new AtomicInteger();

        Threads.act(THREADS, thread -> {
            String participant = "P-" + thread;
            Stall.join(engine, participant);
            for (int i = 0; i < PURCHASES_OF_EACH; i++) {
                try {
                    engine.evaluate(Stall.purchase("E-" + i, participant));
                } catch (EventIdReusedException e) {
                    refused.incrementAndGet();
                }
            }
        });

        assertThat(usage(store, store.accounts(), 1)).isEqualTo(new Usage(PURCHASES_OF_EACH, eur("150.00")));
        assertThat(refused).hasValue((THREADS - 1) * PURCHASES_OF_EACH);
    }

    @Test
    void theSameEventsFromEightThreadsAtOnceAwardOnce() {
        Programme programme = Stall.programme(
                "1", List.of(Stall.offer(1, eur("1.00"), List.of(Cap.ofAmount(Cap.Of.ALL, eur("1000.00"))))));
        InMemoryStore store = new InMemoryStore();
        RewardsEngine engine = Shopkeeper.engine(programme, Stall.OPENING, RULES, store);
        List<String> participants = List.of("ANNA", "BEN", "CHLOE");
        Map<String, Set<Outcome>> outcomes = new ConcurrentHashMap<>();

        Threads.act(THREADS, thread -> {
            participants.forEach(participant -> Stall.join(engine, participant));
            for (int i = 0; i < PURCHASES_OF_EACH; i++) {
                String id = "E-" + i;
                Outcome outcome = engine.evaluate(Stall.purchase(id, participants.get(i % participants.size())));
                outcomes.computeIfAbsent(id, unused -> ConcurrentHashMap.newKeySet())
                        .add(outcome);
            }
        });

        assertThat(outcomes).hasSize(PURCHASES_OF_EACH);
        assertThat(outcomes.values()).allMatch(same -> same.size() == 1);
        assertThat(usage(store, store.accounts(), 1)).isEqualTo(new Usage(PURCHASES_OF_EACH, eur("150.00")));
        assertThat(store.usage(BudgetName.ofOffer("OFFER-1"))).contains(new Usage(PURCHASES_OF_EACH, eur("150.00")));
    }

    @Test
    void aHistoryDeliveredByEightThreadsAtOnceGivesEachEventOneOutcome() {
        Cases.histories(5, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, RULES, store);
            Threads.act(THREADS, thread -> shopkeeper.evaluateAll(history.events()));
            StoreState end = StoreState.of(store, history.programme(), history.events());
            for (CustomerEvent event : history.events()) {
                store.recorded(event.key())
                        .ifPresent(recorded -> assertThat(shopkeeper.evaluate(recorded.event()))
                                .contains(recorded.outcome()));
            }
            end.accounts().values().forEach(account -> {
                long recorded = end.recorded().values().stream()
                        .filter(each -> each.event()
                                .participant()
                                .equals(account.account().participant().id()))
                        .count();
                assertThat(account.account().version()).isEqualTo(recorded);
            });
        });
    }

    private static Usage usage(InMemoryStore store, Stream<Account> accounts, int offer) {
        return accounts.flatMap(account -> store.records(account.participant().id()).stream())
                .flatMap(records -> records.awards().stream())
                .filter(award -> award.offer().equals("OFFER-" + offer))
                .map(Transaction::amount)
                .reduce(new Usage(0, Amount.zero(Stall.EUR)), Usage::plus, (left, right) -> left);
    }
}
