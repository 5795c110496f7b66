package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.participant.Participant;
import io.rewards.resolve.Context;
import java.util.Optional;

/** A kind of event that moves money in the wallet of its participant and changes nothing else. Immutable. */
abstract class WalletKind<E extends CustomerEvent> extends EventKind<E> {

    WalletKind(Class<E> type, String word) {
        super(type, word);
    }

    @Override
    public final Participant changed(E event, Participant participant) {
        return participant;
    }

    @Override
    public final Optional<Effect> moved(E event, Moment moment, Context context) {
        OpenWallet wallet = new OpenWallet(moment, context);
        move(event, wallet);
        return Optional.of(wallet.effect());
    }

    /** Moves the money. */
    abstract void move(E event, OpenWallet wallet);

    @Override
    public final boolean movesMoney(E event) {
        return true;
    }
}
