package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.event.SpendRequested;
import io.rewards.wallet.Sale;

/** Somebody pays for a purchase from the wallet. Source: domain 5.3. */
final class SpendRequestedKind extends SpendingKind<SpendRequested> {

    SpendRequestedKind() {
        super(SpendRequested.class, "spend_requested");
    }

    @Override
    void admit(SpendRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.notBlocked();
            account.wish("wish", event.wish());
            event.wish().hold().ifPresent(reserving -> account.hold("wish.hold", reserving));
            account.purchase("purchase", event.purchase()).ifPresent(sale -> payable(event, sale, account));
        });
    }

    private static void payable(SpendRequested event, Sale sale, AccountAdmission account) {
        account.unless(
                sale.payable().isPositive(),
                "purchase",
                "Nothing is left to pay of purchase (" + event.purchase() + ").");
        Amount requested = event.wish().amount().orElse(sale.payable());
        account.settings()
                .minimumRequest()
                .filter(least -> requested.denomination().equals(least.denomination()))
                .ifPresent(least -> account.unless(
                        requested.compareTo(least) >= 0,
                        "wish.amount",
                        "The amount (" + requested + ") is below the least that can be asked for (" + least + ")."));
    }

    @Override
    void move(SpendRequested event, OpenWallet wallet) {
        wallet.spent(wallet.spending().wished(wallet.sale(event.purchase()), event.wish()));
    }

    @Override
    public boolean isCarriedOutByRuns() {
        return true;
    }
}
