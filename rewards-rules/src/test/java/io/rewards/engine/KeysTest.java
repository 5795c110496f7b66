package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.Purchase;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.report.LedgerReports;
import io.rewards.wallet.Lot;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ids of events and systems may hold the signs that stand between the parts of keys. */
class KeysTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("1.00"), Optional.empty());

    @Test
    void giftsOfTwoSystemsWhoseIdsReadAlikeBothArrive() {
        Purse purse = Purse.with();
        purse.engine.evaluate(new WalletToppedUp(header("", "T", "P1", "2025-02-01T10:00"), eur("20.00")));
        give(purse, header("", "pos/1", "P1", "2025-02-02T10:00"), "10.00");
        give(purse, header("pos", "1", "P1", "2025-02-03T10:00"), "5.00");
        assertThat(purse.balance("P1", AccountKind.OPEN)).isEqualTo("5.00 EUR");
        assertThat(purse.balance("P2", AccountKind.OPEN)).isEqualTo("15.00 EUR");
        isWell(purse);
    }

    @Test
    void anAwardDoesNotOverwriteAGiftWhoseNameReadsAlike() {
        Offer ten = Shop.offer("TEN", ANY, Shop.percent("10")).build();
        Offer instantly = Shop.offer("INST", ANY, Shop.percent("5"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Purse purse = Purse.with(ten, instantly);
        buy(purse, header("", "1", "P1", "2025-02-01T10:00"), "100.00");
        give(purse, header("", "77", "P1", "2025-02-02T10:00"), "10.00");
        buy(purse, header("", "77#1", "P2", "2025-02-03T10:00"), "50.00");
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("15.00 EUR");
        assertThat(purse.records("P2").allLots().map(Lot::id))
                .containsExactlyInAnyOrder("77#1#TEN", "77%231#TEN", "77%231#INST");
        isWell(purse);
    }

    private static void give(Purse purse, EventHeader header, String amount) {
        assertThat(purse.engine
                        .evaluate(new MoneyTransferred(header, "P2", eur(amount), "a gift"))
                        .isRecorded())
                .isTrue();
    }

    private static void buy(Purse purse, EventHeader header, String total) {
        assertThat(purse.engine.evaluate(Purchase.of(header, Shop.thing(total))).isRecorded())
                .isTrue();
    }

    private static EventHeader header(String system, String id, String participant, String localTime) {
        return new EventHeader(
                new EventKey(system, id),
                participant,
                "U1",
                at(localTime),
                Optional.of(at(localTime)),
                true,
                Attributes.NONE);
    }

    private static void isWell(Purse purse) {
        assertThat(LedgerReports.of(purse.store, Shop.ZONE).verify().problems()).isEmpty();
        assertThat(purse.store.followUps(0, 10)).isEmpty();
    }
}
