package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.kind.EventKinds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

final class SpokenTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final EventHeader HEADER = EventHeader.of("e1", "ada", "SHOP", NOON);
    private static final EventKey BOUGHT = EventKey.of("p1");
    private static final Amount FIVE = Amount.of("5.00", EUR);
    private static final PurchaseLine LINE = PurchaseLine.of("1", "BREAD", 1, FIVE);
    private static final ReturnedLine BACK = new ReturnedLine(BOUGHT, "1", 2);

    static final List<Arguments> EVENTS = List.of(
            said(Purchase.of(HEADER, LINE), ""),
            said(Purchase.of(HEADER, LINE).spending(SpendWish.of(FIVE)), "pays with up to 5.00 EUR of the wallet"),
            said(
                    Purchase.of(HEADER, LINE).returning(BACK).spending(SpendWish.ALL),
                    "pays with as much as possible of the wallet; brings back 2 pieces of line 1 of purchase p1"),
            said(GoodsReturn.of(HEADER, BACK), "brings back 2 pieces of line 1 of purchase p1"),
            said(
                    new SpendRequested(
                            HEADER, BOUGHT, new SpendWish(Optional.of(FIVE), Optional.of(EventKey.of("h1")))),
                    "pays for purchase p1 with up to 5.00 EUR that h1 has reserved"),
            said(
                    new RedeemRequested(HEADER, BOUGHT, Optional.empty()),
                    "frees as much as possible from its conditions, for goods of purchase p1"),
            said(new VoucherUsed(HEADER, "hash", BOUGHT), "shows a voucher for purchase p1"),
            said(
                    new HoldPlaced(HEADER, List.of(LINE), Optional.of(FIVE), NOON.plusSeconds(60)),
                    "reserves up to 5.00 EUR for goods of 1 line, until Sat 2025-03-01 12:01"),
            said(new HoldReleased(HEADER, EventKey.of("h1")), "no longer needs what h1 has reserved"),
            said(new EventCancelled(HEADER, BOUGHT, "a mistake"), "event p1 never happened after all: a mistake"),
            said(new AwardCancelled(HEADER, "p1#TEN", "fraud", "eve"), "eve takes award p1#TEN back: fraud"),
            said(new VoucherCancelled(HEADER, "p1#V", "lost", "eve"), "eve takes voucher p1#V back: lost"),
            said(new AwardsConfirmed(HEADER, BOUGHT), "the awards of event p1 stand and can be spent"),
            said(new WalletToppedUp(HEADER, FIVE), "puts 5.00 EUR into the wallet"),
            said(new BalanceAdjusted(HEADER, FIVE, "sorry", "eve"), "eve gives 5.00 EUR: sorry"),
            said(new BalanceAdjusted(HEADER, FIVE.times(-1), "wrong", "eve"), "eve takes 5.00 EUR: wrong"),
            said(new MoneyTransferred(HEADER, "bob", FIVE, ""), "gives 5.00 EUR to bob"),
            said(
                    Purchase.of(HEADER, LINE).spending(SpendWish.points(Amount.parse("500 PTS"))),
                    "pays with up to 500 PTS, turned into money"),
            said(PointsExchanged.all(HEADER, "PTS", "EUR"), "turns all PTS into EUR"),
            said(PointsExchanged.of(HEADER, Amount.parse("500 PTS"), "EUR"), "turns 500 PTS into EUR"),
            said(new PayoutRequested(HEADER, Optional.of(FIVE)), "asks for 5.00 EUR in money"),
            said(new PayoutRequested(HEADER, Optional.empty()), "asks for all that can be paid out in money"),
            said(new PayoutAnswered(HEADER, EventKey.of("o1"), true, ""), "the money of o1 has arrived"),
            said(
                    new PayoutAnswered(HEADER, EventKey.of("o1"), false, "no such bank"),
                    "the money of o1 could not be paid and comes back: no such bank"));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void everyEventThatMovesMoneySaysSoInPlainWords(CustomerEvent event, String words) {
        Spoken spoken = new Spoken(new When(ZoneId.of("Europe/Dublin")));
        assertThat(EventKinds.of(event).says(event, spoken)).isEqualTo(words);
        assertThat(EventKinds.of(event).movesMoney(event)).isEqualTo(!words.isEmpty());
    }

    private static Arguments said(CustomerEvent event, String words) {
        return Arguments.of(event, words);
    }
}
