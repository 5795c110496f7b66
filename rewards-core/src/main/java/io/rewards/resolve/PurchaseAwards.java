package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Answer;
import io.rewards.decision.Moment;
import io.rewards.event.Purchase;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Returned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a purchase earned by itself gives up what came back of it. For one event. Source: domain 12.1 Q3, Q4. */
record PurchaseAwards(Moment moment, Context context, Purse purse, TakingBack taking, BestAward best) {

    /**
     * Ids of what a purchase earned by itself before anything is taken back. What it earned with others may then stand for
     * what is left of it, and has lost these goods already.
     */
    Set<String> earnedAlone(ReturnedPurchase returned) {
        Set<String> alone = new HashSet<>();
        for (Lot lot : Returns.standing(purse.lotsOf(returned.had().key()))) {
            Provenance provenance = lot.provenance();
            if (provenance.event().equals(returned.had().key())
                    && !provenance.shares().isEmpty()) {
                alone.add(lot.id());
            }
        }
        return alone;
    }

    void after(ReturnedPurchase returned, Set<String> earnedAlone) {
        for (Lot lot : Returns.standing(purse.lotsOf(returned.had().key()))) {
            if (earnedAlone.contains(lot.id())) {
                after(returned, lot);
            }
        }
    }

    private void after(ReturnedPurchase returned, Lot lot) {
        Provenance provenance = lot.provenance();
        boolean byThePiece = isGivenByThePiece(lot);
        List<LineShare> shares = new ArrayList<>();
        for (LineShare share : provenance.shares()) {
            Returned back = returned.back().getOrDefault(share.line(), Returned.NOTHING);
            LineShare rest = share.without(byThePiece ? Returned.ofPieces(back.pieces()) : back);
            if (rest.quantity() > 0) {
                shares.add(rest);
            }
        }
        Amount nothing = Amount.zero(lot.awarded().denomination());
        Amount inProportion = shares.stream().map(LineShare::amount).reduce(nothing, Amount::plus);
        Amount wished = LineShare.part(
                provenance.wished(), inProportion.units(), lot.standing().units());
        Amount standing = inProportion;
        if (returned.left().isEmpty()) {
            wished = nothing;
        } else if (provenance.onReturn() == ReturnPolicy.RE_EVALUATE) {
            Optional<Amount> again =
                    decidedAgain(lot, returned.had(), returned.left().get());
            wished = again.orElse(wished);
            standing =
                    again.map(amount -> best.kept(lot, range(lot).of(amount))).orElse(standing);
        }
        standing = purse.standing(lot, standing);
        taking.reclaim(
                lot,
                lot.standing().minus(standing),
                provenance.after(
                        wished,
                        provenance.sources(),
                        shares.isEmpty() ? best.shares(lot, standing) : spread(standing, shares)));
    }

    /** True for an award that a refund by amount, which brings no piece back, takes nothing of. */
    private boolean isGivenByThePiece(Lot lot) {
        return !lot.provenance().discount()
                && moment.catalogue()
                        .offer(lot.provenance().offer())
                        .filter(Booking::isGivenByThePiece)
                        .isPresent();
    }

    /** The shares of what still stands, in proportion to what they were. */
    static List<LineShare> spread(Amount standing, List<LineShare> shares) {
        if (shares.isEmpty()) {
            return shares;
        }
        boolean free = shares.stream().allMatch(share -> share.amount().isZero());
        List<Amount> parts = Allocation.split(
                standing,
                shares.stream()
                        .map(share -> free ? share.quantity() : share.amount().units())
                        .toList());
        List<LineShare> spread = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            spread.add(shares.get(i).with(parts.get(i)));
        }
        return spread;
    }

    /**
     * What the rules grant for what is left. Only what the goods make different counts against the award: whoever has left
     * a segment since keeps it. Empty where the rules no longer grant for all of it what they once did: the offer or the
     * rules have changed, and only proportion is left. What gave nothing before, and stood for what it had beaten, gives
     * nothing again.
     */
    private Optional<Amount> decidedAgain(Lot lot, Purchase had, Purchase left) {
        if (lot.provenance().wished().isZero()) {
            return Optional.of(lot.provenance().wished());
        }
        Optional<Offer> offer = moment.catalogue().offer(lot.provenance().offer());
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        Moment asked = moment.before(lot);
        Answer all = context.rules().ask(offer.get(), asked.with(had));
        if (all.grants().isEmpty()
                || !all.grants().get(0).amount().equals(lot.provenance().wished())) {
            return Optional.empty();
        }
        Answer rest = context.rules().ask(offer.get(), asked.with(left));
        boolean declined = rest.grants().isEmpty() || !rest.declinesBeyond(all).isEmpty();
        return Optional.of(
                declined
                        ? Amount.zero(lot.awarded().denomination())
                        : rest.grants().get(0).amount());
    }

    /** The least and the most of an award of the offer that made this one. */
    private AwardRange range(Lot lot) {
        return moment.catalogue()
                .offer(lot.provenance().offer())
                .map(offer -> offer.award().range())
                .orElse(AwardRange.NONE);
    }
}
