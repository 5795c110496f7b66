package io.rewards.attribute;

/** The types an attribute can have. */
public enum AttributeType {
    TEXT,
    WHOLE_NUMBER,
    AMOUNT,
    DATE
}
