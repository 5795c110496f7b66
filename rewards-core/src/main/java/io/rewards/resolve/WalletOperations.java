package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.decision.Lookups;
import io.rewards.decision.SpendResult;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
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
import io.rewards.event.ReferralCancelled;
import io.rewards.event.SpendRequested;
import io.rewards.event.TransferReceived;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Books;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Payout;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What events do to a wallet besides awarding anything; they have been admitted. Pure. Source: domain 5, 10.
 */
public final class WalletOperations {

    private final CustomerEvent event;
    private final Account account;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final Returns.Rules rules;
    private final WalletRules wallets;
    private final Instant processedOn;
    private final Books books;
    private List<FollowUp> followUps = List.of();

    private WalletOperations(
            CustomerEvent event,
            Account account,
            Catalogue catalogue,
            Lookups lookups,
            Returns.Rules rules,
            WalletRules wallets,
            Instant processedOn) {
        this.event = event;
        this.account = account;
        this.catalogue = catalogue;
        this.lookups = lookups;
        this.rules = rules;
        this.wallets = wallets;
        this.processedOn = processedOn;
        books = new Books(account.wallet(), account.journal(), event, processedOn, wallets.order());
    }

    /**
     * What {@code event} does to the wallet of {@code account}; empty for an event that does nothing to one but to be awarded.
     *
     * @param rules to ask again about what is left of a purchase
     */
    public static Optional<Movement> of(
            CustomerEvent event,
            Account account,
            Catalogue catalogue,
            Lookups lookups,
            Returns.Rules rules,
            WalletRules wallets,
            Instant processedOn) {
        return new WalletOperations(event, account, catalogue, lookups, rules, wallets, processedOn).moved();
    }

    private Optional<Movement> moved() {
        if (event instanceof GoodsReturn goods) {
            return Optional.of(
                    Returns.of(event, goods.lines(), account, catalogue, lookups, rules, wallets, processedOn));
        }
        if (event instanceof EventCancelled cancelled) {
            return Optional.of(cancel(cancelled));
        }
        if (event instanceof AwardCancelled cancelled) {
            return Optional.of(cancelAward(cancelled.award(), cancelled.reason(), cancelled.user()));
        }
        if (event instanceof VoucherCancelled cancelled) {
            return Optional.of(cancelAward(cancelled.voucher(), cancelled.reason(), cancelled.user()));
        }
        if (event instanceof ReferralCancelled cancelled) {
            Returns returns = returns("");
            returns.awardsOf(cancelled.award());
            return Optional.of(returns.movement());
        }
        books.releaseLapsed(event.performedOn());
        Optional<SpendResult> spent = spent();
        if (spent.isEmpty() && !moves()) {
            return Optional.empty();
        }
        books.settleDebts();
        return Optional.of(new Movement(
                account.with(books.wallet(), books.transactions()),
                books.transactions(),
                List.of(),
                followUps,
                spent,
                Optional.empty()));
    }

    private Optional<SpendResult> spent() {
        Spending spending = new Spending(event, account, catalogue, books);
        if (event instanceof SpendRequested request) {
            return Optional.of(spending.wished(sale(request.purchase()), request.wish()));
        }
        if (event instanceof RedeemRequested request) {
            Sale sale = sale(request.purchase());
            return Optional.of(spending.redeem(sale, sale.redeemable(), request.amount()));
        }
        if (event instanceof HoldPlaced placed) {
            return Optional.of(
                    spending.reserve(Sale.lines(placed.lines(), catalogue), placed.amount(), placed.until()));
        }
        if (event instanceof VoucherUsed used) {
            Lot voucher = account.wallet().voucher(used.codeHash()).orElseThrow();
            return Optional.of(spending.byVoucher(sale(used.purchase()), voucher));
        }
        return Optional.empty();
    }

    /** Moves money in other ways; false where the event moves none. */
    private boolean moves() {
        if (event instanceof AwardsConfirmed confirmed) {
            confirm(confirmed.event());
        } else if (event instanceof WalletToppedUp topUp) {
            books.topUp(topUp.amount());
        } else if (event instanceof BalanceAdjusted adjusted) {
            adjust(adjusted);
        } else if (event instanceof HoldReleased released) {
            books.hold(released.hold()).ifPresent(books::release);
        } else if (event instanceof MoneyTransferred transferred) {
            transfer(transferred);
        } else if (event instanceof PayoutRequested requested) {
            payOut(requested);
        } else if (event instanceof PayoutAnswered answered) {
            Payout payout = books.payout(answered.payout()).orElseThrow();
            if (answered.paid()) {
                books.arrived(payout);
            } else {
                books.failed(payout, answered.reason());
            }
        } else if (event instanceof MoneyExpired) {
            books.expire(event.performedOn());
        } else {
            return false;
        }
        return true;
    }

    private Sale sale(EventKey purchase) {
        return books.sale(purchase)
                .orElseGet(() -> Sale.of((Purchase) lookups.event(purchase).orElseThrow(), catalogue));
    }

    private Returns returns(String reason) {
        return new Returns(event, account, catalogue, lookups, rules, wallets, processedOn, reason);
    }

    private Movement cancel(EventCancelled cancelled) {
        Returns returns = returns(cancelled.reason());
        CustomerEvent happened = lookups.event(cancelled.event()).orElseThrow();
        if (happened instanceof Purchase purchase) {
            returns.purchase(purchase);
        } else if (isSpending(happened)) {
            returns.payments(happened.key());
        } else {
            returns.happening(happened);
        }
        return returns.movement();
    }

    /** True for an event that spends from a wallet or frees money. */
    public static boolean isSpending(CustomerEvent event) {
        return event instanceof SpendRequested || event instanceof RedeemRequested || event instanceof VoucherUsed;
    }

    private Movement cancelAward(String award, String reason, String user) {
        Returns returns = returns(reason);
        String lot = account.journal()
                .transaction(award)
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .map(transaction -> transaction.lot())
                .orElse(award);
        returns.award(account.wallet().lot(lot).orElseThrow(), user);
        return returns.movement();
    }

    private void confirm(EventKey key) {
        books.allLots().stream()
                .filter(lot -> lot.account() == LedgerAccount.PENDING
                        && lot.provenance().event().equals(key))
                .sorted(Comparator.comparing(Lot::id))
                .forEach(lot -> books.confirm(lot, event.performedOn()));
    }

    private void adjust(BalanceAdjusted adjusted) {
        Amount amount = adjusted.amount();
        if (amount.isPositive()) {
            books.give(amount, adjusted.reason(), adjusted.user());
        } else {
            books.take(Amount.zero(amount.denomination()).minus(amount), adjusted.reason(), adjusted.user());
        }
    }

    private void transfer(MoneyTransferred transferred) {
        List<Lot> lots = books.send(transferred.amount(), transferred.reason());
        TransferReceived received = new TransferReceived(
                FollowUps.header(
                        event, new FollowUpKey.Gift(event.key()), transferred.to(), event.performedOn(), processedOn),
                event.participant());
        followUps = List.of(new FollowUp(received, Wallet.of(lots), List.of(), Optional.empty()));
    }

    private void payOut(PayoutRequested requested) {
        List<Lot> lots = books.inOrder().stream()
                .filter(lot -> lot.isPayable(event.performedOn()))
                .toList();
        Amount zero = Amount.zero(catalogue.settings().currency());
        Amount all = Books.sum(lots, zero);
        books.payOut(
                lots,
                requested.amount().orElse(all),
                account.participant().profile().preferences().payment());
    }
}
