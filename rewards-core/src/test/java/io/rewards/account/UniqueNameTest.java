package io.rewards.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.key.Key;
import io.rewards.key.RandomParts;
import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueNameTest {

    @Test
    void aCodeIsNamedWithItsScheme() {
        assertThat(UniqueName.code("CLUB", "ST-17").value()).isEqualTo("CLUB/ST-17");
        assertThat(UniqueName.code("CLUB/A", "B")).isNotEqualTo(UniqueName.code("CLUB", "A/B"));
    }

    @Test
    void differentCodesNeverHaveOneName() {
        RandomParts.neverMeet(
                parts -> List.of(parts.part(), parts.part()),
                code -> UniqueName.code(code.get(0), code.get(1)).value(),
                Key::parts);
    }
}
