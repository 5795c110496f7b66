package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Explanation;
import io.rewards.decision.Verdict;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayPeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that an offer says about dates and times of an event is read on one clock. Domain 3.5. */
class OneClockTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 11, 28);

    /** Offers of a programme in Nicosia, each of which is about Friday, 28 November 2025 in a way of its own. */
    private static final Offer[] OFFERS = {
        about("A")
                .withConditions(AwardConditions.builder()
                        .withTimes(new WeeklyTimes(Set.of(DayOfWeek.FRIDAY), List.of()))
                        .build())
                .build(),
        about("B")
                .withConditions(AwardConditions.builder()
                        .withPeriod(new DayPeriod(FRIDAY, FRIDAY))
                        .build())
                .build(),
        about("C")
                .withValidity(new OfferValidity.RecurringPeriods(
                        List.of(new RecurringDays(MonthDay.of(11, 28), MonthDay.of(11, 28)))))
                .build(),
        about("D")
                .withValidity(new OfferValidity.SpecificPeriods(List.of(new DateTimePeriod(
                        FRIDAY.atStartOfDay(), FRIDAY.plusDays(1).atStartOfDay()))))
                .build(),
        about("E")
                .withValidity(new OfferValidity.BirthdayPeriod(new DaysAround(0, 0)))
                .build(),
        about("F")
                .withValidity(new OfferValidity.NameDayPeriod(new DaysAround(0, 0)))
                .build()
    };

    private final Shop shop = Shop.of(
            programme(), Profile.EMPTY.withDateOfBirth(FRIDAY.withYear(1990)).withNameDay(MonthDay.of(11, 28)));

    @ParameterizedTest
    @CsvSource({
        "NEW-YORK, 2025-11-28T20:00:00-05:00, ABCDEF",
        "NEW-YORK, 2025-11-27T23:59:59-05:00, ''",
        "NEW-YORK, 2025-11-28T00:00:00-05:00, ABCDEF",
        "NEW-YORK, 2025-11-28T23:59:59-05:00, ABCDEF",
        "NEW-YORK, 2025-11-29T00:00:00-05:00, ''",
        "SYDNEY, 2025-11-28T08:00:00+11:00, ABCDEF",
        "SYDNEY, 2025-11-29T08:00:00+11:00, ''",
        "U1, 2025-11-28T20:00:00-05:00, ''",
        "U1, 2025-11-28T00:00:00+02:00, ABCDEF",
        "U1, 2025-11-28T23:59:59+02:00, ABCDEF",
        "U1, 2025-11-29T00:00:00+02:00, ''"
    })
    void everyConditionReadsTheClockOfTheUnit(String unit, OffsetDateTime when, String awarded) {
        Purchase purchase = Purchase.of(
                EventHeader.of("X", "P1", unit, when.toInstant()).receivedOn(when.toInstant()), thing("10.00"));

        assertThat(explained(purchase)).isEqualTo(awarded);
        assertThat(awarded(purchase)).isEqualTo(awarded);
    }

    private String awarded(Purchase purchase) {
        var outcome = shop.engine.evaluate(purchase);
        StringBuilder awarded = new StringBuilder();
        for (Offer offer : OFFERS) {
            awarded.append(award(outcome, offer.code()).equals("none") ? "" : offer.code());
        }
        return awarded.toString();
    }

    /** As the rules alone say it, also of offers that the index leaves out. */
    private String explained(Purchase purchase) {
        StringBuilder awarded = new StringBuilder();
        for (Offer offer : OFFERS) {
            Explanation explanation = shop.engine.explain(purchase, offer.code());
            awarded.append(explanation.verdict().orElseThrow() instanceof Verdict.Granted ? offer.code() : "");
        }
        return awarded.toString();
    }

    private static Offer.Builder about(String code) {
        return offer(code, new Terms.TransactionRevenue(Shop.eur("0.00"), Optional.empty()), fixed("1.00"));
    }

    private static Programme programme() {
        Programme shop = Shop.programme(Shop.settings(), OFFERS);
        List<Unit> units = new ArrayList<>(shop.units());
        units.add(new Unit("NEW-YORK", "New York", "", Optional.of(ZoneId.of("America/New_York"))));
        units.add(new Unit("SYDNEY", "Sydney", "", Optional.of(ZoneId.of("Australia/Sydney"))));
        return shop.toBuilder().withUnits(units).build();
    }
}
