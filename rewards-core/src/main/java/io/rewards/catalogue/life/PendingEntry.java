package io.rewards.catalogue.life;

import java.util.List;
import java.util.Optional;

/** What the log will say of a change, once the change has made a version. Immutable. */
record PendingEntry(
        Author author, Action action, Subject subject, List<String> details, String reason, Optional<String> tell) {

    PendingEntry(Author author, Action action, Subject subject, List<String> details) {
        this(author, action, subject, details, "", Optional.empty());
    }

    LogEntry in(String version) {
        return new LogEntry(version, author.on(), author.user(), action, subject, details, reason);
    }
}
