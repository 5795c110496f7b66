package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.declines;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendWish;
import io.rewards.participant.Profile;
import io.rewards.problem.InvalidInputException;
import io.rewards.time.WeeklyTimes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything but lines whose attributes have some values. Domain 3.5. */
class ExceptedLinesTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final ProductList FOR_ADULTS = ProductList.ofLines("ageLimit", "16", "18");
    private static final String DAY = "2024-03-05";

    private static Programme programme(Settings settings, Offer... offers) {
        return Shop.programme(settings, offers).toBuilder()
                .withAttributes(List.of(
                        new AttributeDeclaration(AttributeOwner.LINE, "ageLimit", AttributeType.WHOLE_NUMBER),
                        new AttributeDeclaration(AttributeOwner.LINE, "deposit", AttributeType.AMOUNT),
                        new AttributeDeclaration(AttributeOwner.EVENT, "ageLimit", AttributeType.TEXT)))
                .build();
    }

    private static Shop shop(Offer... offers) {
        return Shop.of(programme(Shop.settings(), offers), Profile.EMPTY);
    }

    private static PurchaseLine from(long age, String id, String total) {
        Attributes attributes = new Attributes(Map.of("ageLimit", new AttributeValue.WholeNumber(age)));
        return new PurchaseLine(id, "bottle", "", "", 1, eur(total), eur("0.00"), attributes);
    }

    private static PurchaseLine plain(String total) {
        return Shop.line("bread", 1, total);
    }

    private static Offer tenPercentBut(ProductList except) {
        return offer("A", ANY, percent("10"))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ALL.butNot(except))
                        .build())
                .build();
    }

    @Test
    void linesWithOneOfTheValuesDoNotCount() {
        Shop shop = shop(tenPercentBut(FOR_ADULTS));
        Outcome outcome =
                shop.buy(DAY, plain("12.00"), from(16, "a", "4.00"), from(18, "b", "8.00"), from(17, "c", "1.00"));
        assertThat(award(outcome, "A")).isEqualTo("1.30 EUR");
    }

    @Test
    void whoBuysNothingElseIsToldSo() {
        Outcome outcome = shop(tenPercentBut(FOR_ADULTS)).buy(DAY, from(18, "a", "8.00"));
        assertThat(declines(outcome, "A")).singleElement().satisfies(decline -> {
            assertThat(decline.reason()).isEqualTo(DeclineReason.PRODUCTS_EXCLUDED);
            assertThat(decline.sentence())
                    .isEqualTo("Nothing of the purchase counts; it has [bottle], and excepted are lines with ageLimit"
                            + " [16, 18].");
        });
    }

    @Test
    void amountsAreComparedWithTheirDenomination() {
        Shop shop = shop(tenPercentBut(ProductList.ofLines("deposit", "0.25 EUR")));
        for (String deposit : List.of("0.24", "0.25", "0.26")) {
            PurchaseLine line = new PurchaseLine(
                    "a",
                    "bottle",
                    "",
                    "",
                    1,
                    eur("8.00"),
                    eur("0.00"),
                    new Attributes(Map.of("deposit", new AttributeValue.Money(eur(deposit)))));
            assertThat(award(shop.buy(DAY, line), "A")).isEqualTo(deposit.equals("0.25") ? "none" : "0.80 EUR");
        }
    }

    @Test
    void whatIsNeverRewardedHoldsForEveryOffer() {
        Settings settings = Shop.settings().withNeverRewarded(FOR_ADULTS);
        Offer pieces = offer("B", new Terms.CountLoyalty(1, Shop.days(30)), fixed("1.00"))
                .build();
        Shop shop = Shop.of(programme(settings, tenPercentBut(ProductList.NONE), pieces), Profile.EMPTY);
        Outcome outcome = shop.buy(DAY, from(18, "a", "8.00"));
        assertThat(Shop.reasons(outcome, "A")).containsExactly(DeclineReason.PRODUCTS_EXCLUDED);
        assertThat(Shop.reasons(outcome, "B")).containsExactly(DeclineReason.PRODUCTS_EXCLUDED);
        assertThat(award(shop.buy(DAY, from(18, "a", "8.00"), plain("2.00")), "A"))
                .isEqualTo("0.20 EUR");
    }

    @Test
    void noWalletPaysForWhatIsNeverPaid() {
        Purse purse = Purse.of(programme(Shop.settings().withNeverPaid(FOR_ADULTS)));
        purse.topUp("2024-03-01", "20.00");
        Outcome bought = purse.buy(DAY, from(18, "a", "8.00"), plain("3.00"));
        assertThat(purse.spend(DAY, bought, SpendWish.ALL).spend().orElseThrow().actual())
                .isEqualTo(eur("3.00"));
        purse.hold(DAY, "9.00", "2024-03-06", from(18, "a", "8.00"), plain("3.00"));
        assertThat(held(purse)).isEqualTo(eur("3.00"));
    }

    private static Amount held(Purse purse) {
        return purse.account().wallet().holds().values().iterator().next().parts().stream()
                .map(part -> part.amount())
                .reduce(eur("0.00"), Amount::plus);
    }

    @Test
    void moneyUnderConditionsDoesNotPayForWhatTheseExcept() {
        SpendConditions conditions =
                new SpendConditions(ProductSelection.ALL.butNot(FOR_ADULTS), WeeklyTimes.ALWAYS, Set.of(), Set.of());
        Offer ten =
                offer("A", ANY, fixed("10.00")).withSpendConditions(conditions).build();
        Purse purse = Purse.of(programme(Shop.settings(), ten));
        purse.buy("2024-03-01", "1.00");
        Outcome bought = purse.buy(DAY, from(18, "a", "8.00"), from(17, "b", "3.00"));
        assertThat(purse.spend(DAY, bought, SpendWish.ALL).spend().orElseThrow().actual())
                .isEqualTo(eur("3.00"));
    }

    @Test
    void aDiscountIsNotForWhatItsMoneyExcepts() {
        Offer off = offer("A", ANY, fixed("2.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        Settings settings = Shop.settings().withNeverPaid(FOR_ADULTS);
        Outcome outcome =
                Shop.of(programme(settings, off), Profile.EMPTY).buy(DAY, from(18, "a", "8.00"), plain("1.50"));
        assertThat(outcome.instantSpends().get(0).amount()).isEqualTo(eur("1.50"));
    }

    @Test
    void exceptedLinesThatComeBackTakeNothingAlong() {
        Purse purse = Purse.of(programme(Shop.settings(), tenPercentBut(FOR_ADULTS)));
        Outcome bought = purse.buy(DAY, plain("12.00"), from(18, "a", "8.00"));
        assertThat(purse.giveBack(DAY, bought, "a", 1).returned().orElseThrow().reclaimed())
                .isEmpty();
        assertThat(purse.giveBack(DAY, bought, "bread", 1)
                        .returned()
                        .orElseThrow()
                        .reclaimed())
                .hasSize(1);
    }

    @Test
    void onlyDeclaredAttributesOfLinesAndTheirValuesAreTaken() {
        assertThatThrownBy(() -> shop(tenPercentBut(ProductList.ofLines("organic", "yes"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("offers[A].conditions.products.except.attributes.organic: The attribute"
                        + " (line.organic) is not declared in attributes.");
        assertThatThrownBy(() -> shop(tenPercentBut(ProductList.ofLines("ageLimit", "018"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The value (018) of attribute (line.ageLimit) is not of its type WHOLE_NUMBER,"
                        + " written such as 18.");
        assertThatThrownBy(() -> ProductList.ofLines("ageLimit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The attribute (ageLimit) of lines must have at least one value.");
    }
}
