package io.rewards.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerTest {

    private static final Viewer OWNER = Viewer.of("NORTH");
    private static final Viewer PARTNER = Viewer.of("SOUTH", "NORTH");
    private static final Viewer STRANGER = Viewer.of("EAST", "SOUTH");

    @ParameterizedTest
    @CsvSource({
        // privacy, owner group, collaborating group, another group, anybody, super user
        "PUBLIC, true, true, true, true, true",
        "COLLABORATORS, true, true, false, false, true",
        "OWNER, true, false, false, false, true"
    })
    void privacySaysWhoSees(
            Privacy privacy, boolean owner, boolean partner, boolean stranger, boolean anybody, boolean superUser) {
        Ownership ownership = new Ownership("NORTH", privacy);
        assertThat(OWNER.sees(ownership)).isEqualTo(owner);
        assertThat(PARTNER.sees(ownership)).isEqualTo(partner);
        assertThat(STRANGER.sees(ownership)).isEqualTo(stranger);
        assertThat(Viewer.PUBLIC.sees(ownership)).isEqualTo(anybody);
        assertThat(Viewer.SUPER_USER.sees(ownership)).isEqualTo(superUser);
    }

    @Test
    void whatTheOwnerOfTheProgrammeKeepsIsNotForThePublic() {
        Ownership kept = new Ownership("", Privacy.OWNER);
        assertThat(Viewer.PUBLIC.sees(kept)).isFalse();
        assertThat(OWNER.sees(kept)).isFalse();
        assertThat(Viewer.of("").sees(kept)).isTrue();
    }

    @Test
    void workingTogetherIsAsTheViewersGroupSays() {
        Ownership shared = new Ownership("SOUTH", Privacy.COLLABORATORS);
        assertThat(OWNER.sees(shared)).isFalse();
        assertThat(STRANGER.sees(shared)).isTrue();
    }

    @Test
    void offersAndSchemesAreFilteredEachByTheirOwnership() {
        Offer open = Programmes.any(1, "OPEN").build();
        Offer hidden = Programmes.any(2, "HIDDEN")
                .withOwnership(new Ownership("NORTH", Privacy.OWNER))
                .build();
        Scheme club = Scheme.of("CLUB");
        Scheme closed = Scheme.of("CLOSED").with(new Ownership("NORTH", Privacy.COLLABORATORS));
        Programme programme = Programmes.with(open, hidden).toBuilder()
                .withSchemes(List.of(club, closed))
                .build();

        assertThat(Viewer.PUBLIC.offersOf(programme)).containsExactly(open);
        assertThat(Viewer.PUBLIC.schemesOf(programme)).containsExactly(club);
        assertThat(PARTNER.offersOf(programme)).containsExactly(open);
        assertThat(PARTNER.schemesOf(programme)).containsExactly(club, closed);
        assertThat(OWNER.offersOf(programme)).containsExactly(open, hidden);
    }
}
