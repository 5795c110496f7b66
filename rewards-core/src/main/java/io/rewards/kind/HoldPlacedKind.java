package io.rewards.kind;

import io.rewards.event.HoldPlaced;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import java.util.List;

/** Somebody reserves money for goods that are paid later. Source: domain 5.3. */
final class HoldPlacedKind extends WalletKind<HoldPlaced> {

    HoldPlacedKind() {
        super(HoldPlaced.class, "hold_placed");
    }

    @Override
    void admit(HoldPlaced event, Admission admission) {
        admission.lines(event.lines());
        admission.ifKnown(account -> {
            account.notBlocked();
            event.amount().ifPresent(amount -> account.positive("amount", amount));
            account.unless(
                    event.until().isAfter(event.performedOn()),
                    "until",
                    "The money is free again on (" + event.until() + "), which is not after (" + event.performedOn()
                            + ").");
        });
    }

    @Override
    void move(HoldPlaced event, OpenWallet wallet) {
        List<SaleLine> lines = Sale.lines(event.lines(), wallet.moment().catalogue());
        wallet.spent(wallet.spending().reserve(lines, event.amount(), event.until()));
    }
}
