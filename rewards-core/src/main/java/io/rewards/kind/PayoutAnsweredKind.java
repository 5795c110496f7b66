package io.rewards.kind;

import io.rewards.books.PayingOut;
import io.rewards.event.EventKey;
import io.rewards.event.PayoutAnswered;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.wallet.Payout;

/** The bank says whether money that was on its way has arrived. Source: domain 5.2. */
final class PayoutAnsweredKind extends WalletKind<PayoutAnswered> {

    private static final Field<PayoutAnswered, EventKey> PAYOUT =
            Field.required("payout", Type.KEY, PayoutAnswered::payout, "The event that asked for it.");
    private static final Field<PayoutAnswered, Boolean> PAID = Field.required(
            "paid", Type.TRUTH, PayoutAnswered::paid, "True when the money arrived, false when it comes back.");
    private static final Field<PayoutAnswered, String> REASON =
            Field.usual("reason", Type.ANY_TEXT, "", PayoutAnswered::reason, "Why, for people.");
    private static final Shape<PayoutAnswered> SHAPE = Shape.of(
            "What became of a payout.",
            said -> new PayoutAnswered(said.header(), said.of(PAYOUT), said.of(PAID), said.of(REASON)),
            PAYOUT,
            PAID,
            REASON);

    PayoutAnsweredKind() {
        super(PayoutAnswered.class, "payout_answered");
    }

    @Override
    public Shape<PayoutAnswered> shape() {
        return SHAPE;
    }

    @Override
    About about() {
        return About.FORMER_MEMBER;
    }

    @Override
    void admit(PayoutAnswered event, Admission admission) {
        admission.ifKnown(account -> {
            account.reason(event.reason(), false);
            account.unless(
                    account.account().wallet().payouts().containsKey(event.payout()),
                    "payout",
                    "No payout of (" + event.payout() + ") is under way.");
        });
    }

    @Override
    void move(PayoutAnswered event, OpenWallet wallet) {
        Payout payout = wallet.purse().payout(event.payout()).orElseThrow();
        PayingOut payingOut = new PayingOut(wallet.purse());
        if (event.paid()) {
            payingOut.arrived(payout);
        } else {
            payingOut.failed(payout, event.reason());
        }
    }

    @Override
    public String says(PayoutAnswered event, Words words) {
        return "the money of " + event.payout()
                + (event.paid() ? " has arrived" : " could not be paid and comes back")
                + Phrases.because(event.reason());
    }
}
