package io.rewards.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the rule files below a directory. Links are followed as long as they stay inside, because a mounted
 * configuration is often made of links into a hidden folder of its own. For one reading.
 */
final class RuleDirectory {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path root;
    private final SortedMap<String, String> texts = new TreeMap<>();

    private RuleDirectory(Path root) {
        this.root = root;
    }

    static Map<String, String> read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("The rule directory (" + directory + ") must be a directory.");
        }
        try {
            RuleDirectory reading = new RuleDirectory(directory.toRealPath());
            reading.walk(directory, "", 0);
            return reading.texts;
        } catch (IOException e) {
            throw new UncheckedIOException("The rule directory (" + directory + ") could not be read.", e);
        }
    }

    private void walk(Path folder, String prefix, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("The rule directory (" + folder + ") must be at most " + MAX_DEPTH
                    + " folders deep. Maybe a link leads in a circle.");
        }
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted().toList();
        }
        for (Path entry : entries) {
            String name = folder.relativize(entry).toString();
            if (name.startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                requireInside(entry);
                walk(entry, prefix + name + "/", depth + 1);
            } else if (name.endsWith(RulePack.RULES_END) || name.endsWith(RulePack.CASES_END)) {
                requireInside(entry);
                texts.put(prefix + name, text(entry));
            }
        }
    }

    private void requireInside(Path entry) throws IOException {
        if (!entry.toRealPath().startsWith(root)) {
            throw new IllegalArgumentException("The link (" + entry + ") must not lead out of the rule directory ("
                    + root + "). Copy the file instead.");
        }
    }

    private String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("The rule file (" + file + ") must be a plain file.");
        }
        if (texts.size() >= MAX_FILES) {
            throw new IllegalArgumentException(
                    "The rule directory (" + root + ") must hold at most " + MAX_FILES + " files.");
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("The rule file (" + file + ") must be at most " + MAX_BYTES
                    + " bytes. Split it into several files.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The rule file (" + file + ") must be text in UTF-8.", e);
        }
    }
}
