package io.rewards.rules.drools;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Grant;
import io.rewards.decision.Measure;
import io.rewards.rules.Proposals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Notes what rules propose, each proposal with the rule that is firing. Candidates are told apart by identity, for equal
 * ones are still several. For one evaluation and one thread.
 */
final class CollectedProposals implements Proposals {

    private final IdentityHashMap<Candidate, Answer> said;
    private final List<Candidate> candidates;
    private String rule = "";
    private String ruleName = "";

    CollectedProposals(List<Candidate> candidates) {
        this.candidates = candidates;
        said = new IdentityHashMap<>(candidates.size());
        candidates.forEach(candidate -> said.put(candidate, new Answer(candidate, List.of(), List.of())));
    }

    /** From now on it is this rule that proposes. */
    void firing(Rule firing) {
        rule = firing.id();
        ruleName = firing.name();
    }

    /** What was proposed, in the order of the candidates. */
    List<Answer> answers() {
        List<Answer> answers = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            answers.add(about(candidate));
        }
        return answers;
    }

    @Override
    public void grant(Candidate candidate, Amount amount) {
        Denomination denomination = candidate
                .situation()
                .catalogue()
                .settings()
                .denominationOf(candidate.offer().award());
        if (!amount.denomination().equals(denomination)) {
            throw new IllegalArgumentException("The grant (" + amount + ") must be counted in " + denomination
                    + ", as the award of the offer is.");
        }
        said.put(candidate, about(candidate).with(new Grant(rule, amount)));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason) {
        add(candidate, Decline.of(rule, ruleName, reason));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, Amount actual, Amount required) {
        decline(candidate, reason, new Measure.Money(actual), new Measure.Money(required));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, Amount actual, Amount required, Instant until) {
        decline(candidate, reason, new Measure.Money(actual), new Measure.Money(required), until);
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, long actual, long required) {
        decline(candidate, reason, new Measure.Count(actual), new Measure.Count(required));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, long actual, long required, Instant until) {
        decline(candidate, reason, new Measure.Count(actual), new Measure.Count(required), until);
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, long actual, long required, String missing) {
        add(
                candidate,
                Decline.of(rule, ruleName, reason, new Measure.Count(actual), new Measure.Count(required))
                        .missing(missing));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, Instant actual, Instant required) {
        decline(candidate, reason, new Measure.Moment(actual), new Measure.Moment(required));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, LocalDate actual, LocalDate required) {
        decline(candidate, reason, new Measure.Day(actual), new Measure.Day(required));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, Object actual, Object required) {
        decline(candidate, reason, measure(actual), measure(required));
    }

    @Override
    public void decline(Candidate candidate, DeclineReason reason, Object actual, Object required, Instant opening) {
        add(
                candidate,
                Decline.of(rule, ruleName, reason, measure(actual), measure(required))
                        .next(
                                candidate.performedOn(),
                                opening,
                                candidate.situation().clock()));
    }

    private void decline(Candidate candidate, DeclineReason reason, Measure actual, Measure required) {
        add(candidate, Decline.of(rule, ruleName, reason, actual, required));
    }

    private void decline(Candidate candidate, DeclineReason reason, Measure actual, Measure required, Instant until) {
        add(candidate, Decline.of(rule, ruleName, reason, actual, required).until(until));
    }

    private void add(Candidate candidate, Decline decline) {
        said.put(candidate, about(candidate).with(decline));
    }

    private Answer about(Candidate candidate) {
        Answer about = said.get(candidate);
        if (about == null) {
            throw new IllegalArgumentException("The offer (" + candidate.offer().code() + ") was not asked about.");
        }
        return about;
    }

    private static Measure measure(Object value) {
        if (value instanceof Amount amount) {
            return new Measure.Money(amount);
        }
        if (value instanceof Long number) {
            return new Measure.Count(number);
        }
        if (value instanceof Instant instant) {
            return new Measure.Moment(instant);
        }
        if (value instanceof LocalDate date) {
            return new Measure.Day(date);
        }
        return new Measure.Words(value.toString());
    }
}
