package io.rewards.rules;

import io.rewards.amount.Amount;
import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a rule may call, as the global {@code propose}: grant an award, or decline it and say why. A proposal changes
 * nothing; the engine notes which rule made it. The two values of a decline are what was found and what was required.
 * For one evaluation and one thread.
 */
public interface Proposals {

    /** Proposes that the offer awards {@code amount}. */
    void grant(Candidate candidate, Amount amount);

    /** Says why not. */
    void decline(Candidate candidate, DeclineReason reason);

    /** Says why not, with amounts. */
    void decline(Candidate candidate, DeclineReason reason, Amount actual, Amount required);

    /** Says why not, with amounts, and until when the chance lasts. */
    void decline(Candidate candidate, DeclineReason reason, Amount actual, Amount required, Instant until);

    /** Says why not, with numbers. */
    void decline(Candidate candidate, DeclineReason reason, long actual, long required);

    /** Says why not, with numbers, and until when the chance lasts. */
    void decline(Candidate candidate, DeclineReason reason, long actual, long required, Instant until);

    /** Says why not, with numbers, and what is missing in words. */
    void decline(Candidate candidate, DeclineReason reason, long actual, long required, String missing);

    /** Says why not, with moments. */
    void decline(Candidate candidate, DeclineReason reason, Instant actual, Instant required);

    /** Says why not, with days. */
    void decline(Candidate candidate, DeclineReason reason, LocalDate actual, LocalDate required);

    /** Says why not, with anything that is only named. */
    void decline(Candidate candidate, DeclineReason reason, Object actual, Object required);

    /** Says why not, with anything that is only named, and when a window next opens. */
    void decline(Candidate candidate, DeclineReason reason, Object actual, Object required, Instant opening);
}
