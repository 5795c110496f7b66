package io.rewards.engine;

import static io.rewards.engine.Ranks.GOLD;
import static io.rewards.engine.Ranks.PLATINUM;
import static io.rewards.engine.Ranks.SILVER;
import static io.rewards.engine.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierSettings;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain 8.4, 3.12: tiers under programmes that change, and under many hands. */
class TiersOverTimeTest {

    private static final Denomination BGN = new Denomination("BGN", 2);

    private static Programme in(Denomination currency, long reach) {
        return Shop.programme(Settings.of(Shop.ZONE, currency)).toBuilder()
                .withTiers(List.of(SILVER, Tier.of("GOLD", reach, Shop.months(12))))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"39.83, SILVER", "39.84, GOLD"})
    void whatWasBoughtBeforeAChangeoverCountsAtItsRate(String total, String tier) {
        Town town = Town.of(in(BGN, 1000), new InMemoryStore()).join("P1");
        town.send(Purchase.of(
                town.header("A", "P1", "2025-12-01"), PurchaseLine.of("a", "thing", 1, Amount.of("900.00", BGN))));
        Instant newYear = Instant.parse("2025-12-31T22:00:00Z");
        town.engine
                .runs()
                .changeover(new Changeover(BGN, Shop.EUR, new BigDecimal("1.95583"), newYear), RunListener.NONE);
        town.engine.reload(in(Shop.EUR, 500)); // 900.00 BGN are 460.16 EUR
        town.buy("B", "P1", "2026-01-02", total);
        assertThat(town.account("P1").participant().tier()).isEqualTo(tier);
    }

    @Test
    void aLongerPeriodFindsWhatWasBoughtBefore() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, Tier.of("GOLD", 500, Shop.months(1))));
        ranks.buy("2023-01-01", "300.00");
        ranks.buy("2023-06-01", "100.00");
        ranks.buy("2023-12-01", "99.99");
        ranks.engine.reload(Ranks.programme(TierSettings.DEFAULT, List.of(SILVER, GOLD)));
        ranks.buy("2023-12-31", "0.01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void aShorterPeriodIsReviewedAtTheNextEvent() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-05-01", "1.00");
        ranks.engine.reload(
                Ranks.programme(TierSettings.DEFAULT, List.of(SILVER, Tier.of("GOLD", 500, Shop.months(1)))));
        ranks.buy("2023-05-02", "1.00");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void whoIsInATierThatIsGoneIsWhereNothingWasReached() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, Tier.of("TITANIUM", 100, Shop.months(12))));
        ranks.buy("2023-03-01", "600.00");
        assertThat(ranks.tier()).isEqualTo("TITANIUM");
        ranks.engine.reload(Ranks.programme(TierSettings.DEFAULT, List.of(SILVER, GOLD, PLATINUM)));
        assertThat(ranks.explained("2023-03-02").tier()).isEqualTo("SILVER");
        ranks.buy("2023-03-03", "1.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void tiersThatAreIntroducedCountFromThenOn() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(Tier.named("SILVER"), Tier.named("GOLD")));
        Purchase early = Purchase.of(ranks.header("2023-03-01"), Shop.thing("600.00"));
        ranks.engine.evaluate(early);
        ranks.engine.reload(Ranks.programme(TierSettings.DEFAULT, List.of(SILVER, GOLD)));
        ranks.buy("2023-03-02", "499.99");
        assertThat(ranks.tier()).isEqualTo("SILVER");
        ranks.engine.evaluate(GoodsReturn.of(ranks.header("2023-03-03"), new ReturnedLine(early.key(), "thing", 1)));
        ranks.buy("2023-03-04", "0.01");
        assertThat(ranks.tier()).isEqualTo("GOLD");
    }

    @Test
    void aLockOfTheHostEndsWhereTheEngineTookOver() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(Tier.named("SILVER"), Tier.named("GOLD")));
        ranks.set("2023-03-01", "GOLD", "2023-05-01T00:00");
        ranks.engine.reload(Ranks.programme(TierSettings.DEFAULT, List.of(SILVER, GOLD)));
        ranks.buy("2023-04-30T23:59:59", "1.00");
        assertThat(ranks.tier()).isEqualTo("GOLD");
        ranks.buy("2023-05-01T00:00", "1.00");
        assertThat(ranks.tier()).isEqualTo("SILVER");
    }

    @Test
    void theSameAgainCountsOnce() {
        Ranks ranks = Ranks.with();
        Purchase purchase = Purchase.of(ranks.header("2023-03-01"), Shop.thing("300.00"));
        ranks.engine.evaluate(purchase);
        ranks.engine.evaluate(purchase);
        assertThat(ranks.explained("2023-03-02").next().orElseThrow().units()).isEqualTo(300);
    }

    @Test
    void namesWithSignsAreToldApart() {
        Ranks ranks = Ranks.with();
        for (String id : List.of("a/b#1", "a#b/1")) {
            ranks.engine.evaluate(Purchase.of(Ranks.header(id, "P1", at("2023-03-01")), Shop.thing("250.00")));
        }
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(ranks.explained("2023-03-02").purchases()).hasSize(2);
    }

    @Test
    void eightThreadsLiftOnce() {
        Ranks ranks = Ranks.with();
        Threads.act(8, thread -> {
            for (int i = 0; i < 25; i++) {
                ranks.engine.evaluate(Purchase.of(
                        Ranks.header(thread + "/" + i, "P1", at("2023-03-01").plusSeconds(thread * 25L + i)),
                        Shop.thing("2.50")));
            }
        });
        assertThat(ranks.tier()).isEqualTo("GOLD");
        assertThat(ranks.account("P1").tiering().changes()).hasSize(1);
        assertThat(ranks.account("P1").tiering().days().days().get(0).amount()).isEqualTo(50_000);
    }

    @Test
    void anAccountHoldsNoMoreThanItsLongestWindow() {
        Ranks ranks = Ranks.with(TierSettings.DEFAULT, List.of(SILVER, Tier.of("GOLD", 1000, Shop.days(30))));
        Instant start = at("2023-01-01");
        for (int day = 0; day < 400; day++) {
            ranks.engine.evaluate(
                    Purchase.of(Ranks.header("D" + day, "P1", start.plusSeconds(day * 86_400L)), Shop.thing("1.00")));
        }
        assertThat(ranks.account("P1").tiering().days().days()).hasSizeBetween(30, 40);
    }
}
