package io.rewards.engine;

import static io.rewards.catalogue.NotificationKind.AWARD;
import static io.rewards.catalogue.NotificationKind.CLOSE_TO_AWARD;
import static io.rewards.engine.Postbox.GIVEN;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.notification.NotificationCriteria;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document says about notifications is so. */
class NotificationsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");
    private static final Path THIS = Path.of("src/test/java/io/rewards/engine/NotificationsDocumentTest.java");

    @Test
    void theExampleGivesTheTextsThatAreShown() throws IOException {
        Programme shop = Shop.programme(Shop.settings(), spring(), coffee());
        Programme programme = shop.toBuilder()
                .withMessages(List.of(
                        new MessageTemplate(
                                AWARD, "en", "#participant.name#, you got #award.amount# for #offer.name#."),
                        new MessageTemplate(AWARD, "pt", "#participant.name#, ganhou #award.amount# por #offer.name#."),
                        new MessageTemplate(CLOSE_TO_AWARD, "en", "#offer.name#: only #progress.missing# to go!")))
                .build();
        Shop running = Shop.of(programme, Postbox.profile("pt-BR", GIVEN, GIVEN));
        running.buy("2024-03-01", thing("75.00"), line("coffee", 2, "10.00"));
        RewardsEngine engine = running.engine;
        Instant lastNight = at("2024-03-01T03:00");
        Instant tonight = at("2024-03-02T03:00");
        List<String> outbox = new ArrayList<>();
        engine.runs().notifyParticipants(NotificationCriteria.since(lastNight).withDaysAhead(7), tonight);
        engine.runs().deliver(notification -> outbox.add(notification.participant() + ": " + notification.text()));
        assertThat(String.join("\n", outbox) + "\n")
                .isEqualTo(blocks("text").get(0).group(1));
    }

    @Test
    void theExampleIsThatOfTheDocument() throws IOException {
        String code = plain(Files.readString(THIS));
        List<MatchResult> blocks = blocks("java");
        assertThat(blocks).hasSize(2);
        for (MatchResult block : blocks) {
            assertThat(code).contains(plain(block.group(1)));
        }
    }

    @Test
    void theTagsAreThoseOfTheirKinds() throws IOException {
        String section = section();
        Set<String> ofAll = tags(section.substring(section.indexOf("All kinds have"), section.indexOf("\n- **Only")));
        for (NotificationKind kind : NotificationKind.values()) {
            Matcher row =
                    Pattern.compile("\\| `" + kind + "` \\|[^|]*\\|([^|]*)\\|").matcher(section);
            assertThat(row.find()).isTrue();
            Set<String> tags = new TreeSet<>(ofAll);
            tags.addAll(tags(row.group(1)));
            assertThat(kind.tags()).as("%s", kind).isEqualTo(tags);
        }
    }

    private static Set<String> tags(String text) {
        Set<String> tags = new TreeSet<>();
        Pattern.compile("`([^`]+)`").matcher(text).results().forEach(tag -> tags.add(tag.group(1)));
        return tags;
    }

    private static List<MatchResult> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section())
                .results()
                .toList();
    }

    private static String section() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf("## Notifications\n");
        assertThat(start).isPositive();
        return document.substring(start, document.indexOf("\n## ", start));
    }

    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }

    private static Offer spring() {
        return offer("A", new Terms.SpendLoyalty(eur("100.00"), days(30)), fixed("10.00"))
                .withName("Spring")
                .build();
    }

    private static Offer coffee() {
        return offer("B", new Terms.ProductRevenue(AwardScope.PER_TRANSACTION), fixed("1.00"))
                .withName("Coffee")
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofTypes("Coffee"))
                        .build())
                .build();
    }
}
