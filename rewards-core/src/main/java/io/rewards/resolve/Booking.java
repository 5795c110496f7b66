package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.AwardedFor;
import io.rewards.decision.Candidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.organisation.ExpiryPolicy;
import io.rewards.wallet.Beaten;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the lot of an award: its money, validity and conditions as the offer has them now, and where it comes from.
 * Source: domain 3.6, 3.7, 5.2.
 *
 * @param situation in which offers were decided
 * @param pack hash of the rule pack that decided
 * @param wallets what the host decides about wallets
 */
record Booking(Situation situation, String pack, WalletRules wallets) {

    /**
     * The lot of an award, of which {@code discount} is taken off the purchase at once.
     *
     * @param beaten awards that it beat
     */
    Lot lot(Candidate candidate, Verdict.Granted granted, Optional<InstantSpend> discount, List<Beaten> beaten) {
        CustomerEvent event = situation.event();
        Offer offer = candidate.offer();
        String id = LotId.textOfAward(event.key(), offer.code());
        AwardValidity validity = situation.catalogue().awardValidityOf(offer);
        Instant on = candidate.awardedOn();
        return Lot.of(
                        id,
                        account(offer),
                        granted.amount(),
                        new LotDates(
                                on, validity.validFrom(on, situation.zone()), validity.validTo(on, situation.zone())),
                        provenance(candidate, granted, discount, beaten))
                .with(offer.spendConditions(), offer.spendMethod(), voucher(offer, id));
    }

    private static AccountKind account(Offer offer) {
        if (offer.handling().awaitsConfirmation()) {
            return AccountKind.PENDING;
        }
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER
                ? AccountKind.VOUCHERS
                : AccountKind.COMMERCE;
    }

    private Optional<Voucher> voucher(Offer offer, String lot) {
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER
                ? Optional.of(new Voucher(
                        wallets.voucherHash().apply(lot), offer.handling().partialVoucher()))
                : Optional.empty();
    }

    private Provenance provenance(
            Candidate candidate, Verdict.Granted granted, Optional<InstantSpend> discount, List<Beaten> beaten) {
        Offer offer = candidate.offer();
        Optional<InstantSpend> whole = discount.filter(spend -> offer.handling().excess() == Excess.VOID);
        return new Provenance(
                situation.event().key(),
                offer.code(),
                offer.type(),
                offer.scheme(),
                granted.rule(),
                pack,
                granted.wished(),
                givers(granted),
                budgets(offer, granted),
                offer.handling().onReturn(),
                whole.isPresent(),
                sources(candidate),
                candidate instanceof AccumulatingCandidate ? List.of() : shares(candidate, granted.amount(), whole),
                dependence(candidate),
                beaten);
    }

    private Dependence dependence(Candidate candidate) {
        Offer offer = candidate.offer();
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            return situation.shareOf(past, offer, candidate.awardedOn());
        }
        return offer.terms() instanceof Terms.SignUps terms && terms.requirePriorAward()
                ? new Dependence.OnAnother()
                : Dependence.NONE;
    }

    /** Who gives to an award beside the programme: the merchant at whose unit it is made, if it does. */
    private List<Share> givers(Verdict.Granted granted) {
        return granted.contribution()
                .filter(given -> given.amount().isPositive())
                .map(given -> new Share(Party.merchant(given.merchant()), given.amount()).with(onExpiry()))
                .map(List::of)
                .orElse(List.of());
    }

    private ExpiryPolicy onExpiry() {
        return situation.merchant().orElseThrow().value(AgreementField.SETTLEMENT_ON_EXPIRY);
    }

    /** The budgets in which the award counts: those of its offer, and that of the merchant where it gives something. */
    private List<BudgetName> budgets(Offer offer, Verdict.Granted granted) {
        List<BudgetName> ofOffer = BudgetName.allOf(offer, situation.event().performedOn(), situation.zone());
        return MerchantBudget.claim(situation, granted)
                .map(BudgetClaim::budget)
                .map(ofMerchant ->
                        Stream.concat(ofOffer.stream(), Stream.of(ofMerchant)).toList())
                .orElse(ofOffer);
    }

    /** The events that the award counts. */
    private List<Counted> sources(Candidate candidate) {
        if (candidate instanceof AccumulatingCandidate accumulating) {
            return accumulating.accumulation().used();
        }
        if (candidate instanceof CollectingCandidate collecting) {
            return collecting.used().stream()
                    .map(used -> new Counted(used.event(), used.performedOn(), 1))
                    .toList();
        }
        EventKey event = situation.event().key();
        return List.of(new Counted(event, situation.event().performedOn(), 1));
    }

    /**
     * The parts of an award by what its lines count: by their pieces where it is given by the piece or they count nothing,
     * by their money elsewhere, and of a discount what was taken off each. Parts of nothing stay: as long as one of the lines
     * has not come back, the award is asked about.
     */
    private static List<LineShare> shares(Candidate candidate, Amount award, Optional<InstantSpend> discount) {
        List<AwardedFor.Line> lines = candidate.awardedFor().lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (discount.isPresent()) {
            Amount nothing = Amount.zero(award.denomination());
            return lines.stream()
                    .map(line -> line.sold().line())
                    .map(line -> new LineShare(
                            line.id(), line.quantity(), discount.get().of(line.id(), nothing)))
                    .toList();
        }
        boolean byThePiece = candidate.awardedFor().base().isZero() || isGivenByThePiece(candidate.offer());
        List<Long> weights = new ArrayList<>(lines.size());
        for (AwardedFor.Line line : lines) {
            weights.add(byThePiece ? line.pieces() : line.counts().units());
        }
        List<Amount> parts = Allocation.split(award, weights);
        List<LineShare> shares = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            PurchaseLine line = lines.get(i).sold().line();
            shares.add(new LineShare(line.id(), line.quantity(), parts.get(i)));
        }
        return shares;
    }

    static boolean isGivenByThePiece(Offer offer) {
        return offer.award() instanceof Award.FixedAmount
                && offer.terms() instanceof Terms.ProductRevenue terms
                && terms.countsPieces();
    }
}
