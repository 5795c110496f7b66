package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one rule, from its name to its end. For one rule. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{3,4}");
    private static final String ID_ADVICE =
            "Below the name of the rule comes its id, as in @id( ABC-010 ): capital letters, a dash, three or four digits,"
                    + " no quotes.";
    private static final String PATTERN_ADVICE =
            "The condition of a rule looks like $c : TransactionRevenueCandidate( base >= minimum ).";
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
    private static final Set<String> ELEMENTS = Set.of(
            "not", "exists", "forall", "eval", "from", "accumulate", "acc", "collect", "groupby", "or", "and", "if");

    private final Cursor cursor;
    private final FileProblems problems;
    private final Set<String> imported;

    RuleReader(Cursor cursor, FileProblems problems, Set<String> imported) {
        this.cursor = cursor;
        this.problems = problems;
        this.imported = imported;
    }

    /** The rule that {@code opener} starts. Throws {@link Refusal} where it cannot be read on. */
    Rule read(Token opener) {
        String name = readName();
        problems.inRule(name);
        String id = readId();
        problems.inRule(id);
        if (!cursor.takeWord("when")) {
            throw misplaced("when", PATTERN_ADVICE);
        }
        String variable = readVariable();
        Class<? extends Candidate> type = readType();
        ExpressionReader expressions = new ExpressionReader(cursor, type, imported, problems.file(), id);
        List<String> conditions = readConditions(new ConditionReader(cursor, expressions));
        if (!cursor.takeWord("then")) {
            throw misplaced("then", ONE_CANDIDATE);
        }
        ProposalReader.Proposal proposal = new ProposalReader(cursor, expressions, variable, type, problems).read();
        cursor.expectWord("end", "A rule ends with end.");
        return new Rule(
                id,
                name,
                problems.file(),
                opener.line(),
                type,
                conditions,
                proposal.text(),
                proposal.grants(),
                expressions.uses());
    }

    private String readName() {
        Token name =
                cursor.expect(Token.Kind.TEXT, "the name of the rule", "The name is a sentence between double quotes.");
        if (name.text().isBlank()) {
            throw new Refusal(name, "The name of the rule must not be blank. Write what the rule says as a sentence.");
        }
        return name.text();
    }

    private String readId() {
        if (!cursor.peek().isSign("@") || !cursor.peekSecond().isWord("id")) {
            throw misplaced("@id", ID_ADVICE);
        }
        cursor.next();
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
            throw new Refusal(first, "The id (" + id + ") of the rule has another shape. " + ID_ADVICE);
        }
        cursor.expectSign(")", ID_ADVICE);
        return id;
    }

    private String readVariable() {
        Token variable = cursor.peek();
        if (variable.kind() != Token.Kind.WORD || !variable.text().startsWith("$")) {
            throw misplaced("$c", PATTERN_ADVICE);
        }
        cursor.next();
        cursor.expectSign(":", PATTERN_ADVICE);
        return variable.text();
    }

    private Class<? extends Candidate> readType() {
        Token name = cursor.peek();
        if (name.kind() != Token.Kind.WORD || ELEMENTS.contains(name.text())) {
            throw misplaced("a type of candidate", PATTERN_ADVICE);
        }
        cursor.next();
        Class<? extends Candidate> type = Vocabulary.candidates().get(name.text());
        if (type == null) {
            throw new Refusal(
                    name,
                    "There is no candidate (" + name.text() + ")."
                            + Suggestion.orAll(
                                    name.text(), Vocabulary.candidates().keySet()));
        }
        if (!imported.contains(name.text())) {
            problems.add(new Refusal(
                    name, "The type (" + name.text() + ") must be imported. Add: import " + type.getName() + ";"));
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
            int start = cursor.mark();
            try {
                conditions.add(reader.read());
            } catch (Refusal refusal) {
                problems.add(refusal);
                cursor.skipMember(start);
            }
        } while (cursor.takeSign(","));
        // Only a refused condition leaves the cursor elsewhere; what comes after then can still be read.
        if (!cursor.takeSign(")") && !cursor.peek().isWord("then")) {
            throw Refusal.noted();
        }
        return conditions;
    }

    /** Something stands where another thing must come: says what it is, where that is known. */
    private Refusal misplaced(String wanted, String advice) {
        Token found = cursor.peek();
        String text = found.text();
        if (found.isSign("@")) {
            return new Refusal(
                    found,
                    "Found (@" + cursor.peekSecond().shown() + "). A rule has no annotation but its id. " + ID_ADVICE);
        }
        if (found.isWord("extends")) {
            return new Refusal(found, "Found (extends). A rule stands alone: write its conditions out.");
        }
        if (found.kind() == Token.Kind.WORD && ATTRIBUTES.contains(text)) {
            return new Refusal(
                    found,
                    "Found the attribute (" + text + "). Rules have no order and no switches: each proposes for itself,"
                            + " and the offer says when it is valid.");
        }
        if (found.kind() == Token.Kind.WORD && ELEMENTS.contains(text)) {
            return new Refusal(found, "Found (" + text + "). " + ONE_CANDIDATE);
        }
        return cursor.unexpected(wanted, advice);
    }
}
