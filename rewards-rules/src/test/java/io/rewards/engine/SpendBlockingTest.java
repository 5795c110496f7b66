package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.Outcome;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.ledger.TransactionKind;
import org.junit.jupiter.api.Test;

/** Who is blocked earns but does not spend. Domain 4.5. */
class SpendBlockingTest {

    private final Community community = Community.with(Community.anyPurchase("A")
                    .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                    .build())
            .members("ANNA");

    @Test
    void anInstantAwardOfABlockedParticipantBecomesALot() {
        block(true, "2024-02-01");
        Outcome outcome = community.buy("ANNA", "2024-02-02");
        assertThat(award(outcome, "A")).isEqualTo("3.00 EUR");
        assertThat(outcome.instantSpends()).isEmpty();
        assertThat(outcome.payable()).contains(eur("10.00"));
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR");
        assertThat(community.journal("ANNA", TransactionKind.SPEND)).isEmpty();
    }

    @Test
    void whoMaySpendAgainGetsTheDiscountAgainAndKeepsTheLot() {
        block(true, "2024-02-01");
        community.buy("ANNA", "2024-02-02");
        block(false, "2024-02-03");
        Outcome outcome = community.buy("ANNA", "2024-02-04");
        assertThat(outcome.payable()).contains(eur("7.00"));
        assertThat(community.wallet("ANNA")).containsExactly("3.00 EUR");
        assertThat(community.journal("ANNA", TransactionKind.SPEND)).containsExactly("3.00 EUR on 2024-02-04");
    }

    @Test
    void blockingAndAllowingComeOnlyFromTheOtherState() {
        assertThat(problems(block(false, "2024-02-01")))
                .containsExactly("blocked: The participant (ANNA) is not blocked from spending.");
        assertThat(block(true, "2024-02-01").isRecorded()).isTrue();
        assertThat(problems(block(true, "2024-02-02")))
                .containsExactly("blocked: The participant (ANNA) is already blocked from spending.");
        assertThat(block(false, "2024-02-02").isRecorded()).isTrue();
    }

    private Outcome block(boolean blocked, String time) {
        return community.engine.evaluate(new SpendBlockingChanged(community.header("ANNA", time), blocked));
    }
}
