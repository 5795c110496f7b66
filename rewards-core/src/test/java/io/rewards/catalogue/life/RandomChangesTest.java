package io.rewards.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Category;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeCheck;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long random sequences of changes, against a model that knows nothing but states, names and references. To reproduce one,
 * run {@code everyChangeIsMadeWholeOrNotAtAll} with the seed that the failure names.
 */
class RandomChangesTest {

    private static final int STEPS = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyChangeIsMadeWholeOrNotAtAll(long seed) {
        Random random = new Random(seed);
        NaiveCatalogue model = new NaiveCatalogue();
        CatalogueHistory history = CatalogueHistory.of(Programmes.with().toBuilder()
                .withVersion("v")
                .withSchemes(List.of())
                .withCategories(List.of())
                .build());
        int made = 0;
        for (int step = 0; step < STEPS; step++) {
            RandomChange change = RandomChange.next(random, model);
            CatalogueHistory before = history;
            Programme current = history.current();
            List<LogEntry> log = history.log();
            Change result = change.apply(history);
            boolean allowed = model.take(change);
            String where = "RandomChangesTest seed " + seed + " step " + step + ": " + change
                    + (result instanceof Change.Refused refused ? " was refused: " + refused.problems() : " was made");

            assertThat(result instanceof Change.Changed).as(where).isEqualTo(allowed);
            assertThat(before.current()).as(where).isSameAs(current);
            assertThat(before.log()).as(where).isSameAs(log);
            if (result instanceof Change.Changed changed) {
                made++;
                assertThat(changed.tell()).as(where).isEqualTo(tell(change, model));
                history = changed.history();
                requireOneMore(before, history, change, where);
            }
            requireState(history.current(), model, where);
        }
        assertThat(made).as("seed " + seed + " makes many changes").isGreaterThan(STEPS / 10);
        assertThat(made).as("seed " + seed + " refuses many changes").isLessThan(STEPS * 9 / 10);
    }

    private static Optional<String> tell(RandomChange change, NaiveCatalogue model) {
        return change.word().equals("submit") ? model.approver : Optional.empty();
    }

    private static void requireOneMore(
            CatalogueHistory before, CatalogueHistory after, RandomChange change, String where) {
        int versions = before.versions().size();
        assertThat(after.versions()).as(where).hasSize(versions + 1);
        assertThat(after.versions().subList(0, versions).equals(before.versions()))
                .as(where)
                .isTrue();
        assertThat(after.log().subList(0, versions - 1).equals(before.log()))
                .as(where)
                .isTrue();
        assertThat(after.current().version()).as(where).isEqualTo("v+" + versions);
        LogEntry entry = after.log().get(versions - 1);
        assertThat(entry.version()).as(where).isEqualTo(after.current().version());
        assertThat(entry.by()).as(where).isEqualTo(change.author().user());
        assertThat(entry.on()).as(where).isEqualTo(change.author().on());
        assertThat(entry.details().isEmpty())
                .as(where)
                .isEqualTo(entry.action() == Action.CREATED || entry.action() == Action.DELETED);
        assertThat(after.log(entry.subject().kind(), entry.subject().code()))
                .as(where)
                .endsWith(entry);
    }

    private static void requireState(Programme programme, NaiveCatalogue model, String where) {
        assertThat(ProgrammeCheck.problems(programme, Unread.NOTHING)).as(where).isEmpty();
        Map<String, String> offers = new HashMap<>();
        for (Offer offer : programme.offers()) {
            offers.put(
                    offer.code(),
                    offer.number() + " " + offer.state() + " " + offer.scheme() + " " + offer.category() + " "
                            + offer.template() + " " + offer.description() + " " + offer.latestEffectiveDate());
        }
        assertThat(offers).as(where).isEqualTo(model.describedOffers());
        Map<String, Boolean> schemes = new HashMap<>();
        for (Scheme scheme : programme.schemes()) {
            schemes.put(scheme.code(), scheme.state() == SchemeState.EFFECTIVE);
        }
        assertThat(schemes).as(where).isEqualTo(model.schemes);
        Map<String, Boolean> templates = new HashMap<>();
        for (OfferTemplate template : programme.templates()) {
            templates.put(template.code(), template.active());
        }
        assertThat(templates).as(where).isEqualTo(model.activeTemplates());
        List<String> categories = new ArrayList<>(
                programme.categories().stream().map(Category::code).toList());
        assertThat(new HashSet<>(categories)).as(where).isEqualTo(model.categories);
        assertThat(programme.settings().approver()).as(where).isEqualTo(model.approver);
    }
}
