package io.rewards.kind;

import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.PaymentPreference;
import io.rewards.catalogue.TextPattern;
import io.rewards.participant.Preferences;
import io.rewards.problem.Problems;
import java.util.Map;
import java.util.Optional;

/** A way to be paid is one that the programme allows, with what has to be known for it. Source: domain 4.3, 4.7. */
final class Payments {

    private static final String PATH = "profile.preferences.";

    private Payments() {}

    /** Checks a way to be paid that changes; one from before is left alone until it is used. */
    static void check(Preferences before, Preferences after, ParticipantSettings settings, Problems problems) {
        boolean same = before.payment().equals(after.payment())
                && before.paymentDetails().equals(after.paymentDetails());
        if (!same && !settings.paymentPreferences().isEmpty()) {
            check(after, settings, problems);
        }
    }

    private static void check(Preferences after, ParticipantSettings settings, Problems problems) {
        if (after.payment().isEmpty()) {
            problems.unless(
                    after.paymentDetails().isEmpty(),
                    PATH + "paymentDetails",
                    "There are details of a payment preference, and no payment preference.");
            return;
        }
        Optional<PaymentPreference> allowed = settings.paymentPreference(after.payment());
        problems.unless(allowed.isPresent(), PATH + "payment", notAllowed(after.payment(), settings));
        allowed.ifPresent(payment -> details(payment, after.paymentDetails(), problems));
    }

    /** That this way to be paid is none of those of the programme. */
    static String notAllowed(String payment, ParticipantSettings settings) {
        return "The payment preference (" + payment + ") is not allowed; those of the programme are "
                + settings.paymentCodes() + ".";
    }

    private static void details(PaymentPreference payment, Map<String, String> details, Problems problems) {
        for (PaymentPreference.Field needed : payment.fields()) {
            String path = PATH + "paymentDetails." + needed.name();
            String text = details.getOrDefault(needed.name(), "");
            if (text.isBlank()) {
                problems.add(path, "The payment preference (" + payment.code() + ") needs " + needed.name() + ".");
            } else {
                problems.unless(
                        needed.pattern()
                                .filter(pattern -> !pattern.matches(text))
                                .isEmpty(),
                        path,
                        "The " + needed.name() + " of the payment preference (" + payment.code()
                                + ") does not look like "
                                + needed.pattern().map(TextPattern::text).orElse("") + ".");
            }
        }
        for (String name : details.keySet()) {
            problems.unless(
                    payment.names().contains(name),
                    PATH + "paymentDetails." + name,
                    "The payment preference (" + payment.code() + ") has no field (" + name + "); it has "
                            + payment.names() + ".");
        }
    }
}
