package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.wallet.Lots.NOON;
import static io.rewards.wallet.Lots.SOLD;
import static io.rewards.wallet.Lots.line;
import static io.rewards.wallet.Lots.sale;
import static io.rewards.wallet.Lots.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programmes;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Purchases as they stand, and their lines. */
class SaleTest {

    private static final EventKey PAYING = EventKey.of("PAYING");

    private final Purchase bought = Purchase.of(
            EventHeader.of("SOLD", "ANNA", "U1", NOON),
            new PurchaseLine("2", "milk", "dairy", "food", 3, eur("10.00"), eur("1.00"), Attributes.NONE),
            PurchaseLine.of("1", "book", 1, eur("5.00")));

    private final Sale fresh = Sale.of(bought, Catalogue.of(Programmes.with()));

    @Test
    void aFreshSaleOwesEverything() {
        assertThat(fresh.purchase()).isEqualTo(SOLD);
        assertThat(fresh.performedOn()).isEqualTo(NOON);
        assertThat(fresh.payable()).isEqualTo(eur("15.00"));
        assertThat(fresh.payments()).isEmpty();
        assertThat(fresh.isEmpty()).isFalse();
        assertThat(fresh.line("2"))
                .contains(new SaleLine("2", "milk", "dairy", "food", 3, eur("10.00"), eur("1.00"), eur("10.00")));
        assertThat(fresh.line("3")).isEmpty();
    }

    @Test
    void linesAreInOrderOfTheirIds() {
        assertThat(fresh.lines()).extracting(SaleLine::line).containsExactly("1", "2");
    }

    @Test
    void aPaymentLowersWhatIsOwedOnItsLines() {
        Sale paid = fresh.plus(List.of(paid("2", 3, "4.00")));
        assertThat(paid.line("2").orElseThrow().payable()).isEqualTo(eur("6.00"));
        assertThat(paid.line("2").orElseThrow().value()).isEqualTo(eur("10.00"));
        assertThat(paid.line("1").orElseThrow().payable()).isEqualTo(eur("5.00"));
        assertThat(paid.payments()).containsExactly(paid("2", 3, "4.00"));
        assertThat(paid.owing(paid("2", 3, "4.00").lines(), 1).payable()).isEqualTo(eur("15.00"));
    }

    @Test
    void severalSharesOfOneLineAllCount() {
        Sale paid = fresh.owing(List.of(share("2", 3, "4.00"), share("2", 3, "1.00"), share("1", 1, "0.50")), -1);
        assertThat(paid.line("2").orElseThrow().payable()).isEqualTo(eur("5.00"));
        assertThat(paid.line("1").orElseThrow().payable()).isEqualTo(eur("4.50"));
    }

    @Test
    void freedMoneyPaysNothing() {
        Sale redeemed = fresh.plus(List.of(freed("2", 3, "4.00")));
        assertThat(redeemed.payable()).isEqualTo(eur("15.00"));
        assertThat(redeemed.payments()).hasSize(1);
    }

    @Test
    void eachPurchaseFreesNoMoreThanIsLeftToPayOfItsLines() {
        Sale redeemed = fresh.plus(List.of(freed("2", 3, "4.00")));
        assertThat(redeemed.redeemable()).extracting(SaleLine::payable).containsExactly(eur("5.00"), eur("6.00"));
        Sale some = redeemed.plus(List.of(paid("2", 3, "2.00")));
        assertThat(some.redeemable()).extracting(SaleLine::payable).containsExactly(eur("5.00"), eur("4.00"));
        Sale paid = redeemed.plus(List.of(paid("2", 3, "7.00")));
        assertThat(paid.redeemable()).extracting(SaleLine::payable).containsExactly(eur("5.00"), eur("0.00"));
    }

    @Test
    void piecesThatComeBackTakeTheirPartOfPriceTaxAndDebt() {
        Sale left = fresh.plus(List.of(paid("2", 3, "4.00"))).without("2", Returned.ofPieces(1));
        assertThat(left.line("2"))
                .contains(new SaleLine("2", "milk", "dairy", "food", 2, eur("6.67"), eur("0.67"), eur("4.00")));
        assertThat(left.line("1")).isEqualTo(fresh.line("1"));
        assertThat(left.payments()).hasSize(1);
    }

    @Test
    void whatIsRefundedIsThePartThatNoWalletPaid() {
        SaleLine milk = fresh.plus(List.of(paid("2", 3, "4.00"))).line("2").orElseThrow();
        assertThat(milk.refund(Returned.ofPieces(1))).isEqualTo(eur("2.00"));
        assertThat(milk.refund(Returned.ofPieces(3))).isEqualTo(eur("6.00"));
        assertThat(milk.refund(Returned.ofPieces(0))).isEqualTo(eur("0.00"));
    }

    @Test
    void aSaleIsEmptyWhenEverythingCameBack() {
        assertThat(fresh.without("2", Returned.ofPieces(3)).isEmpty()).isFalse();
        assertThat(fresh.without("2", Returned.ofPieces(3))
                        .without("1", Returned.ofPieces(1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theRestIsThePurchaseOfWhatIsLeft() {
        Purchase rest = fresh.without("2", Returned.ofPieces(1)).rest(bought).orElseThrow();
        assertThat(rest.key()).isEqualTo(SOLD);
        assertThat(rest.lines())
                .containsExactly(
                        new PurchaseLine("2", "milk", "dairy", "food", 2, eur("6.67"), eur("0.67"), Attributes.NONE),
                        PurchaseLine.of("1", "book", 1, eur("5.00")));
    }

    @Test
    void linesThatCameBackAsAWholeAreNotInTheRest() {
        assertThat(fresh.without("2", Returned.ofPieces(3))
                        .rest(bought)
                        .orElseThrow()
                        .lines())
                .extracting(PurchaseLine::id)
                .containsExactly("1");
        assertThat(fresh.without("2", Returned.ofPieces(3))
                        .without("1", Returned.ofPieces(1))
                        .rest(bought))
                .isEmpty();
    }

    @Test
    void moneyForAProductPaysForItsLinesOnly() {
        SaleLine milk = fresh.line("2").orElseThrow();
        assertThat(milk.isOf(ProductSelection.ALL)).isTrue();
        assertThat(milk.isOf(ProductSelection.ofProducts("milk"))).isTrue();
        assertThat(milk.isOf(ProductSelection.ofTypes("dairy"))).isTrue();
        assertThat(milk.isOf(ProductSelection.ofProducts("book"))).isFalse();
    }

    @Test
    void aPaymentKnowsWhatItPaysForALine() {
        Payment payment = new Payment(
                PAYING,
                "lot",
                "spend",
                "",
                List.of(share("1", 1, "1.00"), share("2", 1, "2.00"), share("1", 1, "0.50")),
                Optional.empty());
        assertThat(payment.on("1", eur("0.00"))).isEqualTo(eur("1.50"));
        assertThat(payment.on("3", eur("0.00"))).isEqualTo(eur("0.00"));
        assertThat(payment.isSpend()).isTrue();
        assertThat(freed("1", 1, "1.00").isSpend()).isFalse();
        assertThat(payment.with(List.of()).lines()).isEmpty();
        assertThat(payment.with(payment.lines())).isEqualTo(payment);
    }

    @Test
    void otherPaymentsTakeThePlaceOfThoseThereWere() {
        Sale paid = sale(line("1", 1, "5.00")).plus(List.of(paid("1", 1, "1.00")));
        assertThat(paid.with(List.of()).payments()).isEmpty();
        assertThat(paid.with(List.of()).payable()).isEqualTo(eur("4.00"));
    }

    private static Payment paid(String line, long pieces, String amount) {
        return new Payment(PAYING, "lot", "spend", "redeem", List.of(share(line, pieces, amount)), Optional.empty());
    }

    private static Payment freed(String line, long pieces, String amount) {
        return new Payment(PAYING, "lot", "", "redeem", List.of(share(line, pieces, amount)), Optional.empty());
    }
}
