package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static io.rewards.wallet.Lots.on;
import static io.rewards.wallet.Lots.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LotTest {

    private static final ZoneId NICOSIA = ZoneId.of("Europe/Nicosia");
    private static final Optional<Voucher> VOUCHER = Optional.of(new Voucher("hash", true));

    private final Lot ten = commerce("ten", "10.00");

    @Test
    void moneyIsValidFromItsFirstInstantUntilJustBeforeItsEnd() {
        assertThat(ten.isValidAt(START.minusNanos(1))).isFalse();
        assertThat(ten.isValidAt(START)).isTrue();
        assertThat(ten.isValidAt(END.minusNanos(1))).isTrue();
        assertThat(ten.isValidAt(END)).isFalse();
    }

    @Test
    void moneyExpiresAtItsEndAndNotBefore() {
        assertThat(ten.isExpiredAt(END.minusNanos(1))).isFalse();
        assertThat(ten.isExpiredAt(END)).isTrue();
        assertThat(ten.isExpiredAt(END.plusNanos(1))).isTrue();
        assertThat(open("open", "1.00").isExpiredAt(Instant.MAX)).isFalse();
    }

    @Test
    void theLastDayIsTheDayBeforeAnEndAtMidnight() {
        assertThat(ten.lastDay(ZoneId.of("UTC"))).contains(LocalDate.parse("2024-12-31"));
        assertThat(ten.lastDay(NICOSIA)).contains(LocalDate.parse("2025-01-01"));
        assertThat(open("open", "1.00").lastDay(NICOSIA)).isEmpty();
    }

    @Test
    void openMoneyCanBePaidOutWhileItIsValid() {
        assertThat(open("open", "1.00").isPayable(NOON)).isTrue();
        assertThat(open("open", "1.00").isPayable(START.minusNanos(1))).isFalse();
    }

    @Test
    void moneyWithoutConditionsCanBePaidOutWhereItIsRedeemedWithoutBeingAsked() {
        assertThat(ten.isPayable(NOON)).isFalse();
        assertThat(automatic(ten).isPayable(NOON)).isTrue();
        assertThat(automatic(ten).isPayable(END)).isFalse();
        assertThat(ten.with(SpendMethod.SPEND_INSTANTLY, Optional.empty()).isPayable(NOON))
                .isFalse();
        assertThat(automatic(on("on", "1.00", "milk")).isPayable(NOON)).isFalse();
        assertThat(automatic(Lots.lot("p", AccountKind.PENDING, "1.00", Optional.empty()))
                        .isPayable(NOON))
                .isFalse();
    }

    @Test
    void whatIsUsedIsNeitherThereNorExpiredNorTakenBack() {
        Lot lot = ten.spent(eur("4.00")).expired(eur("1.00")).reversedHere(eur("2.00"));
        assertThat(lot.remaining()).isEqualTo(eur("3.00"));
        assertThat(lot.expired()).isEqualTo(eur("1.00"));
        assertThat(lot.reversed()).isEqualTo(eur("2.00"));
        assertThat(lot.used()).isEqualTo(eur("4.00"));
        assertThat(lot.standing()).isEqualTo(eur("8.00"));
    }

    @Test
    void whatIsTakenBackElsewhereStaysUsedHere() {
        Lot lot = ten.spent(eur("4.00")).reversedElsewhere(eur("3.00"));
        assertThat(lot.remaining()).isEqualTo(eur("6.00"));
        assertThat(lot.reversed()).isEqualTo(eur("3.00"));
        assertThat(lot.recovered()).isEqualTo(eur("3.00"));
        assertThat(lot.used()).isEqualTo(eur("4.00"));
        assertThat(lot.standing()).isEqualTo(eur("7.00"));
    }

    @Test
    void whatHadExpiredCanBeTakenBack() {
        Lot lot = ten.expired(eur("10.00")).reversedOfExpired(eur("4.00"));
        assertThat(lot.expired()).isEqualTo(eur("6.00"));
        assertThat(lot.reversed()).isEqualTo(eur("4.00"));
        assertThat(lot.recovered()).isEqualTo(eur("0.00"));
        assertThat(lot.used()).isEqualTo(eur("0.00"));
    }

    @Test
    void moneyThatComesBackIsThereAgain() {
        assertThat(ten.spent(eur("4.00")).givenBack(eur("4.00"))).isEqualTo(ten);
        assertThat(ten.filled(eur("1.00")).awarded()).isEqualTo(eur("11.00"));
        assertThat(ten.filled(eur("1.00")).remaining()).isEqualTo(eur("11.00"));
        assertThat(ten.filled(eur("1.00")).emptied(eur("1.00"))).isEqualTo(ten);
    }

    @Test
    void nothingCanBeSpentBeyondWhatIsThere() {
        assertThatNoException().isThrownBy(() -> ten.spent(eur("10.00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ten.spent(eur("10.01")))
                .withMessageContaining("(-0.01 EUR)")
                .withMessageContaining("lot (ten)");
    }

    @Test
    void nothingComesBackBeyondWhatCameIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> ten.givenBack(eur("0.01")));
    }

    @Test
    void noMoreIsTakenBackThanWasAwarded() {
        Lot spent = ten.spent(eur("10.00"));
        assertThat(spent.reversedElsewhere(eur("10.00")).standing()).isEqualTo(eur("0.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> spent.reversedElsewhere(eur("10.01")));
    }

    @Test
    void whatHasExpiredCannotBecomeLessThanNothing() {
        Lot late = ten.expired(eur("1.00"));
        assertThat(late.reversedOfExpired(eur("1.00")).expired()).isEqualTo(eur("0.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> late.reversedOfExpired(eur("1.01")));
    }

    @Test
    void elsewhereIsAPartOfWhatWasTakenBack() {
        assertThatNoException().isThrownBy(() -> recovered("1.00", "1.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> recovered("1.00", "1.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> recovered("1.00", "-0.01"));
    }

    @Test
    void confirmedMoneyCanBeSpentFromThenOn() {
        Lot pending = Lots.lot("p", AccountKind.PENDING, "1.00", Optional.of(END));
        assertThat(pending.confirmed(NOON).account()).isEqualTo(AccountKind.COMMERCE);
        assertThat(pending.confirmed(NOON).validFrom()).isEqualTo(NOON);
        assertThat(pending.confirmed(START.minusSeconds(1)).validFrom()).isEqualTo(START);
        assertThat(pending.confirmed(NOON).validTo()).contains(END);
        assertThat(pending.confirmed(NOON).remaining()).isEqualTo(eur("1.00"));
    }

    @Test
    void anAwardHasTheIdOfItsEventAndOffer() {
        assertThat(commerce("E1#A", "1.00").isAward()).isTrue();
        assertThat(commerce("E1#A/open", "1.00").isAward()).isFalse();
        assertThat(commerce("E2#A", "1.00").isAward()).isFalse();
        assertThat(commerce("E1#", "1.00")
                        .with(Provenance.of(EventKey.of("E1"), eur("1.00")))
                        .isAward())
                .isFalse();
    }

    @Test
    void freedMoneyKnowsWhereItCameFrom() {
        assertThat(ten.redeemedId()).isEqualTo("ten/open");
        assertThat(ten.origin()).isEqualTo("ten");
        assertThat(open("ten/open", "1.00").origin()).isEqualTo("ten");
    }

    @Test
    void aVoucherIsIssuedUntilItIsEmpty() {
        Lot voucher = ten.with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, VOUCHER);
        assertThat(voucher.voucher()).isEqualTo(VOUCHER);
        assertThat(voucher.voucherState()).isEqualTo(Voucher.State.ISSUED);
        assertThat(voucher.spent(eur("9.99")).voucherState()).isEqualTo(Voucher.State.ISSUED);
        assertThat(voucher.spent(eur("10.00")).voucherState()).isEqualTo(Voucher.State.USED);
    }

    @Test
    void anEmptyVoucherWasUsedOrExpiredOrCancelled() {
        Lot voucher = ten.with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, VOUCHER);
        assertThat(voucher.spent(eur("0.01")).expired(eur("9.99")).voucherState())
                .isEqualTo(Voucher.State.USED);
        assertThat(voucher.expired(eur("10.00")).voucherState()).isEqualTo(Voucher.State.EXPIRED);
        assertThat(voucher.reversedHere(eur("10.00")).voucherState()).isEqualTo(Voucher.State.CANCELLED);
    }

    @Test
    void aReservedPartIsALotOfItsOwnWithTheSameConditions() {
        Lot part = on("on", "10.00", "milk").spent(eur("4.00")).holding(eur("3.00"));
        assertThat(part.id()).isEqualTo("on");
        assertThat(part.awarded()).isEqualTo(eur("3.00"));
        assertThat(part.remaining()).isEqualTo(eur("3.00"));
        assertThat(part.used()).isEqualTo(eur("0.00"));
        assertThat(part.validTo()).contains(END);
        assertThat(part.conditions()).isEqualTo(on("on", "1.00", "milk").conditions());
    }

    @Test
    void anotherProvenanceChangesNothingElse() {
        Provenance other = Provenance.of(EventKey.of("E9"), eur("1.00"));
        assertThat(ten.spent(eur("1.00")).with(other).provenance()).isEqualTo(other);
        assertThat(ten.spent(eur("1.00")).with(other).with(ten.provenance())).isEqualTo(ten.spent(eur("1.00")));
    }

    private Lot recovered(String reversed, String recovered) {
        return new Lot(
                "lot",
                AccountKind.COMMERCE,
                eur("10.00"),
                eur("5.00"),
                eur("0.00"),
                eur(reversed),
                eur(recovered),
                START,
                START,
                Optional.empty(),
                ten.conditions(),
                SpendMethod.SPEND_ON_REQUEST,
                Optional.empty(),
                ten.provenance());
    }

    private static Lot automatic(Lot lot) {
        return lot.with(SpendMethod.SPEND_AUTOMATICALLY, Optional.empty());
    }
}
