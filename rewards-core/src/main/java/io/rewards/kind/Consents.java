package io.rewards.kind;

import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.problem.Problems;
import java.time.Instant;

/** A consent that changes says when: later than before, and not in the future. The engine makes up no dates. Source: domain 4.2. */
final class Consents {

    private Consents() {}

    static void check(Preferences before, Profile profile, Instant processedOn, Problems problems) {
        Preferences after = profile.preferences();
        consent("directMarketing", before.directMarketing(), after.directMarketing(), processedOn, problems);
        consent("affiliateMarketing", before.affiliateMarketing(), after.affiliateMarketing(), processedOn, problems);
        consent("customerCare", before.customerCare(), after.customerCare(), processedOn, problems);
    }

    private static void consent(String name, Consent before, Consent after, Instant processedOn, Problems problems) {
        if (after.equals(before)) {
            return;
        }
        String path = "profile.preferences." + name;
        Instant on = after.changedOn().orElse(Instant.MIN);
        problems.unless(after.changedOn().isPresent(), path, "A consent that changes needs the date of the change.");
        problems.unless(!on.isAfter(processedOn), path, "The change of the consent (" + on + ") lies in the future.");
        problems.unless(
                after.changedOn().isEmpty()
                        || before.changedOn()
                                .filter(known -> !on.isAfter(known))
                                .isEmpty(),
                path,
                "The change of the consent (" + on + ") must come after the latest one ("
                        + before.changedOn().orElse(on) + ").");
    }
}
