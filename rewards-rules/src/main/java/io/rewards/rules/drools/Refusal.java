package io.rewards.rules.drools;

/** A place in a rule file that may not be written so. Never leaves this package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String text;

    Refusal(int line, String text) {
        super(text, null, false, false);
        this.line = line;
        this.text = text;
    }

    Refusal(Token at, String text) {
        this(at.line(), text);
    }

    /** To stop reading where what is wrong has been noted already. */
    static Refusal noted() {
        return new Refusal(0, "");
    }

    boolean isNoted() {
        return text.isEmpty();
    }

    int line() {
        return line;
    }

    /** What is wrong and what to do. */
    String text() {
        return text;
    }
}
