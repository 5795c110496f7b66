package io.rewards.rules.drools;

import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers for candidates that no rule grants and none declines, because someone narrowed a rule and wrote no decline
 * beside it: names the first condition of each granting rule that does not hold. Asks for that by rules made of the first
 * one, two, three conditions of each granting rule, which are compiled when they are first needed. Thread-safe.
 */
final class Unanswered {

    private static final char MARK = '#';

    private final String pack;
    private final List<Rule> granting;
    private volatile @Nullable DroolsRuleSet prefixes;

    Unanswered(String pack, List<Rule> rules) {
        this.pack = pack;
        granting = rules.stream().filter(Rule::grants).toList();
    }

    /** The answer, with declines where it had neither grants nor declines. */
    Answer complete(Answer answer) {
        if (!answer.grants().isEmpty() || !answer.declines().isEmpty()) {
            return answer;
        }
        Candidate candidate = answer.candidate();
        List<Decline> held = prefixes().answer(List.of(candidate)).get(0).declines();
        List<Decline> declines = granting.stream()
                .filter(rule -> rule.type().isInstance(candidate))
                .map(rule -> decline(rule, held))
                .toList();
        return new Answer(candidate, List.of(), declines);
    }

    private static Decline decline(Rule rule, List<Decline> held) {
        long holding = held.stream()
                .filter(decline -> decline.rule().startsWith(rule.id() + MARK))
                .count();
        Measure condition = new Measure.Words(rule.conditions().get(Math.toIntExact(holding)));
        return new Decline(
                rule.id(),
                DeclineReason.CONDITION_NOT_MET,
                DeclineReason.CONDITION_NOT_MET.sentence().replace("{required}", condition.text()),
                Optional.empty(),
                Optional.of(condition),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private DroolsRuleSet prefixes() {
        DroolsRuleSet compiled = prefixes;
        if (compiled == null) {
            synchronized (this) {
                compiled = prefixes;
                if (compiled == null) {
                    compiled = compile();
                    prefixes = compiled;
                }
            }
        }
        return compiled;
    }

    private DroolsRuleSet compile() {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : granting) {
            for (int length = 1; length < rule.conditions().size(); length++) {
                rules.add(new Rule(
                        rule.id() + MARK + length,
                        rule.name(),
                        rule.file(),
                        rule.line(),
                        rule.type(),
                        rule.conditions().subList(0, length),
                        "propose.decline( $c, DeclineReason.CONDITION_NOT_MET );",
                        false,
                        List.of()));
            }
        }
        return OwnThread.call(() -> new DroolsRuleSet(
                pack,
                "",
                rules,
                KieBases.build(rules)
                        .orElseThrow(() -> new IllegalStateException(
                                "The conditions of the pack (" + pack + ") compile only as a whole.")),
                Optional.empty()));
    }
}
