package io.rewards.rules.json;

import io.rewards.event.CustomerEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An example that gives a rule its meaning: given what happened before, this event must have these verdicts.
 * Immutable.
 *
 * @param name a sentence
 * @param history events before it, oldest first; a visit stands for a whole evaluation run
 * @param event that is decided: one of a host, or one that the engine raises
 * @param since the day of the run before, where the event is the visit of a run; the day before the visit unless said
 * @param expected verdicts; an award that is not among them is a failure unless the file says that others may
 *     award, a decline need not be listed
 * @param payable what must be left to pay, such as {@code 140.00 EUR}; empty where it does not matter
 */
public record RuleCase(
        String name,
        List<CustomerEvent> history,
        CustomerEvent event,
        Optional<LocalDate> since,
        List<Expected> expected,
        String payable) {

    /** Copies the lists. */
    public RuleCase {
        history = List.copyOf(history);
        expected = List.copyOf(expected);
    }

    /**
     * The verdict that one offer must have: an award, or declines. Immutable.
     *
     * @param offer code of the offer
     * @param award such as {@code 2.50 EUR}; empty where it must be declined
     * @param rule id of the rule that must grant it; empty where it must be declined
     * @param declined everything the rules must say against it; empty where it must be awarded
     */
    public record Expected(String offer, String award, String rule, List<ExpectedDecline> declined) {

        /** Copies the list. */
        public Expected {
            declined = List.copyOf(declined);
        }
    }

    /**
     * One reason that must be given. What is empty does not matter. Immutable.
     *
     * @param rule id of the rule
     * @param reason its code
     * @param actual what was found, as text
     * @param required what was asked for, as text
     * @param distance between the two, as text
     */
    public record ExpectedDecline(String rule, String reason, String actual, String required, String distance) {}
}
