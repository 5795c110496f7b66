package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Catalogue;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Moment;
import io.rewards.decision.Outcome;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKinds;
import io.rewards.offer.OfferKinds;
import io.rewards.past.Needs;
import io.rewards.rules.RandomShop;
import io.rewards.store.InMemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is asked, answers: no offer is forgotten, none answers twice, and order means nothing. */
class VerdictPropertyTest {

    private static final Set<DeclineReason> LEFT_OUT_FOR = Set.of(
            DeclineReason.OFFER_NOT_EFFECTIVE,
            DeclineReason.SCHEME_NOT_EFFECTIVE,
            DeclineReason.OTHER_EVENT,
            DeclineReason.NOT_SIGNED_UP,
            DeclineReason.PRODUCTS_NOT_BOUGHT,
            DeclineReason.UNIT_NOT_LISTED,
            DeclineReason.OUTSIDE_PERIODS);

    @Test
    void whatTheIndexLeavesOutTheRulesDecline() {
        Cases.histories(30, history -> {
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
            Cases.events(history.events(), event -> {
                shopkeeper.decidedNow(event).ifPresent(purchase -> {
                    Outcome preview = shopkeeper.engine().preview(purchase);
                    shopkeeper.verdictsOnAll(purchase).forEach((code, verdict) -> {
                        if (preview.verdictOn(code).isPresent()) {
                            assertThat(preview.verdictOn(code)).contains(verdict);
                        } else {
                            assertThat(reasons(verdict)).containsAnyElementsOf(LEFT_OUT_FOR);
                        }
                    });
                });
                shopkeeper.evaluate(event);
            });
        });
    }

    @Test
    void everyCandidateGetsExactlyOneVerdictInOrderOfOfferNumbers() {
        Cases.histories(30, history -> {
            Catalogue catalogue = Catalogue.of(history.programme());
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
            Cases.events(
                    history.events(),
                    event -> shopkeeper.evaluate(event).ifPresent(outcome -> {
                        List<Long> numbers = outcome.verdicts().stream()
                                .map(verdict -> catalogue
                                        .offer(verdict.offer())
                                        .orElseThrow()
                                        .number())
                                .toList();
                        assertThat(numbers).isSorted().doesNotHaveDuplicates();
                    }));
        });
    }

    @Test
    void theBuiltInRulesAnswerEveryCandidateWithOneGrantOrWithDeclines() {
        eachSituation(30, situation -> {
            List<Candidate> candidates = OfferKinds.candidates(
                    situation, situation.catalogue().programme().offers());
            List<Answer> answers = Shopkeeper.DROOLS.answer(candidates);
            assertThat(answers.stream().map(Answer::candidate)).containsExactlyElementsOf(candidates);
            for (Answer answer : answers) {
                assertThat(answer.grants()).hasSizeLessThanOrEqualTo(1);
                assertThat(answer.grants().size() + answer.declines().size())
                        .as("answer to %s", answer.candidate().offer())
                        .isPositive();
            }
        });
    }

    @Test
    void theHandWrittenRulesAnswerAsTheRuleFilesDo() {
        eachSituation(30, situation -> {
            List<Candidate> candidates = OfferKinds.candidates(
                    situation, situation.catalogue().programme().offers());
            assertThat(Shopkeeper.BY_HAND.answer(candidates)).isEqualTo(Shopkeeper.DROOLS.answer(candidates));
        });
        Cases.seeds(50, seed -> {
            List<Candidate> candidates = new RandomShop(seed).candidates();
            assertThat(Shopkeeper.BY_HAND.answer(candidates)).isEqualTo(Shopkeeper.DROOLS.answer(candidates));
        });
        assertThat(Shopkeeper.BY_HAND.ruleIds()).isEqualTo(Shopkeeper.DROOLS.ruleIds());
    }

    @Test
    void theOrderOfOffersAndOfLinesChangesNothing() {
        Cases.histories(30, history -> {
            History shuffled = history.shuffled();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
            Shopkeeper other = Shopkeeper.of(shuffled, Shopkeeper.DROOLS);
            for (int place = 0; place < history.events().size(); place++) {
                CustomerEvent event = history.events().get(place);
                CustomerEvent changed = shuffled.events().get(place);
                assertThat(other.evaluate(changed)).as("case=%d", place).isEqualTo(shopkeeper.evaluate(event));
            }
        });
    }

    /** Every purchase that is decided, joined with what is known at that moment. */
    private static void eachSituation(int percent, Consumer<Situation> property) {
        Cases.histories(percent, history -> {
            Catalogue catalogue = Catalogue.of(history.programme());
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.BY_HAND, store);
            Cases.events(history.events(), event -> {
                Optional<Loaded> loaded = store.load(event.participant(), Needs.NOTHING);
                shopkeeper.decidedNow(event).ifPresent(purchase -> {
                    Instant processedOn = event.header().receivedOn().orElse(history.closing());
                    property.accept(
                            EventKinds.interactive(Moment.of(purchase, loaded.orElseThrow(), catalogue, processedOn)));
                });
                shopkeeper.evaluate(event);
            });
        });
    }

    private static Set<DeclineReason> reasons(Verdict verdict) {
        return ((Verdict.Declined) verdict)
                .declines().stream().map(decline -> decline.reason()).collect(Collectors.toSet());
    }
}
