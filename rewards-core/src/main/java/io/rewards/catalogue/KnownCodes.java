package io.rewards.catalogue;

import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The codes of a programme; notes those that are used twice and references to those it lacks. Not thread-safe. */
final class KnownCodes {

    private static final int MOST_SHOWN = 10;

    final Set<String> families;
    final Set<String> types;
    final Set<String> products;
    final Set<String> groups;
    final Set<String> units;
    final Set<String> segments;
    final Set<String> tiers;
    final Set<String> schemes;
    final Set<String> categories;
    final Set<String> offerTypes;
    final Set<String> offers;
    final Set<String> kpis;
    final Set<String> eventClassifications;
    final Set<String> templates;

    private final Set<String> alsoKnown;
    private final Problems problems;

    KnownCodes(Programme programme, Set<String> alsoKnown, Problems problems) {
        this.alsoKnown = alsoKnown;
        this.problems = problems;
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
        kpis = unique("kpis", programme.kpis(), Kpi::code);
        eventClassifications =
                unique("eventClassifications", programme.eventClassifications(), EventClassification::code);
        templates = unique("templates", programme.templates(), OfferTemplate::code);
        unique("runs", programme.runs(), RunDefinition::code);
    }

    /** Notes blank codes and those that are used twice. */
    <T> Set<String> unique(String path, List<T> list, Function<T, String> key) {
        Set<String> codes = new TreeSet<>();
        for (T item : list) {
            String code = key.apply(item);
            problems.unless(!code.isBlank(), path, "A code must not be blank.");
            problems.unless(codes.add(code), path + "[" + code + "]", "The code (" + code + ") is used twice.");
        }
        return codes;
    }

    /** Notes names that belong to another element of the list already; {@code kind} is what its elements are called. */
    <T> void uniqueNames(String path, String kind, List<T> list, Function<T, String> code, Function<T, String> name) {
        Map<String, String> named = new HashMap<>();
        for (T item : list) {
            String first = named.putIfAbsent(name.apply(item), code.apply(item));
            problems.unless(
                    first == null,
                    path + "[" + code.apply(item) + "].name",
                    "The name (" + name.apply(item) + ") already belongs to " + kind + " (" + first + ").");
        }
    }

    void optionalReference(String path, String kind, String code, Set<String> known) {
        if (!code.isEmpty()) {
            reference(path, kind, code, known);
        }
    }

    void references(String path, String kind, Collection<String> codes, Set<String> known) {
        codes.forEach(code -> reference(path, kind, code, known));
    }

    void reference(String path, String kind, String code, Set<String> known) {
        if (!known.contains(code) && !alsoKnown.contains(code)) {
            problems.add(
                    path, "The " + kind + " (" + code + ") is not in the programme; it has " + shortened(known) + ".");
        }
    }

    void products(String path, ProductSelection selection) {
        references(path + ".products", "product", selection.products(), products);
        references(path + ".types", "product type", selection.types(), types);
        references(path + ".families", "product family", selection.families(), families);
    }

    private static String shortened(Set<String> known) {
        return known.size() <= MOST_SHOWN
                ? known.toString()
                : known.stream().limit(MOST_SHOWN).toList() + " and " + (known.size() - MOST_SHOWN) + " more";
    }
}
