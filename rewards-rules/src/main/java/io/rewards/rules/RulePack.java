package io.rewards.rules;

import io.rewards.catalogue.Classification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A named set of rule files, with the cases that lie beside them. Whether the rules are right is not known here: the
 * compiler checks them. Immutable and thread-safe.
 *
 * @param name for messages and logs
 * @param files text of each rule file by its path within the pack, such as {@code shared/shared.drl}
 * @param cases text of each file of cases by its path, such as {@code shared/shared.cases.yaml}
 */
public record RulePack(String name, SortedMap<String, String> files, SortedMap<String, String> cases) {

    static final String RULES_END = ".drl";
    static final String CASES_END = ".cases.yaml";

    private static final Pattern PATH = Pattern.compile("[^\\p{Cntrl}/\\\\:]+(/[^\\p{Cntrl}/\\\\:]+)*");

    /** Copies the files. Refuses a blank name and paths of another shape; line ends become those of Unix. */
    public RulePack {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a rule pack must not be blank.");
        }
        files = copy(files, RULES_END);
        cases = copy(cases, CASES_END);
    }

    /** The rules that come with the library: one file for each classification, one for what they
     * share, and one for agreements with merchants. */
    public static RulePack builtIn() {
        List<String> folders = new ArrayList<>(List.of("shared", "agreements"));
        for (Classification classification : Classification.values()) {
            folders.add(classification.folder());
        }
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, String> cases = new TreeMap<>();
        for (String folder : folders) {
            load(folder + "/" + folder + RULES_END, files);
            load(folder + "/" + folder + CASES_END, cases);
        }
        return new RulePack("built-in", files, cases);
    }

    /**
     * The built-in rules with the {@code .drl} files of a directory added; a file with the path of a built-in one takes
     * its place. The same goes for files of cases. Other files and names that start with a dot are left alone.
     *
     * @throws IllegalArgumentException when a file is too large, not UTF-8, or a link that leaves the directory
     * @throws UncheckedIOException when the directory cannot be read
     */
    public static RulePack directory(Path directory) {
        return builtIn().with(directory.toString(), RuleDirectory.read(directory));
    }

    /** This pack under another name, with these files of rules and cases added, or in the place of those they name. */
    public RulePack with(String changedName, Map<String, String> added) {
        SortedMap<String, String> changedFiles = new TreeMap<>(files);
        SortedMap<String, String> changedCases = new TreeMap<>(cases);
        added.forEach((path, text) -> {
            if (path.endsWith(CASES_END)) {
                changedCases.put(path, text);
            } else {
                changedFiles.put(path, text);
            }
        });
        return new RulePack(changedName, changedFiles, changedCases);
    }

    /** SHA-256 over paths and texts of the rule files, in hexadecimal; name and cases do not count. */
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((path, text) -> {
            update(digest, path);
            update(digest, text);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static SortedMap<String, String> copy(Map<String, String> texts, String end) {
        SortedMap<String, String> copy = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (!PATH.matcher(path).matches() || !path.endsWith(end)) {
                throw new IllegalArgumentException("The path (" + path
                        + ") of a file in a rule pack must be names divided by slashes, and end with " + end + ".");
            }
            copy.put(path, text.replace("\r\n", "\n").replace('\r', '\n'));
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    private static void load(String path, Map<String, String> texts) {
        try (InputStream stream = RulePack.class.getResourceAsStream("pack/" + path)) {
            if (stream != null) {
                texts.put(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The built-in rule file (" + path + ") could not be read.", e);
        }
    }

    /** With its length before it, so that no two sets of files have the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256.", e);
        }
    }
}
