package io.rewards.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.key.RandomParts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunKeyTest {

    private static final Instant NIGHT = Instant.parse("2024-03-05T22:00:00Z");

    @Test
    void whatARunDoesIsNamedByItsInstantItsCodeAndWhoItIsAbout() {
        assertThat(new RunKey.Visit(NIGHT, "NIGHTLY", "ada", Optional.empty()).event())
                .isEqualTo(new EventKey("run", "2024-03-05T22:00:00Z/NIGHTLY/visit/ada"));
        assertThat(new RunKey.Visit(NIGHT, "NIGHTLY", "a/b", Optional.of("TV#1")).id())
                .hasToString("2024-03-05T22:00:00Z/NIGHTLY/visit/a%2Fb/TV%231");
        assertThat(new RunKey.Waiting(NIGHT, "NIGHTLY", new EventKey("pos", "1/2")).id())
                .hasToString("2024-03-05T22:00:00Z/NIGHTLY/event/pos/1%2F2");
        assertThat(new RunKey.Expiration(NIGHT, "ada").id()).hasToString("2024-03-05T22:00:00Z/expiration/ada");
    }

    @Test
    void otherEventsAreNoneOfARun() {
        for (String wrong :
                List.of("explain", "2024/expiration/ada", NIGHT + "/x/y", NIGHT + "/N/visit", NIGHT + "/N/event/a")) {
            assertThat(RunKey.of(new EventKey("run", wrong))).as(wrong).isEmpty();
        }
        assertThat(RunKey.of(EventKey.of(NIGHT + "/expiration/ada"))).isEmpty();
    }

    @Test
    void differentStepsNeverHaveOneKey() {
        RandomParts.neverMeet(
                RunKeyTest::any,
                key -> key.event().text(),
                text -> EventKey.parse(text).flatMap(RunKey::of));
    }

    private static RunKey any(RandomParts parts) {
        return switch (parts.number(4)) {
            case 0 -> new RunKey.Expiration(NIGHT, parts.part());
            case 1 -> new RunKey.Waiting(NIGHT, parts.part(), new EventKey(parts.part(), parts.part()));
            case 2 -> new RunKey.Visit(NIGHT, parts.part(), parts.part(), Optional.of(parts.part()));
            default -> new RunKey.Visit(NIGHT, parts.part(), parts.part(), Optional.empty());
        };
    }
}
