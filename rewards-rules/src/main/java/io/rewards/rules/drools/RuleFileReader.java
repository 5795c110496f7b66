package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import io.rewards.rules.RuleProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the part of DRL that rule files may use, and refuses the rest by not knowing it. Nothing is skipped but blanks
 * and comments, so what was read is all that the file says. For one file.
 */
final class RuleFileReader {

    private static final String GLOBAL = "global io.rewards.rules.Proposals propose;";
    private static final String PACKAGE_ADVICE = "A rule file begins with its package, such as package rules.house;";
    private static final String IMPORT_ADVICE =
            "An import names one type of the rule words, such as " + Candidate.class.getName() + ".";
    private static final Map<String, String> ADVICE = Map.of(
            "function", " What needs code of its own is made in Java and becomes a word of the candidate.",
            "declare", " The words of the candidate are all that a rule knows.",
            "query", " Rules only propose.",
            "dialect", " Rules have no switches.",
            "unit", " All rule files make one pack.");
    private static final Map<String, Class<?>> IMPORTABLE =
            Vocabulary.importable().stream().collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private final Cursor cursor;
    private final FileProblems problems;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private boolean hasGlobal;

    private RuleFileReader(Cursor cursor, FileProblems problems) {
        this.cursor = cursor;
        this.problems = problems;
    }

    /** The rules of a file that can be understood; what is wrong with it is added to {@code found}. */
    static List<Rule> read(String file, String text, List<RuleProblem> found) {
        FileProblems problems = new FileProblems(file);
        List<Rule> rules = List.of();
        try {
            RuleFileReader reader = new RuleFileReader(new Cursor(text), problems);
            reader.readFile();
            rules = reader.rules;
        } catch (Refusal refusal) {
            problems.add(refusal);
        }
        if (rules.isEmpty() && problems.found().isEmpty()) {
            problems.add(new Refusal(1, "The file holds no rule. Write one, or delete the file."));
        }
        found.addAll(problems.found());
        return rules;
    }

    private void readFile() {
        attempt(this::readPackage);
        while (cursor.peek().kind() != Token.Kind.END) {
            attempt(this::readOpener);
        }
    }

    /** Notes what is refused, and goes on where the next thing starts. */
    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            if (!refusal.isNoted()) {
                problems.add(refusal);
            }
            cursor.skipToNextOpener();
        }
        problems.inRule("");
    }

    private void readPackage() {
        cursor.expectWord("package", PACKAGE_ADVICE);
        qualifiedName(PACKAGE_ADVICE);
        cursor.takeSign(";");
    }

    private void readOpener() {
        Token opener = cursor.next();
        switch (opener.text()) {
            case "import" -> readImport(opener);
            case "global" -> readGlobal(opener);
            case "rule" -> readRule(opener);
            default ->
                throw new Refusal(
                        opener,
                        "Found (" + opener.shown() + ") where a rule must start. A rule file holds a package, imports,"
                                + " the global propose and rules, nothing else."
                                + ADVICE.getOrDefault(opener.text(), ""));
        }
    }

    private void readImport(Token opener) {
        requireBeforeRules(opener);
        Token first = cursor.peek();
        if (first.isWord("function") || first.isWord("static") || first.isWord("accumulate") || first.isWord("acc")) {
            throw new Refusal(first, "Found (import " + first.text() + "). " + IMPORT_ADVICE);
        }
        String name = qualifiedName(IMPORT_ADVICE);
        if (cursor.takeSign(".")) {
            throw new Refusal(
                    first, "Found (import " + name + "." + cursor.peek().shown() + "). " + IMPORT_ADVICE);
        }
        cursor.takeSign(";");
        Class<?> type = IMPORTABLE.get(name);
        if (type == null) {
            throw new Refusal(
                    first,
                    "The import (" + name + ") is not a type that rules use."
                            + Suggestion.orAll(
                                    name, IMPORTABLE.keySet().stream().sorted().toList()));
        }
        imported.add(type.getSimpleName());
    }

    private void readGlobal(Token opener) {
        requireBeforeRules(opener);
        String type = qualifiedName("Write " + GLOBAL);
        Token name = cursor.expect(Token.Kind.WORD, "propose", "Write " + GLOBAL);
        cursor.takeSign(";");
        if (!GLOBAL.equals("global " + type + " " + name.text() + ";")) {
            throw new Refusal(
                    opener, "The global (" + type + " " + name.text() + ") is not known. The only one is: " + GLOBAL);
        }
        hasGlobal = true;
    }

    private void requireBeforeRules(Token opener) {
        if (!rules.isEmpty()) {
            throw new Refusal(
                    opener,
                    "Found (" + opener.text() + ") after a rule. Imports and the global come before the rules.");
        }
    }

    private void readRule(Token opener) {
        Rule rule = new RuleReader(cursor, problems, imported).read(opener);
        if (!hasGlobal) {
            problems.add(new Refusal(opener, "The file must hold this line before its rules: " + GLOBAL));
            hasGlobal = true;
        }
        rules.add(rule);
    }

    private String qualifiedName(String advice) {
        StringBuilder name = new StringBuilder(
                cursor.expect(Token.Kind.WORD, "a name", advice).text());
        while (cursor.peek().isSign(".") && cursor.peekSecond().kind() == Token.Kind.WORD) {
            cursor.next();
            name.append('.').append(cursor.next().text());
        }
        return name.toString();
    }
}
