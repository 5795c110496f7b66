package io.rewards.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileChangeTest {

    private static final Consent GIVEN = new Consent(true, Optional.of(Instant.EPOCH), "web");
    private static final Profile ANNA = new Profile(
            "Anna",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(new Email(EmailType.PERSONAL, "a@example.com")),
            Map.of("gender", "f", "job", "cook"),
            new Preferences("el", "BANK", GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF),
            Set.of("STUDENTS"),
            "GOLD",
            new Attributes(Map.of("a", new AttributeValue.Text("1"), "b", new AttributeValue.Text("2"))));

    @Test
    void whatIsNotNamedStays() {
        assertThat(ProfileChange.of(Profile.EMPTY.withName("Bea"), "name").on(ANNA))
                .isEqualTo(ANNA.withName("Bea"));
        assertThat(ProfileChange.of(Profile.EMPTY).on(ANNA)).isEqualTo(ANNA);
    }

    @Test
    void whatIsNamedAndSaysNothingIsEmptied() {
        assertThat(ProfileChange.of(Profile.EMPTY.withName("Bea"), "name", "tier")
                        .on(ANNA))
                .isEqualTo(ANNA.withName("Bea").withTier(""));
        assertThat(ProfileChange.of(Profile.EMPTY.withName("Bea"), "name")
                        .emptying("segments", "emails")
                        .on(ANNA))
                .isEqualTo(ANNA.withName("Bea").withSegments(Set.of()).withEmails(List.of()));
    }

    @Test
    void eachPreferenceIsAFieldOfItsOwn() {
        Preferences english = new Preferences("en", "", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF);
        assertThat(ProfileChange.of(Profile.EMPTY.withPreferences(english), "preferences.language")
                        .on(ANNA)
                        .preferences())
                .isEqualTo(new Preferences("en", "BANK", GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF));
        assertThat(ProfileChange.of(Profile.EMPTY.withPreferences(english), "preferences")
                        .on(ANNA)
                        .preferences())
                .isEqualTo(english);
    }

    @Test
    void eachDemographicAndAttributeIsAFieldOfItsOwn() {
        Profile after = ProfileChange.of(Profile.EMPTY)
                .emptying("demographics.gender", "attributes.b", "attributes.c")
                .on(ANNA);
        assertThat(after.demographics()).containsExactly(Map.entry("job", "cook"));
        assertThat(after.attributes().values()).containsOnlyKeys("a");
        Profile none = ProfileChange.of(Profile.EMPTY)
                .emptying("demographics", "attributes")
                .on(ANNA);
        assertThat(none.demographics()).isEmpty();
        assertThat(none.attributes()).isEqualTo(Attributes.NONE);
    }

    @Test
    void theWholeProfileCanBeReplaced() {
        Profile bea = Profile.EMPTY.withName("Bea");
        assertThat(ProfileChange.replacingBy(bea).on(ANNA)).isEqualTo(bea);
        assertThat(ProfileChange.replacingBy(bea))
                .isEqualTo(new ProfileChange(ProfileChange.Mode.REPLACE, bea, Set.of("name")));
    }

    @Test
    void whatIsNotNamedIsNoPartOfTheChange() {
        assertThat(ProfileChange.of(ANNA, "tier")).isEqualTo(ProfileChange.of(Profile.EMPTY.withTier("GOLD"), "tier"));
    }

    @Test
    void aFieldThatNoProfileHasIsRefused() {
        for (String wrong :
                List.of("tiers", "", "preferences.", "preferences.colour", "demographics.", "attributes.")) {
            assertThatThrownBy(() -> ProfileChange.of(ANNA, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The field (" + wrong + ") is none of a profile. Its fields are name, ");
        }
        assertThatThrownBy(() -> ProfileChange.of(ANNA, "demographics"))
                .hasMessageContaining("The field (demographics) empties all of them");
    }
}
