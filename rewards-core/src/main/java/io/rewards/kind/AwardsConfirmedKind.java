package io.rewards.kind;

import io.rewards.books.Awarding;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.past.Needs;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Lot;

/** Awards that waited for a confirmation stand. Source: domain 5.2. */
final class AwardsConfirmedKind extends WalletKind<AwardsConfirmed> {

    private static final Field<AwardsConfirmed, EventKey> EVENT =
            Field.required("event", Type.KEY, AwardsConfirmed::event, "That was awarded.");
    private static final Shape<AwardsConfirmed> SHAPE = Shape.of(
            "The awards of an event stand.", said -> new AwardsConfirmed(said.header(), said.of(EVENT)), EVENT);

    AwardsConfirmedKind() {
        super(AwardsConfirmed.class, "awards_confirmed");
    }

    @Override
    public Shape<AwardsConfirmed> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(AwardsConfirmed event) {
        return Needs.ofEvent(event.event());
    }

    @Override
    void admit(AwardsConfirmed event, Admission admission) {
        admission.ifKnown(account -> account.unless(
                account.account().lots().stream().anyMatch(lot -> waits(lot, event)),
                "event",
                "No award of event (" + event.event() + ") waits for a confirmation."));
    }

    @Override
    void move(AwardsConfirmed event, OpenWallet wallet) {
        wallet.purse().lotsOf(event.event()).stream()
                .filter(lot -> waits(lot, event))
                .forEach(lot -> new Awarding(wallet.purse()).confirm(lot, event.performedOn()));
    }

    private static boolean waits(Lot lot, AwardsConfirmed event) {
        return lot.account() == AccountKind.PENDING && lot.provenance().event().equals(event.event());
    }

    @Override
    public String says(AwardsConfirmed event, Words words) {
        return "the awards of event " + event.event() + " stand and can be spent";
    }
}
