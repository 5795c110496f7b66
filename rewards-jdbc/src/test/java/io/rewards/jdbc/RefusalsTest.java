package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.SchemeSignUp;
import io.rewards.json.ProgrammeReader;
import io.rewards.store.InMemoryStore;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refused events of a file are known until the file is through, and only those of that file. */
class RefusalsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedIsKnownUntilTheFileIsThrough(Dialect dialect) {
        try (HikariDataSource database = dialect == Dialect.POSTGRESQL
                ? Databases.postgres()
                : Databases.sqlite(directory.resolve("store.db"))) {
            JdbcStore store = Databases.store(database);
            Outcome refused = refused();
            Refusals first = Refusals.of(store, "one");
            assertThat(first.at(7)).isEmpty();
            first.keep(7, refused);
            Refusals.of(store, "another").keep(8, refused);

            Refusals again = Refusals.of(store, "one");
            assertThat(first.at(7)).contains(refused);
            assertThat(again.at(7)).contains(refused);
            assertThat(again.at(8)).isEmpty();

            again.forget();
            assertThat(again.at(7)).isEmpty();
            assertThat(Refusals.of(store, "one").at(7)).isEmpty();
            assertThat(Refusals.of(store, "another").at(8)).contains(refused);
        }
    }

    private static Outcome refused() {
        RewardsEngine engine = RewardsEngine.builder(
                        ProgrammeReader.read("none.yaml", "name: None\nsettings: {zone: UTC, currency: EUR}\n"),
                        new InMemoryStore(),
                        () -> Instant.EPOCH)
                .build();
        Outcome outcome =
                engine.evaluate(new SchemeSignUp(EventHeader.of("E", "nobody", "SHOP", Instant.EPOCH), "CLUB", ""));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
        return outcome;
    }
}
