package io.rewards.event;

/** An event that only the engine raises; hosts cannot send it. */
public sealed interface RaisedEvent extends CustomerEvent
        permits ReferredAwarded,
                FirstAward,
                DuplicateMerged,
                ParticipantVisited,
                EventEvaluated,
                MoneyExpired,
                MoneyConverted,
                TransferReceived,
                ReferralCancelled {

    /** The system in the keys of what follows for others from an event. */
    String FOLLOW_UP = "follow-up";

    /** The system in the keys of what runs raise. */
    String RUN = "run";
}
