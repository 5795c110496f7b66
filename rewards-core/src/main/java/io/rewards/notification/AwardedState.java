package io.rewards.notification;

/** How far a participant has come in a scheme; one can be awarded and close to the next award. Source: domain 10. */
public enum AwardedState {
    /** No offer of the scheme has ever awarded the participant. */
    NOT_AWARDED,
    /** Little is missing for the next award of an offer of the scheme. */
    CLOSE_TO_AWARD,
    /** An offer of the scheme has awarded the participant. */
    AWARDED
}
