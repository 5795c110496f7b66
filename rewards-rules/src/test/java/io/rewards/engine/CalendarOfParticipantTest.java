package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.months;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Terms;
import io.rewards.event.ParticipantTerminated;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.time.Recurrence;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarOfParticipantTest {

    private static final RunDefinition NIGHTLY = new RunDefinition(
            "NIGHTLY",
            "Nightly",
            true,
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.of(new Recurrence("FREQ=DAILY", Shop.at("2024-01-01T03:00"))));

    private static Town town() {
        return Town.of(
                Shop.programme(
                                Shop.settings(),
                                offer("A", new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed("1.00"))
                                        .withAwardValidity(new AwardValidity(
                                                Optional.of(days(3)), new AwardValidity.Expiry.After(days(10))))
                                        .build(),
                                offer("B", new Terms.Birthday(), fixed("2.00")).build(),
                                offer("C", new Terms.CountLoyalty(5, months(1)), fixed("3.00"))
                                        .build(),
                                offer("M", new Terms.SubscriptionMaturity(days(60), 0), fixed("5.00"))
                                        .build(),
                                offer("N", new Terms.NameDay(), fixed("4.00")).build())
                        .toBuilder()
                        .withRuns(List.of(NIGHTLY))
                        .build(),
                new InMemoryStore());
    }

    private static List<String> calendar(Town town, String from, String through) {
        return town.engine.participants().calendar("P1", LocalDate.parse(from), LocalDate.parse(through)).stream()
                .map(entry -> entry.day() + " " + entry.kind() + " " + entry.code()
                        + (entry.amount().isPresent() ? " " + entry.amount().get() : ""))
                .toList();
    }

    @Test
    void whatComesNextIsListedByDay() {
        Town town = town().join(
                        "P1",
                        "2024-01-01",
                        Profile.EMPTY.withDateOfBirth(LocalDate.of(1992, 3, 10)).withNameDay(MonthDay.of(3, 20)));
        town.subscription("P1", "S1", SubscriptionChange.STARTED, "2024-01-10");
        town.engine.runs().run(NIGHTLY, town.at("2024-03-02T03:00"), RunListener.NONE);
        town.buy("E1", "P1", "2024-03-02", "20.00");

        assertThat(calendar(town, "2024-03-02", "2024-04-30"))
                .containsExactly(
                        "2024-03-03 RUN_DUE NIGHTLY",
                        "2024-03-05 MONEY_SPENDABLE A 1.00 EUR",
                        "2024-03-10 BIRTHDAY B",
                        "2024-03-10 SUBSCRIPTION_MATURES M",
                        "2024-03-11 MONEY_EXPIRES A 1.00 EUR",
                        "2024-03-20 NAME_DAY N",
                        "2024-04-02 WINDOW_ENDS C");
        assertThat(calendar(town, "2024-03-10", "2024-03-10"))
                .containsExactly("2024-03-10 BIRTHDAY B", "2024-03-10 SUBSCRIPTION_MATURES M");
        assertThat(calendar(town, "2024-03-06", "2024-03-09")).isEmpty();
    }

    @Test
    void whatWasAwardedThisYearComesAgainNextYear() {
        Town town = town().join("P1", "2024-01-01", Profile.EMPTY.withDateOfBirth(LocalDate.of(1992, 2, 29)));
        assertThat(calendar(town, "2024-03-03", "2026-12-31"))
                .containsExactly("2025-02-28 BIRTHDAY B", "2026-02-28 BIRTHDAY B");
        town.engine.runs().run(NIGHTLY, town.at("2025-02-28T03:00"), RunListener.NONE);
        assertThat(calendar(town, "2025-01-01", "2026-12-31"))
                .containsExactly("2025-03-01 RUN_DUE NIGHTLY", "2026-02-28 BIRTHDAY B");
    }

    @Test
    void aBirthdayBeforeTheSignUpIsNotListed() {
        Town town = town().join("P1", "2024-03-11", Profile.EMPTY.withDateOfBirth(LocalDate.of(1992, 3, 10)));
        assertThat(calendar(town, "2024-01-02", "2024-12-31")).isEmpty();
    }

    @Test
    void nothingComesForWhoWasTerminated() {
        Town town = town().join("P1", "2024-01-01", Profile.EMPTY.withDateOfBirth(LocalDate.of(1992, 3, 10)));
        town.send(new ParticipantTerminated(
                town.header("T1", "P1", "2024-03-01"), TerminationReason.CUSTOMER_REQUEST, Optional.empty()));
        assertThat(calendar(town, "2024-01-01", "2024-12-31")).isEmpty();
    }
}
