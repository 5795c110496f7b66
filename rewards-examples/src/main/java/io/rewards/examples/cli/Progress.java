package io.rewards.examples.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar over a large file, where a person is watching; otherwise nothing. For one thread. */
final class Progress implements Closeable {

    private static final long LARGE = 1 << 20;
    private static final int UPDATE_MILLIS = 200;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress over(String task, Path file) throws IOException {
        boolean large = Files.isRegularFile(file) && Files.size(file) > LARGE;
        return new Progress(large && isWatched() ? bar(task, Files.size(file)) : null);
    }

    @SuppressWarnings("SystemConsoleNull") // Rewards asks for the console that is there only where somebody watches
    private static boolean isWatched() {
        return System.console() != null;
    }

    /** So many bytes of the file are done. */
    void at(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static ProgressBar bar(String task, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(bytes)
                .setUnit(" MiB", LARGE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .clearDisplayOnFinish()
                .build();
    }
}
