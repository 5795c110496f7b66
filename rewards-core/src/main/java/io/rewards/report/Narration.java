package io.rewards.report;

import io.rewards.account.Loaded;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.PayoutRequested;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says in a plain sentence why money of one participant moved. For one thread. */
final class Narration {

    private final RewardsStore store;
    private final ZoneId zone;
    private final Loaded loaded;
    private final Map<EventKey, Optional<CustomerEvent>> events = new HashMap<>();

    Narration(RewardsStore store, ZoneId zone, Loaded loaded) {
        this.store = store;
        this.zone = zone;
        this.loaded = loaded;
    }

    String of(Transaction transaction) {
        return switch (transaction.kind()) {
            case AWARD -> "Award of " + transaction.offer() + " " + reason(transaction.event());
            case CONTRIBUTION -> "The merchant's part of the award of " + transaction.offer();
            case CONFIRMATION -> "Confirmed: the award of " + transaction.offer() + " can be spent";
            case REDEEM -> redeemed(transaction);
            case SPEND -> spent(transaction);
            case AWARD_EXPIRATION -> expired(transaction);
            case FORFEIT -> "Lost: the rest of a voucher that can be used once";
            case HOLD -> "Reserved by " + transaction.event();
            case RELEASE -> "No longer reserved by " + reserving(transaction);
            case PAYOUT -> "Payout under way";
            case PAYOUT_CONFIRMATION -> "Paid out";
            case TOP_UP -> "Put into the wallet";
            case ADJUSTMENT ->
                (transaction.from().kind() == AccountKind.ADJUSTMENTS ? "Given by hand" : "Taken by hand")
                        + because(transaction);
            case REVERSAL -> undone(transaction);
            case CLAWBACK -> clawedBack(transaction);
            case DEBT_SETTLEMENT -> "Pays what is owed";
            case EXCHANGE_OUT -> "Turned into money by " + named(transaction.event());
            case EXCHANGE_IN -> "Points turned into money by " + named(transaction.event());
            case TRANSFER_OUT -> left(transaction);
            case TRANSFER_IN -> arrived(transaction);
            case CONVERSION ->
                "Changed over: " + transaction.amount()
                        + (transaction.to().kind() == AccountKind.EXCHANGE ? " before" : " after");
            case SETTLEMENT -> "Settled with the merchant";
            case SETTLEMENT_FEE -> "Fee of the merchant";
        };
    }

    private Optional<CustomerEvent> event(EventKey key) {
        return events.computeIfAbsent(key, each -> store.recorded(each).map(Recorded::event));
    }

    /** What an award is for. */
    private String reason(EventKey key) {
        return event(key).map(event -> EventKinds.of(event).awards(event)).orElse("for event " + key);
    }

    /** An event in words. */
    private String named(EventKey key) {
        return event(key).map(event -> EventKinds.of(event).noun()).orElse("event") + " " + key;
    }

    private String redeemed(Transaction transaction) {
        return event(transaction.event())
                        .filter(PayoutRequested.class::isInstance)
                        .isPresent()
                ? "Freed to be paid out"
                : "Freed by " + transaction.purchase().map(this::named).orElse("event " + transaction.event());
    }

    private String spent(Transaction transaction) {
        String on = transaction.purchase().map(this::named).orElse("event " + transaction.event());
        return switch (transaction.from().kind()) {
            case VOUCHERS -> "Spent by voucher on " + on;
            case HELD -> "Spent, as reserved, on " + on;
            default -> "Spent on " + on;
        };
    }

    private String expired(Transaction transaction) {
        Optional<LocalDate> lastDay = loaded.account()
                .wallet()
                .lot(transaction.lot())
                .or(() -> loaded.past().lot(transaction.lot()))
                .flatMap(lot -> lot.lastDay(zone));
        return lastDay.map(day -> "Expired on " + day).orElse("Expired");
    }

    private String reserving(Transaction release) {
        return loaded.past()
                .transaction(release.reverses())
                .map(hold -> hold.event().toString())
                .orElse("an earlier event");
    }

    private String undone(Transaction transaction) {
        if (transaction.to().kind() == AccountKind.AWARD_EXPENSE
                || transaction.to().kind() == AccountKind.TOP_UPS) {
            return "Taken back: " + cause(transaction) + because(transaction);
        }
        if (transaction.from().kind() == AccountKind.BREAKAGE) {
            return "Had not expired yet at the date of " + named(transaction.event());
        }
        if (transaction.from().kind() == AccountKind.REIMBURSEMENT) {
            return "Given back: " + cause(transaction) + because(transaction);
        }
        if (transaction.from().kind() == AccountKind.PAYOUT_CLEARING) {
            return "Payout failed" + because(transaction);
        }
        if (transaction.from().kind() == AccountKind.EXCHANGE) {
            return "Points again: " + cause(transaction) + because(transaction);
        }
        if (transaction.to().kind() == AccountKind.EXCHANGE) {
            return "Turned back into points: " + cause(transaction) + because(transaction);
        }
        return "No longer freed from its conditions";
    }

    private String clawedBack(Transaction transaction) {
        String what =
                transaction.from().kind() == AccountKind.CLAWBACK_RECEIVABLE ? "Owed" : "Taken back from other money";
        String award = loaded.past()
                .transaction(transaction.reverses())
                .map(each ->
                        each.offer().isEmpty() ? " for money that was put in" : " for the award of " + each.offer())
                .orElse("");
        return what + award + ": " + cause(transaction) + because(transaction);
    }

    /** What happened that an award is taken back, or that money comes back. */
    private String cause(Transaction transaction) {
        return event(transaction.event())
                .map(event -> EventKinds.of(event).undoes(event, new TransactionTelling(transaction)))
                .orElse("event " + transaction.event());
    }

    private String left(Transaction transaction) {
        String what = transaction.from().kind() == AccountKind.TRANSFER_CLEARING ? "Debt goes over" : "Goes over";
        return event(transaction.event())
                        .map(event -> EventKinds.of(event).gives(event, what))
                        .orElse(what + " to whoever stays")
                + because(transaction);
    }

    private String arrived(Transaction transaction) {
        String what = transaction.to().kind() == AccountKind.TRANSFER_CLEARING ? "Debt taken over" : "Taken over";
        return event(transaction.event())
                .map(event -> EventKinds.of(event).gets(event, what))
                .orElse(what);
    }

    /** What is found out about a transaction. */
    private final class TransactionTelling implements EventKind.Telling {

        private final Transaction transaction;

        TransactionTelling(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public String goodsCameBack() {
            return "goods of " + transaction.purchase().map(EventKey::toString).orElse("a purchase") + " came back";
        }

        @Override
        public String named(EventKey event) {
            return Narration.this.named(event);
        }
    }

    private static String because(Transaction transaction) {
        String why = transaction.reason().isEmpty() ? "" : ": " + transaction.reason();
        return why + (transaction.user().isEmpty() ? "" : " (" + transaction.user() + ")");
    }
}
