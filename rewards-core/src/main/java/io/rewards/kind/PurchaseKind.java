package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.Purchase;
import io.rewards.participant.Participant;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import java.util.Optional;

/** Somebody buys, perhaps spends, and perhaps brings goods of earlier purchases back. Source: domain 2.1, 5.3. */
final class PurchaseKind extends EventKind<Purchase> {

    PurchaseKind() {
        super(Purchase.class, "purchase", Trigger.PURCHASE);
    }

    @Override
    public Needs needs(Purchase event) {
        return Needs.ofGoods(event.returned());
    }

    @Override
    void admit(Purchase event, Admission admission) {
        admission.name(() -> "reference", event.reference());
        admission.lines(event.lines());
        admission.ifKnown(account -> {
            event.spend().ifPresent(wish -> {
                account.wish("spend", wish);
                account.unless(
                        event.header().processImmediately(),
                        "spend",
                        "A purchase that is left to a run cannot spend; ask for it by a request of its own.");
            });
            account.returned("returned", event.returned());
        });
    }

    @Override
    public Participant changed(Purchase event, Participant participant) {
        return participant;
    }

    @Override
    public Effect before(Purchase event, Moment moment, Context context) {
        return event.returned().isEmpty() ? Effect.of(moment.account()) : Returns.of(moment, event.returned(), context);
    }

    @Override
    public Optional<Effect> moved(Purchase event, Moment moment, Context context) {
        return Optional.empty();
    }

    @Override
    boolean isCancellable() {
        return true;
    }

    @Override
    void undo(Purchase event, Returns returns) {
        returns.purchase(event);
    }
}
