package io.rewards.kind;

import io.rewards.books.Reserving;
import io.rewards.event.EventKey;
import io.rewards.event.HoldReleased;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;

/** Somebody no longer needs what was reserved. Source: domain 5.3. */
final class HoldReleasedKind extends WalletKind<HoldReleased> {

    private static final Field<HoldReleased, EventKey> HOLD =
            Field.required("hold", Type.KEY, HoldReleased::hold, "The event that reserved it.");
    private static final Shape<HoldReleased> SHAPE = Shape.of(
            "Reserved money is not needed after all.", said -> new HoldReleased(said.header(), said.of(HOLD)), HOLD);

    HoldReleasedKind() {
        super(HoldReleased.class, "hold_released");
    }

    @Override
    public Shape<HoldReleased> shape() {
        return SHAPE;
    }

    @Override
    void admit(HoldReleased event, Admission admission) {
        admission.ifKnown(account -> account.hold("hold", event.hold()));
    }

    @Override
    void move(HoldReleased event, OpenWallet wallet) {
        wallet.purse().hold(event.hold()).ifPresent(new Reserving(wallet.purse())::release);
    }

    @Override
    public String says(HoldReleased event, Words words) {
        return "no longer needs what " + event.hold() + " has reserved";
    }
}
