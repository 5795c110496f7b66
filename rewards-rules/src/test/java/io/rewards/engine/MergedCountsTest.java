package io.rewards.engine;

import static io.rewards.engine.Shop.award;
import static io.rewards.engine.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.Achievement;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The counts of a duplicate join those of the participant who stays. Domain 4.6, 4.7, 12.1 Q30. */
class MergedCountsTest {

    private static final TimeSpan YEAR = new TimeSpan(1, SpanUnit.YEARS);
    private static final TimeSpan MONTH = new TimeSpan(30, SpanUnit.DAYS);
    private static final Terms FOUR_VISITS = new Terms.CountLoyalty(4, YEAR);

    private static Community merging(boolean merge, Terms terms) {
        Offer.Builder offer = Shop.offer("STAMP", terms, Shop.fixed("5.00"));
        Programme programme = Shop.programme(
                Shop.settings().with(ParticipantSettings.DEFAULT.withMergeCounts(merge)),
                (terms instanceof Terms.QuantityLoyalty ? offer.withConditions(pieces()) : offer).build());
        return Community.of(programme.toBuilder()
                .withEventClassifications(
                        List.of(new EventClassification("QUIZ", "Quiz"), new EventClassification("LEVEL", "Level")))
                .build());
    }

    private static AwardConditions pieces() {
        return AwardConditions.builder()
                .withProducts(ProductSelection.ofProducts("coffee"))
                .build();
    }

    private static Outcome buys(Community community, String participant, String id, int pieces, String time) {
        return community.engine.evaluate(Purchase.of(
                Community.header(id, participant, time),
                PurchaseLine.of("1", "coffee", pieces, eur("10.00").times(pieces))));
    }

    private static Community twoOfFourAndOneOfFour(boolean merge) {
        Community community = merging(merge, FOUR_VISITS);
        community.members("A", "B");
        buys(community, "A", "A0", 1, "2024-02-01T10:00");
        buys(community, "A", "A1", 1, "2024-02-02");
        buys(community, "B", "B0", 1, "2024-02-01T12:00");
        community.merge("A", "B", "2024-02-10");
        return community;
    }

    @Test
    void twoOfFourAndOneOfFourAndAVisitAreFourOfFour() {
        Community community = twoOfFourAndOneOfFour(true);
        assertThat(award(buys(community, "B", "B9", 1, "2024-02-11"), "STAMP")).isEqualTo("5.00 EUR");
        assertThat(community.account("B").progressOf("STAMP")).isEmpty();
    }

    @Test
    void unlessTheProgrammeSaysSoCountsEndWithTheDuplicate() {
        Community community = twoOfFourAndOneOfFour(false);
        buys(community, "B", "B9", 1, "2024-02-11");
        assertThat(community.wallet("B")).isEmpty();
        assertThat(community.account("B").progressOf("STAMP")).hasSize(2);
    }

    @Test
    void goodsOfTheDuplicateThatComeBackCountNoMore() {
        Community community = twoOfFourAndOneOfFour(true);
        community.engine.evaluate(
                GoodsReturn.of(community.header("B", "2024-02-11"), new ReturnedLine(EventKey.of("A0"), "1", 1)));
        buys(community, "B", "B8", 1, "2024-02-12");
        assertThat(community.wallet("B")).isEmpty();
        buys(community, "B", "B9", 1, "2024-02-13");
        assertThat(community.wallet("B")).containsExactly("5.00 EUR");
        community.engine.evaluate(
                GoodsReturn.of(community.header("B", "2024-02-14"), new ReturnedLine(EventKey.of("A1"), "1", 1)));
        assertThat(community.wallet("B")).isEmpty();
        assertThat(community.account("B").progressOf("STAMP")).hasSize(3);
    }

    @Test
    void aTargetThatBothReachTogetherIsAwardedWithTheNextVisit() {
        Community community = merging(true, new Terms.CountLoyalty(2, YEAR));
        community.members("A", "B");
        buys(community, "A", "A0", 1, "2024-02-01");
        buys(community, "B", "B0", 1, "2024-02-02");
        community.merge("A", "B", "2024-02-10");
        assertThat(community.wallet("B")).isEmpty();
        buys(community, "B", "B1", 1, "2024-02-11");
        assertThat(community.wallet("B")).containsExactly("5.00 EUR");
    }

    @Test
    void moneyOfBothCountsByItsDates() {
        Community community = merging(true, new Terms.SpendLoyalty(eur("100.00"), MONTH));
        community.members("A", "B");
        buys(community, "A", "A0", 4, "2024-02-01");
        buys(community, "B", "B0", 3, "2024-02-12");
        community.merge("A", "B", "2024-02-20");
        assertThat(award(buys(community, "B", "B1", 3, "2024-03-01"), "STAMP")).isEqualTo("5.00 EUR");
        Community late = merging(true, new Terms.SpendLoyalty(eur("100.00"), MONTH));
        late.members("A", "B");
        buys(late, "A", "A0", 4, "2024-02-01");
        buys(late, "B", "B0", 3, "2024-02-12");
        late.merge("A", "B", "2024-02-20");
        buys(late, "B", "B1", 3, "2024-03-02");
        assertThat(late.wallet("B")).isEmpty();
        buys(late, "B", "B2", 4, "2024-02-29");
        assertThat(late.wallet("B")).containsExactly("5.00 EUR");
    }

    @Test
    void piecesOfBothCountAndWhatIsOverCarries() {
        Community community = merging(true, new Terms.QuantityLoyalty(10, MONTH));
        community.members("A", "B");
        buys(community, "A", "A0", 4, "2024-02-01");
        buys(community, "B", "B0", 5, "2024-02-02");
        community.merge("A", "B", "2024-02-10");
        buys(community, "B", "B1", 3, "2024-02-11");
        assertThat(community.wallet("B")).containsExactly("5.00 EUR");
        assertThat(community.account("B").progressOf("STAMP").get(0).units()).isEqualTo(2);
    }

    @Test
    void achievementsOfBothComplete() {
        Community community = merging(true, new Terms.Achievements(Set.of("QUIZ", "LEVEL"), true, AwardLimit.MULTIPLE));
        community.members("A", "B", "C");
        community.engine.evaluate(new Achievement(community.header("A", "2024-02-01"), "QUIZ"));
        community.merge("A", "B", "2024-02-10");
        community.merge("B", "C", "2024-02-11");
        community.engine.evaluate(new Achievement(community.header("C", "2024-02-12"), "LEVEL"));
        assertThat(community.wallet("C")).containsExactly("5.00 EUR");
    }
}
