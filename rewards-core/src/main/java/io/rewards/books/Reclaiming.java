package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes awards back out of a purse, and pays what is owed for them. For one event. Source: domain 5.6, 12.1 Q3.
 *
 * @param purse that gives
 * @param reason why, where somebody said so
 * @param user who decided it, where a person did
 */
public record Reclaiming(Purse purse, String reason, String user) {

    /** For no reason that anybody has named. */
    public Reclaiming(Purse purse) {
        this(purse, "", Entry.NOBODY);
    }

    /**
     * Takes {@code amount} of an award back: what is left of it, what was turned into money that is still there, what has
     * expired of it, then as the policy says.
     *
     * @param awarded the lot
     * @param amount at most what still stands
     */
    public Reclaim reclaim(Lot awarded, Amount amount, ClawbackPolicy policy) {
        Amount zero = Amount.zero(amount.denomination());
        String posted = purse.awardOf(awarded);
        new Exchanging(purse, reason).recall(awarded, amount.minus(amount.min(unspent(awarded))));
        Lot award = purse.lot(awarded.id());
        Amount left = amount;

        Amount own = left.min(award.remaining());
        if (own.isPositive()) {
            purse.put(award.reversedHere(own));
            takingBack(TransactionKind.REVERSAL, own, award, posted)
                    .between(award.account(), AccountKind.AWARD_EXPENSE)
                    .write();
            left = left.minus(own);
        }
        Lot freed = left.isPositive() ? purse.freedOf(award).orElse(null) : null;
        if (freed != null && freed.remaining().isPositive()) {
            Amount part = left.min(freed.remaining());
            purse.put(freed.spent(part));
            purse.put(purse.lot(award.id()).reversedElsewhere(part));
            takingBack(TransactionKind.REVERSAL, part, award, posted)
                    .of(freed)
                    .between(AccountKind.OPEN, AccountKind.AWARD_EXPENSE)
                    .write();
            own = own.plus(part);
            left = left.minus(part);
        }
        Amount expired = left.min(purse.lot(award.id()).expired());
        if (expired.isPositive()) {
            purse.put(purse.lot(award.id()).reversedOfExpired(expired));
            takingBack(TransactionKind.REVERSAL, expired, award, posted)
                    .between(AccountKind.BREAKAGE, AccountKind.AWARD_EXPENSE)
                    .write();
            left = left.minus(expired);
        }
        Amount others = policy == ClawbackPolicy.NONE ? zero : fromOtherLots(award, left, posted);
        left = left.minus(others);
        Amount debt = policy == ClawbackPolicy.CLAWBACK_NEGATIVE ? left : zero;
        if (debt.isPositive()) {
            purse.owe(debt);
            takingBack(TransactionKind.CLAWBACK, debt, award, posted)
                    .between(AccountKind.CLAWBACK_RECEIVABLE, AccountKind.AWARD_EXPENSE)
                    .write();
        }
        Amount lost = left.minus(debt);
        if (lost.isPositive()) {
            takingBack(TransactionKind.CLAWBACK, lost, award, posted)
                    .between(AccountKind.CLAWBACK_LOSS, AccountKind.AWARD_EXPENSE)
                    .write();
        }
        Amount elsewhere = others.plus(left);
        if (elsewhere.isPositive()) {
            purse.put(purse.lot(award.id()).reversedElsewhere(elsewhere));
        }
        returnShares(award, amount, lost);
        new ExpiredShares(purse).changed(award, purse.lot(award.id()));
        return new Reclaim(award.id(), award.provenance().offer(), amount, own.plus(expired), others, debt, lost);
    }

    /** What of an award is still there, freed of its conditions or not. */
    private Amount unspent(Lot award) {
        return purse.freedOf(award)
                .map(freed -> freed.remaining().plus(award.remaining()))
                .orElse(award.remaining());
    }

    private Amount fromOtherLots(Lot award, Amount wanted, String posted) {
        Amount others = Amount.zero(wanted.denomination());
        if (wanted.isZero()) {
            return others;
        }
        for (LotPart part : Purse.choose(wanted, purse.usable(purse.event().performedOn()))) {
            Lot other = purse.take(part.lot(), part.amount());
            takingBack(TransactionKind.CLAWBACK, part.amount(), award, posted)
                    .of(other)
                    .between(other.account(), AccountKind.AWARD_EXPENSE)
                    .write();
            others = others.plus(part.amount());
        }
        return others;
    }

    private Entry takingBack(TransactionKind kind, Amount amount, Lot award, String posted) {
        return purse.entry(kind, amount)
                .of(award)
                .about(award.provenance().event())
                .undoing(posted)
                .because(reason, user);
    }

    /**
     * Whoever gave to an award gets back its part of what is taken back, of the last of it all that is left, and bears its
     * part of what of that is lost.
     */
    private void returnShares(Lot award, Amount amount, Amount lost) {
        List<Share> left = new ArrayList<>();
        Amount unborne = lost;
        for (Share share : award.provenance().givers()) {
            Amount part = LineShare.part(
                    share.amount(), amount.units(), award.standing().units());
            Amount kept = share.amount().minus(part);
            if (kept.isPositive()) {
                left.add(share.with(kept));
            }
            if (part.isPositive()) {
                ofShare(TransactionKind.REVERSAL, part, award)
                        .between(AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE), share.account())
                        .undoing(contributionOf(award, share))
                        .write();
            }
            Amount borne = LineShare.part(part, lost.units(), amount.units()).min(unborne);
            if (borne.isPositive()) {
                ofShare(TransactionKind.CLAWBACK, borne, award)
                        .between(share.account(), AccountName.of(Party.PROGRAMME, AccountKind.CLAWBACK_LOSS))
                        .write();
                unborne = unborne.minus(borne);
            }
        }
        if (!left.equals(award.provenance().givers())) {
            describe(award.id(), purse.lot(award.id()).provenance().given(left));
        }
    }

    private Entry ofShare(TransactionKind kind, Amount amount, Lot award) {
        return purse.entry(kind, amount)
                .of(award)
                .about(award.provenance().event())
                .because(reason, Entry.NOBODY);
    }

    /** Id of the transaction by which a party gave to an award; empty where that is in the journal of a duplicate. */
    private String contributionOf(Lot award, Share share) {
        TransactionId id =
                TransactionId.of(award.provenance().event(), LotId.parsed(award.id()), TransactionKind.CONTRIBUTION);
        for (Optional<Transaction> each = purse.transaction(id.text());
                each.isPresent();
                each = purse.transaction(id.text())) {
            if (each.get().from().equals(share.account())) {
                return id.text();
            }
            id = id.next();
        }
        return "";
    }

    /** Gives a lot another provenance. */
    public void describe(String lot, Provenance provenance) {
        purse.put(purse.lot(lot).with(provenance));
    }

    /** Pays debts with money that can be spent, as far as there is any. */
    public void settleDebts() {
        if (purse.debts().isEmpty()) {
            return;
        }
        for (Amount debt : new TreeMap<>(purse.debts()).values()) {
            Amount left = debt;
            for (LotPart part : Purse.choose(debt, purse.usable(purse.event().performedOn()))) {
                Lot lot = purse.take(part.lot(), part.amount());
                purse.entry(TransactionKind.DEBT_SETTLEMENT, part.amount())
                        .between(lot.account(), AccountKind.CLAWBACK_RECEIVABLE)
                        .of(lot)
                        .write();
                left = left.minus(part.amount());
            }
            if (left.isPositive()) {
                purse.debts().put(debt.denomination().code(), left);
            } else {
                purse.debts().remove(debt.denomination().code());
            }
        }
    }
}
