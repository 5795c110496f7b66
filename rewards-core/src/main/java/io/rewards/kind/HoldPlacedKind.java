package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.HoldPlaced;
import io.rewards.event.PurchaseLine;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody reserves money for goods that are paid later. Source: domain 5.3. */
final class HoldPlacedKind extends WalletKind<HoldPlaced> {

    private static final Field<HoldPlaced, Optional<Denomination>> DENOMINATION = Field.optional(
            "denomination",
            Type.DENOMINATION,
            event -> OneDenomination.of(
                    event, event.lines(), event.amount().stream().toList()),
            "Of all its amounts. The programme's currency unless said.");
    private static final Field<HoldPlaced, Optional<Amount>> AMOUNT =
            Field.optional("amount", Type.AMOUNT, HoldPlaced::amount, "To reserve. As much as possible unless said.");
    private static final Field<HoldPlaced, Instant> UNTIL =
            Field.required("until", Type.INSTANT, HoldPlaced::until, "First instant at which the money is free again.");
    private static final Field<HoldPlaced, List<PurchaseLine>> LINES =
            Field.required("lines", Type.LINES, HoldPlaced::lines, "Of the purchase.");
    private static final Shape<HoldPlaced> SHAPE = Shape.of(
            "Money is reserved for a purchase that is about to happen.",
            said -> new HoldPlaced(said.header(), said.of(LINES), said.of(AMOUNT), said.of(UNTIL)),
            DENOMINATION,
            AMOUNT,
            UNTIL,
            LINES);

    HoldPlacedKind() {
        super(HoldPlaced.class, "hold_placed");
    }

    @Override
    public Shape<HoldPlaced> shape() {
        return SHAPE;
    }

    @Override
    void admit(HoldPlaced event, Admission admission) {
        admission.lines(event.lines());
        admission.ifKnown(account -> {
            account.maySpend(SpendMethod.SPEND_ON_REQUEST);
            event.amount().ifPresent(amount -> account.positiveInCurrency("amount", amount));
            account.unless(
                    event.until().isAfter(event.performedOn()),
                    "until",
                    "The money is free again on (" + event.until() + "), which is not after (" + event.performedOn()
                            + ").");
        });
    }

    @Override
    void move(HoldPlaced event, OpenWallet wallet) {
        List<SaleLine> lines = Sale.lines(event.lines(), wallet.moment().catalogue());
        wallet.spent(wallet.spending().reserve(lines, event.amount(), event.until()));
    }

    @Override
    public String says(HoldPlaced event, Words words) {
        return "reserves " + Phrases.atMost(event.amount(), words) + " for goods of "
                + words.number(event.lines().size(), "line") + ", until " + words.moment(event.until());
    }
}
