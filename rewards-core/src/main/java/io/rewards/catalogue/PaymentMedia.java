package io.rewards.catalogue;

import io.rewards.event.PaymentMedium;
import io.rewards.participant.Secret;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brands, types and identifiers of payment media, any of which matches. Empty means all. Immutable. Source: domain 3.5.
 *
 * @param brands such as VISA
 * @param types such as CREDIT_CARD
 * @param identifierHashes SHA-256 hashes of single media, so that no programme holds the number of a card
 */
public record PaymentMedia(Set<String> brands, Set<String> types, Set<String> identifierHashes) {

    /** All payment media. */
    public static final PaymentMedia ALL = new PaymentMedia(Set.of(), Set.of());

    /** Copies the sets. Refuses what is no hash, without repeating it. */
    public PaymentMedia {
        brands = Collections.unmodifiableSet(new TreeSet<>(brands));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        identifierHashes = Collections.unmodifiableSet(new TreeSet<>(identifierHashes));
        if (!identifierHashes.stream().allMatch(Secret::isHash)) {
            throw new IllegalArgumentException("The identifierHashes of payment media must be SHA-256 hashes of 64"
                    + " hexadecimal digits; what is hashed is never named.");
        }
    }

    /** Brands and types. */
    public PaymentMedia(Set<String> brands, Set<String> types) {
        this(brands, types, Set.of());
    }

    /** True when {@code medium} is of a listed brand or type or is listed itself, or none is listed. */
    public boolean accepts(PaymentMedium medium) {
        return (brands.isEmpty() && types.isEmpty() && identifierHashes.isEmpty())
                || brands.contains(medium.brand())
                || types.contains(medium.type())
                || identifierHashes.contains(medium.identifierHash());
    }

    /** In words, without the hashes. */
    @Override
    public String toString() {
        String named =
                new CodesInWords(", ").add("brands", brands).add("types", types).toString();
        String single = identifierHashes.isEmpty() ? "" : identifierHashes.size() + " known by their identifiers";
        return named + (named.isEmpty() || single.isEmpty() ? "" : ", ") + single;
    }
}
