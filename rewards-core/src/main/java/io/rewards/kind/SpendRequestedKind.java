package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Sale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Somebody pays for a purchase from the wallet. Source: domain 5.3. */
final class SpendRequestedKind extends SpendingKind<SpendRequested> {

    private static final Field<SpendRequested, EventKey> PURCHASE =
            Field.required("purchase", Type.KEY, SpendRequested::purchase, "To pay for.");
    private static final Field<SpendRequested, Optional<Amount>> AMOUNT =
            Field.optional("amount", Type.MONEY, event -> event.wish().amount(), "");
    private static final Field<SpendRequested, Optional<EventKey>> HOLD = Field.optional(
            "hold",
            Type.KEY,
            event -> event.wish().hold(),
            "The event that reserved the money. What is not needed of it is free again.");
    private static final Shape<SpendRequested> SHAPE = Shape.of(
            "A participant asks to pay for a purchase from the wallet; without an amount, as much as possible.",
            said -> new SpendRequested(said.header(), said.of(PURCHASE), new SpendWish(said.of(AMOUNT), said.of(HOLD))),
            PURCHASE,
            AMOUNT,
            HOLD);

    SpendRequestedKind() {
        super(SpendRequested.class, "spend_requested");
    }

    @Override
    SpendRequested mapped(SpendRequested event, UnaryOperator<Amount> change) {
        SpendWish wish = event.wish();
        return new SpendRequested(
                event.header(), event.purchase(), new SpendWish(wish.amount().map(change), wish.hold()));
    }

    @Override
    public Shape<SpendRequested> shape() {
        return SHAPE;
    }

    @Override
    void admit(SpendRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.maySpend(SpendMethod.SPEND_ON_REQUEST);
            account.wish("wish", event.wish());
            account.unless(
                    event.wish().points().isEmpty(),
                    "wish.points",
                    "A request spends money; points are exchanged with their purchase or by an event of their own.");
            event.wish().hold().ifPresent(reserving -> account.hold("wish.hold", reserving));
            account.purchase("purchase", event.purchase()).ifPresent(sale -> payable(event, sale, account));
        });
    }

    private static void payable(SpendRequested event, Sale sale, AccountAdmission account) {
        account.unless(
                sale.payable().isPositive(),
                "purchase",
                "Nothing is left to pay of purchase (" + event.purchase() + ").");
        Amount requested = event.wish().amount().orElse(sale.payable());
        account.settings()
                .minimumRequest()
                .filter(least -> requested.denomination().equals(least.denomination()))
                .ifPresent(least -> account.unless(
                        requested.compareTo(least) >= 0,
                        "wish.amount",
                        "The amount (" + requested + ") is below the least that can be asked for (" + least + ")."));
    }

    @Override
    void move(SpendRequested event, OpenWallet wallet) {
        wallet.spent(wallet.spending().wished(wallet.sale(event.purchase()), event.wish()));
    }

    @Override
    public boolean isCarriedOutByRuns() {
        return true;
    }

    @Override
    public String says(SpendRequested event, Words words) {
        return "pays for purchase " + event.purchase() + " with " + Phrases.wish(event.wish(), words);
    }

    @Override
    public String noun() {
        return "spend request";
    }
}
