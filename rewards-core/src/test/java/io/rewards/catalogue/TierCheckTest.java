package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain 8.4: what tiers must not say. */
class TierCheckTest {

    private static final TimeSpan YEAR = new TimeSpan(12, SpanUnit.MONTHS);
    private static final Denomination EUR = new Denomination("EUR", 2);

    private static List<String> problems(TierSettings settings, Tier... tiers) {
        Programme plain = Programmes.with();
        return ProgrammeCheck.problems(
                        plain.toBuilder()
                                .withSettings(plain.settings().with(settings))
                                .withTiers(List.of(tiers))
                                .build(),
                        Unread.NOTHING)
                .stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    private static List<String> problems(Tier... tiers) {
        return problems(TierSettings.DEFAULT, tiers);
    }

    @Test
    void tiersOfTheEngineAndOfTheHostAreTaken() {
        assertThat(problems(Tier.of("SILVER", 0, YEAR), Tier.of("GOLD", 500, YEAR), Tier.of("PLATINUM", 1500, YEAR)))
                .isEmpty();
        assertThat(problems(Tier.named("SILVER"), Tier.named("GOLD"))).isEmpty();
        assertThat(problems(TierSettings.DEFAULT.with(TierOwner.HOST), Tier.of("GOLD", 500, YEAR)))
                .isEmpty();
    }

    @Test
    void theEngineOwnsTiersThatHaveUnitsUnlessSaid() {
        assertThat(Programmes.with().tierOwner()).isEqualTo(TierOwner.HOST);
        Programme counted = Programmes.with().toBuilder()
                .withTiers(List.of(Tier.of("GOLD", 500, YEAR)))
                .build();
        assertThat(counted.tierOwner()).isEqualTo(TierOwner.ENGINE);
        assertThat(counted.toBuilder()
                        .withSettings(counted.settings().with(TierSettings.DEFAULT.with(TierOwner.HOST)))
                        .build()
                        .tierOwner())
                .isEqualTo(TierOwner.HOST);
    }

    @ParameterizedTest
    @CsvSource({"500, 499, false", "500, 500, false", "500, 501, true", "0, 0, false", "0, 1, true"})
    void reachRisesFromTierToTier(long reach, long next, boolean taken) {
        assertThat(problems(Tier.of("A", reach, YEAR), Tier.of("B", next, YEAR)).isEmpty())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "500, true", "501, false"})
    void aTierIsKeptByAtMostWhatReachesIt(long keep, boolean taken) {
        assertThat(problems(Tier.of("GOLD", 500, YEAR).keptBy(keep)).isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"23, HOURS, false", "1, DAYS, true", "2, YEARS, true"})
    void aPeriodIsCountedInDays(int count, SpanUnit unit, boolean taken) {
        assertThat(problems(Tier.of("GOLD", 500, new TimeSpan(count, unit))).isEmpty())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "366, true", "367, false"})
    void aRiskIsToldSomeDaysAhead(int days, boolean taken) {
        assertThat(problems(TierSettings.DEFAULT.withAtRiskDays(days)).isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void everythingIsToldAtOnceWithItsPath() {
        TierSettings settings = TierSettings.DEFAULT
                .with(TierOwner.ENGINE)
                .withUnit(new Amount(new Denomination("PTS", 0), 0))
                .with(ProductSelection.ofTypes("NOTHING"));
        Tier half = new Tier("GOLD", "GOLD", Optional.of(-5L), Optional.empty(), Optional.empty(), TierFall.ONE_LEVEL);
        assertThat(problems(settings, Tier.named("SILVER"), half))
                .containsExactlyInAnyOrder(
                        "settings.tiers.products.types: The product type (NOTHING) is not in the programme; it has []."
                                + " Add it to productTypes.",
                        "settings.tiers.unit: The unit (0 PTS) must be in EUR, the currency of purchases.",
                        "settings.tiers.unit: The unit (0 PTS) must be above 0.",
                        "tiers[SILVER].reach: A tier must have reach, as long as another tier has it or the engine owns"
                                + " the tiers.",
                        "tiers[GOLD].period: A tier with reach must have a period.",
                        "tiers[GOLD].reach: The reach (-5) must be 0 or above.");
        assertThat(problems(TierSettings.DEFAULT.withUnit(new Amount(EUR, 1)))).isEmpty();
    }

    @Test
    void aTierWithoutReachSaysNothingAboutUnits() {
        Tier odd = new Tier("GOLD", "GOLD", Optional.empty(), Optional.of(1L), Optional.of(YEAR), TierFall.KEEP);
        assertThat(problems(odd))
                .containsExactlyInAnyOrder(
                        "tiers[GOLD].keep: The keep is only for a tier with reach.",
                        "tiers[GOLD].period: The period is only for a tier with reach.",
                        "tiers[GOLD].falls: The falls is only for a tier with reach.");
    }
}
