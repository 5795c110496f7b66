package io.rewards.catalogue;

/**
 * A part of a set: so many pieces of some products. Immutable. Source: domain 2.4 C3.
 *
 * @param products of which the pieces are, any of them
 * @param quantity of pieces in one set
 */
public record SetPart(ProductSelection products, long quantity) {

    /** The most pieces of a part: as many as a line of a purchase can have. */
    private static final long MOST_PIECES = 1_000_000;

    /** Refuses products of which none is named, and a quantity below 1 or above what a purchase can have. */
    public SetPart {
        if (products.namesNone()) {
            throw new IllegalArgumentException("The part of a set must name products, types or families.");
        }
        if (quantity < 1 || quantity > MOST_PIECES) {
            throw new IllegalArgumentException(
                    "The quantity (" + quantity + ") of " + products + " in a set must be 1 to " + MOST_PIECES + ".");
        }
    }

    /** This part with another quantity, as people read it. */
    public String of(long pieces) {
        return pieces + " of " + products;
    }

    @Override
    public String toString() {
        return of(quantity);
    }
}
