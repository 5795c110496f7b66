package io.rewards.ledger;

/**
 * Where the money that a transaction moves comes from: what awarded it, and which lot of it moves. Immutable.
 *
 * @param offer code of the offer that awarded the money; empty where none did
 * @param offerType code of the type of that offer
 * @param scheme code of the scheme of that offer
 * @param rule id of the rule that granted the award
 * @param lot id of the lot that is credited or debited; empty where a debt or a merchant is
 * @param subject what an award is for, where its offer awards once for each
 */
public record Origin(String offer, String offerType, String scheme, String rule, String lot, AwardSubject subject) {

    /** Of money that no offer awarded and that is of no lot. */
    public static final Origin NONE = new Origin("", "", "", "", "", AwardSubject.NOTHING);

    /** Of money of this lot, which no offer awarded. */
    public static Origin ofLot(String lot) {
        return new Origin("", "", "", "", lot, AwardSubject.NOTHING);
    }

    /** This origin, of an award for {@code what}. */
    public Origin about(AwardSubject what) {
        return new Origin(offer, offerType, scheme, rule, lot, what);
    }
}
