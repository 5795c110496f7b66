package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.HandingOver;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.decision.Moment;
import io.rewards.decision.SpendResult;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyExpired;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendRequested;
import io.rewards.event.TransferReceived;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What events do to a wallet besides awarding anything; they have been admitted. For one event. Source: domain 5, 10.
 */
public final class WalletOperations {

    private static final Set<Class<? extends CustomerEvent>> MOVING = Set.of(
            SpendRequested.class,
            RedeemRequested.class,
            HoldPlaced.class,
            VoucherUsed.class,
            AwardsConfirmed.class,
            WalletToppedUp.class,
            BalanceAdjusted.class,
            HoldReleased.class,
            MoneyTransferred.class,
            PayoutRequested.class,
            PayoutAnswered.class,
            MoneyExpired.class);

    private final Moment moment;
    private final Context context;
    private final CustomerEvent event;
    private final Account account;
    private final Purse purse;
    private List<FollowUp> followUps = List.of();

    private WalletOperations(Moment moment, Context context) {
        this.moment = moment;
        this.context = context;
        event = moment.event();
        account = moment.account();
        purse = context.purse(moment);
    }

    /** What the event does to the wallet; empty for one that does nothing to it but to be awarded. */
    public static Optional<Effect> of(Moment moment, Context context) {
        CustomerEvent event = moment.event();
        if (event instanceof GoodsReturn goods) {
            return Optional.of(Returns.of(moment, goods.lines(), context));
        }
        Optional<Effect> undone = Undoing.of(moment, context);
        if (undone.isPresent() || !MOVING.contains(event.getClass())) {
            return undone;
        }
        return Optional.of(new WalletOperations(moment, context).moved());
    }

    /** What it does to the wallet that these goods come back with the event. */
    public static Effect returned(Moment moment, List<ReturnedLine> lines, Context context) {
        return Returns.of(moment, lines, context);
    }

    private Effect moved() {
        new Reserving(purse).releaseLapsed(event.performedOn());
        Optional<SpendResult> spent = spent();
        if (spent.isEmpty()) {
            move();
        }
        new Reclaiming(purse).settleDebts();
        return Effect.of(
                        account.with(purse.wallet()),
                        purse.changes(),
                        spent.map(Report::of).orElse(Report.NOTHING))
                .with(Shared.of(List.of(), followUps));
    }

    private Optional<SpendResult> spent() {
        Spending spending = new Spending(moment, purse);
        if (event instanceof SpendRequested request) {
            return Optional.of(spending.wished(sale(request.purchase()), request.wish()));
        }
        if (event instanceof RedeemRequested request) {
            Sale sale = sale(request.purchase());
            return Optional.of(spending.redeem(sale, sale.redeemable(), request.amount()));
        }
        if (event instanceof HoldPlaced placed) {
            return Optional.of(
                    spending.reserve(Sale.lines(placed.lines(), moment.catalogue()), placed.amount(), placed.until()));
        }
        if (event instanceof VoucherUsed used) {
            Lot voucher = account.wallet().voucher(used.codeHash()).orElseThrow();
            return Optional.of(spending.byVoucher(sale(used.purchase()), voucher));
        }
        return Optional.empty();
    }

    private void move() {
        if (event instanceof AwardsConfirmed confirmed) {
            confirm(confirmed.event());
        } else if (event instanceof WalletToppedUp topUp) {
            new Awarding(purse).topUp(topUp.amount());
        } else if (event instanceof BalanceAdjusted adjusted) {
            adjust(adjusted);
        } else if (event instanceof HoldReleased released) {
            purse.hold(released.hold()).ifPresent(new Reserving(purse)::release);
        } else if (event instanceof MoneyTransferred transferred) {
            transfer(transferred);
        } else if (event instanceof PayoutRequested requested) {
            payOut(requested);
        } else if (event instanceof PayoutAnswered answered) {
            Payout payout = purse.payout(answered.payout()).orElseThrow();
            PayingOut payingOut = new PayingOut(purse);
            if (answered.paid()) {
                payingOut.arrived(payout);
            } else {
                payingOut.failed(payout, answered.reason());
            }
        } else if (event instanceof MoneyExpired) {
            new PayingOut(purse).expire(event.performedOn());
        } else {
            throw new AssertionError("Unknown event: " + event);
        }
    }

    private Sale sale(EventKey purchase) {
        return purse.sale(purchase)
                .orElseGet(() ->
                        Sale.of((Purchase) context.lookups().event(purchase).orElseThrow(), moment.catalogue()));
    }

    private void confirm(EventKey key) {
        purse.lotsOf(key).stream()
                .filter(lot -> lot.account() == AccountKind.PENDING
                        && lot.provenance().event().equals(key))
                .forEach(lot -> new Awarding(purse).confirm(lot, event.performedOn()));
    }

    private void adjust(BalanceAdjusted adjusted) {
        Amount amount = adjusted.amount();
        Awarding awarding = new Awarding(purse);
        if (amount.isPositive()) {
            awarding.give(amount, adjusted.reason(), adjusted.user());
        } else {
            awarding.take(Amount.zero(amount.denomination()).minus(amount), adjusted.reason(), adjusted.user());
        }
    }

    private void transfer(MoneyTransferred transferred) {
        List<Lot> lots = new HandingOver(purse).send(transferred.amount(), transferred.reason());
        TransferReceived received = new TransferReceived(
                FollowUps.header(moment, new FollowUpKey.Gift(event.key()), transferred.to(), event.performedOn()),
                event.participant());
        followUps = List.of(FollowUp.of(received, Wallet.of(lots)));
    }

    private void payOut(PayoutRequested requested) {
        List<Lot> lots = purse.inOrder().stream()
                .filter(lot -> lot.isPayable(event.performedOn()))
                .toList();
        Amount zero = Amount.zero(moment.catalogue().settings().currency());
        new PayingOut(purse)
                .payOut(
                        lots,
                        requested.amount().orElse(Purse.sum(lots, zero)),
                        account.participant().profile().preferences().payment());
    }
}
