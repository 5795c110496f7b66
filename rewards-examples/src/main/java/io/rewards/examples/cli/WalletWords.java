package io.rewards.examples.cli;

import io.rewards.amount.Amount;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an event says that moves money in a wallet, as somebody in the shop would say it. */
final class WalletWords {

    private static final int LINES_SHOWN = 6;

    private final When when;

    WalletWords(When when) {
        this.when = when;
    }

    /** The words; empty where the event moves no money but by being awarded. */
    String of(CustomerEvent event) {
        if (event instanceof Purchase purchase) {
            return purchase(purchase);
        }
        if (event instanceof GoodsReturn goods) {
            return "brings back " + goods(goods.lines());
        }
        if (event instanceof SpendRequested request) {
            return "pays for purchase " + request.purchase() + " with " + wish(request.wish());
        }
        if (event instanceof RedeemRequested request) {
            return "frees " + most(request.amount()) + " from its conditions, for goods of purchase "
                    + request.purchase();
        }
        if (event instanceof VoucherUsed used) {
            return "shows a voucher for purchase " + used.purchase();
        }
        if (event instanceof HoldPlaced placed) {
            return "reserves " + most(placed.amount()) + " for goods of "
                    + Figures.of(placed.lines().size(), "line") + ", until " + when.moment(placed.until());
        }
        if (event instanceof HoldReleased released) {
            return "no longer needs what " + released.hold() + " has reserved";
        }
        return undoing(event);
    }

    private String undoing(CustomerEvent event) {
        if (event instanceof EventCancelled cancelled) {
            return "event " + cancelled.event() + " never happened after all" + because(cancelled.reason());
        }
        if (event instanceof AwardCancelled cancelled) {
            return cancelled.user() + " takes award " + cancelled.award() + " back" + because(cancelled.reason());
        }
        if (event instanceof VoucherCancelled cancelled) {
            return cancelled.user() + " takes voucher " + cancelled.voucher() + " back" + because(cancelled.reason());
        }
        if (event instanceof AwardsConfirmed confirmed) {
            return "the awards of event " + confirmed.event() + " stand and can be spent";
        }
        return inOrOut(event);
    }

    private static String inOrOut(CustomerEvent event) {
        if (event instanceof WalletToppedUp topUp) {
            return "puts " + Figures.of(topUp.amount()) + " into the wallet";
        }
        if (event instanceof BalanceAdjusted adjusted) {
            Amount amount = adjusted.amount();
            Amount size = amount.isNegative() ? amount.times(-1) : amount;
            return adjusted.user()
                    + (amount.isNegative() ? " takes " : " gives ")
                    + Figures.of(size)
                    + because(adjusted.reason());
        }
        if (event instanceof MoneyTransferred transferred) {
            return "gives " + Figures.of(transferred.amount()) + " to " + transferred.to()
                    + because(transferred.reason());
        }
        if (event instanceof PayoutRequested requested) {
            return "asks for " + requested.amount().map(Figures::of).orElse("all that can be paid out") + " in money";
        }
        if (event instanceof PayoutAnswered answered) {
            return "the money of " + answered.payout()
                    + (answered.paid() ? " has arrived" : " could not be paid and comes back")
                    + because(answered.reason());
        }
        return "";
    }

    private static String purchase(Purchase purchase) {
        List<String> words = new ArrayList<>();
        purchase.spend().ifPresent(wish -> words.add("pays with " + wish(wish)));
        if (!purchase.returned().isEmpty()) {
            words.add("brings back " + goods(purchase.returned()));
        }
        return String.join("; ", words);
    }

    private static String wish(SpendWish wish) {
        return most(wish.amount())
                + wish.hold().map(hold -> " that " + hold + " has reserved").orElse(" of the wallet");
    }

    private static String most(Optional<Amount> amount) {
        return amount.map(Figures::of).map(text -> "up to " + text).orElse("as much as possible");
    }

    private static String goods(List<ReturnedLine> lines) {
        String shown =
                lines.stream().limit(LINES_SHOWN).map(WalletWords::pieces).collect(Collectors.joining(", "));
        return shown + (lines.size() > LINES_SHOWN ? " and " + Figures.of(lines.size() - LINES_SHOWN) + " more" : "");
    }

    private static String pieces(ReturnedLine line) {
        EventKey purchase = line.purchase();
        return Figures.of(line.quantity(), "piece") + " of line " + line.line() + " of purchase " + purchase;
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }
}
