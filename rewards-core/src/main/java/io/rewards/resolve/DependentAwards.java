package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Settings;
import io.rewards.past.PastAward;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Awards that were made because of others go with them: shares of past awards lose the part of what was taken back, and
 * sign-ups that waited for another award are taken back when none stands any more. For one event. Source: domain 5.6.
 */
record DependentAwards(BestAward best, TakingBack taking) {

    /** After awards were taken back. */
    void follow() {
        if (!taking.hasUnfollowed()) {
            return;
        }
        followShares();
        if (!taking.gone().isEmpty() && !best.moment().past().standsByItself(taking.gone())) {
            for (PastAward waited : best.moment().past().waited()) {
                Lot lot = best.purse().lot(waited.lot());
                taking.reclaim(lot, lot.standing(), lot.provenance());
            }
            followShares();
        }
    }

    /** In the order in which awards were recorded, so that each is looked at when all that it is a share of is settled. */
    private void followShares() {
        TreeMap<PastAward, Amount> open = new TreeMap<>(PastAward.AS_RECORDED);
        taking.unfollowed()
                .forEach((lot, amount) -> best.moment()
                        .past()
                        .award(lot)
                        .ifPresent(award -> open.put(award, Amount.zero(amount.denomination()))));
        while (!open.isEmpty()) {
            Map.Entry<PastAward, Amount> next = open.pollFirstEntry();
            PastAward award = next.getKey();
            if (next.getValue().isPositive()) {
                shrink(best.purse().lot(award.lot()), next.getValue());
            }
            taking.follow(award.lot())
                    .ifPresent(taken -> best.moment()
                            .past()
                            .sharesOf(award)
                            .forEach(share -> open.merge(share, taken, Amount::plus)));
        }
    }

    /** Takes back what an award is more than its share of what is left, after {@code back} of that was taken back. */
    private void shrink(Lot lot, Amount back) {
        Provenance provenance = lot.provenance();
        Dependence.OnShare before = (Dependence.OnShare) provenance.dependence();
        Dependence.OnShare after = before.without(back);
        Optional<Offer> offer = best.moment()
                .catalogue()
                .offer(provenance.offer())
                .filter(known -> known.award() instanceof Award.PercentageOfAwarded
                        && worth(known, lot, before).equals(provenance.wished()));
        Amount wished =
                offer.map(known -> worth(known, lot, after)).orElseGet(() -> part(provenance.wished(), after, before));
        Amount own = offer.map(known -> known.award().range().of(wished))
                .orElseGet(() -> wished.isZero() ? wished : part(lot.standing(), after, before));
        Amount standing = best.kept(lot, own);
        taking.reclaim(
                lot,
                lot.standing().minus(standing),
                provenance
                        .after(wished, provenance.sources(), PurchaseAwards.spread(standing, provenance.shares()))
                        .with(after));
    }

    /** What the offer awards for what the award counts, as a share of {@code share}. */
    private Amount worth(Offer offer, Lot lot, Dependence.OnShare share) {
        long times = offer.terms() instanceof AccumulatingTerms terms
                ? terms.times(OverTime.sum(lot.provenance().sources()))
                : 1;
        Settings settings = best.moment().catalogue().settings();
        Award.Earned earned = new Award.Earned(Amount.zero(settings.currency()), times, 1, unused -> share.amount());
        return settings.rounding().toAmount(offer.award().exactly(earned), settings.denominationOf(offer.award()));
    }

    /** The part of {@code whole} that is left, where the offer has changed or a rule of the programme's own granted it. */
    private static Amount part(Amount whole, Dependence.OnShare left, Dependence.OnShare of) {
        return LineShare.part(whole, left.amount().units(), of.amount().units());
    }
}
