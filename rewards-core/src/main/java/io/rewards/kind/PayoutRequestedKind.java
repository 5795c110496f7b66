package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.event.PayoutRequested;
import io.rewards.wallet.Lot;
import java.util.List;

/** Somebody asks for money in the hand. Source: domain 5.2. */
final class PayoutRequestedKind extends WalletKind<PayoutRequested> {

    PayoutRequestedKind() {
        super(PayoutRequested.class, "payout_requested");
    }

    @Override
    void admit(PayoutRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.notBlocked();
            account.unless(
                    !account.participant().profile().preferences().payment().isEmpty(),
                    "participant",
                    "The participant (" + event.participant() + ") has no preferred payment method.");
            Amount most = Purse.sum(
                    payable(account.purse(), event),
                    Amount.zero(account.catalogue().settings().currency()));
            event.amount().ifPresent(amount -> {
                account.positive("amount", amount);
                account.enough(amount, most);
            });
            account.unless(most.isPositive(), "amount", "Nothing can be paid out.");
        });
    }

    @Override
    void move(PayoutRequested event, OpenWallet wallet) {
        List<Lot> lots = payable(wallet.purse(), event);
        Amount zero = Amount.zero(wallet.moment().catalogue().settings().currency());
        new PayingOut(wallet.purse())
                .payOut(
                        lots,
                        event.amount().orElse(Purse.sum(lots, zero)),
                        wallet.account().participant().profile().preferences().payment());
    }

    private static List<Lot> payable(Purse purse, PayoutRequested event) {
        return purse.inOrder().stream()
                .filter(lot -> lot.isPayable(event.performedOn()))
                .toList();
    }
}
