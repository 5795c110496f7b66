package io.rewards.workers;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.engine.RewardsEngine;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.Notification;
import io.rewards.notification.RewardsListener;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight workers, each an engine of its own, share notifications and follow-ups of one database. */
class SharedOutboxTest {

    private static final int WORKERS = 8;
    private static final int VILLAGERS = 20;
    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final List<HikariDataSource> open = new ArrayList<>();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Instant> now = new AtomicReference<>(Village.SUMMER);

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }

    @Test
    void eightWorkersTellEachNotificationOnceOnPostgres() {
        eightWorkersTellEachNotificationOnce(postgres());
    }

    @Test
    void eightWorkersTellEachNotificationOnceOnSqlite() {
        eightWorkersTellEachNotificationOnce(sqlite());
    }

    private void eightWorkersTellEachNotificationOnce(HikariDataSource database) {
        RewardsStore store = Village.settled(Databases.store(database), VILLAGERS);
        List<String> kept = ids(store.notifications(0, 1_000));
        assertThat(kept).hasSize(VILLAGERS + VILLAGERS / 2);
        List<DeliveryReport> reports =
                Threads.race(WORKERS, worker -> worker(database).runs().deliver(this::tell));
        worker(database).runs().deliver(this::tell);
        assertThat(told).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(reports).allMatch(report -> report.failures().isEmpty());
        assertThat(store.notifications(0, 10)).isEmpty();
    }

    /** Some die with what they have in hand, one fails now and then: everything is told, and what was not in hand once. */
    @Test
    void whatDeadWorkersHadIsToldByOthersWhenTheirLeasesEnd() {
        HikariDataSource database = postgres();
        RewardsStore store = Village.settled(Databases.store(database), VILLAGERS);
        List<String> kept = ids(store.notifications(0, 1_000));
        List<String> had = ids(store.claimNotifications(0, 9, Lease.of(now.get(), LEASE)));
        assertThat(had).isEqualTo(kept.subList(0, 9));
        String failing = kept.get(15);
        RewardsListener listener = notification -> {
            if (notification.id().equals(failing) && now.get().equals(Village.SUMMER)) {
                throw new IllegalStateException("No address.");
            }
            tell(notification);
        };
        Threads.race(WORKERS, worker -> worker(database).runs().deliver(listener));
        worker(database).runs().deliver(listener);
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(kept.stream()
                        .filter(id -> !had.contains(id) && !id.equals(failing))
                        .toList());
        now.set(Village.SUMMER.plus(LEASE));
        Threads.race(WORKERS, worker -> worker(database).runs().deliver(listener));
        worker(database).runs().deliver(listener);
        assertThat(told).containsExactlyInAnyOrderElementsOf(kept);
    }

    /** Follow-ups that nobody applied at once: eight workers apply each once, and wallets are as if nothing had happened. */
    @Test
    void eightWorkersApplyEachFollowUpOnce() {
        HikariDataSource database = postgres();
        RewardsStore store = Databases.store(database);
        Village.settled(new LeavingFollowUps(store), VILLAGERS);
        assertThat(store.followUps(0, 1_000)).hasSize(VILLAGERS / 2);
        store.claimFollowUps(0, 3, Lease.of(now.get(), LEASE));

        List<Long> applied =
                Threads.race(WORKERS, worker -> worker(database).runs().applyFollowUps());
        long rest = worker(database).runs().applyFollowUps();
        assertThat(applied.stream().mapToLong(each -> each).sum() + rest).isEqualTo(VILLAGERS / 2 - 3);
        assertThat(store.followUps(0, 1_000)).hasSize(3);

        now.set(Village.SUMMER.plus(LEASE));
        assertThat(worker(database).runs().applyFollowUps()).isEqualTo(3);
        assertThat(Village.journals(store))
                .isEqualTo(Village.journals(Village.settled(new InMemoryStore(), VILLAGERS)));
    }

    /** Where two come together exactly, each claims what the other one does not. */
    @Test
    void whatIsBeingClaimedIsLeftToTheOther() {
        HikariDataSource database = postgres();
        RewardsStore store = Village.settled(Databases.store(database), VILLAGERS);
        List<String> kept = ids(store.notifications(0, 1_000));
        Lease lease = Lease.of(now.get(), LEASE);
        List<List<String>> claimed = Threads.race(WORKERS, worker -> {
            JdbcStore mine = JdbcStore.of(database);
            return IntStream.range(0, 3)
                    .mapToObj(i -> ids(mine.claimNotifications(0, 1, lease)))
                    .flatMap(List::stream)
                    .toList();
        });
        List<String> all = claimed.stream().flatMap(List::stream).toList();
        assertThat(all).doesNotHaveDuplicates().isSubsetOf(kept);
        assertThat(Set.copyOf(all)).hasSizeGreaterThan(WORKERS);
    }

    private HikariDataSource postgres() {
        HikariDataSource database = Databases.postgres();
        open.add(database);
        return database;
    }

    private HikariDataSource sqlite() {
        HikariDataSource database = Databases.sqlite(directory.resolve("outbox.db"));
        open.add(database);
        return database;
    }

    private RewardsEngine worker(HikariDataSource database) {
        return Village.engine(JdbcStore.of(database), now::get);
    }

    private void tell(Notification notification) {
        told.add(notification.id());
    }

    private static List<String> ids(List<Kept<Notification>> kept) {
        return kept.stream().map(each -> each.what().id()).toList();
    }
}
