package io.rewards.participant;

/** What an address is for. Source: domain 2.4 C14. */
public enum AddressType {
    HOME,
    BUSINESS,
    POBOX,
    CUSTOM1,
    CUSTOM2,
    CUSTOM3,
    CUSTOM4,
    CUSTOM5
}
