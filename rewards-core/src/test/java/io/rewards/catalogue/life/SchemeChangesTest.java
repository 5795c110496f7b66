package io.rewards.catalogue.life;

import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.MONDAY;
import static io.rewards.catalogue.life.CatalogueLife.effective;
import static io.rewards.catalogue.life.CatalogueLife.history;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemeChangesTest {

    @Test
    void aNewSchemeIsNotEffectiveWhateverTheDraftSays() {
        CatalogueHistory created =
                history().schemes(ANNA).create(Scheme.of("GOLD")).orElseThrow();
        assertThat(scheme(created, "GOLD")).isEqualTo(Scheme.of("GOLD").with(SchemeState.NOT_EFFECTIVE));
        assertThat(last(created).action()).isEqualTo(Action.CREATED);
    }

    @Test
    void aNewSchemeBelongsToTheGroupOfItsAuthor() {
        CatalogueHistory created = history()
                .schemes(new Author("nora", "NORTH", MONDAY))
                .create(Scheme.of("GOLD"))
                .orElseThrow();
        assertThat(scheme(created, "GOLD").ownership()).isEqualTo(new Ownership("NORTH", Privacy.PUBLIC));
    }

    @Test
    void theCodeOfALivingSchemeIsTaken() {
        assertThat(refusal(history().schemes(ANNA).create(Scheme.of("CLUB"))))
                .isEqualTo("schemes[CLUB]: The code (CLUB) already belongs to another scheme.");
    }

    @Test
    void theCodeOfADeletedSchemeIsFreeOnlyIfItNeverWasEffective() {
        CatalogueHistory deleted = history()
                .schemes(ANNA)
                .create(Scheme.of("GOLD"))
                .orElseThrow()
                .schemes(ANNA)
                .delete("GOLD")
                .orElseThrow()
                .schemes(ANNA)
                .deactivate("CLUB")
                .orElseThrow()
                .schemes(ANNA)
                .delete("CLUB")
                .orElseThrow();
        assertThat(deleted.schemes(ANNA).create(Scheme.of("GOLD"))).isInstanceOf(Change.Changed.class);
        assertThat(refusal(deleted.schemes(ANNA).create(Scheme.of("CLUB"))))
                .contains("belonged to a scheme that was effective");
    }

    @Test
    void aSchemeThatStopsKeepsItsOffers() {
        CatalogueHistory stopped =
                history(effective()).schemes(ANNA).deactivate("CLUB").orElseThrow();
        assertThat(scheme(stopped, "CLUB").state()).isEqualTo(SchemeState.NOT_EFFECTIVE);
        assertThat(stopped.current().offers()).containsExactly(effective());
        assertThat(last(stopped).details()).containsExactly("state: EFFECTIVE -> NOT_EFFECTIVE");
    }

    @Test
    void aSchemeIsActivatedAndDeactivatedFromTheOppositeStateOnly() {
        CatalogueHistory active = history();
        CatalogueHistory stopped = active.schemes(ANNA).deactivate("CLUB").orElseThrow();
        assertThat(refusal(active.schemes(ANNA).activate("CLUB"))).contains("is already like that");
        assertThat(refusal(stopped.schemes(ANNA).deactivate("CLUB"))).contains("is already like that");
        assertThat(stopped.schemes(ANNA)
                        .activate("CLUB")
                        .orElseThrow()
                        .current()
                        .schemes())
                .isEqualTo(active.current().schemes());
    }

    @Test
    void descriptionSignUpAndMarketingOfAnEffectiveSchemeMayChange() {
        Scheme club = scheme(history(), "CLUB");
        Scheme edited = new Scheme(
                club.code(),
                club.name(),
                "For all",
                club.state(),
                club.awardValidity(),
                new SignUpPolicy(SignUpOption.UNIQUE_CODE, false, false, Set.of(), Set.of("k1", "k2")),
                new Marketing("club.png", "", "", "", ""),
                club.ownership());
        CatalogueHistory changed = history().schemes(ANNA).edit(edited).orElseThrow();
        assertThat(scheme(changed, "CLUB")).isEqualTo(edited);
        assertThat(last(changed).details())
                .contains("description: (none) -> For all", "signUp.codes: (none) -> 2 entries")
                .noneMatch(line -> line.contains("k1"));
    }

    @Test
    void nameAndAwardValidityChangeOnlyWhileNotEffective() {
        Scheme renamed = Scheme.of("CLUB", "New", SchemeState.EFFECTIVE, AwardValidity.ALWAYS);
        assertThat(refusal(history().schemes(ANNA).edit(renamed)))
                .isEqualTo("schemes[CLUB].name: The field (name) cannot change while the scheme is EFFECTIVE."
                        + " Make it not effective first.");
        CatalogueHistory stopped = history().schemes(ANNA).deactivate("CLUB").orElseThrow();
        assertThat(stopped.schemes(ANNA).edit(renamed.with(SchemeState.NOT_EFFECTIVE)))
                .isInstanceOf(Change.Changed.class);
    }

    @Test
    void stateAndOwnershipAreNotEdited() {
        Scheme club = scheme(history(), "CLUB");
        assertThat(refusal(history().schemes(ANNA).edit(club.with(SchemeState.NOT_EFFECTIVE))))
                .contains("The field (state) is not changed by editing a scheme.");
        assertThat(refusal(history().schemes(ANNA).edit(club.with(new Ownership("ALL", Privacy.OWNER)))))
                .contains("The field (ownership) is not changed by editing a scheme.");
    }

    @Test
    void aSchemeIsAssignedToAGroupOfTheProgramme() {
        Ownership north = new Ownership("NORTH", Privacy.OWNER);
        assertThat(scheme(history().schemes(ANNA).assign("CLUB", north).orElseThrow(), "CLUB")
                        .ownership())
                .isEqualTo(north);
        assertThat(refusal(history().schemes(ANNA).assign("CLUB", new Ownership("MARS", Privacy.OWNER))))
                .isEqualTo("schemes[CLUB].ownership.group: The group (MARS) is not in the programme;"
                        + " it has [ALL, NORTH]. Add it to groups.");
    }

    @Test
    void aSchemeWithOffersIsNotDeleted() {
        CatalogueHistory stopped =
                history(effective()).schemes(ANNA).deactivate("CLUB").orElseThrow();
        assertThat(refusal(stopped.schemes(ANNA).delete("CLUB")))
                .isEqualTo(
                        "schemes[CLUB]: The scheme (CLUB) is used by offer (SUMMER); it cannot be deleted while it is.");
    }

    @Test
    void anEffectiveSchemeIsNotDeleted() {
        assertThat(refusal(history().schemes(ANNA).delete("CLUB"))).contains("it must be NOT_EFFECTIVE");
    }

    @Test
    void thereMustBeASchemeToChange() {
        SchemeChanges schemes = history().schemes(ANNA);
        for (Change change : List.of(
                schemes.edit(Scheme.of("MARS")),
                schemes.assign("MARS", Ownership.OF_PROGRAMME),
                schemes.activate("MARS"),
                schemes.deactivate("MARS"),
                schemes.delete("MARS"))) {
            assertThat(refusal(change)).contains("There is no scheme (MARS)");
        }
    }

    @Test
    void theFieldsThatAreNamedExist() {
        List<String> fields = Arrays.stream(Scheme.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(fields).containsAll(SchemeChanges.ALWAYS_EDITABLE).containsAll(SchemeChanges.NEVER_EDITABLE);
    }

    private static Scheme scheme(CatalogueHistory history, String code) {
        return history.current().schemes().stream()
                .filter(scheme -> scheme.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
