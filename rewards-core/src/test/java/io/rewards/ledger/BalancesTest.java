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

    private final Balances balances = balances(Map.of(
            EUR,
            Map.of(
                    AccountKind.COMMERCE,
                    eur("5.00"),
                    AccountKind.OPEN,
                    eur("2.00"),
                    AccountKind.CLAWBACK_RECEIVABLE,
                    eur("-1.00"),
                    AccountKind.AWARD_EXPENSE,
                    eur("-6.00"),
                    AccountKind.HELD,
                    eur("0.00")),
            PTS,
            Map.of(AccountKind.OPEN, Amount.zero(PTS))));

    @Test
    void balancesOfNothingAreLeftOut() {
        assertThat(balances.amounts().get(EUR)).doesNotContainKey(AccountKind.HELD);
        assertThat(balances.amounts()).containsOnlyKeys(EUR);
        assertThat(balances.denominations()).containsExactly(EUR);
    }

    @Test
    void anAccountWithoutBalanceHoldsNothing() {
        assertThat(balances.of(AccountKind.COMMERCE, EUR)).isEqualTo(eur("5.00"));
        assertThat(balances.of(AccountKind.HELD, EUR)).isEqualTo(eur("0.00"));
        assertThat(balances.of(AccountKind.OPEN, PTS)).isEqualTo(Amount.zero(PTS));
    }

    @Test
    void theLiabilityIsWhatParticipantsHaveLessWhatTheyOwe() {
        assertThat(balances.liability(EUR)).isEqualTo(eur("6.00"));
        assertThat(balances.liability(PTS)).isEqualTo(Amount.zero(PTS));
    }

    @Test
    void everythingSumsToNothingOrSomethingIsWrong() {
        assertThat(balances.sum(EUR)).isEqualTo(eur("0.00"));
        assertThat(balances(Map.of(EUR, Map.of(AccountKind.OPEN, eur("0.01")))).sum(EUR))
                .isEqualTo(eur("0.01"));
    }

    @Test
    void balancesAddUpAccountByAccount() {
        Balances more = balances(Map.of(
                EUR,
                Map.of(AccountKind.OPEN, eur("1.00"), AccountKind.HELD, eur("3.00")),
                PTS,
                Map.of(AccountKind.OPEN, new Amount(PTS, 7))));
        Balances both = balances.plus(more);
        assertThat(both).isEqualTo(more.plus(balances));
        assertThat(both.of(AccountKind.OPEN, EUR)).isEqualTo(eur("3.00"));
        assertThat(both.of(AccountKind.HELD, EUR)).isEqualTo(eur("3.00"));
        assertThat(both.of(AccountKind.COMMERCE, EUR)).isEqualTo(eur("5.00"));
        assertThat(both.of(AccountKind.OPEN, PTS)).isEqualTo(new Amount(PTS, 7));
        assertThat(balances.of(AccountKind.OPEN, EUR)).isEqualTo(eur("2.00"));
    }

    @Test
    void whatParticipantsHoldIsOwed() {
        for (AccountKind account : AccountKind.values()) {
            assertThat(account.isLiability()).as("%s", account).isEqualTo(account.owner() == Party.Kind.PARTICIPANT);
        }
        assertThat(AccountKind.CONTRIBUTION.owner()).isEqualTo(Party.Kind.MERCHANT);
        assertThat(AccountKind.REIMBURSEMENT.owner()).isEqualTo(Party.Kind.MERCHANT);
        assertThat(AccountKind.BREAKAGE.owner()).isEqualTo(Party.Kind.PROGRAMME);
    }

    private static Balances balances(Map<Denomination, Map<AccountKind, Amount>> amounts) {
        return new Balances(amounts, Map.of());
    }
}
