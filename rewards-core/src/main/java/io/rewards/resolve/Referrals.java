package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.decision.Qualifying;
import io.rewards.decision.Situation;
import io.rewards.event.EventKey;
import io.rewards.event.FriendsAward;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Participant;
import io.rewards.participant.ReferralRecord;
import io.rewards.past.PastAward;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What awards of a participant who was referred bring about for the one who referred: that one is told of the first award
 * since, and of each later one that is the first as an offer asks for it. Awards for referring bring about nothing, so
 * there are no chains. For one event and one thread. Source: domain 2.4 C11, 12.1 Q31.
 */
final class Referrals {

    private final Moment moment;
    private final Lookups lookups;
    private final Purse purse;
    private final Catalogue catalogue;
    private final Set<String> forReferring;
    private final List<FollowUp> followUps = new ArrayList<>();

    /** For a moment, the wallet of which is being written to as {@code purse}. */
    Referrals(Moment moment, Context context, Purse purse) {
        this.moment = moment;
        lookups = context.lookups();
        this.purse = purse;
        catalogue = moment.catalogue();
        forReferring = catalogue.index().forReferring();
    }

    /** What follows for the referrer. */
    List<FollowUp> followUps() {
        return followUps;
    }

    /** The account after these awards, with a note of what its referrer is told. */
    Account after(Account account, List<Transaction> awards) {
        ReferralRecord referral = account.participant().referral().orElse(null);
        if (referral == null
                || referral.referrer().equals(account.participant().id())
                || (awards.isEmpty() && !(moment.event() instanceof Referral))) {
            return account;
        }
        ReferralRecord told = referral;
        if (moment.event() instanceof Referral) {
            told = lookingBack(account.participant(), told);
        }
        for (Transaction award : awards) {
            if (!award.on().isBefore(told.on()) && !forReferring.contains(award.offer())) {
                told = telling(account.participant(), told, PastAward.of(award, 0));
            }
        }
        return told.equals(referral)
                ? account
                : account.with(account.participant().with(told));
    }

    /** A referral that comes late looks at what was awarded since its date. */
    private ReferralRecord lookingBack(Participant participant, ReferralRecord referral) {
        ReferralRecord told = referral;
        Set<String> seen = new HashSet<>();
        while (!told.followedUp() || !told.waiting().isEmpty()) {
            Optional<PastAward> award = moment.past().firstAward(told.on(), forReferring, seen);
            if (award.isEmpty()) {
                break;
            }
            seen.add(award.get().lot());
            told = telling(participant, told, award.get());
        }
        return told;
    }

    private ReferralRecord telling(Participant participant, ReferralRecord referral, PastAward award) {
        Set<String> open = new TreeSet<>(forReferring);
        if (referral.followedUp()) {
            open.retainAll(referral.waiting());
        }
        Set<String> completes = new TreeSet<>(open);
        completes.removeIf(offer -> !completes(offer, award, referral.on()));
        if (referral.followedUp() && completes.isEmpty()) {
            return referral;
        }
        open.removeAll(completes);
        EventKey event = eventOf(award);
        FollowUpKey key = new FollowUpKey.Referred(participant.id(), referral.times() + 1);
        FriendsAward told = new FriendsAward(
                event,
                award.offerType(),
                anyOf(completes, forReferring).flatMap(offer -> counts(event, offer)),
                referral.on(),
                participant.registeredOn(),
                moment.past()
                        .firstAward(Instant.MIN, Set.of(), Set.of())
                        .map(PastAward::on)
                        .filter(on -> on.isBefore(referral.on())),
                completes);
        followUps.add(FollowUp.of(new ReferredAwarded(
                FollowUps.header(moment, key, referral.referrer(), award.on()),
                participant.id(),
                referral.event(),
                Optional.of(told))));
        return referral.told(new ReferralRecord.Telling(key.event().text(), event.text(), completes), open);
    }

    private Optional<Offer> anyOf(Set<String> some, Set<String> others) {
        return (some.isEmpty() ? others : some).stream().findFirst().flatMap(catalogue::offer);
    }

    /**
     * The account after awards were taken back, or goods of what was awarded came back: an award for referring goes where
     * no award stands any more that its offer asks for.
     *
     * @param gone lots of awards of which nothing stands any more
     */
    Account afterReturn(Account account, Set<String> gone) {
        Participant participant = account.participant();
        Optional<ReferralRecord> told = participant.referral().filter(ReferralRecord::followedUp);
        if (told.isEmpty()) {
            return account;
        }
        ReferralRecord left = told.get();
        for (ReferralRecord.Telling telling : told.get().tellings()) {
            Set<String> lost = new TreeSet<>(telling.completed());
            lost.removeIf(offer -> stillCompleted(offer, telling, told.get().on(), gone));
            if (!lost.isEmpty()) {
                cancel(participant, told.get().referrer(), telling, lost);
                left = left.untold(telling, lost);
            }
        }
        if (!gone.isEmpty()
                && !left.tellings().isEmpty()
                && moment.past().firstAward(left.on(), forReferring, Set.of()).isPresent()
                && moment.past().firstAward(left.on(), forReferring, gone).isEmpty()) {
            left = left.untold();
        }
        return left.equals(told.get()) ? account : account.with(participant.with(left));
    }

    private boolean stillCompleted(String offer, ReferralRecord.Telling telling, Instant since, Set<String> gone) {
        for (Lot lot : Returns.standing(purse.lotsOf(eventOf(telling)))) {
            Optional<PastAward> award = moment.past().award(lot.id());
            if (award.filter(each -> !forReferring.contains(each.offer()) && completes(offer, each, since))
                    .isPresent()) {
                return true;
            }
        }
        Set<String> seen = new HashSet<>(gone);
        for (Optional<PastAward> award = moment.past().firstAward(since, forReferring, seen);
                award.isPresent();
                award = moment.past().firstAward(since, forReferring, seen)) {
            if (completes(offer, award.get(), since)) {
                return true;
            }
            seen.add(award.get().lot());
        }
        return false;
    }

    private void cancel(Participant participant, String referrer, ReferralRecord.Telling telling, Set<String> offers) {
        EventKey told = EventKey.parse(telling.told()).orElseThrow();
        FollowUpKey.Referred referred =
                (FollowUpKey.Referred) FollowUpKey.of(told).orElseThrow();
        Instant on = moment.event().performedOn();
        if (offers.equals(telling.completed())) {
            followUps.add(FollowUp.of(new ReferralCancelled(
                    FollowUps.header(moment, FollowUpKey.Cancelled.whole(referred), referrer, on),
                    participant.id(),
                    told)));
            return;
        }
        for (String offer : offers) {
            followUps.add(FollowUp.of(new ReferralCancelled(
                    FollowUps.header(moment, new FollowUpKey.Cancelled(referred, Optional.of(offer)), referrer, on),
                    participant.id(),
                    told,
                    Set.of(offer))));
        }
    }

    /** True for an award that the offer of this code asks for; any, where nobody knows the offer any more. */
    private boolean completes(String code, PastAward award, Instant referredOn) {
        Offer offer = catalogue.offer(code).orElse(null);
        if (offer == null || !(offer.terms() instanceof Terms.Referrals terms)) {
            return true;
        }
        return terms.qualifying()
                        .has(catalogue.offerType(award.offerType()).map(OfferType::classification), award.offerType())
                && award.on()
                        .isBefore(terms.over(referredOn, catalogue.settings().zone()))
                && (terms.minimumPurchase().isEmpty() || terms.isLargeEnough(counts(eventOf(award), offer)));
    }

    /** What counts of a purchase as it stands; empty for what is no purchase. */
    private Optional<Amount> counts(EventKey event, Offer offer) {
        return (event.equals(moment.event().key()) ? Optional.of(moment.event()) : lookups.event(event))
                .filter(Purchase.class::isInstance)
                .map(Purchase.class::cast)
                .map(bought -> purse.sale(event)
                        .map(sale -> sale.rest(bought))
                        .orElse(Optional.of(bought))
                        .map(left -> Qualifying.of(Situation.interactive(moment.with(left), Set.of()), offer)
                                .base())
                        .orElseGet(() -> Amount.zero(catalogue.settings().currency())));
    }

    private EventKey eventOf(PastAward award) {
        return purse.lot(award.lot()).provenance().event();
    }

    private static EventKey eventOf(ReferralRecord.Telling telling) {
        return EventKey.parse(telling.award()).orElseThrow();
    }
}
