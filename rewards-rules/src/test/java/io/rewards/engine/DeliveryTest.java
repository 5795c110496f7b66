package io.rewards.engine;

import static io.rewards.engine.Postbox.ALL;
import static io.rewards.engine.Postbox.allKinds;
import static io.rewards.engine.Postbox.changeConsent;
import static io.rewards.engine.Postbox.kept;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.header;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.ParticipantTerminated;
import io.rewards.notification.DeliveryFailure;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.Notification;
import io.rewards.participant.TerminationReason;
import io.rewards.store.Lease;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Domain 10: what is kept is handed out at least once. */
class DeliveryTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private Instant now = at("2030-01-01");
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatIsKeptIsDeliveredOnceOldestFirst() {
        Shop shop = shopAfter(250);
        DeliveryReport report = shop.engine.runs().deliver(this::tell);
        assertThat(report).isEqualTo(new DeliveryReport(250, 0, List.of()));
        assertThat(told).isEqualTo(ids(250));
        assertThat(shop.engine.runs().deliver(this::tell)).isEqualTo(new DeliveryReport(0, 0, List.of()));
        assertThat(told).hasSize(250);
    }

    @Test
    void whatFailsIsKeptAndTheOthersGoOn() {
        Shop shop = shopAfter(3);
        DeliveryReport report = shop.engine.runs().deliver(notification -> {
            if (notification.id().equals("AWARD/E2#A")) {
                throw new IllegalStateException("No address.");
            }
            tell(notification);
        });
        assertThat(report)
                .isEqualTo(new DeliveryReport(2, 0, List.of(new DeliveryFailure("AWARD/E2#A", "No address."))));
        assertThat(told).containsExactly("AWARD/E1#A", "AWARD/E3#A");
        shop.engine.runs().deliver(this::tell);
        assertThat(told).containsExactly("AWARD/E1#A", "AWARD/E3#A", "AWARD/E2#A");
    }

    @Test
    void manyThatFailDoNotHideTheOthers() {
        Shop shop = shopAfter(700);
        DeliveryReport report = shop.engine.runs().deliver(notification -> {
            if (!notification.id().equals("AWARD/E700#A")) {
                throw new IllegalStateException("No address.");
            }
            tell(notification);
        });
        assertThat(report.delivered()).isOne();
        assertThat(report.failures()).hasSize(699);
        assertThat(told).containsExactly("AWARD/E700#A");
    }

    @Test
    void aDeliveryThatWasNotNotedIsMadeAgainUnderTheSameId() {
        Shop shop = shopAfter(2);
        RewardsStore stopping = failing(shop.store, "delivered", 2);
        assertThatThrownBy(() -> engine(shop, stopping).runs().deliver(this::tell))
                .hasMessage("The store stopped.");
        engine(shop, shop.store).runs().deliver(this::tell);
        assertThat(told).containsExactly("AWARD/E1#A", "AWARD/E2#A", "AWARD/E2#A");
    }

    @Test
    void aNotificationIsKeptExactlyWhenItsAwardIs() {
        Shop shop = shopAfter(0);
        RewardsStore stopping = failing(shop.store, "commit", 1);
        RewardsEngine engine = engine(shop, stopping);
        assertThatThrownBy(() -> engine.evaluate(shop.purchase("2024-03-01", Shop.thing("10.00"))))
                .hasMessage("The store stopped.");
        assertThat(kept(shop)).isEmpty();
        engine.evaluate(Shop.purchaseOf("E1", "2024-03-01", Shop.thing("10.00")));
        engine(shop, shop.store).runs().deliver(this::tell);
        assertThat(told).containsExactly("AWARD/E1#A");
    }

    @Test
    void aRunThatWasInterruptedLosesNothing() {
        Shop shop = Postbox.shop(allKinds(), any());
        RewardsStore stopping = failing(shop.store, "keep", 1);
        assertThat(engine(shop, stopping)
                        .runs()
                        .notifyParticipants(ALL, at("2024-03-01"))
                        .failures())
                .extracting(failure -> failure.participant() + ": " + failure.message())
                .containsExactly("P1: The store stopped.");
        assertThat(kept(shop)).isEmpty();
        engine(shop, shop.store).runs().notifyParticipants(ALL, at("2024-03-01"));
        assertThat(kept(shop)).hasSize(1);
    }

    /** What a delivery had in hand when it stopped is there for others when its lease ends. */
    @Test
    void whereverTheProcessStopsEverythingIsDeliveredInTheEnd() {
        for (long seed = 1; seed <= 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            told.clear();
            Shop shop = shopAfter(20);
            for (int stops = 0; stops < 5; stops++) {
                String where =
                        List.of("delivered", "claimNotifications", "load").get(random.nextInt(3));
                int call = random.nextInt(1, 8);
                try {
                    engine(shop, stopped(shop.store, where, call)).runs().deliver(this::tell);
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessage("The store stopped.");
                }
                now = now.plus(LEASE);
            }
            engine(shop, shop.store).runs().deliver(this::tell);
            assertThat(new HashSet<>(told)).as("seed %s", seed).isEqualTo(Set.copyOf(ids(20)));
            assertThat(told).as("seed %s", seed).hasSizeLessThanOrEqualTo(25);
            assertThat(kept(shop)).isEmpty();
        }
    }

    @Test
    void whatADeadWorkerHadIsDeliveredFromTheInstantOnAtWhichItsLeaseEnds() {
        for (Duration early : List.of(Duration.ofNanos(1), Duration.ZERO, Duration.ofNanos(-1))) {
            told.clear();
            Shop shop = shopAfter(3);
            shop.store.claimNotifications(0, 2, Lease.of(now, LEASE));
            engine(shop, shop.store).runs().deliver(this::tell);
            assertThat(told).containsExactly("AWARD/E3#A");
            now = now.plus(LEASE).minus(early);
            engine(shop, shop.store).runs().deliver(this::tell);
            assertThat(told)
                    .as("%s before it ends", early)
                    .containsExactlyElementsOf(
                            early.compareTo(Duration.ZERO) > 0
                                    ? List.of("AWARD/E3#A")
                                    : List.of("AWARD/E3#A", "AWARD/E1#A", "AWARD/E2#A"));
        }
    }

    @Test
    void aDeliveryThatAnErrorEndsLetsGoOfWhatItHasNotHandedOut() {
        Shop shop = shopAfter(3);
        RewardsEngine engine = engine(shop, shop.store);
        assertThatThrownBy(() -> engine.runs().deliver(notification -> {
                    tell(notification);
                    if (notification.id().equals("AWARD/E2#A")) {
                        throw new AssertionError("No memory.");
                    }
                }))
                .hasMessage("No memory.");
        engine.runs().deliver(this::tell);
        assertThat(told).containsExactly("AWARD/E1#A", "AWARD/E2#A", "AWARD/E2#A", "AWARD/E3#A");
    }

    /** One is slow, and so is not told twice what another worker has told since. */
    @Test
    void whoseLeaseEndsMeanwhileGoesOnWithWhatOthersHaveLeft() {
        Shop shop = shopAfter(6);
        RewardsEngine slow = engine(shop, shop.store);
        RewardsEngine other = engine(shop, shop.store);
        DeliveryReport report = slow.runs().deliver(notification -> {
            tell(notification);
            if (notification.id().equals("AWARD/E2#A")) {
                now = now.plus(LEASE);
                shop.buy("2024-03-01", "10.00");
                other.runs().deliver(each -> {
                    tell(each);
                    if (each.id().equals("AWARD/E4#A")) {
                        throw new IllegalStateException("No address.");
                    }
                });
            }
        });
        assertThat(told)
                .containsExactly(
                        "AWARD/E1#A",
                        "AWARD/E2#A",
                        "AWARD/E2#A",
                        "AWARD/E3#A",
                        "AWARD/E4#A",
                        "AWARD/E5#A",
                        "AWARD/E6#A",
                        "AWARD/E7#A",
                        "AWARD/E4#A");
        assertThat(report).isEqualTo(new DeliveryReport(3, 0, List.of()));
        assertThat(kept(shop)).isEmpty();
    }

    @Test
    void severalThreadsTellEachOnce() {
        Shop shop = shopAfter(500);
        List<DeliveryReport> reports =
                Threads.race(8, thread -> shop.engine.runs().deliver(this::tell));
        assertThat(reports).allMatch(report -> report.failures().isEmpty());
        assertThat(reports.stream().mapToLong(DeliveryReport::delivered).sum()).isEqualTo(500);
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids(500));
        assertThat(kept(shop)).isEmpty();
    }

    @Test
    void whoOptedOutMeanwhileIsNotToldAlsoAfterOptingInAgain() {
        Shop shop = Postbox.shop(allKinds(), any());
        shop.buy("2024-03-01", "10.00");
        shop.engine.runs().notifyParticipants(ALL, at("2024-03-01"));
        changeConsent(shop, false, "2024-03-02");
        assertThat(shop.engine.runs().deliver(this::tell)).isEqualTo(new DeliveryReport(1, 1, List.of()));
        assertThat(told).containsExactly("AWARD/E1#A");
        changeConsent(shop, true, "2024-03-03");
        shop.engine.runs().notifyParticipants(ALL, at("2024-03-01"));
        assertThat(shop.engine.runs().deliver(this::tell)).isEqualTo(new DeliveryReport(0, 0, List.of()));
    }

    @Test
    void anOfferThatStoppedMeanwhileIsNotAdvertised() {
        Shop shop = Postbox.shop(allKinds(), any());
        shop.engine.runs().notifyParticipants(ALL, at("2024-03-01"));
        shop.engine.reload(Postbox.programme(allKinds(), any().deactivated()));
        assertThat(shop.engine.runs().deliver(this::tell)).isEqualTo(new DeliveryReport(0, 1, List.of()));
        assertThat(told).isEmpty();
    }

    @Test
    void theTerminatedAreToldNothingNotEvenOfTheirMoney() {
        Shop shop = shopAfter(1);
        shop.engine.evaluate(new ParticipantTerminated(
                header("end", at("2024-03-02")), TerminationReason.CUSTOMER_REQUEST, Optional.empty()));
        assertThat(shop.engine.runs().deliver(this::tell)).isEqualTo(new DeliveryReport(0, 1, List.of()));
        assertThat(told).isEmpty();
    }

    private void tell(Notification notification) {
        assertThat(notification.text()).isEqualTo(notification.kind().name());
        told.add(notification.id());
    }

    /** A shop where P1 was awarded so many times. */
    private static Shop shopAfter(int awards) {
        Shop shop = Postbox.shop(Postbox.english(NotificationKind.AWARD, "AWARD"), any());
        for (int i = 0; i < awards; i++) {
            shop.buy("2024-03-01", "10.00");
        }
        return shop;
    }

    private static List<String> ids(int awards) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= awards; i++) {
            ids.add("AWARD/E" + i + "#A");
        }
        return ids;
    }

    /** A new engine on {@code store}, as after a restart. */
    private RewardsEngine engine(Shop shop, RewardsStore store) {
        return RewardsEngine.builder(shop.engine.programme(), store, () -> now)
                .withRules(Shop.RULES)
                .build();
    }

    /** The store until a call of the method of this name; from then on nothing reaches it. */
    private static RewardsStore stopped(RewardsStore store, String method, int call) {
        int[] calls = {0};
        return (RewardsStore) Proxy.newProxyInstance(
                DeliveryTest.class.getClassLoader(),
                new Class<?>[] {RewardsStore.class},
                (proxy, called, arguments) -> {
                    calls[0] += called.getName().equals(method) ? 1 : 0;
                    if (calls[0] >= call) {
                        throw new IllegalStateException("The store stopped.");
                    }
                    try {
                        return called.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** The store, but for one call of the method of this name, which fails instead. */
    private static RewardsStore failing(RewardsStore store, String method, int call) {
        int[] calls = {0};
        return (RewardsStore) Proxy.newProxyInstance(
                DeliveryTest.class.getClassLoader(),
                new Class<?>[] {RewardsStore.class},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method) && ++calls[0] == call) {
                        throw new IllegalStateException("The store stopped.");
                    }
                    try {
                        return called.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static Offer any() {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .build();
    }
}
