package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.event.Achievement;
import io.rewards.notification.AwardedState;
import io.rewards.outlook.OfferStanding;
import io.rewards.outlook.Standing;
import io.rewards.participant.Profile;
import io.rewards.store.InMemoryStore;
import io.rewards.time.CalendarPeriod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Offer FIVE =
            offer("F", new Terms.CountLoyalty(5, months(1)), fixed("3.00")).build();

    @Test
    void threeOfFivePurchasesUntilTheSecondOfApril() {
        Town town = Town.with(FIVE).join("P1");
        town.buy("E1", "P1", "2024-03-02", "9.00");
        town.buy("E2", "P1", "2024-03-05", "9.00");
        town.buy("E3", "P1", "2024-03-09", "9.00");
        OfferStanding standing = standing(town, "2024-03-10");
        assertThat(standing.states()).containsExactly(AwardedState.NOT_AWARDED);
        assertThat(standing.awards()).isZero();
        assertThat(standing.lastAwardedOn()).isEmpty();
        assertThat(standing.progress())
                .contains(new OfferProgress(
                        "F", new Measure.Count(3), new Measure.Count(5), Optional.of(town.at("2024-04-02"))));
    }

    @Test
    void fourOfFiveAreCloseUntilTheTargetDatePasses() {
        Town town = Town.with(FIVE).join("P1");
        for (int day = 2; day <= 5; day++) {
            town.buy("E" + day, "P1", "2024-03-0" + day, "9.00");
        }
        assertThat(standing(town, "2024-03-04").states()).containsExactly(AwardedState.NOT_AWARDED);
        assertThat(standing(town, "2024-03-05").states())
                .containsExactly(AwardedState.NOT_AWARDED, AwardedState.CLOSE_TO_AWARD);
        assertThat(standing(town, "2024-04-02T11:59").states()).contains(AwardedState.CLOSE_TO_AWARD);
        assertThat(standing(town, "2024-04-02T12:00").states()).containsExactly(AwardedState.NOT_AWARDED);
        assertThat(standing(town, "2024-04-02T12:00").progress().orElseThrow().current())
                .isEqualTo(new Measure.Count(3));
        assertThat(standing(town, "2024-05-05").progress()).isEmpty();
    }

    @Test
    void eightyPercentOfAnAmountIsClose() {
        Offer spend = offer("F", new Terms.SpendLoyalty(eur("100.00"), days(30)), fixed("10.00"))
                .build();
        assertThat(statesAfter(spend, "79.99")).containsExactly(AwardedState.NOT_AWARDED);
        assertThat(statesAfter(spend, "80.00")).contains(AwardedState.CLOSE_TO_AWARD);
    }

    private static Set<AwardedState> statesAfter(Offer offer, String total) {
        Town town = Town.with(offer).join("P1");
        town.buy("E1", "P1", "2024-03-02", total);
        return standing(town, "2024-03-02").states();
    }

    @Test
    void awardsAreCountedDatedAndSummedUpForAYear() {
        Offer each = offer("F", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("13.00"))
                .withAwardValidity(new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(months(6))))
                .build();
        Town town = Town.with(each).join("P1");
        town.buy("E1", "P1", "2023-03-02T12:00", "9.00");
        town.buy("E2", "P1", "2023-03-02T12:01", "9.00");
        town.buy("E3", "P1", "2024-03-01", "9.00");
        town.buy("E4", "P1", "2024-03-09", "9.00");
        OfferStanding standing = standing(town, "2024-03-02T12:00");
        assertThat(standing.states()).containsExactly(AwardedState.AWARDED);
        assertThat(standing.awards()).isEqualTo(3);
        assertThat(standing.lastAwardedOn()).contains(town.at("2024-03-01"));
        assertThat(standing.awardedInYear()).isEqualTo(eur("26.00"));
        assertThat(standing.weeklyAverage()).isEqualTo(eur("0.50"));
        assertThat(standing.expiresOn()).isPresent();
    }

    @Test
    void oneCanBeAwardedAndCloseToTheNext() {
        Offer pieces = offer("F", new Terms.CountLoyalty(5, months(1)), fixed("3.00"))
                .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 2))
                .build();
        Town town = Town.with(pieces).join("P1");
        for (int day = 10; day < 19; day++) {
            town.buy("E" + day, "P1", "2024-03-" + day, "9.00");
        }
        assertThat(standing(town, "2024-03-20").states())
                .containsExactly(AwardedState.CLOSE_TO_AWARD, AwardedState.AWARDED);
        for (int day = 19; day < 24; day++) {
            town.buy("E" + day, "P1", "2024-03-" + day, "9.00");
        }
        assertThat(standing(town, "2024-03-24").states()).containsExactly(AwardedState.AWARDED);
    }

    @Test
    void whoHasGotTheAwardOfTheWeekIsCloseToTheNextInTheNextWeek() {
        Offer pieces = offer("F", new Terms.CountLoyalty(2, months(1)), fixed("3.00"))
                .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 1).per(CalendarPeriod.WEEK))
                .build();
        Town town = Town.with(pieces).join("P1");
        for (int day = 12; day <= 16; day++) {
            town.buy("E" + day, "P1", "2024-03-" + day, "9.00");
        }
        assertThat(standing(town, "2024-03-17").states()).containsExactly(AwardedState.AWARDED);
        assertThat(standing(town, "2024-03-18").states())
                .containsExactly(AwardedState.CLOSE_TO_AWARD, AwardedState.AWARDED);
    }

    @Test
    void collectedAchievementsAreProgressToo() {
        Offer all = offer(
                        "F",
                        new Terms.Achievements(
                                Set.of("QUIZ", "LEVEL_10", "TOUR", "FRIEND", "PHOTO"), true, AwardLimit.MULTIPLE),
                        fixed("4.00"))
                .build();
        Town town = Town.of(
                        Shop.programme(Shop.settings(), all).toBuilder()
                                .withEventClassifications(
                                        List.of("QUIZ", "LEVEL_10", "TOUR", "FRIEND", "PHOTO").stream()
                                                .map(code -> new EventClassification(code, code))
                                                .toList())
                                .build(),
                        new InMemoryStore())
                .join("P1");
        for (String code : List.of("QUIZ", "QUIZ", "TOUR", "FRIEND")) {
            town.send(new Achievement(town.header(code + town.account("P1").version(), "P1", "2024-03-02"), code));
        }
        assertThat(standing(town, "2024-03-02").progress())
                .contains(new OfferProgress("F", new Measure.Count(3), new Measure.Count(5), Optional.empty()));
        assertThat(standing(town, "2024-03-02").states()).containsExactly(AwardedState.NOT_AWARDED);
        town.send(new Achievement(town.header("last", "P1", "2024-03-03"), "PHOTO"));
        assertThat(standing(town, "2024-03-03").states()).contains(AwardedState.CLOSE_TO_AWARD);
    }

    @Test
    void onlyEffectiveOffersOfJoinedSchemesAreListedByNumber() {
        Offer asleep = offer("D", new Terms.Birthday(), fixed("1.00")).build().deactivated();
        Offer birthday = offer("B", new Terms.Birthday(), fixed("1.00")).build();
        Town town = Town.with(FIVE, asleep, birthday).join("P1").register("P2", "2024-01-01", Profile.EMPTY);
        Standing standing = town.engine.participants().standing("P1", town.at("2024-03-02"));
        assertThat(standing.offers()).extracting(OfferStanding::offer).containsExactly("B", "F");
        assertThat(town.engine
                        .participants()
                        .standing("P2", town.at("2024-03-02"))
                        .offers())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.participants().standing("P9", town.at("2024-03-02")))
                .withMessage("The participant (P9) is not registered.");
    }

    private static OfferStanding standing(Town town, String time) {
        return town.engine
                .participants()
                .standing("P1", town.at(time))
                .offer("F")
                .orElseThrow();
    }
}
