package io.rewards.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notes in the sources name sections of docs/domain.md that are there. */
class DomainDocumentTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern SECTION =
            Pattern.compile("^(?:#{2,4} |- \\*\\*)(\\d+(?:\\.\\d+)?|C\\d+|Q\\d+)\\b", Pattern.MULTILINE);
    private static final String NAME = "(?:\\d+(?:\\.\\d+)?|[CQ]\\d+)";
    private static final Pattern NOTE =
            Pattern.compile("[Dd]omain (" + NAME + "(?:(?:,| to| and)?\\s+(?:\\*\\s+)?" + NAME + ")*)");
    private static final Pattern NAMED = Pattern.compile(NAME);

    @Test
    void everySectionThatANoteNamesIsThere() throws IOException {
        Set<String> sections = new TreeSet<>();
        Matcher found = SECTION.matcher(Files.readString(PROJECT.resolve("docs/domain.md"), StandardCharsets.UTF_8));
        while (found.find()) {
            sections.add(found.group(1));
        }
        Set<String> named = new TreeSet<>();
        for (Path file : sources()) {
            Matcher note = NOTE.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (note.find()) {
                Matcher each = NAMED.matcher(note.group(1));
                while (each.find()) {
                    named.add(each.group());
                    assertThat(sections).as(file + ": " + note.group()).contains(each.group());
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(60);
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve(Path.of("src", "main")))
                    .filter(Files::isDirectory)
                    .flatMap(DomainDocumentTest::files)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".drl"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
