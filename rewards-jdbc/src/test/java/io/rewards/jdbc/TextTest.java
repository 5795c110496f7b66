package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "/",
        "#",
        "\\",
        "\u0000",
        "\u0001",
        "\u0002",
        "\u00e9",
        "\u03b1",
        "\ud7ff",
        "\ud83d\ude00",
        "\ud800\udc00",
        "\udbff\udfff",
        "\udbff\udffe",
        "\ue000",
        "\ufb01",
        "\uffff",
        "\ud83d",
        "\ude00"
    };

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Text.kept("INV-1/é #α 😀")).isEqualTo("INV-1/é #α 😀");
    }

    @Test
    void everyTextIsReadBackAndTwoAreNeverOne() {
        for (String text : random(3_000)) {
            String kept = Text.kept(text);
            assertThat(Text.plain(kept)).isEqualTo(text);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(kept)).isTrue();
            assertThat(kept.indexOf(0)).isNegative();
        }
    }

    @Test
    void whatHasNoHalvesOfPairsSortsByItsBytesAsInJava() {
        List<String> plain = random(1_000);
        plain.removeIf(text -> !StandardCharsets.UTF_8.newEncoder().canEncode(text)
                || text.contains("\udbff\udfff")
                || text.contains("\udbff\udffe"));
        List<String> byBytes = new ArrayList<>(plain);
        byBytes.sort((one, other) -> Arrays.compareUnsigned(
                Text.kept(one).getBytes(StandardCharsets.UTF_8),
                Text.kept(other).getBytes(StandardCharsets.UTF_8)));
        plain.sort(null);

        assertThat(byBytes).isEqualTo(plain);
    }

    private static List<String> random(int number) {
        Random random = new Random(number);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(5); left > 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
