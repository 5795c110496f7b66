package io.rewards.decision;

import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.SpendMethod;
import io.rewards.organisation.Unit;
import io.rewards.participant.Participant;
import java.util.Optional;

/**
 * A participant at the unit of a merchant: what its agreement refuses there besides awards, which are asked of rules. Every
 * refusal is a sentence that ends in its reason. Without an agreement nothing is refused. Immutable. Source: domain 7.2, 7.5.
 *
 * @param catalogue that knows the agreements
 * @param unit code of the unit
 * @param participant who is there
 */
public record AtMerchant(Catalogue catalogue, String unit, Participant participant) {

    /** True for a participant who registered in the merchant's group. */
    public boolean isOwn() {
        return catalogue.isOwn(unit, participant.unit());
    }

    /** The merchant's group, in words, or its unit where that lies in none. */
    String group() {
        String group = catalogue.unit(unit).map(Unit::group).orElse("");
        return group.isEmpty() ? unit : group;
    }

    /** Why the wallet cannot pay there in this way; empty where it can. */
    public Optional<String> refusesSpending(SpendMethod method) {
        return catalogue
                .merchant(unit)
                .flatMap(terms -> notEffective(terms, "nothing can be spent there")
                        .or(() -> participants(
                                terms, AgreementField.SPENDS_OWN, AgreementField.SPENDS_OTHERS, "may not spend there"))
                        .or(() -> terms.allows(AgreementField.SPEND_METHODS, method)
                                ? Optional.empty()
                                : Optional.of("The merchant of unit (" + unit + ") has agreed to "
                                        + terms.value(AgreementField.SPEND_METHODS) + ", not to " + method + ".")));
    }

    /** Why the participant cannot sign up to a scheme there; empty where that is possible. */
    public Optional<String> refusesSignUp(String scheme) {
        return catalogue
                .merchant(unit)
                .flatMap(terms -> notEffective(terms, "nobody can sign up there")
                        .or(() -> participants(
                                terms,
                                AgreementField.SIGN_UPS_OWN,
                                AgreementField.SIGN_UPS_OTHERS,
                                "may not sign up there"))
                        .or(() -> terms.allows(AgreementField.SCHEMES, scheme)
                                ? Optional.empty()
                                : Optional.of(
                                        DeclineReason.NOT_A_SCHEME_OF_THE_MERCHANT.ends("The merchant of unit (" + unit
                                                + ") takes part in " + terms.value(AgreementField.SCHEMES)
                                                + ", not in scheme (" + scheme
                                                + ")"))));
    }

    /** Why the merchant may not submit a purchase of the participant; empty where it may. */
    public Optional<String> refusesPurchase() {
        return catalogue
                .merchant(unit)
                .filter(MerchantTerms::isEffective)
                .flatMap(terms -> participants(
                        terms,
                        AgreementField.PURCHASES_OWN,
                        AgreementField.PURCHASES_OTHERS,
                        "are not the merchant's to submit purchases of"));
    }

    private Optional<String> notEffective(MerchantTerms terms, String so) {
        return terms.isEffective()
                ? Optional.empty()
                : Optional.of(DeclineReason.AGREEMENT_NOT_EFFECTIVE.ends("The agreement of the merchant of unit ("
                        + unit + ") is " + AgreementState.NOT_EFFECTIVE + ", so " + so));
    }

    private Optional<String> participants(
            MerchantTerms terms, AgreementField<Boolean> own, AgreementField<Boolean> others, String so) {
        if (terms.value(isOwn() ? own : others)) {
            return Optional.empty();
        }
        return Optional.of(
                isOwn()
                        ? DeclineReason.OWN_PARTICIPANT.ends("Participants who registered in (" + group() + ") " + so)
                        : DeclineReason.PARTICIPANT_OF_ANOTHER.ends(
                                "Participants who did not register in (" + group() + ") " + so));
    }
}
