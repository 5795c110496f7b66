package io.rewards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Offer;
import io.rewards.json.ProgrammeReader;
import io.rewards.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is real. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");

    @Test
    void theOfferCanBeAddedToTheProgrammeOfTheDemo() throws IOException {
        String offer = block("## Add an offer", "yaml").replaceFirst("offers:\n", "");
        String programme;
        try (InputStream stream =
                Objects.requireNonNull(ReadmeTest.class.getResourceAsStream("/corner-shop/programme.yaml"))) {
            programme = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(ProgrammeReader.read("README", programme.stripTrailing() + "\n" + offer)
                        .offers())
                .extracting(Offer::code)
                .contains("COFFEE-BREAK");
    }

    @Test
    void theRuleIsABuiltInOne() throws IOException {
        assertThat(RulePack.builtIn().files().values())
                .anySatisfy(file -> assertThat(file).contains(rule()));
    }

    @Test
    void everyFileThatIsLinkedExists() throws IOException {
        Matcher links = Pattern.compile("]\\(([a-zA-Z][^)#:]*)").matcher(Files.readString(README));
        int found = 0;
        while (links.find()) {
            assertThat(Path.of("..").resolve(links.group(1))).exists();
            found++;
        }
        assertThat(found).isGreaterThan(5);
    }

    private static String rule() {
        try {
            return block("## Change a rule", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String block(String heading, String language) throws IOException {
        String readme = Files.readString(README);
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme.substring(readme.indexOf(heading)));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
