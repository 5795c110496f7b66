package io.rewards.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The choices of a programme about its participants. Immutable. Source: domain 4.3, 4.7, 10, 12.1 Q30.
 *
 * @param mergeCounts true where the counts of a duplicate towards targets join those of the participant who stays
 * @param paymentPreferences how participants can be paid; empty for any way
 * @param careConsent kinds of notices that need consent to customer care; none of them is advertising
 */
public record ParticipantSettings(
        boolean mergeCounts, List<PaymentPreference> paymentPreferences, Set<NotificationKind> careConsent) {

    /** Counts end with the duplicate, any way of payment is allowed, and notices of one's own money need no consent. */
    public static final ParticipantSettings DEFAULT = new ParticipantSettings(false, List.of(), Set.of());

    /** Copies the collections. Refuses a payment preference that is there twice, and notices that are advertising. */
    public ParticipantSettings {
        paymentPreferences = List.copyOf(paymentPreferences);
        careConsent = Collections.unmodifiableSet(new TreeSet<>(careConsent));
        Set<String> codes = new HashSet<>();
        for (PaymentPreference each : paymentPreferences) {
            if (!codes.add(each.code())) {
                throw new IllegalArgumentException(
                        "The payment preference (" + each.code() + ") is there twice; name it once.");
            }
        }
        for (NotificationKind kind : careConsent) {
            if (kind.isMarketing()) {
                throw new IllegalArgumentException("Notices of " + kind + " are advertising, which needs consent to"
                        + " marketing anyway. Customer care is about awards, spends and expiry.");
            }
        }
    }

    /** These settings, where the counts of duplicates join or do not. */
    public ParticipantSettings withMergeCounts(boolean merge) {
        return new ParticipantSettings(merge, paymentPreferences, careConsent);
    }

    /** These settings with other ways to be paid. */
    public ParticipantSettings withPaymentPreferences(PaymentPreference... allowed) {
        return new ParticipantSettings(mergeCounts, List.of(allowed), careConsent);
    }

    /** These settings, where notices of these kinds need consent to customer care. */
    public ParticipantSettings withCareConsent(NotificationKind... kinds) {
        return new ParticipantSettings(mergeCounts, paymentPreferences, Set.of(kinds));
    }

    /** The allowed way to be paid of this code; empty where it is not allowed. */
    public Optional<PaymentPreference> paymentPreference(String code) {
        return paymentPreferences.stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Codes of the allowed ways to be paid, in their order. */
    public List<String> paymentCodes() {
        List<String> codes = new ArrayList<>();
        paymentPreferences.forEach(each -> codes.add(each.code()));
        return codes;
    }
}
