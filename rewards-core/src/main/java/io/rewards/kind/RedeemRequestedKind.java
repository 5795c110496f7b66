package io.rewards.kind;

import io.rewards.event.RedeemRequested;
import io.rewards.wallet.Sale;

/** Somebody frees money from its conditions for a purchase. Source: domain 5.2. */
final class RedeemRequestedKind extends SpendingKind<RedeemRequested> {

    RedeemRequestedKind() {
        super(RedeemRequested.class, "redeem_requested");
    }

    @Override
    void admit(RedeemRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.notBlocked();
            account.purchase("purchase", event.purchase());
            event.amount().ifPresent(amount -> account.positive("amount", amount));
        });
    }

    @Override
    void move(RedeemRequested event, OpenWallet wallet) {
        Sale sale = wallet.sale(event.purchase());
        wallet.spent(wallet.spending().redeem(sale, sale.redeemable(), event.amount()));
    }
}
