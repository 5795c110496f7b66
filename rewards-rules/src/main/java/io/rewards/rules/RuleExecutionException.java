package io.rewards.rules;

import io.rewards.event.EventKey;

/** A rule failed on an event; nothing was decided. Names the rule and the offer where they are known. */
public final class RuleExecutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient EventKey event;
    private final String offer;

    /**
     * A failure.
     *
     * @param rule id of the rule, or empty
     * @param event that was being decided
     * @param offer code of the offer, or empty
     * @param cause what was thrown
     */
    public RuleExecutionException(String rule, EventKey event, String offer, Throwable cause) {
        super(
                (rule.isEmpty() ? "A rule" : "The rule (" + rule + ")") + " failed on the event (" + event + ")"
                        + (offer.isEmpty() ? "" : " and the offer (" + offer + ")") + ": "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                cause);
        this.rule = rule;
        this.event = event;
        this.offer = offer;
    }

    /** Id of the rule, or empty where it is not known. */
    public String rule() {
        return rule;
    }

    /** The event that was being decided. */
    public EventKey event() {
        return event;
    }

    /** Code of the offer, or empty where it is not known. */
    public String offer() {
        return offer;
    }
}
