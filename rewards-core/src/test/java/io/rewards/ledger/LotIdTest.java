package io.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.event.EventKey;
import io.rewards.key.RandomParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LotIdTest {

    private static final EventKey SALE = EventKey.of("INV-1");
    private static final EventKey GIFT = new EventKey("pos", "GIFT-1");
    private static final LotId AWARD = LotId.award(SALE, "TEN");

    @Test
    void aLotIsNamedByItsEventAndItsOffer() {
        assertThat(AWARD).hasToString("INV-1#TEN");
        assertThat(LotId.money(GIFT)).hasToString("pos/GIFT-1#money");
    }

    @Test
    void aSignInAnIdIsNoSignBetweenTwo() {
        assertThat(LotId.award(EventKey.of("77#1"), "INST")).hasToString("77%231#INST");
        assertThat(LotId.award(EventKey.of("1"), "INST").givenBy(EventKey.of("77")))
                .hasToString("77#1#INST");
    }

    @Test
    void whatIsFreedOfALotKnowsIt() {
        assertThat(AWARD.open()).hasToString("INV-1#TEN/open");
        assertThat(AWARD.open().origin()).isEqualTo(AWARD);
        assertThat(AWARD.origin()).isEqualTo(AWARD);
        assertThatThrownBy(() -> AWARD.open().open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lot (INV-1#TEN/open) was freed of its conditions already.");
    }

    @Test
    void anOfferWhoseCodeEndsLikeAFreedLotIsNone() {
        LotId award = LotId.award(SALE, "X/open");
        assertThat(award).hasToString("INV-1#X%2Fopen");
        assertThat(award.origin()).isEqualTo(award);
        assertThat(LotId.award(SALE, "X").open().text()).isEqualTo("INV-1#X/open");
    }

    @Test
    void freeingAPieceIsNotGivingAPieceOfWhatWasFreed() {
        LotId freedThere = AWARD.givenBy(GIFT).open();
        LotId freedBefore = AWARD.open().givenBy(GIFT);
        assertThat(freedThere).hasToString("pos/GIFT-1#INV-1#TEN/open");
        assertThat(freedThere.origin()).isEqualTo(AWARD.givenBy(GIFT));
        assertThat(freedBefore).hasToString("pos/GIFT-1#INV-1#TEN/open/1");
        assertThat(freedBefore.origin()).isEqualTo(freedBefore);
    }

    @Test
    void moneyIsNotGivenAwayMoreOftenSinceItWasFreedThanEver() {
        assertThatThrownBy(() -> new LotId(List.of(SALE), "TEN", Optional.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lot (TEN) of events [INV-1] cannot be given away 2 times since it was freed.");
        assertThatThrownBy(() -> new LotId(List.of(SALE), "TEN", Optional.of(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTextOfAnAwardIsThatOfItsLot() {
        RandomParts.neverMeet(
                parts -> LotId.award(event(parts), parts.part()),
                lot -> LotId.textOfAward(lot.events().get(0), lot.name()),
                LotId::parse);
    }

    @Test
    void otherTextsNameNoLot() {
        for (String wrong :
                List.of("a#b/c", "a#b/open/0", "a#b/open/01", "a#b/open/2", "a#b/open/1/1", "a#%", "/a#b")) {
            assertThat(LotId.parse(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> LotId.parsed("a#b/c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lot (a#b/c) is not named like one.");
    }

    @Test
    void differentLotsNeverHaveOneName() {
        RandomParts.neverMeet(LotIdTest::any, LotId::text, LotId::parse);
        RandomParts.areReadAsWritten(LotId::text, LotId::parse);
    }

    static LotId any(RandomParts parts) {
        List<EventKey> events = new ArrayList<>();
        for (int i = parts.number(4); i > 0; i--) {
            events.add(event(parts));
        }
        int freed = parts.number(events.size() + 2) - 1;
        return new LotId(events, parts.part(), Optional.of(freed).filter(times -> times >= 0));
    }

    static EventKey event(RandomParts parts) {
        return new EventKey(parts.part(), parts.part());
    }
}
