package io.rewards.catalogue.life;

import io.rewards.catalogue.PartKind;

/**
 * One thing in the catalogue, such as the offer SUMMER. Immutable.
 *
 * @param kind what it is
 * @param code unique among its kind
 */
public record Subject(PartKind kind, String code) {
    @Override
    public String toString() {
        return kind.word() + " (" + code + ")";
    }
}
