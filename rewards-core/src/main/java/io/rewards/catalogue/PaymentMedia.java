package io.rewards.catalogue;

import io.rewards.event.PaymentMedium;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brands and types of payment media, any of which matches. Empty means all. Immutable. Source: domain 3.5.
 *
 * @param brands such as VISA
 * @param types such as CREDIT_CARD
 */
public record PaymentMedia(Set<String> brands, Set<String> types) {

    /** All payment media. */
    public static final PaymentMedia ALL = new PaymentMedia(Set.of(), Set.of());

    /** Copies the sets. */
    public PaymentMedia {
        brands = Collections.unmodifiableSet(new TreeSet<>(brands));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
    }

    /** True when {@code medium} is of a listed brand or type, or none is listed. */
    public boolean accepts(PaymentMedium medium) {
        return (brands.isEmpty() && types.isEmpty())
                || brands.contains(medium.brand())
                || types.contains(medium.type());
    }

    @Override
    public String toString() {
        return new CodesInWords(", ").add("brands", brands).add("types", types).toString();
    }
}
