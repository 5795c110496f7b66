package io.rewards.catalogue;

import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Products, product types and product families, and values that attributes of lines have, any of which matches. Empty means no
 * products. Immutable. Source: domain 3.5.
 *
 * @param products codes of products
 * @param types codes of product types
 * @param families codes of product families
 * @param attributes names of attributes of lines, and of each at least one value as it is written
 */
public record ProductList(
        Set<String> products, Set<String> types, Set<String> families, SortedMap<String, Set<String>> attributes) {

    /** No products. */
    public static final ProductList NONE = new ProductList(Set.of(), Set.of(), Set.of());

    /** Copies the sets. Refuses an attribute without values. */
    public ProductList {
        products = Collections.unmodifiableSet(new TreeSet<>(products));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        families = Collections.unmodifiableSet(new TreeSet<>(families));
        SortedMap<String, Set<String>> copied = new TreeMap<>();
        for (Map.Entry<String, Set<String>> entry : attributes.entrySet()) {
            if (entry.getValue().isEmpty()) {
                throw new IllegalArgumentException(
                        "The attribute (" + entry.getKey() + ") of lines must have at least one value.");
            }
            copied.put(entry.getKey(), Collections.unmodifiableSet(new TreeSet<>(entry.getValue())));
        }
        attributes = Collections.unmodifiableSortedMap(copied);
    }

    /** Products, whatever attributes their lines have. */
    public ProductList(Set<String> products, Set<String> types, Set<String> families) {
        this(products, types, families, new TreeMap<>());
    }

    /** The lines whose attribute of this name has one of these values. */
    public static ProductList ofLines(String attribute, String... values) {
        return new ProductList(Set.of(), Set.of(), Set.of(), new TreeMap<>(Map.of(attribute, Set.of(values))));
    }

    /** What is on this list or on {@code other}. */
    public ProductList and(ProductList other) {
        SortedMap<String, Set<String>> all = new TreeMap<>(attributes);
        other.attributes.forEach((name, values) -> all.merge(name, values, ProductList::union));
        return new ProductList(
                union(products, other.products), union(types, other.types), union(families, other.families), all);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    /** True when nothing is on it. */
    public boolean isEmpty() {
        return products.isEmpty() && types.isEmpty() && families.isEmpty() && attributes.isEmpty();
    }

    /** True when a line with these attributes of a product of this code, type and family is on it. */
    public boolean has(String product, String type, String family, Attributes line) {
        return products.contains(product) || types.contains(type) || families.contains(family) || has(line);
    }

    private boolean has(Attributes line) {
        for (Map.Entry<String, Set<String>> entry : attributes.entrySet()) {
            if (line.find(entry.getKey())
                    .map(AttributeValue::text)
                    .filter(entry.getValue()::contains)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        CodesInWords words = new CodesInWords(", ")
                .add("products", products)
                .add("types", types)
                .add("families", families);
        attributes.forEach((name, values) -> words.add("lines with " + name, values));
        return words.toString();
    }
}
