package io.rewards.ledger;

import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has which accounts, and what is in them. */
class PartyTest {

    private static final Instant NOW = Instant.parse("2024-03-05T14:30:00Z");
    private static final Party ANNA = Party.participant("ANNA");
    private static final AccountName FIRST = reimbursement("U1");
    private static final AccountName SECOND = reimbursement("U2");

    @Test
    void everybodyButTheProgrammeHasAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Party.participant(""))
                .withMessage("The id () of a party that is a PARTICIPANT must not be empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Party.merchant(""))
                .withMessage("The id () of a party that is a MERCHANT must not be empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Party(Party.Kind.PROGRAMME, "P"))
                .withMessage("The id (P) of a party that is a PROGRAMME must be empty.");
    }

    @Test
    void everyKindOfAccountIsOfOneKindOfParty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountName.of(ANNA, AccountKind.REIMBURSEMENT))
                .withMessage("An account (REIMBURSEMENT) is of a MERCHANT, and the party (ANNA) is a PARTICIPANT.");
        assertThat(FIRST).hasToString("REIMBURSEMENT of U1");
        assertThat(AccountName.of(Party.PROGRAMME, AccountKind.BREAKAGE)).hasToString("BREAKAGE");
    }

    @Test
    void accountsAreInOrderOfPartiesThenOfKinds() {
        AccountName open = AccountName.of(ANNA, AccountKind.OPEN);
        AccountName commerce = AccountName.of(ANNA, AccountKind.COMMERCE);
        AccountName breakage = AccountName.of(Party.PROGRAMME, AccountKind.BREAKAGE);
        assertThat(Stream.of(breakage, SECOND, open, FIRST, commerce).sorted())
                .containsExactly(commerce, open, FIRST, SECOND, breakage);
    }

    @Test
    void onlyMerchantsGiveAndNobodyGivesNothing() {
        assertThat(new Share(Party.merchant("U1"), eur("0.01")).account()).hasToString("CONTRIBUTION of U1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(Party.merchant("U1"), eur("0.00")))
                .withMessage("The share (0.00 EUR) that party (U1) gives must be above 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(ANNA, eur("1.00")))
                .withMessage("A PARTICIPANT (ANNA) cannot give (1.00 EUR) to an award.");
    }

    @Test
    void balancesTellOneMerchantFromTheOther() {
        Balances balances = Balances.of(Stream.of(spent("A", "1.00", FIRST), spent("B", "2.00", SECOND)))
                .plus(Balances.of(Stream.of(spent("C", "4.00", FIRST))));
        assertThat(balances.of(AccountKind.REIMBURSEMENT, EUR)).isEqualTo(eur("7.00"));
        assertThat(balances.of(FIRST, EUR)).isEqualTo(eur("5.00"));
        assertThat(balances.of(SECOND, EUR)).isEqualTo(eur("2.00"));
        assertThat(balances.of(reimbursement("U3"), EUR)).isEqualTo(eur("0.00"));
        assertThat(balances.of(AccountName.of(Party.PROGRAMME, AccountKind.BREAKAGE), EUR))
                .isEqualTo(eur("0.00"));
        assertThat(balances.merchants()).isEqualTo(Map.of(EUR, Map.of(FIRST, eur("5.00"), SECOND, eur("2.00"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> balances.of(AccountName.of(ANNA, AccountKind.OPEN), EUR))
                .withMessage("The account (OPEN of ANNA) is summed with those of other participants.");
    }

    @Test
    void moneyGoesFromOneMerchantToTheOther() {
        Transaction moved = transaction("M", "1.00", FIRST, SECOND);
        assertThat(moved.change(FIRST)).isEqualTo(eur("-1.00"));
        assertThat(moved.change(SECOND)).isEqualTo(eur("1.00"));
        assertThat(moved.change(AccountKind.REIMBURSEMENT)).isEqualTo(eur("0.00"));
        assertThat(Balances.of(Stream.of(moved)).amounts()).isEmpty();
        assertThat(Balances.of(Stream.of(moved)).of(SECOND, EUR)).isEqualTo(eur("1.00"));
    }

    @Test
    void aJournalNeverTouchesAccountsOfAnotherParticipant() {
        AccountName bobs = AccountName.of(Party.participant("BOB"), AccountKind.OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transaction("X", "1.00", bobs, FIRST))
                .withMessage("The transaction (X) of participant (ANNA) must not touch the account (OPEN of BOB) of"
                        + " another participant.");
    }

    private static AccountName reimbursement(String unit) {
        return AccountName.of(Party.merchant(unit), AccountKind.REIMBURSEMENT);
    }

    private static Transaction spent(String id, String amount, AccountName to) {
        return transaction(id, amount, AccountName.of(ANNA, AccountKind.OPEN), to);
    }

    private static Transaction transaction(String id, String amount, AccountName from, AccountName to) {
        return new Transaction(
                id,
                TransactionKind.SPEND,
                eur(amount),
                from,
                to,
                Cause.of(EventKey.of("E"), "ANNA", "U1"),
                Origin.NONE,
                Note.NONE,
                NOW,
                NOW);
    }
}
