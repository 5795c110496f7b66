package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.books.Paying;
import io.rewards.books.Purse;
import io.rewards.books.Reserving;
import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.SpendMethod;
import io.rewards.decision.AtMerchant;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.Moment;
import io.rewards.decision.SpendResult;
import io.rewards.decision.SpendResult.How;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.SpendWish;
import io.rewards.ledger.AccountKind;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.RefundedBy;
import io.rewards.participant.AutomaticSpending;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotPart;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlace;
import io.rewards.wallet.SpendPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pays for purchases from the wallet: because somebody asked, with reserved money, or because the participant and the unit
 * have allowed it once and for all. For one event. Source: domain 4.4, 4.5, 5.3, 12.1 Q35.
 */
public final class Spending {

    private static final String BLOCKED = "The participant is blocked from spending.";

    private final CustomerEvent event;
    private final Account account;
    private final Catalogue catalogue;
    private final Purse purse;
    private final SpendPlace place;
    private Optional<PayingByPoints> points = Optional.empty();

    public Spending(Moment moment, Purse purse) {
        event = moment.event();
        account = moment.account();
        catalogue = moment.catalogue();
        this.purse = purse;
        place = new SpendPlace(catalogue, event.unit(), event.performedOn());
    }

    /** What a purchase itself brings about: what it asks for, or what is spent without being asked. */
    Optional<SpendResult> on(Purchase purchase, Sale sale) {
        return purchase.spend().isPresent()
                ? Optional.of(wished(sale, purchase.spend().get()))
                : automatic(sale, reduction());
    }

    /** Pays as asked; where the participant is blocked or the merchant does not have it, nothing. */
    public SpendResult wished(Sale sale, SpendWish wish) {
        Optional<PayingByPoints> byPoints = wish.points().map(points -> new PayingByPoints(purse, place, points));
        Amount requested = byPoints.map(PayingByPoints::worth).or(wish::amount).orElse(sale.payable());
        How how = wish.hold().isPresent() ? How.FROM_HOLD : How.ON_REQUEST;
        Optional<Amount> least = catalogue.settings().spending().minimumRequest();
        Optional<String> refused = refused(SpendMethod.SPEND_ON_REQUEST);
        if (refused.isPresent()) {
            return SpendResult.nothing(how, requested, Reduction.FRONT_END, refused.get());
        }
        if (least.filter(minimum -> requested.compareTo(minimum) < 0).isPresent()) {
            return SpendResult.nothing(
                    how, requested, Reduction.FRONT_END, "A request must be for at least " + least.get() + ".");
        }
        if (byPoints.isPresent()) {
            points = byPoints;
            return byPoints.get().pay(sale);
        }
        return wish.hold().isPresent()
                ? held(sale, requested, wish.hold().get())
                : paid(how, sale, requested, Reduction.FRONT_END, purse.inOrder());
    }

    /** The points that were turned into money to pay, if any were. */
    Optional<ExchangeResult> exchanged() {
        return points.flatMap(PayingByPoints::exchanged);
    }

    /** The lots of that money, as they are now. */
    List<Lot> made() {
        return points.map(PayingByPoints::made).orElse(List.of());
    }

    private Optional<String> refused(SpendMethod method) {
        return account.participant().spendingBlocked()
                ? Optional.of(BLOCKED)
                : new AtMerchant(catalogue, event.unit(), account.participant()).refusesSpending(method);
    }

    private SpendResult held(Sale sale, Amount requested, EventKey reserving) {
        Optional<Hold> hold = purse.hold(reserving);
        if (hold.isEmpty()) {
            return SpendResult.nothing(
                    How.FROM_HOLD,
                    requested,
                    Reduction.FRONT_END,
                    "Nothing is reserved by (" + reserving + ") any more.");
        }
        List<Lot> reserved = new ArrayList<>();
        List<SpendPlan.Unused> elsewhere = new ArrayList<>();
        for (LotPart part : hold.get().parts()) {
            Lot lot = purse.lot(part.lot()).holding(part.amount());
            Optional<String> why = place.elsewhere(lot);
            if (why.isPresent()) {
                elsewhere.add(new SpendPlan.Unused(lot, why.get()));
            } else {
                reserved.add(lot);
            }
        }
        SpendPlan plan =
                SpendPlan.of(reserved, sale.lines(), requested, neverPaid()).leaving(elsewhere);
        new Paying(purse).payHeld(sale, hold.get(), plan);
        return SpendResult.of(
                How.FROM_HOLD,
                plan,
                Reduction.FRONT_END,
                shortfall(plan, sale.payable(), "was reserved for these goods"));
    }

    /** What a purchase that a run decides spends without being asked; the till has closed, so it is refunded. */
    Optional<SpendResult> afterwards(Sale sale) {
        return automatic(sale, Reduction.BACK_END);
    }

    /**
     * As much as the participant has allowed, and money of offers that is spent automatically whatever that refuses. Where
     * it refuses something, that money goes first.
     */
    private Optional<SpendResult> automatic(Sale sale, Reduction reduction) {
        if (!merchant(AgreementField.AUTOMATIC_SPENDING)
                || refused(SpendMethod.SPEND_AUTOMATICALLY).isPresent()) {
            return Optional.empty();
        }
        List<Lot> lots = purse.inOrder();
        List<Lot> ofOffers = lots.stream().filter(Spending::isAutomatic).toList();
        Amount always = plan(sale.lines(), sale.payable(), ofOffers).amount();
        AutomaticSpending rule = account.participant().profile().preferences().automaticSpending();
        if (!rule.allowed()) {
            return automatic(sale, always, reduction, ofOffers);
        }
        Amount most = plan(sale.lines(), sale.payable(), lots).amount();
        Amount available = Purse.sum(purse.spendable(event.performedOn()), Amount.zero(most.denomination()));
        Amount allowed = rule.amount(available, most, sale.payable(), event.unit());
        if (allowed.compareTo(always) < 0) {
            return automatic(sale, always, reduction, ofOffers);
        }
        return automatic(sale, allowed, reduction, allowed.equals(most) ? lots : first(ofOffers, lots));
    }

    private Optional<SpendResult> automatic(Sale sale, Amount amount, Reduction reduction, List<Lot> lots) {
        return amount.isPositive()
                ? Optional.of(paid(How.AUTOMATICALLY, sale, amount, reduction, lots))
                : Optional.empty();
    }

    private static boolean isAutomatic(Lot lot) {
        return lot.spendMethod() == SpendMethod.SPEND_AUTOMATICALLY;
    }

    private static List<Lot> first(List<Lot> some, List<Lot> all) {
        List<Lot> order = new ArrayList<>(some);
        all.stream().filter(lot -> !isAutomatic(lot)).forEach(order::add);
        return order;
    }

    private SpendResult paid(How how, Sale sale, Amount requested, Reduction reduction, List<Lot> lots) {
        SpendPlan plan = plan(sale.lines(), requested, lots);
        if (!plan.parts().isEmpty()) {
            paying(reduction).pay(sale, plan);
        }
        return SpendResult.of(how, plan, reduction, shortfall(plan, sale.payable(), "may be spent on it here and now"));
    }

    /** Reserves money for lines that are not sold yet. */
    public SpendResult reserve(List<SaleLine> lines, Optional<Amount> amount, Instant until) {
        Amount payable =
                lines.stream().map(SaleLine::payable).reduce(Amount::plus).orElseThrow();
        SpendPlan plan = plan(lines, amount.orElse(payable), purse.inOrder());
        new Reserving(purse).place(plan, until);
        return SpendResult.of(
                How.HELD, plan, Reduction.FRONT_END, shortfall(plan, payable, "may be spent on it here and now"));
    }

    /** Frees money under conditions that the purchase meets, but for what is left of discounts. */
    public SpendResult redeem(Sale sale, List<SaleLine> lines, Optional<Amount> amount) {
        Amount matching =
                lines.stream().map(SaleLine::payable).reduce(Amount::plus).orElseThrow();
        List<Lot> commerce = purse.inOrder().stream()
                .filter(lot ->
                        lot.account() == AccountKind.COMMERCE && lot.spendMethod() != SpendMethod.SPEND_INSTANTLY)
                .toList();
        SpendPlan plan = plan(lines, amount.orElse(matching), commerce);
        new Paying(purse).redeem(sale, plan);
        return SpendResult.of(
                How.REDEEMED, plan, Reduction.FRONT_END, shortfall(plan, matching, "has conditions that it meets"));
    }

    /** Pays with a voucher. */
    public SpendResult byVoucher(Sale sale, Lot voucher) {
        SpendPlan plan = SpendPlan.of(List.of(voucher), sale.lines(), voucher.remaining(), neverPaid());
        if (!plan.parts().isEmpty()) {
            new Paying(purse).payByVoucher(sale, plan);
        }
        return SpendResult.of(
                How.BY_VOUCHER,
                plan,
                Reduction.FRONT_END,
                shortfall(plan, sale.payable(), "of the voucher may be spent on it"));
    }

    private SpendPlan plan(List<SaleLine> lines, Amount requested, List<Lot> lots) {
        List<Lot> usable = new ArrayList<>();
        List<SpendPlan.Unused> refused = new ArrayList<>();
        for (Lot lot : lots) {
            Optional<String> why = place.refuses(lot);
            if (why.isPresent()) {
                refused.add(new SpendPlan.Unused(lot, why.get()));
            } else {
                usable.add(lot);
            }
        }
        return SpendPlan.of(usable, lines, requested, neverPaid()).leaving(refused);
    }

    private ProductList neverPaid() {
        return catalogue.settings().neverPaid();
    }

    private static String shortfall(SpendPlan plan, Amount payable, String what) {
        if (plan.amount().compareTo(plan.requested()) >= 0) {
            return "";
        }
        return plan.amount().equals(payable)
                ? "No more than " + payable + " is left to pay."
                : "No more than " + plan.amount() + " " + what + ".";
    }

    /** Pays the merchant, unless the till does not take it off and the owner refunds the customer: then it is paid out. */
    Paying paying(Reduction reduction) {
        boolean byOwner =
                reduction == Reduction.BACK_END && merchant(AgreementField.SETTLEMENT_REFUNDED_BY) == RefundedBy.OWNER;
        return new Paying(purse, byOwner ? AccountKind.PAID_OUT : AccountKind.REIMBURSEMENT);
    }

    /** Who takes instant and automatic discounts off the price at the unit. */
    Reduction reduction() {
        return merchant(AgreementField.REDUCTION);
    }

    /** What is agreed with the merchant of the unit; what holds unless anything is said where nothing is agreed. */
    private <T> T merchant(AgreementField<T> field) {
        return catalogue.merchant(event.unit()).map(terms -> terms.value(field)).orElseGet(field::unsaid);
    }
}
