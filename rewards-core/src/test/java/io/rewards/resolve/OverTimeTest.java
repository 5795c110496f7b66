package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.JournalPlace;
import io.rewards.organisation.Product;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of an award that counted purchases over time when goods of one of them come back. */
class OverTimeTest {

    private static final TimeSpan THIRTY_DAYS = new TimeSpan(30, SpanUnit.DAYS);
    private static final Instant DAY = Instant.parse("2024-03-01T10:00:00Z");

    /** Thirty days later; clocks have gone forward that morning. */
    private static final Instant SUMMER = Instant.parse("2024-03-31T09:00:00Z");

    private final Offer spend = offer(new Terms.SpendLoyalty(eur("100.00"), THIRTY_DAYS), fixed("10.00"));
    private final Offer count = offer(new Terms.CountLoyalty(3, THIRTY_DAYS), fixed("9.00"));
    private final Offer quantity = offer(new Terms.QuantityLoyalty(10, THIRTY_DAYS), fixed("4.00"));

    @Test
    void keepingTheDealShrinksTheAwardInProportion() {
        Lot lot = lot("10.00", ReturnPolicy.KEEP_THE_DEAL, on(1, 6000), on(2, 4000));
        assertThat(after(spend, lot, List.of(on(1, 6000), on(2, 1000)), on(3, 9000)))
                .isEqualTo(new OverTime.Rest(
                        eur("7.00"), eur("7.00"), List.of(on(1, 6000), on(2, 1000)), List.of(on(3, 9000))));
    }

    @Test
    void keepingTheDealOfNothingIsNothing() {
        Lot lot = lot("10.00", ReturnPolicy.KEEP_THE_DEAL, on(1, 6000), on(2, 4000));
        assertThat(after(spend, lot, List.of())).isEqualTo(rest("0.00", List.of(), List.of()));
        assertThat(after(spend, lot, List.of(on(1, 0)))).isEqualTo(rest("0.00", List.of(on(1, 0)), List.of()));
    }

    @Test
    void purchasesThatCountedNothingTakeNothingAlong() {
        Lot lot = lot("10.00", ReturnPolicy.KEEP_THE_DEAL, on(1, 0), on(2, 0));
        assertThat(after(spend, lot, List.of(on(1, 0)))).isEqualTo(rest("10.00", List.of(on(1, 0)), List.of()));
    }

    @Test
    void whatWasWishedOfAnAwardThatWasCutShrinksAsWhatStands() {
        Lot lot = lot("5.00", "10.00", ReturnPolicy.KEEP_THE_DEAL, on(1, 6000), on(2, 4000));
        assertThat(after(spend, lot, List.of(on(1, 6000))))
                .isEqualTo(new OverTime.Rest(eur("3.00"), eur("6.00"), List.of(on(1, 6000)), List.of()));
    }

    @Test
    void anOfferThatIsGoneOrGrantsSomethingElseNowKeepsTheDeal() {
        Lot lot = lot("10.00", ReturnPolicy.RE_EVALUATE, on(1, 6000), on(2, 4000));
        OverTime.Rest kept = rest("6.00", List.of(on(1, 6000)), List.of());
        assertThat(OverTime.of(Catalogue.of(Programmes.with()), lot, List.of(on(1, 6000)))
                        .after(List.of()))
                .isEqualTo(kept);
        Offer changed = offer(spend.terms(), fixed("11.00"));
        assertThat(after(changed, lot, List.of(on(1, 6000)))).isEqualTo(kept);
        Offer noMore = offer(new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), spend.award());
        assertThat(after(noMore, lot, List.of(on(1, 6000)))).isEqualTo(kept);
    }

    @Test
    void theTargetIsStillReachedOrOneCentShort() {
        Lot lot = lot("10.00", ReturnPolicy.RE_EVALUATE, on(1, 6000), on(2, 5000));
        assertThat(after(spend, lot, List.of(on(1, 6000), on(2, 4000))))
                .isEqualTo(rest("10.00", List.of(on(1, 6000), on(2, 4000)), List.of()));
        assertThat(after(spend, lot, List.of(on(1, 6000), on(2, 3999))))
                .isEqualTo(rest("0.00", List.of(), List.of(on(1, 6000), on(2, 3999))));
    }

    @Test
    void unusedPurchasesTakeThePlaceOldestFirstAndWhole() {
        Lot lot = lot("10.00", ReturnPolicy.RE_EVALUATE, on(1, 6000), on(2, 4000));
        assertThat(after(spend, lot, List.of(on(1, 6000)), on(5, 3000), on(4, 3000), on(3, 3000)))
                .isEqualTo(rest("10.00", List.of(on(1, 6000), on(3, 3000), on(4, 3000)), List.of(on(5, 3000))));
    }

    @Test
    void onlyPurchasesWithinTheWindowOfTheFirstTakeThePlace() {
        Lot lot = lot("10.00", ReturnPolicy.RE_EVALUATE, on(1, 6000), on(2, 4000));
        Counted atEnd = new Counted(EventKey.of("E31"), SUMMER, 4000);
        Counted beforeEnd = new Counted(EventKey.of("E30"), atEnd.performedOn().minusNanos(1), 4000);
        Counted atStart = new Counted(EventKey.of("E99"), on(1, 1).performedOn(), 4000);
        Counted beforeStart =
                new Counted(EventKey.of("E0"), on(1, 1).performedOn().minusNanos(1), 4000);
        assertThat(after(spend, lot, List.of(on(1, 6000)), beforeEnd).standing())
                .isEqualTo(eur("10.00"));
        assertThat(after(spend, lot, List.of(on(1, 6000)), atStart).standing()).isEqualTo(eur("10.00"));
        assertThat(after(spend, lot, List.of(on(1, 6000)), atEnd, beforeStart))
                .isEqualTo(rest("0.00", List.of(), List.of(beforeStart, on(1, 6000), atEnd)));
    }

    @Test
    void whereAllCameBackNothingTakesThePlace() {
        Lot lot = lot("10.00", ReturnPolicy.RE_EVALUATE, on(1, 10000));
        assertThat(after(spend, lot, List.of(), on(2, 10000)))
                .isEqualTo(rest("0.00", List.of(), List.of(on(2, 10000))));
    }

    @Test
    void purchasesAreCountedOneByOne() {
        Lot lot = lot("9.00", ReturnPolicy.RE_EVALUATE, on(1, 1), on(2, 1), on(3, 1));
        assertThat(after(count, lot, List.of(on(1, 1), on(3, 1)), on(4, 1), on(5, 1)))
                .isEqualTo(rest("9.00", List.of(on(1, 1), on(3, 1), on(4, 1)), List.of(on(5, 1))));
        assertThat(after(count, lot, List.of(on(1, 1), on(3, 1))))
                .isEqualTo(rest("0.00", List.of(), List.of(on(1, 1), on(3, 1))));
    }

    @Test
    void piecesAreTakenFromUnusedPurchasesOnlyAsFarAsNeeded() {
        Lot lot = lot("4.00", ReturnPolicy.RE_EVALUATE, on(1, 6), on(2, 4));
        assertThat(after(quantity, lot, List.of(on(1, 6)), on(3, 7)))
                .isEqualTo(rest("4.00", List.of(on(1, 6), on(3, 4)), List.of(on(3, 3))));
        assertThat(after(quantity, lot, List.of(on(1, 6)), on(3, 4)))
                .isEqualTo(rest("4.00", List.of(on(1, 6), on(3, 4)), List.of()));
        assertThat(after(quantity, lot, List.of(on(1, 6)), on(3, 3)))
                .isEqualTo(rest("0.00", List.of(), List.of(on(1, 6), on(3, 3))));
    }

    @Test
    void piecesOfTheSamePurchaseComeTogetherAgain() {
        Lot lot = lot("4.00", ReturnPolicy.RE_EVALUATE, on(1, 6), on(2, 4));
        assertThat(after(quantity, lot, List.of(on(1, 6), on(2, 2)), on(2, 3)))
                .isEqualTo(rest("4.00", List.of(on(1, 6), on(2, 4)), List.of(on(2, 1))));
    }

    @Test
    void severalTargetsAreReachedAsOftenAsThePiecesLast() {
        Lot lot = lot("12.00", ReturnPolicy.RE_EVALUATE, on(1, 16), on(2, 14));
        assertThat(after(quantity, lot, List.of(on(1, 16), on(2, 13))))
                .isEqualTo(rest("8.00", List.of(on(1, 16), on(2, 4)), List.of(on(2, 9))));
        assertThat(after(quantity, lot, List.of(on(1, 16), on(2, 4))))
                .isEqualTo(rest("8.00", List.of(on(1, 16), on(2, 4)), List.of()));
        assertThat(after(quantity, lot, List.of(on(1, 12), on(2, 3))))
                .isEqualTo(rest("4.00", List.of(on(1, 10)), List.of(on(1, 2), on(2, 3))));
    }

    @Test
    void piecesBeyondTheTargetComeFromTheLatestPurchase() {
        Lot lot = lot("8.00", ReturnPolicy.RE_EVALUATE, on(1, 6), on(9, 14));
        assertThat(after(quantity, lot, List.of(on(1, 6), on(9, 8)), on(3, 1)))
                .isEqualTo(rest("4.00", List.of(on(1, 6), on(3, 1), on(9, 3)), List.of(on(9, 5))));
    }

    @Test
    void aPercentageBelowTheTargetOfTodayKeepsTheDeal() {
        Offer share = offer(spend.terms(), new Award.PercentageOfPurchase(Percentage.of("10")));
        Lot lot = lot("5.00", ReturnPolicy.RE_EVALUATE, on(1, 2500), on(2, 2500));
        assertThat(after(share, lot, List.of(on(1, 2500)))).isEqualTo(rest("2.50", List.of(on(1, 2500)), List.of()));
    }

    @Test
    void anAwardNeverGrowsBeyondWhatStands() {
        Lot lot = lot("3.00", "4.00", ReturnPolicy.RE_EVALUATE, on(1, 6), on(2, 4));
        assertThat(after(quantity, lot, List.of(on(1, 6)), on(3, 4)))
                .isEqualTo(new OverTime.Rest(eur("3.00"), eur("4.00"), List.of(on(1, 6), on(3, 4)), List.of()));
    }

    @Test
    void aPercentageIsGrantedForTheNewSum() {
        Offer share = offer(spend.terms(), new Award.PercentageOfPurchase(Percentage.of("10")));
        Lot lot = lot("12.00", ReturnPolicy.RE_EVALUATE, on(1, 6000), on(2, 6000));
        assertThat(after(share, lot, List.of(on(1, 6000), on(2, 4005))))
                .isEqualTo(rest("10.01", List.of(on(1, 6000), on(2, 4005)), List.of()));
        assertThat(after(share, lot, List.of(on(1, 6000), on(2, 3999))).standing())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void aShareOfPastAwardsIsGrantedForAsManyTargets() {
        Award past = new Award.PercentageOfAwarded(
                Percentage.of("10"), new TimeSpan(1, SpanUnit.YEARS), Set.of(), Set.of(), Programmes.EUR);
        Offer share = offer(quantity.terms(), past);
        Dependence.OnShare of =
                new Dependence.OnShare(eur("25.00"), DAY, Set.of(), Set.of(), new JournalPlace("ANNA", 3));
        Lot lot = ofPast(of, lot("5.00", ReturnPolicy.RE_EVALUATE, on(1, 10), on(2, 10)));
        assertThat(after(share, lot, List.of(on(1, 10), on(2, 9))))
                .isEqualTo(rest("2.50", List.of(on(1, 10)), List.of(on(2, 9))));
        assertThat(after(share, lot, List.of(on(1, 9))).standing()).isEqualTo(eur("0.00"));
        Lot small = lot("5.00", ReturnPolicy.RE_EVALUATE, on(1, 9));
        assertThat(after(share, small, List.of(on(1, 3)))).isEqualTo(rest("1.67", List.of(on(1, 3)), List.of()));
    }

    private static Lot ofPast(Dependence of, Lot lot) {
        return lot.with(lot.provenance().with(of));
    }

    private static OverTime.Rest after(Offer offer, Lot lot, List<Counted> left, Counted... open) {
        Programme programme = Programmes.with(offer).toBuilder()
                .withProducts(List.of(new Product("MILK", "Milk", "", Attributes.NONE)))
                .build();
        return OverTime.of(Catalogue.of(programme), lot, left).after(List.of(open));
    }

    /** An award that was wished as it is. */
    private static OverTime.Rest rest(String standing, List<Counted> sources, List<Counted> open) {
        return new OverTime.Rest(eur(standing), eur(standing), sources, open);
    }

    private static Lot lot(String awarded, ReturnPolicy policy, Counted... sources) {
        return lot(awarded, awarded, policy, sources);
    }

    private static Lot lot(String awarded, String wished, ReturnPolicy policy, Counted... sources) {
        Amount amount = eur(awarded);
        Provenance provenance = new Provenance(
                EventKey.of("E2"),
                "A",
                "TYPE",
                "CLUB",
                "RULE",
                "pack",
                eur(wished),
                List.of(),
                List.of(),
                policy,
                false,
                List.of(sources),
                List.of(),
                Dependence.NONE,
                List.of());
        return Lot.of("E2#A", AccountKind.COMMERCE, amount, LotDates.from(DAY), provenance);
    }

    /** What the purchase of a day in March counts. */
    private static Counted on(int day, long units) {
        return new Counted(EventKey.of("E" + day), DAY.plusSeconds(86_400L * (day - 1)), units);
    }

    private static Award fixed(String amount) {
        return new Award.FixedAmount(eur(amount));
    }

    private static Offer offer(Terms terms, Award award) {
        boolean pieces = terms instanceof Terms.QuantityLoyalty;
        ProductSelection products = pieces ? ProductSelection.ofProducts("MILK") : ProductSelection.ALL;
        return Programmes.any(1, "A")
                .withConditions(AwardConditions.builder().withProducts(products).build())
                .withType(terms.classification().name())
                .withTerms(terms)
                .withAward(award)
                .build();
    }
}
