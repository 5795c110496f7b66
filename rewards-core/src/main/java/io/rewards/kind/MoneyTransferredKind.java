package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.HandingOver;
import io.rewards.books.Purse;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.TransferReceived;
import io.rewards.resolve.FollowUpKey;
import io.rewards.resolve.FollowUps;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
import java.util.List;

/** Somebody gives money to another participant. Source: domain 5.2. */
final class MoneyTransferredKind extends WalletKind<MoneyTransferred> {

    private static final Field<MoneyTransferred, String> TO =
            Field.required("to", Type.TEXT, MoneyTransferred::to, "Id of the participant who gets it.");
    private static final Field<MoneyTransferred, Amount> AMOUNT =
            Field.required("amount", Type.MONEY, MoneyTransferred::amount, "");
    private static final Field<MoneyTransferred, String> REASON =
            Field.usual("reason", Type.ANY_TEXT, "", MoneyTransferred::reason, "Why, for people.");
    private static final Shape<MoneyTransferred> SHAPE = Shape.of(
            "A participant gives money to another.",
            said -> new MoneyTransferred(said.header(), said.of(TO), said.of(AMOUNT), said.of(REASON)),
            TO,
            AMOUNT,
            REASON);

    MoneyTransferredKind() {
        super(MoneyTransferred.class, "money_transferred");
    }

    @Override
    public Shape<MoneyTransferred> shape() {
        return SHAPE;
    }

    @Override
    void admit(MoneyTransferred event, Admission admission) {
        admission.ifKnown(account -> {
            Amount amount = event.amount();
            account.notBlocked();
            account.reason(event.reason(), false);
            account.positiveInAny("amount", amount);
            account.unless(
                    !event.to().equals(event.participant()) && account.lookups().isEffective(event.to()),
                    "to",
                    "The participant (" + event.to() + ") who gets the money must be another one who takes part.");
            account.enough(
                    amount,
                    Purse.sum(account.purse().spendable(event.performedOn()), Amount.zero(amount.denomination())));
        });
    }

    @Override
    void move(MoneyTransferred event, OpenWallet wallet) {
        List<Lot> lots = new HandingOver(wallet.purse()).send(event.amount(), event.reason());
        TransferReceived received = new TransferReceived(
                FollowUps.header(wallet.moment(), new FollowUpKey.Gift(event.key()), event.to(), event.performedOn()),
                event.participant());
        wallet.followUp(FollowUp.of(received, Wallet.of(lots)));
    }

    @Override
    public String says(MoneyTransferred event, Words words) {
        return "gives " + words.amount(event.amount()) + " to " + event.to() + Phrases.because(event.reason());
    }

    @Override
    public String gives(MoneyTransferred event, String what) {
        return "Given to " + event.to();
    }
}
