package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Terms;
import io.rewards.event.FriendsAward;
import io.rewards.event.ReferredAwarded;
import io.rewards.ledger.AwardSubject;
import java.time.Instant;
import java.util.Optional;

/**
 * An offer for referring somebody who is then awarded. Where nothing is told of that award, it is taken for one that the
 * offer asks for only if it asks for any. Immutable. Source: domain 2.4 C11.
 */
public record ReferralCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    /** Id of the participant who was referred. */
    public String referred() {
        return situation.event() instanceof ReferredAwarded awarded ? awarded.referred() : "";
    }

    /** True when the award is one of those that complete a referral. */
    public boolean awardQualifies() {
        return terms().qualifying()
                .has(situation.catalogue().offerType(awardedType()).map(OfferType::classification), awardedType());
    }

    /** Code of the type of the offer that awarded the one who was referred; empty where nobody said. */
    public String awardedType() {
        return told().map(FriendsAward::offerType).orElse("");
    }

    /** Which awards complete a referral, as people read it. */
    public String awardsWanted() {
        return terms().qualifying().toString();
    }

    /** True when what counts of the purchase that was awarded is enough. */
    public boolean friendBoughtEnough() {
        return terms().isLargeEnough(told().flatMap(FriendsAward::purchase));
    }

    /** What counts of the purchase that was awarded; 0.00 where it was none. */
    public Amount friendsPurchase() {
        return told().flatMap(FriendsAward::purchase)
                .orElseGet(() -> Amount.zero(situation.catalogue().settings().currency()));
    }

    /** The least that must count of the purchase that was awarded. */
    public Amount friendsMinimum() {
        return terms().minimumPurchase()
                .orElseGet(() -> Amount.zero(situation.catalogue().settings().currency()));
    }

    /** From when on an award comes too late; the far future where the offer sets no limit. */
    public Instant over() {
        return told().map(award -> terms().over(award.referredOn(), situation.zone()))
                .orElse(Instant.MAX);
    }

    /** True when it is the first award that the offer asks for. */
    public boolean firstAsked() {
        return told().map(award -> award.completes().contains(offer.code())).orElse(true);
    }

    /** True when the one who was referred may have registered at any time, or registered late enough. */
    public boolean registeredLateEnough() {
        return !friendRegisteredOn().isBefore(registeredFrom());
    }

    /** When the one who was referred registered; the far past where nobody said. */
    public Instant friendRegisteredOn() {
        return told().map(FriendsAward::registeredOn).orElse(Instant.MIN);
    }

    /** The first instant at which the one who was referred may have registered. */
    public Instant registeredFrom() {
        return terms().newOnly()
                .flatMap(span -> told().map(award -> span.before(award.referredOn(), situation.zone())))
                .orElse(Instant.MIN);
    }

    /** True when the offer is for new participants only, and the one who was referred was awarded before the referral. */
    public boolean friendKnown() {
        return terms().newOnly().isPresent()
                && told().flatMap(FriendsAward::awardedBefore).isPresent();
    }

    /** When the one who was referred was first awarded before the referral; the far future for never. */
    public Instant friendAwardedOn() {
        return told().flatMap(FriendsAward::awardedBefore).orElse(Instant.MAX);
    }

    /** Date of the referral; the far past where nobody said. */
    public Instant referredOn() {
        return told().map(FriendsAward::referredOn).orElse(Instant.MIN);
    }

    @Override
    public AwardSubject awardSubject() {
        return referred().isEmpty() ? AwardSubject.NOTHING : new AwardSubject.Referred(referred());
    }

    @Override
    public String awardedOncePer() {
        return "referred participant";
    }

    private Terms.Referrals terms() {
        return (Terms.Referrals) offer.terms();
    }

    private Optional<FriendsAward> told() {
        return situation.event() instanceof ReferredAwarded awarded ? awarded.award() : Optional.empty();
    }
}
