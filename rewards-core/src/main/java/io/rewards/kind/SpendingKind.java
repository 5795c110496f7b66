package io.rewards.kind;

import io.rewards.event.CustomerEvent;
import io.rewards.event.WalletSpending;
import io.rewards.past.Needs;
import io.rewards.resolve.Returns;

/** A kind of event that spends on a purchase, or frees money for it; it can be cancelled. Immutable. */
abstract class SpendingKind<E extends CustomerEvent & WalletSpending> extends WalletKind<E> {

    SpendingKind(Class<E> type, String word) {
        super(type, word);
    }

    @Override
    public Needs needs(E event) {
        return Needs.ofEvent(event.purchase());
    }

    @Override
    final boolean isCancellable() {
        return true;
    }

    @Override
    final void undo(E event, Returns returns) {
        returns.payments(event.key(), event.purchase());
    }
}
