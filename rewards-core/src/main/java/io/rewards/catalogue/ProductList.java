package io.rewards.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Products, product types and product families, any of which matches. Empty means no products. Immutable.
 * Source: domain 3.5.
 *
 * @param products codes of products
 * @param types codes of product types
 * @param families codes of product families
 */
public record ProductList(Set<String> products, Set<String> types, Set<String> families) {

    /** No products. */
    public static final ProductList NONE = new ProductList(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public ProductList {
        products = Collections.unmodifiableSet(new TreeSet<>(products));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        families = Collections.unmodifiableSet(new TreeSet<>(families));
    }

    /** What is on this list or on {@code other}. */
    public ProductList and(ProductList other) {
        return new ProductList(
                union(products, other.products), union(types, other.types), union(families, other.families));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    /** True when nothing is on it. */
    public boolean isEmpty() {
        return products.isEmpty() && types.isEmpty() && families.isEmpty();
    }

    /** True when a product of this code, type and family is on it. */
    public boolean has(String product, String type, String family) {
        return products.contains(product) || types.contains(type) || families.contains(family);
    }

    @Override
    public String toString() {
        return new CodesInWords(", ")
                .add("products", products)
                .add("types", types)
                .add("families", families)
                .toString();
    }
}
