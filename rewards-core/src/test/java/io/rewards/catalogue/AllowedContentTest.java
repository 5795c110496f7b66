package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.any;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.problem.Problem;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Domain 3.9: what a type allows its offers to say. */
class AllowedContentTest {

    private static final WeeklyTimes FRIDAYS = new WeeklyTimes(Set.of(DayOfWeek.FRIDAY), List.of(DayHours.WHOLE_DAY));
    private static final Map<ConditionKind, AwardConditions> CONDITIONS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    ConditionKind.PRODUCTS,
                    AwardConditions.builder()
                            .withProducts(ProductSelection.ALL.butNot(new ProductList(Set.of("P"), Set.of(), Set.of())))
                            .build()),
            Map.entry(
                    ConditionKind.PAYMENT_MEDIA,
                    AwardConditions.builder()
                            .withPaymentMedia(new PaymentMedia(Set.of("VISA"), Set.of(), Set.of()))
                            .build()),
            Map.entry(
                    ConditionKind.LOCATIONS,
                    AwardConditions.builder()
                            .withLocations(new Locations(Set.of(), Set.of("Nicosia"), Set.of()))
                            .build()),
            Map.entry(
                    ConditionKind.MAXIMUM_UNPROCESSED,
                    AwardConditions.builder()
                            .withMaximumUnprocessed(new TimeSpan(3, SpanUnit.DAYS))
                            .build()),
            Map.entry(
                    ConditionKind.SEGMENTS_INCLUDED,
                    AwardConditions.builder()
                            .withSegmentsIncluded(Set.of("VIP"))
                            .build()),
            Map.entry(
                    ConditionKind.SEGMENTS_EXCLUDED,
                    AwardConditions.builder()
                            .withSegmentsExcluded(Set.of("VIP"))
                            .build()),
            Map.entry(
                    ConditionKind.UNITS,
                    AwardConditions.builder().withUnits(Set.of("U1")).build()),
            Map.entry(
                    ConditionKind.GROUPS,
                    AwardConditions.builder().withGroups(Set.of("NORTH")).build()),
            Map.entry(
                    ConditionKind.TIMES,
                    AwardConditions.builder().withTimes(FRIDAYS).build()),
            Map.entry(
                    ConditionKind.PERIOD,
                    AwardConditions.builder()
                            .withPeriod(new DayPeriod(LocalDate.of(2024, 2, 29), LocalDate.MAX))
                            .build()),
            Map.entry(
                    ConditionKind.TIERS,
                    AwardConditions.builder().withTiers(Set.of("GOLD")).build()),
            Map.entry(
                    ConditionKind.ATTRIBUTES,
                    AwardConditions.builder()
                            .withAttributes(List.of(new AttributeCondition(
                                    new AttributeDeclaration(AttributeOwner.EVENT, "channel", AttributeType.TEXT),
                                    AttributeCondition.Operator.IS,
                                    List.of(new AttributeValue.Text("app")))))
                            .build()),
            Map.entry(
                    ConditionKind.PROMO_CODES,
                    AwardConditions.builder().withPromoCodes(Set.of("SUN")).build()),
            Map.entry(
                    ConditionKind.MINIMUM_PURCHASE,
                    AwardConditions.builder().withMinimumPurchase(eur("0.00")).build())));
    private static final Map<SpendConditionKind, SpendConditions> SPEND_CONDITIONS = new EnumMap<>(Map.of(
            SpendConditionKind.PRODUCTS,
            new SpendConditions(ProductSelection.ofTypes("COFFEE"), WeeklyTimes.ALWAYS, Set.of(), Set.of()),
            SpendConditionKind.TIMES,
            new SpendConditions(ProductSelection.ALL, FRIDAYS, Set.of(), Set.of()),
            SpendConditionKind.UNITS,
            new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of("U1"), Set.of()),
            SpendConditionKind.GROUPS,
            new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of(), Set.of("NORTH"))));

    @Test
    void everyConditionHasAKindThatIsCalledLikeIt() {
        assertThat(words(ConditionKind.values())).containsExactlyElementsOf(components(AwardConditions.class));
        assertThat(words(SpendConditionKind.values())).containsExactlyElementsOf(components(SpendConditions.class));
    }

    @ParameterizedTest
    @EnumSource
    void aConditionIsFoundWhereItIsSetAndNowhereElse(ConditionKind kind) {
        assertThat(kind.isSetIn(AwardConditions.NONE)).isFalse();
        CONDITIONS.forEach((set, conditions) ->
                assertThat(kind.isSetIn(conditions)).as(set.toString()).isEqualTo(set == kind));
    }

    @ParameterizedTest
    @EnumSource
    void aSpendConditionIsFoundWhereItIsSetAndNowhereElse(SpendConditionKind kind) {
        assertThat(kind.isSetIn(SpendConditions.NONE)).isFalse();
        SPEND_CONDITIONS.forEach((set, conditions) ->
                assertThat(kind.isSetIn(conditions)).as(set.toString()).isEqualTo(set == kind));
    }

    static Stream<Award> awards() {
        return Stream.of(
                new Award.FixedAmount(eur("1.00")),
                new Award.PercentageOfPurchase(Percentage.of("5")),
                new Award.PercentageOfAwarded(
                        Percentage.of("5"), new TimeSpan(12, SpanUnit.MONTHS), Set.of(), Set.of(), Programmes.EUR),
                Award.Rate.of(eur("0.50"), eur("10.00")));
    }

    @ParameterizedTest
    @MethodSource("awards")
    void anAwardOfAnotherKindIsAProblem(Award award) {
        Offer offer = any(1, "A").withAward(award).build();
        for (AwardKind kind : AwardKind.values()) {
            AllowedContent only = new AllowedContent(Optional.of(Set.of(kind)), Optional.empty(), Optional.empty());
            if (AwardKind.of(award) == kind) {
                assertThat(problems(offer, only)).isEmpty();
            } else {
                assertThat(problems(offer, only))
                        .containsExactly("offers[A].award: The award (" + AwardKind.of(award) + ") is not one of ["
                                + kind + "], which the type (INCREASE_REVENUE_TRANSACTION_BASED) allows.");
            }
        }
    }

    @Test
    void everyConditionThatATypeDoesNotAllowIsAProblem() {
        Offer offer = any(1, "A")
                .withConditions(AwardConditions.builder()
                        .withUnits(Set.of("U1"))
                        .withTiers(Set.of("GOLD"))
                        .withMinimumPurchase(eur("5.00"))
                        .build())
                .withSpendConditions(new SpendConditions(ProductSelection.ALL, FRIDAYS, Set.of("U1"), Set.of()))
                .build();
        AllowedContent few = new AllowedContent(
                Optional.empty(),
                Optional.of(Set.of(ConditionKind.UNITS, ConditionKind.PRODUCTS)),
                Optional.of(Set.of(SpendConditionKind.TIMES)));
        assertThat(problems(offer, few))
                .containsExactlyInAnyOrder(
                        "offers[A].conditions.tiers: The condition (tiers) is not one of [products, units], which the type"
                                + " (INCREASE_REVENUE_TRANSACTION_BASED) allows.",
                        "offers[A].conditions.minimumPurchase: The condition (minimumPurchase) is not one of [products,"
                                + " units], which the type (INCREASE_REVENUE_TRANSACTION_BASED) allows.",
                        "offers[A].spendConditions.units: The spend condition (units) is not one of [times], which the type"
                                + " (INCREASE_REVENUE_TRANSACTION_BASED) allows.");
        assertThat(problems(offer, AllowedContent.ALL)).isEmpty();
    }

    @Test
    void anEmptyListAllowsNoCondition() {
        AllowedContent none = new AllowedContent(Optional.empty(), Optional.of(Set.of()), Optional.of(Set.of()));
        assertThat(problems(any(1, "A").build(), none)).isEmpty();
        assertThat(problems(
                        any(1, "A")
                                .withConditions(CONDITIONS.get(ConditionKind.TIERS))
                                .build(),
                        none))
                .containsExactly("offers[A].conditions.tiers: The condition (tiers) must not be set; the type"
                        + " (INCREASE_REVENUE_TRANSACTION_BASED) allows none.");
    }

    @Test
    void aTypeAllowsAtLeastOneKindOfAward() {
        assertThatThrownBy(() -> new AllowedContent(Optional.of(Set.of()), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The awards of a type must name at least one kind, such as amount.");
    }

    @Test
    void aTemplateSaysWhatItsTypeAllows() {
        AllowedContent rates =
                new AllowedContent(Optional.of(Set.of(AwardKind.RATE)), Optional.empty(), Optional.empty());
        Programme programme = limited(Programmes.with(), rates).toBuilder()
                .withTemplates(
                        List.of(new OfferTemplate("T", "T", true, any(1, "T").build())))
                .build();
        assertThat(problems(programme))
                .singleElement()
                .asString()
                .startsWith("templates[T].content.award: The award (amount) is not one of [rate]");
    }

    private static List<String> words(Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(Enum::toString).toList();
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> problems(Offer offer, AllowedContent allows) {
        return problems(limited(Programmes.with(offer), allows));
    }

    private static List<String> problems(Programme programme) {
        return ProgrammeCheck.problems(programme, Unread.NOTHING).stream()
                .map(Problem::toString)
                .toList();
    }

    private static Programme limited(Programme programme, AllowedContent allows) {
        return programme.toBuilder()
                .withOfferTypes(programme.offerTypes().stream()
                        .map(type -> new OfferType(
                                type.code(), type.name(), type.classification(), Set.of(), Optional.empty(), allows))
                        .toList())
                .build();
    }
}
