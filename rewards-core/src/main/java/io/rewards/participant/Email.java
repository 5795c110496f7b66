package io.rewards.participant;

/**
 * An e-mail address of a participant. Immutable. Source: domain 2.4 C14.
 *
 * @param type what it is for
 * @param address itself; may be empty
 */
public record Email(EmailType type, String address) {}
