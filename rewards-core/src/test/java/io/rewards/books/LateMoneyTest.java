package io.rewards.books;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Holder;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventHeader;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Lots;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Money that was still good at the date of an event which is told late, whatever runs did since. */
class LateMoneyTest {

    private static final Instant RUN = END.plusSeconds(3_600);
    private static final Instant IN_TIME = END.minusNanos(1);

    private final Holder holder = new Holder(Participant.registered("ANNA", START, "U1", Profile.EMPTY));

    @Test
    void whatARunTookOutIsThereUntilItsEndAndNotFromThenOn() {
        expires(commerce("c", "5.00"));
        assertThat(there(IN_TIME)).containsExactly(tuple("c", eur("5.00")));
        assertThat(there(END)).isEmpty();
        assertThat(there(RUN.plusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsUsedOfItHasNotExpiredAndTheRunIsUndoneForThat() {
        expires(commerce("c", "5.00"));
        Purse first = purse("A", IN_TIME);
        new Correcting(first, "", "").take(eur("2.00"), Optional.empty());
        assertThat(first.transactions())
                .extracting(
                        each -> each.from().kind(),
                        each -> each.to().kind(),
                        Transaction::amount,
                        Transaction::reverses)
                .containsExactly(
                        tuple(AccountKind.BREAKAGE, AccountKind.COMMERCE, eur("2.00"), "RUN#c/award_expiration"),
                        tuple(AccountKind.COMMERCE, AccountKind.ADJUSTMENTS, eur("2.00"), ""));
        holder.add(first);
        assertThat(holder.lot("c").expired()).isEqualTo(eur("3.00"));
        assertThat(there(IN_TIME)).containsExactly(tuple("c", eur("3.00")));
        Purse second = purse("B", IN_TIME);
        new Correcting(second, "", "").take(eur("3.00"), Optional.empty());
        holder.add(second);
        assertThat(holder.lot("c").expired()).isEqualTo(eur("0.00"));
        assertThat(there(IN_TIME)).isEmpty();
    }

    @Test
    void twoRunsThatTookOutPartsAreUndoneInTheirOrder() {
        expires(commerce("c", "5.00"));
        Purse late = purse("A", IN_TIME);
        new Correcting(late, "", "").take(eur("5.00"), Optional.empty());
        holder.add(late);
        holder.has(holder.lot("c").filled(eur("5.00")));
        Purse again = purse("RUN-2", RUN.plusSeconds(600));
        assertThat(new PayingOut(again).expire(RUN.plusSeconds(600))).hasSize(1);
        holder.add(again);
        assertThat(there(IN_TIME)).containsExactly(tuple("c", eur("5.00")));
        Purse second = purse("B", IN_TIME);
        new Correcting(second, "", "").take(eur("1.00"), Optional.empty());
        assertThat(second.transactions().get(0).reverses()).isEqualTo("RUN-2#c/award_expiration");
    }

    @Test
    void aVoucherThatIsGoodOnceAndWasUsedDidNotExpire() {
        expires(
                voucher("used", false).spent(eur("1.00")),
                voucher("partly", true).spent(eur("1.00")));
        Purse late = purse("A", IN_TIME);
        assertThat(late.lot("used").expired()).isEqualTo(eur("4.00"));
        assertThat(late.inOrder()).extracting(Lot::id, Lot::remaining).containsExactly(tuple("partly", eur("4.00")));
    }

    @Test
    void whatExpiredBeforeAChangeoverStaysExpired() {
        expires(commerce("c", "5.00"));
        Purse changeover = purse("CHANGE", RUN.plusSeconds(60));
        new Converting(changeover, Commitments.of(Programmes.with()), Programmes.EUR, LateMoneyTest::toPoints)
                .convert(List.of(holder.lot("c")), List.of());
        holder.add(changeover);
        assertThat(holder.lot("c").expired()).isEqualTo(Amount.parse("1000 PTS"));
        assertThat(there(IN_TIME)).isEmpty();
    }

    private static Amount toPoints(Amount amount) {
        return amount.denomination().code().equals("EUR") ? Amount.parse(2 * amount.units() + " PTS") : amount;
    }

    private static Lot voucher(String id, boolean partial) {
        return Lots.lot(id, AccountKind.VOUCHERS, "5.00", Optional.of(END))
                .with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, Optional.of(new Voucher("hash of " + id, partial)));
    }

    /** A run has taken out what was left of these lots. */
    private void expires(Lot... lots) {
        holder.has(lots);
        Purse run = purse("RUN", RUN);
        assertThat(new PayingOut(run).expire(RUN)).hasSize(lots.length);
        holder.add(run);
    }

    private List<Tuple> there(Instant on) {
        return purse("LOOK", on).inOrder().stream()
                .map(lot -> tuple(lot.id(), lot.remaining()))
                .toList();
    }

    private Purse purse(String event, Instant on) {
        return holder.purse(
                new WalletToppedUp(EventHeader.of(event, "ANNA", "U1", on), eur("1.00")),
                RUN.plusSeconds(7_200),
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
    }
}
