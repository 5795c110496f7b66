package io.rewards.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTest {

    private static final Pattern GLUE = Pattern.compile("[/#]\" *\\+|\\+ *\"[/#]|'[/#]' *\\+|\\+ *'[/#]'");

    @Test
    void partsStandBetweenSlashes() {
        assertThat(Key.of("a").text()).isEqualTo("a");
        assertThat(Key.of("a", "", "c d:é").text()).isEqualTo("a//c d:é");
        assertThat(Key.of("a").and("b").and(Key.of("c", "d")).text()).isEqualTo("a/b/c/d");
        assertThat(Key.of("a", "b").making(Key.of("c", "d"))).hasToString("a/b#c/d");
    }

    @Test
    void whatStandsBetweenPartsIsEscapedInsideOfThem() {
        assertThat(Key.of("a/b", "c#d", "100%").text()).isEqualTo("a%2Fb/c%23d/100%25");
        assertThat(Key.of("%2F").text()).isEqualTo("%252F");
        assertThat(Key.ofPath("a/b#c").text()).isEqualTo("a/b%23c");
    }

    @Test
    void aTextIsReadBackToItsParts() {
        assertThat(Key.sections("a%2Fb/#c")).contains(List.of(List.of("a/b", ""), List.of("c")));
        assertThat(Key.sections("")).contains(List.of(List.of("")));
        assertThat(Key.parts("a/b")).contains(List.of("a", "b"));
        assertThat(Key.parts("a#b")).isEmpty();
        assertThat(Key.parse("a/b#c")).contains(Key.of("a", "b").making(Key.of("c")));
    }

    @Test
    void whatAnEventMadeByItselfIsToldFromWhatPassedThroughOthers() {
        Key sale = Key.of("INV-1");
        assertThat(sale.making(Key.of("TEN", "open")).isMadeBy(sale)).isTrue();
        assertThat(Key.of("INV-11").making(Key.of("TEN")).isMadeBy(sale)).isFalse();
        assertThat(sale.making(Key.of("GIFT").making(Key.of("TEN"))).isMadeBy(sale))
                .isFalse();
        assertThat(Key.of("INV-1", "TEN").isMadeBy(sale)).isFalse();
        assertThat(sale.isMadeBy(sale)).isFalse();
        assertThat(Key.of("a#b").making(Key.of("c")).isMadeBy(Key.of("a#b"))).isTrue();
        assertThat(Key.of("a#b").making(Key.of("c")).isMadeBy(Key.of("a"))).isFalse();
    }

    @Test
    void noKeyIsWrittenWithAnythingElseThatIsEscaped() {
        for (String wrong : List.of("%", "a%2", "%2f", "%41", "a/%#b")) {
            assertThat(Key.sections(wrong)).as(wrong).isEmpty();
            assertThat(Key.parse(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> Key.parsed("50%"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The key (50%) must not have a % but in %25, %23 and %2F.");
    }

    @Test
    void differentPartsNeverGiveOneText() {
        RandomParts.neverMeet(parts -> sections(parts), KeyTest::text, Key::sections);
        RandomParts.areReadAsWritten(KeyTest::text, Key::sections);
    }

    private static List<List<String>> sections(RandomParts parts) {
        List<List<String>> sections = new ArrayList<>();
        for (int i = parts.number(3); i >= 0; i--) {
            List<String> section = new ArrayList<>(parts.parts(2));
            section.add(parts.part());
            sections.add(List.copyOf(section));
        }
        return sections;
    }

    private static String text(List<List<String>> sections) {
        return sections.stream()
                .map(section -> Key.of(
                        section.get(0), section.subList(1, section.size()).toArray(String[]::new)))
                .reduce((first, second) -> first.making(second))
                .orElseThrow()
                .text();
    }

    @Test
    void nothingElseJoinsPartsOfKeys() throws IOException {
        List<String> glued = new ArrayList<>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            if (!source.getParent().endsWith("io/rewards/key")) {
                Files.readString(source)
                        .lines()
                        .filter(line -> GLUE.matcher(line).find())
                        .forEach(line -> glued.add(source + ": " + line.strip()));
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(glued).as("a key is made by io.rewards.key").isEmpty();
    }
}
