package io.rewards.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.key.RandomParts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventKeyTest {

    @Test
    void theIdStandsAloneWhereThereIsOneSystem() {
        assertThat(EventKey.of("INV-1")).hasToString("INV-1");
        assertThat(new EventKey("pos", "INV-1")).hasToString("pos/INV-1");
    }

    @Test
    void slashesOfTheIdStayAndThoseOfTheSystemDoNot() {
        assertThat(new EventKey("pos", "2024/1").text()).isEqualTo("pos/2024/1");
        assertThat(EventKey.of("2024/1").text()).isEqualTo("/2024/1");
        assertThat(new EventKey("pos/2024", "1").text()).isEqualTo("pos%2F2024/1");
        assertThat(new EventKey("pos", "50%#1").text()).isEqualTo("pos/50%25%231");
    }

    @Test
    void noEventIsWrittenInTwoWays() {
        assertThat(EventKey.parse("/a")).isEmpty();
        assertThat(EventKey.parse("a#b")).isEmpty();
        assertThat(EventKey.parse("a%2Fb")).isEmpty();
        assertThat(EventKey.parse("a/b%2Fc")).isEmpty();
        assertThat(EventKey.of(List.of("", "a"))).isEmpty();
    }

    @Test
    void differentKeysNeverHaveOneText() {
        RandomParts.neverMeet(parts -> new EventKey(parts.part(), parts.part()), EventKey::text, EventKey::parse);
        RandomParts.areReadAsWritten(EventKey::text, EventKey::parse);
    }
}
