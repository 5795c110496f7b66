package io.rewards.catalogue.life;

import java.util.List;
import java.util.Optional;

/** What the log will say of a change. Immutable. */
record Step(Author author, Action action, Subject subject, List<String> details, String reason, Optional<String> tell) {

    Step(Author author, Action action, Subject subject, List<String> details) {
        this(author, action, subject, details, "", Optional.empty());
    }

    LogEntry entry(String version) {
        return new LogEntry(version, author.on(), author.user(), action, subject, details, reason);
    }
}
