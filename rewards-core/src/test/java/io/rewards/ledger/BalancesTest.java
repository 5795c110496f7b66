package io.rewards.ledger;

import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final Denomination PTS = new Denomination("PTS", 0);

    private final Balances balances = new Balances(Map.of(
            "EUR",
            Map.of(
                    LedgerAccount.COMMERCE,
                    eur("5.00"),
                    LedgerAccount.OPEN,
                    eur("2.00"),
                    LedgerAccount.CLAWBACK_RECEIVABLE,
                    eur("-1.00"),
                    LedgerAccount.AWARD_EXPENSE,
                    eur("-6.00"),
                    LedgerAccount.HELD,
                    eur("0.00")),
            "PTS",
            Map.of(LedgerAccount.OPEN, Amount.zero(PTS))));

    @Test
    void balancesOfNothingAreLeftOut() {
        assertThat(balances.amounts().get("EUR")).doesNotContainKey(LedgerAccount.HELD);
        assertThat(balances.amounts()).containsOnlyKeys("EUR");
        assertThat(balances.denominations()).containsExactly("EUR");
    }

    @Test
    void anAccountWithoutBalanceHoldsNothing() {
        assertThat(balances.of(LedgerAccount.COMMERCE, EUR)).isEqualTo(eur("5.00"));
        assertThat(balances.of(LedgerAccount.HELD, EUR)).isEqualTo(eur("0.00"));
        assertThat(balances.of(LedgerAccount.OPEN, PTS)).isEqualTo(Amount.zero(PTS));
    }

    @Test
    void theLiabilityIsWhatParticipantsHaveLessWhatTheyOwe() {
        assertThat(balances.liability(EUR)).isEqualTo(eur("6.00"));
        assertThat(balances.liability(PTS)).isEqualTo(Amount.zero(PTS));
    }

    @Test
    void everythingSumsToNothingOrSomethingIsWrong() {
        assertThat(balances.sum(EUR)).isEqualTo(eur("0.00"));
        assertThat(new Balances(Map.of("EUR", Map.of(LedgerAccount.OPEN, eur("0.01")))).sum(EUR))
                .isEqualTo(eur("0.01"));
    }

    @Test
    void balancesAddUpAccountByAccount() {
        Balances more = new Balances(Map.of(
                "EUR",
                Map.of(LedgerAccount.OPEN, eur("1.00"), LedgerAccount.HELD, eur("3.00")),
                "PTS",
                Map.of(LedgerAccount.OPEN, new Amount(PTS, 7))));
        Balances both = balances.plus(more);
        assertThat(both).isEqualTo(more.plus(balances));
        assertThat(both.of(LedgerAccount.OPEN, EUR)).isEqualTo(eur("3.00"));
        assertThat(both.of(LedgerAccount.HELD, EUR)).isEqualTo(eur("3.00"));
        assertThat(both.of(LedgerAccount.COMMERCE, EUR)).isEqualTo(eur("5.00"));
        assertThat(both.of(LedgerAccount.OPEN, PTS)).isEqualTo(new Amount(PTS, 7));
        assertThat(balances.of(LedgerAccount.OPEN, EUR)).isEqualTo(eur("2.00"));
    }

    @Test
    void whatParticipantsHoldIsOwed() {
        for (LedgerAccount account : LedgerAccount.values()) {
            assertThat(account.isLiability())
                    .as("%s", account)
                    .isEqualTo(account.owner() == LedgerAccount.Owner.PARTICIPANT);
        }
        assertThat(LedgerAccount.MERCHANT_CONTRIBUTION.owner()).isEqualTo(LedgerAccount.Owner.MERCHANT);
        assertThat(LedgerAccount.MERCHANT_REIMBURSEMENT.owner()).isEqualTo(LedgerAccount.Owner.MERCHANT);
        assertThat(LedgerAccount.BREAKAGE.owner()).isEqualTo(LedgerAccount.Owner.PROGRAMME);
    }
}
