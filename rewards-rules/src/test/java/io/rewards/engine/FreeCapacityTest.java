package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain 2.4 C1. */
class FreeCapacityTest {

    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<DayHours> AFTERNOON = List.of(new DayHours(LocalTime.of(15, 0), LocalTime.of(18, 0)));

    private static final WeeklyTimes FRIDAY_NIGHT =
            new WeeklyTimes(Set.of(DayOfWeek.FRIDAY), List.of(new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0))));

    private final Shop shop = Shop.with(quiet(new WeeklyTimes(WORKING_DAYS, AFTERNOON)));

    @ParameterizedTest
    @CsvSource({
        "2024-03-05T16:30, 8.50 EUR",
        "2024-03-05T14:59:59.999999999, none",
        "2024-03-05T15:00:00, 8.50 EUR",
        "2024-03-05T17:59:59.999999999, 8.50 EUR",
        "2024-03-05T18:00:00, none",
        "2024-03-08T16:30, 8.50 EUR",
        "2024-03-09T16:30, none"
    })
    void aPurchaseInTheQuietHoursEarnsTheAward(String time, String award) {
        assertThat(award(shop.buy(time, "42.50"), "A")).isEqualTo(award);
    }

    @Test
    void everythingThatIsMissingIsSaid() {
        assertThat(reasons(shop.buy("2024-03-09T18:00", "42.50"), "A"))
                .containsExactly(DeclineReason.WEEKDAY_NOT_LISTED, DeclineReason.HOUR_NOT_LISTED);
    }

    @Test
    void noHoursMeansTheWholeDayAndNoDaysEveryDay() {
        assertThat(award(
                        Shop.with(quiet(new WeeklyTimes(WORKING_DAYS, List.of())))
                                .buy("2024-03-05T00:00", "10.00"),
                        "A"))
                .isEqualTo("2.00 EUR");
        assertThat(award(Shop.with(quiet(new WeeklyTimes(Set.of(), AFTERNOON))).buy("2024-03-10T15:00", "10.00"), "A"))
                .isEqualTo("2.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-07T01:00, HOUR_NOT_LISTED",
        "2025-02-07T21:59:59.999999999, HOUR_NOT_LISTED",
        "2025-02-07T22:00, 2.00 EUR",
        "2025-02-08T01:00, 2.00 EUR",
        "2025-02-08T01:59:59.999999999, 2.00 EUR",
        "2025-02-08T02:00, HOUR_NOT_LISTED",
        "2025-02-08T23:00, HOUR_NOT_LISTED",
        "2025-02-09T23:00, WEEKDAY_NOT_LISTED"
    })
    void fridayNightEndsOnSaturday(String time, String said) {
        Shop night = Shop.with(quiet(FRIDAY_NIGHT));
        Outcome outcome = night.buy(time, "10.00");
        assertThat(
                        said.endsWith("EUR")
                                ? award(outcome, "A")
                                : reasons(outcome, "A").get(0).name())
                .isEqualTo(said);
    }

    @Test
    void hoursAreThoseOfTheClockOnTheWallOfTheUnit() {
        CustomerEvent fiveInNicosia = Shop.purchaseOf("X", "2024-03-05T17:00", thing("10.00"));
        CustomerEvent fiveInLondon = Shop.purchaseOf("Y", "2024-03-05T19:00", thing("10.00"));
        assertThat(award(shop.engine.evaluate(Shop.at(fiveInNicosia, "LONDON")), "A"))
                .isEqualTo("2.00 EUR");
        assertThat(award(shop.engine.evaluate(Shop.at(fiveInLondon, "LONDON")), "A"))
                .isEqualTo("2.00 EUR");
        CustomerEvent sixInLondon = Shop.purchaseOf("Z", "2024-03-05T20:00", thing("10.00"));
        assertThat(award(shop.engine.evaluate(Shop.at(sixInLondon, "LONDON")), "A"))
                .isEqualTo("none");
    }

    @Test
    void theDayTheClocksChangeHasItsOwnHours() {
        Shop night = Shop.with(quiet(
                new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(3, 0), LocalTime.of(4, 0))))));
        var threeInSummerTime = Shop.purchaseOf("A1", "2024-10-27T03:30", thing("10.00"));
        var threeAgainInWinterTime = threeInSummerTime.withHeader(
                Shop.header("A2", threeInSummerTime.performedOn().plusSeconds(3600)));
        assertThat(award(night.engine.evaluate(threeInSummerTime), "A")).isEqualTo("2.00 EUR");
        assertThat(award(night.engine.evaluate(threeAgainInWinterTime), "A")).isEqualTo("2.00 EUR");
    }

    private static Offer quiet(WeeklyTimes times) {
        return offer("A", new Terms.FreeCapacity(), percent("20"))
                .withConditions(AwardConditions.builder().withTimes(times).build())
                .build();
    }
}
