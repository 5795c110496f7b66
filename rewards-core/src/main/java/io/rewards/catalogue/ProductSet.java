package io.rewards.catalogue;

import io.rewards.attribute.Attributes;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What must be bought together, such as a coffee and a cake. Immutable. Source: domain 2.4 C3.
 *
 * @param parts of one set
 * @param valuedBy which pieces make up the sets of a purchase that has more of them
 */
public record ProductSet(List<SetPart> parts, ValuedBy valuedBy) {

    /** Copies the list. Refuses an empty one. */
    public ProductSet {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The sets must have at least one part.");
        }
    }

    /** Of these parts, the cheapest pieces first. */
    public static ProductSet of(SetPart... parts) {
        return new ProductSet(List.of(parts), ValuedBy.CHEAPEST);
    }

    /** The place of the part that a line of a product counts for: the first that names it; empty where none does. */
    public OptionalInt partOf(String product, String type, String family, Attributes line) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).products().includes(product, type, family, line)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The products of all parts, as people read them. */
    public String products() {
        return parts.stream().map(part -> part.products().toString()).collect(Collectors.joining(" or "));
    }

    /** How many pieces make a set. */
    public long pieces() {
        return parts.stream().mapToLong(SetPart::quantity).sum();
    }

    @Override
    public String toString() {
        return parts.stream().map(SetPart::toString).collect(Collectors.joining(" and "));
    }
}
