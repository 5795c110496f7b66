package io.rewards.outage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rewards.jdbc.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own that can be killed and started again on what it has written. For one thread. */
final class Server implements AutoCloseable {

    private static final int PATIENCE_IN_SECONDS = 60;
    private static final long FOR_A_CONNECTION_IN_MILLIS = 3_000;

    private final Path directory;
    private EmbeddedPostgres running;
    private final int port;

    private Server(Path directory) {
        this.directory = directory;
        running = start(0);
        port = running.getPort();
    }

    /** A new server that keeps its data in {@code directory}. */
    static Server in(Path directory) {
        return new Server(directory);
    }

    /** Connections to it, also after it was started again. */
    HikariDataSource database() {
        HikariDataSource asserted = Databases.open(running.getJdbcUrl("postgres", "postgres"));
        asserted.close();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(asserted.getJdbcUrl());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(FOR_A_CONNECTION_IN_MILLIS);
        return new HikariDataSource(config);
    }

    /** Kills the server and all its processes, as {@code kill -9} does. */
    void kill() {
        try {
            String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The server could not be killed.", e);
        }
    }

    /** Starts it again, on the same port. */
    void restart() {
        close();
        running = start(port);
    }

    private EmbeddedPostgres start(int on) {
        try {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on");
            return (on == 0 ? server : server.setPort(on)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
