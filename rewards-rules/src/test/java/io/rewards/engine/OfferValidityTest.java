package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValidityDate;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.Purchase;
import io.rewards.participant.Profile;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.wallet.Balance;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events an offer awards, and how long the money may be spent. Domain 3.4, 3.6. */
class OfferValidityTest {

    @ParameterizedTest
    @CsvSource({"2024-02-29T23:59:59.999999999, none", "2024-03-01T00:00, 1.00 EUR", "2029-03-01T00:00, 1.00 EUR"})
    void anOfferAwardsFromItsLatestEffectiveDateOn(String time, String award) {
        Shop shop =
                Shop.with(any().withEffectiveSince(Shop.at("2024-03-01T00:00")).build());
        assertThat(award(shop.buy(time, "10.00"), "A")).isEqualTo(award);
    }

    @Test
    void activatingAnOfferAgainRefreshesItsLatestEffectiveDate() {
        Offer offer = any().withEffectiveSince(Shop.at("2024-01-01")).build();
        Offer off = offer.deactivated();
        assertThat(off.state()).isEqualTo(OfferState.NOT_EFFECTIVE);
        assertThat(off.latestEffectiveDate()).contains(Shop.at("2024-01-01"));
        Shop shop = Shop.with(off);
        var purchase = shop.purchase("2024-03-01", thing("10.00"));
        assertThat(shop.engine.explain(purchase, "A").verdict().orElseThrow().toString())
                .contains("OFFER_NOT_EFFECTIVE");
        Shop again = Shop.with(off.activated(Shop.at("2024-03-05")));
        assertThat(reasons(again.buy("2024-03-04", "10.00"), "A")).containsExactly(DeclineReason.BEFORE_EFFECTIVE_DATE);
        assertThat(award(again.buy("2024-03-05", "10.00"), "A")).isEqualTo("1.00 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59.999999999, none",
        "2024-03-01T00:00, 1.00 EUR",
        "2024-03-31T23:59:59, 1.00 EUR",
        "2024-03-31T23:59:59.999999999, 1.00 EUR",
        "2024-04-01T00:00, none",
        "2024-06-01T12:00, 1.00 EUR"
    })
    void specificPeriodsStartInsideAndEndOutsideWhateverTheEffectiveDate(String time, String award) {
        Shop shop = Shop.with(any().withEffectiveSince(Shop.at("2025-01-01"))
                .withValidity(new OfferValidity.SpecificPeriods(
                        List.of(period("2024-03-01", "2024-04-01"), period("2024-06-01", "2024-06-02"))))
                .build());
        assertThat(award(shop.buy(time, "10.00"), "A")).isEqualTo(award);
    }

    @Test
    void anOfferOutsideItsPeriodExplainsItself() {
        Shop shop = Shop.with(
                any().withValidity(new OfferValidity.SpecificPeriods(List.of(period("2024-03-01", "2024-04-01"))))
                        .build());
        assertThat(shop.engine
                        .explain(shop.purchase("2024-04-01T00:00", thing("1.00")), "A")
                        .verdict()
                        .orElseThrow()
                        .toString())
                .contains("OUTSIDE_PERIODS")
                .contains("2024-04-01T00:00")
                .contains("2024-03-01T00:00 to before 2024-04-01T00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-23T23:59:59, none",
        "2024-12-24T00:00, 1.00 EUR",
        "2024-12-26T23:59, 1.00 EUR",
        "2024-12-27T00:00, none",
        "2021-12-25T12:00, 1.00 EUR"
    })
    void recurringDaysHaveBothEndsInside(String time, String award) {
        Shop shop = Shop.with(any().withValidity(new OfferValidity.RecurringPeriods(
                        List.of(new RecurringDays(MonthDay.of(12, 24), MonthDay.of(12, 26)))))
                .build());
        assertThat(award(shop.buy(time, "10.00"), "A")).isEqualTo(award);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-28T12:00, none",
        "2023-12-29T00:00, 1.00 EUR",
        "2024-01-04T23:59:59, 1.00 EUR",
        "2024-01-05T00:00, none"
    })
    void daysAroundTheBirthdayHaveBothEndsInside(String time, String award) {
        Offer offer = any().withValidity(new OfferValidity.BirthdayPeriod(new DaysAround(3, 3)))
                .build();
        Shop shop = Shop.with(Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 1, 1)), offer);
        assertThat(award(shop.buy(time, "10.00"), "A")).isEqualTo(award);
        assertThat(reasons(Shop.with(offer).buy(time, "10.00"), "A")).containsExactly(DeclineReason.BIRTHDAY_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"2024-05-19, none", "2024-05-20, 1.00 EUR", "2024-05-22, 1.00 EUR", "2024-05-23, none"})
    void daysAroundTheNameDayHaveBothEndsInside(String day, String award) {
        Offer offer = any().withValidity(new OfferValidity.NameDayPeriod(new DaysAround(1, 1)))
                .build();
        Shop shop = Shop.with(Profile.EMPTY.withNameDay(MonthDay.of(5, 21)), offer);
        assertThat(award(shop.buy(day, "10.00"), "A")).isEqualTo(award);
        assertThat(reasons(Shop.with(offer).buy(day, "10.00"), "A")).containsExactly(DeclineReason.NAME_DAY_UNKNOWN);
    }

    @Test
    void theProgrammeMayTestTheDateOfReceptionInstead() {
        Settings performed = Shop.settings();
        Settings created = performed.with(ValidityDate.CREATED);
        Offer march = any().withValidity(new OfferValidity.SpecificPeriods(List.of(period("2024-03-01", "2024-04-01"))))
                .build();
        Purchase late = Shop.purchaseOf("L", "2024-02-28", thing("10.00"));
        late = late.withHeader(late.header().receivedOn(Shop.at("2024-03-01T00:00")));
        assertThat(award(Shop.with(performed, march).engine.evaluate(late), "A"))
                .isEqualTo("none");
        assertThat(award(Shop.with(created, march).engine.evaluate(late), "A")).isEqualTo("1.00 EUR");
    }

    @Test
    void theOffersOfASchemeThatIsNotEffectiveStop() {
        Shop shop = Shop.with(any().build());
        shop.engine.reload(shop.engine.programme().toBuilder()
                .withSchemes(List.of(
                        Scheme.of("CLUB", "Club", SchemeState.NOT_EFFECTIVE, AwardValidity.ALWAYS), Scheme.of("OTHER")))
                .build());
        Purchase purchase = shop.purchase("2024-03-05", thing("10.00"));
        assertThat(shop.engine.evaluate(purchase).verdicts()).isEmpty();
        assertThat(shop.engine.explain(purchase, "A").verdict().orElseThrow().toString())
                .contains("SCHEME_NOT_EFFECTIVE");
    }

    @Test
    void anOfferHasItsOwnAwardValidityOrInheritsThatOfItsScheme() {
        Offer own = any().withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.After(days(30))))
                .build();
        Offer inherited = offer("B", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .withAwardValidityOfScheme()
                .build();
        Scheme scheme = Scheme.of(
                "CLUB",
                "Club",
                SchemeState.EFFECTIVE,
                new AwardValidity(Optional.of(days(14)), new Expiry.On(LocalDate.of(2017, 1, 1))));
        Shop shop = Shop.of(
                Shop.programme(Shop.settings(), own, inherited).toBuilder()
                        .withSchemes(List.of(scheme, Scheme.of("OTHER")))
                        .build(),
                Profile.EMPTY);
        Outcome outcome = shop.buy("2016-12-02T15:30", "10.00");
        assertThat(outcome.lots().get(0).validFrom()).isEqualTo(Shop.at("2016-12-02T15:30"));
        assertThat(outcome.lots().get(0).validTo()).contains(Shop.at("2017-01-01T00:00"));
        assertThat(outcome.lots().get(1).validFrom()).isEqualTo(Shop.at("2016-12-16T15:30"));
        assertThat(outcome.lots().get(1).validTo()).contains(Shop.at("2017-01-01T00:00"));
        assertThat(outcome.balances()).containsExactly(new Balance(eur("1.00"), eur("1.00")));
    }

    /** The seed's example: valid to 2017-01-01 means that 2016-12-31 is the last day on which it can be spent. */
    @Test
    void moneyIsSpendableUntilTheEndDayBegins() {
        Offer offer = any().withAwardValidity(
                        new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.of(2017, 1, 1))))
                .build();
        Outcome outcome = Shop.with(offer).buy("2016-12-02", "10.00");
        assertThat(Balance.of(outcome.lots(), Shop.at("2016-12-31T23:59:59.999999999")))
                .containsExactly(new Balance(eur("1.00"), eur("0.00")));
        assertThat(Balance.of(outcome.lots(), Shop.at("2017-01-01T00:00")))
                .containsExactly(new Balance(eur("0.00"), eur("0.00")));
    }

    @Test
    void anAwardThatCouldNeverBeSpentIsNotMade() {
        Offer offer = any().withAwardValidity(
                        new AwardValidity(Optional.of(days(2)), new Expiry.On(LocalDate.of(2017, 1, 1))))
                .build();
        Shop shop = Shop.with(offer);
        assertThat(award(shop.buy("2016-12-29T23:59:59", "10.00"), "A")).isEqualTo("1.00 EUR");
        assertThat(reasons(shop.buy("2016-12-30T00:00", "10.00"), "A"))
                .containsExactly(DeclineReason.AWARD_NEVER_SPENDABLE);
    }

    private static Offer.Builder any() {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .withConditions(AwardConditions.NONE);
    }

    private static DateTimePeriod period(String from, String to) {
        return new DateTimePeriod(
                LocalDate.parse(from).atStartOfDay(), LocalDate.parse(to).atStartOfDay());
    }
}
