package io.rewards.catalogue;

/**
 * A themed group of offers that participants sign up to. Immutable. Source: domain 4.1.
 *
 * @param code unique among schemes
 * @param name for people
 * @param description for people, or empty
 * @param state whether its offers award
 * @param awardValidity of the awards of its offers, unless an offer has its own
 * @param signUp how participants come in
 * @param marketing what an app shows
 * @param ownership to whom it belongs
 */
public record Scheme(
        String code,
        String name,
        String description,
        SchemeState state,
        AwardValidity awardValidity,
        SignUpPolicy signUp,
        Marketing marketing,
        Ownership ownership) {

    /** An effective scheme whose awards never expire and which participants join at will. */
    public static Scheme of(String code) {
        return of(code, code, SchemeState.EFFECTIVE, AwardValidity.ALWAYS);
    }

    /** A scheme that participants join at will. */
    public static Scheme of(String code, String name, SchemeState state, AwardValidity awardValidity) {
        return new Scheme(
                code, name, "", state, awardValidity, SignUpPolicy.SELF, Marketing.NONE, Ownership.OF_PROGRAMME);
    }

    /** This scheme, effective or not. */
    public Scheme with(SchemeState changed) {
        return new Scheme(code, name, description, changed, awardValidity, signUp, marketing, ownership);
    }

    /** This scheme, belonging to another group or seen by others. */
    public Scheme with(Ownership changed) {
        return new Scheme(code, name, description, state, awardValidity, signUp, marketing, changed);
    }

    /** This scheme with another way to sign up. */
    public Scheme with(SignUpPolicy changed) {
        return new Scheme(code, name, description, state, awardValidity, changed, marketing, ownership);
    }
}
