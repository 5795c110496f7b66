package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.rewards.account.Loaded;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome.Status;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.Purchase;
import io.rewards.past.AccountChangedException;
import io.rewards.past.Needs;
import io.rewards.problem.InvalidInputException;
import io.rewards.rules.RulePack;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import io.rewards.testkit.chance.Threads;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An observer is told what the engine does, once, and changes nothing of it. */
class EngineObserverTest {

    private static final Programme PROGRAMME = Shop.programme(
            Shop.settings(),
            offer("A", new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed("3.00"))
                    .build(),
            offer("B", new Terms.TransactionRevenue(eur("50.00"), Optional.empty()), fixed("9.00"))
                    .build(),
            Community.referrals("REFER").build());

    private final InMemoryStore store = new InMemoryStore();
    private final Community community = new Community(PROGRAMME, store, ReferenceCodeValidator.NONE);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final EngineObserver observer = new EngineObserver() {
        @Override
        public void evaluated(Evaluation evaluation) {
            told.add(evaluation.kind() + " " + evaluation.status() + (evaluation.recorded() ? " " : " not ")
                    + "recorded "
                    + evaluation.granted() + "+" + evaluation.declined()
                    + (evaluation.nanos().isPresent()
                            ? " in " + evaluation.nanos().getAsLong()
                            : ""));
        }

        @Override
        public void failed(String kind) {
            told.add(kind + " failed");
        }

        @Override
        public void conflicted(String kind) {
            told.add(kind + " conflicted");
        }

        @Override
        public void retried(String kind) {
            told.add(kind + " retried");
        }

        @Override
        public void waiting(OutboxLag lag) {
            told.add(lag.toString());
        }

        @Override
        public void reloaded(Part part, boolean taken) {
            told.add(part + (taken ? " taken" : " refused"));
        }
    };

    private RewardsEngine engine(RewardsStore on) {
        return builder(PROGRAMME, on).withObserver(observer).build();
    }

    private static RewardsEngineBuilder builder(Programme programme, RewardsStore on) {
        return RewardsEngine.builder(programme, on, () -> at("2024-03-01T12:00"))
                .withRules(Shop.RULES);
    }

    private static Purchase purchase(String participant) {
        return purchase(participant, "10.00");
    }

    private static Purchase purchase(String participant, String total) {
        return Purchase.of(Community.header("B-" + participant, participant, "2024-02-05"), Shop.thing(total));
    }

    @Test
    void anEvaluationIsToldOnceWithItsVerdictsAndItsTime() {
        community.members("ANNA");
        AtomicLong nanos = new AtomicLong();
        RewardsEngine engine = builder(PROGRAMME, store)
                .withObserver(observer, () -> nanos.addAndGet(7))
                .build();
        engine.evaluate(purchase("ANNA"));
        assertThat(told).containsExactly("purchase PROCESSED recorded 1+1 in 7");
    }

    @Test
    void whatWasRecordedBeforeAndWhatIsRefusedCountsNoVerdicts() {
        community.members("ANNA");
        RewardsEngine engine = engine(store);
        engine.evaluate(purchase("ANNA"));
        engine.evaluate(purchase("ANNA"));
        engine.evaluate(purchase("NOBODY"));
        engine.evaluate(new DuplicateMerged(Community.header("X", "ANNA", "2024-02-05"), "BOB", Set.of()));
        engine.evaluate(Purchase.of(Community.header("Q", "ANNA", "2024-02-06").queued(), Shop.thing("10.00")));
        assertThat(told)
                .containsExactly(
                        "purchase PROCESSED recorded 1+1",
                        "purchase PROCESSED not recorded 0+0",
                        "purchase REFUSED not recorded 0+0",
                        "duplicate_merged REFUSED not recorded 0+0",
                        "purchase QUEUED recorded 0+0");
    }

    @Test
    void whatFailsIsToldAsFailedAndThrows() {
        community.members("ANNA");
        RewardsEngine engine = engine(store);
        engine.evaluate(purchase("ANNA"));
        told.clear();
        assertThatThrownBy(() -> engine.evaluate(purchase("ANNA", "11.00"))).isInstanceOf(EventIdReusedException.class);
        assertThat(told).containsExactly("purchase failed");
    }

    @Test
    void previewsAndExplanationsAreNotTold() {
        community.members("ANNA");
        RewardsEngine engine = engine(store);
        engine.preview(purchase("ANNA"));
        engine.explain(purchase("ANNA"), "A");
        engine.runs().previewRun(RunDefinition.ofEverything("NIGHT"), at("2024-02-06"), RunListener.NONE);
        engine.runs().previewExpire(at("2024-02-06"), RunListener.NONE);
        assertThat(told).isEmpty();
    }

    @Test
    void aConflictIsToldAndThatItIsDecidedAgain() {
        community.members("ANNA");
        AtomicInteger refusals = new AtomicInteger(2);
        RewardsEngine engine = engine(new StoreInFront(store) {
            @Override
            public boolean commit(Recorded recorded, Effect effect) {
                return refusals.getAndDecrement() <= 0 && super.commit(recorded, effect);
            }
        });
        engine.evaluate(purchase("ANNA"));
        assertThat(told)
                .containsExactly(
                        "purchase conflicted",
                        "purchase retried",
                        "purchase conflicted",
                        "purchase retried",
                        "purchase PROCESSED recorded 1+1");
    }

    @Test
    void anAccountThatIsWrittenWhileItIsReadIsARetryAndNoConflict() {
        community.members("ANNA");
        AtomicInteger changes = new AtomicInteger(1);
        RewardsEngine engine = engine(new StoreInFront(store) {
            @Override
            public Optional<Loaded> load(String participant, Needs needs) {
                if (changes.getAndDecrement() > 0) {
                    throw new AccountChangedException(participant);
                }
                return super.load(participant, needs);
            }
        });
        engine.evaluate(purchase("ANNA"));
        assertThat(told).containsExactly("purchase retried", "purchase PROCESSED recorded 1+1");
    }

    @Test
    void whatAnEventBringsAboutForOthersIsToldToo() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        engine(store).evaluate(purchase("BOB"));
        assertThat(told).containsExactly("purchase PROCESSED recorded 1+1", "referred_awarded PROCESSED recorded 1+0");
    }

    @Test
    void theStepsOfARunAreToldAndWhatWasDecidedBeforeIsNot() {
        community.members("ANNA", "BOB");
        RewardsEngine engine = engine(store);
        RunDefinition night = RunDefinition.ofEverything("NIGHT");
        engine.evaluate(Purchase.of(Community.header("Q", "ANNA", "2024-02-05").queued(), Shop.thing("10.00")));
        told.clear();
        engine.runs().run(night, at("2024-02-06"), RunListener.NONE);
        assertThat(told)
                .containsExactly(
                        "event_evaluated PROCESSED recorded 1+1",
                        "participant_visited PROCESSED not recorded 0+0",
                        "participant_visited PROCESSED not recorded 0+0");
        told.clear();
        engine.runs().run(night, at("2024-02-06"), RunListener.NONE);
        assertThat(told).isEmpty();
    }

    @Test
    void anEvaluationInATransactionOfTheHostIsToldToo() {
        community.members("ANNA");
        engine(store).evaluate(purchase("ANNA"), store);
        assertThat(told).containsExactly("purchase PROCESSED recorded 1+1");
    }

    @Test
    void reloadsAreToldTakenOrRefused() {
        RewardsEngine engine = engine(store);
        engine.reload(PROGRAMME);
        engine.reload(RulePack.builtIn());
        Programme other = Shop.programme(Settings.of(ZoneId.of("Europe/Nicosia"), Shop.PTS), new Offer[0]);
        assertThatThrownBy(() -> engine.reload(other)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> engine.reload(
                        new RulePack("broken", new TreeMap<>(Map.of("broken.drl", "rule")), new TreeMap<>())))
                .isInstanceOf(RuntimeException.class);
        assertThat(told).containsExactly("PROGRAMME taken", "RULES taken", "PROGRAMME refused", "RULES refused");
    }

    @Test
    void theOldestThatWaitsIsToldAfterWorkersHaveShared() {
        community.members("ANNA", "BOB");
        community.refer("ANNA", "BOB", "2024-02-01");
        RewardsEngine engine = engine(store);
        engine.runs().applyFollowUps();
        engine.runs().deliver(notification -> {});
        assertThat(told).hasSize(2).containsOnly(new OutboxLag(Optional.empty(), Optional.empty()).toString());
        new Community(
                        PROGRAMME,
                        StoppingStore.before(store, recorded -> {
                            if (!(recorded.event() instanceof Purchase)) {
                                throw new IllegalStateException("stopped");
                            }
                        }),
                        ReferenceCodeValidator.NONE)
                .engine.evaluate(purchase("BOB"));
        assertThat(OutboxLag.of(store, at("2024-02-05").plusSeconds(90)).followUp())
                .contains(Duration.ofSeconds(90));
        assertThat(OutboxLag.of(store, at("2024-02-04")).followUp()).contains(Duration.ZERO);
    }

    @Test
    void theOldestNotificationWaitsSinceTheDateOfWhatItTells() {
        Shop shop = Postbox.shop(
                Postbox.english(NotificationKind.AWARD, "AWARD"),
                offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                        .build());
        shop.buy("2024-03-01", "10.00");
        shop.buy("2024-03-02", "10.00");
        assertThat(OutboxLag.of(shop.store, at("2024-03-03")).notification())
                .contains(Duration.between(at("2024-03-01"), at("2024-03-03")));
    }

    @Test
    void anObserverThatThrowsFailsNothingAndIsLoggedOnce() {
        community.members("ANNA", "BOB");
        AtomicInteger calls = new AtomicInteger();
        EngineObserver failing = (EngineObserver) Proxy.newProxyInstance(
                EngineObserverTest.class.getClassLoader(),
                new Class<?>[] {EngineObserver.class},
                (proxy, method, arguments) -> {
                    throw calls.incrementAndGet() % 2 == 0
                            ? new NoClassDefFoundError("no meter")
                            : new IllegalStateException("no meter");
                });
        RewardsEngine engine = builder(PROGRAMME, store)
                .withObserver(failing, () -> {
                    throw new IllegalStateException("no time");
                })
                .build();
        String logged = logged(() -> {
            assertThat(engine.evaluate(purchase("ANNA")).granted()).hasSize(1);
            assertThat(engine.evaluate(purchase("BOB")).granted()).hasSize(1);
            assertThat(engine.evaluate(purchase("NOBODY")).status()).isEqualTo(Status.REFUSED);
            engine.reload(PROGRAMME);
            engine.runs().applyFollowUps();
            assertThatThrownBy(() -> engine.evaluate(purchase("ANNA", "11.00")))
                    .isInstanceOf(EventIdReusedException.class);
        });
        assertThat(calls).hasValue(6);
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR");
        assertThat(logged.split("The observer of the engine fails", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void eightThreadsAreToldOfEachEvaluationOnce() {
        community.members("ANNA");
        RewardsEngine engine = engine(store);
        Threads.act(8, thread -> {
            for (int i = 0; i < 20; i++) {
                engine.evaluate(
                        Purchase.of(Community.header(thread + "/" + i, "ANNA", "2024-02-05"), Shop.thing("10.00")));
            }
        });
        assertThat(told.stream().filter("purchase PROCESSED recorded 1+1"::equals))
                .hasSize(160);
        long conflicts = told.stream().filter("purchase conflicted"::equals).count();
        assertThat(told.stream().filter("purchase retried"::equals).count()).isGreaterThanOrEqualTo(conflicts);
    }

    @Test
    void nothingIsAllocatedWhereNobodyListens() {
        community.members("ANNA");
        CustomerEvent event = purchase("ANNA");
        Workplace workplace = new Workplace(
                store,
                new Turns(),
                () -> {
                    throw new IllegalStateException();
                },
                () -> at("2024-03-01"),
                Observation.NONE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 5; tries++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                if (Observation.NONE.isOn()) {
                    throw new AssertionError("Nobody listens.");
                }
                Observation.NONE.conflicted(event);
                Observation.NONE.outbox(workplace);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(1_000);
    }

    private static String logged(Runnable doing) {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            doing.run();
        } finally {
            System.setErr(before);
        }
        return logged.toString(StandardCharsets.UTF_8);
    }
}
