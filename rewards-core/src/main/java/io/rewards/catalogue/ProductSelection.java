package io.rewards.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Products, product types and product families, any of which matches. Empty means all products. Immutable.
 * Source: domain 3.5.
 *
 * @param products codes of products
 * @param types codes of product types
 * @param families codes of product families
 */
public record ProductSelection(Set<String> products, Set<String> types, Set<String> families) {

    /** All products. */
    public static final ProductSelection ALL = new ProductSelection(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public ProductSelection {
        products = Collections.unmodifiableSet(new TreeSet<>(products));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        families = Collections.unmodifiableSet(new TreeSet<>(families));
    }

    /** The products of these types. */
    public static ProductSelection ofTypes(String... types) {
        return new ProductSelection(Set.of(), Set.of(types), Set.of());
    }

    /** These products. */
    public static ProductSelection ofProducts(String... products) {
        return new ProductSelection(Set.of(products), Set.of(), Set.of());
    }

    /** True when nothing is selected, which means all products. */
    public boolean isAll() {
        return products.isEmpty() && types.isEmpty() && families.isEmpty();
    }

    /** True when a product of this code, type and family is selected. */
    public boolean includes(String product, String type, String family) {
        return isAll() || products.contains(product) || types.contains(type) || families.contains(family);
    }

    @Override
    public String toString() {
        return "products " + products + ", types " + types + ", families " + families;
    }
}
