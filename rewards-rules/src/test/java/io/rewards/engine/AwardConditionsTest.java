package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.reasons;
import static io.rewards.engine.Shop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AttributeCondition.Operator;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.EventHeader;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.participant.Address;
import io.rewards.participant.Profile;
import io.rewards.problem.Problem;
import io.rewards.time.DayPeriod;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions that all offers share. Domain 3.5. */
class AwardConditionsTest {

    private static final String NOON = "2024-03-05T12:00";

    @Test
    void anyListedBrandOrTypeOfPaymentMediumMatches() {
        Shop shop = Shop.with(any(
                AwardConditions.builder().withPaymentMedia(new PaymentMedia(Set.of("VISA"), Set.of("DEBIT_CARD")))));
        assertThat(award(pay(shop, "VISA", "CREDIT_CARD"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(pay(shop, "AMEX", "DEBIT_CARD"), "A")).isEqualTo("1.00 EUR");
        assertThat(reasons(pay(shop, "AMEX", "CREDIT_CARD"), "A"))
                .containsExactly(DeclineReason.PAYMENT_MEDIUM_NOT_LISTED);
        assertThat(reasons(shop.buy(NOON, "10.00"), "A")).containsExactly(DeclineReason.PAYMENT_MEDIUM_NOT_LISTED);
    }

    @Test
    void anyListedPlaceInAnActiveAddressMatches() {
        Offer offer = any(AwardConditions.builder()
                .withLocations(new Locations(Set.of("Strovolos"), Set.of("Nicosia"), Set.of("North"))));
        assertThat(award(living(offer, Address.of(true, "CY", "Nicosia", "", "")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(award(living(offer, Address.of(true, "CY", "", "Strovolos", "")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(award(living(offer, Address.of(true, "CY", "", "", "North")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(living(offer, Address.of(false, "CY", "Nicosia", "", "")), "A"))
                .containsExactly(DeclineReason.LOCATION_NOT_LISTED);
        assertThat(reasons(living(offer, Address.of(true, "CY", "Paphos", "", "")), "A"))
                .containsExactly(DeclineReason.LOCATION_NOT_LISTED);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-08T12:00:00, 1.00 EUR", "2024-03-08T11:59:59, 1.00 EUR", "2024-03-08T12:00:00.000000001, none"
    })
    void anEventMayWaitThreeDaysToTheNanosecond(String received, String award) {
        Shop shop = Shop.with(any(AwardConditions.builder().withMaximumUnprocessed(Shop.days(3))));
        Purchase purchase = shop.purchase(NOON, thing("10.00"));
        Outcome outcome =
                shop.engine.evaluate(purchase.withHeader(purchase.header().receivedOn(Shop.at(received))));
        assertThat(award(outcome, "A")).isEqualTo(award);
        if (award.equals("none")) {
            assertThat(reasons(outcome, "A")).containsExactly(DeclineReason.EXPIRED_UNPROCESSED);
            assertThat(outcome.isRecorded()).isTrue();
        }
    }

    @Test
    void minutesAndHoursMayLimitTheWaitToo() {
        Shop shop =
                Shop.with(any(AwardConditions.builder().withMaximumUnprocessed(new TimeSpan(90, SpanUnit.MINUTES))));
        Purchase purchase = shop.purchase(NOON, thing("10.00"));
        assertThat(reasons(
                        shop.engine.evaluate(
                                purchase.withHeader(purchase.header().receivedOn(Shop.at("2024-03-05T13:30:01")))),
                        "A"))
                .containsExactly(DeclineReason.EXPIRED_UNPROCESSED);
    }

    @Test
    void oneIncludedSegmentIsEnoughAndExclusionBeatsInclusion() {
        Offer offer = any(AwardConditions.builder()
                .withSegmentsIncluded(Set.of("VIP", "STUDENT"))
                .withSegmentsExcluded(Set.of("DEBTOR")));
        assertThat(award(inSegments(offer, "VIP"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(inSegments(offer, "STUDENT", "VIP"), "A")).isEqualTo("1.00 EUR");
        assertThat(reasons(inSegments(offer), "A")).containsExactly(DeclineReason.NOT_IN_SEGMENT);
        assertThat(reasons(inSegments(offer, "VIP", "DEBTOR"), "A")).containsExactly(DeclineReason.IN_EXCLUDED_SEGMENT);
        assertThat(reasons(inSegments(offer, "DEBTOR"), "A"))
                .containsExactly(DeclineReason.NOT_IN_SEGMENT, DeclineReason.IN_EXCLUDED_SEGMENT);
    }

    @Test
    void aSegmentOfTransactionsHoldsThoseWhoOwnOne() {
        Offer first = any(AwardConditions.builder());
        Offer awarded = offer("B", terms(), fixed("2.00"))
                .withConditions(AwardConditions.builder()
                        .withSegmentsIncluded(Set.of("AWARDED"))
                        .build())
                .build();
        Offer neverSpent = offer("C", terms(), fixed("3.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .withConditions(AwardConditions.builder()
                        .withSegmentsExcluded(Set.of("SPENT"))
                        .build())
                .build();
        Shop shop = Shop.with(first, awarded, neverSpent);
        Outcome one = shop.buy(NOON, "10.00");
        assertThat(reasons(one, "B")).containsExactly(DeclineReason.NOT_IN_SEGMENT);
        assertThat(award(one, "C")).isEqualTo("3.00 EUR");
        Outcome two = shop.buy(NOON, "10.00");
        assertThat(award(two, "B")).isEqualTo("2.00 EUR");
        assertThat(reasons(two, "C")).containsExactly(DeclineReason.IN_EXCLUDED_SEGMENT);
    }

    @Test
    void aUnitIsListedByItselfOrByAGroupAtAnyDepth() {
        assertThat(award(at(Set.of("U1"), Set.of(), "U1"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(at(Set.of("U1"), Set.of(), "U2"), "A")).isEqualTo("none");
        assertThat(award(at(Set.of(), Set.of("CYPRUS"), "U1"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(at(Set.of(), Set.of("CYPRUS"), "U2"), "A")).isEqualTo("1.00 EUR");
        assertThat(award(at(Set.of(), Set.of("NICOSIA"), "U2"), "A")).isEqualTo("none");
        assertThat(award(at(Set.of("LONDON"), Set.of("NICOSIA"), "LONDON"), "A"))
                .isEqualTo("1.00 EUR");
    }

    @Test
    void anotherUnitIsExplained() {
        Shop shop = Shop.with(any(AwardConditions.builder().withUnits(Set.of("U2"))));
        assertThat(shop.engine
                        .explain(shop.purchase(NOON, thing("1.00")), "A")
                        .verdict()
                        .orElseThrow()
                        .toString())
                .contains("UNIT_NOT_LISTED")
                .contains("The unit U1 is not among units [U2].");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59, none, BEFORE_PERIOD",
        "2024-03-01T00:00, 1.00 EUR, ",
        "2024-03-31T23:59:59.999, 1.00 EUR, ",
        "2024-04-01T00:00, none, AFTER_PERIOD"
    })
    void thePeriodHasBothDaysInside(String time, String award, DeclineReason reason) {
        Shop shop = Shop.with(any(AwardConditions.builder()
                .withPeriod(new DayPeriod(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)))));
        Outcome outcome = shop.buy(time, "10.00");
        assertThat(award(outcome, "A")).isEqualTo(award);
        assertThat(reasons(outcome, "A")).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void theTierMustBeInTheSet() {
        Offer offer = any(AwardConditions.builder().withTiers(Set.of("GOLD")));
        assertThat(award(Shop.with(Profile.EMPTY.withTier("GOLD"), offer).buy(NOON, "10.00"), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(Shop.with(Profile.EMPTY.withTier("SILVER"), offer).buy(NOON, "10.00"), "A"))
                .containsExactly(DeclineReason.TIER_NOT_LISTED);
        assertThat(reasons(Shop.with(offer).buy(NOON, "10.00"), "A")).containsExactly(DeclineReason.TIER_NOT_LISTED);
    }

    @Test
    void anOfferEvaluatedInRunsAwardsNothingAtOnce() {
        Offer batch = offer("A", new Terms.CountLoyalty(1, Shop.days(1)), fixed("1.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        Outcome outcome = Shop.with(batch).buy(NOON, "10.00");
        assertThat(reasons(outcome, "A")).containsExactly(DeclineReason.EVALUATED_IN_RUNS);
        assertThat(outcome.progress()).isEmpty();
    }

    @Test
    void attributesOfTheEventTheParticipantAndTheOfferMustMatch() {
        AttributeDeclaration channel = new AttributeDeclaration(AttributeOwner.EVENT, "channel", AttributeType.TEXT);
        AttributeDeclaration children =
                new AttributeDeclaration(AttributeOwner.PARTICIPANT, "children", AttributeType.WHOLE_NUMBER);
        AttributeDeclaration deposit = new AttributeDeclaration(AttributeOwner.EVENT, "deposit", AttributeType.AMOUNT);
        Offer offer = any(AwardConditions.builder()
                .withAttributes(List.of(
                        new AttributeCondition(
                                channel,
                                Operator.IS,
                                List.of(new AttributeValue.Text("WEB"), new AttributeValue.Text("APP"))),
                        new AttributeCondition(children, Operator.AT_LEAST, List.of(new AttributeValue.WholeNumber(2))),
                        new AttributeCondition(
                                deposit, Operator.AT_MOST, List.of(new AttributeValue.Money(eur("5.00")))))));
        Shop shop = shopWith(
                offer,
                Profile.EMPTY.withAttributes(new Attributes(Map.of("children", new AttributeValue.WholeNumber(2)))),
                channel,
                children,
                deposit);
        assertThat(award(shop.engine.evaluate(carrying(shop, "APP", "5.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(shop.engine.evaluate(carrying(shop, "APP", "5.01")), "A"))
                .containsExactly(DeclineReason.ATTRIBUTES_DIFFER);
        assertThat(shop.engine
                        .explain(carrying(shop, "SHOP", "5.00"), "A")
                        .verdict()
                        .orElseThrow()
                        .toString())
                .contains("event.channel is WEB, APP");
        assertThat(reasons(shop.buy(NOON, "10.00"), "A")).containsExactly(DeclineReason.ATTRIBUTES_DIFFER);
    }

    @Test
    void anAmountMatchesNoneOfAnotherDenomination() {
        AttributeDeclaration deposit = new AttributeDeclaration(AttributeOwner.EVENT, "deposit", AttributeType.AMOUNT);
        for (Operator operator : Operator.values()) {
            Shop shop = shopWith(
                    any(AwardConditions.builder()
                            .withAttributes(List.of(new AttributeCondition(
                                    deposit, operator, List.of(new AttributeValue.Money(eur("5.00"))))))),
                    Profile.EMPTY,
                    deposit);
            assertThat(award(shop.engine.evaluate(depositing(shop, eur("5.00"))), "A"))
                    .isEqualTo("1.00 EUR");
            assertThat(reasons(shop.engine.evaluate(depositing(shop, new Amount(Shop.PTS, 500))), "A"))
                    .containsExactly(DeclineReason.ATTRIBUTES_DIFFER);
        }
    }

    @Test
    void anAmountInADenominationThatTheProgrammeLacksIsRefused() {
        AttributeDeclaration deposit = new AttributeDeclaration(AttributeOwner.EVENT, "deposit", AttributeType.AMOUNT);
        Shop shop = shopWith(any(AwardConditions.builder()), Profile.EMPTY, deposit);
        Outcome outcome = shop.engine.evaluate(depositing(shop, new Amount(new Denomination("BGN", 2), 500)));
        assertThat(outcome.problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("attributes.deposit", "The amount (5.00 BGN) must be in the currency of the programme");
    }

    private static Purchase depositing(Shop shop, Amount deposit) {
        Purchase purchase = shop.purchase(NOON, thing("10.00"));
        return purchase.withHeader(
                purchase.header().with(new Attributes(Map.of("deposit", new AttributeValue.Money(deposit)))));
    }

    @Test
    void attributesOfLinesChooseTheLinesThatCount() {
        AttributeDeclaration organic = new AttributeDeclaration(AttributeOwner.LINE, "organic", AttributeType.TEXT);
        Offer offer = offer("A", new Terms.TransactionRevenue(eur("5.00"), Optional.empty()), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withAttributes(List.of(
                                new AttributeCondition(organic, Operator.IS, List.of(new AttributeValue.Text("yes")))))
                        .build())
                .build();
        Shop shop = shopWith(offer, Profile.EMPTY, organic);
        assertThat(award(shop.buy(NOON, organic("1", "yes", "5.00"), organic("2", "no", "9.00")), "A"))
                .isEqualTo("1.00 EUR");
        assertThat(reasons(shop.buy(NOON, organic("1", "yes", "4.99"), organic("2", "no", "9.00")), "A"))
                .containsExactly(DeclineReason.BELOW_MINIMUM);
        assertThat(reasons(shop.buy(NOON, organic("1", "no", "9.00")), "A"))
                .contains(DeclineReason.PRODUCTS_NOT_BOUGHT);
    }

    private static Shop shopWith(Offer offer, Profile profile, AttributeDeclaration... attributes) {
        Programme plain = Shop.programme(Shop.settings(), offer);
        return Shop.of(plain.toBuilder().withAttributes(List.of(attributes)).build(), profile);
    }

    private static Purchase carrying(Shop shop, String channel, String deposit) {
        Purchase purchase = shop.purchase(NOON, thing("10.00"));
        EventHeader header = purchase.header()
                .with(new Attributes(Map.of(
                        "channel",
                        new AttributeValue.Text(channel),
                        "deposit",
                        new AttributeValue.Money(eur(deposit)))));
        return purchase.withHeader(header);
    }

    private static PurchaseLine organic(String id, String value, String total) {
        return new PurchaseLine(
                id,
                "apple",
                "",
                "",
                1,
                eur(total),
                eur("0.00"),
                new Attributes(Map.of("organic", new AttributeValue.Text(value))));
    }

    private static Outcome pay(Shop shop, String brand, String type) {
        return shop.engine.evaluate(shop.purchase(NOON, thing("10.00")).paidWith(new PaymentMedium(brand, type)));
    }

    private static Outcome living(Offer offer, Address address) {
        return Shop.with(Profile.EMPTY.withAddresses(List.of(address)), offer).buy(NOON, "10.00");
    }

    private static Outcome inSegments(Offer offer, String... segments) {
        return Shop.with(Profile.EMPTY.withSegments(Set.of(segments)), offer).buy(NOON, "10.00");
    }

    private static Outcome at(Set<String> units, Set<String> groups, String unit) {
        Shop shop = Shop.with(any(AwardConditions.builder().withUnits(units).withGroups(groups)));
        return shop.engine.evaluate(Shop.at(shop.purchase(NOON, thing("10.00")), unit));
    }

    private static Offer any(AwardConditions.Builder conditions) {
        return offer("A", terms(), fixed("1.00"))
                .withConditions(conditions.build())
                .build();
    }

    private static Terms terms() {
        return new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    }
}
