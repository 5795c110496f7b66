package io.rewards.rules.drools;

import io.rewards.catalogue.Classification;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.past.AccountChangedException;
import io.rewards.rules.AttributeUse;
import io.rewards.rules.RuleExecutionException;
import io.rewards.rules.RuleSet;
import io.rewards.store.StoreException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * Compiled rules. Every call has a session of its own that never outlives it, so calls share nothing but the KieBase.
 * Immutable and thread-safe.
 */
final class DroolsRuleSet implements RuleSet {

    private static final Pattern RULE_IN_MESSAGE = Pattern.compile("\\[Rule \"([A-Z0-9-]+)");

    private final String pack;
    private final String hash;
    private final Map<String, Rule> rules;
    private final Set<AttributeUse> attributeUses;
    private final Set<Classification> builtIn;
    private final KieBase base;
    private final Optional<Unanswered> unanswered;

    DroolsRuleSet(String pack, String hash, List<Rule> rules, KieBase base) {
        this(pack, hash, rules, base, Optional.of(new Unanswered(pack, rules)));
    }

    /** Rules that leave the candidates to which they do not apply unanswered, where {@code unanswered} is empty. */
    DroolsRuleSet(String pack, String hash, List<Rule> rules, KieBase base, Optional<Unanswered> unanswered) {
        this.unanswered = unanswered;
        this.pack = pack;
        this.hash = hash;
        this.base = base;
        Map<String, Rule> byId = new TreeMap<>();
        Set<AttributeUse> uses = new LinkedHashSet<>();
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
            uses.addAll(rule.uses());
        }
        this.rules = Collections.unmodifiableMap(byId);
        this.attributeUses = Collections.unmodifiableSet(uses);
        builtIn = BuiltInRules.among(rules);
    }

    @Override
    public List<Answer> answer(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        try {
            List<Answer> answers = fire(candidates);
            unanswered.ifPresent(rules -> answers.replaceAll(rules::complete));
            return answers;
        } catch (RuntimeException e) {
            rethrowOfThePast(e);
            throw failure(candidates, e);
        }
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public Set<String> ruleIds() {
        return rules.keySet();
    }

    @Override
    public Set<AttributeUse> attributeUses() {
        return attributeUses;
    }

    @Override
    public boolean isBuiltIn(Classification classification) {
        return builtIn.contains(classification);
    }

    /** For tests: whether sessions are left behind. */
    KieBase base() {
        return base;
    }

    private List<Answer> fire(List<Candidate> candidates) {
        CollectedProposals proposals = new CollectedProposals(candidates);
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("propose", proposals);
            session.addEventListener(new Stamp(rules, proposals));
            candidates.forEach(session::insert);
            // A rule fires at most once for a candidate, because no rule changes one.
            int limit = rules.size() * candidates.size() + 1;
            if (session.fireAllRules(limit) >= limit) {
                throw new IllegalStateException("The rules of the pack (" + pack + ") fired " + limit + " times on "
                        + candidates.size() + " offers and would not end.");
            }
        } finally {
            session.dispose();
        }
        return proposals.answers();
    }

    private RuleExecutionException failure(List<Candidate> candidates, RuntimeException e) {
        if (e instanceof ConsequenceException consequence
                && consequence.getMatch().getObjects().get(0) instanceof Candidate candidate) {
            return failure(
                    consequence.getRule().getName(),
                    candidate,
                    candidate.offer().code(),
                    e);
        }
        Matcher rule = RULE_IN_MESSAGE.matcher(String.valueOf(e.getMessage()));
        String id = rule.find() ? rule.group(1) : "";
        // A condition that fails does not say on which candidate; asking again about each alone finds out.
        for (Candidate candidate : candidates) {
            try {
                fire(List.of(candidate));
            } catch (RuntimeException again) {
                return failure(id, candidate, candidate.offer().code(), again);
            }
        }
        return failure(id, candidates.get(0), "", e);
    }

    /** With what was thrown first as the cause: Drools' own exceptions would keep the session alive. */
    private static RuleExecutionException failure(String rule, Candidate candidate, String offer, Throwable thrown) {
        return new RuleExecutionException(rule, candidate.situation().event().key(), offer, firstCause(thrown));
    }

    /** That the past cannot be asked, or not as it was, is no failure of a rule. */
    private static void rethrowOfThePast(RuntimeException thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof AccountChangedException changed) {
                throw changed;
            }
            if (each instanceof StoreException failed) {
                throw failed;
            }
        }
    }

    private static Throwable firstCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Tells the proposals which rule is firing. */
    private static final class Stamp extends DefaultAgendaEventListener {

        private final Map<String, Rule> rules;
        private final CollectedProposals proposals;

        Stamp(Map<String, Rule> rules, CollectedProposals proposals) {
            this.rules = rules;
            this.proposals = proposals;
        }

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            Rule firing = rules.get(event.getMatch().getRule().getName());
            if (firing == null) {
                throw new AssertionError(
                        "Unknown rule: " + event.getMatch().getRule().getName());
            }
            proposals.firing(firing);
        }
    }
}
