package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.PartKind;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.life.Author;
import io.rewards.catalogue.life.CatalogueHistory;
import io.rewards.catalogue.life.Change;
import io.rewards.catalogue.life.NewProgramme;
import io.rewards.store.InMemoryStore;
import io.rewards.store.OfferTransactions;
import io.rewards.store.RewardsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of changing the catalogue in the documentation is what runs here. */
class CatalogueDocumentTest {

    private static final Pattern DOCUMENTED =
            Pattern.compile("## Changing the catalogue.*?```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RUN =
            Pattern.compile("// The example\n(.*?)\n *// End of the example", Pattern.DOTALL);

    private final RewardsStore store = new InMemoryStore();
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2024-06-03T09:00:00Z"));
    private final Settings settings = Settings.of(ZoneId.of("Europe/Nicosia"), new Denomination("EUR", 2));
    private final List<CatalogueHistory> saved = new ArrayList<>();
    private final List<String> screen = new ArrayList<>();

    @Test
    void theExampleRuns() {
        // The example
        CatalogueHistory history = CatalogueHistory.of(NewProgramme.of("Corner Bakery", settings));
        RewardsEngine engine =
                RewardsEngine.builder(history.current(), store, clock).build();

        Author anna = Author.of("anna", clock.instant());
        history = history.schemes(anna).activate("MAIN").orElseThrow();

        Change change = history.offers(anna).activate("WELCOME");
        if (change instanceof Change.Refused refused) {
            refused.problems().forEach(problem -> show(problem.message()));
        } else if (change instanceof Change.Changed changed) {
            history = changed.history();
            changed.tell().ifPresent(user -> show("An offer waits for the approval of " + user + "."));
        }

        Offer welcome = history.offer("WELCOME").orElseThrow();
        Offer illustrated = welcome.toBuilder()
                .withMarketing(new Marketing("welcome.png", "", "#FFCC00", "Join us", ""))
                .build();
        history = history.offers(anna).edit(illustrated).orElseThrow();

        save(history);
        engine.reload(history.current());
        history.log(PartKind.OFFER, "WELCOME").forEach(entry -> show(entry.by() + " " + entry.action()));
        Change deleted = history.offers(anna).delete("WELCOME", new OfferTransactions(store));
        // End of the example

        assertThat(screen).containsExactly("anna ACTIVATED", "anna EDITED");
        assertThat(saved).containsExactly(history);
        assertThat(history.current().version()).isEqualTo("1+3");
        assertThat(deleted).isInstanceOf(Change.Refused.class);
    }

    @Test
    void theDocumentShowsIt() throws IOException {
        Matcher documented = DOCUMENTED.matcher(Files.readString(Path.of("../docs/operations.md")));
        Matcher run =
                RUN.matcher(Files.readString(Path.of("src/test/java/io/rewards/engine/CatalogueDocumentTest.java")));
        assertThat(documented.find() && run.find()).isTrue();
        assertThat(documented.group(1).strip())
                .isEqualTo(run.group(1).stripIndent().strip());
    }

    private void save(CatalogueHistory history) {
        saved.add(history);
    }

    private void show(String line) {
        screen.add(line);
    }
}
