package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.TransferReceived;
import io.rewards.resolve.Context;
import io.rewards.resolve.Transfer;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Optional;

/** Money of another participant arrives. Source: domain 5.2. */
final class TransferReceivedKind extends RaisedKind<TransferReceived> {

    private static final Field<TransferReceived, String> SENDER =
            Field.required("sender", Type.TEXT, TransferReceived::sender, "Id of who gave it.");
    private static final Shape<TransferReceived> SHAPE = Shape.of(
            "Money of another participant arrives.",
            said -> new TransferReceived(said.header(), said.of(SENDER)),
            SENDER);

    TransferReceivedKind() {
        super(TransferReceived.class, "transfer_received");
    }

    @Override
    public Shape<TransferReceived> shape() {
        return SHAPE;
    }

    @Override
    public Optional<Effect> followed(FollowUp followUp, Moment moment, Context context) {
        return Optional.of(Transfer.received(followUp, moment, context));
    }

    @Override
    public String gets(TransferReceived event, String what) {
        return "From " + event.sender();
    }
}
