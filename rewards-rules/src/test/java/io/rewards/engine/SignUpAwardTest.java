package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.TransactionKind;
import io.rewards.run.RunListener;
import org.junit.jupiter.api.Test;

/** Join us. Domain 2.4 C12. */
class SignUpAwardTest {

    @Test
    void signingUpEarnsTheAwardAtOnceAndOnceEver() {
        Community community = Community.with(Community.signUps("WELCOME", false).build());
        community.register("ANNA", "2024-02-01");
        assertThat(award(community.join("ANNA", "CLUB", "", "2024-02-02"), "WELCOME"))
                .isEqualTo("5.00 EUR");
        community.leave("ANNA", "CLUB", "2024-02-03");
        Outcome again = community.join("ANNA", "CLUB", "", "2024-02-04");
        assertThat(reasons(again, "WELCOME")).containsExactly(DeclineReason.ALREADY_AWARDED);
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
    }

    @Test
    void wherePriorAwardIsRequiredTheFirstOtherAwardEarnsIt() {
        Community community = Community.with(
                Community.signUps("WELCOME", true).build(),
                Community.anyPurchase("A").build());
        community.register("ANNA", "2024-02-01");
        Outcome joined = community.join("ANNA", "CLUB", "", "2024-02-02");
        assertThat(reasons(joined, "WELCOME")).containsExactly(DeclineReason.PRIOR_AWARD_MISSING);
        assertThat(community.wallet("ANNA")).isEmpty();
        community.buy("ANNA", "2024-02-05");
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR", "5.00 EUR");
        assertThat(community.journal("ANNA", TransactionKind.AWARD))
                .containsExactly("3.00 EUR on 2024-02-05", "5.00 EUR on 2024-02-05");
        community.buy("ANNA", "2024-02-06");
        community.leave("ANNA", "CLUB", "2024-02-07");
        community.join("ANNA", "CLUB", "", "2024-02-08");
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR", "5.00 EUR", "3.00 EUR");
    }

    @Test
    void anotherAwardForTheSameSignUpIsTheFirst() {
        Community community = Community.with(
                Community.signUps("WELCOME", true).build(),
                Community.signUps("HELLO", false).build());
        community.register("ANNA", "2024-02-01");
        Outcome joined = community.join("ANNA", "CLUB", "", "2024-02-02");
        assertThat(award(joined, "HELLO")).isEqualTo("5.00 EUR");
        assertThat(reasons(joined, "WELCOME")).containsExactly(DeclineReason.PRIOR_AWARD_MISSING);
        assertThat(community.journal("ANNA", TransactionKind.AWARD))
                .containsExactly("5.00 EUR on 2024-02-02", "5.00 EUR on 2024-02-02");
    }

    @Test
    void whoWasAwardedBeforeGetsItWithTheSignUp() {
        Community community = Community.with(
                Community.inScheme("OTHER", "WELCOME", new Terms.SignUps(true), Shop.fixed("5.00"))
                        .build(),
                Community.anyPurchase("A").build());
        community.members("ANNA");
        community.buy("ANNA", "2024-02-01");
        assertThat(award(community.join("ANNA", "OTHER", "", "2024-02-02"), "WELCOME"))
                .isEqualTo("5.00 EUR");
    }

    @Test
    void aFirstAwardOfAnEarlierDayEarnsItOnTheDayOfTheSignUp() {
        Community community = Community.with(
                Community.inScheme("OTHER", "WELCOME", new Terms.SignUps(true), Shop.fixed("5.00"))
                        .build(),
                Community.anyPurchase("A").build());
        community.members("ANNA");
        community.join("ANNA", "OTHER", "", "2024-02-10");
        EventHeader late =
                EventHeader.of("LATE", "ANNA", "U1", at("2024-02-05")).receivedOn(at("2024-02-12"));
        community.engine.evaluate(Purchase.of(late, PurchaseLine.of("thing", "thing", 1, Shop.eur("10.00"))));
        assertThat(community.journal("ANNA", TransactionKind.AWARD))
                .containsExactly("3.00 EUR on 2024-02-05", "5.00 EUR on 2024-02-10");
    }

    @Test
    void aFirstAwardEarnsTheSignUpsOfAllSchemesThatWait() {
        Community community = Community.with(
                Community.signUps("WELCOME", true).build(),
                Community.inScheme("OTHER", "ALSO", new Terms.SignUps(true), Shop.fixed("2.00"))
                        .build(),
                Community.anyPurchase("A").build());
        community.members("ANNA");
        community.join("ANNA", "OTHER", "", "2024-01-02");
        community.buy("ANNA", "2024-02-05");
        assertThat(community.wallet("ANNA")).containsExactlyInAnyOrder("3.00 EUR", "5.00 EUR", "2.00 EUR");
    }

    @Test
    void anAwardInARunIsAFirstAwardToo() {
        Community community = Community.with(
                Community.signUps("WELCOME", true)
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build(),
                Community.anyPurchase("A")
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build());
        community.members("ANNA");
        community.buy("ANNA", "2024-02-05");
        assertThat(community.wallet("ANNA")).isEmpty();
        RunDefinition night = RunDefinition.ofEverything("NIGHT");
        community.engine.runs().run(night, at("2024-02-06"), RunListener.NONE);
        community.engine.runs().run(night, at("2024-02-07"), RunListener.NONE);
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR", "5.00 EUR");
    }

    @Test
    void thePersonOfADuplicateIsWelcomedOnce() {
        Community community = Community.with(Community.signUps("WELCOME", false).build());
        community.members("ANNA");
        community.register("ANNA2", "2024-01-01");
        community.merge("ANNA", "ANNA2", "2024-02-01");
        Outcome joined = community.join("ANNA2", "CLUB", "", "2024-02-02");
        assertThat(reasons(joined, "WELCOME")).containsExactly(DeclineReason.ALREADY_AWARDED);
        assertThat(community.wallet("ANNA2")).containsExactly("5.00 EUR");
    }
}
