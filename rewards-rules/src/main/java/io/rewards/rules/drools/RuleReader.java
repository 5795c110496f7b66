package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import io.rewards.rules.RuleProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the part of DRL that rule files may use, and refuses the rest by not knowing it. Nothing is skipped but blanks
 * and comments, so what was read is all that the file says. For one file.
 */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{3,4}");
    private static final String GLOBAL = "global io.rewards.rules.Proposals propose;";
    private static final String ID_ADVICE =
            "Below the name of the rule comes its id, as in @id( ABC-010 ): capital letters, a dash, three or four digits,"
                    + " no quotes.";
    private static final String NO_ORDER =
            "Rules have no order and no switches: each proposes for itself, and the offer says when it is valid.";
    private static final String PATTERN_ADVICE =
            "A condition is one line such as $c : TransactionRevenueCandidate( base >= minimum ).";
    private static final String ONE_CANDIDATE =
            "A rule matches one candidate and compares its words. What must be worked out of many things is a word of the"
                    + " candidate.";
    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "agenda",
            "ruleflow",
            "activation",
            "lock",
            "auto",
            "timer",
            "date",
            "duration",
            "enabled",
            "calendars",
            "dialect",
            "attributes");
    private static final Map<String, String> OPENERS = Map.of(
            "function", "What needs code of its own is made in Java and becomes a word of the candidate.",
            "declare", "The words of the candidate are all that a rule knows.",
            "query", "Rules only propose.",
            "dialect", NO_ORDER,
            "unit", "All rule files make one pack.");
    private static final Set<String> CONDITION_WORDS = Set.of(
            "not",
            "exists",
            "forall",
            "eval",
            "from",
            "accumulate",
            "acc",
            "collect",
            "or",
            "and",
            "over",
            "if",
            "do",
            "groupby");

    private final String file;
    private final List<RuleProblem> problems;
    private final Cursor cursor;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private boolean hasGlobal;
    private String current = "";

    private RuleReader(String file, Cursor cursor, List<RuleProblem> problems) {
        this.file = file;
        this.cursor = cursor;
        this.problems = problems;
    }

    /** The rules of a file that can be understood; what is wrong with the others is added to {@code problems}. */
    static List<Rule> read(String file, String text, List<RuleProblem> problems) {
        try {
            RuleReader reader = new RuleReader(file, new Cursor(text), problems);
            reader.readFile();
            return reader.rules;
        } catch (Refusal refusal) {
            problems.add(new RuleProblem(file, refusal.line(), "", refusal.message()));
            return List.of();
        }
    }

    private void readFile() {
        attempt(this::readPackage);
        while (cursor.peek().kind() != Token.Kind.END) {
            attempt(this::readOpener);
        }
    }

    /** Notes what is refused, and goes on where the next thing starts. */
    private void attempt(Runnable reading) {
        int before = problems.size();
        try {
            reading.run();
        } catch (Refusal refusal) {
            if (problems.size() == before) {
                refuse(refusal);
            }
            cursor.skipToNextOpener();
        }
        current = "";
    }

    private void readPackage() {
        String advice = "A rule file begins with its package, such as package rules.house;";
        cursor.expectWord("package", advice);
        qualifiedName(advice);
        cursor.takeSign(";");
    }

    private void readOpener() {
        Token opener = cursor.next();
        switch (opener.text()) {
            case "import" -> readImport();
            case "global" -> readGlobal(opener);
            case "rule" -> readRule(opener);
            default ->
                throw new Refusal(
                        opener.line(),
                        "Found (" + opener.shown() + ") where a rule must start. A rule file holds a package, imports,"
                                + " the global propose and rules, nothing else."
                                + (OPENERS.containsKey(opener.text()) ? " " + OPENERS.get(opener.text()) : ""));
        }
    }

    private void readImport() {
        Token first = cursor.peek();
        String advice = "An import names one type of the rule words, such as " + Candidate.class.getName() + ".";
        requireBeforeRules(first, "An import");
        if (first.isWord("function") || first.isWord("static") || first.isWord("accumulate") || first.isWord("acc")) {
            throw new Refusal(first.line(), "Found (import " + first.text() + "). " + advice);
        }
        String name = qualifiedName(advice);
        if (cursor.takeSign(".")) {
            throw new Refusal(
                    first.line(), "Found (import " + name + "." + cursor.peek().shown() + "). " + advice);
        }
        cursor.takeSign(";");
        Map<String, String> known =
                Vocabulary.importable().stream().collect(Collectors.toMap(Class::getName, Class::getSimpleName));
        if (!known.containsKey(name)) {
            throw new Refusal(
                    first.line(),
                    "The import (" + name + ") is not a type that rules use." + Suggestion.of(name, known.keySet())
                            + " Rules use "
                            + known.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        imported.add(String.valueOf(known.get(name)));
    }

    private void readGlobal(Token opener) {
        requireBeforeRules(opener, "The global");
        String type = qualifiedName("Write " + GLOBAL);
        Token name = cursor.expect(Token.Kind.WORD, "propose", "Write " + GLOBAL);
        cursor.takeSign(";");
        if (!("global " + type + " " + name.text() + ";").equals(GLOBAL)) {
            throw new Refusal(
                    opener.line(),
                    "The global (" + type + " " + name.text() + ") is not known. The only one is: " + GLOBAL);
        }
        hasGlobal = true;
    }

    private void requireBeforeRules(Token token, String what) {
        if (!rules.isEmpty()) {
            throw new Refusal(token.line(), what + " must come before the first rule.");
        }
    }

    private void readRule(Token opener) {
        Token name = cursor.expect(Token.Kind.TEXT, "the name of the rule", "The name is a sentence in double quotes.");
        current = name.text();
        if (name.text().isBlank()) {
            throw new Refusal(name.line(), "The name of the rule must not be blank. Write what it says as a sentence.");
        }
        String id = readId();
        current = id;
        if (!hasGlobal) {
            refuse(new Refusal(opener.line(), "The file must hold this line before its rules: " + GLOBAL));
            hasGlobal = true;
        }
        if (!cursor.takeWord("when")) {
            throw afterId();
        }
        String variable = readVariable();
        Class<? extends Candidate> type = readType();
        TermReader terms = new TermReader(cursor, file, id, type, imported);
        List<String> conditions = readConditions(new ConditionReader(cursor, terms));
        if (!cursor.takeWord("then")) {
            throw afterPattern();
        }
        if (cursor.peek().isSign("[")) {
            throw new Refusal(cursor.peek().line(), "Found ([) after then. A rule has one part after then.");
        }
        ProposalReader.Proposal proposal = new ProposalReader(cursor, terms, variable, type, this::refuse).proposal();
        cursor.expectWord("end", "A rule ends with end.");
        rules.add(new Rule(
                id,
                name.text(),
                file,
                opener.line(),
                type,
                conditions,
                proposal.text(),
                proposal.grants(),
                terms.uses()));
    }

    private String readId() {
        if (!cursor.peek().isSign("@")) {
            throw afterName();
        }
        cursor.next();
        Token annotation = cursor.peek();
        if (!annotation.isWord("id")) {
            throw new Refusal(
                    annotation.line(),
                    "Found (@" + annotation.shown() + "). The only annotation of a rule is its id. " + ID_ADVICE);
        }
        cursor.next();
        cursor.expectSign("(", ID_ADVICE);
        Token first = cursor.peek();
        Token last = first;
        while (!cursor.peek().isSign(")") && cursor.peek().line() == first.line()) {
            last = cursor.peek();
            if (cursor.next().kind() == Token.Kind.END) {
                break;
            }
        }
        String id = first.isSign(")") ? "" : cursor.sourceBetween(first, last);
        if (!ID.matcher(id).matches()) {
            throw new Refusal(first.line(), "The id (" + id + ") of the rule has another shape. " + ID_ADVICE);
        }
        cursor.expectSign(")", ID_ADVICE);
        return id;
    }

    private Refusal afterName() {
        Token found = cursor.peek();
        if (found.isWord("extends")) {
            return new Refusal(found.line(), "Found (extends). A rule stands alone: write its conditions out.");
        }
        return isAttribute(found) ? attribute(found) : cursor.unexpected("@id", ID_ADVICE);
    }

    private Refusal afterId() {
        Token found = cursor.peek();
        if (found.isSign("@")) {
            return new Refusal(
                    found.line(),
                    "Found (@" + cursor.peekSecond().shown()
                            + ") after the id. The id is the only annotation of a rule.");
        }
        return isAttribute(found) ? attribute(found) : cursor.unexpected("when", PATTERN_ADVICE);
    }

    private Refusal afterPattern() {
        Token found = cursor.peek();
        if (found.isSign("@")) {
            return new Refusal(
                    found.line(), "Found (@" + cursor.peekSecond().shown() + ") after the condition. " + ONE_CANDIDATE);
        }
        return cursor.unexpected("then", ONE_CANDIDATE);
    }

    private static boolean isAttribute(Token token) {
        return token.kind() == Token.Kind.WORD && ATTRIBUTES.contains(token.text());
    }

    private static Refusal attribute(Token token) {
        return new Refusal(token.line(), "Found the attribute (" + token.text() + "). " + NO_ORDER);
    }

    private String readVariable() {
        Token variable = cursor.peek();
        if (CONDITION_WORDS.contains(variable.text())) {
            throw new Refusal(variable.line(), "Found (" + variable.text() + "). " + ONE_CANDIDATE);
        }
        if (variable.kind() != Token.Kind.WORD || !variable.text().startsWith("$")) {
            throw cursor.unexpected("$c", PATTERN_ADVICE);
        }
        cursor.next();
        cursor.expectSign(":", PATTERN_ADVICE);
        return variable.text();
    }

    private Class<? extends Candidate> readType() {
        Token name = cursor.peek();
        if (CONDITION_WORDS.contains(name.text())) {
            throw new Refusal(name.line(), "Found (" + name.text() + "). " + ONE_CANDIDATE);
        }
        cursor.expect(Token.Kind.WORD, "a type of candidate", PATTERN_ADVICE);
        Class<? extends Candidate> type = Vocabulary.candidates().get(name.text());
        if (type == null) {
            throw new Refusal(
                    name.line(),
                    "There is no candidate (" + name.text() + ")."
                            + Suggestion.of(name.text(), Vocabulary.candidates().keySet()) + " Known are "
                            + String.join(", ", Vocabulary.candidates().keySet()) + ".");
        }
        if (!imported.contains(name.text())) {
            refuse(new Refusal(
                    name.line(),
                    "The type (" + name.text() + ") must be imported. Add: import " + type.getName() + ";"));
        }
        cursor.expectSign("(", PATTERN_ADVICE);
        return type;
    }

    private List<String> readConditions(ConditionReader reader) {
        List<String> conditions = new ArrayList<>();
        if (cursor.takeSign(")")) {
            return conditions;
        }
        do {
            try {
                conditions.add(reader.condition());
            } catch (Refusal refusal) {
                refuse(refusal);
                cursor.skipToNextOfList();
            }
        } while (cursor.takeSign(","));
        if (!cursor.takeSign(")") && !cursor.peek().isWord("then")) {
            throw cursor.unexpected(")", PATTERN_ADVICE);
        }
        return conditions;
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

    private void refuse(Refusal refusal) {
        problems.add(new RuleProblem(file, refusal.line(), current, refusal.message()));
    }
}
