package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.event.WalletToppedUp;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Open money comes into the wallet from outside of the programme. Source: domain 5.2. */
final class WalletToppedUpKind extends WalletKind<WalletToppedUp> {

    private static final Field<WalletToppedUp, Amount> AMOUNT =
            Field.required("amount", Type.MONEY, WalletToppedUp::amount, "");
    private static final Shape<WalletToppedUp> SHAPE = Shape.of(
            "Money was put into the wallet.", said -> new WalletToppedUp(said.header(), said.of(AMOUNT)), AMOUNT);

    WalletToppedUpKind() {
        super(WalletToppedUp.class, "wallet_topped_up");
    }

    @Override
    public Shape<WalletToppedUp> shape() {
        return SHAPE;
    }

    @Override
    void admit(WalletToppedUp event, Admission admission) {
        admission.ifKnown(account -> account.positiveInAny("amount", event.amount()));
    }

    @Override
    void move(WalletToppedUp event, OpenWallet wallet) {
        new Awarding(wallet.purse()).topUp(event.amount());
    }

    @Override
    boolean isCancellable() {
        return true;
    }

    @Override
    void undo(WalletToppedUp event, Returns returns) {
        returns.putIn(event.key());
    }

    @Override
    public String noun() {
        return "top-up";
    }

    @Override
    public String says(WalletToppedUp event, Words words) {
        return "puts " + words.amount(event.amount()) + " into the wallet";
    }
}
