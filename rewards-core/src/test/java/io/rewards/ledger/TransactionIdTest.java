package io.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.event.EventKey;
import io.rewards.key.Key;
import io.rewards.key.RandomParts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionIdTest {

    private static final EventKey SALE = EventKey.of("INV-1");
    private static final EventKey LATER = EventKey.of("BUY-2");
    private static final LotId AWARD = LotId.award(SALE, "TEN");

    @Test
    void anAwardIsNamedAsItsLot() {
        assertThat(TransactionId.of(SALE, AWARD, TransactionKind.AWARD)).hasToString("INV-1#TEN");
    }

    @Test
    void otherTransactionsSayWhatTheyAreAndWhichEventMoves() {
        assertThat(TransactionId.of(SALE, AWARD, TransactionKind.SPEND)).hasToString("INV-1#TEN/spend");
        assertThat(TransactionId.of(LATER, AWARD, TransactionKind.SPEND)).hasToString("BUY-2#INV-1#TEN/spend");
        assertThat(TransactionId.of(LATER, AWARD.open(), TransactionKind.SPEND))
                .hasToString("BUY-2#INV-1#TEN/open/spend");
        assertThat(TransactionId.named(LATER, "EUR", TransactionKind.TRANSFER_OUT))
                .hasToString("BUY-2#EUR/transfer_out");
    }

    @Test
    void theSameAgainIsCounted() {
        TransactionId first = TransactionId.of(LATER, AWARD, TransactionKind.REVERSAL);
        assertThat(first.next()).hasToString("BUY-2#INV-1#TEN/reversal/2");
        assertThat(first.next().next()).hasToString("BUY-2#INV-1#TEN/reversal/3");
        assertThatThrownBy(() -> new TransactionId(LATER, AWARD, TransactionKind.REVERSAL, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number (0) of a transaction must be 1 or above.");
    }

    @Test
    void otherTextsNameNoTransaction() {
        for (String wrong :
                List.of("a", "a#b/gone", "a#b/spend/1", "a#b/award", "a#a#b/spend", "a#b/2", "a#b/spend/x")) {
            assertThat(TransactionId.parse(wrong)).as(wrong).isEqualTo(Optional.empty());
        }
    }

    @Test
    void differentTransactionsNeverHaveOneName() {
        RandomParts.neverMeet(
                parts -> {
                    EventKey event = LotIdTest.event(parts);
                    LotId lot = LotIdTest.any(parts);
                    TransactionKind kind = parts.oneOf(List.of(TransactionKind.values()));
                    return switch (parts.number(3)) {
                        case 0 -> TransactionId.of(event, LotId.award(event, parts.part()), TransactionKind.AWARD);
                        case 1 -> TransactionId.of(event, lot.givenBy(event), kind);
                        default -> new TransactionId(event, lot, kind, 1 + parts.number(3));
                    };
                },
                TransactionId::text,
                TransactionId::parse);
        RandomParts.areReadAsWritten(TransactionId::text, TransactionId::parse);
    }

    @Test
    void aTextIsTheSameWhetherOrNotItsLotIsTakenApart() {
        RandomParts.neverMeet(
                parts -> {
                    EventKey event = LotIdTest.event(parts);
                    LotId lot = parts.number(4) == 0 ? LotId.named(parts.part()) : LotIdTest.any(parts);
                    return new TransactionId(event, lot, TransactionKind.SPEND, 1 + parts.number(3));
                },
                id -> TransactionId.text(id.event(), Key.parsed(id.lot().text()), id.kind(), id.number()),
                TransactionId::parse);
        assertThat(TransactionId.text(SALE, Key.of("EUR"), TransactionKind.SPEND, 1))
                .isEqualTo(
                        TransactionId.named(SALE, "EUR", TransactionKind.SPEND).text());
    }
}
