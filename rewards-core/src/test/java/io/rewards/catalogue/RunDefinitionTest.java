package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.time.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunDefinitionTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Nicosia");
    private static final Instant START = Instant.parse("2024-01-10T01:00:00Z");

    @Test
    void theFirstRunIsDueAtTheStart() {
        assertThat(nightly(true).dueAfter(Optional.empty(), ZONE)).contains(START);
    }

    @Test
    void theNextIsDueAfterTheLatest() {
        assertThat(nightly(true).dueAfter(Optional.of(START), ZONE)).contains(Instant.parse("2024-01-11T01:00:00Z"));
        assertThat(nightly(true).dueAfter(Optional.of(Instant.parse("2024-03-05T09:00:00Z")), ZONE))
                .contains(Instant.parse("2024-03-06T01:00:00Z"));
    }

    @Test
    void noneIsDueWhereItDoesNotRecurOrIsNotEffective() {
        assertThat(RunDefinition.ofEverything("ALL").dueAfter(Optional.empty(), ZONE))
                .isEmpty();
        assertThat(nightly(false).dueAfter(Optional.empty(), ZONE)).isEmpty();
    }

    private static RunDefinition nightly(boolean effective) {
        return new RunDefinition(
                "NIGHTLY",
                "Nightly",
                effective,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(new Recurrence("FREQ=DAILY", START)));
    }
}
