package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.END;
import static io.rewards.wallet.Lots.START;
import static io.rewards.wallet.Lots.commerce;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.ledger.AccountKind;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpendPlaceTest {

    /** A Tuesday, 14:00 in Nicosia. */
    private static final Instant TUESDAY = Instant.parse("2024-03-05T12:00:00Z");

    @Test
    void moneyCanBeSpentFromItsFirstInstantUntilItsEnd() {
        assertThat(refuses(commerce("c", "1.00"), START)).isEmpty();
        assertThat(refuses(commerce("c", "1.00"), START.minusNanos(1)))
                .contains("It can be spent from 2024-01-01T00:00:00Z on.");
        assertThat(refuses(commerce("c", "1.00"), END.minusNanos(1))).isEmpty();
        assertThat(refuses(commerce("c", "1.00"), END)).contains("It expired on 2025-01-01.");
    }

    @Test
    void pendingMoneyAndVouchersWaitForTheirTurn() {
        assertThat(refuses(Lots.lot("p", AccountKind.PENDING, "1.00", Optional.empty()), TUESDAY))
                .contains("It waits for a confirmation.");
        assertThat(refuses(Lots.lot("v", AccountKind.VOUCHERS, "1.00", Optional.empty()), TUESDAY))
                .contains("It is spent by its voucher.");
    }

    @Test
    void weekdaysAreThoseOfTheUnit() {
        Lot tuesdays = under(new WeeklyTimes(Set.of(DayOfWeek.TUESDAY), List.of()), Set.of(), Set.of());
        assertThat(refuses(tuesdays, TUESDAY)).isEmpty();
        assertThat(refuses(tuesdays, Instant.parse("2024-03-05T21:59:59Z"))).isEmpty();
        assertThat(refuses(tuesdays, Instant.parse("2024-03-05T22:00:00Z")))
                .contains("It can be spent on [TUESDAY], not on WEDNESDAY.");
    }

    @Test
    void aWindowOverMidnightIsOpenOnTheNextDay() {
        Lot tuesdayNights = under(
                new WeeklyTimes(
                        Set.of(DayOfWeek.TUESDAY), List.of(new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0)))),
                Set.of(),
                Set.of());
        assertThat(refuses(tuesdayNights, Instant.parse("2024-03-05T20:00:00Z")))
                .isEmpty();
        assertThat(refuses(tuesdayNights, Instant.parse("2024-03-05T23:59:59Z")))
                .isEmpty();
        assertThat(refuses(tuesdayNights, Instant.parse("2024-03-06T00:00:00Z")))
                .contains("It can be spent in the hours [TUESDAY 22:00-02:00], not at 02:00.");
        assertThat(refuses(tuesdayNights, Instant.parse("2024-03-04T23:00:00Z")))
                .contains("It can be spent in the hours [TUESDAY 22:00-02:00], not at 01:00.");
        assertThat(refuses(tuesdayNights, Instant.parse("2024-03-06T22:00:00Z")))
                .contains("It can be spent on [TUESDAY], not on THURSDAY.");
    }

    @Test
    void hoursAreThoseOfTheUnit() {
        Lot afternoon = under(
                new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(14, 0), LocalTime.of(15, 0)))),
                Set.of(),
                Set.of());
        assertThat(refuses(afternoon, TUESDAY)).isEmpty();
        assertThat(refuses(afternoon, TUESDAY.minusSeconds(1)))
                .contains("It can be spent in the hours [14:00-15:00], not at 13:59:59.");
        assertThat(refuses(afternoon, TUESDAY.plusSeconds(3600))).isPresent();
    }

    @Test
    void onlyListedUnitsTakeTheMoney() {
        assertThat(refuses(under(WeeklyTimes.ALWAYS, Set.of("U1"), Set.of()), TUESDAY))
                .isEmpty();
        assertThat(refuses(under(WeeklyTimes.ALWAYS, Set.of(), Set.of("NORTH")), TUESDAY))
                .isEmpty();
        assertThat(refuses(under(WeeklyTimes.ALWAYS, Set.of("U2"), Set.of()), TUESDAY))
                .contains("It can be spent at units [U2], not at U1.");
    }

    @Test
    void whereMoneyMayBeSpentCanBeAskedAlone() {
        SpendPlace place = new SpendPlace(Catalogue.of(Programmes.with()), "U1", END);
        assertThat(place.elsewhere(commerce("c", "1.00"))).isEmpty();
        assertThat(place.elsewhere(under(WeeklyTimes.ALWAYS, Set.of("U2"), Set.of())))
                .isPresent();
    }

    private static Lot under(WeeklyTimes times, Set<String> units, Set<String> groups) {
        return Lot.of("c", AccountKind.COMMERCE, eur("1.00"), LotDates.from(START), Lots.awarded(eur("1.00")))
                .with(
                        new SpendConditions(ProductSelection.ALL, times, units, groups),
                        SpendMethod.SPEND_ON_REQUEST,
                        Optional.empty());
    }

    private static Optional<String> refuses(Lot lot, Instant at) {
        return new SpendPlace(Catalogue.of(Programmes.with()), "U1", at).refuses(lot);
    }
}
