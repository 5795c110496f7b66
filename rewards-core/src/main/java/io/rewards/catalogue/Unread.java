package io.rewards.catalogue;

import java.util.Set;

/**
 * What of a programme could not be read, so that a reference to it is no problem of its own. Immutable.
 *
 * @param codes of elements that could not be read
 * @param parts that have elements of which not even the code could be read
 */
public record Unread(Set<String> codes, Set<Part<?>> parts) {

    /** All was read. */
    public static final Unread NOTHING = new Unread(Set.of(), Set.of());

    /** Copies both. */
    public Unread {
        codes = Set.copyOf(codes);
        parts = Set.copyOf(parts);
    }

    /** True when {@code part} may have one of this code after all. */
    boolean mayHave(Part<?> part, String code) {
        return codes.contains(code) || parts.contains(part);
    }
}
