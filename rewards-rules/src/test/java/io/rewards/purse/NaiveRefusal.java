package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendMethod;
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
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.TillDiscount;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Why an event should be refused. Source: domain 4.5, 4.6, 5.3, 12.1. */
final class NaiveRefusal {

    private final NaiveWorld world;
    private final NaivePurse purse;
    private final CustomerEvent event;
    private final Instant at;

    NaiveRefusal(NaiveWorld world, NaivePurse purse, CustomerEvent event) {
        this.world = world;
        this.purse = purse;
        this.event = event;
        this.at = event.performedOn();
    }

    Optional<String> why() {
        if (at.isAfter(event.header().receivedOn().orElseThrow())) {
            return Optional.of("future");
        }
        if (purse.terminated && !(event instanceof PayoutAnswered)) {
            return Optional.of("terminated");
        }
        String why = about();
        return why.isEmpty() ? Optional.empty() : Optional.of(why);
    }

    private String about() {
        if (event instanceof Purchase purchase) {
            return first(
                    discounts(purchase),
                    purchase.spend().map(this::wish).orElse(""),
                    when(purchase.spend().isPresent() && !purchase.header().processImmediately(), "left to a run"),
                    purchase.returned().isEmpty() ? "" : returned(purchase.returned()));
        }
        if (event instanceof GoodsReturn goods) {
            return goods.lines().isEmpty() ? "no lines" : returned(goods.lines());
        }
        if (event instanceof SpendRequested request) {
            String why =
                    first(cannotPay(SpendMethod.SPEND_ON_REQUEST), purchase(request.purchase()), wish(request.wish()));
            return why.isEmpty() ? spend(request) : why;
        }
        if (event instanceof RedeemRequested request) {
            return first(
                    cannotPay(SpendMethod.SPEND_ON_REQUEST),
                    purchase(request.purchase()),
                    request.amount().map(this::euros).orElse(""));
        }
        if (event instanceof EventCancelled cancelled) {
            return cancelled(cancelled.event());
        }
        if (event instanceof AwardCancelled cancelled) {
            NaiveLot lot = purse.lots.get(world.lotOfAward(purse, cancelled.award()));
            return when(lot == null || lot.award.isEmpty() || lot.standing == 0, "no such award");
        }
        if (event instanceof AwardsConfirmed confirmed) {
            return when(NaiveWorld.pending(purse, confirmed.event()).isEmpty(), "nothing pending");
        }
        return money();
    }

    private String money() {
        if (event instanceof WalletToppedUp topUp) {
            return when(!topUp.amount().isPositive(), "amount");
        }
        if (event instanceof BalanceAdjusted adjusted) {
            Amount amount = adjusted.amount();
            if (amount.units() >= 0) {
                return when(amount.isZero() || adjusted.of().isPresent() || adjusted.mayOwe(), "amount");
            }
            return taken(adjusted.of(), -amount.units(), amount.denomination().code(), adjusted.mayOwe());
        }
        if (event instanceof PointsExchanged exchanged) {
            return first(blocked(), exchange(exchanged));
        }
        if (event instanceof HoldPlaced placed) {
            return first(
                    cannotPay(SpendMethod.SPEND_ON_REQUEST),
                    placed.amount().map(this::euros).orElse(""),
                    when(!placed.until().isAfter(at), "until"));
        }
        if (event instanceof HoldReleased released) {
            return when(purse.hold(released.hold(), at).isEmpty(), "no such hold");
        }
        if (event instanceof MoneyTransferred transferred) {
            Amount amount = transferred.amount();
            long there = afterLapsed(() ->
                    NaivePurse.sum(purse.validNow(at, amount.denomination().code())));
            return first(
                    blocked(),
                    when(!amount.isPositive() || amount.units() > there, "amount"),
                    when(transferred.to().equals(purse.id) || !world.isEffective(transferred.to()), "receiver"));
        }
        if (event instanceof PayoutRequested requested) {
            long there = afterLapsed(() -> NaivePurse.sum(purse.payable(at)));
            return first(
                    blocked(),
                    when(purse.profile.preferences().payment().isEmpty(), "no payment method"),
                    requested.amount().map(this::euros).orElse(""),
                    when(
                            there == 0
                                    || requested
                                            .amount()
                                            .filter(wanted -> wanted.units() > there)
                                            .isPresent(),
                            "amount"));
        }
        if (event instanceof PayoutAnswered answered) {
            return when(!purse.payouts.containsKey(answered.payout()), "no such payout");
        }
        return others();
    }

    private String taken(Optional<EventKey> of, long amount, String denomination, boolean mayOwe) {
        if (of.isEmpty()) {
            return when(
                    !mayOwe && amount > afterLapsed(() -> NaivePurse.sum(purse.usable(at, denomination))), "amount");
        }
        EventKey key = of.get();
        if (!isOwn(key) || at.isBefore(world.events.get(key).performedOn())) {
            return "no such event";
        }
        long most = mayOwe
                ? purse.broughtBy(key, denomination)
                : afterLapsed(() -> NaivePurse.sum(purse.moneyOf(key, denomination)));
        return when(amount > most, "amount");
    }

    private String others() {
        if (event instanceof VoucherUsed used) {
            NaiveLot lot = purse.lots.get(world.vouchers.getOrDefault(used.codeHash(), ""));
            return first(
                    cannotPay(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER),
                    purchase(used.purchase()),
                    when(lot == null || lot.there() == 0 || !NaivePurse.isSpendable(lot, event.unit(), at), "voucher"));
        }
        if (event instanceof VoucherCancelled cancelled) {
            NaiveLot lot = purse.lots.get(cancelled.voucher());
            return when(lot == null || !lot.voucher || lot.remaining == 0, "voucher");
        }
        if (event instanceof SpendBlockingChanged changed) {
            return when(changed.blocked() == purse.blocked, "so already");
        }
        if (event instanceof ParticipantTerminated terminated) {
            return terminated
                    .replacement()
                    .map(stays -> when(
                            stays.participant().equals(purse.id) || !world.isEffective(stays.participant()),
                            "replacement"))
                    .orElse("");
        }
        if (event instanceof SocialMediaLike) {
            return "";
        }
        throw new AssertionError("Unknown event: " + event);
    }

    /** What there is once holds that have lapsed by now were released. */
    private <T> T afterLapsed(Supplier<T> looking) {
        Map<NaiveLot, Long> before = new HashMap<>();
        purse.holds.values().stream()
                .filter(hold -> !hold.until().isAfter(at))
                .flatMap(hold -> hold.parts().stream())
                .forEach(part -> {
                    before.putIfAbsent(part.lot(), part.lot().remaining);
                    part.lot().remaining += part.amount();
                });
        T seen = looking.get();
        before.forEach((lot, remaining) -> lot.remaining = remaining);
        return seen;
    }

    private String cannotPay(SpendMethod method) {
        return first(blocked(), when(!world.paysBy(method, event.unit()), "not agreed"));
    }

    private String blocked() {
        return when(purse.blocked, "blocked");
    }

    private String euros(Amount amount) {
        return when(!amount.isPositive() || !amount.denomination().equals(Market.EUR), "amount");
    }

    private String exchange(PointsExchanged exchanged) {
        boolean known = world.rate().isPresent()
                && exchanged.from().equals("PTS")
                && exchanged.to().equals("EUR");
        if (!known || exchanged.amount().filter(amount -> !isPoints(amount)).isPresent()) {
            return "rate or amount";
        }
        long there = afterLapsed(this::pointsAfterDebts);
        long asked = exchanged.amount().map(Amount::units).orElse(there);
        return when(asked > there || asked < NaiveExchange.least(world.rate().get()), "points");
    }

    /** What is left to exchange once debts were paid, also with points that can be spent only later. */
    private long pointsAfterDebts() {
        long owed = purse.debt("PTS");
        long there = 0;
        for (NaiveLot lot : purse.usable(at, "PTS")) {
            long paid = Math.min(owed, lot.there());
            owed -= paid;
            there += lot.isValid(at) ? lot.there() - paid : 0;
        }
        return there;
    }

    private static boolean isPoints(Amount amount) {
        return amount.isPositive() && amount.denomination().equals(Market.PTS);
    }

    private String wish(SpendWish wish) {
        return first(
                when(
                        wish.points()
                                .filter(points -> !isPoints(points)
                                        || world.rate().isEmpty()
                                        || wish.amount().isPresent()
                                        || wish.hold().isPresent()
                                        || event instanceof SpendRequested)
                                .isPresent(),
                        "points"),
                wish.amount().map(this::euros).orElse(""),
                when(wish.amount().isPresent() && !world.settings().specificAmount(), "amount not allowed"));
    }

    private String spend(SpendRequested request) {
        long payable = purse.sales.get(request.purchase()).payable();
        long requested = request.wish().amount().map(Amount::units).orElse(payable);
        return first(
                when(payable == 0, "nothing to pay"),
                when(
                        world.settings()
                                .minimumRequest()
                                .filter(least -> requested < least.units())
                                .isPresent(),
                        "below minimum"),
                when(
                        request.wish()
                                .hold()
                                .filter(hold -> purse.hold(hold, at).isEmpty())
                                .isPresent(),
                        "no such hold"));
    }

    private boolean isOwn(EventKey key) {
        CustomerEvent known = world.events.get(key);
        return known != null && world.owner(known.participant()).equals(purse.id);
    }

    private String purchase(EventKey key) {
        if (!isOwn(key) || !(world.events.get(key) instanceof Purchase)) {
            return "no such purchase";
        }
        return first(
                when(purse.cancelled.contains(key), "cancelled"),
                when(at.isBefore(world.events.get(key).performedOn()), "before"));
    }

    private static String discounts(Purchase purchase) {
        List<TillDiscount> before = new ArrayList<>();
        for (TillDiscount discount : purchase.discounts()) {
            long most = NaiveSale.charged(purchase.discounted(before.toArray(TillDiscount[]::new))).stream()
                    .filter(line ->
                            discount.lines().isEmpty() || discount.lines().contains(line.id))
                    .mapToLong(line -> line.value)
                    .sum();
            if (!discount.amount().isPositive() || discount.amount().units() > most) {
                return "discount";
            }
            before.add(discount);
        }
        return "";
    }

    private String returned(List<ReturnedLine> goods) {
        Map<String, Long> pieces = new HashMap<>();
        for (ReturnedLine line : goods) {
            String why = purchase(line.purchase());
            if (!why.isEmpty()) {
                return why;
            }
            Optional<NaiveSale.Line> sold = purse.sales.get(line.purchase()).line(line.line());
            long all = pieces.merge(line.purchase() + " " + line.line(), line.quantity(), Long::sum);
            boolean fine = line.amount().isPresent() ? line.quantity() == 0 : line.quantity() >= 1;
            if (sold.isEmpty() || !fine || all > sold.get().kept) {
                return "not so many pieces";
            }
        }
        Map<String, Long> refunded = new HashMap<>();
        for (ReturnedLine line : goods) {
            String why = line.amount().map(this::euros).orElse("");
            if (!why.isEmpty()) {
                return why;
            }
            String id = line.purchase() + " " + line.line();
            NaiveSale.Line sold =
                    purse.sales.get(line.purchase()).line(line.line()).orElseThrow();
            long all = refunded.merge(id, line.amount().map(Amount::units).orElse(0L), Long::sum);
            if (all > sold.value - NaiveShare.part(sold.value, pieces.get(id), sold.kept)) {
                return "not so much money";
            }
        }
        return "";
    }

    private String cancelled(EventKey key) {
        if (!isOwn(key)) {
            return "no such event";
        }
        CustomerEvent known = world.events.get(key);
        boolean request =
                known instanceof SpendRequested || known instanceof RedeemRequested || known instanceof VoucherUsed;
        boolean paid = purse.sales.values().stream()
                .flatMap(sale -> sale.payments.stream())
                .filter(payment -> payment.event().equals(key))
                .flatMap(payment -> payment.shares().stream())
                .anyMatch(share -> share.amount > 0);
        return first(
                when(
                        !request
                                && !(known instanceof Purchase)
                                && !(known instanceof SocialMediaLike)
                                && !(known instanceof WalletToppedUp)
                                && !(known instanceof PointsExchanged),
                        "cannot be"),
                when(purse.cancelled.contains(key), "cancelled"),
                when(request && !paid && !purse.waiting.containsKey(key), "nothing spent"),
                when(
                        known instanceof PointsExchanged
                                && !afterLapsed(() -> new NaiveExchange(purse).canBeUndone(key)),
                        "spent"),
                when(at.isBefore(known.performedOn()), "before"));
    }

    private static String when(boolean refused, String why) {
        return refused ? why : "";
    }

    private static String first(String... reasons) {
        for (String reason : reasons) {
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }
}
