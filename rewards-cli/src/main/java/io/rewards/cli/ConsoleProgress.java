package io.rewards.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar over a large file or many steps, where a person is watching; otherwise nothing. For one thread. */
final class ConsoleProgress implements Closeable {

    private static final long LARGE = 1 << 20;
    private static final int UPDATE_MILLIS = 200;

    private final @Nullable ProgressBar bar;

    private ConsoleProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ConsoleProgress over(String task, Path file) throws IOException {
        boolean large = Files.isRegularFile(file) && Files.size(file) > LARGE;
        return new ConsoleProgress(large && isWatched() ? bar(task, Files.size(file)) : null);
    }

    /** Over steps whose number {@link #at(long, long)} tells. */
    static ConsoleProgress counting(String task) {
        return new ConsoleProgress(isWatched() ? builder(task).build() : null);
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

    /** So many of so many steps are done. */
    void at(long done, long all) {
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static ProgressBar bar(String task, long bytes) {
        return builder(task).setInitialMax(bytes).setUnit(" MiB", LARGE).build();
    }

    private static ProgressBarBuilder builder(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .clearDisplayOnFinish();
    }
}
