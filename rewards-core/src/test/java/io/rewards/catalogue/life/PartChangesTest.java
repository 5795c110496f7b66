package io.rewards.catalogue.life;

import static io.rewards.catalogue.Programmes.EUR;
import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.catalogue.life.CatalogueLife.ANNA;
import static io.rewards.catalogue.life.CatalogueLife.last;
import static io.rewards.catalogue.life.CatalogueLife.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Goal;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.Tier;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartChangesTest {

    private static final AttributeDeclaration CHANNEL =
            new AttributeDeclaration(AttributeOwner.EVENT, "channel", AttributeType.TEXT);
    private static final AttributeDeclaration COLOUR =
            new AttributeDeclaration(AttributeOwner.PRODUCT, "colour", AttributeType.TEXT);
    private static final AttributeDeclaration BUDGET =
            new AttributeDeclaration(AttributeOwner.OFFER, "budget", AttributeType.TEXT);

    /** Every part, something to add to it, and the same changed. */
    static Stream<Arguments> parts() {
        OfferTemplate template = new OfferTemplate("NEW", "New", true, anyOffer());
        RunDefinition run = RunDefinition.ofEverything("NEW");
        return Stream.of(
                Arguments.of(
                        Part.OFFER_TYPES,
                        OfferType.of("NEW", Classification.JUST_MONEY),
                        OfferType.of("NEW", Classification.REWARD_SIGN_UPS)),
                Arguments.of(Part.CATEGORIES, new Category("NEW", "New", ""), new Category("NEW", "New", "LOYALTY")),
                Arguments.of(Part.TEMPLATES, template, new OfferTemplate("NEW", "New", false, template.content())),
                Arguments.of(
                        Part.KPIS,
                        new Kpi("NEW", "New", ProductSelection.ALL),
                        new Kpi("NEW", "Newer", ProductSelection.ALL)),
                Arguments.of(
                        Part.EVENT_CLASSIFICATIONS,
                        new EventClassification("NEW", "New"),
                        new EventClassification("NEW", "Newer")),
                Arguments.of(
                        Part.RUNS,
                        run,
                        new RunDefinition("NEW", "NEW", false, Set.of(), Set.of(), Set.of(), Optional.empty())),
                Arguments.of(
                        Part.SETTLEMENTS,
                        SettlementDefinition.ofEverybody("NEW"),
                        new SettlementDefinition("NEW", "NEW", false, Set.of(), Set.of("ALL"), Optional.empty())),
                Arguments.of(
                        Part.MESSAGES,
                        new MessageTemplate(NotificationKind.AWARD, "el", "#award.amount#"),
                        new MessageTemplate(NotificationKind.AWARD, "el", "#award.amount#!")),
                Arguments.of(
                        Part.SEGMENTS,
                        Segment.of("NEW", SegmentEntity.REWARDS_PARTICIPANT),
                        Segment.of("NEW", SegmentEntity.CONTACT_INFORMATION)),
                Arguments.of(
                        Part.UNITS,
                        new Unit("NEW", "New", "", Optional.empty()),
                        new Unit("NEW", "New", "ALL", Optional.empty())),
                Arguments.of(Part.GROUPS, new UnitGroup("NEW", "New", ""), new UnitGroup("NEW", "New", "ALL")),
                Arguments.of(
                        Part.PRODUCTS,
                        new Product("NEW", "New", "", Attributes.NONE),
                        new Product("NEW", "Newer", "", Attributes.NONE)),
                Arguments.of(Part.PRODUCT_TYPES, new ProductType("NEW", "New", ""), new ProductType("NEW", "N", "")),
                Arguments.of(Part.FAMILIES, new ProductFamily("NEW", "New"), new ProductFamily("NEW", "Newer")),
                Arguments.of(
                        Part.ATTRIBUTES,
                        CHANNEL,
                        new AttributeDeclaration(AttributeOwner.EVENT, "channel", AttributeType.WHOLE_NUMBER)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    <T> void whatIsAddedIsEditedAndDeleted(Part<T> part, T item, T other) {
        CatalogueHistory before = CatalogueLife.history();
        CatalogueHistory added = before.part(part, ANNA).add(item).orElseThrow();
        CatalogueHistory edited = added.part(part, ANNA).edit(other).orElseThrow();
        CatalogueHistory deleted =
                edited.part(part, ANNA).delete(part.codeOf(item)).orElseThrow();

        assertThat(part.of(added.current())).contains(item);
        assertThat(part.of(edited.current()))
                .contains(other)
                .doesNotContain(item)
                .hasSameSizeAs(part.of(added.current()));
        assertThat(last(edited).details()).isNotEmpty();
        assertThat(part.of(deleted.current())).isEqualTo(part.of(before.current()));
        assertThat(deleted.log(part.kind(), part.codeOf(item)))
                .extracting(LogEntry::action)
                .containsExactly(Action.CREATED, Action.EDITED, Action.DELETED);
    }

    @ParameterizedTest
    @MethodSource("parts")
    <T> void aCodeIsUniqueAndMustExist(Part<T> part, T item, T other) {
        CatalogueHistory before = CatalogueLife.history();
        CatalogueHistory added = before.part(part, ANNA).add(item).orElseThrow();

        assertThat(refusal(added.part(part, ANNA).add(other))).contains("already belongs to another");
        assertThat(refusal(added.part(part, ANNA).edit(item))).contains("is already like that");
        assertThat(refusal(before.part(part, ANNA).edit(item)))
                .contains("There is no " + part.kind().word());
        assertThat(refusal(before.part(part, ANNA).delete(part.codeOf(item))))
                .contains("There is no " + part.kind().word());
    }

    @Test
    void aNewTierIsTheHighest() {
        CatalogueHistory added = CatalogueLife.history()
                .part(Part.TIERS, ANNA)
                .add(Tier.named("PLATINUM"))
                .orElseThrow();
        assertThat(added.current().tierCodes()).containsExactly("GOLD", "PLATINUM");
        assertThat(added.part(Part.TIERS, ANNA)
                        .delete("GOLD")
                        .orElseThrow()
                        .current()
                        .tierCodes())
                .containsExactly("PLATINUM");
    }

    @Test
    void namesOfMeasuresAreUnique() {
        CatalogueHistory added = CatalogueLife.history()
                .part(Part.KPIS, ANNA)
                .add(new Kpi("A", "Turnover", ProductSelection.ALL))
                .orElseThrow()
                .part(Part.KPIS, ANNA)
                .add(new Kpi("B", "Profit", ProductSelection.ALL))
                .orElseThrow();
        assertThat(refusal(added.part(Part.KPIS, ANNA).edit(new Kpi("B", "Turnover", ProductSelection.ALL))))
                .isEqualTo("kpis[B].name: The name (Turnover) already belongs to measure (A).");
    }

    @Test
    void aCircleOfCategoriesIsRefused() {
        CatalogueHistory child = CatalogueLife.history()
                .part(Part.CATEGORIES, ANNA)
                .add(new Category("CHILD", "Child", "LOYALTY"))
                .orElseThrow();
        assertThat(refusal(child.part(Part.CATEGORIES, ANNA).edit(new Category("LOYALTY", "Loyalty", "CHILD"))))
                .contains("lies inside itself");
    }

    @Test
    void aTypeInUseKeepsItsClassification() {
        OfferType other = OfferType.of("INCREASE_REVENUE_TRANSACTION_BASED", Classification.JUST_MONEY);
        assertThat(refusal(CatalogueLife.history(CatalogueLife.effective())
                        .part(Part.OFFER_TYPES, ANNA)
                        .edit(other)))
                .contains("is for JUST_MONEY, the offer is INCREASE_REVENUE_TRANSACTION_BASED");
    }

    @Test
    void theGoalOfATypeInUseMayChange() {
        OfferType donations = new OfferType(
                "INCREASE_REVENUE_TRANSACTION_BASED",
                "Donations",
                Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                Set.of(),
                Optional.of(Goal.CHANGE_BEHAVIOUR));
        assertThat(CatalogueLife.history(CatalogueLife.effective())
                        .part(Part.OFFER_TYPES, ANNA)
                        .edit(donations))
                .isInstanceOf(Change.Changed.class);
    }

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of(Part.CATEGORIES, "PARENT", "category (CHILD)"),
                Arguments.of(Part.CATEGORIES, "CHILD", "offer type (BONUS), offer (USER)"),
                Arguments.of(
                        Part.OFFER_TYPES,
                        "BONUS",
                        "segment (OF_TYPE), template (T), offer (PAST), offer (USER), run (R)"),
                Arguments.of(Part.OFFER_TYPES, "OTHER", "run (R)"),
                Arguments.of(Part.TEMPLATES, "T", "offer (USER)"),
                Arguments.of(Part.KPIS, "PROFIT", "offer (STATED)"),
                Arguments.of(Part.EVENT_CLASSIFICATIONS, "QUIZ", "offer (ACHIEVED)"),
                Arguments.of(Part.EVENT_CLASSIFICATIONS, "SALE", "offer (SOLD)"),
                Arguments.of(Part.EVENT_CLASSIFICATIONS, "YEAR", "offer (STATED)"),
                Arguments.of(Part.SEGMENTS, "VIP", "offer (USER)"),
                Arguments.of(Part.SEGMENTS, "DEBTOR", "offer (USER)"),
                Arguments.of(Part.TIERS, "GOLD", "offer (USER)"),
                Arguments.of(Part.UNITS, "U1", "offer (USER)"),
                Arguments.of(Part.UNITS, "U2", "offer (USER)"),
                Arguments.of(Part.GROUPS, "ALL", "group (NORTH), unit (U2), scheme (OWNED)"),
                Arguments.of(Part.GROUPS, "NORTH", "unit (U1), offer (USER)"),
                Arguments.of(Part.GROUPS, "SOUTH", "offer (USER)"),
                Arguments.of(Part.GROUPS, "EAST", "offer (USER)"),
                Arguments.of(Part.PRODUCTS, "TEA", "offer (USER)"),
                Arguments.of(Part.PRODUCTS, "JAM", "offer (USER)"),
                Arguments.of(Part.PRODUCTS, "CAKE", "measure (PROFIT)"),
                Arguments.of(Part.PRODUCT_TYPES, "DRINK", "product (TEA)"),
                Arguments.of(Part.FAMILIES, "FOOD", "product type (DRINK)"),
                Arguments.of(Part.ATTRIBUTES, "event.channel", "offer (USER)"),
                Arguments.of(Part.ATTRIBUTES, "offer.budget", "offer (USER)"),
                Arguments.of(Part.ATTRIBUTES, "product.colour", "product (TEA)"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void whatIsUsedIsNotDeletedAndItsUsersAreNamed(Part<?> part, String code, String users) {
        CatalogueHistory history = CatalogueHistory.of(entangled());
        assertThat(refusal(history.part(part, ANNA).delete(code)))
                .isEqualTo(part.kind().path(code) + ": The " + part.kind().word() + " (" + code + ") is used by "
                        + users + "; it cannot be deleted while it is.");
    }

    @Test
    void theUsersOfASchemeAreNamed() {
        CatalogueHistory history = CatalogueHistory.of(entangled())
                .schemes(ANNA)
                .deactivate("OWNED")
                .orElseThrow();
        assertThat(refusal(history.schemes(ANNA).delete("OWNED")))
                .contains("is used by segment (OF_SCHEME), offer (SOLD), run (R);");
    }

    @Test
    void ofManyUsersTenAreNamed() {
        Offer[] offers = Stream.iterate(1L, number -> number + 1)
                .limit(12)
                .map(number -> Programmes.any(number, "O" + number).build())
                .toArray(Offer[]::new);
        assertThat(refusal(CatalogueLife.history(offers)
                        .part(Part.OFFER_TYPES, ANNA)
                        .delete("INCREASE_REVENUE_TRANSACTION_BASED")))
                .contains("offer (O10) and 2 more;");
    }

    /** A programme in which everything is used by something. */
    private static Programme entangled() {
        Programme base = Programmes.with();
        ProductSelection jam = ProductSelection.ofProducts("JAM");
        Offer user = Programmes.any(1, "USER")
                .withType("BONUS")
                .withCategory("CHILD")
                .withTemplate("T")
                .withOwnership(new Ownership("SOUTH", Privacy.PUBLIC))
                .withAttributes(new Attributes(Map.of("budget", new AttributeValue.Text("A"))))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("TEA"))
                        .withSegmentsIncluded(Set.of("VIP"))
                        .withSegmentsExcluded(Set.of("DEBTOR"))
                        .withUnits(Set.of("U1"))
                        .withGroups(Set.of("NORTH"))
                        .withTiers(Set.of("GOLD"))
                        .withAttributes(List.of(new AttributeCondition(
                                CHANNEL, AttributeCondition.Operator.IS, List.of(new AttributeValue.Text("web")))))
                        .build())
                .withSpendConditions(new SpendConditions(jam, WeeklyTimes.ALWAYS, Set.of("U2"), Set.of("EAST")))
                .build();
        Offer past = Programmes.any(2, "PAST")
                .withAward(new Award.PercentageOfAwarded(
                        Percentage.of("5"), new TimeSpan(1, SpanUnit.MONTHS), Set.of("BONUS"), Set.of(), EUR))
                .build();
        Offer achieved = offer(3, "ACHIEVED", new Terms.Achievements(Set.of("QUIZ"), true, AwardLimit.MULTIPLE));
        Offer sold = offer(
                        4,
                        "SOLD",
                        new Terms.FinancialAchievements(
                                Set.of("SALE"), true, AwardLimit.MULTIPLE, eur("1.00"), Optional.empty()))
                .toBuilder()
                .withAward(new Award.PercentageOfAwarded(
                        Percentage.of("5"), new TimeSpan(1, SpanUnit.MONTHS), Set.of(), Set.of("OWNED"), EUR))
                .build();
        Offer stated = offer(
                5,
                "STATED",
                new Terms.FinancialStatements(
                        Set.of("YEAR"),
                        List.of(new KpiCondition("PROFIT", Optional.of(BigDecimal.ONE), Optional.empty())),
                        AwardLimit.MULTIPLE));
        Segment ofType =
                new Segment("OF_TYPE", "", SegmentEntity.AWARD_TRANSACTION, Set.of(), Set.of("BONUS"), Set.of());
        Segment ofScheme =
                new Segment("OF_SCHEME", "", SegmentEntity.AWARD_TRANSACTION, Set.of(), Set.of(), Set.of("OWNED"));
        OfferType bonus = new OfferType(
                "BONUS", "Bonus", Classification.INCREASE_REVENUE_TRANSACTION_BASED, Set.of("CHILD"), Optional.empty());
        List<OfferType> types = Stream.concat(
                        base.offerTypes().stream(), Stream.of(bonus, OfferType.of("OTHER", Classification.JUST_MONEY)))
                .toList();
        return base.toBuilder()
                .withAttributes(List.of(CHANNEL, COLOUR, BUDGET))
                .withFamilies(List.of(new ProductFamily("FOOD", "Food")))
                .withProductTypes(List.of(new ProductType("DRINK", "Drink", "FOOD")))
                .withProducts(List.of(
                        new Product(
                                "TEA",
                                "Tea",
                                "DRINK",
                                new Attributes(Map.of("colour", new AttributeValue.Text("black")))),
                        new Product("JAM", "Jam", "", Attributes.NONE),
                        new Product("CAKE", "Cake", "", Attributes.NONE)))
                .withGroups(List.of(
                        new UnitGroup("ALL", "All", ""),
                        new UnitGroup("NORTH", "North", "ALL"),
                        new UnitGroup("SOUTH", "South", ""),
                        new UnitGroup("EAST", "East", "")))
                .withSegments(List.of(
                        Segment.of("VIP", SegmentEntity.REWARDS_PARTICIPANT),
                        Segment.of("DEBTOR", SegmentEntity.ACCOUNTS_RECEIVABLE),
                        ofType,
                        ofScheme))
                .withSchemes(List.of(
                        Scheme.of("CLUB"), Scheme.of("OWNED").with(new Ownership("ALL", Privacy.COLLABORATORS))))
                .withCategories(List.of(new Category("PARENT", "Parent", ""), new Category("CHILD", "C", "PARENT")))
                .withOfferTypes(types)
                .withEventClassifications(List.of(
                        new EventClassification("QUIZ", "Quiz"),
                        new EventClassification("SALE", "Sale"),
                        new EventClassification("YEAR", "Year")))
                .withKpis(List.of(new Kpi("PROFIT", "Profit", ProductSelection.ofProducts("CAKE"))))
                .withTemplates(List.of(new OfferTemplate(
                        "T",
                        "Template",
                        true,
                        anyOffer().toBuilder().withType("BONUS").build())))
                .withRuns(List.of(new RunDefinition(
                        "R", "Run", true, Set.of("OWNED"), Set.of("BONUS"), Set.of("OTHER"), Optional.empty())))
                .withOffers(List.of(past, user, achieved, sold, stated))
                .build();
    }

    private static Offer anyOffer() {
        return Programmes.any(1, "X").build();
    }

    private static Offer offer(long number, String code, Terms terms) {
        return Offer.builder(
                        number, code, "CLUB", terms.classification().name(), terms, new Award.FixedAmount(eur("1.00")))
                .build();
    }
}
