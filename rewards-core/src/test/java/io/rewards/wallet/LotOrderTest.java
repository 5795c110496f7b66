package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.ledger.AccountKind;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LotOrderTest {

    private static final WeeklyTimes MONDAYS = new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of());
    private static final WeeklyTimes MORNINGS =
            new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(8, 0), LocalTime.NOON)));

    @Test
    void conditionsGoBeforeOpenMoneyWhateverTheOrder() {
        for (ConsumptionOrder order : ConsumptionOrder.values()) {
            Lot open = lot("a", AccountKind.OPEN, START, Optional.of(START.plusSeconds(1)), SpendConditions.NONE);
            Lot commerce = lot("b", AccountKind.COMMERCE, START, Optional.empty(), SpendConditions.NONE);
            assertThat(sorted(LotOrder.of(order), open, commerce))
                    .as("%s", order)
                    .containsExactly("b", "a");
        }
    }

    @Test
    void theSoonestExpiryGoesFirstAndMoneyForEverLast() {
        assertThat(sorted(
                        LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY),
                        commerce("never", START, Optional.empty()),
                        commerce("late", START, Optional.of(END.plusNanos(1))),
                        commerce("soon", START, Optional.of(END))))
                .containsExactly("soon", "late", "never");
    }

    @Test
    void amongEqualEndsWhatIsMoreRestrictedGoesFirst() {
        ProductSelection milk = ProductSelection.ofProducts("milk");
        assertThat(sorted(
                        LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY),
                        under("a", SpendConditions.NONE),
                        under("b", new SpendConditions(milk, WeeklyTimes.ALWAYS, Set.of(), Set.of())),
                        under("c", new SpendConditions(milk, MONDAYS, Set.of(), Set.of())),
                        under("d", new SpendConditions(milk, both(), Set.of(), Set.of())),
                        under("e", new SpendConditions(milk, both(), Set.of("U1"), Set.of()))))
                .containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    void everyKindOfConditionCountsOnce() {
        for (SpendConditions conditions : List.of(
                new SpendConditions(ProductSelection.ofTypes("dairy"), WeeklyTimes.ALWAYS, Set.of(), Set.of()),
                new SpendConditions(ProductSelection.ALL, MONDAYS, Set.of(), Set.of()),
                new SpendConditions(ProductSelection.ALL, MORNINGS, Set.of(), Set.of()),
                new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U1"), Set.of()),
                new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of(), Set.of("NORTH")))) {
            assertThat(sorted(
                            LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY),
                            under("a", SpendConditions.NONE),
                            under("b", conditions)))
                    .containsExactly("b", "a");
        }
        assertThat(sorted(
                        LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY),
                        under("a", new SpendConditions(ProductSelection.ALL, MONDAYS, Set.of(), Set.of())),
                        under(
                                "b",
                                new SpendConditions(
                                        ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U1"), Set.of("NORTH")))))
                .containsExactly("a", "b");
    }

    @Test
    void amongEquallyRestrictedTheOldestGoesFirst() {
        assertThat(sorted(
                        LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY),
                        commerce("a", START.plusNanos(1), Optional.of(END)),
                        commerce("b", START, Optional.of(END))))
                .containsExactly("b", "a");
    }

    @Test
    void firstInFirstOutLooksOnlyAtDates() {
        Lot old = commerce("z", START, Optional.empty());
        Lot young = commerce("a", START.plusNanos(1), Optional.of(END));
        assertThat(sorted(LotOrder.of(ConsumptionOrder.FIFO), young, old)).containsExactly("z", "a");
        assertThat(sorted(LotOrder.of(ConsumptionOrder.LIFO), old, young)).containsExactly("a", "z");
    }

    @Test
    void idsDecideWhereNothingElseDoes() {
        for (ConsumptionOrder order : ConsumptionOrder.values()) {
            assertThat(sorted(
                            LotOrder.of(order),
                            commerce("b", START, Optional.of(END)),
                            commerce("a", START, Optional.of(END))))
                    .containsExactly("a", "b");
        }
    }

    @Test
    void theOrderOfAHostDecidesAmongLotsOfTheSameAccount() {
        Comparator<Lot> largest = Comparator.comparing(Lot::remaining).reversed();
        assertThat(sorted(
                        LotOrder.total(largest),
                        Lots.open("open", "9.00"),
                        Lots.commerce("b", "1.00"),
                        Lots.commerce("a", "1.00"),
                        Lots.commerce("c", "2.00")))
                .containsExactly("c", "a", "b", "open");
    }

    private static WeeklyTimes both() {
        return new WeeklyTimes(MONDAYS.days(), MORNINGS.hours());
    }

    private static Lot commerce(String id, Instant on, Optional<Instant> validTo) {
        return lot(id, AccountKind.COMMERCE, on, validTo, SpendConditions.NONE);
    }

    private static Lot under(String id, SpendConditions conditions) {
        return lot(id, AccountKind.COMMERCE, START, Optional.of(END), conditions);
    }

    private static Lot lot(
            String id, AccountKind account, Instant on, Optional<Instant> validTo, SpendConditions conditions) {
        return Lot.of(id, account, eur("1.00"), new LotDates(on, START, validTo), Lots.awarded(eur("1.00")))
                .with(conditions, SpendMethod.SPEND_ON_REQUEST, Optional.empty());
    }

    private static List<String> sorted(Comparator<Lot> order, Lot... lots) {
        List<Lot> sorted = new ArrayList<>(List.of(lots));
        sorted.sort(order);
        return sorted.stream().map(Lot::id).toList();
    }
}
