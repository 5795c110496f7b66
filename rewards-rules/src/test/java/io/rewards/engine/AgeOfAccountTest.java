package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.effort.Effort;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What an event reads does not grow with the age of its account: what is read is counted, not timed. The system property
 * {@code rewards.age.participants} makes the nightly run as large as wanted.
 */
class AgeOfAccountTest {

    private static final int PARTICIPANTS = Effort.of("rewards.age.participants", 1_000, 100_000);
    private static final int DUE = 100;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2020-01-01");

    @Test
    void aPurchaseASpendAndAReturnReadAsMuchOfAnOldPastAsOfAYoungOne() {
        assertThat(reads(240)).isEqualTo(reads(80)).hasSize(4);
    }

    @Test
    void aPurchaseInTimeDoesNotAskForWhatCountsForLateOnesOnly() {
        List<String> reads = reads(80);
        assertThat(reads.get(0)).startsWith("new: ").doesNotContain("counted");
        assertThat(reads.get(3)).startsWith("late: ").contains("counted");
    }

    @Test
    void aNightlyRunLoadsTheAccountsThatHaveSomethingDue() {
        CountingStore store = new CountingStore(new InMemoryStore());
        Town town = Town.of(
                Shop.programme(
                        Shop.settings(),
                        offer("B", new Terms.Birthday(), fixed("1.00")).build()),
                store);
        for (int i = 0; i < PARTICIPANTS; i++) {
            town.born("P" + i, i < DUE ? "1990-03-02" : "1990-07-15");
        }
        town.run("2024-03-01");

        store.forgetCounts();
        assertThat(town.run("2024-03-02").awards()).isEqualTo(DUE);
        assertThat(store.loaded()).isEqualTo(DUE);

        store.forgetCounts();
        assertThat(town.run("2024-03-03").awards()).isZero();
        assertThat(store.loaded()).isLessThanOrEqualTo(DUE);
    }

    /** What is read for a purchase, a spend, a return and a late purchase after so many days with a purchase and an award. */
    private static List<String> reads(int age) {
        Offer coffee = offer("A", new Terms.TransactionRevenue(eur("5.00"), Optional.empty()), fixed("1.00"))
                .withSpendMethod(SpendMethod.SPEND_ON_REQUEST)
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.After(days(3))))
                .build();
        Offer regular = offer("L", new Terms.SpendLoyalty(eur("1000.00"), days(30)), fixed("5.00"))
                .build();
        CountingStore store = new CountingStore(new InMemoryStore());
        Town town = Town.of(Shop.programme(Shop.settings(), coffee, regular), store);
        town.join("P");
        EventKey yesterday = town.buy("E", "P", FIRST_DAY.toString(), "10.00").event();
        for (int day = 1; day < age; day++) {
            String date = FIRST_DAY.plusDays(day).toString();
            yesterday = town.buy("E" + day, "P", date, "10.00").event();
            town.engine.runs().expire(town.at(date), RunListener.NONE);
        }
        String today = FIRST_DAY.plusDays(age).toString();
        return List.of(
                read(town, store, Purchase.of(town.header("new", "P", today), Shop.thing("10.00"))),
                read(
                        town,
                        store,
                        new SpendRequested(town.header("spend", "P", today), yesterday, SpendWish.of(eur("1.00")))),
                read(
                        town,
                        store,
                        GoodsReturn.of(town.header("back", "P", today), new ReturnedLine(yesterday, "thing", 1))),
                read(
                        town,
                        store,
                        Purchase.of(
                                town.header(
                                        "late",
                                        "P",
                                        FIRST_DAY.plusDays(age - 40L).toString()),
                                Shop.thing("10.00"))));
    }

    private static String read(Town town, CountingStore store, CustomerEvent event) {
        store.forgetCounts();
        town.send(event);
        return event.key() + ": " + store.reads();
    }
}
