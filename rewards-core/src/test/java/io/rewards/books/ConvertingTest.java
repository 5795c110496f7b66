package io.rewards.books;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.SOLD;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static io.rewards.wallet.Lots.line;
import static io.rewards.wallet.Lots.sale;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Holder;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Hold;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Lots;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a changeover makes of a purse: each amount is rounded once, and what it is made of sums to it. */
class ConvertingTest {

    private static final Instant CHANGE = Instant.parse("2024-04-01T00:00:00Z");
    private static final Denomination NEW = new Denomination("NEW", 2);
    private static final Changeover RATE = new Changeover(Programmes.EUR, NEW, new BigDecimal("1.95583"), CHANGE);
    private static final Changeover TEN = new Changeover(Programmes.EUR, NEW, BigDecimal.TEN, CHANGE);

    private final Holder holder = new Holder(Participant.registered("ANNA", START, "U1", Profile.EMPTY));

    @Test
    void aLotOfFiveIsTwoFiftySix() {
        holder.has(commerce("c", "5.00"));
        Purse purse = converted(RATE);
        assertThat(purse.lot("c").remaining()).isEqualTo(now("2.56"));
        assertThat(purse.lot("c").awarded()).isEqualTo(now("2.56"));
        assertThat(posted(purse))
                .containsExactly("CONVERSION 5.00 EUR COMMERCE>EXCHANGE", "CONVERSION 2.56 NEW EXCHANGE>COMMERCE");
    }

    @Test
    void whatWasSpentOfALotAndWhatIsLeftSumToWhatItBrought() {
        holder.has(commerce("c", "5.00"));
        Purse spending = purse("S");
        Sale bought = sale(line("a", 1, "0.33"), line("b", 1, "0.33"), line("c", 1, "0.34"));
        new Paying(spending)
                .pay(
                        bought,
                        new SpendPlan(
                                eur("1.00"),
                                List.of(new SpendPlan.Part(
                                        spending.lot("c"),
                                        eur("1.00"),
                                        List.of(share("a", 1, "0.33"), share("b", 1, "0.33"), share("c", 1, "0.34")))),
                                List.of()));
        holder.add(spending);
        Purse purse = converted(RATE, holder.past().sale(SOLD).orElseThrow());
        Lot lot = purse.lot("c");
        assertThat(lot.remaining()).isEqualTo(now("2.05"));
        assertThat(lot.used()).isEqualTo(now("0.51"));
        assertThat(lot.awarded()).isEqualTo(now("2.56"));
        Payment paid = purse.sale(SOLD).orElseThrow().payments().get(0);
        assertThat(paid.lines())
                .extracting(LineShare::line, LineShare::amount)
                .containsExactly(tuple("a", now("0.17")), tuple("b", now("0.17")), tuple("c", now("0.17")));
        assertThat(purse.sale(SOLD).orElseThrow().lines())
                .extracting(SaleLine::value)
                .containsExactly(now("0.17"), now("0.17"), now("0.17"));
    }

    @Test
    void whatRoundsToNothingIsGone() {
        holder.has(commerce("c", "0.04"), commerce("d", "0.05"));
        Purse holding = purse("H");
        new Reserving(holding)
                .place(SpendPlan.of(List.of(holding.lot("c")), List.of(line("x", 1, "9.00")), eur("0.04")), END);
        holder.add(holding);
        Purse purse = converted(TEN);
        assertThat(purse.holds()).isEmpty();
        assertThat(purse.lot("c").remaining()).isEqualTo(now("0.00"));
        assertThat(purse.lot("d").remaining()).isEqualTo(now("0.01"));
    }

    @Test
    void reservedMoneyStaysReservedAtTheRate() {
        holder.has(commerce("c", "5.00"));
        Purse holding = purse("H");
        new Reserving(holding)
                .place(SpendPlan.of(List.of(holding.lot("c")), List.of(line("x", 1, "9.00")), eur("3.00")), END);
        holder.add(holding);
        Purse purse = converted(RATE);
        Hold hold = purse.holds().get(EventKey.of("H"));
        assertThat(hold.until()).isEqualTo(END);
        assertThat(hold.parts()).extracting(LotPart::amount).containsExactly(now("1.53"));
        assertThat(purse.lot("c").remaining()).isEqualTo(now("1.02"));
        assertThat(purse.lot("c").awarded()).isEqualTo(now("2.55"));
    }

    @Test
    void aDebtIsOwedAtTheRate() {
        holder.owes(eur("1.00"));
        Purse purse = converted(RATE);
        assertThat(purse.debts()).containsOnlyKeys("NEW").containsValue(now("0.51"));
        assertThat(posted(purse))
                .containsExactly(
                        "CONVERSION 1.00 EUR EXCHANGE>CLAWBACK_RECEIVABLE",
                        "CONVERSION 0.51 NEW CLAWBACK_RECEIVABLE>EXCHANGE");
    }

    @Test
    void whatExpiredAndWhatWasTakenBackIsAtTheRateToo() {
        holder.hasEmptied(commerce("c", "5.00").expired(eur("3.00")).reversedHere(eur("2.00")));
        Purse purse = purse("CHANGE");
        new Converting(purse, kept(), Programmes.EUR, RATE::apply).convert(List.of(holder.lot("c")), List.of());
        assertThat(purse.lot("c"))
                .returns(now("1.53"), Lot::expired)
                .returns(now("1.02"), Lot::reversed)
                .returns(now("1.53"), Lot::standing);
        assertThat(purse.transactions()).isEmpty();
    }

    @Test
    void moneyTowardsATargetCountsAtTheRateAndPiecesStayPieces() {
        Converting converting = new Converting(purse("CHANGE"), kept(), Programmes.EUR, RATE::apply);
        List<Counted> fifty = List.of(new Counted(SOLD, NOON, 5_000));
        assertThat(converting.counted("MONEY", fifty)).containsExactly(new Counted(SOLD, NOON, 2_556));
        assertThat(converting.counted("VISITS", fifty)).isEqualTo(fifty);
        assertThat(converting.counted("UNKNOWN", fifty)).isEqualTo(fifty);
    }

    @Test
    void anotherDenominationIsLeftAlone() {
        Amount points = Amount.parse("7 PTS");
        Lot lot = Lot.of(
                "p", AccountKind.COMMERCE, points, new LotDates(START, START, Optional.of(END)), Lots.awarded(points));
        holder.has(lot);
        Purse purse = converted(RATE);
        assertThat(purse.lot("p")).isEqualTo(lot);
        assertThat(purse.transactions()).isEmpty();
    }

    private Purse converted(Changeover changeover, Sale... sales) {
        Purse purse = purse("CHANGE");
        new Converting(purse, kept(), Programmes.EUR, changeover::apply)
                .convert(holder.past().inheritance().lots(), List.of(sales));
        return purse;
    }

    private static Commitments kept() {
        TimeSpan year = new TimeSpan(1, SpanUnit.YEARS);
        return Commitments.of(Programmes.with(
                offer(1, "MONEY", new Terms.SpendLoyalty(eur("100.00"), year)),
                offer(2, "VISITS", new Terms.CountLoyalty(5, year))));
    }

    private static Offer offer(long number, String code, Terms terms) {
        return Offer.builder(
                        number, code, "CLUB", terms.classification().name(), terms, new Award.FixedAmount(eur("1.00")))
                .withEffectiveSince(START)
                .build();
    }

    private static Amount now(String amount) {
        return Amount.of(amount, NEW);
    }

    private static List<String> posted(Purse purse) {
        return purse.transactions().stream()
                .map(each -> each.kind() + " " + each.amount() + " "
                        + each.from().kind() + ">" + each.to().kind())
                .toList();
    }

    private Purse purse(String event) {
        return holder.purse(
                new WalletToppedUp(EventHeader.of(event, "ANNA", "U1", NOON), eur("1.00")),
                NOON.plusSeconds(60),
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
    }
}
