package io.rewards.catalogue;

/** What happens where an award is taken back and its money was spent already. Source: domain 12.1 Q3. */
public enum ClawbackPolicy {
    /** The participant's other money pays, and what is missing becomes a debt that the next awards pay. */
    CLAWBACK_NEGATIVE,
    /** The participant's other money pays, and what is missing is lost. */
    CLAWBACK_AVAILABLE,
    /** What was spent is lost. */
    NONE
}
