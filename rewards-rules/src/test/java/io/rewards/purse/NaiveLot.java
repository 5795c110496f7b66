package io.rewards.purse;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Money of one origin, in plain numbers of smallest units. Not thread-safe. */
final class NaiveLot {

    private static final EventKey NOBODY = EventKey.of("nobody");

    final String id;
    final String denomination;
    AccountKind account = AccountKind.OPEN;
    long remaining;
    long expired;

    /** What stands of what runs took out of it as expired, by their instants. */
    final NavigableMap<Instant, Long> takenOut = new TreeMap<>();

    /** What of that had not expired yet at the date of the event that happens now. */
    long late;

    /** What still stands of the award; 0 for money that was not awarded, or not here. */
    long standing;

    /** True where it is taken off its purchase and nothing else, so that it is worth what is still taken off. */
    boolean discount;

    /** What of a discount is still taken off its purchase. */
    long takenOff;

    /** What still stands of money that was put in or given by hand, where this is that money. */
    long putIn;

    /** What the merchant gave to it and has not got back. */
    long contribution;

    Instant awardedOn;
    Instant validFrom;
    Optional<Instant> validTo = Optional.empty();
    SpendConditions conditions = SpendConditions.NONE;
    SpendMethod method = SpendMethod.SPEND_ON_REQUEST;
    boolean voucher;
    boolean partial;

    /** The offer that awarded it here; empty for other money. */
    Optional<Offer> award = Optional.empty();

    /** Id of the participant who was awarded; empty for other money. */
    String awardedTo = "";

    /** How many awards had been made before, of all participants. */
    long place;

    /** What was granted, before caps, for what is left; only of a share of other awards. */
    long wished;

    /** Ids of the lots of the awards that this one is a share of. */
    List<String> shareOf = new ArrayList<>();

    /** What of those stood when this one was last worked out. */
    long shared;

    /** True for an award whose own offer no longer awards anything, and which stands for what it had beaten. */
    boolean heldUp;

    /** What other offers would have awarded that this one beat, by offer. */
    Map<Offer, Long> beaten = new LinkedHashMap<>();

    EventKey event;
    /** The lot of points that it was; empty for money that was no points of this wallet. */
    String madeOf = "";

    /** The event that turned them. */
    EventKey madeBy = NOBODY;

    /** What of those points is still money, and that money. */
    long points;

    long money;

    List<NaiveCount.Counted> sources = new ArrayList<>();
    List<NaiveShare> shares = new ArrayList<>();

    NaiveLot(String id, String denomination, Instant awardedOn, EventKey event) {
        this.id = id;
        this.denomination = denomination;
        this.awardedOn = awardedOn;
        this.validFrom = awardedOn;
        this.event = event;
    }

    /** True for an award that was made because of others. */
    boolean isDependent() {
        return award.filter(NaiveGrant::waits).isPresent()
                || award.filter(NaiveGrant::isShare).isPresent();
    }

    /**
     * The money in it at the date of the event that happens now, whatever runs after that date took out. What has come back of
     * a discount is none.
     */
    long there() {
        long isVoid = Math.max(0, standing - mostStanding());
        return Math.max(0, remaining + Math.min(late, expired) - isVoid);
    }

    /** Takes {@code amount} out of it, first of what is left; what of it had not expired yet, which is not expired then. */
    long take(long amount) {
        long left = Math.min(amount, remaining);
        long notExpired = amount - left;
        remaining -= left;
        late -= notExpired;
        expired -= notExpired;
        return notExpired;
    }

    boolean isExpired(Instant at) {
        return validTo.isPresent() && !at.isBefore(validTo.get());
    }

    boolean isValid(Instant at) {
        return !at.isBefore(validFrom) && !isExpired(at);
    }

    boolean isFree() {
        return account == AccountKind.COMMERCE || account == AccountKind.OPEN;
    }

    /** The most of the award that can stand. */
    long mostStanding() {
        return discount ? takenOff : standing;
    }

    /** The same money under another name and of another amount. */
    NaiveLot piece(String newId, long amount) {
        NaiveLot piece = new NaiveLot(newId, denomination, awardedOn, event);
        piece.account = account;
        piece.remaining = amount;
        piece.validFrom = validFrom;
        piece.validTo = validTo;
        piece.conditions = conditions;
        piece.method = method;
        return piece;
    }

    @Override
    public String toString() {
        return id + " " + account + " " + remaining + " " + denomination + " from " + validFrom + " to " + validTo;
    }
}
