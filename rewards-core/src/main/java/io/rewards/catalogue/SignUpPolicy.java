package io.rewards.catalogue;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How participants sign up to a scheme. Immutable. Source: domain 4.1.
 *
 * @param option how they come in
 * @param selfSignUp true when apps may offer the scheme for selection
 * @param referenceCode true when a code of a third party is needed, which the host's validator checks
 * @param domains of e-mail addresses, in lower case, for {@link SignUpOption#EMAIL_DOMAIN}
 * @param codes that were issued, for {@link SignUpOption#UNIQUE_CODE}
 */
public record SignUpPolicy(
        SignUpOption option, boolean selfSignUp, boolean referenceCode, Set<String> domains, Set<String> codes) {

    /** Participants join at will. */
    public static final SignUpPolicy SELF = of(SignUpOption.SELF);

    /** Copies the sets; domains go to lower case. */
    public SignUpPolicy {
        Set<String> lower = new TreeSet<>();
        domains.forEach(domain -> lower.add(domain.toLowerCase(Locale.ROOT)));
        domains = Collections.unmodifiableSet(lower);
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    /** A policy with nothing else to say. */
    public static SignUpPolicy of(SignUpOption option) {
        return new SignUpPolicy(option, option == SignUpOption.SELF, false, Set.of(), Set.of());
    }
}
