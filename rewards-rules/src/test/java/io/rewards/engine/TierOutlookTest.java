package io.rewards.engine;

import static io.rewards.engine.Ranks.GOLD;
import static io.rewards.engine.Ranks.PLATINUM;
import static io.rewards.engine.Ranks.SILVER;
import static io.rewards.engine.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.TierSettings;
import io.rewards.decision.Outcome;
import io.rewards.json.TierOutlookWriter;
import io.rewards.notification.NotificationCriteria;
import io.rewards.outlook.CalendarEntry.Kind;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.ParticipantFilter.Field;
import io.rewards.run.RunListener;
import io.rewards.tier.TierOutlook;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain 8.4: what participants, and those who ask, are told of tiers. */
class TierOutlookTest {

    private static final NotificationCriteria AT_RISK =
            NotificationCriteria.since(Shop.LONG_AGO).withKinds(NotificationKind.TIER_AT_RISK);

    private static Ranks warning(int days) {
        return Ranks.with(TierSettings.DEFAULT.withAtRiskDays(days), List.of(SILVER, GOLD, PLATINUM));
    }

    @Test
    void itSaysHowFarTheNextTierIsAndUntilWhen() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-06-10T12:00", "370.00");
        TierOutlook.Next next = ranks.explained("2023-07-01").next().orElseThrow();
        assertThat(next.tier()).isEqualTo("GOLD");
        assertThat(next.units()).isEqualTo(370);
        assertThat(next.missing()).isEqualTo(130);
        assertThat(next.until()).contains(at("2024-06-10T12:00"));
        assertThat(ranks.engine.participants().standing("P1", at("2023-07-01")).tier())
                .isEqualTo(ranks.explained("2023-07-01"));
    }

    @Test
    void itSaysWhichPurchasesCountAndWhatKeepsTheTier() {
        Ranks ranks = Ranks.with();
        Outcome first = ranks.buy("2023-03-01", "600.00");
        Outcome second = ranks.buy("2023-09-01", "150.00");
        ranks.goesBack("2023-09-02", second, "20.00");
        TierOutlook outlook = ranks.explained("2023-10-01");
        assertThat(outlook.tier()).isEqualTo("GOLD");
        assertThat(outlook.since()).contains(at("2023-03-01"));
        assertThat(outlook.change().orElseThrow().event()).contains(first.event());
        assertThat(outlook.purchases())
                .extracting(
                        each -> each.purchase() + " " + each.amount() + " " + each.forNext() + " " + each.forKeeping())
                .containsExactly(first.event() + " 600.00 EUR true false", second.event() + " 130.00 EUR true true");
        assertThat(outlook.keeping().orElseThrow())
                .isEqualTo(new TierOutlook.Keeping(
                        at("2024-03-01T00:00"), at("2023-03-01T12:00").plusNanos(1), 130, 500, 370));
        assertThat(TierOutlookWriter.write(outlook))
                .contains("\"tier\":\"GOLD\"")
                .contains("\"keeping\":{\"review\":\"2024-02-29T22:00:00Z\"")
                .contains("\"next\":{\"tier\":\"PLATINUM\"")
                .contains("\"why\":\"REACHED\"");
    }

    @Test
    void itIsThatOfTheInstantThatIsAskedAbout() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-04-01", "1000.00");
        ranks.run("2024-04-01");
        assertThat(ranks.explained("2023-02-28").tier()).isEqualTo("SILVER");
        assertThat(ranks.explained("2023-03-15").tier()).isEqualTo("GOLD");
        assertThat(ranks.explained("2023-03-15").next().orElseThrow().units()).isEqualTo(600);
        assertThat(ranks.explained("2024-03-31").tier()).isEqualTo("PLATINUM");
        assertThat(ranks.explained("2024-04-01").tier()).isEqualTo("GOLD");
    }

    @Test
    void nobodyIsExplainedWhoIsNotRegistered() {
        assertThatThrownBy(() -> Ranks.with().engine.explainTier("P9", at("2023-03-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The participant (P9) is not registered.");
    }

    @Test
    void theCalendarHasTheReview() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        assertThat(ranks.engine.participants().calendar("P1", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1)))
                .filteredOn(entry -> entry.kind() == Kind.TIER_REVIEW)
                .extracting(entry -> entry.day() + " " + entry.code())
                .containsExactly("2024-03-01 GOLD");
        assertThat(ranks.engine.participants().calendar("P1", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)))
                .noneMatch(entry -> entry.kind() == Kind.TIER_REVIEW);
    }

    @Test
    void whoeverRisesOrFallsIsToldOnceOfTheLastTier() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "1600.00");
        ranks.run("2024-03-01");
        ranks.buy("2025-03-01", "1.00");
        assertThat(ranks.told())
                .containsExactly(
                        "P1 SILVER to PLATINUM on 2023-03-01",
                        "P1 down to GOLD on 2024-03-01",
                        "P1 down to SILVER on 2025-03-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-30, 0", "2024-01-31, 1", "2024-02-29, 1"})
    void aRiskIsToldAsManyDaysAheadAsTheProgrammeSays(String day, int told) {
        Ranks ranks = warning(30);
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", "130.00");
        ranks.engine.runs().notifyParticipants(AT_RISK, at(day));
        ranks.engine.runs().notifyParticipants(AT_RISK, at(day).plusSeconds(1));
        assertThat(ranks.told()).hasSize(1 + told);
        if (told > 0) {
            assertThat(ranks.told().get(1)).isEqualTo("P1 370 to keep GOLD by 2024-03-01");
        }
    }

    @ParameterizedTest
    @CsvSource({"499.99, 1", "500.00, 0"})
    void whoeverHasEnoughIsNotAtRisk(String total, int told) {
        Ranks ranks = warning(30);
        ranks.buy("2023-03-01", "600.00");
        ranks.buy("2023-09-01", total);
        ranks.engine.runs().notifyParticipants(AT_RISK, at("2024-02-15"));
        assertThat(ranks.told()).hasSize(1 + told);
    }

    @Test
    void participantsAreFoundByTheTierOfTheEngine() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        assertThat(found(ranks, "GOLD")).containsExactly("P1");
        assertThat(found(ranks, "SILVER")).containsExactly("P2");
        ranks.run("2024-03-01");
        assertThat(found(ranks, "GOLD")).isEmpty();
        assertThat(found(ranks, "SILVER")).containsExactly("P1", "P2");
    }

    private static List<String> found(Ranks ranks, String tier) {
        return ranks.engine.participants().search(ParticipantFilter.ALL.with(Field.TIER, tier), "", 10).stream()
                .map(participant -> participant.id())
                .toList();
    }

    @Test
    void aRunVisitsWhoeverHasAReviewAndNobodyElse() {
        Ranks ranks = Ranks.with();
        ranks.buy("2023-03-01", "600.00");
        ranks.run("2023-03-02");
        assertThat(visited(ranks, "2024-02-29")).isZero();
        assertThat(visited(ranks, "2024-03-01")).isEqualTo(1);
    }

    /** How many participants a run at that time would look at. */
    private static long visited(Ranks ranks, String localTime) {
        AtomicLong visits = new AtomicLong();
        ranks.engine.runs().previewRun(Ranks.RUN, at(localTime), new RunListener() {
            @Override
            public void progressed(long done, long all) {
                visits.set(all);
            }
        });
        return visits.get();
    }
}
