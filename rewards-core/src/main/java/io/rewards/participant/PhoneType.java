package io.rewards.participant;

/** What a phone number is for. Source: domain 2.4 C14. */
public enum PhoneType {
    LANDLINE,
    MOBILE,
    FAX,
    CUSTOM1,
    CUSTOM2,
    CUSTOM3,
    CUSTOM4,
    CUSTOM5
}
