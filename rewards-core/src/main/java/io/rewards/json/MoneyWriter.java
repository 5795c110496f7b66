package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.RedeemRequested;
import io.rewards.event.SpendRequested;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import tools.jackson.databind.node.ObjectNode;

/** Writes what moves money: what is spent, reserved, paid out or given, and what is taken back. */
final class MoneyWriter {

    private MoneyWriter() {}

    /** False where the event is none of these. */
    static boolean write(ObjectNode object, CustomerEvent event) {
        if (event instanceof SpendRequested requested) {
            OutcomeWriter.key(object, "purchase", requested.purchase());
            requested.wish().amount().ifPresent(amount -> amount(object, amount));
            requested.wish().hold().ifPresent(hold -> OutcomeWriter.key(object, "hold", hold));
        } else if (event instanceof RedeemRequested requested) {
            OutcomeWriter.key(object, "purchase", requested.purchase());
            requested.amount().ifPresent(amount -> amount(object, amount));
        } else if (event instanceof HoldPlaced hold) {
            PurchaseWriter.holdPlaced(object, hold);
        } else if (event instanceof HoldReleased released) {
            OutcomeWriter.key(object, "hold", released.hold());
        } else if (event instanceof VoucherUsed used) {
            object.put("codeHash", used.codeHash());
            OutcomeWriter.key(object, "purchase", used.purchase());
        } else if (event instanceof PayoutRequested requested) {
            requested.amount().ifPresent(amount -> amount(object, amount));
        } else if (event instanceof PayoutAnswered answered) {
            OutcomeWriter.key(object, "payout", answered.payout());
            object.put("paid", answered.paid());
            Writing.text(object, "reason", answered.reason());
        } else if (event instanceof MoneyTransferred transferred) {
            object.put("to", transferred.to());
            amount(object, transferred.amount());
            Writing.text(object, "reason", transferred.reason());
        } else if (event instanceof WalletToppedUp toppedUp) {
            amount(object, toppedUp.amount());
        } else {
            return correction(object, event);
        }
        return true;
    }

    /** An amount in any denomination, as a number beside its code. */
    static void amount(ObjectNode object, Amount amount) {
        object.put("denomination", amount.denomination().code());
        object.put("amount", amount.decimal().toPlainString());
    }

    private static boolean correction(ObjectNode object, CustomerEvent event) {
        if (event instanceof EventCancelled cancelled) {
            OutcomeWriter.key(object, "event", cancelled.event());
            Writing.text(object, "reason", cancelled.reason());
        } else if (event instanceof AwardCancelled cancelled) {
            object.put("award", cancelled.award());
            decision(object, cancelled.reason(), cancelled.user());
        } else if (event instanceof VoucherCancelled cancelled) {
            object.put("voucher", cancelled.voucher());
            decision(object, cancelled.reason(), cancelled.user());
        } else if (event instanceof AwardsConfirmed confirmed) {
            OutcomeWriter.key(object, "event", confirmed.event());
        } else if (event instanceof BalanceAdjusted adjusted) {
            amount(object, adjusted.amount());
            decision(object, adjusted.reason(), adjusted.user());
        } else {
            return false;
        }
        return true;
    }

    private static void decision(ObjectNode object, String reason, String user) {
        object.put("reason", reason);
        object.put("user", user);
    }
}
