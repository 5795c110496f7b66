package io.rewards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.Classification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePackTest {

    private static final String REVENUE = "increase_revenue_transaction_based/increase_revenue_transaction_based.drl";

    @TempDir
    Path directory;

    @Test
    void theBuiltInPackHasAFileForEachClassificationAndASharedOne() {
        RulePack pack = RulePack.builtIn();

        assertThat(pack.name()).isEqualTo("built-in");
        assertThat(pack.files()).hasSize(Classification.values().length + 2).containsKeys(REVENUE, "shared/shared.drl");
        assertThat(pack.files().values()).allMatch(text -> text.contains("package io.rewards.rules.pack."));
    }

    @Test
    void theBuiltInPackHasEveryFileOfItsFolder() throws IOException, URISyntaxException {
        Path folder = Path.of(RulePack.class.getResource("pack").toURI());
        List<String> lying;
        try (Stream<Path> walked = Files.walk(folder)) {
            lying = walked.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }

        RulePack pack = RulePack.builtIn();

        assertThat(Stream.concat(pack.files().keySet().stream(), pack.cases().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(lying);
    }

    @Test
    void theFilesOfADirectoryAreAddedAndReplaceThoseOfTheSamePath() throws IOException {
        write(REVENUE, "mine");
        write("house/deep/er.drl", "added");

        RulePack pack = RulePack.directory(directory);

        assertThat(pack.name()).isEqualTo(directory.toString());
        assertThat(pack.files())
                .hasSize(RulePack.builtIn().files().size() + 1)
                .containsEntry(REVENUE, "mine")
                .containsEntry("house/deep/er.drl", "added")
                .containsEntry("shared/shared.drl", RulePack.builtIn().files().get("shared/shared.drl"));
    }

    @Test
    void casesAreReadBesideTheRulesAndOtherFilesAreLeftAlone() throws IOException {
        write("house/house.drl", "rules");
        write("house/house.cases.yaml", "cases");
        write("house/README.md", "text");
        write("house/house.drl.bak", "old");
        write(".git/hidden.drl", "hidden");
        write("house/.swap.drl", "hidden");

        RulePack pack = RulePack.directory(directory);

        assertThat(pack.files().keySet()).contains("house/house.drl").noneMatch(path -> path.contains("/."));
        assertThat(pack.files()).hasSize(RulePack.builtIn().files().size() + 1);
        assertThat(pack.cases()).containsEntry("house/house.cases.yaml", "cases");
    }

    @Test
    void anEmptyDirectoryIsTheBuiltInPackUnderAnotherName() {
        RulePack pack = RulePack.directory(directory);

        assertThat(pack.files()).isEqualTo(RulePack.builtIn().files());
        assertThat(pack.hash()).isEqualTo(RulePack.builtIn().hash());
    }

    @Test
    void lineEndsAndAByteOrderMarkDoNotCount() throws IOException {
        write("house/house.drl", "one\ntwo\n");
        String hash = RulePack.directory(directory).hash();
        write("house/house.drl", "\uFEFFone\r\ntwo\r");

        assertThat(RulePack.directory(directory).hash()).isEqualTo(hash);
    }

    @Test
    void theHashChangesWithEveryPathAndTextAndNotWithNameAndCases() {
        RulePack pack = RulePack.builtIn();

        assertThat(pack.hash()).matches("[0-9a-f]{64}");
        assertThat(pack.with("other", Map.of()).hash()).isEqualTo(pack.hash());
        assertThat(pack.with("other", Map.of("a/a.cases.yaml", "x")).hash()).isEqualTo(pack.hash());
        assertThat(Stream.of(
                        pack.hash(),
                        pack.with("a", Map.of("a.drl", "bc")).hash(),
                        pack.with("a", Map.of("a.drl", "bd")).hash(),
                        pack.with("a", Map.of("b.drl", "bc")).hash(),
                        pack.with("a", Map.of("a.drl", "b", "c.drl", "")).hash(),
                        pack.with("a", Map.of("a.drl", "", "c.drl", "b")).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        write("house/house.drl", " ".repeat(1 << 20));
        assertThat(RulePack.directory(directory).files()).containsKey("house/house.drl");

        write("house/house.drl", " ".repeat((1 << 20) + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(directory))
                .withMessageContaining("house.drl) must be at most 1048576 bytes. Split it into several files.");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(directory.resolve("house.drl"), new byte[] {'a', (byte) 0xE9, 'b'});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(directory))
                .withMessageContaining("house.drl) must be text in UTF-8.");
    }

    @Test
    void aLinkThatStaysInsideIsFollowedAsInAMountedConfiguration() throws IOException {
        write("..2026_11_21/house.drl", "mounted");
        write("..2026_11_21/deep/deep.drl", "deep");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_11_21"));
        Files.createSymbolicLink(directory.resolve("house.drl"), Path.of("..data/house.drl"));
        Files.createSymbolicLink(directory.resolve("deep"), Path.of("..data/deep"));

        RulePack pack = RulePack.directory(directory);

        assertThat(pack.files()).containsEntry("house.drl", "mounted").containsEntry("deep/deep.drl", "deep");
        assertThat(pack.files()).hasSize(RulePack.builtIn().files().size() + 2);
    }

    @Test
    void aLinkThatLeavesTheDirectoryIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.drl"), "secret");
        Files.createSymbolicLink(directory.resolve("house.drl"), elsewhere.resolve("secret.drl"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(directory))
                .withMessageContaining("house.drl) must not lead out of the rule directory (");

        Files.delete(directory.resolve("house.drl"));
        Files.createSymbolicLink(directory.resolve("folder"), elsewhere);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(directory))
                .withMessageContaining("folder) must not lead out of the rule directory (");
    }

    @Test
    void aLinkThatLeadsInACircleIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("deep"));
        Files.createSymbolicLink(directory.resolve("deep/again"), Path.of("..", "deep"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(directory))
                .withMessageContaining("Maybe a link leads in a circle.");
    }

    @Test
    void whatIsNotADirectoryIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("house.drl"), "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RulePack.directory(file))
                .withMessage("The rule directory (" + file + ") must be a directory.");
        assertThatIllegalArgumentException().isThrownBy(() -> RulePack.directory(directory.resolve("absent")));
    }

    @Test
    void aLinkToNothingIsTold() throws IOException {
        Files.createSymbolicLink(directory.resolve("house.drl"), Path.of("absent.drl"));

        assertThatThrownBy(() -> RulePack.directory(directory)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void pathsOfAnotherShapeAndBlankNamesAreRefused() {
        RulePack pack = RulePack.builtIn();
        for (String path : List.of("", "a", "a.txt", "/a.drl", "a//b.drl", "a\\b.drl", "C:a.drl", "a\nb.drl", "a/")) {
            assertThatIllegalArgumentException()
                    .as(path)
                    .isThrownBy(() -> pack.with("test", Map.of(path, "")))
                    .withMessageStartingWith(
                            "The path (" + path + ") of a file in a rule pack must be names divided by");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> pack.with(" ", Map.of()));
    }

    @Test
    void aPackDoesNotChangeWithTheMapItWasMadeOf() {
        TreeMap<String, String> files = new TreeMap<>(Map.of("a.drl", "a"));
        RulePack pack = new RulePack("test", files, new TreeMap<>());
        files.put("b.drl", "b");

        assertThat(pack.files()).hasSize(1);
        assertThatThrownBy(() -> pack.files().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
