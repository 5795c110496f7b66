package io.rewards.engine;

import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules in the place of built-in ones decide what visits of runs award, whatever Java knows of the built-in ones. */
class OwnRulesInRunsTest {

    private static final Offer BIRTHDAY =
            offer("B", new Terms.Birthday(), fixed("10.00")).build();
    private static final String FILE = "reward_on_birthday/reward_on_birthday.drl";

    /** Awards the birthday of the year on any day after it. */
    private static final String LATE = RulePack.builtIn()
            .files()
            .get(FILE)
            .replace("latestDay > since", "latestDay >= signUpDay")
            .replace("latestDay <= since", "latestDay > eventDay");

    private static RulePack own(String file, String text) {
        assertThat(text).isNotEqualTo(RulePack.builtIn().files().get(file));
        return RulePack.builtIn().with("own", Map.of(file, text));
    }

    private static RulePack with(String file, String before, String after) {
        return own(file, RulePack.builtIn().files().get(file).replace(before, after));
    }

    @Test
    void aRuleThatAwardsADayThatIsOverIsAsked() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-01");
        town.engine.reload(own(FILE, LATE));
        assertThat(town.run("2024-03-06").awards()).isEqualTo(1);
        assertThat(town.run("2024-03-07").awards()).isZero();
    }

    @Test
    void aRuleIsAskedEveryNight() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-01");
        town.engine.reload(own(
                FILE,
                LATE.replace("import io.", "import java.time.DayOfWeek;\nimport io.")
                        .replaceFirst(
                                "latestDay >= signUpDay \\)",
                                "latestDay >= signUpDay, weekday == DayOfWeek.FRIDAY )")));
        assertThat(town.run("2024-03-06").awards()).isZero();
        assertThat(town.run("2024-03-07").awards()).isZero();
        assertThat(town.run("2024-03-08").awards()).isEqualTo(1);
    }

    @Test
    void aSharedRuleThatIsChangedLeavesNoClassificationBuiltIn() {
        RuleSet own = DroolsRuleCompiler.compile(
                with("shared/shared.drl", "Candidate( inExcludedSegment )", "Candidate( inExcludedSegment, inRun )"));
        for (Classification classification : Classification.values()) {
            assertThat(own.isBuiltIn(classification)).isFalse();
        }
    }

    @Test
    void onlyTheClassificationOfTheRuleIsNoLongerBuiltIn() {
        RuleSet own = DroolsRuleCompiler.compile(with(FILE, "latestDay > since", "latestDay >= since"));
        for (Classification classification : Classification.values()) {
            assertThat(own.isBuiltIn(classification))
                    .as(classification.name())
                    .isEqualTo(classification != Classification.REWARD_ON_BIRTHDAY);
        }
        assertThat(Classification.values()).allMatch(DroolsRuleCompiler.builtIn()::isBuiltIn);
    }

    @Test
    void theCalendarDoesNotClaimToKnowWhatOwnRulesMakeOfEarlierAwards() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-01");
        town.run("2024-03-01");
        assertThat(town.awards("P1")).hasSize(1);
        LocalDate first = LocalDate.parse("2024-03-01");
        assertThat(town.engine.participants().calendar("P1", first, first.plusDays(30)))
                .isEmpty();
        town.engine.reload(with(FILE, "latestYear == lastAwardedYear", "latestDay == lastAwardedDay"));
        assertThat(town.engine.participants().calendar("P1", first, first.plusDays(30)))
                .hasSize(1);
    }
}
