package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineShareTest {

    @Test
    void piecesThatComeBackTakeTheirPartRoundedForThem() {
        assertThat(share("1", 3, "1.00").of(Returned.ofPieces(1))).isEqualTo(eur("0.33"));
        assertThat(share("1", 3, "1.00").of(Returned.ofPieces(2))).isEqualTo(eur("0.67"));
        assertThat(share("1", 2, "0.01").of(Returned.ofPieces(1))).isEqualTo(eur("0.01"));
    }

    @Test
    void noPiecesTakeNothingAndAllTakeEverything() {
        assertThat(share("1", 3, "1.00").of(Returned.ofPieces(0))).isEqualTo(eur("0.00"));
        assertThat(share("1", 3, "1.00").of(Returned.ofPieces(3))).isEqualTo(eur("1.00"));
        assertThat(share("1", 3, "0.00").of(Returned.ofPieces(2))).isEqualTo(eur("0.00"));
    }

    @Test
    void whatIsLeftIsAShareOfThePiecesThatAreLeft() {
        assertThat(share("1", 3, "1.00").without(Returned.ofPieces(1))).isEqualTo(share("1", 2, "0.67"));
        assertThat(share("1", 3, "1.00").without(Returned.ofPieces(1)).without(Returned.ofPieces(1)))
                .isEqualTo(share("1", 1, "0.33"));
        assertThat(share("1", 3, "1.00").without(Returned.ofPieces(3))).isEqualTo(share("1", 0, "0.00"));
    }

    @Test
    void anotherAmountChangesNothingElse() {
        assertThat(share("1", 3, "1.00").with(eur("2.00"))).isEqualTo(share("1", 3, "2.00"));
    }

    @Test
    void noPiecesOfNoneIsNothing() {
        assertThat(LineShare.part(eur("1.00"), 0, 0)).isEqualTo(eur("0.00"));
    }

    @Test
    void sharesAddUp() {
        assertThat(LineShare.sum(List.of(share("1", 1, "1.00"), share("2", 1, "0.50")), eur("0.00")))
                .isEqualTo(eur("1.50"));
        assertThat(LineShare.sum(List.of(), eur("0.00"))).isEqualTo(eur("0.00"));
    }
}
