package io.rewards.participant;

import io.rewards.amount.Amount;
import java.util.function.UnaryOperator;

/**
 * How a participant wants to be dealt with. Immutable. Source: domain 4.3.
 *
 * @param language such as {@code en}; empty for the language of the programme
 * @param payment how refunds reach the participant, such as {@code BANK_TRANSFER}, or empty
 * @param directMarketing consent to advertising by the owner of the programme
 * @param affiliateMarketing consent to advertising for its partners
 * @param automaticSpending what the wallet may pay without a request
 */
public record Preferences(
        String language,
        String payment,
        Consent directMarketing,
        Consent affiliateMarketing,
        AutomaticSpending automaticSpending) {

    /** Nothing said. */
    public static final Preferences NONE =
            new Preferences("", "", Consent.NOT_GIVEN, Consent.NOT_GIVEN, AutomaticSpending.OFF);

    /** These preferences, with every amount changed. */
    public Preferences mapped(UnaryOperator<Amount> change) {
        return new Preferences(
                language, payment, directMarketing, affiliateMarketing, automaticSpending.mapped(change));
    }

    /** The language to address the participant in: the preferred one, or else that of the programme. */
    public String languageOr(String programme) {
        return language.isEmpty() ? programme : language;
    }
}
