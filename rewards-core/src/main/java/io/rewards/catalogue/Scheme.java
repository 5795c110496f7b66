package io.rewards.catalogue;

/**
 * A themed group of offers that participants sign up to. Immutable. Source: domain 4.1.
 *
 * @param code unique among schemes
 * @param name for people
 * @param state whether its offers award
 * @param awardValidity of the awards of its offers, unless an offer has its own
 */
public record Scheme(String code, String name, SchemeState state, AwardValidity awardValidity) {

    /** An effective scheme whose awards never expire. */
    public static Scheme of(String code) {
        return new Scheme(code, code, SchemeState.EFFECTIVE, AwardValidity.ALWAYS);
    }
}
