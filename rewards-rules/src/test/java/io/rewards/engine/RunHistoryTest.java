package io.rewards.engine;

import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Town.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Terms;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.store.InMemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 6.2: what is remembered of runs. */
class RunHistoryTest {

    private static final Offer BIRTHDAY =
            offer("B", new Terms.Birthday(), fixed("10.00")).build();
    private static final Offer NAME_DAY =
            offer("N", new Terms.NameDay(), fixed("1.00")).build();
    private static final RunDefinition NIGHTLY = of("NIGHT/1#", Set.of());
    private static final RunDefinition NO_BIRTHDAYS = of("OTHER", Set.of(BIRTHDAY.type()));

    @Test
    void everyRunIsRememberedWithTheInstantThatItIsAbout() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-02");
        for (String day : List.of("2024-03-01", "2024-03-02", "2024-03-02", "2024-03-05")) {
            town.run(day);
        }
        assertThat(town.engine.runs().history(ALL, Instant.MIN, 9))
                .extracting(RunRecord::asOf, RunRecord::since, RunRecord::finished)
                .containsExactly(
                        tuple(town.at("2024-03-01"), LocalDate.of(2024, 2, 29), true),
                        tuple(town.at("2024-03-02"), LocalDate.of(2024, 3, 1), true),
                        tuple(town.at("2024-03-05"), LocalDate.of(2024, 3, 2), true));
        assertThat(town.engine.runs().history(ALL, town.at("2024-03-01"), 1))
                .extracting(RunRecord::asOf)
                .containsExactly(town.at("2024-03-02"));
    }

    @Test
    void aPreviewIsNotRemembered() {
        Town town = Town.with(BIRTHDAY).born("P1", "1990-03-02");
        town.engine.runs().previewRun(ALL, town.at("2024-03-09"), RunListener.NONE);
        assertThat(town.engine.runs().history(ALL, Instant.MIN, 9)).isEmpty();
    }

    @Test
    void theLatestEvaluationOfAnOfferIsThatOfARunThatCoversIt() {
        Town town = town(BIRTHDAY, NAME_DAY);
        assertThat(town.engine.runs().latestEvaluation("B")).isEmpty();
        town.engine.runs().run(NIGHTLY, town.at("2024-03-01"), RunListener.NONE);
        town.engine.runs().run(NIGHTLY, town.at("2024-03-02"), RunListener.NONE);
        town.engine.runs().run(NO_BIRTHDAYS, town.at("2024-03-03"), RunListener.NONE);
        assertThat(town.engine.runs().latestEvaluation("B")).contains(town.at("2024-03-02"));
        assertThat(town.engine.runs().latestEvaluation("N")).contains(town.at("2024-03-03"));
    }

    @Test
    void aRunBeforeTheOfferBecameEffectiveHasNotLookedAtIt() {
        Town town = town(BIRTHDAY);
        Instant night = town.at("2024-03-02");
        town.engine.runs().run(NIGHTLY, night, RunListener.NONE);
        assertThat(latestOf(town, night.plusNanos(1))).isEmpty();
        assertThat(latestOf(town, night)).contains(night);
        assertThat(latestOf(town, night.minusNanos(1))).contains(night);
    }

    @Test
    void anOfferThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town(BIRTHDAY).engine.runs().latestEvaluation("X"))
                .withMessage("The offer (X) is not in the programme.");
    }

    private static Optional<Instant> latestOf(Town town, Instant effectiveSince) {
        town.engine.reload(programme(
                BIRTHDAY.toBuilder().withEffectiveSince(effectiveSince).build()));
        return town.engine.runs().latestEvaluation("B");
    }

    private static Town town(Offer... offers) {
        return Town.of(programme(offers), new InMemoryStore());
    }

    private static Programme programme(Offer... offers) {
        return Shop.programme(Shop.settings(), offers).toBuilder()
                .withRuns(List.of(NIGHTLY, NO_BIRTHDAYS))
                .build();
    }

    private static RunDefinition of(String code, Set<String> without) {
        return new RunDefinition(code, code, true, Set.of(), Set.of(), without, Optional.empty());
    }
}
