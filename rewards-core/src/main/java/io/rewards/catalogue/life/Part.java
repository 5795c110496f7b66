package io.rewards.catalogue.life;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of the lists that make up a programme. Immutable.
 *
 * @param <T> what is in the list
 */
public final class Part<T> {

    /** Types of offers. */
    public static final Part<OfferType> OFFER_TYPES = new Part<>(
            SubjectKind.OFFER_TYPE, Programme::offerTypes, Programme.Builder::withOfferTypes, OfferType::code);

    /** Categories of offers. */
    public static final Part<Category> CATEGORIES =
            new Part<>(SubjectKind.CATEGORY, Programme::categories, Programme.Builder::withCategories, Category::code);

    /** What offers can start from; names are unique. */
    public static final Part<OfferTemplate> TEMPLATES = new Part<>(
            SubjectKind.TEMPLATE, Programme::templates, Programme.Builder::withTemplates, OfferTemplate::code);

    /** Measures of financial statements; names are unique. */
    public static final Part<Kpi> KPIS =
            new Part<>(SubjectKind.KPI, Programme::kpis, Programme.Builder::withKpis, Kpi::code);

    /** What achievements and statements are about. */
    public static final Part<EventClassification> EVENT_CLASSIFICATIONS = new Part<>(
            SubjectKind.EVENT_CLASSIFICATION,
            Programme::eventClassifications,
            Programme.Builder::withEventClassifications,
            EventClassification::code);

    /** Evaluation runs. */
    public static final Part<RunDefinition> RUNS =
            new Part<>(SubjectKind.RUN, Programme::runs, Programme.Builder::withRuns, RunDefinition::code);

    /** Texts of notifications; the code of one is its kind and language, such as {@code AWARD/en}. */
    public static final Part<MessageTemplate> MESSAGES = new Part<>(
            SubjectKind.MESSAGE, Programme::messages, Programme.Builder::withMessages, MessageTemplate::code);

    /** Segments of participants and transactions. */
    public static final Part<Segment> SEGMENTS =
            new Part<>(SubjectKind.SEGMENT, Programme::segments, Programme.Builder::withSegments, Segment::code);

    /** Codes of tiers; a new one is the highest. */
    public static final Part<String> TIERS =
            new Part<>(SubjectKind.TIER, Programme::tiers, Programme.Builder::withTiers, Function.identity());

    /** Units where events happen. */
    public static final Part<Unit> UNITS =
            new Part<>(SubjectKind.UNIT, Programme::units, Programme.Builder::withUnits, Unit::code);

    /** Groups of units. */
    public static final Part<UnitGroup> GROUPS =
            new Part<>(SubjectKind.GROUP, Programme::groups, Programme.Builder::withGroups, UnitGroup::code);

    /** Products. */
    public static final Part<Product> PRODUCTS =
            new Part<>(SubjectKind.PRODUCT, Programme::products, Programme.Builder::withProducts, Product::code);

    /** Types of products. */
    public static final Part<ProductType> PRODUCT_TYPES = new Part<>(
            SubjectKind.PRODUCT_TYPE, Programme::productTypes, Programme.Builder::withProductTypes, ProductType::code);

    /** Families of product types. */
    public static final Part<ProductFamily> FAMILIES =
            new Part<>(SubjectKind.FAMILY, Programme::families, Programme.Builder::withFamilies, ProductFamily::code);

    /** Attributes that the host declares; the code of one is its path, such as {@code event.channel}. */
    public static final Part<AttributeDeclaration> ATTRIBUTES = new Part<>(
            SubjectKind.ATTRIBUTE,
            Programme::attributes,
            Programme.Builder::withAttributes,
            AttributeDeclaration::path);

    static final Part<Offer> OFFERS =
            new Part<>(SubjectKind.OFFER, Programme::offers, Programme.Builder::withOffers, Offer::code);
    static final Part<Scheme> SCHEMES =
            new Part<>(SubjectKind.SCHEME, Programme::schemes, Programme.Builder::withSchemes, Scheme::code);

    private final SubjectKind kind;
    private final Function<Programme, List<T>> list;
    private final BiFunction<Programme.Builder, List<T>, Programme.Builder> put;
    private final Function<T, String> code;

    private Part(
            SubjectKind kind,
            Function<Programme, List<T>> list,
            BiFunction<Programme.Builder, List<T>, Programme.Builder> put,
            Function<T, String> code) {
        this.kind = kind;
        this.list = list;
        this.put = put;
        this.code = code;
    }

    /** What the list is of. */
    public SubjectKind kind() {
        return kind;
    }

    /** The list in {@code programme}. */
    public List<T> of(Programme programme) {
        return list.apply(programme);
    }

    /** What {@code item} is called by. */
    public String codeOf(T item) {
        return code.apply(item);
    }

    Programme.Builder with(Programme programme, List<T> items) {
        return put.apply(programme.toBuilder(), items);
    }
}
