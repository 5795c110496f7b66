package io.rewards.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.key.RandomParts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpKeyTest {

    @Test
    void aFollowUpIsNamedByWhatItFollowsFrom() {
        FollowUpKey.Referred third = new FollowUpKey.Referred("ANNA", 3);
        assertThat(new FollowUpKey.First("ANNA", 1).event()).isEqualTo(new EventKey("follow-up", "first-award/ANNA"));
        assertThat(new FollowUpKey.First("ANNA", 1).next().id()).hasToString("first-award/ANNA/2");
        assertThat(new FollowUpKey.Referred("ANNA", 1).id()).hasToString("referral/ANNA");
        assertThat(third.id()).hasToString("referral/ANNA/3");
        assertThat(FollowUpKey.Cancelled.whole(third).id()).hasToString("cancelled/referral/ANNA/3");
        assertThat(new FollowUpKey.Cancelled(third, Optional.of("A/B")).id())
                .hasToString("cancelled/referral/ANNA/3/A%2FB");
        assertThat(new FollowUpKey.Cancelled(new FollowUpKey.Referred("ANNA", 1), Optional.of("3")).id())
                .hasToString("cancelled/referral/ANNA/1/3");
        assertThat(new FollowUpKey.Merge("a/b").id()).hasToString("merge/a%2Fb");
        assertThat(new FollowUpKey.PassedOn("merge/a%2Fb").id()).hasToString("passed-on/merge/a%252Fb");
    }

    @Test
    void giftsOfTwoSystemsAreTwo() {
        assertThat(new FollowUpKey.Gift(EventKey.of("pos/1")).id()).hasToString("transfer//pos/1");
        assertThat(new FollowUpKey.Gift(new EventKey("pos", "1")).id()).hasToString("transfer/pos/1");
    }

    @Test
    void otherEventsAreNoFollowUps() {
        for (String wrong : List.of(
                "x",
                "first-award/a/1",
                "referral",
                "referral/a/1",
                "referral/a/b",
                "referral/a/2/3",
                "merge/a/b",
                "cancelled/merge/a")) {
            assertThat(FollowUpKey.of(new EventKey("follow-up", wrong)))
                    .as(wrong)
                    .isEmpty();
        }
        assertThat(FollowUpKey.of(EventKey.of("merge/a"))).isEmpty();
    }

    @Test
    void differentFollowUpsNeverHaveOneKey() {
        RandomParts.neverMeet(
                FollowUpKeyTest::any,
                key -> key.event().text(),
                text -> EventKey.parse(text).flatMap(FollowUpKey::of));
    }

    private static FollowUpKey any(RandomParts parts) {
        FollowUpKey.Referred referred = new FollowUpKey.Referred(parts.part(), 1 + parts.number(3));
        return switch (parts.number(7)) {
            case 0 -> new FollowUpKey.First(parts.part(), 1 + parts.number(3));
            case 1 -> referred;
            case 2 ->
                new FollowUpKey.Cancelled(
                        referred, parts.number(2) == 0 ? Optional.empty() : Optional.of(parts.part()));
            case 3 -> new FollowUpKey.Gift(new EventKey(parts.part(), parts.part()));
            case 4 -> new FollowUpKey.Merge(parts.part());
            case 5 -> new FollowUpKey.PassedOn(parts.part());
            default -> new FollowUpKey.PassedOn(any(parts).id().text());
        };
    }
}
