package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.time.TimeSpan;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A percentage of what was awarded within a span of time. Domain 3.3. */
class AwardedBeforeTest {

    /** The amounts of the birthday example of domain 2.4 C13. */
    @Test
    void tenPercentOfTheAwardsOfTwelveMonths() {
        Shop shop = Shop.with(everything("100"), bonus("B", months(12), Set.of(), Set.of()));
        shop.buy("2023-03-01", "3.00");
        shop.buy("2023-06-01", "8.50");
        shop.buy("2023-12-01", "10.00");
        assertThat(award(shop.buy("2024-02-20", "600.00"), "B")).isEqualTo("2.15 EUR");
    }

    @Test
    void theSpanHasBothEndsInside() {
        Shop shop = Shop.with(everything("100"), bonus("B", days(10), Set.of(), Set.of()));
        shop.buy("2024-03-01T12:00:00", "10.00");
        assertThat(award(shop.buy("2024-03-11T12:00:00", "600.00"), "B")).isEqualTo("1.00 EUR");
        Shop later = Shop.with(everything("100"), bonus("B", days(10), Set.of(), Set.of()));
        later.buy("2024-03-01T12:00:00", "10.00");
        assertThat(award(later.buy("2024-03-11T12:00:00.000000001", "600.00"), "B"))
                .isEqualTo("none");
    }

    @Test
    void awardsOfOtherTypesAndSchemesDoNotCountWhereSomeAreNamed() {
        Offer countsTypes = bonus("B", days(10), Set.of("REWARD_LOYALTY_TRANSACTION_NUMBER_BASED"), Set.of());
        Offer countsSchemes = bonus("C", days(10), Set.of(), Set.of("CLUB"));
        Offer countsOther = bonus("D", days(10), Set.of(), Set.of("OTHER"));
        Offer everyPurchase =
                offer("E", new Terms.CountLoyalty(1, days(1)), fixed("5.00")).build();
        Shop shop = Shop.with(everything("10"), countsTypes, countsSchemes, countsOther, everyPurchase);
        shop.buy("2024-03-01", "100.00");
        var outcome = shop.buy("2024-03-02", "600.00");
        assertThat(award(outcome, "B")).isEqualTo("0.50 EUR");
        assertThat(award(outcome, "C")).isEqualTo("1.50 EUR");
        assertThat(award(outcome, "D")).isEqualTo("none");
    }

    @Test
    void awardsOfTheSameEventDoNotCount() {
        Shop shop = Shop.with(everything("100"), bonus("B", days(10), Set.of(), Set.of()));
        assertThat(award(shop.buy("2024-03-01", "600.00"), "B")).isEqualTo("none");
    }

    @Test
    void laterAwardsDoNotCountForALatePurchase() {
        Shop shop = Shop.with(everything("100"), bonus("B", days(10), Set.of(), Set.of()));
        shop.buy("2024-03-05", "10.00");
        assertThat(award(shop.buy("2024-03-04", "600.00"), "B")).isEqualTo("none");
    }

    private static Offer everything(String percentage) {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.of(eur("500.00"))), percent(percentage))
                .build();
    }

    private static Offer bonus(String code, TimeSpan within, Set<String> types, Set<String> schemes) {
        return offer(
                        code,
                        new Terms.TransactionRevenue(eur("600.00"), Optional.empty()),
                        new Award.PercentageOfAwarded(Percentage.of("10"), within, types, schemes, Shop.EUR))
                .build();
    }
}
