package io.rewards.engine;

import static io.rewards.engine.Shop.EUR;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Town.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Explanation;
import io.rewards.decision.Verdict;
import io.rewards.event.ProfileChanged;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Address;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Lot;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs award without an event: birthdays, name days, subscriptions, contact data, membership. Domain 2.4. */
class DateDrivenOffersTest {

    private static final Offer BIRTHDAY =
            offer("B", new Terms.Birthday(), fixed("10.00")).build();
    private static final Offer NAME_DAY =
            offer("N", new Terms.NameDay(), fixed("1.00")).build();
    private static final Offer MATURITY = offer(
                    "M", new Terms.SubscriptionMaturity(new TimeSpan(1, SpanUnit.YEARS), 5), fixed("5.00"))
            .build();

    @Test
    void theTwentyNinthOfFebruaryIsTheTwentyEighthInCommonYears() {
        Town town = Town.with(BIRTHDAY).born("P1", "1992-02-29");
        assertThat(town.run("2023-02-27").awards()).isZero();
        assertThat(town.run("2023-02-28").awarded()).containsExactly(eur("10.00"));
        assertThat(town.run("2023-03-01").awards()).isZero();
        assertThat(town.run("2024-02-28").awards()).isZero();
        assertThat(town.run("2024-02-29").awards()).isEqualTo(1);
        assertThat(town.run("2025-02-28").awards()).isEqualTo(1);
        assertThat(town.run("2025-03-01").awards()).isZero();
    }

    @Test
    void aBirthdayAwardCanBeAPartOfWhatWasAwardedInAYear() {
        Offer part = offer(
                        "B",
                        new Terms.Birthday(),
                        new Award.PercentageOfAwarded(Percentage.of("10"), months(12), Set.of(), Set.of(), EUR))
                .build();
        Offer purchase = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), Shop.percent("100"))
                .build();
        Town town = Town.with(part, purchase).born("P1", "1990-03-02");
        town.buy("E0", "P1", "2023-03-02T11:59", "100.00");
        town.buy("E1", "P1", "2023-03-02T12:00", "3.00");
        town.buy("E2", "P1", "2023-08-01", "8.50");
        town.buy("E3", "P1", "2024-03-01", "10.00");
        assertThat(town.run("2024-03-02").awarded()).containsExactly(eur("2.15"));
    }

    @Test
    void missedRunsAreCaughtUp() {
        Town town = Town.with(BIRTHDAY)
                .born("P1", "1990-03-01")
                .born("P2", "1990-03-02")
                .born("P3", "1990-03-05")
                .born("P4", "1990-03-06");
        town.run("2024-03-01");
        assertThat(town.awards("P1")).containsExactly("B 10.00 EUR 2024-03-01");
        town.run("2024-03-05");
        assertThat(town.awards("P1")).hasSize(1);
        assertThat(town.awards("P2")).containsExactly("B 10.00 EUR 2024-03-02");
        assertThat(town.awards("P3")).containsExactly("B 10.00 EUR 2024-03-05");
        assertThat(town.awards("P4")).isEmpty();
    }

    @Test
    void theFirstRunLooksAtItsOwnDayOnly() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-01").born("P2", "1990-03-02");
        town.run("2024-03-02");
        assertThat(town.awards("P1")).isEmpty();
        assertThat(town.awards("P2")).hasSize(1);
    }

    @Test
    void runsMissedOverTheNewYearAreCaughtUp() {
        Town town = Town.with(BIRTHDAY)
                .born("P1", "1990-12-31")
                .born("P2", "1990-01-01")
                .born("P3", "1990-12-30");
        town.run("2023-12-30");
        RunReport report = town.run("2024-01-02");
        assertThat(report.awards()).isEqualTo(2);
        assertThat(town.awards("P1")).containsExactly("B 10.00 EUR 2023-12-31");
        assertThat(town.run("2024-12-31").awards()).isEqualTo(2);
        assertThat(town.awards("P3")).containsExactly("B 10.00 EUR 2023-12-30", "B 10.00 EUR 2024-12-30");
        assertThat(town.records("P1").awards().stream().map(award -> award.subject()))
                .containsExactly(
                        new AwardSubject.Day(LocalDate.of(2023, 12, 31)),
                        new AwardSubject.Day(LocalDate.of(2024, 12, 31)));
    }

    @Test
    void aYearAwardsABirthdayOnce() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-02");
        town.run("2024-03-02T03:00");
        assertThat(town.run("2024-03-02T04:00").awards()).isZero();
        assertThat(town.run("2024-03-03").awards()).isZero();
        town.send(new ProfileChanged(
                town.header("C1", "P1", "2024-03-03T13:00"),
                Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 4)),
                ""));
        assertThat(town.run("2024-03-04").awards()).isZero();
        assertThat(town.run("2025-03-04").awards()).isEqualTo(1);
    }

    @Test
    void aBirthdayMovedCloserThanAYearIsNotAwarded() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-12-31");
        town.run("2023-12-31");
        town.send(new ProfileChanged(
                town.header("C1", "P1", "2024-01-01"), Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 12, 28)), ""));
        town.run("2024-12-27");
        assertThat(town.run("2024-12-28").awards()).isZero();
        assertThat(reasons(town.engine.participants().explainVisit("P1", "B", town.at("2024-12-28"))))
                .containsExactly(DeclineReason.TOO_SOON_AFTER_LAST);
    }

    @Test
    void whoSignsUpOnTheBirthdayAfterTheRunIsAwardedByTheNext() {
        Town town = Town.with(BIRTHDAY);
        town.run("2024-03-02T03:00");
        town.join("P1", "2024-03-02T15:00", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2)));
        town.join("P2", "2024-03-02T15:00", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 1)));
        town.run("2024-03-03T03:00");
        assertThat(town.awards("P1")).containsExactly("B 10.00 EUR 2024-03-02");
        assertThat(town.awards("P2")).isEmpty();
        assertThat(town.run("2024-03-04T03:00").awards()).isZero();
    }

    @Test
    void aNameDayIsAwardedOnceAYear() {
        Town town = Town.with(NAME_DAY)
                .join("P1", "2020-01-01", Profile.EMPTY.withNameDay(MonthDay.of(5, 21)))
                .join("P2");
        assertThat(town.run("2024-05-20").awards()).isZero();
        assertThat(town.run("2024-05-21").awarded()).containsExactly(eur("1.00"));
        assertThat(town.run("2024-05-22").awards()).isZero();
        assertThat(town.run("2025-05-21").awards()).isEqualTo(1);
    }

    @Test
    void aShortInterruptionOfASubscriptionDoesNotMatter() {
        Town town = Town.with(MATURITY).join("P1");
        town.subscription("P1", "S", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S", SubscriptionChange.INTERRUPTED, "2023-06-01");
        town.subscription("P1", "S", SubscriptionChange.RESUMED, "2023-06-04");
        assertThat(town.run("2024-01-09").awards()).isZero();
        assertThat(town.run("2024-01-10").awarded()).containsExactly(eur("5.00"));
        assertThat(town.run("2024-01-11").awards()).isZero();
    }

    @Test
    void aLongInterruptionStartsTheCountAgain() {
        Town town = Town.with(MATURITY).join("P1");
        town.subscription("P1", "S", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S", SubscriptionChange.INTERRUPTED, "2023-06-01");
        town.subscription("P1", "S", SubscriptionChange.RESUMED, "2023-06-11");
        assertThat(town.run("2024-01-10").awards()).isZero();
        assertThat(town.run("2024-06-10").awards()).isZero();
        assertThat(town.run("2024-06-11").awarded()).containsExactly(eur("5.00"));
        assertThat(town.run("2025-06-11").awards()).isZero();
    }

    @Test
    void anInterruptionOfJustTheMaximumDoesNotMatter() {
        assertThat(maturesAfterGapThrough("2023-06-06")).isEqualTo(1);
        assertThat(maturesAfterGapThrough("2023-06-07")).isZero();
    }

    private static long maturesAfterGapThrough(String resumed) {
        Town town = Town.with(MATURITY).join("P1");
        town.subscription("P1", "S", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S", SubscriptionChange.INTERRUPTED, "2023-06-01");
        town.subscription("P1", "S", SubscriptionChange.RESUMED, resumed);
        return town.run("2024-01-10").awards();
    }

    @Test
    void subscriptionsAreAwardedOnceEachWhateverTheirNames() {
        List<String> names = List.of("S", "S/1", "S#1", "S/1#2", "S%2F1", "2024-01-10");
        Town town = Town.with(MATURITY).join("P/1#");
        names.forEach(name -> town.subscription("P/1#", name, SubscriptionChange.STARTED, "2023-01-10"));
        assertThat(town.run("2024-01-10").awards()).isEqualTo(names.size());
        assertThat(town.records("P/1#").awards().stream().map(award -> award.subject()))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(AwardSubject.OfSubscription::new).toList());
        assertThat(town.run("2024-01-11").awards()).isZero();
    }

    @Test
    void everySubscriptionMaturesOnItsOwnAndNoneWhileItIsInterrupted() {
        Town town = Town.with(MATURITY).join("P1");
        town.subscription("P1", "S1", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S2", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S3", SubscriptionChange.STARTED, "2023-01-10");
        town.subscription("P1", "S3", SubscriptionChange.INTERRUPTED, "2024-01-09");
        RunReport report = town.run("2024-01-10");
        assertThat(report.visits()).isEqualTo(4);
        assertThat(report.awards()).isEqualTo(2);
        assertThat(town.records("P1").awards().stream().map(award -> award.subject()))
                .containsExactly(new AwardSubject.OfSubscription("S1"), new AwardSubject.OfSubscription("S2"));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-04, true", "2024-03-05, true", "2024-03-06, false", "2024-03-03, false"})
    void aMissedBirthdayIsTestedByItsOwnDay(String birthday, boolean awarded) {
        Offer offer = offer("B", new Terms.Birthday(), fixed("10.00"))
                .withValidity(new OfferValidity.SpecificPeriods(List.of(new DateTimePeriod(
                        LocalDateTime.parse("2024-03-04T00:00"), LocalDateTime.parse("2024-03-06T00:00")))))
                .build();
        Town town = Town.with(offer).born("P1", "1990" + birthday.substring(4));
        town.run("2024-03-01");
        town.run("2024-03-09");
        assertThat(town.awards("P1")).isEqualTo(awarded ? List.of("B 10.00 EUR " + birthday) : List.of());
    }

    @Test
    void theMoneyOfAMissedNameDayLivesFromItsOwnDayOn() {
        Offer offer = offer("N", new Terms.NameDay(), fixed("1.00"))
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.After(days(7))))
                .build();
        Town town = Town.with(offer);
        town.join("P1", "2020-01-01T12:00", Profile.EMPTY.withNameDay(MonthDay.of(5, 21)));
        town.run("2024-05-20");
        town.run("2024-05-25T18:00");
        Transaction award = town.records("P1").awards().get(0);
        assertThat(award.on()).isEqualTo(town.at("2024-05-21T18:00"));
        assertThat(award.recordedOn()).isEqualTo(town.at("2024-05-25T18:00"));
        Lot lot = town.account("P1").lots().get(0);
        assertThat(lot.awardedOn()).isEqualTo(award.on());
        assertThat(lot.validTo()).contains(town.at("2024-05-28T00:00"));
    }

    @Test
    void completeContactDataInAWindowAroundTheBirthdayAreTestedByTheDayOfTheRun() {
        Terms terms = new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
        Offer offer = offer("C", terms, fixed("2.00"))
                .withValidity(new OfferValidity.BirthdayPeriod(new DaysAround(3, 3)))
                .build();
        Town town = Town.with(offer);
        town.join("P1", "2024-03-10", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 10)));
        town.join("P2", "2023-10-01", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 5, 1)));
        assertThat(town.run("2024-04-27").awards()).isZero();
        assertThat(town.run("2024-04-28").awards()).isOne();
        assertThat(town.awards("P2")).containsExactly("C 2.00 EUR 2024-04-28");
        assertThat(town.awards("P1")).isEmpty();
        Town late = Town.with(offer);
        late.join("P2", "2023-10-01", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 5, 1)));
        assertThat(late.run("2024-05-05").awards()).isZero();
    }

    @Test
    void completeContactDataInRecurringDaysAreTestedByTheDayOfTheRegistration() {
        Terms terms = new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
        Town town = Town.with(offer("C", terms, fixed("2.00"))
                .withValidity(new OfferValidity.RecurringPeriods(
                        List.of(new RecurringDays(MonthDay.of(3, 1), MonthDay.of(3, 31)))))
                .build());
        town.join("P1", "2024-03-10", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 10)));
        town.join("P2", "2024-04-01", Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 10)));
        town.run("2024-04-28");
        assertThat(town.awards("P1")).hasSize(1);
        assertThat(town.awards("P2")).isEmpty();
    }

    @Test
    void aBirthdayAMembershipAndASubscriptionDoNotBeatEachOther() {
        Offer member = offer("J", new Terms.JustMoney(), fixed("20.00"))
                .withConditions(AwardConditions.builder()
                        .withSegmentsIncluded(Set.of("VIP"))
                        .build())
                .withOnlyIfBest(true)
                .build();
        Offer complete = offer(
                        "C",
                        new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty()),
                        fixed("7.00"))
                .withOnlyIfBest(true)
                .build();
        Town town = Town.with(
                BIRTHDAY.toBuilder().withOnlyIfBest(true).build(),
                MATURITY.toBuilder().withOnlyIfBest(true).build(),
                member,
                complete);
        town.join(
                "P1",
                "2020-01-01",
                Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2)).withSegments(Set.of("VIP")));
        town.subscription("P1", "S", SubscriptionChange.STARTED, "2023-03-02T00:00");
        assertThat(town.run("2024-03-02").awarded()).containsExactly(eur("42.00"));
        assertThat(town.awards("P1"))
                .containsExactlyInAnyOrder(
                        "B 10.00 EUR 2024-03-02",
                        "M 5.00 EUR 2024-03-02",
                        "J 20.00 EUR 2024-03-02",
                        "C 7.00 EUR 2024-03-02");
    }

    @Test
    void ofTwoMembershipsTheOneThatIsBeatenIsNotPaidOnTheNextDay() {
        Town town = Town.with(membership("J1", "1.00"), membership("J2", "2.00"), membership("J3", "2.00"));
        town.join("P1", "2020-01-01", Profile.EMPTY.withSegments(Set.of("VIP")));
        town.run("2024-03-02");
        assertThat(town.awards("P1")).containsExactly("J2 2.00 EUR 2024-03-02");
        assertThat(reasons(town.engine.participants().explainVisit("P1", "J1", town.at("2024-03-03"))))
                .containsExactly(DeclineReason.BEATEN_BY_BETTER_AWARD);
        assertThat(town.run("2024-03-03").awards()).isZero();
        assertThat(town.run("2024-03-04").awards()).isZero();
    }

    private static Offer membership(String code, String award) {
        return offer(code, new Terms.JustMoney(), fixed(award))
                .withConditions(AwardConditions.builder()
                        .withSegmentsIncluded(Set.of("VIP"))
                        .build())
                .withOnlyIfBest(true)
                .build();
    }

    @Test
    void completeContactDataAreAwardedOnce() {
        Terms terms = new Terms.Completeness(
                true,
                false,
                Optional.empty(),
                Optional.of(new DataDemand<>(Set.of(PhoneType.MOBILE), Set.of(PhoneField.NUMBER))),
                Optional.empty());
        Town town = Town.with(offer("C", terms, fixed("2.00")).build());
        Profile born = Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 5, 1));
        town.join("P1", "2024-01-01", born.withPhones(phone(Map.of(PhoneField.NUMBER, "99123456"))));
        town.join("P2", "2024-01-01", born.withPhones(phone(Map.of(PhoneField.NOTES, "later"))));
        assertThat(town.run("2024-03-02").awarded()).containsExactly(eur("2.00"));
        assertThat(town.awards("P2")).isEmpty();
        assertThat(reasons(town.engine.participants().explainVisit("P2", "C", town.at("2024-03-02"))))
                .containsExactly(DeclineReason.DATA_MISSING);
        assertThat(town.run("2024-03-03").awards()).isZero();
    }

    @Test
    void everyEntryOfATypeThatIsAskedForIsFilledIn() {
        Terms terms = new Terms.Completeness(
                false,
                false,
                Optional.empty(),
                Optional.of(new DataDemand<>(Set.of(PhoneType.MOBILE), Set.of(PhoneField.NUMBER))),
                Optional.empty());
        Town town = Town.with(offer("C", terms, fixed("2.00")).build());
        Phone filled = new Phone(PhoneType.MOBILE, Map.of(PhoneField.NUMBER, "99123456"));
        Phone unfilled = new Phone(PhoneType.MOBILE, Map.of(PhoneField.NOTES, "later"));
        Phone another = new Phone(PhoneType.LANDLINE, Map.of(PhoneField.NOTES, "later"));
        town.join("BOTH", "2024-01-01", Profile.EMPTY.withPhones(List.of(filled, unfilled)));
        town.join("OTHER-TYPE", "2024-01-01", Profile.EMPTY.withPhones(List.of(filled, another)));

        assertThat(town.run("2024-03-02").awarded()).containsExactly(eur("2.00"));
        assertThat(town.awards("BOTH")).isEmpty();
        assertThat(town.awards("OTHER-TYPE")).hasSize(1);
    }

    private static List<Phone> phone(Map<PhoneField, String> fields) {
        return List.of(new Phone(PhoneType.MOBILE, fields));
    }

    @Test
    void justMoneyIsAwardedOnceUntilTheOfferBecomesEffectiveAgain() {
        Offer nicosia = offer("J", new Terms.JustMoney(), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withLocations(new Locations(Set.of(), Set.of("Nicosia"), Set.of()))
                        .build())
                .build();
        Town town = Town.with(nicosia);
        for (int i = 0; i < 400; i++) {
            String city = i < 300 ? "Nicosia" : "Limassol";
            town.join(
                    "P" + i, "2024-01-01", Profile.EMPTY.withAddresses(List.of(Address.of(true, "CY", city, "", ""))));
        }
        RunReport first = town.run("2024-03-02");
        assertThat(first.awards()).isEqualTo(300);
        assertThat(first.awarded()).containsExactly(eur("300.00"));
        assertThat(town.run("2024-03-03").awards()).isZero();

        town.engine.reload(Shop.programme(Shop.settings(), nicosia.deactivated().activated(town.at("2024-03-04"))));

        assertThat(town.run("2024-03-05").awards()).isEqualTo(300);
        assertThat(town.run("2024-03-06").awards()).isZero();
    }

    @Test
    void aDayBeginsOnTheClockOfTheProgramme() {
        Town auckland = Town.in("Pacific/Auckland", BIRTHDAY).born("P1", "1990-03-02");
        Town losAngeles = Town.in("America/Los_Angeles", BIRTHDAY).born("P1", "1990-03-02");
        for (Town town : List.of(auckland, losAngeles)) {
            assertThat(town.run("2024-03-01T23:59").awards()).isZero();
            assertThat(town.run("2024-03-02T00:00").awards()).isEqualTo(1);
            assertThat(town.run("2024-03-02T23:59").awards()).isZero();
        }
        assertThat(auckland.journal().get(0).on()).isEqualTo("2024-03-01T11:00:00Z");
        assertThat(losAngeles.journal().get(0).on()).isEqualTo("2024-03-02T08:00:00Z");
    }

    @Test
    void daysOnWhichTheClocksChangeAreDaysLikeOthers() {
        for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles", "Europe/Nicosia")) {
            Town town = Town.in(zone, BIRTHDAY);
            LocalDate day = LocalDate.of(2024, 1, 1);
            town.run("2023-12-31T02:30");
            for (int i = 0; i < 366; i++) {
                town.born("P" + i, LocalDate.of(1992, 1, 1).plusDays(i).toString());
            }
            for (int i = 0; i < 366; i++) {
                String time = day.plusDays(i) + "T02:30";
                assertThat(town.run(time).awards()).as(zone + " " + time).isEqualTo(1);
            }
        }
    }

    @Test
    void aLeapYearAndACommonOneAwardEverybodyOnce() {
        Town town = Town.with(BIRTHDAY);
        for (int i = 0; i < 366; i++) {
            town.born("P" + i, LocalDate.of(1992, 1, 1).plusDays(i).toString());
        }
        town.run("2022-12-31");
        for (int year = 2023; year <= 2025; year++) {
            long awards = 0;
            for (int month = 1; month <= 12; month++) {
                LocalDate last = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
                awards += town.run(last.toString()).awards();
            }
            assertThat(awards).as("in %d", year).isEqualTo(366);
        }
    }

    @Test
    void anOfferForBothIsAwardedByTheEventOrTheRun() {
        Offer both = offer("N", new Terms.NameDay(), fixed("1.00"))
                .withEvaluation(EvaluationMethod.BATCH_AND_INTERACTIVE)
                .build();
        Town town = Town.with(both).join("P1", "2024-01-01", Profile.EMPTY);
        town.send(new ProfileChanged(
                town.header("C1", "P1", "2024-05-21T10:00"), Profile.EMPTY.withNameDay(MonthDay.of(5, 21)), ""));
        assertThat(town.awards("P1")).containsExactly("N 1.00 EUR 2024-05-21");
        assertThat(town.run("2024-05-21").awards()).isZero();
        assertThat(town.run("2024-05-22").awards()).isZero();
    }

    @Test
    void anExplanationSaysHowFarAwayTheDayIs() {
        Town town = Town.with(BIRTHDAY, NAME_DAY, MATURITY).born("P1", "1990-03-02");
        assertThat(sentence(town.engine.participants().explainVisit("P1", "B", town.at("2024-02-28"))))
                .isEqualTo("The day is 2024-02-28; the participant's is 2024-03-02, 3 days away.");
        assertThat(town.engine
                        .participants()
                        .explainVisit("P1", "B", town.at("2024-03-02"))
                        .verdict())
                .containsInstanceOf(Verdict.Granted.class);
        assertThat(reasons(town.engine.participants().explainVisit("P1", "N", town.at("2024-02-28"))))
                .containsExactly(DeclineReason.NAME_DAY_UNKNOWN);
        assertThat(reasons(town.engine.participants().explainVisit("P1", "M", town.at("2024-02-28"))))
                .containsExactly(DeclineReason.SUBSCRIPTION_NOT_EFFECTIVE);
        town.subscription("P1", "S1", SubscriptionChange.STARTED, "2023-03-10");
        assertThat(sentence(town.engine.participants().explainVisit("P1", "M", town.at("2024-02-28"))))
                .isEqualTo("The subscription matures on 2024-03-10, 11 days after 2024-02-28.");
        town.run("2024-03-02");
        assertThat(reasons(town.engine.participants().explainVisit("P1", "B", town.at("2024-03-02T13:00"))))
                .containsExactly(DeclineReason.ALREADY_AWARDED);
    }

    @Test
    void onlyWhatVisitsDecideIsExplainedSo() {
        Offer purchase = offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"))
                .build();
        Town town = Town.with(purchase).join("P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.participants().explainVisit("P1", "A", town.at("2024-03-02")))
                .withMessage("The offer (A) waits for events, not for visits. Explain one of its events.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.participants().explainVisit("P1", "X", town.at("2024-03-02")))
                .withMessage("The offer (X) is not in the programme.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Town.with(BIRTHDAY).engine.participants().explainVisit("P9", "B", town.at("2024-03-02")))
                .withMessage("The participant (P9) is not registered.");
    }

    @Test
    void aPreviewReportsTheSameAndWritesNothing() {
        Town town =
                Town.with(BIRTHDAY, NAME_DAY, MATURITY).born("P1", "1990-03-02").born("P2", "1990-03-03");
        town.subscription("P2", "S1", SubscriptionChange.STARTED, "2023-03-01");
        RunReport preview = town.engine.runs().previewRun(ALL, town.at("2024-03-02"), RunListener.NONE);
        assertThat(town.journal()).isEmpty();
        assertThat(town.store.latestRun("ALL")).isEmpty();
        assertThat(town.run("2024-03-02")).isEqualTo(preview);
        assertThat(preview.awards()).isEqualTo(2);
    }

    private static List<DeclineReason> reasons(Explanation explanation) {
        return explanation.verdict().stream()
                .filter(Verdict.Declined.class::isInstance)
                .flatMap(verdict -> ((Verdict.Declined) verdict).declines().stream())
                .map(decline -> decline.reason())
                .toList();
    }

    private static String sentence(Explanation explanation) {
        return explanation.verdict().stream()
                .flatMap(verdict -> ((Verdict.Declined) verdict).declines().stream())
                .map(decline -> decline.sentence())
                .findFirst()
                .orElseThrow();
    }
}
