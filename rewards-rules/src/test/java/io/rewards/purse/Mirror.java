package io.rewards.purse;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Exchanged;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes over what the engine made of two wallets when a duplicate was merged: the domain leaves the names of what arrives
 * open. That nothing was lost, found or changed on the way is looked at by {@link Invariants}. */
final class Mirror {

    private final NaiveWorld world;

    Mirror(NaiveWorld world) {
        this.world = world;
    }

    /** Puts the money as {@code account} has it into its purse; what it got from {@code duplicate} was known there. */
    void copy(AccountRecords records, Map<String, List<Counted>> counted, Optional<NaivePurse> duplicate) {
        Account account = records.account();
        NaivePurse purse = world.purses.get(account.participant().id());
        List<Lot> lots = records.allLots().toList();
        for (Lot lot : lots) {
            purse.lots.put(lot.id(), copied(lot, purse, duplicate));
        }
        purse.lots
                .keySet()
                .removeIf(id -> lots.stream().noneMatch(lot -> lot.id().equals(id)));
        purse.holds.clear();
        account.wallet()
                .holds()
                .forEach((key, hold) ->
                        purse.holds.put(key, new NaivePurse.Hold(hold.until(), parts(purse, hold.parts()))));
        purse.payouts.clear();
        account.wallet().payouts().forEach((key, payout) -> purse.payouts.put(key, parts(purse, payout.parts())));
        purse.debts.clear();
        account.wallet().debts().forEach((code, debt) -> purse.debts.put(code, debt.units()));
        purse.cancelled.addAll(records.over().cancelled());
        purse.inherited.clear();
        records.over().awards().stream()
                .filter(award -> !award.isOwn())
                .forEach(award -> purse.inherited.add(
                        new NaivePurse.Inherited(award.offer(), award.amount().units(), award.on(), award.lot())));
        duplicate.filter(known -> known.goesOver).ifPresent(known -> purse.sales.putAll(known.sales));
        rename(purse);
        purse.progress.clear();
        counted.forEach((offer, counts) -> purse.progress.put(
                offer,
                counts.stream()
                        .map(each ->
                                new NaiveCount.Counted(each.event(), each.performedOn(), each.units(), each.rewarded()))
                        .toList()));
        purse.booked.clear();
        records.journal()
                .balances()
                .amounts()
                .forEach((denomination, balances) -> balances.forEach((held, amount) -> {
                    if (!held.isLiability() && held != AccountKind.AWARD_EXPENSE) {
                        purse.book(held, denomination.code(), amount.units());
                    }
                }));
    }

    private static void rename(NaivePurse purse) {
        for (Map.Entry<EventKey, NaiveSale> sale : purse.sales.entrySet()) {
            sale.getValue()
                    .payments
                    .replaceAll(payment -> new NaiveSale.Payment(
                            payment.event(),
                            purse.lots.getOrDefault(payment.lot().id, payment.lot()),
                            payment.spent(),
                            payment.shares()));
        }
    }

    private static List<NaivePurse.Part> parts(NaivePurse purse, List<LotPart> parts) {
        return parts.stream()
                .map(part -> new NaivePurse.Part(
                        purse.lots.get(part.lot()), part.amount().units()))
                .toList();
    }

    private NaiveLot copied(Lot lot, NaivePurse purse, Optional<NaivePurse> duplicate) {
        NaiveLot copy = new NaiveLot(
                lot.id(),
                lot.awarded().denomination().code(),
                lot.awardedOn(),
                lot.provenance().event());
        copy.account = lot.account();
        copy.remaining = lot.remaining().units();
        copy.expired = lot.expired().units();
        copy.validFrom = lot.validFrom();
        copy.validTo = lot.validTo();
        copy.conditions = lot.conditions();
        copy.method = lot.spendMethod();
        copy.voucher = lot.voucher().isPresent();
        copy.partial = lot.voucher().filter(voucher -> voucher.partial()).isPresent();
        copy.award = world.programme.offers().stream()
                .filter(offer -> lot.id().equals(lot.provenance().event() + "#" + offer.code()))
                .findFirst();
        lot.provenance().exchange().filter(points -> Exchanged.isIn(lot)).ifPresent(points -> {
            copy.madeOf = points.lot();
            copy.madeBy = points.event();
            copy.points = points.points().units();
            copy.money = points.money().units();
        });
        copy.standing = copy.award.isPresent() ? lot.standing().units() : 0;
        copy.putIn = lot.id().equals(lot.provenance().event() + "#money")
                ? lot.standing().units()
                : 0;
        lot.provenance()
                .sources()
                .forEach(each -> copy.sources.add(
                        new NaiveCount.Counted(each.event(), each.performedOn(), each.units(), each.rewarded())));
        lot.provenance()
                .shares()
                .forEach(each -> copy.shares.add(new NaiveShare(
                        each.line(), each.quantity(), each.amount().units())));
        Optional.ofNullable(purse.lots.get(lot.id()))
                .or(() -> duplicate.map(known -> known.lots.get(lot.id())))
                .ifPresent(before -> {
                    copy.contribution = before.contribution;
                    copy.awardedTo = before.awardedTo;
                    copy.place = before.place;
                    copy.wished = before.wished;
                    copy.shareOf = before.shareOf;
                    copy.shared = before.shared;
                    copy.discount = before.discount;
                    copy.takenOff = before.takenOff;
                    copy.beaten = before.beaten;
                    copy.heldUp = before.heldUp;
                });
        Optional.ofNullable(purse.lots.get(lot.id())).ifPresent(before -> copy.takenOut.putAll(before.takenOut));
        return copy;
    }
}
