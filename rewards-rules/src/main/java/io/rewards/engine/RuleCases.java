package io.rewards.engine;

import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.ParticipantVisited;
import io.rewards.problem.InvalidInputException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.rules.json.CaseFile;
import io.rewards.rules.json.RuleCase;
import io.rewards.rules.json.RuleCase.Expected;
import io.rewards.rules.json.RuleCase.ExpectedDecline;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the cases that lie beside the rules of a pack, each in a fresh engine. A rule that no case expects to have fired
 * fails the pack, so every rule is shown by an example. Thread-safe.
 */
public final class RuleCases {

    private final RuleSet rules;
    private final Set<String> shown = new HashSet<>();

    private RuleCases(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Runs all cases of {@code pack} by its rules.
     *
     * @throws io.rewards.rules.RuleCompilationException naming everything that is wrong with the rules
     */
    public static CaseReport run(RulePack pack) {
        RuleSet rules = DroolsRuleCompiler.compile(pack);
        RuleCases cases = new RuleCases(rules);
        List<CaseResult> results = new ArrayList<>();
        pack.cases().forEach((file, text) -> results.addAll(cases.run(file, text)));
        Set<String> without = new TreeSet<>(rules.ruleIds());
        without.removeAll(cases.shown);
        return new CaseReport(results, without);
    }

    private List<CaseResult> run(String source, String text) {
        CaseFile file;
        try {
            file = CaseFile.read(source, text);
        } catch (InvalidInputException e) {
            return List.of(new CaseResult(
                    source,
                    "the file can be read",
                    e.problems().stream().map(Object::toString).toList()));
        }
        return file.cases().stream()
                .map(each -> new CaseResult(source, each.name(), failures(file, each)))
                .toList();
    }

    private List<String> failures(CaseFile file, RuleCase each) {
        RewardsEngine engine = RewardsEngine.builder(
                        file.programme(),
                        new InMemoryStore(),
                        () -> each.event().performedOn())
                .withRules(rules)
                .build();
        List<String> failures = new ArrayList<>();
        for (CustomerEvent event : each.history()) {
            replayHistory(event, engine, failures);
        }
        Optional<Decision> decided = decide(each, engine);
        if (decided.isEmpty()) {
            failures.add("The participant (" + each.event().participant() + ") of the visit is not registered.");
            return failures;
        }
        Decision decision = decided.get();
        Outcome outcome = decision.outcome();
        noteRefusals("event", outcome, failures);
        if (!failures.isEmpty()) {
            return failures;
        }
        for (Expected expected : each.expected()) {
            Verdict verdict =
                    outcome.verdictOn(expected.offer()).orElseGet(() -> verdictOn(expected.offer(), each, engine));
            compare(expected, verdict, failures);
            shown.addAll(firedBy(decision, expected.offer(), verdict));
        }
        outcome.granted()
                .filter(granted -> !file.othersMayAward())
                .filter(granted -> each.expected().stream()
                        .noneMatch(expected -> expected.offer().equals(granted.offer())))
                .forEach(granted -> failures.add("The offer (" + granted.offer() + ") awards " + granted.amount()
                        + ", which the case does not expect."));
        String payable = outcome.payable().map(Object::toString).orElse("");
        if (!each.payable().isEmpty() && !each.payable().equals(payable)) {
            failures.add("The purchase leaves " + payable + " to pay, not " + each.payable() + ".");
        }
        return failures;
    }

    private static void replayHistory(CustomerEvent event, RewardsEngine engine, List<String> failures) {
        if (event instanceof ParticipantVisited visit) {
            RunDefinition everything = RunDefinition.ofEverything(visit.run());
            engine.runs()
                    .run(everything, visit.performedOn(), RunListener.NONE)
                    .failures()
                    .forEach(failure -> failures.add("The run (" + visit.run() + ") fails: " + failure.message()));
        } else {
            noteRefusals("history event " + event.key(), engine.evaluate(event), failures);
        }
    }

    private static Optional<Decision> decide(RuleCase each, RewardsEngine engine) {
        CustomerEvent event = each.event();
        return event instanceof ParticipantVisited visit
                ? engine.visit(visit, since(each, engine))
                : Optional.of(engine.decide(event, event.header().receivedOn().orElseThrow()));
    }

    private static Verdict verdictOn(String offer, RuleCase each, RewardsEngine engine) {
        return each.event() instanceof ParticipantVisited visit
                ? engine.verdictOn(offer, visit, since(each, engine))
                : engine.explain(each.event(), offer).verdict().orElseThrow();
    }

    private static LocalDate since(RuleCase each, RewardsEngine engine) {
        return each.since()
                .orElseGet(() -> each.event()
                        .performedOn()
                        .atZone(engine.programme().settings().zone())
                        .toLocalDate()
                        .minusDays(1));
    }

    private static void noteRefusals(String what, Outcome outcome, List<String> failures) {
        outcome.problems().forEach(problem -> failures.add("The " + what + " is refused: " + problem));
    }

    private static void compare(Expected expected, Verdict verdict, List<String> failures) {
        String offer = "The offer (" + expected.offer() + ") ";
        if (verdict instanceof Verdict.Granted granted) {
            if (!expected.declined().isEmpty()) {
                failures.add(offer + "is granted by " + granted.rule() + ", not declined.");
            } else if (!expected.award().equals(granted.amount().toString())
                    || !expected.rule().equals(granted.rule())) {
                failures.add(offer + "awards " + granted.amount() + " by " + granted.rule() + ", not "
                        + expected.award() + " by " + expected.rule() + ".");
            }
        } else if (verdict instanceof Verdict.Declined declined) {
            if (expected.declined().isEmpty()) {
                failures.add(offer + "is declined: " + sentences(declined));
            } else {
                compare(offer, expected.declined(), declined, failures);
            }
        }
    }

    private static void compare(
            String offer, List<ExpectedDecline> expected, Verdict.Declined declined, List<String> failures) {
        Set<String> wanted = new TreeSet<>();
        expected.forEach(each -> wanted.add(each.rule()));
        Set<String> said = new TreeSet<>();
        declined.declines().forEach(each -> said.add(each.rule()));
        if (!wanted.equals(said)) {
            failures.add(offer + "is declined by " + said + ", not by " + wanted + ": " + sentences(declined));
            return;
        }
        for (ExpectedDecline want : expected) {
            for (Decline decline : declined.declines()) {
                if (decline.rule().equals(want.rule())) {
                    String by = offer + "is declined by " + want.rule() + " with ";
                    noteDifference(
                            by + "reason", want.reason(), decline.reason().name(), failures);
                    noteDifference(by + "actual", want.actual(), text(decline.actual()), failures);
                    noteDifference(by + "required", want.required(), text(decline.required()), failures);
                    noteDifference(by + "distance", want.distance(), text(decline.distance()), failures);
                }
            }
        }
    }

    private static void noteDifference(String what, String wanted, String said, List<String> failures) {
        if (!wanted.isEmpty() && !wanted.equals(said)) {
            failures.add(what + " (" + said + "), not (" + wanted + ").");
        }
    }

    private static Set<String> firedBy(Decision decision, String offer, Verdict verdict) {
        Set<String> fired = new HashSet<>();
        for (Answer answer : decision.answers()) {
            if (answer.candidate().offer().code().equals(offer)) {
                answer.grants().forEach(grant -> fired.add(grant.rule()));
                answer.declines().forEach(decline -> fired.add(decline.rule()));
            }
        }
        if (verdict instanceof Verdict.Declined declined) {
            declined.declines().forEach(decline -> fired.add(decline.rule()));
        }
        return fired;
    }

    private static String sentences(Verdict.Declined declined) {
        return String.join(
                " ", declined.declines().stream().map(Decline::sentence).toList());
    }

    private static String text(Optional<Measure> measure) {
        return measure.map(Measure::text).orElse("");
    }
}
