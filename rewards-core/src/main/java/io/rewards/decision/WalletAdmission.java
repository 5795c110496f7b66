package io.rewards.decision;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.books.Purse;
import io.rewards.books.Reserving;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.SpendSettings;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletSpending;
import io.rewards.event.WalletToppedUp;
import io.rewards.event.WebsiteVisit;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Past;
import io.rewards.problem.Problems;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what speaks against moving money: purchases and holds that are not there, more than there is, goods that came back
 * already, a participant who is blocked. Source: domain 4.5, 5, 10, 12.1 Q25.
 */
final class WalletAdmission {

    private static final int LONGEST_REASON = 2_000;

    private final CustomerEvent event;
    private final Account account;
    private final Past past;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final Problems problems;

    WalletAdmission(Moment moment, Lookups lookups, Problems problems) {
        event = moment.event();
        account = moment.account();
        past = moment.past();
        catalogue = moment.catalogue();
        this.lookups = lookups;
        this.problems = problems;
    }

    void check() {
        if (event instanceof Purchase purchase) {
            purchase.spend().ifPresent(wish -> {
                wish("spend", wish);
                problems.unless(
                        event.header().processImmediately(),
                        "spend",
                        "A purchase that is left to a run cannot spend; ask for it by a request of its own.");
            });
            returned("returned", purchase.returned());
        } else if (event instanceof GoodsReturn goods) {
            problems.unless(!goods.lines().isEmpty(), "lines", "A return must have a line.");
            returned("lines", goods.lines());
        } else if (event instanceof SpendRequested request) {
            spend(request);
        } else if (event instanceof RedeemRequested request) {
            notBlocked();
            purchase("purchase", request.purchase());
            request.amount().ifPresent(amount -> positive("amount", amount));
        } else if (event instanceof EventCancelled cancelled) {
            reason(cancelled.reason(), false);
            cancelled(cancelled.event());
        } else if (event instanceof AwardCancelled cancelled) {
            reason(cancelled.reason(), true);
            user(cancelled.user());
            award(cancelled.award());
        } else if (event instanceof AwardsConfirmed confirmed) {
            problems.unless(
                    account.lots().stream()
                            .anyMatch(lot -> lot.account() == AccountKind.PENDING
                                    && lot.provenance().event().equals(confirmed.event())),
                    "event",
                    "No award of event (" + confirmed.event() + ") waits for a confirmation.");
        } else if (event instanceof WalletToppedUp topUp) {
            above("amount", topUp.amount());
        } else if (event instanceof BalanceAdjusted adjusted) {
            adjusted(adjusted);
        } else {
            furtherOnes();
        }
    }

    private void furtherOnes() {
        if (event instanceof HoldPlaced placed) {
            notBlocked();
            placed.amount().ifPresent(amount -> positive("amount", amount));
            problems.unless(
                    placed.until().isAfter(event.performedOn()),
                    "until",
                    "The money is free again on (" + placed.until() + "), which is not after (" + event.performedOn()
                            + ").");
        } else if (event instanceof HoldReleased released) {
            hold("hold", released.hold());
        } else if (event instanceof MoneyTransferred transferred) {
            transferred(transferred);
        } else if (event instanceof PayoutRequested requested) {
            payout(requested);
        } else if (event instanceof PayoutAnswered answered) {
            reason(answered.reason(), false);
            problems.unless(
                    account.wallet().payouts().containsKey(answered.payout()),
                    "payout",
                    "No payout of (" + answered.payout() + ") is under way.");
        } else if (event instanceof VoucherUsed used) {
            voucher(used);
        } else if (event instanceof VoucherCancelled cancelled) {
            reason(cancelled.reason(), true);
            user(cancelled.user());
            problems.unless(
                    account.lots().stream()
                            .anyMatch(lot -> lot.id().equals(cancelled.voucher())
                                    && lot.voucher().isPresent()),
                    "voucher",
                    "The wallet has no voucher (" + cancelled.voucher() + ") that still holds money.");
        }
    }

    private void spend(SpendRequested request) {
        notBlocked();
        wish("wish", request.wish());
        request.wish().hold().ifPresent(reserving -> hold("wish.hold", reserving));
        purchase("purchase", request.purchase()).ifPresent(sale -> {
            problems.unless(
                    sale.payable().isPositive(),
                    "purchase",
                    "Nothing is left to pay of purchase (" + request.purchase() + ").");
            Amount requested = request.wish().amount().orElse(sale.payable());
            settings()
                    .minimumRequest()
                    .filter(least -> requested.denomination().equals(least.denomination()))
                    .ifPresent(least -> problems.unless(
                            requested.compareTo(least) >= 0,
                            "wish.amount",
                            "The amount (" + requested + ") is below the least that can be asked for (" + least
                                    + ")."));
        });
    }

    private void wish(String path, SpendWish wish) {
        wish.amount().ifPresent(amount -> {
            positive(path + ".amount", amount);
            problems.unless(
                    settings().specificAmount(),
                    path + ".amount",
                    "The programme spends as much as possible; an amount cannot be asked for.");
        });
    }

    private SpendSettings settings() {
        return catalogue.settings().spending();
    }

    private void notBlocked() {
        problems.unless(
                !account.participant().spendingBlocked(),
                "participant",
                "The participant (" + event.participant() + ") is blocked from spending.");
    }

    /** An amount of the currency, above zero. */
    private void positive(String path, Amount amount) {
        problems.unless(
                amount.isPositive() && amount.units() <= Admission.LARGEST_TOTAL,
                path,
                "The amount (" + amount + ") must be above 0, and at most " + Admission.LARGEST_TOTAL
                        + " smallest units.");
        problems.unless(
                amount.denomination().equals(catalogue.settings().currency()),
                path,
                "The amount (" + amount + ") must be in " + catalogue.settings().currency() + ".");
    }

    /** An amount of any denomination of the programme, above zero. */
    private void above(String path, Amount amount) {
        problems.unless(
                amount.isPositive() && amount.units() <= Admission.LARGEST_TOTAL,
                path,
                "The amount (" + amount + ") must be above 0, and at most " + Admission.LARGEST_TOTAL
                        + " smallest units.");
        denomination(path, amount);
    }

    private void denomination(String path, Amount amount) {
        problems.unless(
                catalogue
                        .settings()
                        .denomination(amount.denomination().code())
                        .filter(amount.denomination()::equals)
                        .isPresent(),
                path,
                "The amount (" + amount + ") is not in a denomination of the programme.");
    }

    private void reason(String reason, boolean needed) {
        problems.unless(
                reason.length() <= LONGEST_REASON && !(needed && reason.isBlank()),
                "reason",
                "The reason must be " + (needed ? "1 to " : "at most ") + LONGEST_REASON + " characters.");
    }

    private void user(String user) {
        problems.unless(
                !user.isBlank() && user.length() <= LONGEST_REASON, "user", "The user who decided it must be named.");
    }

    /** A purchase of the participant, or of a duplicate whose wallet came over, as it stands. */
    private Optional<Sale> purchase(String path, EventKey key) {
        Optional<CustomerEvent> recorded = lookups.event(key).filter(this::isOwn);
        if (recorded.isEmpty() || !(recorded.get() instanceof Purchase purchase) || key.equals(event.key())) {
            problems.add(path, "The participant (" + event.participant() + ") has no purchase (" + key + ").");
            return Optional.empty();
        }
        if (past.isCancelled(key)) {
            problems.add(path, "The purchase (" + key + ") was cancelled.");
            return Optional.empty();
        }
        problems.unless(
                !event.performedOn().isBefore(purchase.performedOn()),
                path,
                "The purchase (" + key + ") of (" + purchase.performedOn() + ") comes after (" + event.performedOn()
                        + ").");
        return Optional.of(past.sale(key).orElseGet(() -> Sale.of(purchase, catalogue)));
    }

    private boolean isOwn(CustomerEvent recorded) {
        return recorded.participant().equals(event.participant())
                || account.wallet().duplicates().contains(recorded.participant());
    }

    private void returned(String path, List<ReturnedLine> lines) {
        Map<EventKey, Optional<Sale>> sales = new HashMap<>();
        Map<Sold, Long> pieces = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            ReturnedLine line = lines.get(i);
            String at = path + "[" + i + "]";
            Optional<Sale> sale = sales.computeIfAbsent(line.purchase(), key -> purchase(at + ".purchase", key));
            if (sale.isEmpty()) {
                continue;
            }
            Optional<SaleLine> sold = sale.get().line(line.line());
            problems.unless(
                    sold.isPresent(),
                    at + ".line",
                    "The purchase (" + line.purchase() + ") has no line (" + line.line() + ").");
            problems.unless(
                    line.quantity() >= 1 && line.quantity() <= Admission.MOST_PIECES,
                    at + ".quantity",
                    "The quantity (" + line.quantity() + ") must be 1 to " + Admission.MOST_PIECES + ".");
            long all = pieces.merge(new Sold(line.purchase(), line.line()), line.quantity(), WalletAdmission::sum);
            sold.ifPresent(known -> problems.unless(
                    all <= known.kept(),
                    at + ".quantity",
                    "Of line (" + line.line() + ") of purchase (" + line.purchase() + "), " + known.kept()
                            + " pieces are left to come back, not " + all + "."));
        }
    }

    private static long sum(long one, long other) {
        return Math.min(Admission.MOST_PIECES * 2, one) + Math.min(Admission.MOST_PIECES * 2, other);
    }

    private void cancelled(EventKey key) {
        Optional<CustomerEvent> recorded = lookups.event(key).filter(this::isOwn);
        if (recorded.isEmpty()) {
            problems.add("event", "The participant (" + event.participant() + ") has no event (" + key + ").");
            return;
        }
        CustomerEvent happened = recorded.get();
        if (!(happened instanceof WalletSpending) && !canBeAwarded(happened)) {
            problems.add(
                    "event",
                    "The event (" + key + ") cannot be cancelled: only purchases, what else is awarded, and requests to"
                            + " spend can.");
        } else if (past.isCancelled(key)) {
            problems.add("event", "The event (" + key + ") was cancelled already.");
        } else if (happened instanceof WalletSpending spending) {
            problems.unless(
                    past.sale(spending.purchase()).stream()
                            .flatMap(sale -> sale.payments().stream())
                            .anyMatch(payment -> payment.event().equals(key)),
                    "event",
                    "The event (" + key + ") has spent nothing that could come back.");
        }
        problems.unless(
                !event.performedOn().isBefore(happened.performedOn()),
                "event",
                "The event (" + key + ") of (" + happened.performedOn() + ") comes after (" + event.performedOn()
                        + ").");
    }

    private static boolean canBeAwarded(CustomerEvent event) {
        return event instanceof Purchase
                || event instanceof SocialMediaLike
                || event instanceof WebsiteVisit
                || event instanceof Achievement
                || event instanceof FinancialAchievement
                || event instanceof FinancialStatement;
    }

    private void award(String id) {
        Optional<Transaction> award =
                past.transaction(id).filter(transaction -> transaction.kind() == TransactionKind.AWARD);
        problems.unless(
                award.filter(known -> past.standing(known).isPositive()).isPresent(),
                "award",
                "No award (" + id + ") stands that could be cancelled.");
    }

    private void adjusted(BalanceAdjusted adjusted) {
        Amount amount = adjusted.amount();
        reason(adjusted.reason(), true);
        user(adjusted.user());
        problems.unless(
                !amount.isZero() && Math.abs(amount.units()) <= Admission.LARGEST_TOTAL,
                "amount",
                "The amount (" + amount + ") must not be 0, and at most " + Admission.LARGEST_TOTAL
                        + " smallest units.");
        denomination("amount", amount);
        if (amount.isNegative()) {
            Amount zero = Amount.zero(amount.denomination());
            enough(zero.minus(amount), Purse.sum(purse().usable(event.performedOn()), zero));
        }
    }

    private void transferred(MoneyTransferred transferred) {
        Amount amount = transferred.amount();
        notBlocked();
        reason(transferred.reason(), false);
        above("amount", amount);
        problems.unless(
                !transferred.to().equals(event.participant()) && lookups.isEffective(transferred.to()),
                "to",
                "The participant (" + transferred.to() + ") who gets the money must be another one who takes part.");
        enough(amount, Purse.sum(purse().spendable(event.performedOn()), Amount.zero(amount.denomination())));
    }

    private void payout(PayoutRequested requested) {
        notBlocked();
        problems.unless(
                !account.participant().profile().preferences().payment().isEmpty(),
                "participant",
                "The participant (" + event.participant() + ") has no preferred payment method.");
        List<Lot> lots = purse().inOrder().stream()
                .filter(lot -> lot.isPayable(event.performedOn()))
                .toList();
        Amount most = Purse.sum(lots, Amount.zero(catalogue.settings().currency()));
        requested.amount().ifPresent(amount -> {
            positive("amount", amount);
            enough(amount, most);
        });
        problems.unless(most.isPositive(), "amount", "Nothing can be paid out.");
    }

    private void enough(Amount amount, Amount most) {
        problems.unless(
                !amount.denomination().equals(most.denomination()) || amount.compareTo(most) <= 0,
                "amount",
                "The amount (" + amount + ") is more than there is for it (" + most + ").");
    }

    private void hold(String path, EventKey reserving) {
        problems.unless(
                purse().hold(reserving).isPresent(), path, "Nothing is reserved by (" + reserving + ") any more.");
    }

    private void voucher(VoucherUsed used) {
        notBlocked();
        purchase("purchase", used.purchase());
        Optional<Lot> voucher = account.wallet().voucher(used.codeHash()).or(() -> past.voucher(used.codeHash()));
        if (voucher.isEmpty()) {
            problems.add("codeHash", "The wallet has no voucher with this code.");
            return;
        }
        problems.unless(
                voucher.get().remaining().isPositive(),
                "codeHash",
                "The voucher is " + voucher.get().voucherState() + ".");
        new SpendPlace(catalogue, event.unit(), event.performedOn())
                .unmet(voucher.get())
                .ifPresent(why -> problems.add("codeHash", "The voucher cannot be used. " + why));
    }

    /** The wallet after reservations that have lapsed by now. */
    private Purse purse() {
        Purse purse = new Purse(account, past, event, event.performedOn(), Comparator.comparing(Lot::id));
        new Reserving(purse).releaseLapsed(event.performedOn());
        return purse;
    }

    /** A line of a purchase. */
    private record Sold(EventKey purchase, String line) {}
}
