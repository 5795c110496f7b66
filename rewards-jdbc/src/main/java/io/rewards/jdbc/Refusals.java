package io.rewards.jdbc;

import io.rewards.decision.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The events of one file that were refused so far. What is refused is not recorded; without this, a file that goes on where
 * it was interrupted would decide such an event again, after events that came later, and perhaps take it. For one thread.
 */
public final class Refusals {

    private final Link link;
    private final String file;
    private final Set<Long> lines;

    private Refusals(Link link, String file) {
        this.link = link;
        this.file = file;
        lines = new HashSet<>(link.read(handle -> handle.select("select line from rewards_refusal where file = ?", file)
                .mapTo(Long.class)
                .list()));
    }

    /**
     * What is known of a file.
     *
     * @param store that the events are evaluated on
     * @param file a name that no file of other content has
     */
    public static Refusals of(JdbcStore store, String file) {
        return new Refusals(store.link(), file);
    }

    /** The outcome of the event on a line, if it was refused. */
    public Optional<Outcome> at(long line) {
        if (!lines.contains(line)) {
            return Optional.empty();
        }
        return link.read(handle -> handle.select(
                                "select outcome from rewards_refusal where file = ? and line = ?", file, line)
                        .mapTo(String.class)
                        .findFirst())
                .map(EventForm::outcome);
    }

    /** Keeps that the event on a line was refused. */
    public void keep(long line, Outcome refused) {
        write(
                "insert into rewards_refusal (file, line, outcome) values (?, ?, ?) on conflict do nothing",
                file,
                line,
                EventForm.of(refused));
        lines.add(line);
    }

    /** The file is through: when it comes again, everything that is not recorded is decided again. */
    public void forget() {
        if (!lines.isEmpty()) {
            write("delete from rewards_refusal where file = ?", file);
            lines.clear();
        }
    }

    private void write(String sql, Object... values) {
        Batch batch = new Batch(link.dialect());
        batch.add(sql, values);
        link.write(batch::run);
    }
}
