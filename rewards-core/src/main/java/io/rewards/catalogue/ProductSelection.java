package io.rewards.catalogue;

import io.rewards.attribute.Attributes;
import java.util.Set;

/**
 * Products, product types and product families, any of which matches, less those that are excepted. Where none is named, all
 * products match that are not excepted, also unknown ones. Immutable. Source: domain 3.5.
 *
 * @param named what matches; empty for all
 * @param except what does not match, whatever is named
 */
public record ProductSelection(ProductList named, ProductList except) {

    /** All products. */
    public static final ProductSelection ALL = new ProductSelection(ProductList.NONE, ProductList.NONE);

    /** What these codes name, without exceptions. */
    public ProductSelection(Set<String> products, Set<String> types, Set<String> families) {
        this(new ProductList(products, types, families), ProductList.NONE);
    }

    /** The products of these types. */
    public static ProductSelection ofTypes(String... types) {
        return new ProductSelection(Set.of(), Set.of(types), Set.of());
    }

    /** These products. */
    public static ProductSelection ofProducts(String... products) {
        return new ProductSelection(Set.of(products), Set.of(), Set.of());
    }

    /** This selection with other exceptions. */
    public ProductSelection butNot(ProductList changed) {
        return new ProductSelection(named, changed);
    }

    /** This selection with {@code more} exceptions. */
    public ProductSelection butNeither(ProductList more) {
        return more.isEmpty() ? this : butNot(except.and(more));
    }

    /** Codes of products that match. */
    public Set<String> products() {
        return named.products();
    }

    /** Codes of product types that match. */
    public Set<String> types() {
        return named.types();
    }

    /** Codes of product families that match. */
    public Set<String> families() {
        return named.families();
    }

    /** True when no product is left out. */
    public boolean isAll() {
        return namesNone() && except.isEmpty();
    }

    /** True when none is named, so that all match that are not excepted. */
    public boolean namesNone() {
        return named.isEmpty();
    }

    /** True when a line with these attributes of a product of this code, type and family matches. */
    public boolean includes(String product, String type, String family, Attributes line) {
        return includesBeforeExceptions(product, type, family) && !except.has(product, type, family, line);
    }

    /** True when a product of this code, type and family would match if nothing were excepted. */
    public boolean includesBeforeExceptions(String product, String type, String family) {
        return namesNone() || named.has(product, type, family, Attributes.NONE);
    }

    @Override
    public String toString() {
        String what = namesNone() ? "all products" : named.toString();
        return what + (except.isEmpty() ? "" : ", but not " + except);
    }
}
