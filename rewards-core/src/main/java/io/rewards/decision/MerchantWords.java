package io.rewards.decision;

import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.Offer;
import java.util.Optional;
import java.util.Set;

/**
 * The words with which a rule reads what is agreed with the merchant at whose unit an event happened. Only offers that wait
 * for an event have a merchant; about others nothing is agreed. Where nothing is agreed, everything is. Source: domain 7.2,
 * 7.5.
 */
public interface MerchantWords {

    /** The event, the account and the programme. */
    Situation situation();

    /** The offer. */
    Offer offer();

    /** True when there is an agreement with the merchant. */
    default boolean underAgreement() {
        return merchantTerms().isPresent();
    }

    /** Whether the agreement is effective. */
    default AgreementState agreementState() {
        return merchantTerms().filter(terms -> !terms.isEffective()).isPresent()
                ? AgreementState.NOT_EFFECTIVE
                : AgreementState.EFFECTIVE;
    }

    /** True when the merchant takes part in the scheme of the offer. */
    default boolean schemeAgreed() {
        return allows(AgreementField.SCHEMES, offer().scheme());
    }

    /** Codes of the schemes that the merchant takes part in; empty for all. */
    default Set<String> schemesAgreed() {
        return agreed(AgreementField.SCHEMES);
    }

    /** True when the merchant has agreed to offers of the classification. */
    default boolean classificationAgreed() {
        return allows(AgreementField.CLASSIFICATIONS, offer().classification());
    }

    /** The classifications that the merchant has agreed to; empty for all. */
    default Set<Classification> classificationsAgreed() {
        return agreed(AgreementField.CLASSIFICATIONS);
    }

    /** Code of the type of the offer. */
    default String offerType() {
        return offer().type();
    }

    /** True when the merchant has agreed to offers of the type. */
    default boolean typeAgreed() {
        return allows(AgreementField.TYPES, offer().type());
    }

    /** Codes of the types of offers that the merchant has agreed to; empty for all. */
    default Set<String> typesAgreed() {
        return agreed(AgreementField.TYPES);
    }

    /** True for a participant who registered in the merchant's group. */
    default boolean ownParticipant() {
        return here().isOwn();
    }

    /** Code of the merchant's group, or of its unit where that lies in none. */
    default String merchantGroup() {
        return here().group();
    }

    /** Code of the unit at which the participant registered. */
    default String registeredAt() {
        return situation().account().participant().unit();
    }

    /** True when events of the merchant's own participants are awarded. */
    default boolean ownAwarded() {
        return agreed(AgreementField.AWARDS_OWN);
    }

    /** True when events of other participants are awarded. */
    default boolean othersAwarded() {
        return agreed(AgreementField.AWARDS_OTHERS);
    }

    private <T> boolean allows(AgreementField<Set<T>> field, T one) {
        return merchantTerms().map(terms -> terms.allows(field, one)).orElse(true);
    }

    private <T> T agreed(AgreementField<T> field) {
        return merchantTerms().map(terms -> terms.value(field)).orElseGet(field::unsaid);
    }

    /** What is agreed with the merchant about the offer; empty where nothing is. */
    default Optional<MerchantTerms> merchantTerms() {
        return offer().classification().hasPartners() ? situation().merchant() : Optional.empty();
    }

    private AtMerchant here() {
        return new AtMerchant(
                situation().catalogue(),
                situation().event().unit(),
                situation().account().participant());
    }
}
