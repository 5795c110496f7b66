package io.rewards.kind;

import io.rewards.books.PayingOut;
import io.rewards.event.PayoutAnswered;
import io.rewards.wallet.Payout;

/** The bank says whether money that was on its way has arrived. Source: domain 5.2. */
final class PayoutAnsweredKind extends WalletKind<PayoutAnswered> {

    PayoutAnsweredKind() {
        super(PayoutAnswered.class, "payout_answered");
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
}
