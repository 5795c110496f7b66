package io.rewards.books;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Payment;
import io.rewards.wallet.Returned;
import io.rewards.wallet.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Spent money comes back into a purse, to the lots that it came from. For one event. Source: domain 5.6.
 *
 * @param purse that it comes back to
 * @param reason why, where somebody said so
 * @param zero of the currency
 */
public record GivingBack(Purse purse, String reason, Amount zero) {

    /** Gives back what {@code paying} paid for a purchase, to the same lots; the purchase has to be paid for again. */
    public Amount cancelPayments(Sale sale, EventKey paying) {
        List<LineShare> owing = new ArrayList<>();
        List<Payment> kept = new ArrayList<>();
        Amount sum = zero;
        for (Payment payment : sale.payments()) {
            Amount amount = LineShare.sum(payment.lines(), zero);
            if (!payment.event().equals(paying)) {
                kept.add(payment);
            } else if (payment.isSpend()) {
                giveBack(payment, amount, sale.purchase());
                owing.addAll(payment.lines());
                sum = sum.plus(amount);
            } else {
                unredeem(payment, amount, sale.purchase());
            }
        }
        purse.keep(sale.owing(owing, 1).with(kept));
        return sum;
    }

    /**
     * Takes goods, or a part of their price, out of a sale: what wallets paid for that goes back to the same lots, and what
     * the purchase has freed goes back under its conditions, also where it was spent on these very goods.
     *
     * @param back by id of the line
     */
    public Amount returnGoods(Sale sale, Map<String, Returned> back) {
        Amount sum = zero;
        for (Payment payment : sale.payments()) {
            Amount paid = payment.isSpend() ? of(payment, back) : zero;
            giveBack(payment, paid, sale.purchase());
            sum = sum.plus(paid);
        }
        List<Payment> payments = new ArrayList<>();
        for (Payment payment : sale.payments()) {
            if (!payment.isSpend()) {
                unredeem(payment, of(payment, back), sale.purchase());
            }
            List<LineShare> left = new ArrayList<>(payment.lines().size());
            for (LineShare share : payment.lines()) {
                LineShare kept = share.without(back.getOrDefault(share.line(), Returned.NOTHING));
                if (kept.amount().isPositive()) {
                    left.add(kept);
                }
            }
            if (!left.isEmpty()) {
                payments.add(payment.with(left));
            }
        }
        Sale rest = sale;
        for (Map.Entry<String, Returned> of : back.entrySet()) {
            rest = rest.without(of.getKey(), of.getValue());
        }
        purse.keep(rest.with(payments));
        return sum;
    }

    private Amount of(Payment payment, Map<String, Returned> back) {
        Amount sum = zero;
        for (LineShare share : payment.lines()) {
            sum = sum.plus(share.of(back.getOrDefault(share.line(), Returned.NOTHING)));
        }
        return sum;
    }

    private void giveBack(Payment payment, Amount amount, EventKey purchase) {
        if (!amount.isPositive()) {
            return;
        }
        Lot lot = purse.lot(payment.lot());
        purse.put(lot.givenBack(amount));
        AccountKind to = payment.redeem().isEmpty() ? lot.account() : AccountKind.OPEN;
        reversal(lot, amount, payment.spend(), purchase)
                .between(payment.to().orElseGet(() -> purse.account(AccountKind.REIMBURSEMENT)), purse.account(to))
                .write();
        if (!payment.redeem().isEmpty()) {
            reversal(lot, amount, payment.redeem(), purchase)
                    .between(AccountKind.OPEN, lot.account())
                    .write();
        }
    }

    /** Freed money goes back under its conditions, as far as it was not spent. */
    private void unredeem(Payment payment, Amount amount, EventKey purchase) {
        Lot lot = purse.lot(payment.lot());
        Lot freed = purse.lot(lot.redeemedId());
        Amount back = amount.min(freed.remaining());
        if (back.isPositive()) {
            purse.put(freed.emptied(back));
            purse.put(lot.givenBack(back));
            reversal(lot, back, payment.redeem(), purchase)
                    .between(AccountKind.OPEN, AccountKind.COMMERCE)
                    .write();
        }
    }

    private Entry reversal(Lot lot, Amount amount, String transaction, EventKey purchase) {
        return purse.entry(TransactionKind.REVERSAL, amount)
                .of(lot)
                .about(purchase)
                .undoing(transaction)
                .because(reason, Entry.NOBODY);
    }
}
