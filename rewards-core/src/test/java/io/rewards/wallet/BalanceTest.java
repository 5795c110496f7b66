package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static io.rewards.wallet.Lots.line;
import static io.rewards.wallet.Lots.open;
import static io.rewards.wallet.Lots.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Journal;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wallets, and what they hold at an instant. */
class BalanceTest {

    private static final EventKey HOLDING = EventKey.of("H");
    private static final EventKey PAYING = EventKey.of("P");

    private final Lot voucher = Lots.lot("v", AccountKind.VOUCHERS, "4.00", Optional.of(END))
            .with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, Optional.of(new Voucher("hash", true)));
    private final Lot empty = open("e", "1.00").spent(eur("1.00"));
    private final Wallet wallet = new Wallet(
            List.of(
                    commerce("c", "1.00"),
                    open("o", "2.00"),
                    Lots.lot("p", AccountKind.PENDING, "3.00", Optional.of(END)),
                    voucher),
            Map.of(HOLDING, new Hold(HOLDING, END, List.of(part("5.00"), part("0.50")))),
            Map.of(PAYING, new Payout(PAYING, "IBAN", List.of(part("6.00"), part("0.25")))),
            Map.of("EUR", eur("7.00")),
            Set.of());
    private final MemoryPast past = MemoryPast.on(
            Past.NONE,
            new PastChanges(
                    List.of(),
                    List.of(empty, open("d", "1.00").spent(eur("1.00"))),
                    List.of(sale(line("milk", 1, "1.00"))),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    List.of()));

    @Test
    void everyKindOfMoneyHasItsPlace() {
        assertThat(Balance.of(wallet, NOON))
                .containsExactly(
                        new Balance(eur("3.00"), eur("3.00"), eur("2.00"), eur("5.50"), eur("4.00"), eur("7.00")));
    }

    @Test
    void theTotalIsWhatThereIsLessWhatIsOwed() {
        assertThat(Balance.of(wallet, NOON).get(0).total()).isEqualTo(eur("8.50"));
        assertThat(new Balance(eur("1.00"), eur("2.00")).total()).isEqualTo(eur("3.00"));
    }

    @Test
    void moneyCountsUntilItExpires() {
        List<Lot> lots = List.of(commerce("c", "1.00"));
        assertThat(Balance.of(lots, END.minusNanos(1))).containsExactly(new Balance(eur("1.00"), eur("0.00")));
        assertThat(Balance.of(lots, END)).containsExactly(new Balance(eur("0.00"), eur("0.00")));
    }

    @Test
    void moneyThatIsNotYetValidIsPending() {
        List<Lot> lots = List.of(commerce("c", "1.00"));
        assertThat(Balance.of(lots, START)).containsExactly(new Balance(eur("1.00"), eur("0.00")));
        assertThat(Balance.of(lots, START.minusNanos(1))).containsExactly(new Balance(eur("0.00"), eur("1.00")));
    }

    @Test
    void moneyUnderConditionsIsNotOpen() {
        assertThat(Balance.of(List.of(commerce("c", "1.00")), NOON).get(0).open())
                .isEqualTo(eur("0.00"));
        assertThat(Balance.of(List.of(open("o", "1.00")), NOON).get(0).open()).isEqualTo(eur("1.00"));
    }

    @Test
    void eachDenominationHasABalanceInOrderOfCodes() {
        Amount points = Amount.parse("9 ABC");
        Lot lot = Lot.of("a", AccountKind.OPEN, points, LotDates.from(START), Lots.awarded(points))
                .with(open("o", "1.00").conditions(), SpendMethod.SPEND_ON_REQUEST, Optional.empty());
        assertThat(Balance.of(List.of(open("o", "1.00"), lot), NOON))
                .extracting(Balance::available)
                .containsExactly(points, eur("1.00"));
    }

    @Test
    void anEmptyWalletHasNoBalance() {
        assertThat(Balance.of(Wallet.EMPTY, NOON)).isEmpty();
    }

    @Test
    void lotsAreFoundWithAndWithoutMoney() {
        assertThat(wallet.lot("o")).contains(open("o", "2.00"));
        assertThat(wallet.lot("e")).isEmpty();
        assertThat(past.lot("e")).contains(empty);
        assertThat(past.lot("o")).isEmpty();
        assertThat(wallet.lot("x")).isEmpty();
        assertThat(past.lot("x")).isEmpty();
        Account account = Account.of(Participant.registered("ANNA", START, "U1", Profile.EMPTY))
                .with(wallet);
        AccountRecords records = new AccountRecords(account, past.inheritance(), Journal.of("ANNA"));
        assertThat(records.allLots()).extracting(Lot::id).containsExactly("c", "o", "p", "v", "d", "e");
    }

    @Test
    void aVoucherIsFoundByTheHashOfItsCode() {
        assertThat(wallet.voucher("hash")).contains(voucher);
        assertThat(wallet.voucher("other")).isEmpty();
    }

    @Test
    void salesAreFoundByTheirPurchase() {
        assertThat(past.sale(Lots.SOLD)).contains(sale(line("milk", 1, "1.00")));
        assertThat(past.sale(PAYING)).isEmpty();
    }

    @Test
    void whatIsOnItsWayOutAddsUp() {
        assertThat(wallet.payouts().get(PAYING).amount()).isEqualTo(eur("6.25"));
        assertThat(wallet.holds().get(HOLDING).amount()).isEqualTo(eur("5.50"));
    }

    private static LotPart part(String amount) {
        return new LotPart("c", eur(amount), "t", "");
    }
}
