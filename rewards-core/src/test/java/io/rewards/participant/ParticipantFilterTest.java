package io.rewards.participant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.participant.ParticipantFilter.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParticipantFilterTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Participant ANNA = Participant.registered(
                    "ANNA",
                    NOON,
                    "U1",
                    Profile.EMPTY
                            .withName("Anna Ioannou")
                            .withEmails(List.of(new Email(EmailType.PERSONAL, "Anna@Example.com")))
                            .withPhones(List.of(new Phone(
                                    PhoneType.MOBILE,
                                    Map.of(PhoneField.COUNTRY, "+357", PhoneField.NUMBER, "99 123-456"))))
                            .withSegments(Set.of("STUDENTS"))
                            .withTier("GOLD"))
            .with(SchemeMembership.of("CLUB", NOON.plusSeconds(10), "U2", ""));

    private static boolean finds(Field field, String text) {
        return ParticipantFilter.ALL.with(field, text).matches(ANNA);
    }

    @Test
    void aNameIsFoundByAnyPartOfIt() {
        assertThat(finds(Field.NAME, "IOAN")).isTrue();
        assertThat(finds(Field.NAME, "")).isTrue();
        assertThat(finds(Field.NAME, "Ioannis")).isFalse();
    }

    @Test
    void anAddressIsFoundWhole() {
        assertThat(finds(Field.EMAIL, "anna@example.COM")).isTrue();
        assertThat(finds(Field.EMAIL, "nna@example.com")).isFalse();
    }

    @Test
    void aPhoneIsFoundByItsLastDigits() {
        for (String digits : List.of("99123456", "+357 99 12 34 56", "00 123456".substring(3), "6")) {
            assertThat(finds(Field.PHONE, digits)).as(digits).isTrue();
        }
        for (String digits : List.of("", "+", "9912345", "0035799123456")) {
            assertThat(finds(Field.PHONE, digits)).as(digits).isFalse();
        }
    }

    @Test
    void schemeSegmentAndTierAreFoundByTheirCodes() {
        assertThat(finds(Field.SCHEME, "CLUB")).isTrue();
        assertThat(finds(Field.SCHEME, "OTHER")).isFalse();
        assertThat(finds(Field.SEGMENT, "STUDENTS")).isTrue();
        assertThat(finds(Field.SEGMENT, "STUDENT")).isFalse();
        assertThat(finds(Field.TIER, "GOLD")).isTrue();
        assertThat(finds(Field.TIER, "")).isFalse();
        assertThat(ParticipantFilter.ALL.with(Field.SCHEME, "CLUB").matches(ANNA.signedOff("CLUB", NOON)))
                .isFalse();
    }

    @Test
    void stateTellsThoseWhoLeft() {
        Participant left = ANNA.with(new Termination(TerminationReason.FRAUD, NOON, Optional.empty()));
        assertThat(ParticipantFilter.ALL.with(ParticipantState.TERMINATED).matches(left))
                .isTrue();
        assertThat(ParticipantFilter.ALL.with(ParticipantState.EFFECTIVE).matches(left))
                .isFalse();
        assertThat(ParticipantFilter.ALL.with(ParticipantState.EFFECTIVE).matches(ANNA))
                .isTrue();
    }

    @Test
    void theFirstInstantIsInsideAndTheLastOutside() {
        assertThat(ParticipantFilter.ALL.signedUpFrom(NOON.plusSeconds(10)).matches(ANNA))
                .isTrue();
        assertThat(ParticipantFilter.ALL.signedUpFrom(NOON.plusSeconds(11)).matches(ANNA))
                .isFalse();
        assertThat(ParticipantFilter.ALL.signedUpBefore(NOON).matches(ANNA)).isFalse();
        assertThat(ParticipantFilter.ALL.signedUpBefore(NOON.plusSeconds(1)).matches(ANNA))
                .isTrue();
    }

    @Test
    void unitAndDatesAreThoseOfOneSignUp() {
        ParticipantFilter later = ParticipantFilter.ALL.signedUpFrom(NOON.plusSeconds(1));
        assertThat(later.with(Field.UNIT, "U2").matches(ANNA)).isTrue();
        assertThat(later.with(Field.UNIT, "U1").matches(ANNA)).isFalse();
        assertThat(ParticipantFilter.ALL.with(Field.UNIT, "U1").matches(ANNA)).isTrue();
        assertThat(ParticipantFilter.ALL
                        .with(Field.UNIT, "U1")
                        .with(Field.SCHEME, "CLUB")
                        .matches(ANNA))
                .isFalse();
    }

    @Test
    void everythingThatIsAskedHasToHold() {
        ParticipantFilter gold = ParticipantFilter.ALL.with(Field.TIER, "GOLD");
        assertThat(gold.with(Field.NAME, "anna").matches(ANNA)).isTrue();
        assertThat(gold.with(Field.NAME, "bea").matches(ANNA)).isFalse();
        assertThat(gold.with(Field.TIER, "SILVER").matches(ANNA)).isFalse();
    }
}
