package io.rewards.participant;

/** The parts of an e-mail entry. Source: domain 2.4 C14. */
public enum EmailField {
    ADDRESS
}
