package io.rewards.kind;

import io.rewards.account.FollowUp;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.TransferReceived;
import io.rewards.resolve.Context;
import io.rewards.resolve.Transfer;
import java.util.Optional;

/** Money of another participant arrives. Source: domain 5.2. */
final class TransferReceivedKind extends RaisedKind<TransferReceived> {

    TransferReceivedKind() {
        super(TransferReceived.class, "transfer_received");
    }

    @Override
    public Optional<Effect> followed(FollowUp followUp, Moment moment, Context context) {
        return Optional.of(Transfer.received(followUp, moment, context));
    }
}
