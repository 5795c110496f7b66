package io.rewards.catalogue.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Words for tests of the catalogue's life. */
final class CatalogueLife {

    static final Instant MONDAY = Instant.parse("2024-06-03T09:00:00Z");
    static final Author ANNA = Author.of("anna", MONDAY);
    static final Author BORIS = Author.of("boris", MONDAY);

    private CatalogueLife() {}

    /** Anna, so many hours after Monday at nine. */
    static Author annaLater(int hours) {
        return Author.of("anna", MONDAY.plusSeconds(hours * 3600L));
    }

    static CatalogueHistory history(Offer... offers) {
        return CatalogueHistory.of(named(Programmes.with(offers)));
    }

    static CatalogueHistory historyWithApprover(String user, Offer... offers) {
        Programme programme = named(Programmes.with(offers));
        return CatalogueHistory.of(programme.toBuilder()
                .withSettings(programme.settings().withApprover(user))
                .build());
    }

    private static Programme named(Programme programme) {
        return programme.toBuilder().withVersion("v").build();
    }

    /** Number 1, effective. */
    static Offer effective() {
        return Programmes.any(1, "SUMMER").withName("Summer").build();
    }

    /** Number 1, not effective but once was. */
    static Offer stopped() {
        return effective().deactivated();
    }

    /** Number 1, waiting for approval. */
    static Offer pending() {
        return draft().with(OfferState.PENDING_APPROVAL);
    }

    /** Number 1, not effective and never was. */
    static Offer draft() {
        return effective().draft("SUMMER", "Summer").toBuilder().withNumber(1).build();
    }

    static Offer offer(CatalogueHistory history, String code) {
        return history.offer(code).orElseThrow();
    }

    /** Asserts that the change was refused, and gives the reasons, one on each line. */
    static String refusal(Change change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        List<Problem> problems = ((Change.Refused) change).problems();
        assertThat(problems).isNotEmpty();
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    static LogEntry last(CatalogueHistory history) {
        return history.log().get(history.log().size() - 1);
    }
}
