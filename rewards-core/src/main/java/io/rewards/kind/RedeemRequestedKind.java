package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.event.RedeemRequested;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Sale;
import java.util.Optional;

/** Somebody frees money from its conditions for a purchase. Source: domain 5.2. */
final class RedeemRequestedKind extends SpendingKind<RedeemRequested> {

    private static final Field<RedeemRequested, EventKey> PURCHASE =
            Field.required("purchase", Type.KEY, RedeemRequested::purchase, "That meets the conditions.");
    private static final Field<RedeemRequested, Optional<Amount>> AMOUNT =
            Field.optional("amount", Type.MONEY, RedeemRequested::amount, "");
    private static final Shape<RedeemRequested> SHAPE = Shape.of(
            "A participant frees awarded money by a purchase that meets its conditions; without an amount, as much as possible.",
            said -> new RedeemRequested(said.header(), said.of(PURCHASE), said.of(AMOUNT)),
            PURCHASE,
            AMOUNT);

    RedeemRequestedKind() {
        super(RedeemRequested.class, "redeem_requested");
    }

    @Override
    public Shape<RedeemRequested> shape() {
        return SHAPE;
    }

    @Override
    void admit(RedeemRequested event, Admission admission) {
        admission.ifKnown(account -> {
            account.maySpend(SpendMethod.SPEND_ON_REQUEST);
            account.purchase("purchase", event.purchase());
            event.amount().ifPresent(amount -> account.positiveInCurrency("amount", amount));
        });
    }

    @Override
    void move(RedeemRequested event, OpenWallet wallet) {
        Sale sale = wallet.sale(event.purchase());
        wallet.spent(wallet.spending().redeem(sale, sale.redeemable(), event.amount()));
    }

    @Override
    public String says(RedeemRequested event, Words words) {
        return "frees " + Phrases.atMost(event.amount(), words) + " from its conditions, for goods of purchase "
                + event.purchase();
    }

    @Override
    public String noun() {
        return "redeem request";
    }
}
