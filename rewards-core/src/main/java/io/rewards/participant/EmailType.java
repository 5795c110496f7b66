package io.rewards.participant;

/** What an e-mail address is for. Source: domain 2.4 C14. */
public enum EmailType {
    PERSONAL,
    BUSINESS,
    CUSTOM1,
    CUSTOM2,
    CUSTOM3,
    CUSTOM4,
    CUSTOM5
}
