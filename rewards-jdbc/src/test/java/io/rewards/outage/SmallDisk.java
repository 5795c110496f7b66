package io.rewards.outage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes that can be filled, on machines that let the tests mount one. For one thread. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4_096;
    private static final int PATIENCE_IN_SECONDS = 30;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounted at {@code directory}, which is there; empty where that is not allowed. */
    static Optional<SmallDisk> at(Path directory) {
        return runs("mount", "-t", "tmpfs", "-o", "size=6m,mode=0777", "tmpfs", directory.toString())
                ? Optional.of(new SmallDisk(directory))
                : Optional.empty();
    }

    /** Leaves no room on it. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException e) {
            // It is full now.
        }
    }

    /** Makes room again. */
    void clear() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    @Override
    public void close() {
        if (!runs("umount", directory.toString())) {
            runs("umount", "-l", directory.toString());
        }
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
