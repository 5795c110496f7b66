package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pays for purchases out of a purse. For one event. Source: domain 5.2, 5.3, 7.5.
 *
 * @param purse that pays
 * @param to what the money goes to: what the merchant gets, or, where the owner refunds the customer, money paid out
 */
public record Paying(Purse purse, AccountKind to) {

    /** Pays the merchant. */
    public Paying(Purse purse) {
        this(purse, AccountKind.REIMBURSEMENT);
    }

    /** Pays for {@code sale} as planned, and keeps the sale. */
    public void pay(Sale sale, SpendPlan plan) {
        List<Payment> payments = new ArrayList<>();
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = purse.take(part.lot().id(), part.amount());
            String redeem = lot.account() == AccountKind.COMMERCE
                    ? redeemed(lot, part.amount(), Optional.of(sale.purchase()))
                    : "";
            AccountKind from = redeem.isEmpty() ? lot.account() : AccountKind.OPEN;
            String spend = spend(lot, part.amount(), from, sale.purchase());
            payments.add(paid(lot, spend, redeem, part));
        }
        purse.keep(sale.plus(payments));
    }

    /** Pays for {@code sale} with reserved money as planned; what is not needed of it goes back. */
    public void payHeld(Sale sale, Hold hold, SpendPlan plan) {
        Map<String, Amount> used = new HashMap<>();
        List<Payment> payments = new ArrayList<>();
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = purse.lot(part.lot().id());
            String spend = spend(lot, part.amount(), AccountKind.HELD, sale.purchase());
            used.put(lot.id(), part.amount());
            payments.add(paid(lot, spend, "", part));
        }
        purse.keep(sale.plus(payments));
        new Reserving(purse).release(hold, used);
    }

    /** Pays with a voucher; what a voucher that is used once has left is lost. */
    public void payByVoucher(Sale sale, SpendPlan plan) {
        SpendPlan.Part part = plan.parts().get(0);
        Lot lot = purse.take(part.lot().id(), part.amount());
        Lot left = purse.lot(lot.id());
        String spend = spend(lot, part.amount(), AccountKind.VOUCHERS, sale.purchase());
        purse.keep(sale.plus(List.of(paid(lot, spend, "", part))));
        if (!left.voucher().orElseThrow().partial() && left.remaining().isPositive()) {
            purse.put(left.expired(left.remaining()));
            purse.entry(TransactionKind.FORFEIT, left.remaining())
                    .between(AccountKind.VOUCHERS, AccountKind.BREAKAGE)
                    .of(left)
                    .write();
            new ExpiredShares(purse).changed(left, purse.lot(left.id()));
        }
    }

    /** Frees money from its conditions as planned, and keeps the sale. */
    public void redeem(Sale sale, SpendPlan plan) {
        List<Payment> payments = new ArrayList<>();
        for (SpendPlan.Part part : plan.parts()) {
            Lot lot = purse.take(part.lot().id(), part.amount());
            payments.add(paid(lot, "", redeem(lot, part.amount(), sale.purchase()), part));
        }
        purse.keep(sale.plus(payments));
    }

    private Payment paid(Lot lot, String spend, String redeem, SpendPlan.Part part) {
        Optional<AccountName> paid = spend.isEmpty() ? Optional.empty() : Optional.of(purse.account(to));
        return new Payment(purse.event().key(), lot.id(), spend, redeem, part.lines(), paid);
    }

    private String redeem(Lot lot, Amount amount, EventKey purchase) {
        String id = lot.redeemedId();
        purse.put(purse.find(id)
                .map(freed -> freed.filled(amount))
                .orElseGet(() -> Lot.of(
                        id,
                        AccountKind.OPEN,
                        amount,
                        new LotDates(lot.awardedOn(), purse.event().performedOn(), Optional.empty()),
                        lot.provenance())));
        return redeemed(lot, amount, Optional.of(purchase));
    }

    /** Notes that money is free of its conditions; the id of the transaction. */
    String redeemed(Lot lot, Amount amount, Optional<EventKey> purchase) {
        Entry entry = purse.entry(TransactionKind.REDEEM, amount)
                .between(AccountKind.COMMERCE, AccountKind.OPEN)
                .of(lot);
        purchase.ifPresent(entry::about);
        return entry.write();
    }

    private String spend(Lot lot, Amount amount, AccountKind from, EventKey purchase) {
        return purse.entry(TransactionKind.SPEND, amount)
                .between(from, to)
                .of(lot)
                .about(purchase)
                .write();
    }
}
