package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.LineKind;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
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
import io.rewards.ledger.AccountKind;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.testkit.chance.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws what happens next, mostly something that can happen in the world as it is. For one thread. */
final class RandomSteps {

    private static final int RECENT = 8;

    private final Dice dice;
    private final NaiveWorld world;
    private final List<CustomerEvent> sent = new ArrayList<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private Instant now = Market.OPENING.plus(Duration.ofDays(20));
    private int events;

    RandomSteps(Dice dice, NaiveWorld world) {
        this.dice = dice;
        this.world = world;
        weights.put("purchase", 260);
        weights.put("return", 120);
        weights.put("spend", 90);
        weights.put("redeem", 60);
        weights.put("cancel", 60);
        weights.put("award", 30);
        weights.put("confirm", 40);
        weights.put("topUp", 30);
        weights.put("adjust", 40);
        weights.put("hold", 50);
        weights.put("release", 20);
        weights.put("transfer", 45);
        weights.put("exchange", 50);
        weights.put("payout", 30);
        weights.put("answer", 30);
        weights.put("voucher", 50);
        weights.put("withdraw", 10);
        weights.put("block", 12);
        weights.put("like", 10);
        weights.put("expire", 40);
        weights.put("run", 50);
        weights.put("end", 4);
        weights.put("again", 30);
    }

    /** The instant of the latest step. */
    Instant now() {
        return now;
    }

    Step next() {
        now = now.plusSeconds(jump());
        String kind = kind();
        if (kind.equals("expire")) {
            return Step.expiration(now);
        }
        if (kind.equals("run")) {
            return Step.evaluation(now);
        }
        if (kind.equals("again") && !sent.isEmpty()) {
            return Step.of(again(dice.oneOf(sent)));
        }
        CustomerEvent event = event(kind);
        sent.add(event);
        return Step.of(event);
    }

    private String kind() {
        int left =
                dice.below(weights.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<String, Integer> weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new AssertionError();
    }

    private long jump() {
        int draw = dice.below(100);
        if (draw < 70) {
            return dice.between(1L, 10_000);
        }
        long most = draw < 90 ? 30 : draw < 98 ? 24 * 4 : 24 * 25;
        return dice.between(1L, most * 3_600);
    }

    /** The same event, delivered again: later, and its lines in another order. */
    private CustomerEvent again(CustomerEvent event) {
        CustomerEvent later = event.withHeader(event.header().receivedOn(now));
        return later instanceof Purchase purchase ? purchase.withLines(dice.shuffled(purchase.lines())) : later;
    }

    private CustomerEvent event(String kind) {
        NaivePurse purse = purse();
        EventHeader header = header(purse);
        if (purse.blocked && dice.chance(25)) {
            return new SpendBlockingChanged(header, false);
        }
        if (isPointless(kind, purse) && dice.chance(95)) {
            return bought(header, purse);
        }
        return switch (kind) {
            case "return" -> GoodsReturn.of(header, goods(purse));
            case "spend" -> new SpendRequested(perhapsQueued(header), purchase(purse), wish(purse));
            case "redeem" -> new RedeemRequested(header, purchase(purse), amount(70));
            case "cancel" -> new EventCancelled(header, cancellable(purse), "mistake");
            case "award" -> new AwardCancelled(header, award(purse), "fraud", "ann");
            case "confirm" -> new AwardsConfirmed(header, pending(purse));
            case "topUp" -> new WalletToppedUp(header, money(3_000));
            case "adjust" -> adjusted(header, purse);
            case "hold" ->
                new HoldPlaced(
                        header, lines(), amount(50), header.performedOn().plusSeconds(dice.between(-100L, 900_000)));
            case "release" -> new HoldReleased(header, key(purse.holds.keySet()));
            case "transfer" -> new MoneyTransferred(header, receiver(purse), money(300), "gift");
            case "exchange" -> exchanged(header);
            case "payout" -> new PayoutRequested(header, amount(50));
            case "answer" -> new PayoutAnswered(header, key(purse.payouts.keySet()), dice.chance(50), "account closed");
            default -> further(kind, header, purse);
        };
    }

    /** True where there is nothing that the event could be about. */
    private boolean isPointless(String kind, NaivePurse purse) {
        return switch (kind) {
            case "release" -> purse.holds.isEmpty();
            case "answer" -> purse.payouts.isEmpty();
            case "confirm" -> isNowhere(purse, AccountKind.PENDING);
            case "voucher", "withdraw" -> isNowhere(purse, AccountKind.VOUCHERS);
            case "exchange" ->
                purse.lots.values().stream()
                        .noneMatch(lot -> lot.denomination.equals(Market.PTS.code()) && lot.remaining > 0);
            case "transfer", "payout" -> isNowhere(purse, AccountKind.OPEN) && isNowhere(purse, AccountKind.COMMERCE);
            default -> false;
        };
    }

    private static boolean isNowhere(NaivePurse purse, AccountKind account) {
        return purse.lots.values().stream().noneMatch(lot -> lot.account == account && lot.remaining > 0);
    }

    private CustomerEvent further(String kind, EventHeader header, NaivePurse purse) {
        return switch (kind) {
            case "voucher" -> new VoucherUsed(header, code(purse), purchase(purse));
            case "withdraw" -> new VoucherCancelled(header, voucher(purse), "lost", "ann");
            case "block" -> new SpendBlockingChanged(header, dice.chance(90) != purse.blocked);
            case "like" -> new SocialMediaLike(perhapsQueued(header), Market.PAGE);
            case "end" ->
                dice.chance(80)
                        ? new ParticipantTerminated(
                                header,
                                TerminationReason.DUPLICATION,
                                Optional.of(new Replacement(purse().id, dice.chance(75), Set.of())))
                        : new ParticipantTerminated(header, TerminationReason.CUSTOMER_REQUEST, Optional.empty());
            default -> bought(header, purse);
        };
    }

    private CustomerEvent bought(EventHeader header, NaivePurse purse) {
        Purchase purchase = Purchase.of(header, lines().toArray(PurchaseLine[]::new))
                .withPromoCode(dice.chance(40) ? "" : dice.oneOf(Market.PROMO_CODES));
        if (dice.chance(15)) {
            purchase = purchase.discounted(discounts(purchase.lines()));
        }
        if (dice.chance(10)) {
            purchase = purchase.returning(goods(purse));
        }
        if (dice.chance(15)) {
            purchase = purchase.withHeader(header.queued());
            return dice.chance(2) ? purchase.spending(wish(purse)) : purchase;
        }
        if (dice.chance(10)) {
            return purchase.spending(SpendWish.points(points()));
        }
        return dice.chance(30) ? purchase.spending(wish(purse)) : purchase;
    }

    private EventHeader perhapsQueued(EventHeader header) {
        return dice.chance(20) ? header.queued() : header;
    }

    private TillDiscount[] discounts(List<PurchaseLine> lines) {
        long all = lines.stream().mapToLong(line -> line.total().units()).sum();
        PurchaseLine line = dice.oneOf(lines);
        TillDiscount ofLine =
                TillDiscount.of(Market.eur(dice.between(0L, line.total().units())), line.id());
        TillDiscount ofAll = TillDiscount.of(Market.eur(dice.between(1L, all / 2 + 1)));
        return switch (dice.below(3)) {
            case 0 -> new TillDiscount[] {ofLine};
            case 1 -> new TillDiscount[] {ofAll};
            default -> new TillDiscount[] {ofLine, ofAll};
        };
    }

    private NaivePurse purse() {
        List<NaivePurse> all = List.copyOf(world.purses.values());
        List<NaivePurse> effective =
                all.stream().filter(purse -> !purse.terminated).toList();
        return dice.oneOf(effective.isEmpty() || dice.chance(4) ? all : effective);
    }

    private String receiver(NaivePurse purse) {
        List<String> others = world.purses.values().stream()
                .filter(other -> other != purse && !other.terminated)
                .map(other -> other.id)
                .toList();
        return others.isEmpty() || dice.chance(4) ? purse().id : dice.oneOf(others);
    }

    private EventHeader header(NaivePurse purse) {
        Instant on = dice.chance(88) ? now : now.minusSeconds(dice.between(1L, 400_000));
        Instant performedOn = dice.chance(1) ? now.plusSeconds(60) : dice.chance(6) ? beforeExpiry(purse, on) : on;
        return EventHeader.of("E" + ++events, purse.id, dice.oneOf(Market.UNITS), performedOn)
                .receivedOn(now);
    }

    /** The last instant of money that a run has taken out, where there is some. */
    private Instant beforeExpiry(NaivePurse purse, Instant otherwise) {
        List<Instant> ends = purse.lots.values().stream()
                .filter(lot -> lot.takenOut.values().stream().anyMatch(amount -> amount > 0))
                .map(lot -> lot.validTo.orElseThrow().minusNanos(1))
                .toList();
        return ends.isEmpty() ? otherwise : dice.oneOf(latest(ends));
    }

    private List<PurchaseLine> lines() {
        List<PurchaseLine> lines = new ArrayList<>();
        long count = dice.between(1L, 4);
        for (int i = 0; i < count; i++) {
            long total = dice.chance(4) ? 0 : dice.between(1L, dice.chance(70) ? 1_500 : 4_000);
            lines.add(new PurchaseLine(
                            "abcd".substring(i, i + 1),
                            dice.oneOf(Market.PRODUCTS),
                            "",
                            "",
                            dice.between(1L, 5),
                            Market.eur(total),
                            Market.eur(dice.oneOf(0L, total / 6, total / 21, total)),
                            dice.chance(70) ? Attributes.NONE : ageLimit(dice.oneOf(16L, 18L)))
                    .as(dice.chance(6) ? LineKind.FEE : LineKind.GOODS));
        }
        return lines;
    }

    private static Attributes ageLimit(long age) {
        return new Attributes(Map.of(Market.AGE_LIMIT, new AttributeValue.WholeNumber(age)));
    }

    private ReturnedLine[] goods(NaivePurse purse) {
        Map<String, ReturnedLine> goods = new LinkedHashMap<>();
        long purchases = dice.chance(85) ? 1 : 2;
        for (int i = 0; i < purchases; i++) {
            EventKey key = purchase(purse);
            NaiveSale sale = purse.sales.get(key);
            if (sale == null) {
                goods.put("none", new ReturnedLine(key, "a", 1));
                continue;
            }
            boolean all = dice.chance(30);
            for (NaiveSale.Line line : sale.lines) {
                if (line.kept > 0 && (all || dice.chance(50))) {
                    long some = all || dice.chance(30) ? line.kept : dice.between(1L, line.kept);
                    goods.put(key + line.id, new ReturnedLine(key, line.id, dice.chance(2) ? line.kept + 1 : some));
                }
            }
            if (goods.isEmpty() && dice.chance(90)) {
                NaiveSale.Line line = dice.oneOf(sale.lines);
                goods.put(key + line.id, new ReturnedLine(key, line.id, Math.max(1, line.kept)));
            }
        }
        List<ReturnedLine> all = new ArrayList<>(goods.values());
        if (dice.chance(35)) {
            all.addAll(refunds(purse, all));
        }
        return dice.shuffled(all).toArray(ReturnedLine[]::new);
    }

    /** Refunds by amount, beside pieces that come back or in their place. */
    private List<ReturnedLine> refunds(NaivePurse purse, List<ReturnedLine> goods) {
        List<ReturnedLine> refunds = new ArrayList<>();
        for (ReturnedLine line : goods) {
            NaiveSale sale = purse.sales.get(line.purchase());
            if (sale != null && dice.chance(60)) {
                NaiveSale.Line sold = sale.line(line.line()).orElseThrow();
                long back = Math.min(sold.kept, line.quantity());
                long left = sold.value - NaiveShare.part(sold.value, back, sold.kept);
                long amount = dice.chance(3) ? left + 1 : dice.chance(15) ? left : dice.between(0L, left);
                if (amount > 0 || dice.chance(10)) {
                    refunds.add(ReturnedLine.refund(line.purchase(), line.line(), Market.eur(amount)));
                }
            }
        }
        if (dice.chance(60) && !refunds.isEmpty()) {
            goods.clear();
        }
        return refunds;
    }

    /** Mostly one of the latest purchases. */
    private EventKey purchase(NaivePurse purse) {
        if (dice.chance(2)) {
            return EventKey.of("E" + dice.between(0L, events));
        }
        List<EventKey> open = purse.sales.entrySet().stream()
                .filter(sale -> !sale.getValue().isAllBack() && !purse.cancelled.contains(sale.getKey()))
                .map(Map.Entry::getKey)
                .sorted((one, other) -> Integer.compare(number(one), number(other)))
                .toList();
        return key(dice.chance(80) ? latest(open) : open);
    }

    private static int number(EventKey key) {
        return Integer.parseInt(key.id().substring(1));
    }

    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - RECENT), all.size());
    }

    private EventKey cancellable(NaivePurse purse) {
        List<EventKey> requests = latest(sent.stream()
                .filter(event -> event.participant().equals(purse.id))
                .filter(event -> event instanceof SpendRequested
                        || event instanceof RedeemRequested
                        || event instanceof VoucherUsed
                        || event instanceof PointsExchanged
                        || event instanceof WalletToppedUp
                        || event instanceof SocialMediaLike)
                .map(CustomerEvent::key)
                .toList());
        int draw = dice.below(100);
        if (draw < 45) {
            return purchase(purse);
        }
        return draw < 90
                ? key(requests)
                : key(latest(sent.stream().map(CustomerEvent::key).toList()));
    }

    private String award(NaivePurse purse) {
        List<String> standing = world.awards.values().stream()
                .filter(award -> purse.lots.containsKey(award.lot()))
                .filter(award -> dice.chance(5) || purse.lots.get(award.lot()).standing > 0)
                .map(award -> award.id())
                .toList();
        return standing.isEmpty() || dice.chance(2) ? "none" : dice.oneOf(standing);
    }

    private EventKey pending(NaivePurse purse) {
        return key(purse.lots.values().stream()
                .filter(lot -> lot.account == AccountKind.PENDING && lot.remaining > 0)
                .map(lot -> lot.event)
                .toList());
    }

    private List<NaiveLot> vouchers(NaivePurse purse) {
        boolean full = dice.chance(90);
        return purse.lots.values().stream()
                .filter(lot -> lot.voucher && (!full || lot.remaining > 0))
                .toList();
    }

    private String code(NaivePurse purse) {
        List<NaiveLot> vouchers = vouchers(purse);
        NaiveLot lot = vouchers.isEmpty() ? null : dice.oneOf(vouchers);
        return world.vouchers.entrySet().stream()
                .filter(voucher -> lot != null && voucher.getValue().equals(lot.id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("none");
    }

    private String voucher(NaivePurse purse) {
        List<NaiveLot> vouchers = vouchers(purse);
        return vouchers.isEmpty() ? "none" : dice.oneOf(vouchers).id;
    }

    private EventKey key(Collection<EventKey> some) {
        return some.isEmpty() || dice.chance(1)
                ? EventKey.of("E" + dice.between(0L, events))
                : dice.oneOf(List.copyOf(some));
    }

    private PointsExchanged exchanged(EventHeader header) {
        if (dice.chance(1)) {
            return PointsExchanged.all(header, "EUR", "PTS");
        }
        return dice.chance(50)
                ? PointsExchanged.all(header, "PTS", "EUR")
                : PointsExchanged.of(header, points(), "EUR");
    }

    private Amount points() {
        return dice.chance(1) ? Market.eur(300) : new Amount(Market.PTS, dice.chance(2) ? 0 : dice.between(1L, 60));
    }

    private SpendWish wish(NaivePurse purse) {
        Optional<Amount> amount = amount(50);
        Optional<EventKey> hold = Optional.empty();
        if (!purse.holds.isEmpty() && dice.chance(60)) {
            hold = Optional.of(key(purse.holds.keySet()));
        }
        return new SpendWish(amount, hold, dice.chance(1) ? Optional.of(points()) : Optional.empty());
    }

    private Optional<Amount> amount(int emptyPercent) {
        if (dice.chance(emptyPercent)) {
            return Optional.empty();
        }
        return Optional.of(
                dice.chance(1) ? new Amount(Market.PTS, 3) : Market.eur(dice.chance(2) ? 0 : dice.between(1L, 1_500)));
    }

    private Amount money(long most) {
        if (dice.chance(15)) {
            return new Amount(Market.PTS, dice.between(1L, 20));
        }
        return Market.eur(dice.chance(2) ? 0 : dice.between(1L, most));
    }

    private CustomerEvent adjusted(EventHeader header, NaivePurse purse) {
        Amount amount = money(1_000);
        BalanceAdjusted adjusted =
                new BalanceAdjusted(header, dice.chance(60) ? amount.times(-1) : amount, "goodwill", "ann");
        boolean taking = dice.chance(adjusted.amount().isNegative() ? 60 : 1);
        adjusted = taking && dice.chance(70) ? adjusted.takingOf(broughtMoney(purse)) : adjusted;
        return taking && dice.chance(50) ? adjusted.owing() : adjusted;
    }

    /** Mostly an event that brought money which is still here. */
    private EventKey broughtMoney(NaivePurse purse) {
        return key(purse.lots.values().stream()
                .filter(lot -> lot.remaining > 0 || dice.chance(20))
                .map(lot -> lot.event)
                .filter(world.events::containsKey)
                .toList());
    }
}
