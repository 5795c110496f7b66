package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Outcome;
import io.rewards.event.ProfileChanged;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changed about a participant, when, by which event and by whom. Domain 4.3. */
class ParticipantHistoryTest {

    private final Community community = Community.with();

    @Test
    void everyChangeIsKeptWithItsDateItsEventAndItsAuthor() {
        community.register("ANNA", "2024-02-01");
        community.register("BOB", "2024-02-01");
        community.join("ANNA", "CLUB", "", "2024-02-02");
        community.engine.evaluate(new ProfileChanged(
                Community.header("P", "ANNA", "2024-02-03"), Profile.EMPTY.withName("Anna"), "clerk7"));
        community.refer("BOB", "ANNA", "2024-02-04");
        community.buy("ANNA", "2024-02-05");
        community.leave("ANNA", "CLUB", "2024-02-06");
        community.merge("ANNA", "BOB", "2024-02-07");
        assertThat(community.participant("ANNA").history())
                .extracting(HistoryEntry::change)
                .containsExactly(
                        "registered",
                        "signed up to CLUB",
                        "profile changed: name",
                        "was referred by BOB",
                        "signed off from CLUB",
                        "was terminated, reason DUPLICATION, replaced by BOB");
        assertThat(community.participant("ANNA").history().get(2))
                .isEqualTo(new HistoryEntry(at("2024-02-03"), "P", "profile changed: name", "clerk7"));
        assertThat(community.participant("BOB").history().get(1))
                .isEqualTo(new HistoryEntry(
                        at("2024-02-07"), "follow-up/merge/ANNA", "replaced duplicate ANNA", "follow-up"));
    }

    @Test
    void whatIsRefusedOrSentAgainLeavesNoTrace() {
        community.register("ANNA", "2024-02-01");
        community.leave("ANNA", "CLUB", "2024-02-02");
        ProfileChanged changed = new ProfileChanged(
                Community.header("P", "ANNA", "2024-02-03"), Profile.EMPTY.withName("Anna"), "clerk7");
        community.engine.evaluate(changed);
        community.engine.evaluate(changed);
        community.terminate("ANNA", TerminationReason.FRAUD, "2024-02-04");
        community.terminate("ANNA", TerminationReason.FRAUD, "2024-02-05");
        assertThat(community.participant("ANNA").history()).hasSize(3);
    }

    @Test
    void consentsKeepTheDateAndTheUserThatTheHostGave() {
        community.register("ANNA", "2024-02-01");
        Consent given = new Consent(true, Optional.of(at("2024-01-15")), "web form");
        assertThat(consent(given).isRecorded()).isTrue();
        assertThat(community.participant("ANNA").profile().preferences().directMarketing())
                .isEqualTo(given);
        assertThat(problems(consent(new Consent(false, Optional.of(at("2024-01-15")), "clerk"))))
                .containsExactly("profile.preferences.directMarketing: The change of the consent"
                        + " (2024-01-15T10:00:00Z) must come after the latest one (2024-01-15T10:00:00Z).");
        assertThat(problems(consent(new Consent(false, Optional.of(at("2024-03-02")), "clerk"))))
                .containsExactly("profile.preferences.directMarketing: The change of the consent"
                        + " (2024-03-02T10:00:00Z) lies in the future.");
        assertThat(consent(new Consent(false, Optional.of(at("2024-02-20")), "clerk"))
                        .isRecorded())
                .isTrue();
        assertThat(community.participant("ANNA").history())
                .extracting(HistoryEntry::change)
                .isEqualTo(List.of("registered", "profile changed: preferences", "profile changed: preferences"));
    }

    @Test
    void whoHasSaidNoLanguageIsAddressedInThatOfTheProgramme() {
        community.register("ANNA", "2024-02-01");
        String programme = community.engine.programme().settings().language();
        assertThat(community.participant("ANNA").profile().preferences().languageOr(programme))
                .isEqualTo("en");
        community.engine.evaluate(new ProfileChanged(
                community.header("ANNA", "2024-02-02"),
                Profile.EMPTY.withPreferences(new Preferences(
                        "el", "BANK_TRANSFER", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF)),
                ""));
        assertThat(community.participant("ANNA").profile().preferences().languageOr(programme))
                .isEqualTo("el");
        assertThat(community.participant("ANNA").profile().preferences().payment())
                .isEqualTo("BANK_TRANSFER");
    }

    @Test
    void theDateAndTheUnitOfTheRegistrationStay() {
        community.register("ANNA", "2024-02-01");
        community.join("ANNA", "CLUB", "", "2024-02-02");
        assertThat(community.participant("ANNA").registeredOn()).isEqualTo(at("2024-02-01"));
        assertThat(community.participant("ANNA").unit()).isEqualTo("U1");
    }

    private Outcome consent(Consent direct) {
        Preferences preferences = new Preferences("", "", direct, Consent.NOT_GIVEN, AutomaticSpending.OFF);
        return community.engine.evaluate(new ProfileChanged(
                community.header("ANNA", "2024-03-01"), Profile.EMPTY.withPreferences(preferences), "clerk"));
    }
}
