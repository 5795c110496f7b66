package io.rewards.catalogue;

/**
 * What offers can start from. Immutable. Source: domain 3.1.
 *
 * @param code unique among templates
 * @param name unique, for people
 * @param active false to keep it out of selection
 * @param content what an offer made from it says; number, code, name and state are given to each offer
 */
public record OfferTemplate(String code, String name, boolean active, Offer content) {

    /** A new offer of this code and name that says what the template says; its number is given when it is created. */
    public Offer draft(String offerCode, String offerName) {
        return content.draft(offerCode, offerName).toBuilder()
                .withTemplate(code)
                .build();
    }
}
