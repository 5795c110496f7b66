package io.rewards.participant;

/** The states of a participant; terminated is final. Source: domain 4.6. */
public enum ParticipantState {
    EFFECTIVE,
    TERMINATED
}
