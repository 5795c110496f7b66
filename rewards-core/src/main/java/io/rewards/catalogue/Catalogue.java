package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.event.PurchaseLine;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A programme that was checked as a whole and can be looked things up in. Immutable and thread-safe. */
public final class Catalogue {

    private final Programme programme;
    private final Commitments kept;
    private final Map<String, Scheme> schemes;
    private final Map<String, Offer> offers;
    private final Map<String, OfferType> offerTypes;
    private final Map<String, Product> products;
    private final Map<String, ProductType> productTypes;
    private final Map<String, Segment> segments;
    private final Map<String, Unit> units;
    private final Map<String, Set<String>> groupsOfUnit;
    private final Map<String, AttributeDeclaration> attributes;
    private final Map<String, EventClassification> eventClassifications;
    private final Map<String, Kpi> kpis;
    private final Map<String, ExchangeRate> rates;
    private final Map<String, RunDefinition> runs;
    private final Map<String, MerchantTerms> merchants;
    private final TierLadder tiers;
    private final OfferIndex index;

    private Catalogue(Programme programme, Commitments kept) {
        this.programme = programme;
        this.kept = kept;
        schemes = byKey(programme.schemes(), Scheme::code);
        offers = byKey(programme.offers(), Offer::code);
        offerTypes = byKey(programme.offerTypes(), OfferType::code);
        products = byKey(programme.products(), Product::code);
        productTypes = byKey(programme.productTypes(), ProductType::code);
        segments = byKey(programme.segments(), Segment::code);
        units = byKey(programme.units(), Unit::code);
        groupsOfUnit = groupsOfUnit(programme);
        attributes = byKey(programme.attributes(), AttributeDeclaration::path);
        eventClassifications = byKey(programme.eventClassifications(), EventClassification::code);
        kpis = byKey(programme.kpis(), Kpi::code);
        rates = byKey(programme.rates(), ExchangeRate::code);
        runs = byKey(programme.runs(), RunDefinition::code);
        merchants = MerchantTerms.of(programme);
        tiers = TierLadder.of(programme, kept);
        index = new OfferIndex(this);
    }

    /**
     * Checks {@code programme} as a whole.
     *
     * @throws InvalidInputException naming every problem
     */
    public static Catalogue of(Programme programme) {
        return of(programme, Optional.empty());
    }

    /**
     * Checks {@code programme} as a whole, and against what accounts rely on that were kept under others.
     *
     * @throws InvalidInputException naming every problem
     */
    public static Catalogue of(Programme programme, Optional<Commitments> kept) {
        List<Problem> problems = new ArrayList<>(ProgrammeCheck.problems(programme, Unread.NOTHING));
        kept.ifPresent(before -> problems.addAll(before.problems(programme)));
        if (!problems.isEmpty()) {
            throw new InvalidInputException("programme " + programme.name(), problems);
        }
        return new Catalogue(
                programme, kept.map(before -> before.and(programme)).orElseGet(() -> Commitments.of(programme)));
    }

    /** The programme as it was set up. */
    public Programme programme() {
        return programme;
    }

    /** What accounts rely on that are kept under it. */
    public Commitments commitments() {
        return kept;
    }

    /** The choices that hold for all of it. */
    public Settings settings() {
        return programme.settings();
    }

    /** The tiers as participants climb them. */
    public TierLadder tiers() {
        return tiers;
    }

    /** The offers that can apply to an event. */
    public OfferIndex index() {
        return index;
    }

    /** The offer of this code, if there is one. */
    public Optional<Offer> offer(String code) {
        return Optional.ofNullable(offers.get(code));
    }

    /** The scheme of this code, if there is one. */
    public Optional<Scheme> scheme(String code) {
        return Optional.ofNullable(schemes.get(code));
    }

    /** The scheme that {@code offer} belongs to. */
    public Scheme schemeOf(Offer offer) {
        return known(schemes, offer.scheme());
    }

    /** The offer type of this code. */
    public Optional<OfferType> offerType(String code) {
        return Optional.ofNullable(offerTypes.get(code));
    }

    /** The type that {@code offer} has. */
    public OfferType typeOf(Offer offer) {
        return known(offerTypes, offer.type());
    }

    /** How long money awarded by {@code offer} may be spent: its own validity, or its scheme's. Domain 3.6. */
    public AwardValidity awardValidityOf(Offer offer) {
        return offer.awardValidity().isPresent()
                ? offer.awardValidity().get()
                : schemeOf(offer).awardValidity();
    }

    /** The segment of this code, if there is one. */
    public Optional<Segment> segment(String code) {
        return Optional.ofNullable(segments.get(code));
    }

    /** The unit of this code, if there is one. */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** What is agreed with the merchant of this unit; empty where no agreement of it or its groups says anything. */
    public Optional<MerchantTerms> merchant(String unit) {
        return Optional.ofNullable(merchants.get(unit));
    }

    /** What is agreed with the merchants at whose units {@code offer} awards. */
    public List<MerchantTerms> merchantsOf(Offer offer) {
        AwardConditions where = offer.conditions();
        return programme.units().stream()
                .filter(unit -> unitListed(unit.code(), where.units(), where.groups()))
                .flatMap(unit -> merchant(unit.code()).stream())
                .toList();
    }

    /**
     * True where a participant who registered at unit {@code registeredAt} is the own of the merchant of {@code unit}: both lie
     * in its group, or, where it has none, are the same. Source: domain 7.5.
     */
    public boolean isOwn(String unit, String registeredAt) {
        String group = unit(unit).map(Unit::group).orElse("");
        return unit.equals(registeredAt)
                || (!group.isEmpty() && groupsOf(registeredAt).contains(group));
    }

    /** The zone of the clock on the wall of this unit. Domain 12.1 Q24. */
    public ZoneId zoneOf(String unit) {
        return unit(unit).flatMap(Unit::zone).orElse(settings().zone());
    }

    /** True when {@code unit} is one of {@code units} or lies at any depth in one of {@code groups}; both empty for all. */
    public boolean unitListed(String unit, Set<String> units, Set<String> groups) {
        if ((units.isEmpty() && groups.isEmpty()) || units.contains(unit)) {
            return true;
        }
        return groupsOfUnit.getOrDefault(unit, Set.of()).stream().anyMatch(groups::contains);
    }

    /** Codes of the groups that this unit lies in, at any depth. */
    Set<String> groupsOf(String unit) {
        return groupsOfUnit.getOrDefault(unit, Set.of());
    }

    /** The type of what this line sells: as the line says, or as the programme knows it; empty where neither does. */
    public String productTypeOf(PurchaseLine line) {
        Product product = products.get(line.product());
        return !line.type().isEmpty() || product == null ? line.type() : product.type();
    }

    /** The family of what this line sells: as the line says, or that of its type; empty where neither is known. */
    public String productFamilyOf(PurchaseLine line) {
        ProductType type = productTypes.get(productTypeOf(line));
        return !line.family().isEmpty() || type == null ? line.family() : type.family();
    }

    /** The attributes of the product that this line sells. */
    public Attributes productAttributesOf(PurchaseLine line) {
        Product product = products.get(line.product());
        return product == null ? Attributes.NONE : product.attributes();
    }

    /** The goal group of {@code offer}: that of its type, or of its classification. Domain 3.10. */
    public Goal goalOf(Offer offer) {
        return typeOf(offer).goal().orElse(offer.classification().goal());
    }

    /** The offers of this goal group, in the order of the programme. Domain 3.10. */
    public List<Offer> offersFor(Goal goal) {
        return programme.offers().stream()
                .filter(offer -> goalOf(offer) == goal)
                .toList();
    }

    /** The event classification of this code, if there is one. */
    public Optional<EventClassification> eventClassification(String code) {
        return Optional.ofNullable(eventClassifications.get(code));
    }

    /** The measure of this code, if there is one. */
    public Optional<Kpi> kpi(String code) {
        return Optional.ofNullable(kpis.get(code));
    }

    /** The rate from one denomination to another, by their codes, if there is one. */
    public Optional<ExchangeRate> rate(String from, String to) {
        return Optional.ofNullable(rates.get(ExchangeRate.code(from, to)));
    }

    /** The evaluation run of this code, if there is one. */
    public Optional<RunDefinition> run(String code) {
        return Optional.ofNullable(runs.get(code));
    }

    /** The declaration of an attribute by owner and name, if there is one. */
    public Optional<AttributeDeclaration> attribute(AttributeOwner owner, String name) {
        return attribute(AttributeDeclaration.path(owner, name));
    }

    /** The declaration of an attribute by a path such as {@code event.channel}, if there is one. */
    public Optional<AttributeDeclaration> attribute(String path) {
        return Optional.ofNullable(attributes.get(path));
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        return list.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    private static <T> T known(Map<String, T> map, String code) {
        T value = map.get(code);
        if (value == null) {
            throw new IllegalArgumentException("The code (" + code + ") is not in this programme.");
        }
        return value;
    }

    private static Map<String, Set<String>> groupsOfUnit(Programme programme) {
        Map<String, UnitGroup> groups = byKey(programme.groups(), UnitGroup::code);
        Map<String, Set<String>> result = new HashMap<>();
        for (Unit unit : programme.units()) {
            Set<String> ancestors = new HashSet<>();
            String code = unit.group();
            while (!code.isEmpty() && ancestors.add(code)) {
                code = known(groups, code).parent();
            }
            result.put(unit.code(), Set.copyOf(ancestors));
        }
        return Map.copyOf(result);
    }
}
