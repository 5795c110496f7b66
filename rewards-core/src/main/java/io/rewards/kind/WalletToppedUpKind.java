package io.rewards.kind;

import io.rewards.books.Awarding;
import io.rewards.event.WalletToppedUp;

/** Open money comes into the wallet from outside of the programme. Source: domain 5.2. */
final class WalletToppedUpKind extends WalletKind<WalletToppedUp> {

    WalletToppedUpKind() {
        super(WalletToppedUp.class, "wallet_topped_up");
    }

    @Override
    void admit(WalletToppedUp event, Admission admission) {
        admission.ifKnown(account -> account.above("amount", event.amount()));
    }

    @Override
    void move(WalletToppedUp event, OpenWallet wallet) {
        new Awarding(wallet.purse()).topUp(event.amount());
    }
}
