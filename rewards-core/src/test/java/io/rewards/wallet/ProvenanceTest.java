package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rewards.event.EventKey;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where money comes from, and what counts towards it. */
class ProvenanceTest {

    private static final Share GIVEN = new Share(Party.merchant("U1"), eur("1.00"));

    private final Counted first = new Counted(EventKey.of("E1"), NOON, 2);
    private final Counted second = new Counted(EventKey.of("E2"), NOON, 3);

    @Test
    void moneyThatNoOfferAwardedSaysSo() {
        Provenance provenance = Provenance.of(EventKey.of("T"), eur("3.00"));
        assertThat(provenance.event()).isEqualTo(EventKey.of("T"));
        assertThat(provenance.wished()).isEqualTo(eur("3.00"));
        assertThat(provenance.contribution()).isEqualTo(eur("0.00"));
        assertThat(provenance.offer()).isEmpty();
        assertThat(provenance.budgets()).isEmpty();
    }

    @Test
    void whatIsLeftAfterAReturnKeepsTheRest() {
        Provenance after = Lots.awarded(eur("5.00"))
                .given(List.of(GIVEN))
                .after(eur("4.00"), List.of(first), List.of(share("1", 1, "4.00")));
        assertThat(after.wished()).isEqualTo(eur("4.00"));
        assertThat(after.contribution()).isEqualTo(eur("1.00"));
        assertThat(after.sources()).containsExactly(first);
        assertThat(after.shares()).containsExactly(share("1", 1, "4.00"));
        assertThat(after.after(eur("5.00"), List.of(), List.of()).given(List.of()))
                .isEqualTo(Lots.awarded(eur("5.00")));
    }

    @Test
    void thoseWhoGiveAreInOrderAndGiveOnce() {
        Share other = new Share(Party.merchant("U0"), eur("0.50"));
        Provenance given = Lots.awarded(eur("5.00")).given(List.of(GIVEN, other));
        assertThat(given.givers()).containsExactly(other, GIVEN);
        assertThat(given.contribution()).isEqualTo(eur("1.50"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.given(List.of(GIVEN, other, GIVEN)))
                .withMessage("The party (U1) must give once to the award of offer (A), not in several shares.");
    }

    @Test
    void aPurchaseCountsWhereItIsASource() {
        Provenance provenance = Lots.awarded(eur("5.00")).after(eur("5.00"), List.of(first, second), List.of());
        assertThat(provenance.counts(EventKey.of("E1"))).isTrue();
        assertThat(provenance.counts(EventKey.of("E2"))).isTrue();
        assertThat(provenance.counts(EventKey.of("E3"))).isFalse();
    }

    @Test
    void contributionsAreInOrderOfDatesThenOfEvents() {
        Counted later = new Counted(EventKey.of("E0"), NOON.plusNanos(1), 1);
        assertThat(List.of(later, second, first).stream().sorted()).containsExactly(first, second, later);
        assertThat(first).isEqualByComparingTo(new Counted(EventKey.of("E1"), NOON, 9));
    }
}
