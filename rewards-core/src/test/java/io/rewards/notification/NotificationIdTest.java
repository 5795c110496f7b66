package io.rewards.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.NotificationKind;
import io.rewards.event.EventKey;
import io.rewards.key.Key;
import io.rewards.key.RandomParts;
import io.rewards.ledger.LotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotificationIdTest {

    @Test
    void aNotificationIsNamedByItsKindAndWhatItIsAbout() {
        Instant since = Instant.parse("2024-01-01T00:00:00Z");
        assertThat(NotificationId.ofTransaction(NotificationKind.SPEND, "a#b#TEN/spend")
                        .text())
                .isEqualTo("SPEND/a#b#TEN/spend");
        assertThat(NotificationId.ofExpiration("a#TEN", "2024-03-31").text())
                .isEqualTo("EXPIRATION_AHEAD/a#TEN/2024-03-31");
        assertThat(NotificationId.ofNewOffer("TEN", since, "a/b").text())
                .isEqualTo("NEW_OFFER/TEN/2024-01-01T00:00:00Z/a%2Fb");
        assertThat(NotificationId.ofCloseAward("TEN", "after 2", "ada").text())
                .isEqualTo("CLOSE_TO_AWARD/TEN/after 2/ada");
    }

    @Test
    void differentNotificationsNeverHaveOneName() {
        RandomParts.neverMeet(
                parts -> List.of(parts.part(), parts.part(), parts.part()),
                about -> NotificationId.ofCloseAward(about.get(0), about.get(1), about.get(2))
                        .text(),
                text -> Key.parts(text).map(parts -> parts.subList(1, parts.size())));
        RandomParts.neverMeet(
                parts ->
                        new Expiring(LotId.award(new EventKey(parts.part(), parts.part()), parts.part()), parts.part()),
                about -> NotificationId.ofExpiration(about.lot().text(), about.lastDay())
                        .text(),
                NotificationIdTest::expiring);
    }

    private static Optional<Expiring> expiring(String text) {
        String about = text.substring(text.indexOf('/') + 1);
        int end = about.lastIndexOf('/');
        return LotId.parse(about.substring(0, end))
                .flatMap(lot -> Key.parts(about.substring(end + 1)).map(day -> new Expiring(lot, day.get(0))));
    }

    private record Expiring(LotId lot, String lastDay) {}
}
