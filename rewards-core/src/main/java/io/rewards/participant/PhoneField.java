package io.rewards.participant;

/** The parts of a phone number. Source: domain 2.4 C14. */
public enum PhoneField {
    COUNTRY,
    AREA_CODE,
    NUMBER,
    NOTES
}
