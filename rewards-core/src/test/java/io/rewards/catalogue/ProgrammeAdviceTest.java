package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.Product;
import io.rewards.problem.Problem;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DayPeriod;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProgrammeAdviceTest {

    private static final String BASKET = "INCREASE_REVENUE_TRANSACTION_BASED";
    private static final String PRODUCT = "INCREASE_REVENUE_PRODUCT_BASED";

    @Test
    void anOrdinaryProgrammeNeedsNone() {
        assertThat(advice(Programmes.any(1, "A").build())).isEmpty();
    }

    @Test
    void segmentsThatAreAllExcludedAreFound() {
        AwardConditions.Builder conditions = AwardConditions.builder().withSegmentsIncluded(Set.of("VIP", "OLD"));
        assertThat(advice(with(conditions.withSegmentsExcluded(Set.of("VIP"))))).isEmpty();
        assertThat(advice(with(conditions.withSegmentsExcluded(Set.of("VIP", "OLD")))))
                .containsExactly("offers[A].conditions.segmentsExcluded: Nobody can be awarded: all of segmentsIncluded"
                        + " [OLD, VIP] are excluded.");
    }

    @Test
    void productsThatAreAllExceptedAreFoundAlsoByTheirTypesAndByTheSettings() {
        ProductSelection both = ProductSelection.ofProducts("CIGAR", "TEA");
        String found =
                "offers[A].conditions.products: Nothing can be awarded: all that it names (products [CIGAR, TEA])"
                        + " is excepted.";
        assertThat(advice(products(both.butNot(list("CIGAR", ""))))).isEmpty();
        assertThat(advice(products(both.butNot(list("CIGAR", "DRINK"))))).containsExactly(found);
        Programme never = programme(products(both.butNot(list("TEA", ""))));
        assertThat(told(ProgrammeAdvice.of(never))).isEmpty();
        Settings settings = never.settings().withNeverRewarded(list("CIGAR", ""));
        assertThat(told(ProgrammeAdvice.of(
                        never.toBuilder().withSettings(settings).build())))
                .containsExactly(found);
    }

    @Test
    void aPartOfASetThatIsAllExceptedIsFound() {
        Terms set = new Terms.ProductRevenue(ProductSet.of(
                new SetPart(ProductSelection.ofProducts("TEA"), 1),
                new SetPart(ProductSelection.ofProducts("CIGAR").butNot(list("TEA", "")), 1)));
        assertThat(advice(sets(set, ProductSelection.ALL))).isEmpty();
        assertThat(advice(sets(set, ProductSelection.ALL.butNot(list("CIGAR", "")))))
                .containsExactly("offers[A].terms.sets[2].products: Nothing can be awarded: all that it names (products"
                        + " [CIGAR]) is excepted.");
    }

    private static Offer sets(Terms set, ProductSelection conditions) {
        return Offer.builder(1, "A", "CLUB", PRODUCT, set, new Award.FixedAmount(eur("1.00")))
                .withConditions(
                        AwardConditions.builder().withProducts(conditions).build())
                .build();
    }

    @Test
    void aPeriodThatIsOverBeforeTheOfferIsEffectiveIsFound() {
        assertThat(advice(with(AwardConditions.builder().withPeriod(through("2023-12-31")))))
                .isEmpty();
        assertThat(advice(with(AwardConditions.builder().withPeriod(through("2023-12-30")))))
                .containsExactly("offers[A].conditions.period: Nothing can be awarded: the period ends on 2023-12-30,"
                        + " before the offer is effective.");
    }

    @Test
    void aLargestPurchaseBelowOneStepOrBelowTheLeastIsFound() {
        Award.Rate rate = Award.Rate.of(Amount.parse("1 PTS"), eur("10.00"));
        assertThat(advice(basket("0.00", "10.00", rate).build())).isEmpty();
        assertThat(advice(basket("0.00", "9.99", rate).build()))
                .containsExactly(
                        "offers[A].award.rate.per: Nothing can be awarded: the largest purchase (9.99 EUR) is less"
                                + " than one step (10.00 EUR).");
        Award.FixedAmount fixed = new Award.FixedAmount(eur("1.00"));
        assertThat(advice(basket("0.00", "10.00", fixed)
                        .withConditions(least("10.00"))
                        .build()))
                .isEmpty();
        assertThat(advice(basket("0.00", "9.99", fixed)
                        .withConditions(least("10.00"))
                        .build()))
                .containsExactly("offers[A].conditions.minimumPurchase: Nothing can be awarded: the largest purchase"
                        + " (9.99 EUR) is less than the least (10.00 EUR).");
    }

    @Test
    void aPercentageOfAwardsThatNobodyMakesIsFound() {
        Offer past = past(2, "B", Set.of(BASKET));
        String found =
                "offers[B].award: Nothing can be awarded: no other offer makes awards that it takes a percentage of.";
        assertThat(advice(past)).containsExactly(found);
        assertThat(advice(Programmes.any(1, "A").build(), past)).isEmpty();
        assertThat(advice(Programmes.any(1, "A").build(), past(2, "B", Set.of(PRODUCT))))
                .containsExactly(found);
        Offer points = basket("0.00", "10.00", new Award.FixedAmount(Amount.parse("5 PTS")))
                .build();
        assertThat(advice(points, past)).as("another denomination").containsExactly(found);
    }

    @Test
    void offersThatCountEachOtherAreFoundAlsoInACircle() {
        Offer plain = Programmes.any(1, "A").build();
        assertThat(advice(plain, past(2, "B", Set.of()), past(3, "C", Set.of(PRODUCT))))
                .as("B counts C, and C counts nothing")
                .containsExactly("offers[C].award: Nothing can be awarded: no other offer makes awards that it takes a"
                        + " percentage of.");
        assertThat(advice(plain, past(2, "B", Set.of()), past(3, "C", Set.of())))
                .containsExactly(
                        "offers[B].award: It takes a percentage of the awards of offers [C], which take one of its own: each"
                                + " makes the next larger. Name types or schemes.",
                        "offers[C].award: It takes a percentage of the awards of offers [B], which take one of its own: each"
                                + " makes the next larger. Name types or schemes.");
    }

    @Test
    void aDiscountAboveTheLeastPurchaseIsFound() {
        Award.FixedAmount discount = new Award.FixedAmount(eur("10.00"));
        assertThat(advice(instantly(basket("10.00", "50.00", discount)))).isEmpty();
        assertThat(advice(instantly(basket("9.99", "50.00", discount))))
                .containsExactly(
                        "offers[A].award.amount: The discount (10.00 EUR) exceeds the least purchase (9.99 EUR);"
                                + " what does not fit is void.");
        assertThat(advice(instantly(basket("9.99", "50.00", discount).withConditions(least("10.00")))))
                .isEmpty();
        assertThat(advice(basket("9.99", "50.00", discount).build()))
                .as("no discount")
                .isEmpty();
    }

    @Test
    void aCapThatAnotherReachesFirstIsFound() {
        Cap life = Cap.ofAwards(Cap.Of.PARTICIPANT, 3);
        assertThat(advice(capped(life, Cap.ofAwards(Cap.Of.PARTICIPANT, 2).per(CalendarPeriod.DAY))))
                .isEmpty();
        assertThat(advice(capped(life, Cap.ofAwards(Cap.Of.PARTICIPANT, 3).per(CalendarPeriod.DAY))))
                .containsExactly(
                        "offers[A].caps[2]: The cap (3 awards of one participant a day) can never bind: that of (3"
                                + " awards of one participant) is reached first.");
        Cap monthly = Cap.ofAmount(Cap.Of.ALL, eur("100.00")).per(CalendarPeriod.MONTH);
        assertThat(advice(capped(
                        monthly, Cap.ofAmount(Cap.Of.PARTICIPANT, eur("99.99")).per(CalendarPeriod.MONTH))))
                .isEmpty();
        assertThat(advice(capped(
                        monthly, Cap.ofAmount(Cap.Of.PARTICIPANT, eur("100.00")).per(CalendarPeriod.MONTH))))
                .hasSize(1);
        assertThat(advice(
                        capped(monthly, Cap.ofAmount(Cap.Of.ALL, eur("100.00")).per(CalendarPeriod.WEEK))))
                .as("a week can lie in two months")
                .isEmpty();
        assertThat(advice(
                        capped(monthly, Cap.ofAmount(Cap.Of.ALL, eur("100.00")).per(CalendarPeriod.YEAR))))
                .hasSize(1);
        assertThat(advice(capped(monthly, Cap.ofAwards(Cap.Of.ALL, 1)))).isEmpty();
    }

    private static Offer capped(Cap... caps) {
        return Programmes.any(1, "A").withCaps(List.of(caps)).build();
    }

    private static Offer instantly(Offer.Builder offer) {
        return offer.withSpendMethod(SpendMethod.SPEND_INSTANTLY).build();
    }

    private static Offer.Builder basket(String from, String to, Award award) {
        return Offer.builder(
                        1, "A", "CLUB", BASKET, new Terms.TransactionRevenue(eur(from), Optional.of(eur(to))), award)
                .withEffectiveSince(Programmes.START);
    }

    private static Offer past(long number, String code, Set<String> types) {
        return Offer.builder(
                        number,
                        code,
                        "CLUB",
                        BASKET,
                        new Terms.TransactionRevenue(eur("0.00"), Optional.empty()),
                        new Award.PercentageOfAwarded(
                                Percentage.of("10"), new TimeSpan(1, SpanUnit.MONTHS), types, Set.of(), Programmes.EUR))
                .withEffectiveSince(Programmes.START)
                .build();
    }

    private static Offer with(AwardConditions.Builder conditions) {
        return Programmes.any(1, "A").withConditions(conditions.build()).build();
    }

    private static Offer products(ProductSelection products) {
        return with(AwardConditions.builder().withProducts(products));
    }

    private static AwardConditions least(String amount) {
        return AwardConditions.builder().withMinimumPurchase(eur(amount)).build();
    }

    private static DayPeriod through(String day) {
        return new DayPeriod(LocalDate.MIN, LocalDate.parse(day));
    }

    private static ProductList list(String product, String type) {
        return new ProductList(Set.of(product), type.isEmpty() ? Set.of() : Set.of(type), Set.of());
    }

    private static Programme programme(Offer... offers) {
        return Programmes.with(offers).toBuilder()
                .withProducts(List.of(
                        new Product("CIGAR", "Cigar", "TOBACCO", Attributes.NONE),
                        new Product("TEA", "Tea", "DRINK", Attributes.NONE)))
                .build();
    }

    private static List<String> advice(Offer... offers) {
        return told(ProgrammeAdvice.of(programme(offers)));
    }

    private static List<String> told(List<Problem> advice) {
        return advice.stream().map(Problem::toString).toList();
    }
}
