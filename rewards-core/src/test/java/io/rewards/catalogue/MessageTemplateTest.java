package io.rewards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Domain 10: texts with tags. */
class MessageTemplateTest {

    private static final String LETTERS = "##ab$\\{ı#";

    @Test
    void tagsAreFilled() {
        assertThat(filled(
                        "#participant.name#, you got #award.amount#.",
                        Map.of("participant.name", "Maria", "award.amount", "2.50 EUR")))
                .isEqualTo("Maria, you got 2.50 EUR.");
    }

    @Test
    void aTagMayComeTwiceAndNextToAnother() {
        Map<String, String> values = Map.of("a", "1", "b", "2");
        assertThat(filled("#a##b##a#", values)).isEqualTo("121");
    }

    @Test
    void aDoubledSignIsASignOfItsOwn() {
        assertThat(filled("You are ## #a#!", Map.of("a", "1"))).isEqualTo("You are # 1!");
        assertThat(filled("###a###", Map.of("a", "1"))).isEqualTo("#1#");
    }

    @Test
    void aValueIsNeverFilledAgain() {
        assertThat(filled("#a# and #b#", Map.of("a", "#b#", "b", "##"))).isEqualTo("#b# and ##");
    }

    @Test
    void aTagWithoutAValueIsRefused() {
        assertThatThrownBy(() -> filled("#b#", Map.of("a", "1"))).hasMessage("The tag (b) has no value.");
    }

    @Test
    void whateverValuesSayTheyStandInTheTextAsTheyAre() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, String> values = new HashMap<>();
            for (String tag : List.of("a", "b.c", "d")) {
                values.put(tag, word(random, LETTERS));
            }
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                String tag = List.of("a", "b.c", "d").get(random.nextInt(3));
                String plain = word(random, "xyz $\\1");
                String sign = random.nextBoolean() ? "#" : "";
                text.append(plain)
                        .append(sign.repeat(2))
                        .append('#')
                        .append(tag)
                        .append('#');
                expected.append(plain).append(sign).append(values.get(tag));
            }
            assertThat(filled(text.toString(), values)).as("seed %s", seed).isEqualTo(expected.toString());
        }
    }

    @Test
    void theParticipantsLanguageComesFirst() {
        assertThat(chosen("el", "en", "el", "en")).isEqualTo("el");
    }

    @Test
    void aParticularLanguageFallsBackToTheGeneralOne() {
        assertThat(chosen("pt-BR", "en", "en", "pt")).isEqualTo("pt");
        assertThat(chosen("pt-BR", "en", "en", "pt", "pt-BR")).isEqualTo("pt-BR");
        assertThat(chosen("zh-Hant-TW", "en", "en", "zh-Hant", "zh")).isEqualTo("zh-Hant");
    }

    @Test
    void aGeneralLanguageIsNotServedByAParticularOne() {
        assertThat(chosen("pt", "en", "en", "pt-BR")).isEqualTo("en");
    }

    @Test
    void languagesAreComparedWithoutCaseAndWithEitherDash() {
        assertThat(chosen("PT_br", "en", "en", "pt-BR")).isEqualTo("pt-BR");
        assertThat(chosen("IT", "en", "en", "it")).isEqualTo("it");
    }

    @Test
    void thenComesTheLanguageOfTheProgramme() {
        assertThat(chosen("", "en-GB", "de", "en")).isEqualTo("en");
        assertThat(chosen("fr", "en", "de", "en")).isEqualTo("en");
    }

    @Test
    void thenTheFirstInTheAlphabet() {
        assertThat(chosen("fr", "en", "it", "de")).isEqualTo("de");
    }

    @Test
    void otherKindsAreNotChosen() {
        List<MessageTemplate> templates = List.of(new MessageTemplate(NotificationKind.SPEND, "en", "Spent."));
        assertThat(MessageTemplate.choose(templates, NotificationKind.AWARD, List.of("en")))
                .isEmpty();
    }

    @Test
    void anUnknownTagIsRefusedWithTheKnownOnesAndTheNearest() {
        assertThat(problems(new MessageTemplate(NotificationKind.SPEND, "en", "#spend.amout# by #award.amount#")))
                .containsExactly(
                        "messages[SPEND/en].text: The tag (award.amount) is unknown; SPEND has [offer.code,"
                                + " offer.description, offer.name, participant.id, participant.name, scheme.name,"
                                + " spend.amount, spend.date, wallet.balance, wallet.pending]."
                                + " Maybe you meant spend.amount.",
                        "messages[SPEND/en].text: The tag (spend.amout) is unknown; SPEND has [offer.code,"
                                + " offer.description, offer.name, participant.id, participant.name, scheme.name,"
                                + " spend.amount, spend.date, wallet.balance, wallet.pending]."
                                + " Maybe you meant spend.amount.");
    }

    @Test
    void aSignThatClosesNothingIsRefused() {
        assertThat(problems(new MessageTemplate(NotificationKind.AWARD, "en", "You are #1!")))
                .containsExactly("messages[AWARD/en].text: A tag is not closed: a # is left over. Write tags like"
                        + " #offer.name#, and ## for a # of its own.");
        assertThat(problems(new MessageTemplate(NotificationKind.AWARD, "en", "You are ##1!")))
                .isEmpty();
    }

    @Test
    void blankTextsAndLanguagesAreRefused() {
        assertThat(problems(new MessageTemplate(NotificationKind.AWARD, "", " ")))
                .containsExactly(
                        "messages[AWARD/].language: The language () must be written like en or pt-BR.",
                        "messages[AWARD/].text: The text must not be blank.");
    }

    @Test
    void oneKindHasOneTextInALanguage() {
        assertThat(problems(
                        new MessageTemplate(NotificationKind.AWARD, "pt-BR", "a"),
                        new MessageTemplate(NotificationKind.SPEND, "pt-BR", "a"),
                        new MessageTemplate(NotificationKind.AWARD, "pt_br", "a")))
                .containsExactly("messages[AWARD/pt_br]: The message (AWARD/pt_br) is there twice.");
    }

    @Test
    void everyKindTakesAllItsTags() {
        for (NotificationKind kind : NotificationKind.values()) {
            String text = "#" + String.join("# #", kind.tags()) + "#";
            MessageTemplate template = new MessageTemplate(kind, "en", text);
            assertThat(template.tags()).isEqualTo(Set.copyOf(kind.tags()));
            assertThat(problems(template)).isEmpty();
        }
    }

    private static String word(SplittableRandom random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static String filled(String text, Map<String, String> values) {
        return new MessageTemplate(NotificationKind.AWARD, "en", text).filled(values);
    }

    private static String chosen(String preferred, String otherwise, String... languages) {
        List<MessageTemplate> templates = new ArrayList<>();
        for (String language : languages) {
            templates.add(new MessageTemplate(NotificationKind.AWARD, language, "text"));
        }
        return MessageTemplate.choose(templates, NotificationKind.AWARD, List.of(preferred, otherwise))
                .orElseThrow()
                .language();
    }

    private static List<String> problems(MessageTemplate... messages) {
        Programme programme =
                Programmes.with().toBuilder().withMessages(List.of(messages)).build();
        return ProgrammeCheck.problems(programme, Unread.NOTHING).stream()
                .map(Problem::toString)
                .toList();
    }
}
