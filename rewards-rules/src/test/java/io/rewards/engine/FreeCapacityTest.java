package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Measure;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    @ParameterizedTest
    @CsvSource({
        "2025-12-05T21:59:59, 2025-12-05 22:00, PT1S",
        "2025-12-06T02:00, 2025-12-12 22:00, PT164H",
        "2025-12-07T23:00, 2025-12-12 22:00, PT119H"
    })
    void whoComesAtAnotherTimeIsToldWhenTheNextWindowOpens(String time, String opening, String away) {
        Outcome outcome = Shop.with(quiet(FRIDAY_NIGHT)).buy(time, "10.00");
        assertThat(Shop.declines(outcome, "A")).isNotEmpty().allSatisfy(decline -> {
            assertThat(decline.sentence()).endsWith(" The next window opens on " + opening + ".");
            assertThat(decline.distance()).contains(new Measure.Span(Duration.parse(away)));
        });
    }

    @Test
    void theNextWindowOpensOnTheClockOfTheUnit() {
        CustomerEvent inLondon = Shop.at(Shop.purchaseOf("X", "2024-03-05T20:00", thing("10.00")), "LONDON");
        assertThat(Shop.declines(shop.engine.evaluate(inLondon), "A"))
                .extracting(Decline::sentence)
                .containsExactly("The time 18:00 lies in none of the hours [15:00-18:00]. The next window opens on"
                        + " 2024-03-06 15:00.");
    }

    @Test
    void theNextWindowLiesInTheDaysOfTheOffer() {
        assertThat(saidOf(between("2025-12-21", "2025-12-31"), "2025-12-06T12:00"))
                .endsWith(" The next window opens on 2025-12-26 22:00.");
        assertThat(saidOf(between("2025-12-20", "2025-12-31"), "2025-12-06T12:00"))
                .endsWith(" The next window opens on 2025-12-20 00:00.");
        assertThat(saidOf(between("2025-12-01", "2025-12-12"), "2025-12-06T12:00"))
                .endsWith(" The next window opens on 2025-12-12 22:00.");
        assertThat(saidOf(between("2025-12-01", "2025-12-11"), "2025-12-06T12:00"))
                .isEqualTo("The time 12:00 lies in none of the hours [FRIDAY 22:00-02:00].");
    }

    @Test
    void theNextWindowLiesInASpecificPeriodOfTheOffer() {
        OfferValidity periods = new OfferValidity.SpecificPeriods(List.of(
                new DateTimePeriod(LocalDateTime.parse("2025-12-27T01:00"), LocalDateTime.parse("2025-12-27T08:00")),
                new DateTimePeriod(LocalDateTime.parse("2025-12-05T00:00"), LocalDateTime.parse("2025-12-12T22:00"))));
        Offer offer = quiet(FRIDAY_NIGHT).toBuilder().withValidity(periods).build();
        assertThat(saidOf(offer, "2025-12-05T12:00")).endsWith(" The next window opens on 2025-12-05 22:00.");
        assertThat(saidOf(offer, "2025-12-06T12:00")).endsWith(" The next window opens on 2025-12-27 01:00.");
        assertThat(saidOf(offer, "2025-12-27T02:00"))
                .isEqualTo("The time 02:00 lies in none of the hours [FRIDAY 22:00-02:00].");
    }

    private static Offer between(String from, String through) {
        return quiet(FRIDAY_NIGHT).toBuilder()
                .withConditions(AwardConditions.builder()
                        .withTimes(FRIDAY_NIGHT)
                        .withPeriod(new DayPeriod(LocalDate.parse(from), LocalDate.parse(through)))
                        .build())
                .build();
    }

    private static String saidOf(Offer offer, String time) {
        return Shop.declines(Shop.with(offer).buy(time, "10.00"), "A").stream()
                .filter(decline -> decline.reason() == DeclineReason.HOUR_NOT_LISTED)
                .map(Decline::sentence)
                .findFirst()
                .orElseThrow();
    }

    private static Offer quiet(WeeklyTimes times) {
        return offer("A", new Terms.FreeCapacity(), percent("20"))
                .withConditions(AwardConditions.builder().withTimes(times).build())
                .build();
    }
}
