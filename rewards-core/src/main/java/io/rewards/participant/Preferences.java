package io.rewards.participant;

import io.rewards.amount.Amount;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How a participant wants to be dealt with. Immutable. Source: domain 4.3.
 *
 * @param language such as {@code en}; empty for the language of the programme
 * @param payment how refunds reach the participant, such as {@code BANK_TRANSFER}, or empty
 * @param paymentDetails what has to be known for that, such as {@code iban}, by name
 * @param directMarketing consent to advertising by the owner of the programme
 * @param affiliateMarketing consent to advertising for its partners
 * @param customerCare consent to notices about one's own money, where the programme asks for it
 * @param automaticSpending what the wallet may pay without a request
 */
public record Preferences(
        String language,
        String payment,
        Map<String, String> paymentDetails,
        Consent directMarketing,
        Consent affiliateMarketing,
        Consent customerCare,
        AutomaticSpending automaticSpending) {

    /** Nothing said. */
    public static final Preferences NONE =
            new Preferences("", "", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF);

    /** Copies the details. */
    public Preferences {
        paymentDetails = Collections.unmodifiableMap(new TreeMap<>(paymentDetails));
    }

    /** Preferences without details of payment, and without consent to customer care. */
    public Preferences(
            String language,
            String payment,
            Consent directMarketing,
            Consent affiliateMarketing,
            AutomaticSpending automaticSpending) {
        this(language, payment, Map.of(), directMarketing, affiliateMarketing, Consent.NOT_GIVEN, automaticSpending);
    }

    /** These preferences with another way to be paid. */
    public Preferences withPayment(String way, Map<String, String> details) {
        return new Preferences(
                language, way, details, directMarketing, affiliateMarketing, customerCare, automaticSpending);
    }

    /** These preferences with another consent to customer care. */
    public Preferences withCustomerCare(Consent changed) {
        return new Preferences(
                language, payment, paymentDetails, directMarketing, affiliateMarketing, changed, automaticSpending);
    }

    /** These preferences, with every amount changed. */
    public Preferences mapped(UnaryOperator<Amount> change) {
        return new Preferences(
                language,
                payment,
                paymentDetails,
                directMarketing,
                affiliateMarketing,
                customerCare,
                automaticSpending.mapped(change));
    }

    /** The language to address the participant in: the preferred one, or else that of the programme. */
    public String languageOr(String programme) {
        return language.isEmpty() ? programme : language;
    }
}
