package io.rewards.catalogue.life;

/**
 * One thing in the catalogue, such as the offer SUMMER. Immutable.
 *
 * @param kind what it is
 * @param code unique among its kind
 */
public record Subject(SubjectKind kind, String code) {
    @Override
    public String toString() {
        return kind.word() + " (" + code + ")";
    }
}
