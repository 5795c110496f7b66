package io.rewards.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.NotificationKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Domain 10: criteria of notifications. */
class NotificationCriteriaTest {

    private static final NotificationCriteria CRITERIA = NotificationCriteria.since(Instant.EPOCH);

    @Test
    void everythingFromTheCalendarIsToldUnlessSaid() {
        assertThat(CRITERIA.kinds())
                .containsExactly(
                        NotificationKind.EXPIRATION_AHEAD,
                        NotificationKind.NEW_OFFER,
                        NotificationKind.CLOSE_TO_AWARD,
                        NotificationKind.TIER_AT_RISK);
        assertThat(CRITERIA.daysAhead()).isEqualTo(14);
        assertThat(CRITERIA.closeFrom()).isEqualTo(Percentage.of("80"));
    }

    @Test
    void whatEventsBringAboutIsNotARunsToTell() {
        assertThatThrownBy(() -> CRITERIA.withKinds(NotificationKind.AWARD))
                .hasMessage("The kind (AWARD) is told when it happens, and not by runs.");
    }

    @Test
    void daysAndPartsThatCannotBeAreRefused() {
        assertThat(CRITERIA.withDaysAhead(0).daysAhead()).isZero();
        assertThatThrownBy(() -> CRITERIA.withDaysAhead(-1)).hasMessage("The days ahead (-1) must not be negative.");
        assertThat(CRITERIA.withCloseFrom(Percentage.HUNDRED).closeFrom()).isEqualTo(Percentage.HUNDRED);
        assertThatThrownBy(() -> CRITERIA.withCloseFrom(Percentage.of("100.1")))
                .hasMessage("The part (100.1 %) of a target must be at most 100 %.");
    }
}
