package io.rewards.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Measure.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers and programmes call things stands in sentences as it is. */
class DeclineReasonTest {

    private static final Pattern PLACE = Pattern.compile("\\{(actual|required|distance)}");
    private static final List<String> NAMES = List.of(
            "{required}",
            "{actual}",
            "{distance}",
            "{",
            "}{",
            "{}",
            "{{actual}}",
            "$1 \\",
            "#award.amount#",
            "%s%n",
            "");

    @ParameterizedTest
    @EnumSource
    void aNameThatLooksLikeAPlaceIsNeverFilled(DeclineReason reason) {
        for (String actual : NAMES) {
            for (String required : NAMES) {
                Decline decline = Decline.of("R-1", "Rule", reason, new Words(actual), new Words(required));
                String said = reason == DeclineReason.HOUSE_RULE
                        ? "Rule"
                        : pieceByPiece(
                                reason.sentence(), Map.of("actual", actual, "required", required, "distance", ""));
                assertThat(decline.sentence()).isEqualTo(said);
                assertThat(decline.actual()).contains(new Words(actual));
                assertThat(decline.required()).contains(new Words(required));
                assertThat(decline.distance()).isEqualTo(Optional.empty());
            }
        }
    }

    private static String pieceByPiece(String sentence, Map<String, String> values) {
        StringBuilder said = new StringBuilder();
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            said.append(sentence, from, place.start()).append(values.get(place.group(1)));
            from = place.end();
        }
        return said.append(sentence.substring(from)).toString();
    }
}
