package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rewards.amount.Amount;
import io.rewards.amount.DenominationMismatchException;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.decision.Grant;
import io.rewards.decision.Measure;
import io.rewards.decision.Situation;
import io.rewards.decision.SpendLoyaltyCandidate;
import io.rewards.decision.TransactionRevenueCandidate;
import io.rewards.offer.OfferKinds;
import io.rewards.rules.RandomShop;
import io.rewards.rules.RuleExecutionException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ThreadSafeOption;

class DroolsRuleSetTest {

    private static DroolsRuleSet builtIn;

    @BeforeAll
    static void compile() {
        builtIn = (DroolsRuleSet) DroolsRuleCompiler.compile(RulePack.builtIn());
    }

    @Test
    void noCandidatesHaveNoAnswers() {
        assertThat(builtIn.answer(List.of())).isEmpty();
    }

    @Test
    void thereIsOneAnswerForEachCandidateInTheirOrder() {
        List<Candidate> candidates = new ArrayList<>(new RandomShop(1).candidates());
        Collections.shuffle(candidates, new Random(1));

        assertThat(builtIn.answer(candidates)).extracting(Answer::candidate).containsExactlyElementsOf(candidates);
    }

    @Test
    void equalCandidatesAreStillSeveral() {
        Situation situation = new RandomShop(1).situation();
        var offer = situation.catalogue().programme().offers().get(3);
        Candidate one = OfferKinds.candidate(situation, offer);
        Candidate two = OfferKinds.candidate(situation, offer);
        assertThat(one).isEqualTo(two).isNotSameAs(two);

        List<Answer> answers = builtIn.answer(List.of(one, two));

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0))
                .isEqualTo(answers.get(1))
                .isEqualTo(builtIn.answer(List.of(one)).get(0));
        assertThat(answers.get(1).candidate()).isSameAs(two);
    }

    @Test
    void theSameCandidateTwiceIsAnsweredTwice() {
        Candidate candidate = new RandomShop(1).candidates().get(3);

        List<Answer> answers = builtIn.answer(List.of(candidate, candidate));

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0))
                .isEqualTo(answers.get(1))
                .isEqualTo(builtIn.answer(List.of(candidate)).get(0));
    }

    @Test
    void whatIsAnsweredDoesNotDependOnTheOtherCandidatesOrTheirOrder() {
        for (long seed = 0; seed < 30; seed++) {
            List<Candidate> candidates = new ArrayList<>(new RandomShop(seed).candidates());
            List<Answer> alone = candidates.stream()
                    .map(candidate -> builtIn.answer(List.of(candidate)).get(0))
                    .toList();
            assertThat(builtIn.answer(candidates)).as("seed %s", seed).isEqualTo(alone);
            Collections.reverse(candidates);
            assertThat(builtIn.answer(candidates)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(alone);
        }
    }

    @Test
    void aProposalCarriesTheIdOfItsRuleAndItsValues() {
        RuleSet rules = RuleTexts.compile(
                RuleTexts.rule("HSE-010", "Candidate", "", "propose.grant( $c, $c.award() );"),
                RuleTexts.rule(
                        "HSE-020",
                        "Candidate",
                        "",
                        "propose.decline( $c, DeclineReason.HOUSE_RULE, $c.day(), $c.tier() );"),
                RuleTexts.rule(
                        "HSE-030",
                        "Candidate",
                        "",
                        "propose.decline( $c, DeclineReason.BELOW_MINIMUM, $c.quantity(), $c.awardTimes() );"));
        Candidate candidate = new RandomShop(1).candidates().get(4);

        Answer answer = rules.answer(List.of(candidate)).get(0);

        assertThat(answer.grants()).contains(new Grant("HSE-010", candidate.award()));
        assertThat(answer.declines())
                .filteredOn(decline -> decline.rule().equals("HSE-020"))
                .singleElement()
                .satisfies(decline -> {
                    assertThat(decline.actual()).contains(new Measure.Day(candidate.day()));
                    assertThat(decline.required()).contains(new Measure.Words(candidate.tier()));
                });
        assertThat(answer.declines())
                .filteredOn(decline -> decline.rule().equals("HSE-030"))
                .singleElement()
                .extracting(Decline::actual)
                .isEqualTo(java.util.Optional.of(new Measure.Count(candidate.quantity())));
    }

    @Test
    void aConditionThatFailsNamesRuleEventAndOffer() {
        DroolsRuleSet rules = (DroolsRuleSet)
                RuleTexts.compile(RuleTexts.rule("HSE-010", "TransactionRevenueCandidate", "award < minimum"));
        List<Candidate> candidates = candidates(false);

        RuleExecutionException failed =
                catchThrowableOfType(RuleExecutionException.class, () -> rules.answer(candidates));

        Candidate culprit = candidates.stream()
                .filter(TransactionRevenueCandidate.class::isInstance)
                .filter(candidate -> !inCurrency(candidate))
                .findFirst()
                .orElseThrow();
        assertThat(failed.rule()).isEqualTo("HSE-010");
        assertThat(failed.event()).isEqualTo(culprit.situation().event().key());
        assertThat(failed.offer()).isEqualTo(culprit.offer().code());
        assertThat(failed).hasCauseInstanceOf(DenominationMismatchException.class);
        assertThat(failed)
                .message()
                .startsWith("The rule (HSE-010) failed on the event (" + failed.event() + ") and the offer ("
                        + failed.offer() + "): ");
        assertThat(rules.base().getKieSessions()).isEmpty();
    }

    @Test
    void aProposalThatFailsNamesRuleEventAndOffer() {
        DroolsRuleSet rules = (DroolsRuleSet) RuleTexts.compile(RuleTexts.rule(
                "HSE-010", "SpendLoyaltyCandidate", "accumulated >= target", "propose.grant( $c, $c.base() );"));
        List<Candidate> candidates = candidates(true);

        RuleExecutionException failed =
                catchThrowableOfType(RuleExecutionException.class, () -> rules.answer(candidates));

        assertThat(failed.rule()).isEqualTo("HSE-010");
        assertThat(candidates)
                .filteredOn(candidate -> candidate.offer().code().equals(failed.offer()))
                .allMatch(candidate -> !inCurrency(candidate));
        assertThat(failed).message().contains("must be counted in");
        assertThat(rules.base().getKieSessions()).isEmpty();
    }

    @Test
    void rulesAnswerRightAfterTheyFailed() {
        DroolsRuleSet rules = (DroolsRuleSet)
                RuleTexts.compile(RuleTexts.rule("HSE-010", "TransactionRevenueCandidate", "award < minimum"));
        assertThatExceptionOfType(RuleExecutionException.class).isThrownBy(() -> rules.answer(candidates(false)));

        for (long seed = 0; seed < 100; seed++) {
            for (Candidate candidate : new RandomShop(seed).candidates()) {
                if (candidate instanceof TransactionRevenueCandidate revenue && inCurrency(revenue)) {
                    assertThat(rules.answer(List.of(candidate)).get(0).declines())
                            .filteredOn(decline -> decline.rule().equals("HSE-010"))
                            .as("seed %s", seed)
                            .hasSize(revenue.award().compareTo(revenue.minimum()) < 0 ? 1 : 0);
                }
            }
        }
    }

    @Test
    void rulesMeanTheSameTheFirstTimeAndTheThousandth() {
        DroolsRuleSet fresh = (DroolsRuleSet) DroolsRuleCompiler.compile(RulePack.builtIn());
        List<Candidate> candidates = new RandomShop(99).candidates();
        List<Answer> first = fresh.answer(candidates);
        for (int evaluation = 2; evaluation <= 1_000; evaluation++) {
            List<Answer> again = fresh.answer(candidates);
            if (!again.equals(first)) {
                assertThat(again).as("evaluation %s", evaluation).isEqualTo(first);
            }
        }
    }

    @Test
    void manyThreadsGetTheRightAnswers() {
        List<List<Candidate>> questions = new ArrayList<>();
        List<List<Answer>> answers = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            List<Candidate> candidates = new RandomShop(seed).candidates();
            questions.add(candidates);
            answers.add(builtIn.answer(candidates));
        }
        // Rules that no thread has asked before, because the first answers are the delicate ones.
        RuleSet fresh = DroolsRuleCompiler.compile(RulePack.builtIn());
        assertThat(Threads.race(8, thread -> wrongAnswers(fresh, questions, answers)))
                .containsOnly(0);
        assertThat(((DroolsRuleSet) fresh).base().getKieSessions()).isEmpty();
    }

    /** With the other option sessions would share what they work with, and silently give wrong answers. */
    @Test
    void sessionsAreThreadSafeForTheirKieBase() {
        KieSession session = builtIn.base().newKieSession();
        try {
            assertThat(session.getSessionConfiguration().getOption(ThreadSafeOption.KEY))
                    .isEqualTo(ThreadSafeOption.YES);
        } finally {
            session.dispose();
        }
    }

    private static int wrongAnswers(RuleSet rules, List<List<Candidate>> questions, List<List<Answer>> answers) {
        int wrong = 0;
        for (int round = 0; round < 25; round++) {
            for (int question = 0; question < questions.size(); question++) {
                if (!rules.answer(questions.get(question)).equals(answers.get(question))) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    /** Of an event on which a rule that takes all awards for money fails. */
    private static List<Candidate> candidates(boolean reached) {
        for (long seed = 0; seed < 1_000; seed++) {
            List<Candidate> candidates = new RandomShop(seed).candidates();
            boolean fails = candidates.stream()
                    .filter(candidate -> !inCurrency(candidate))
                    .anyMatch(candidate -> reached
                            ? candidate instanceof SpendLoyaltyCandidate spend
                                    && spend.accumulated().compareTo(spend.target()) >= 0
                            : candidate instanceof TransactionRevenueCandidate);
            if (fails) {
                return candidates;
            }
        }
        throw new AssertionError("No such event in a thousand shops");
    }

    private static boolean inCurrency(Candidate candidate) {
        Amount award = candidate.award();
        return award.denomination().equals(candidate.base().denomination());
    }
}
