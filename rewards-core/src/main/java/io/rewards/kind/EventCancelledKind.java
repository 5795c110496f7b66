package io.rewards.kind;

import io.rewards.books.Exchanging;
import io.rewards.books.Purse;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.PointsExchanged;
import io.rewards.event.WalletSpending;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Optional;

/** Something never happened after all. Source: domain 5.6. */
final class EventCancelledKind extends CorrectingKind<EventCancelled> {

    private static final Field<EventCancelled, EventKey> EVENT =
            Field.required("event", Type.KEY, EventCancelled::event, "To cancel.");
    private static final Field<EventCancelled, String> REASON =
            Field.usual("reason", Type.ANY_TEXT, "", EventCancelled::reason, "Why, for people.");
    private static final Shape<EventCancelled> SHAPE = Shape.of(
            "An event never happened after all.",
            said -> new EventCancelled(said.header(), said.of(EVENT), said.of(REASON)),
            EVENT,
            REASON);

    EventCancelledKind() {
        super(EventCancelled.class, "event_cancelled");
    }

    @Override
    public Shape<EventCancelled> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(EventCancelled event) {
        return Needs.ofEvent(event.event());
    }

    @Override
    void admit(EventCancelled event, Admission admission) {
        admission.ifKnown(account -> {
            account.reason(event.reason(), false);
            cancelled(event.event(), account);
        });
    }

    private static void cancelled(EventKey key, AccountAdmission account) {
        Optional<CustomerEvent> recorded = account.own(key);
        if (recorded.isEmpty()) {
            account.add("event", "The participant (" + account.participant().id() + ") has no event (" + key + ").");
            return;
        }
        CustomerEvent happened = recorded.get();
        if (!EventKinds.of(happened).isCancellable()) {
            account.add(
                    "event",
                    "The event (" + key + ") cannot be cancelled: only purchases, what else is awarded, requests to"
                            + " spend, top-ups and exchanges can.");
        } else if (account.past().isCancelled(key)) {
            account.add("event", "The event (" + key + ") was cancelled already.");
        } else if (happened instanceof WalletSpending spending) {
            account.unless(
                    account.account().open(key).isPresent()
                            || account.past().sale(spending.purchase()).stream()
                                    .flatMap(sale -> sale.payments().stream())
                                    .anyMatch(payment -> payment.event().equals(key)),
                    "event",
                    "The event (" + key + ") has spent nothing that could come back.");
        } else if (happened instanceof PointsExchanged) {
            account.unless(
                    goesBack(key, account),
                    "event",
                    "The money of exchange (" + key + ") is spent: no points could come back.");
        }
        account.notBefore(happened, "event", "The event");
    }

    private static boolean goesBack(EventKey exchange, AccountAdmission account) {
        Purse purse = account.purse();
        int before = purse.transactions().size();
        new Exchanging(purse).undo(exchange);
        return purse.transactions().size() > before;
    }

    @Override
    public Optional<Effect> moved(EventCancelled event, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, event.reason());
        CustomerEvent happened = context.lookups().event(event.event()).orElseThrow();
        EventKinds.of(happened).undo(happened, returns);
        return Optional.of(returns.effect());
    }

    @Override
    public String says(EventCancelled event, Words words) {
        return "event " + event.event() + " never happened after all" + Phrases.because(event.reason());
    }

    @Override
    public String undoes(EventCancelled event, Telling telling) {
        return telling.named(event.event()) + " was cancelled";
    }
}
