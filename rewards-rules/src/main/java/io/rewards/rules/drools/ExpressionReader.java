package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import io.rewards.rules.AttributeUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the expressions that conditions compare and proposals hand on. For one rule. */
final class ExpressionReader {

    private static final Pattern ATTRIBUTE_OF_ONE =
            Pattern.compile("(event|participant|offer)\\.[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern ATTRIBUTE_OF_MANY = Pattern.compile("(line|product)\\.[a-z][A-Za-z0-9]{0,39}");
    private static final String LOOK_UP_OF_MANY = "texts";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final String A_WORD = "a word of the candidate";

    private final Cursor cursor;
    private final Class<? extends Candidate> type;
    private final Set<String> imported;
    private final String file;
    private final String rule;
    private final List<AttributeUse> uses = new ArrayList<>();

    ExpressionReader(Cursor cursor, Class<? extends Candidate> type, Set<String> imported, String file, String rule) {
        this.cursor = cursor;
        this.type = type;
        this.imported = imported;
        this.file = file;
        this.rule = rule;
    }

    /** The attributes that were read so far. */
    List<AttributeUse> uses() {
        return uses;
    }

    /** A word of the candidate or a look-up, written bare as in a condition. */
    Expression bare() {
        Token name = cursor.peek();
        if (name.kind() != Token.Kind.WORD) {
            throw cursor.unexpected(A_WORD, "A condition starts with a word of the candidate, as in base < minimum.");
        }
        if (name.text().startsWith("$")) {
            throw new Refusal(
                    name,
                    "Found (" + name.text() + "). A condition names words of the candidate bare: base, not $c.base.");
        }
        cursor.next();
        if (cursor.peek().isSign("(")) {
            return lookUp(name, "");
        }
        ValueType valueType = accessor(name);
        if (cursor.peek().isSign(".")) {
            throw new Refusal(
                    name,
                    "Found (" + name.text() + "." + cursor.peekSecond().shown()
                            + "). A condition uses the words of the candidate as they are, and nothing inside them.");
        }
        return new Expression(name.text(), valueType);
    }

    /** What a condition compares with: a word, a look-up, a constant or a literal. */
    Expression value() {
        Token first = cursor.peek();
        if (first.kind() == Token.Kind.TEXT) {
            cursor.next();
            return new Expression("\"" + first.text() + "\"", ValueType.TEXT);
        }
        if (first.kind() == Token.Kind.NUMBER) {
            return number("");
        }
        if (cursor.takeSign("-")) {
            return number("-");
        }
        if (cursor.takeWord("true") || cursor.takeWord("false")) {
            return new Expression(first.text(), ValueType.FLAG);
        }
        if (first.isWord("null")) {
            throw new Refusal(first, "Found (null). Every word always has a value.");
        }
        if (first.isSign("'")) {
            throw new Refusal(first, "Found ('). A text is written between double quotes.");
        }
        return isConstant() ? constant() : bare();
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
    Expression constant() {
        Token name = cursor.next();
        Class<?> constants = Vocabulary.constantTypes().get(name.text());
        if (constants == null) {
            throw new Refusal(
                    name,
                    "The type (" + name.text() + ") has no constants that rules use."
                            + Suggestion.orAll(
                                    name.text(), Vocabulary.constantTypes().keySet()));
        }
        if (!imported.contains(name.text())) {
            throw new Refusal(
                    name, "The type (" + name.text() + ") must be imported. Add: import " + constants.getName() + ";");
        }
        ValueType valueType = new ValueType(constants, constants);
        String advice = "Name one of the constants, such as " + valueType.example() + ".";
        cursor.expectSign(".", advice);
        Token constant = cursor.expect(Token.Kind.WORD, "a constant", advice);
        if (!valueType.constants().contains(constant.text())) {
            throw new Refusal(
                    constant,
                    "There is no " + name.text() + "." + constant.text() + "."
                            + Suggestion.orAll(constant.text(), valueType.constants()));
        }
        return new Expression(name.text() + "." + constant.text(), valueType);
    }

    /** A word of the candidate or a look-up, called on the candidate as in a proposal: what comes after the dot. */
    Expression called() {
        Token name = cursor.expect(Token.Kind.WORD, A_WORD, "Call a word of the candidate, such as $c.base().");
        if (Vocabulary.lookUps().containsKey(name.text())) {
            return lookUp(name, "$c.");
        }
        ValueType valueType = accessor(name);
        String advice = "Write $c." + name.text() + "().";
        cursor.expectSign("(", advice);
        cursor.expectSign(")", advice);
        if (cursor.peek().isSign(".")) {
            throw new Refusal(
                    name,
                    "Found (." + cursor.peekSecond().shown() + ") after " + name.text()
                            + "(). A proposal hands on the words of the candidate as they are, and nothing inside them.");
        }
        return new Expression("$c." + name.text() + "()", valueType);
    }

    private ValueType accessor(Token name) {
        ValueType valueType = Vocabulary.accessors(type).get(name.text());
        if (valueType == null) {
            String suggestion =
                    Suggestion.of(name.text(), Vocabulary.accessors(type).keySet());
            throw new Refusal(
                    name,
                    "There is no word (" + name.text() + ") of " + type.getSimpleName() + "."
                            + (suggestion.isEmpty() ? " The guide to writing rules lists its words." : suggestion));
        }
        return valueType;
    }

    private Expression lookUp(Token name, String prefix) {
        ValueType valueType = Vocabulary.lookUps().get(name.text());
        if (valueType == null) {
            throw new Refusal(name, "Found (" + name.text() + "(...)). " + adviceOnCall(name.text()));
        }
        boolean many = name.text().equals(LOOK_UP_OF_MANY);
        String advice = "A look-up names one attribute in double quotes, such as " + name.text()
                + (many ? "(\"line.colour\")." : "(\"event.channel\").");
        cursor.expectSign("(", advice);
        Token path = cursor.expect(Token.Kind.TEXT, "an attribute in double quotes", advice);
        cursor.expectSign(")", advice);
        if (!(many ? ATTRIBUTE_OF_MANY : ATTRIBUTE_OF_ONE).matcher(path.text()).matches()) {
            throw new Refusal(
                    path,
                    "The attribute (" + path.text() + ") must be written like "
                            + (many
                                    ? "line.colour: line or product, a dot and its name. The others have one value: use"
                                            + " attribute, number, amount or date."
                                    : "event.channel: event, participant or offer, a dot and its name. Lines and products"
                                            + " have many values: use texts."));
        }
        if (cursor.peek().isSign(".")) {
            throw new Refusal(name, "Found (." + cursor.peekSecond().shown() + ") after a look-up. Use it as it is.");
        }
        uses.add(new AttributeUse(path.text(), Vocabulary.attributeTypeOf(name.text()), file, name.line(), rule));
        return new Expression(prefix + name.text() + "(\"" + path.text() + "\")", valueType);
    }

    private String adviceOnCall(String word) {
        if (Vocabulary.accessors(type).containsKey(word)) {
            return "A condition names it without parentheses: " + word + ".";
        }
        return "Only the look-ups " + String.join(", ", Vocabulary.lookUps().keySet()) + " are called."
                + Suggestion.of(word, Vocabulary.lookUps().keySet());
    }

    private Expression number(String sign) {
        Token number = cursor.expect(Token.Kind.NUMBER, "a whole number", "Only a number can be negative.");
        if (!WHOLE_NUMBER.matcher(number.text()).matches()) {
            throw new Refusal(
                    number,
                    "The number (" + number.text() + ") must be whole, of at most 9 digits, without leading zeros."
                            + " Amounts are never written in a rule: they belong in the offer.");
        }
        return new Expression(sign + number.text(), ValueType.NUMBER);
    }
}
