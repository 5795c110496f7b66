package io.rewards.attribute;

/** What an attribute belongs to. */
public enum AttributeOwner {
    EVENT,
    LINE,
    PARTICIPANT,
    PRODUCT,
    OFFER
}
