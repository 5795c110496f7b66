package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import io.rewards.rules.AttributeUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values that conditions compare and proposals hand on. For one rule. */
final class TermReader {

    private static final Pattern ATTRIBUTE_OF_ONE =
            Pattern.compile("(event|participant|offer)\\.[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern ATTRIBUTE_OF_MANY = Pattern.compile("(line|product)\\.[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final String LOOK_UP_OF_MANY = "texts";

    private final Cursor cursor;
    private final String file;
    private final String rule;
    private final Class<? extends Candidate> type;
    private final Set<String> imported;
    private final List<AttributeUse> uses = new ArrayList<>();

    TermReader(Cursor cursor, String file, String rule, Class<? extends Candidate> type, Set<String> imported) {
        this.cursor = cursor;
        this.file = file;
        this.rule = rule;
        this.type = type;
        this.imported = imported;
    }

    /** The attributes that were read so far. */
    List<AttributeUse> uses() {
        return uses;
    }

    /** A word of the candidate or a look-up, written bare as in a condition. */
    Term bare() {
        Token name = cursor.peek();
        if (name.kind() != Token.Kind.WORD) {
            throw cursor.unexpected(
                    "a word of the candidate", "A condition compares words of the candidate, such as base < minimum.");
        }
        if (name.text().startsWith("$")) {
            throw new Refusal(
                    name.line(),
                    "Found (" + name.text() + "). A condition names words of the candidate bare: base, not $c.base.");
        }
        cursor.next();
        if (cursor.peek().isSign("(")) {
            return lookUp(name, "");
        }
        Kind kind = accessor(name);
        if (cursor.peek().isSign(".")) {
            throw new Refusal(
                    name.line(),
                    "Found (" + name.text() + "." + cursor.peekSecond().shown()
                            + "). A condition uses the words of the candidate as they are, and nothing inside them.");
        }
        return new Term(name.text(), kind);
    }

    /** What a condition compares with: a word, a look-up, a constant or a literal. */
    Term value() {
        Token first = cursor.peek();
        switch (first.kind()) {
            case TEXT -> {
                cursor.next();
                return new Term("\"" + first.text() + "\"", Kind.TEXT);
            }
            case NUMBER -> {
                return number("");
            }
            default -> {
                if (cursor.takeSign("-")) {
                    return number("-");
                }
                if (cursor.takeWord("true") || cursor.takeWord("false")) {
                    return new Term(first.text(), Kind.FLAG);
                }
                return isConstant() ? constant() : bare();
            }
        }
    }

    /** True when a constant such as {@code OfferState.EFFECTIVE} comes next. */
    boolean isConstant() {
        Token first = cursor.peek();
        return first.kind() == Token.Kind.WORD
                && (Vocabulary.constantTypes().containsKey(first.text())
                        || (Character.isUpperCase(first.text().charAt(0))
                                && cursor.peekSecond().isSign(".")));
    }

    /** A constant. */
    Term constant() {
        Token name = cursor.next();
        Class<?> constants = Vocabulary.constantTypes().get(name.text());
        if (constants == null) {
            throw new Refusal(
                    name.line(),
                    "The type (" + name.text() + ") has no constants that rules use."
                            + Suggestion.of(
                                    name.text(), Vocabulary.constantTypes().keySet()) + " Known are "
                            + String.join(", ", Vocabulary.constantTypes().keySet()) + ".");
        }
        requireImported(name, constants);
        cursor.expectSign(".", "Name one of the constants, such as " + example(constants) + ".");
        Token constant = cursor.expect(
                Token.Kind.WORD, "a constant", "Name one of the constants, such as " + example(constants) + ".");
        List<String> known = Arrays.stream(constants.getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .toList();
        if (!known.contains(constant.text())) {
            throw new Refusal(
                    constant.line(),
                    "There is no " + name.text() + "." + constant.text() + "." + Suggestion.of(constant.text(), known)
                            + " Known are " + String.join(", ", known) + ".");
        }
        return new Term(name.text() + "." + constant.text(), new Kind(constants, constants));
    }

    /** A word of the candidate or a look-up, called on the candidate as in a proposal: after the dot. */
    Term called() {
        Token name = cursor.expect(
                Token.Kind.WORD, "a word of the candidate", "Call a word of the candidate, such as $c.base().");
        if (Vocabulary.lookUps().containsKey(name.text())) {
            return lookUp(name, "$c.");
        }
        Kind kind = accessor(name);
        String advice = "Write $c." + name.text() + "().";
        cursor.expectSign("(", advice);
        cursor.expectSign(")", advice);
        if (cursor.peek().isSign(".")) {
            throw new Refusal(
                    name.line(),
                    "Found (." + cursor.peekSecond().shown() + ") after " + name.text()
                            + "(). A proposal hands on the words of the candidate as they are, and nothing inside them.");
        }
        return new Term("$c." + name.text() + "()", kind);
    }

    private Kind accessor(Token name) {
        Kind kind = Vocabulary.accessors(type).get(name.text());
        if (kind == null) {
            throw new Refusal(
                    name.line(),
                    "There is no word (" + name.text() + ") of " + type.getSimpleName() + "."
                            + Suggestion.of(
                                    name.text(), Vocabulary.accessors(type).keySet()));
        }
        return kind;
    }

    private Term lookUp(Token name, String prefix) {
        Kind kind = Vocabulary.lookUps().get(name.text());
        if (kind == null) {
            boolean accessor = Vocabulary.accessors(type).containsKey(name.text());
            throw new Refusal(
                    name.line(),
                    "Found (" + name.text() + "(...)). "
                            + (accessor
                                    ? "A condition names it without parentheses: " + name.text() + "."
                                    : "Only the look-ups "
                                            + String.join(
                                                    ", ", Vocabulary.lookUps().keySet())
                                            + " are called."
                                            + Suggestion.of(
                                                    name.text(),
                                                    Vocabulary.lookUps().keySet())));
        }
        boolean many = name.text().equals(LOOK_UP_OF_MANY);
        String advice = "A look-up names one attribute in double quotes, such as " + name.text()
                + (many ? "(\"line.colour\")." : "(\"event.channel\").");
        cursor.expectSign("(", advice);
        Token path = cursor.expect(Token.Kind.TEXT, "an attribute in double quotes", advice);
        cursor.expectSign(")", advice);
        if (!(many ? ATTRIBUTE_OF_MANY : ATTRIBUTE_OF_ONE).matcher(path.text()).matches()) {
            throw new Refusal(
                    path.line(),
                    "The attribute (" + path.text() + ") must be "
                            + (many ? "line or product" : "event, participant or offer")
                            + ", a dot, and a name of letters and digits that starts with a small letter."
                            + (many ? " The others have one value: use attribute." : " Lines have many: use texts."));
        }
        uses.add(new AttributeUse(path.text(), Vocabulary.attributeTypeOf(name.text()), file, name.line(), rule));
        if (cursor.peek().isSign(".")) {
            throw new Refusal(
                    name.line(), "Found (." + cursor.peekSecond().shown() + ") after a look-up. Use it as it is.");
        }
        return new Term(prefix + name.text() + "(\"" + path.text() + "\")", kind);
    }

    private Term number(String sign) {
        Token number = cursor.expect(Token.Kind.NUMBER, "a whole number", "Only a number can be negative.");
        if (!WHOLE_NUMBER.matcher(number.text()).matches()) {
            throw new Refusal(
                    number.line(),
                    "The number (" + number.text() + ") must be whole, of at most 9 digits, without leading zeros."
                            + " Amounts are never written in a rule: they belong into the offer.");
        }
        return new Term(sign + number.text(), Kind.NUMBER);
    }

    private void requireImported(Token name, Class<?> needed) {
        if (!imported.contains(needed.getSimpleName())) {
            throw new Refusal(
                    name.line(),
                    "The type (" + name.text() + ") must be imported. Add: import " + needed.getName() + ";");
        }
    }

    private static String example(Class<?> constants) {
        return constants.getSimpleName() + "." + ((Enum<?>) constants.getEnumConstants()[0]).name();
    }
}
