package io.rewards.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.time.WeeklyTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which points become money for a purchase. Domain 5.8. */
class PointsPlanTest {

    private static final Denomination PTS = new Denomination("PTS", 0);
    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final ExchangeRate HUNDRED_FOR_ONE = ExchangeRate.of(points(100), eur(100));

    private static Amount points(long count) {
        return new Amount(PTS, count);
    }

    private static Amount eur(long cents) {
        return new Amount(EUR, cents);
    }

    private static Lot lot(String id, long count, String... types) {
        SpendConditions conditions = new SpendConditions(
                types.length == 0 ? ProductSelection.ALL : ProductSelection.ofTypes(types),
                WeeklyTimes.ALWAYS,
                Set.of(),
                Set.of());
        Lot lot = Lot.of(
                id,
                AccountKind.COMMERCE,
                points(count),
                LotDates.from(Instant.EPOCH),
                Provenance.of(EventKey.of("e"), points(count)));
        return lot.with(conditions, lot.spendMethod(), Optional.empty());
    }

    private static SaleLine line(String id, String type, long cents) {
        return new SaleLine(id, id, type, "", 1, eur(cents), eur(0), eur(cents));
    }

    private static List<String> plan(ExchangeRate rate, List<Lot> lots, List<SaleLine> lines, long asked) {
        PointsPlan plan = PointsPlan.of(rate, lots, lines, points(asked), ProductList.NONE);
        assertThat(plan.points().stream()
                        .mapToLong(part -> part.amount().units())
                        .sum())
                .isEqualTo(
                        plan.money().units() / rate.to().units() * rate.from().units());
        return plan.points().stream()
                .map(part -> part.lot() + " " + part.amount().units())
                .toList();
    }

    @Test
    void asManyWholeStepsAsAreAskedForAndNeeded() {
        List<Lot> lots = List.of(lot("one", 250), lot("two", 900));
        List<SaleLine> lines = List.of(line("a", "", 499));
        assertThat(plan(HUNDRED_FOR_ONE, lots, lines, 1_000)).containsExactly("one 250", "two 150");
        assertThat(plan(HUNDRED_FOR_ONE, lots, lines, 399)).containsExactly("one 250", "two 50");
        assertThat(plan(HUNDRED_FOR_ONE, lots, lines, 99)).isEmpty();
        assertThat(plan(HUNDRED_FOR_ONE, lots, List.of(line("a", "", 99)), 500)).isEmpty();
        assertThat(plan(HUNDRED_FOR_ONE, lots, List.of(line("a", "", 0)), 500)).isEmpty();
        assertThat(plan(HUNDRED_FOR_ONE, List.of(), lines, 500)).isEmpty();
    }

    @Test
    void pointsForSomeGoodsPayForThoseOnly() {
        List<Lot> lots = List.of(lot("tea", 500, "TEA"), lot("any", 500));
        assertThat(plan(HUNDRED_FOR_ONE, lots, List.of(line("a", "TEA", 130), line("b", "", 400)), 1_000))
                .containsExactly("tea 130", "any 370");
        assertThat(plan(HUNDRED_FOR_ONE, lots, List.of(line("b", "", 400)), 1_000))
                .containsExactly("any 400");
    }

    @Test
    void nothingIsRoundedBeforeThePointsAreChosen() {
        ExchangeRate fiveCents = ExchangeRate.of(points(1), eur(5));
        assertThat(plan(fiveCents, List.of(lot("one", 100)), List.of(line("a", "", 99), line("b", "", 99)), 100))
                .containsExactly("one 39");
        ExchangeRate coarse = ExchangeRate.of(points(100), eur(1));
        assertThat(plan(coarse, List.of(lot("one", 50), lot("two", 50)), List.of(line("a", "", 1)), 100))
                .containsExactly("one 50", "two 50");
    }
}
