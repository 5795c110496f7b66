package io.rewards.kind;

import io.rewards.books.Reserving;
import io.rewards.event.HoldReleased;

/** Somebody no longer needs what was reserved. Source: domain 5.3. */
final class HoldReleasedKind extends WalletKind<HoldReleased> {

    HoldReleasedKind() {
        super(HoldReleased.class, "hold_released");
    }

    @Override
    void admit(HoldReleased event, Admission admission) {
        admission.ifKnown(account -> account.hold("hold", event.hold()));
    }

    @Override
    void move(HoldReleased event, OpenWallet wallet) {
        wallet.purse().hold(event.hold()).ifPresent(new Reserving(wallet.purse())::release);
    }
}
