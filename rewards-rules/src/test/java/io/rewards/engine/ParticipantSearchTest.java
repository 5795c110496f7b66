package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.event.ParticipantRegistered;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.ParticipantFilter.Field;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is sought and found. Domain 4.7. */
class ParticipantSearchTest {

    private final Community community = Community.with();

    private List<String> found(ParticipantFilter sought) {
        return community.engine.participants().search(sought, "", 10).stream()
                .map(Participant::id)
                .toList();
    }

    @Test
    void theParticipantsOfASchemeAreListedInPages() {
        community.members("CARL", "ANNA", "BOB");
        community.register("DORA", "2024-01-01");
        community.leave("BOB", "CLUB", "2024-02-01");
        ParticipantFilter club = ParticipantFilter.ALL.with(Field.SCHEME, "CLUB");
        assertThat(found(club)).containsExactly("ANNA", "CARL");
        EngineParticipants participants = community.engine.participants();
        assertThat(participants.search(club, "", 1)).extracting(Participant::id).containsExactly("ANNA");
        assertThat(participants.search(club, "ANNA", 1))
                .extracting(Participant::id)
                .containsExactly("CARL");
        assertThat(participants.search(club, "CARL", 1)).isEmpty();
    }

    @Test
    void thoseWhoSignedUpOnADayAreFound() {
        community.members("ANNA");
        community.register("BOB", "2024-01-01");
        community.join("BOB", "CLUB", "", "2024-03-01T00:00");
        ParticipantFilter club = ParticipantFilter.ALL.with(Field.SCHEME, "CLUB");
        assertThat(found(club.signedUpFrom(at("2024-03-01T00:00")))).containsExactly("BOB");
        assertThat(found(club.signedUpFrom(at("2024-03-01T00:00:01")))).isEmpty();
        assertThat(found(club.signedUpBefore(at("2024-03-01T00:00")))).containsExactly("ANNA");
        assertThat(found(ParticipantFilter.ALL.signedUpBefore(at("2024-01-02"))))
                .containsExactly("ANNA", "BOB");
    }

    @Test
    void peopleAreFoundByWhatIsKnownOfThem() {
        community.engine.evaluate(new ParticipantRegistered(
                community.header("ANNA", "2024-01-01"), Profile.EMPTY.withName("Anna Ioannou")));
        community.register("BOB", "2024-01-01");
        community.terminate("BOB", TerminationReason.FRAUD, "2024-02-01");
        assertThat(found(ParticipantFilter.ALL.with(Field.NAME, "ioan"))).containsExactly("ANNA");
        assertThat(found(ParticipantFilter.ALL.with(ParticipantState.TERMINATED)))
                .containsExactly("BOB");
    }

    @Test
    void aSegmentThatOnlyDecisionsKnowIsRefused() {
        assertThatThrownBy(() -> found(ParticipantFilter.ALL.with(Field.SEGMENT, "NOWHERE")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The segment (NOWHERE) is not in the programme.");
    }

    @Test
    void aPageHasRoom() {
        assertThatThrownBy(() -> community.engine.participants().search(ParticipantFilter.ALL, "", 0))
                .hasMessage("A page (0 participants) must have room for 1 or more.");
    }
}
