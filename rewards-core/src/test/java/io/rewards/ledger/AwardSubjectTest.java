package io.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.ledger.AwardSubject.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardSubjectTest {

    private static final List<AwardSubject> SUBJECTS = List.of(
            AwardSubject.NOTHING,
            new AwardSubject.Day(LocalDate.of(2024, 2, 29)),
            new AwardSubject.Page("2024-02-29"),
            new AwardSubject.Page("https://shop.example/a#b%2Fc"),
            new AwardSubject.OfSubscription("2024-02-29"),
            new AwardSubject.OfSubscription("S/1#2"),
            new AwardSubject.Referred("S/1#2"),
            new AwardSubject.Referred(" "),
            new AwardSubject.EffectiveDate(Instant.parse("2024-02-29T00:00:00Z")),
            new AwardSubject.Page("2024-02-29T00:00:00Z"));

    @Test
    void kindAndTextReadBack() {
        for (AwardSubject subject : SUBJECTS) {
            assertThat(AwardSubject.of(subject.kind(), subject.text())).isEqualTo(subject);
        }
    }

    @Test
    void thoseOfDifferentKindsAreDifferentWhateverTheirTexts() {
        assertThat(new HashSet<>(SUBJECTS)).hasSize(SUBJECTS.size());
        assertThat(new AwardSubject.Page("2024-02-29")).isNotEqualTo(new AwardSubject.Day(LocalDate.of(2024, 2, 29)));
    }

    @Test
    void onlyADayHasADay() {
        assertThat(SUBJECTS.stream().flatMap(subject -> subject.day().stream()))
                .containsExactly(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "NOTHING, page",
                "DAY, ''",
                "DAY, 2023-02-29",
                "DAY, page",
                "EFFECTIVE_DATE, 2024-02-29",
                "EFFECTIVE_DATE, 2024-02-29T00:00Z",
            })
    void aTextThatIsNoneOfItsKindIsRefused(Kind kind, String text) {
        assertThatThrownBy(() -> AwardSubject.of(kind, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The subject (" + text + ") is not one of kind " + kind + ".");
    }

    @ParameterizedTest
    @CsvSource({"PAGE", "SUBSCRIPTION", "REFERRED"})
    void anEmptyTextIsRefused(Kind kind) {
        assertThatThrownBy(() -> AwardSubject.of(kind, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("What an award is for must not be an empty text.");
    }
}
