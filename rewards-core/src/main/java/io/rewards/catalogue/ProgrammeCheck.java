package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds everything that is wrong with a programme as a whole: codes used twice, references to nothing, and combinations
 * the domain forbids. What one value alone can get wrong, its constructor refuses. Source: domain 2.2, 3.9.
 */
public final class ProgrammeCheck {

    private static final long LARGEST_FIXED_AWARD = 1_000_000_000_000L;

    private static final Pattern OFFER_CODE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private final Programme programme;
    private final Set<String> alsoKnown;
    private final Problems problems = new Problems();
    private final Set<String> families;
    private final Set<String> types;
    private final Set<String> products;
    private final Set<String> groups;
    private final Set<String> units;
    private final Set<String> segments;
    private final Set<String> tiers;
    private final Set<String> schemes;
    private final Set<String> categories;
    private final Set<String> offerTypes;
    private final Set<String> offers;
    private final Map<String, AttributeDeclaration> attributes = new HashMap<>();

    private ProgrammeCheck(Programme programme, Set<String> alsoKnown) {
        this.programme = programme;
        this.alsoKnown = alsoKnown;
        families = unique("families", programme.families(), ProductFamily::code);
        types = unique("productTypes", programme.productTypes(), ProductType::code);
        products = unique("products", programme.products(), Product::code);
        groups = unique("groups", programme.groups(), UnitGroup::code);
        units = unique("units", programme.units(), Unit::code);
        segments = unique("segments", programme.segments(), Segment::code);
        tiers = unique("tiers", programme.tiers(), Function.identity());
        schemes = unique("schemes", programme.schemes(), Scheme::code);
        categories = unique("categories", programme.categories(), Category::code);
        offerTypes = unique("offerTypes", programme.offerTypes(), OfferType::code);
        offers = unique("offers", programme.offers(), Offer::code);
        unique("attributes", programme.attributes(), AttributeDeclaration::path);
        programme.attributes().forEach(declared -> attributes.putIfAbsent(declared.path(), declared));
    }

    /**
     * Everything that is wrong with {@code programme}.
     *
     * @param alsoKnown codes that may be referred to although the programme lacks them, because they could not be read
     */
    public static List<Problem> problems(Programme programme, Set<String> alsoKnown) {
        ProgrammeCheck check = new ProgrammeCheck(programme, alsoKnown);
        check.settings();
        check.organisation();
        check.schemesAndTypes();
        check.offers();
        return check.problems.found();
    }

    private void settings() {
        Set<String> codes = new HashSet<>(Set.of(programme.settings().currency().code()));
        for (Denomination point : programme.settings().points()) {
            problems.unless(
                    codes.add(point.code()), "settings.points", "The denomination (" + point + ") is declared twice.");
        }
    }

    private void organisation() {
        programme
                .productTypes()
                .forEach(type -> optionalReference(
                        "productTypes[" + type.code() + "].family", "family", type.family(), families));
        for (Product product : programme.products()) {
            String path = "products[" + product.code() + "]";
            optionalReference(path + ".type", "product type", product.type(), types);
            attributes(path + ".attributes", AttributeOwner.PRODUCT, product.attributes());
        }
        for (UnitGroup group : programme.groups()) {
            optionalReference("groups[" + group.code() + "].parent", "group", group.parent(), groups);
        }
        noCircles("groups", programme.groups(), UnitGroup::code, UnitGroup::parent);
        programme
                .units()
                .forEach(unit -> optionalReference("units[" + unit.code() + "].group", "group", unit.group(), groups));
        for (Segment segment : programme.segments()) {
            String path = "segments[" + segment.code() + "]";
            references(path + ".offers", "offer", segment.offers(), offers);
            references(path + ".types", "offer type", segment.types(), offerTypes);
            references(path + ".schemes", "scheme", segment.schemes(), schemes);
        }
    }

    private void schemesAndTypes() {
        for (Category category : programme.categories()) {
            optionalReference("categories[" + category.code() + "].parent", "category", category.parent(), categories);
        }
        noCircles("categories", programme.categories(), Category::code, Category::parent);
        for (OfferType type : programme.offerTypes()) {
            references("offerTypes[" + type.code() + "].categories", "category", type.categories(), categories);
        }
    }

    private void offers() {
        Map<Long, String> numbers = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, OfferType> typeByCode = new HashMap<>();
        programme.offerTypes().forEach(type -> typeByCode.putIfAbsent(type.code(), type));
        for (Offer offer : programme.offers()) {
            String path = "offers[" + offer.code() + "]";
            problems.unless(
                    offer.number() > 0, path + ".number", "The number (" + offer.number() + ") must be above 0.");
            problems.unless(
                    OFFER_CODE.matcher(offer.code()).matches(),
                    path + ".code",
                    "The code (" + offer.code() + ") must be 1 to 60 letters, digits, dots, dashes or underscores.");
            String numbered = numbers.putIfAbsent(offer.number(), offer.code());
            problems.unless(
                    numbered == null,
                    path + ".number",
                    "The number (" + offer.number() + ") already belongs to offer (" + numbered + ").");
            String named = names.putIfAbsent(offer.name(), offer.code());
            problems.unless(
                    named == null,
                    path + ".name",
                    "The name (" + offer.name() + ") already belongs to offer (" + named + ").");
            reference(path + ".scheme", "scheme", offer.scheme(), schemes);
            reference(path + ".type", "offer type", offer.type(), offerTypes);
            OfferType type = typeByCode.get(offer.type());
            if (type != null) {
                typeAllows(path, offer, type);
            }
            optionalReference(path + ".category", "category", offer.category(), categories);
            problems.unless(
                    offer.state() == OfferState.NOT_EFFECTIVE
                            || offer.latestEffectiveDate().isPresent(),
                    path + ".effectiveSince",
                    "An effective offer must say since when it is effective.");
            award(path, offer);
            conditions(path + ".conditions", offer.conditions());
            classificationDemands(path, offer);
            SpendConditions spend = offer.spendConditions();
            products(path + ".spendConditions.products", spend.products());
            references(path + ".spendConditions.units", "unit", spend.units(), units);
            references(path + ".spendConditions.groups", "group", spend.groups(), groups);
            cap(path + ".caps.perParticipant", offer, offer.caps().perParticipant());
            cap(path + ".caps.total", offer, offer.caps().total());
            attributes(path + ".attributes", AttributeOwner.OFFER, offer.attributes());
        }
    }

    private void typeAllows(String path, Offer offer, OfferType type) {
        problems.unless(
                type.classification() == offer.classification(),
                path + ".type",
                "The type (" + type.code() + ") is for " + type.classification() + ", the offer is "
                        + offer.classification() + ".");
        problems.unless(
                !categories.contains(offer.category())
                        || type.categories().isEmpty()
                        || type.categories().contains(offer.category()),
                path + ".category",
                "The category (" + offer.category() + ") is not one of " + type.categories() + ", which the type ("
                        + type.code() + ") allows.");
    }

    private void award(String path, Offer offer) {
        Settings settings = programme.settings();
        Denomination awarded = settings.denominationOf(offer.award());
        problems.unless(
                settings.denomination(awarded.code()).filter(awarded::equals).isPresent(),
                path + ".award",
                "The denomination (" + awarded + ", scale " + awarded.scale() + ") is neither the currency ("
                        + settings.currency() + ") nor one of the points " + settings.points() + ".");
        if (offer.award() instanceof Award.FixedAmount fixed) {
            problems.unless(
                    fixed.amount().units() <= LARGEST_FIXED_AWARD,
                    path + ".award.amount",
                    "The award (" + fixed.amount()
                            + ") is larger than any award can be. Maybe a decimal point is missing.");
        } else if (offer.award() instanceof Award.PercentageOfPurchase purchase) {
            percentage(path, purchase.percentage());
            boolean countsThings =
                    offer.terms() instanceof Terms.CountLoyalty || offer.terms() instanceof Terms.QuantityLoyalty;
            problems.unless(
                    !countsThings,
                    path + ".award.percentage",
                    "An offer of " + offer.classification() + " cannot award a percentage of the purchase,"
                            + " because it counts purchases or pieces. Award an amount, or a percentage of what was awarded.");
        } else if (offer.award() instanceof Award.PercentageOfAwarded past) {
            percentage(path, past.percentage());
            references(path + ".award.types", "offer type", past.types(), offerTypes);
            references(path + ".award.schemes", "scheme", past.schemes(), schemes);
        }
        problems.unless(
                offer.spendMethod() != SpendMethod.SPEND_INSTANTLY || awarded.equals(settings.currency()),
                path + ".spendMethod",
                "An award in " + awarded + " cannot be spent instantly: a purchase is paid in " + settings.currency()
                        + ".");
    }

    private void percentage(String path, Percentage percentage) {
        problems.unless(
                percentage.compareTo(programme.settings().maximumPercentage()) <= 0,
                path + ".award.percentage",
                "The percentage (" + percentage + ") is above the maximum ("
                        + programme.settings().maximumPercentage() + ") of the settings.");
    }

    private void conditions(String path, AwardConditions conditions) {
        products(path + ".products", conditions.products());
        references(path + ".segmentsIncluded", "segment", conditions.segmentsIncluded(), segments);
        references(path + ".segmentsExcluded", "segment", conditions.segmentsExcluded(), segments);
        references(path + ".units", "unit", conditions.units(), units);
        references(path + ".groups", "group", conditions.groups(), groups);
        references(path + ".tiers", "tier", conditions.tiers(), tiers);
        for (AttributeCondition condition : conditions.attributes()) {
            AttributeDeclaration used = condition.attribute();
            problems.unless(
                    used.equals(attributes.get(used.path())),
                    path + ".attributes",
                    "The attribute (" + used.path() + ") of type " + used.type() + " is not declared in attributes.");
        }
    }

    private void classificationDemands(String path, Offer offer) {
        AwardConditions conditions = offer.conditions();
        if (offer.terms() instanceof Terms.FreeCapacity) {
            problems.unless(
                    !conditions.times().isAlways(),
                    path + ".conditions.times",
                    "An offer of UTILISE_FREE_CAPACITY must name weekdays or hours.");
        } else if (offer.terms() instanceof Terms.ProductRevenue || offer.terms() instanceof Terms.QuantityLoyalty) {
            problems.unless(
                    !conditions.products().isAll(),
                    path + ".conditions.products",
                    "An offer of " + offer.classification() + " must name products, types or families.");
        } else if (offer.terms() instanceof Terms.TransactionRevenue revenue) {
            currency(path + ".terms.from", revenue.from());
            revenue.to().ifPresent(to -> currency(path + ".terms.to", to));
        } else if (offer.terms() instanceof Terms.SpendLoyalty spend) {
            currency(path + ".terms.target", spend.target());
        }
    }

    private void currency(String path, Amount amount) {
        problems.unless(
                amount.denomination().equals(programme.settings().currency()),
                path,
                "The amount (" + amount + ") must be in " + programme.settings().currency()
                        + ", the currency of purchases.");
    }

    private void cap(String path, Offer offer, Cap cap) {
        if (cap.amount().isPresent()) {
            Denomination awarded = programme.settings().denominationOf(offer.award());
            problems.unless(
                    cap.amount().get().denomination().equals(awarded),
                    path + ".amount",
                    "The cap (" + cap.amount().get() + ") must be in " + awarded + ", like the award.");
        }
    }

    private void products(String path, ProductSelection selection) {
        references(path + ".products", "product", selection.products(), products);
        references(path + ".types", "product type", selection.types(), types);
        references(path + ".families", "product family", selection.families(), families);
    }

    private void attributes(String path, AttributeOwner owner, Attributes carried) {
        for (Map.Entry<String, AttributeValue> entry : carried.values().entrySet()) {
            AttributeDeclaration declared = attributes.get(AttributeDeclaration.path(owner, entry.getKey()));
            problems.unless(
                    declared != null && declared.type() == entry.getValue().type(),
                    path + "." + entry.getKey(),
                    "The attribute (" + entry.getKey() + ") with a value of type "
                            + entry.getValue().type() + " is not declared for " + owner + ".");
        }
    }

    private <T> Set<String> unique(String path, List<T> list, Function<T, String> key) {
        Set<String> codes = new TreeSet<>();
        for (T item : list) {
            String code = key.apply(item);
            problems.unless(!code.isBlank(), path, "A code must not be blank.");
            problems.unless(codes.add(code), path + "[" + code + "]", "The code (" + code + ") is used twice.");
        }
        return codes;
    }

    private <T> void noCircles(String path, List<T> list, Function<T, String> code, Function<T, String> parent) {
        Map<String, String> parents = new HashMap<>();
        list.forEach(item -> parents.put(code.apply(item), parent.apply(item)));
        for (String start : parents.keySet()) {
            Set<String> seen = new HashSet<>();
            String at = start;
            while (at != null && !at.isEmpty() && seen.add(at)) {
                at = parents.get(at);
            }
            problems.unless(
                    !start.equals(at), path + "[" + start + "].parent", "The code (" + start + ") lies inside itself.");
        }
    }

    private void optionalReference(String path, String kind, String code, Set<String> known) {
        if (!code.isEmpty()) {
            reference(path, kind, code, known);
        }
    }

    private void references(String path, String kind, Collection<String> codes, Set<String> known) {
        codes.forEach(code -> reference(path, kind, code, known));
    }

    private void reference(String path, String kind, String code, Set<String> known) {
        if (!known.contains(code) && !alsoKnown.contains(code)) {
            problems.add(
                    path, "The " + kind + " (" + code + ") is not in the programme; it has " + shortened(known) + ".");
        }
    }

    private static String shortened(Set<String> known) {
        int shown = 10;
        return known.size() <= shown
                ? known.toString()
                : known.stream().limit(shown).toList() + " and " + (known.size() - shown) + " more";
    }
}
