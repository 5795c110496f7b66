package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One of the lists that make up a programme: what it holds, what each is called by, and what each refers to. Files, the check
 * of a programme, changes of the catalogue and the search for what is still used go by it. Immutable and thread-safe.
 *
 * @param <T> what is in the list
 */
public final class Part<T> {

    /** Attributes that the host declares; the code of one is its path, such as {@code event.channel}. */
    public static final Part<AttributeDeclaration> ATTRIBUTES =
            new Part<>(PartKind.ATTRIBUTE, AttributeDeclaration::path);

    /** Families of product types. */
    public static final Part<ProductFamily> FAMILIES = new Part<>(PartKind.FAMILY, ProductFamily::code);

    /** Types of products. */
    public static final Part<ProductType> PRODUCT_TYPES = new Part<>(PartKind.PRODUCT_TYPE, ProductType::code)
            .using((type, uses) -> uses.maybe("family", Part.FAMILIES, type.family()));

    /** Products. */
    public static final Part<Product> PRODUCTS = new Part<>(PartKind.PRODUCT, Product::code)
            .using((product, uses) -> uses.maybe("type", Part.PRODUCT_TYPES, product.type())
                    .attributes(AttributeOwner.PRODUCT, product.attributes()));

    /** Groups of units. */
    public static final Part<UnitGroup> GROUPS = new Part<>(PartKind.GROUP, UnitGroup::code)
            .using((group, uses) -> uses.maybe("parent", Part.GROUPS, group.parent()));

    /** Units where events happen. */
    public static final Part<Unit> UNITS =
            new Part<>(PartKind.UNIT, Unit::code).using((unit, uses) -> uses.maybe("group", Part.GROUPS, unit.group()));

    /** Segments of participants and transactions. */
    public static final Part<Segment> SEGMENTS = new Part<>(PartKind.SEGMENT, Segment::code)
            .using((segment, uses) -> uses.all("offers", Part.OFFERS, segment.offers())
                    .all("types", Part.OFFER_TYPES, segment.types())
                    .all("schemes", Part.SCHEMES, segment.schemes()));

    /** Tiers, lowest first; a new one is the highest. */
    public static final Part<Tier> TIERS = new Part<>(PartKind.TIER, Tier::code);

    /** Schemes that participants sign up to. */
    public static final Part<Scheme> SCHEMES = new Part<>(PartKind.SCHEME, Scheme::code)
            .using((scheme, uses) -> uses.maybe(
                    "ownership.group", Part.GROUPS, scheme.ownership().group()));

    /** Categories of offers. */
    public static final Part<Category> CATEGORIES = new Part<>(PartKind.CATEGORY, Category::code)
            .using((category, uses) -> uses.maybe("parent", Part.CATEGORIES, category.parent()));

    /** Types of offers. */
    public static final Part<OfferType> OFFER_TYPES = new Part<>(PartKind.OFFER_TYPE, OfferType::code)
            .using((type, uses) -> uses.all("categories", Part.CATEGORIES, type.categories()));

    /** Which types offers may be of; names are unique. */
    public static final Part<RewardsDefinition> REWARDS_DEFINITIONS = new Part<>(
                    PartKind.REWARDS_DEFINITION, RewardsDefinition::code)
            .named(RewardsDefinition::name)
            .using((definition, uses) -> uses.all("types", Part.OFFER_TYPES, definition.types()));

    /** Measures of financial statements; names are unique. */
    public static final Part<Kpi> KPIS = new Part<>(PartKind.KPI, Kpi::code)
            .named(Kpi::name)
            .using((kpi, uses) -> uses.products("products", kpi.products()));

    /** What achievements and statements are about. */
    public static final Part<EventClassification> EVENT_CLASSIFICATIONS =
            new Part<>(PartKind.EVENT_CLASSIFICATION, EventClassification::code);

    /** What points are worth; the code of one is its two denominations, such as {@code PTS/EUR}. */
    public static final Part<ExchangeRate> RATES = new Part<>(PartKind.RATE, ExchangeRate::code);

    /** What offers can start from; names are unique. */
    public static final Part<OfferTemplate> TEMPLATES = new Part<>(PartKind.TEMPLATE, OfferTemplate::code)
            .named(OfferTemplate::name)
            .using((template, uses) -> uses.content("content.", template.content()));

    /** Offers of all schemes; names are unique. */
    public static final Part<Offer> OFFERS = new Part<>(PartKind.OFFER, Offer::code)
            .named(Offer::name)
            .using((offer, uses) ->
                    uses.maybe("template", Part.TEMPLATES, offer.template()).content("", offer));

    /** What merchants have agreed to. */
    public static final Part<Agreement> AGREEMENTS =
            new Part<>(PartKind.AGREEMENT, Agreement::code).using((agreement, uses) -> uses.agreement(agreement));

    /** Evaluation runs. */
    public static final Part<RunDefinition> RUNS = new Part<>(PartKind.RUN, RunDefinition::code)
            .using((run, uses) -> uses.all("schemes", Part.SCHEMES, run.schemes())
                    .all("typesIncluded", Part.OFFER_TYPES, run.typesIncluded())
                    .all("typesExcluded", Part.OFFER_TYPES, run.typesExcluded()));

    /** Runs of settlements. */
    public static final Part<SettlementDefinition> SETTLEMENTS = new Part<>(
                    PartKind.SETTLEMENT, SettlementDefinition::code)
            .using((run, uses) ->
                    uses.all("merchants", Part.UNITS, run.merchants()).all("groups", Part.GROUPS, run.groups()));

    /** Texts of notifications; the code of one is its kind and language, such as {@code AWARD/en}. */
    public static final Part<MessageTemplate> MESSAGES = new Part<>(PartKind.MESSAGE, MessageTemplate::code);

    /** What the business is made of. */
    public static final List<Part<?>> ORGANISATION =
            List.of(ATTRIBUTES, FAMILIES, PRODUCT_TYPES, PRODUCTS, GROUPS, UNITS, SEGMENTS, TIERS);

    /** What it offers. */
    public static final List<Part<?>> OFFERING = List.of(
            SCHEMES,
            CATEGORIES,
            OFFER_TYPES,
            REWARDS_DEFINITIONS,
            KPIS,
            EVENT_CLASSIFICATIONS,
            RATES,
            TEMPLATES,
            OFFERS,
            AGREEMENTS);

    /** How it runs. */
    public static final List<Part<?>> OPERATION = List.of(RUNS, SETTLEMENTS, MESSAGES);

    private final PartKind kind;
    private final Function<T, String> code;
    private final Optional<Function<T, String>> name;
    private final BiFunction<T, Uses, Uses> uses;

    private Part(PartKind kind, Function<T, String> code) {
        this(kind, code, Optional.empty(), (item, none) -> none);
    }

    private Part(
            PartKind kind,
            Function<T, String> code,
            Optional<Function<T, String>> name,
            BiFunction<T, Uses, Uses> uses) {
        this.kind = kind;
        this.code = code;
        this.name = name;
        this.uses = uses;
    }

    /** All parts, in the order of files. */
    public static List<Part<?>> all() {
        return Stream.of(ORGANISATION, OFFERING, OPERATION)
                .<Part<?>>flatMap(List::stream)
                .toList();
    }

    /** What the list is of. */
    public PartKind kind() {
        return kind;
    }

    /** The list in {@code programme}. */
    public List<T> of(Programme programme) {
        return programme.part(this);
    }

    /** What {@code item} is called by. */
    public String codeOf(T item) {
        return code.apply(item);
    }

    /** The name of {@code item}, where no two of the list may have the same. */
    public Optional<String> uniqueNameOf(T item) {
        return name.map(unique -> unique.apply(item));
    }

    /** What {@code item} refers to. */
    public List<Use> usesOf(T item) {
        return uses.apply(item, new Uses()).found();
    }

    private Part<T> named(Function<T, String> unique) {
        return new Part<>(kind, code, Optional.of(unique), uses);
    }

    private Part<T> using(BiFunction<T, Uses, Uses> references) {
        return new Part<>(kind, code, name, references);
    }

    @Override
    public String toString() {
        return kind.list();
    }
}
