package io.rewards.catalogue.life;

import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.MONDAY;
import static io.rewards.catalogue.life.CatalogueLife.annaLater;
import static io.rewards.catalogue.life.CatalogueLife.draft;
import static io.rewards.catalogue.life.CatalogueLife.effective;
import static io.rewards.catalogue.life.CatalogueLife.history;
import static io.rewards.catalogue.life.CatalogueLife.historyWithApprover;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static io.rewards.catalogue.life.CatalogueLife.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.problem.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueHistoryTest {

    @ParameterizedTest
    @CsvSource({
        "v, v+1, v+2",
        "2024.1, 2024.1+1, 2024.1+2",
        "v+9, v+10, v+11",
        "v+1.5, v+1.5+1, v+1.5+2",
        "'v+', 'v++1', 'v++2'",
        "+4, +5, +6",
        "v+999999999, v+1000000000, v+1000000000+1",
        "v+123456789012345678901, v+123456789012345678901+1, v+123456789012345678901+2"
    })
    void versionsCountOnFromTheFirst(String first, String second, String third) {
        CatalogueHistory history = CatalogueHistory.of(programme(first));
        CatalogueHistory changed = touched(touched(history));
        assertThat(changed.versions().stream().map(Programme::version)).containsExactly(first, second, third);
    }

    @Test
    void aVersionThatIsTakenIsSkipped() {
        CatalogueHistory kept =
                new CatalogueHistory(List.of(programme("v+2"), programme("v+1")), List.of(entry("v+1")));
        assertThat(touched(kept).current().version()).isEqualTo("v+3");
    }

    @Test
    void aHistoryStartsWithAProgrammeAndNoLog() {
        CatalogueHistory history = history(effective());
        assertThat(history.versions()).hasSize(1);
        assertThat(history.log()).isEmpty();
        assertThat(history.current().version()).isEqualTo("v");
    }

    @Test
    void aHistoryDoesNotStartWithAnInvalidProgramme() {
        Programme invalid =
                Programmes.with(Programmes.any(1, "A").withCategory("NOWHERE").build());
        assertThatThrownBy(() -> CatalogueHistory.of(invalid))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The category (NOWHERE) is not in the programme");
    }

    @Test
    void everyVersionCanBeLookedUp() {
        CatalogueHistory changed =
                history(effective()).offers(ANNA).deactivate("SUMMER").orElseThrow();
        assertThat(changed.version("v").orElseThrow().offers()).containsExactly(effective());
        assertThat(changed.version("v+1").orElseThrow().offers()).containsExactly(stopped());
        assertThat(changed.version("v+2")).isEmpty();
    }

    @Test
    void theLogIsAskedForOneThing() {
        CatalogueHistory changed = touched(history(effective()))
                .offers(annaLater(1))
                .deactivate("SUMMER")
                .orElseThrow()
                .offers(annaLater(2))
                .activate("SUMMER")
                .orElseThrow();
        assertThat(changed.log(PartKind.OFFER, "SUMMER"))
                .extracting(LogEntry::action)
                .containsExactly(Action.DEACTIVATED, Action.ACTIVATED);
        assertThat(changed.log(PartKind.OFFER, "C0")).isEmpty();
        assertThat(changed.log(PartKind.CATEGORY, "C0")).hasSize(1);
    }

    @Test
    void aHistoryThatWasKeptGoesOn() {
        CatalogueHistory changed = touched(touched(history(effective())));
        CatalogueHistory kept = new CatalogueHistory(changed.versions(), changed.log());
        assertThat(touched(kept)).isEqualTo(touched(changed));
    }

    @Test
    void aHistoryThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new CatalogueHistory(List.of(), List.of()))
                .hasMessageContaining("The history has 0 versions and 0 log entries");
        assertThatThrownBy(() -> new CatalogueHistory(List.of(programme("a")), List.of(entry("a"))))
                .hasMessageContaining("The history has 1 versions and 1 log entries");
        assertThatThrownBy(() -> new CatalogueHistory(List.of(programme("a"), programme("a")), List.of(entry("a"))))
                .hasMessageContaining("The version (a) is in the history twice.");
        assertThatThrownBy(() -> new CatalogueHistory(List.of(programme("a"), programme("b")), List.of(entry("c"))))
                .hasMessageContaining("The log says version (c) where the history has version (b).");
    }

    @Test
    void aChangeIsNotDatedBeforeTheLatest() {
        CatalogueHistory stopped =
                history(effective()).offers(annaLater(1)).deactivate("SUMMER").orElseThrow();
        Author justBefore = Author.of("anna", MONDAY.plusSeconds(3599));
        assertThat(refusal(stopped.offers(justBefore).activate("SUMMER")))
                .contains("is dated 2024-06-03T09:59:59Z, before the latest change on 2024-06-03T10:00:00Z");
        assertThat(stopped.offers(annaLater(1)).activate("SUMMER")).isInstanceOf(Change.Changed.class);
    }

    @Test
    void aRefusedChangeLeavesTheHistoryEqual() {
        CatalogueHistory history = history(effective());
        CatalogueHistory same = history(effective());
        assertThat(history.offers(ANNA).activate("SUMMER")).isInstanceOf(Change.Refused.class);
        assertThat(history).isEqualTo(same);
    }

    @Test
    void aRefusalCanBeTakenForAMistake() {
        Change refused = history(effective()).offers(ANNA).activate("SUMMER");
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The offer (SUMMER) is EFFECTIVE; it must be NOT_EFFECTIVE.");
    }

    @Test
    void settingsChangeLikeTheRest() {
        CatalogueHistory changed = history(draft())
                .withSettings(history().current().settings().withApprover("boris"), ANNA)
                .orElseThrow();
        assertThat(changed.current().settings().approver()).contains("boris");
        assertThat(last(changed).details()).containsExactly("approver: (none) -> boris");
        assertThat(last(changed).subject()).isEqualTo(new Subject(PartKind.PROGRAMME, "Test"));
        assertThat(refusal(changed.withSettings(changed.current().settings(), ANNA)))
                .contains("The settings are as they were.");
    }

    @Test
    void settingsThatTheProgrammeContradictsAreRefused() {
        CatalogueHistory history = history(effective());
        var points = history.current().settings().withPoints(List.of(Programmes.EUR));
        assertThat(refusal(history.withSettings(points, ANNA))).contains("is declared twice");
    }

    @Test
    void decimalsStayOnceAnOfferWasEffective() {
        Denomination whole = new Denomination("PTS", 0);
        Denomination hundredths = new Denomination("PTS", 2);
        var settings = history().current().settings();
        CatalogueHistory draft = history(draft())
                .withSettings(settings.withPoints(List.of(whole)), ANNA)
                .orElseThrow();
        draft.withSettings(settings.withPoints(List.of(hundredths)), ANNA).orElseThrow();
        CatalogueHistory stopped = history(CatalogueLife.stopped())
                .withSettings(settings.withPoints(List.of(whole)), ANNA)
                .orElseThrow();
        assertThat(refusal(stopped.withSettings(settings.withPoints(List.of(hundredths)), ANNA)))
                .startsWith("settings.points[PTS]: The denomination (PTS) had 0 decimals and has 2.");
        CatalogueHistory without =
                stopped.withSettings(settings.withPoints(List.of()), ANNA).orElseThrow();
        assertThat(refusal(without.withSettings(settings.withPoints(List.of(hundredths)), ANNA)))
                .startsWith("settings.points[PTS]: The denomination (PTS) had 0 decimals and has 2.");
    }

    @Test
    void anotherApproverDecidesOnWhatWaits() {
        CatalogueHistory history = historyWithApprover("carla", CatalogueLife.pending());
        CatalogueHistory changed = history.withSettings(
                        history.current().settings().withApprover("anna"), ANNA)
                .orElseThrow();
        assertThat(CatalogueLife.offer(changed.offers(ANNA).approve("SUMMER").orElseThrow(), "SUMMER")
                        .state())
                .isEqualTo(OfferState.EFFECTIVE);
    }

    @Test
    void anAuthorHasAName() {
        assertThatThrownBy(() -> Author.of(" ", MONDAY)).hasMessageContaining("must have a name");
    }

    private static CatalogueHistory touched(CatalogueHistory history) {
        String code = "C" + history.log().size();
        return history.part(Part.CATEGORIES, ANNA)
                .add(new Category(code, code, ""))
                .orElseThrow();
    }

    private static Programme programme(String version) {
        return Programmes.with().toBuilder().withVersion(version).build();
    }

    private static LogEntry entry(String version) {
        return new LogEntry(
                version, MONDAY, "anna", Action.EDITED, new Subject(PartKind.PROGRAMME, "Test"), List.of(), "");
    }

    @Test
    void offersAndSchemesHaveChangesOfTheirOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history().part(Part.OFFERS, ANNA))
                .withMessage("Changes of the offers of a programme are asked of offers().");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history().part(Part.SCHEMES, ANNA))
                .withMessage("Changes of the schemes of a programme are asked of schemes().");
    }
}
