package io.rewards.report;

import io.rewards.account.Loaded;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendRequested;
import io.rewards.event.TransferReceived;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WebsiteVisit;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Replacement;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says in a plain sentence why money of one participant moved. For one thread. */
final class Why {

    private static final String EVENT = "event";

    /** What events are called that move money or are undone; all others are just events. */
    private static final Map<Class<? extends CustomerEvent>, String> WORDS = Map.ofEntries(
            Map.entry(Purchase.class, "purchase"),
            Map.entry(SocialMediaLike.class, "like"),
            Map.entry(WebsiteVisit.class, "visit"),
            Map.entry(Achievement.class, "achievement"),
            Map.entry(FinancialAchievement.class, "achievement"),
            Map.entry(FinancialStatement.class, "statement"),
            Map.entry(Referral.class, "referral"),
            Map.entry(SchemeSignUp.class, "sign-up"),
            Map.entry(ParticipantRegistered.class, "registration"),
            Map.entry(SpendRequested.class, "spend request"),
            Map.entry(RedeemRequested.class, "redeem request"),
            Map.entry(VoucherUsed.class, "use of a voucher"));

    private final RewardsStore store;
    private final ZoneId zone;
    private final Loaded loaded;
    private final Map<EventKey, Optional<CustomerEvent>> events = new HashMap<>();

    Why(RewardsStore store, ZoneId zone, Loaded loaded) {
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
            case DEBT_SETTLEMENT -> "Pays what is owed for awards that were taken back";
            case TRANSFER_OUT -> left(transaction);
            case TRANSFER_IN -> arrived(transaction);
        };
    }

    private Optional<CustomerEvent> event(EventKey key) {
        return events.computeIfAbsent(key, each -> store.recorded(each).map(Recorded::event));
    }

    /** What an award is for. */
    private String reason(EventKey key) {
        CustomerEvent event = event(key).orElse(null);
        if (event instanceof ParticipantVisited visit) {
            return "by run " + visit.run();
        }
        if (event instanceof ReferredAwarded awarded) {
            return "for referring " + awarded.referred();
        }
        if (event instanceof FirstAward) {
            return "for signing up";
        }
        return "for " + named(key);
    }

    /** An event in words. */
    private String named(EventKey key) {
        String word = event(key)
                .map(event -> WORDS.getOrDefault(event.getClass(), EVENT))
                .orElse(EVENT);
        return word + " " + key;
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
        if (transaction.to().kind() == AccountKind.AWARD_EXPENSE) {
            return "Taken back: " + cause(transaction) + because(transaction);
        }
        if (transaction.from().kind() == AccountKind.REIMBURSEMENT) {
            return "Given back: " + cause(transaction) + because(transaction);
        }
        if (transaction.from().kind() == AccountKind.PAYOUT_CLEARING) {
            return "Payout failed" + because(transaction);
        }
        return "No longer freed from its conditions";
    }

    private String clawedBack(Transaction transaction) {
        String what =
                transaction.from().kind() == AccountKind.CLAWBACK_RECEIVABLE ? "Owed" : "Taken back from other money";
        String award = loaded.past()
                .transaction(transaction.reverses())
                .map(each -> " for the award of " + each.offer())
                .orElse("");
        return what + award + ": " + cause(transaction) + because(transaction);
    }

    /** What happened that an award is taken back, or that money comes back. */
    private String cause(Transaction transaction) {
        CustomerEvent event = event(transaction.event()).orElse(null);
        if (event instanceof GoodsReturn || event instanceof Purchase) {
            return "goods of " + transaction.purchase().map(EventKey::toString).orElse("a purchase") + " came back";
        }
        if (event instanceof EventCancelled cancelled) {
            return named(cancelled.event()) + " was cancelled";
        }
        if (event instanceof AwardCancelled) {
            return "the award was cancelled";
        }
        if (event instanceof VoucherCancelled) {
            return "the voucher was cancelled";
        }
        if (event instanceof ReferralCancelled) {
            return "the referred participant has no award any more";
        }
        return "event " + transaction.event();
    }

    private String left(Transaction transaction) {
        CustomerEvent event = event(transaction.event()).orElse(null);
        if (event instanceof MoneyTransferred transferred) {
            return "Given to " + transferred.to() + because(transaction);
        }
        String what = transaction.from().kind() == AccountKind.TRANSFER_CLEARING ? "Debt goes over" : "Goes over";
        if (event instanceof ParticipantTerminated terminated) {
            return what + " to "
                    + terminated.replacement().map(Replacement::participant).orElse("whoever stays");
        }
        return what + " to whoever stays";
    }

    private String arrived(Transaction transaction) {
        CustomerEvent event = event(transaction.event()).orElse(null);
        if (event instanceof TransferReceived received) {
            return "From " + received.sender();
        }
        String what = transaction.to().kind() == AccountKind.TRANSFER_CLEARING ? "Debt taken over" : "Taken over";
        return event instanceof DuplicateMerged merged ? what + " from " + merged.duplicate() : what;
    }

    private static String because(Transaction transaction) {
        String why = transaction.reason().isEmpty() ? "" : ": " + transaction.reason();
        return why + (transaction.user().isEmpty() ? "" : " (" + transaction.user() + ")");
    }
}
