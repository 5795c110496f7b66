package io.rewards.purse;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FirstAward;
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
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.oracle.NaiveAgreement;
import io.rewards.oracle.NaiveCaps;
import io.rewards.organisation.Reduction;
import io.rewards.participant.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All participants of a programme in plain numbers, and what each event should do to them. Where several answers are as
 * good by the domain, the engine's is taken: over which lines a payment is spread, and in which order the awards of one
 * purchase are taken back. Not thread-safe.
 */
final class NaiveWorld {

    private static final NaiveCaps CAPS = new NaiveCaps(Market.ZONE);

    /** Stands for what an offer grants that does not look at a purchase. */
    private static final long NOT_ASKED = Long.MIN_VALUE;

    private static final Pattern FREED = Pattern.compile("(.*/open)(?:/([0-9]+))?");

    /** What an offer has awarded to all. */
    record Usage(long awards, long amount) {}

    final Programme programme;
    final Map<String, NaivePurse> purses = new TreeMap<>();
    final Map<EventKey, CustomerEvent> events = new HashMap<>();
    final Map<BudgetName, Usage> usages = new TreeMap<>();
    private long places;

    /** How many awards were made. */
    long made;

    /** Awards by id of the transaction that made them. */
    final Map<String, Transaction> awards = new TreeMap<>();

    /** Lots of vouchers by the hash of their code. */
    final Map<String, String> vouchers = new TreeMap<>();

    NaiveWorld(Programme programme) {
        this.programme = programme;
    }

    void register(String participant, Profile profile) {
        purses.put(participant, new NaivePurse(participant, profile, settings()));
    }

    SpendSettings settings() {
        return programme.settings().spending();
    }

    boolean isEffective(String participant) {
        return purses.containsKey(participant) && !purses.get(participant).terminated;
    }

    /** Whoever has the money and the purchases of a participant now. */
    String owner(String participant) {
        NaivePurse purse = purses.get(participant);
        return purse.replacement
                .filter(stays -> purse.goesOver)
                .map(this::owner)
                .orElse(participant);
    }

    /** What is agreed with the merchant of a unit. */
    NaiveAgreement agreement(String unit) {
        return new NaiveAgreement(programme, unit);
    }

    /** True where the merchant of a unit lets an offer award there. Everybody registered at the stall. */
    private boolean isAgreed(Offer offer, CustomerEvent event) {
        return agreement(event.unit()).against(offer, Market.HOME).isEmpty();
    }

    /** True where wallets can pay in this way at a unit. */
    boolean paysBy(SpendMethod method, String unit) {
        return agreement(unit).paysBy(method, Market.HOME);
    }

    /** Does what an event should do, and says what should come of it. */
    Expected apply(CustomerEvent event, Outcome observed) {
        NaivePurse purse = purses.get(event.participant());
        purse.happensAt(event.performedOn());
        Optional<String> refusal = new NaiveRefusal(this, purse, event).why();
        if (refusal.isPresent()) {
            return Expected.refused(refusal.get());
        }
        events.put(event.key(), event);
        Expected expected = new Expected();
        Instant at = event.performedOn();
        if (event instanceof ParticipantTerminated terminated) {
            purse.terminated = true;
            purse.replacement = terminated.replacement().map(stays -> stays.participant());
            purse.goesOver =
                    terminated.replacement().filter(stays -> stays.balance()).isPresent();
            purse.waiting.clear();
            purse.replacement.map(purses::get).ifPresent(stays -> {
                drop(purse.progress, stays);
                drop(purse.dropped, stays);
            });
            return expected;
        }
        NaiveWaiting waiting = new NaiveWaiting(event);
        if (waiting.isLeftToRuns()) {
            purse.waiting.put(event.key(), waiting);
            if (event instanceof Purchase purchase) {
                queue(purchase, purse, new NaiveReturns(this, purse, at, observed, expected));
            }
            return expected;
        }
        purse.releaseLapsed(at);
        if (event instanceof SpendBlockingChanged changed) {
            purse.blocked = changed.blocked();
            purse.settleDebts(at);
            return expected;
        }
        NaiveSpending spending = new NaiveSpending(this, purse, event, observed.spend(), expected);
        NaiveReturns returns = new NaiveReturns(this, purse, at, observed, expected);
        if (event instanceof Purchase purchase) {
            buy(purchase, purse, spending, returns, expected);
        } else if (event instanceof SocialMediaLike) {
            like(waiting, purse, at(event), expected);
        } else if (event instanceof GoodsReturn goods) {
            returns.cameBack(goods.lines());
        } else if (event instanceof SpendRequested request) {
            spending.request(request);
        } else if (event instanceof RedeemRequested request) {
            spending.redeem(request);
        } else if (event instanceof HoldPlaced placed) {
            spending.hold(placed);
        } else if (event instanceof HoldReleased released) {
            purse.release(released.hold());
        } else if (event instanceof VoucherUsed used) {
            spending.voucher(used, purse.lots.get(vouchers.get(used.codeHash())));
        } else if (event instanceof VoucherCancelled cancelled) {
            returns.takeBack(purse.lots.get(cancelled.voucher()));
        } else if (event instanceof AwardCancelled cancelled) {
            returns.takeBack(purse.lots.get(lotOfAward(purse, cancelled.award())));
        } else if (event instanceof EventCancelled cancelled) {
            returns.cancelled(cancelled.event());
        } else {
            further(event, purse, spending);
        }
        purse.settleDebts(at);
        return expected;
    }

    private void further(CustomerEvent event, NaivePurse purse, NaiveSpending spending) {
        Instant at = event.performedOn();
        if (event instanceof AwardsConfirmed confirmed) {
            pending(purse, confirmed.event()).forEach(lot -> {
                lot.account = AccountKind.COMMERCE;
                lot.validFrom = at.isAfter(lot.validFrom) ? at : lot.validFrom;
            });
        } else if (event instanceof WalletToppedUp topUp) {
            put(purse, event, topUp.amount());
            purse.book(
                    AccountKind.TOP_UPS,
                    topUp.amount().denomination().code(),
                    -topUp.amount().units());
        } else if (event instanceof BalanceAdjusted adjusted) {
            Amount amount = adjusted.amount();
            String denomination = amount.denomination().code();
            if (amount.isPositive()) {
                put(purse, event, amount);
            } else {
                purse.takeByHand(adjusted.of(), denomination, -amount.units());
            }
            purse.book(AccountKind.ADJUSTMENTS, denomination, -amount.units());
        } else if (event instanceof PointsExchanged exchanged) {
            spending.exchange(exchanged);
        } else if (event instanceof MoneyTransferred transferred) {
            transfer(transferred, purse);
        } else if (event instanceof PayoutRequested requested) {
            spending.payout(requested);
        } else if (event instanceof PayoutAnswered answered) {
            List<NaivePurse.Part> parts = purse.payouts.remove(answered.payout());
            for (NaivePurse.Part part : parts) {
                if (answered.paid()) {
                    purse.book(AccountKind.PAID_OUT, Market.EUR.code(), part.amount());
                } else {
                    part.lot().remaining += part.amount();
                }
            }
        } else {
            throw new AssertionError("Unknown event: " + event);
        }
    }

    private static void drop(Map<String, List<NaiveCount.Counted>> counts, NaivePurse stays) {
        counts.forEach((offer, counted) -> {
            List<NaiveCount.Counted> all = new ArrayList<>(stays.dropped.getOrDefault(offer, List.of()));
            all.addAll(counted);
            stays.dropped.put(offer, all);
        });
    }

    static List<NaiveLot> pending(NaivePurse purse, EventKey event) {
        return purse.lots.values().stream()
                .filter(lot -> lot.account == AccountKind.PENDING && lot.remaining > 0 && lot.event.equals(event))
                .toList();
    }

    private static void put(NaivePurse purse, CustomerEvent event, Amount amount) {
        String denomination = amount.denomination().code();
        NaiveLot lot = new NaiveLot(event.key() + "#money", denomination, event.performedOn(), event.key());
        lot.remaining = amount.units();
        lot.putIn = amount.units();
        purse.add(lot);
    }

    private void transfer(MoneyTransferred event, NaivePurse from) {
        Instant at = event.performedOn();
        String denomination = event.amount().denomination().code();
        NaivePurse to = purses.get(event.to());
        to.happensAt(at);
        to.releaseLapsed(at);
        from.take(from.validNow(at, denomination), event.amount().units())
                .forEach(part -> to.add(part.lot().piece(given(event.key(), part.lot().id), part.amount())));
        from.book(AccountKind.TRANSFER_CLEARING, denomination, event.amount().units());
        to.book(AccountKind.TRANSFER_CLEARING, denomination, -event.amount().units());
        to.settleDebts(at);
    }

    /** The name of a piece that goes over; freed money says how often it went over since. */
    static String given(EventKey event, String lot) {
        Matcher freed = FREED.matcher(lot);
        if (!freed.matches()) {
            return event + "#" + lot;
        }
        int times = freed.group(2) == null ? 1 : Integer.parseInt(freed.group(2)) + 1;
        return event + "#" + freed.group(1) + "/" + times;
    }

    /** The goods are sold, and those that come back with them are back. */
    private void queue(Purchase purchase, NaivePurse purse, NaiveReturns returns) {
        if (!purchase.returned().isEmpty()) {
            purse.releaseLapsed(purchase.performedOn());
            returns.cameBack(purchase.returned());
            purse.settleDebts(purchase.performedOn());
        }
        sell(purchase, purse);
    }

    private NaiveSale sell(Purchase purchase, NaivePurse purse) {
        NaiveSale sale = new NaiveSale(purchase);
        NaiveSale.marked(sale.lines, programme);
        purse.sales.put(purchase.key(), sale);
        return sale;
    }

    /** When the engine was given it. */
    private static Instant at(CustomerEvent event) {
        return event.header().receivedOn().orElseThrow();
    }

    /** Events that wait at {@code asOf} in the order in which a run decides them. */
    List<NaiveWaiting> waiting() {
        return purses.values().stream()
                .flatMap(purse -> purse.waiting.values().stream())
                .sorted(NaiveWaiting.BY_DATE)
                .toList();
    }

    /** Decides an event that waits as a run does at {@code asOf}, and says what should come of it. */
    Expected run(NaiveWaiting waiting, Instant asOf, Optional<Outcome> observed) {
        CustomerEvent event = waiting.event;
        NaivePurse purse = purses.get(event.participant());
        Expected expected = new Expected();
        boolean again = waiting.wasDecided || !waiting.isLeftToRuns();
        if (!(event instanceof SpendRequested) && again && !waiting.isOpen(eventOffers(event), asOf)) {
            purse.waiting.remove(waiting.key());
            return expected;
        }
        purse.happensAt(event.performedOn());
        int held = purse.holds.size();
        purse.releaseLapsed(event.performedOn());
        expected.moved = purse.holds.size() < held;
        NaiveSpending spending = new NaiveSpending(this, purse, event, observed.flatMap(Outcome::spend), expected);
        if (event instanceof SpendRequested request) {
            spending.request(request);
            purse.settleDebts(event.performedOn());
        } else if (event instanceof Purchase purchase) {
            NaiveSale sale = purse.sales.get(event.key());
            boolean first = hasNone(purse);
            decide(waiting, purse, asOf, expected);
            settleInRun(purse, event, expected);
            if (waiting.isLeftToRuns() && !waiting.wasDecided) {
                expected.moved |= spending.automatically(purchase, sale) > 0;
            }
            settleInRun(purse, event, expected);
            welcome(event, purse, first);
        } else {
            like(waiting, purse, asOf, expected);
        }
        waiting.wasDecided = true;
        if (!waiting.isOpen(eventOffers(event), asOf) || event instanceof SpendRequested) {
            purse.waiting.remove(waiting.key());
        }
        return expected;
    }

    private void like(NaiveWaiting waiting, NaivePurse purse, Instant at, Expected expected) {
        CustomerEvent event = waiting.event;
        boolean first = hasNone(purse);
        for (Offer offer : asked(waiting, purse)) {
            boolean declined = !standing(purse, offer).isEmpty()
                    || !NaiveWaiting.isInTime(offer, event, at)
                    || !isAgreed(offer, event);
            if (!declined) {
                award(event, purse, offer, NaiveGrant.ofUsed(offer, List.of(), 1, 0), expected);
            }
            waiting.lookedAt(offer, declined, at);
        }
        if (purse.waiting.containsKey(waiting.key())) {
            settleInRun(purse, event, expected);
        } else {
            purse.settleDebts(event.performedOn());
        }
        welcome(event, purse, first);
        keep(waiting, purse, at);
    }

    /** A run that moves no money for an event pays no debts by it. */
    private static void settleInRun(NaivePurse purse, CustomerEvent event, Expected expected) {
        if (expected.hasMoved()) {
            purse.settleDebts(event.performedOn());
        }
    }

    /** The offers that an event of its kind can be about. */
    private List<Offer> eventOffers(CustomerEvent event) {
        return offers().stream()
                .filter(offer -> event instanceof Purchase
                        ? NaiveGrant.isForPurchases(offer)
                        : offer.terms() instanceof Terms.Behavior)
                .toList();
    }

    /** The offers that look at the event now: all that have not settled it in a run, those of events at once before. */
    private List<Offer> asked(NaiveWaiting waiting, NaivePurse purse) {
        boolean inRun = purse.waiting.containsKey(waiting.key());
        return eventOffers(waiting.event).stream()
                .filter(offer -> inRun ? !waiting.isSettled(offer) : NaiveWaiting.isAtOnce(offer))
                .toList();
    }

    /** An event that was decided at once waits where there is an offer that it can wait for. */
    private void keep(NaiveWaiting waiting, NaivePurse purse, Instant at) {
        if (waiting.isOpen(eventOffers(waiting.event), at)) {
            purse.waiting.putIfAbsent(waiting.key(), waiting);
        }
    }

    private static boolean hasNone(NaivePurse purse) {
        return purse.lots.values().stream()
                .filter(lot -> lot.awardedTo.equals(purse.id) && lot.standing > 0)
                .allMatch(lot -> lot.award.filter(NaiveGrant::waits).isPresent());
    }

    /** What had waited for a first award is decided when there is one, and no other stood before. */
    private void welcome(CustomerEvent event, NaivePurse purse, boolean hadNone) {
        List<Offer> waiting = offers().stream().filter(NaiveGrant::waits).toList();
        if (!hadNone || hasNone(purse) || waiting.isEmpty()) {
            return;
        }
        purse.firstAwards++;
        String id = "first-award/" + purse.id + (purse.firstAwards == 1 ? "" : "/" + purse.firstAwards);
        EventHeader header = event.header();
        FirstAward raised = new FirstAward(EventHeader.of(id, purse.id, header.unit(), header.performedOn())
                .from("follow-up"));
        for (Offer offer : waiting) {
            if (standing(purse, offer).isEmpty() && isAgreed(offer, raised)) {
                award(raised, purse, offer, NaiveGrant.ofUsed(offer, List.of(), 1, 0), new Expected());
            }
        }
        purse.settleDebts(event.performedOn());
    }

    /** The own awards that an offer awards a share of, as they stand. */
    private static List<NaiveLot> shareOf(CustomerEvent event, NaivePurse purse, Offer offer) {
        Award.PercentageOfAwarded share = (Award.PercentageOfAwarded) offer.award();
        Instant on = event.performedOn();
        Instant since = on.atZone(Market.ZONE).minusDays(share.within().count()).toInstant();
        return purse.lots.values().stream()
                .filter(lot -> lot.awardedTo.equals(purse.id) && lot.standing > 0)
                .filter(lot -> !lot.event.equals(event.key()) && lot.denomination.equals(Market.EUR.code()))
                .filter(lot -> !lot.awardedOn.isBefore(since) && !lot.awardedOn.isAfter(on))
                .filter(lot -> lot.award
                        .filter(other -> !other.equals(offer)
                                && (share.types().isEmpty() || share.types().contains(other.type())))
                        .isPresent())
                .toList();
    }

    private static long shared(CustomerEvent event, NaivePurse purse, Offer offer) {
        return NaiveGrant.isShare(offer)
                ? shareOf(event, purse, offer).stream()
                        .mapToLong(lot -> lot.standing)
                        .sum()
                : 0;
    }

    private void buy(
            Purchase purchase, NaivePurse purse, NaiveSpending spending, NaiveReturns returns, Expected expected) {
        if (!purchase.returned().isEmpty()) {
            returns.cameBack(purchase.returned());
            purse.settleDebts(purchase.performedOn());
        }
        NaiveSale sale = sell(purchase, purse);
        boolean first = hasNone(purse);
        NaiveWaiting waiting = new NaiveWaiting(purchase);
        Map<Offer, Map<String, Long>> takenOff = decide(waiting, purse, at(purchase), expected);
        takenOff.forEach(
                (offer, lines) -> spending.instantly(purse.lots.get(purchase.key() + "#" + offer.code()), sale, lines));
        purse.settleDebts(purchase.performedOn());
        boolean backEnd =
                agreement(purchase.unit()).said(AgreementTerms::reduction).equals(Optional.of(Reduction.BACK_END));
        long discounts = expected.instant.values().stream()
                .flatMap(lines -> lines.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        if (purchase.spend().isPresent()) {
            spending.wish(purchase, sale);
        } else {
            discounts += spending.automatically(purchase, sale);
        }
        expected.backEnd = backEnd ? discounts : 0;
        expected.payable = Optional.of(sale.payable() + expected.backEnd);
        welcome(purchase, purse, first);
        keep(waiting, purse, at(purchase));
    }

    /** What the offers that look at a purchase now award, and what of that comes off each line. */
    private Map<Offer, Map<String, Long>> decide(
            NaiveWaiting waiting, NaivePurse purse, Instant at, Expected expected) {
        NaiveSale sale = purse.sales.get(waiting.key());
        Purchase purchase = sale.purchase;
        boolean inRun = purse.waiting.containsKey(waiting.key());
        Map<Offer, Long> grants = grants(sale, purse, asked(waiting, purse), inRun);
        grants.keySet().forEach(offer -> {
            boolean looks = NaiveWaiting.isInTime(offer, purchase, at)
                    && NaiveGrant.isFor(offer, purchase)
                    && isAgreed(offer, purchase);
            if (!looks) {
                grants.put(offer, NOT_ASKED);
            }
            waiting.lookedAt(offer, !looks || !NaiveGrant.isAbout(offer, sale.rest()), at);
        });
        Map<Offer, Long> wishes = Map.copyOf(grants);
        wishes.keySet().stream()
                .filter(offer -> wishes.keySet().stream().anyMatch(other -> beats(other, offer, wishes)))
                .forEach(beaten -> grants.put(beaten, 0L));
        Map<Offer, Map<String, Long>> takenOff = inRun ? Map.of() : takenOff(sale, purse, grants);
        for (Offer offer : offers()) {
            if (grants.getOrDefault(offer, NOT_ASKED) != NOT_ASKED) {
                Optional<NaiveLot> lot = NaiveGrant.accumulates(offer)
                        ? count(sale, purse, offer, grants.get(offer), expected)
                        : award(purchase, purse, offer, grants.get(offer), expected);
                lot.ifPresent(awarded -> {
                    awarded.discount = takenOff.containsKey(offer) && NaiveDiscounts.isVoid(offer);
                    if (!NaiveGrant.accumulates(offer)) {
                        share(awarded, offer, sale, awarded.discount ? takenOff.get(offer) : Map.of());
                    }
                    wishes.forEach((other, wish) -> {
                        if (beats(offer, other, wishes)
                                && wish > 0
                                && !NaiveGrant.accumulates(other)
                                && !NaiveGrant.isShare(other)) {
                            awarded.beaten.put(other, wish);
                        }
                    });
                });
            }
        }
        return takenOff;
    }

    /** The rate of points, where there is one. */
    Optional<ExchangeRate> rate() {
        return programme.rates().stream().findFirst();
    }

    List<Offer> offers() {
        return programme.offers().stream()
                .sorted(Comparator.comparing(Offer::number))
                .toList();
    }

    /** Of offers that award only as the best, the one that awards most does, and of equal ones that of the lower number. */
    private static boolean beats(Offer one, Offer other, Map<Offer, Long> wishes) {
        long more = wishes.get(one) - wishes.get(other);
        return one.onlyIfBest()
                && other.onlyIfBest()
                && NaiveGrant.denomination(one).equals(NaiveGrant.denomination(other))
                && wishes.get(one) > 0
                && (more > 0 || (more == 0 && one.number() < other.number()));
    }

    /** What an offer that was beaten would now award, at most what it was. */
    long nowOf(Offer offer, NaiveLot winner, NaivePurse purse) {
        NaiveSale sale = purse.sales.get(winner.event);
        return Math.min(winner.beaten.get(offer), NaiveGrant.of(offer, sale.rest(), 0));
    }

    /** What offers grant for a purchase, after caps. */
    private Map<Offer, Long> grants(NaiveSale sale, NaivePurse purse, List<Offer> asked, boolean inRun) {
        Map<Offer, Long> grants = new HashMap<>();
        for (Offer offer : asked) {
            long granted = NaiveGrant.accumulates(offer)
                    ? count(sale, purse, offer)
                            .filter(NaiveCount::isReached)
                            .map(count -> NaiveGrant.ofUsed(
                                    offer,
                                    used(offer, count),
                                    NaiveGrant.times(offer, count.sum()),
                                    shared(sale.purchase, purse, offer)))
                            .orElse(0L)
                    : NaiveGrant.of(offer, sale.rest(), shared(sale.purchase, purse, offer));
            if (!inRun && isDiscount(offer, sale, purse) && NaiveDiscounts.isVoid(offer)) {
                granted = Math.min(granted, new NaiveDiscounts(sale.lines).most(offer));
            }
            grants.put(offer, capped(purse, offer, sale.purchase.performedOn(), granted));
        }
        return grants;
    }

    private boolean isDiscount(Offer offer, NaiveSale sale, NaivePurse purse) {
        return paysBy(SpendMethod.SPEND_INSTANTLY, sale.purchase.unit())
                && NaiveDiscounts.isMadeNow(offer, purse, sale.purchase.unit(), sale.purchase.performedOn());
    }

    /** What comes off each line, the largest award first; a discount that is no money is granted as far as it fits. */
    private Map<Offer, Map<String, Long>> takenOff(NaiveSale sale, NaivePurse purse, Map<Offer, Long> grants) {
        NaiveDiscounts discounts = new NaiveDiscounts(sale.lines);
        Map<Offer, Map<String, Long>> takenOff = new LinkedHashMap<>();
        grants.keySet().stream()
                .filter(offer -> grants.get(offer) > 0 && isDiscount(offer, sale, purse))
                .sorted(Comparator.comparing((Offer offer) -> -grants.get(offer))
                        .thenComparing(Offer::number))
                .toList()
                .forEach(offer -> {
                    Map<String, Long> lines = discounts.take(offer, grants.get(offer));
                    if (!lines.isEmpty()) {
                        takenOff.put(offer, lines);
                    }
                    if (NaiveDiscounts.isVoid(offer)) {
                        grants.put(
                                offer,
                                lines.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum());
                    }
                });
        return takenOff;
    }

    /** The count of an offer over time with the purchase; empty where it does not count. */
    private static Optional<NaiveCount> count(NaiveSale sale, NaivePurse purse, Offer offer) {
        long units = NaiveGrant.units(offer, sale.rest());
        if (units < 0) {
            return Optional.empty();
        }
        List<NaiveCount.Counted> open = purse.progress.getOrDefault(offer.code(), List.of());
        NaiveCount.Counted counted = new NaiveCount.Counted(
                sale.purchase.key(), sale.purchase.performedOn(), units, NaiveGrant.rewarded(offer, sale.rest()));
        return Optional.of(new NaiveCount(open, counted, NaiveGrant.target(offer), NaiveGrant.days(offer)));
    }

    /** What an award of the offer uses up. */
    private static List<NaiveCount.Counted> used(Offer offer, NaiveCount count) {
        long times = NaiveGrant.times(offer, count.sum());
        return count.used(NaiveGrant.carries(offer) ? times * NaiveGrant.target(offer) : count.sum());
    }

    private Optional<NaiveLot> count(NaiveSale sale, NaivePurse purse, Offer offer, long granted, Expected expected) {
        Optional<NaiveCount> counted = count(sale, purse, offer);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        NaiveCount count = counted.get();
        Optional<NaiveLot> lot = Optional.empty();
        if (count.isReached()) {
            long times = NaiveGrant.times(offer, count.sum());
            lot = award(sale.purchase, purse, offer, granted, expected);
            lot.filter(awarded -> NaiveGrant.isShare(offer))
                    .ifPresent(awarded -> awarded.wished = NaiveGrant.wished(offer, times, awarded.shared));
            List<NaiveCount.Counted> used = used(offer, count);
            if (lot.isPresent()) {
                lot.get().sources.addAll(used);
                purse.progress.put(offer.code(), NaiveCount.without(count.all(), used));
                return lot;
            }
        }
        purse.progress.put(offer.code(), count.all());
        return lot;
    }

    private static void share(NaiveLot lot, Offer offer, NaiveSale sale, Map<String, Long> discount) {
        List<NaiveSale.Line> lines = NaiveGrant.awarded(offer, sale.rest());
        boolean byThePiece = lines.stream().allMatch(line -> NaiveGrant.rewarded(offer, line) == 0)
                || (NaiveGrant.isPerPiece(offer) && offer.award() instanceof Award.FixedAmount);
        long[] parts = lot.discount
                ? lines.stream()
                        .mapToLong(line -> discount.getOrDefault(line.id, 0L))
                        .toArray()
                : NaiveSpending.divide(
                        lot.standing,
                        lines.stream()
                                .mapToLong(line -> byThePiece ? line.kept : NaiveGrant.rewarded(offer, line))
                                .toArray());
        for (int i = 0; i < parts.length; i++) {
            String line = lines.get(i).id;
            lot.shares.add(new NaiveShare(line, sale.line(line).orElseThrow().kept, parts[i]));
        }
    }

    private Optional<NaiveLot> award(
            CustomerEvent event, NaivePurse purse, Offer offer, long granted, Expected expected) {
        long amount = capped(purse, offer, event.performedOn(), granted);
        if (amount <= 0) {
            return Optional.empty();
        }
        Instant on = event.performedOn();
        NaiveLot lot = new NaiveLot(event.key() + "#" + offer.code(), NaiveGrant.denomination(offer), on, event.key());
        boolean voucher = offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER;
        lot.account = offer.handling().awaitsConfirmation()
                ? AccountKind.PENDING
                : voucher ? AccountKind.VOUCHERS : AccountKind.COMMERCE;
        lot.voucher = voucher;
        lot.partial = offer.handling().partialVoucher();
        lot.remaining = amount;
        lot.standing = amount;
        lot.validFrom = offer.awardValidity().orElseThrow().validFrom(on, Market.ZONE);
        lot.validTo = offer.awardValidity().orElseThrow().validTo(on, Market.ZONE);
        lot.conditions = offer.spendConditions();
        lot.method = offer.spendMethod();
        lot.award = Optional.of(offer);
        lot.awardedTo = purse.id;
        lot.place = places++;
        if (NaiveGrant.isShare(offer)) {
            shareOf(event, purse, offer).forEach(other -> lot.shareOf.add(other.id));
            lot.shared = shared(event, purse, offer);
            lot.wished = NaiveGrant.wished(offer, 1, lot.shared);
        }
        lot.contribution = agreement(event.unit())
                .said(AgreementTerms::contribution)
                .map(share -> Math.min(amount, NaiveGrant.percent(share.value(), amount)))
                .orElse(0L);
        purse.book(AccountKind.CONTRIBUTION, lot.denomination, -lot.contribution);
        purse.add(lot);
        expected.awards.put(offer.code(), amount);
        made++;
        use(offer, on, 1, amount);
        return Optional.of(lot);
    }

    /** Id of the lot that the transaction of this id awarded to the owner of {@code purse}; empty where it did not. */
    String lotOfAward(NaivePurse purse, String transaction) {
        Transaction award = awards.get(transaction);
        return award == null || !award.participant().equals(purse.id) ? "" : award.lot();
    }

    /** Uses the budgets of the periods in which an award was made. */
    void use(Offer offer, Instant on, long awards, long amount) {
        offer.caps().stream()
                .filter(cap -> cap.of() == Cap.Of.ALL)
                .map(cap -> budget(offer, cap, on))
                .distinct()
                .forEach(budget -> usages.merge(
                        budget,
                        new Usage(awards, amount),
                        (used, more) -> new Usage(used.awards() + more.awards(), used.amount() + more.amount())));
    }

    private static BudgetName budget(Offer offer, Cap cap, Instant on) {
        return BudgetName.ofOffer(offer.code(), CAPS.name(cap.per(), on));
    }

    private long capped(NaivePurse purse, Offer offer, Instant on, long granted) {
        List<NaiveCaps.Made> made = standing(purse, offer);
        BigDecimal left = BigDecimal.valueOf(granted, 2);
        for (Cap cap : offer.caps()) {
            Usage all = usages.getOrDefault(budget(offer, cap, on), new Usage(0, 0));
            left = cap.of() == Cap.Of.PARTICIPANT
                    ? CAPS.cut(left, cap, on, made)
                    : left.min(BigDecimal.valueOf(within(cap, all.awards(), all.amount(), granted), 2));
        }
        return left.movePointRight(2).longValueExact();
    }

    /** What stands of the awards of an offer, those of duplicates included. */
    private static List<NaiveCaps.Made> standing(NaivePurse purse, Offer offer) {
        List<NaiveCaps.Made> standing = new ArrayList<>();
        for (NaiveLot lot : purse.lots.values()) {
            if (lot.award.filter(offer::equals).isPresent() && lot.standing > 0) {
                standing.add(new NaiveCaps.Made(lot.awardedOn, BigDecimal.valueOf(lot.standing, 2)));
            }
        }
        for (NaivePurse.Inherited award : purse.inherited) {
            if (award.offer().equals(offer.code()) && !purse.lots.containsKey(award.lot())) {
                standing.add(new NaiveCaps.Made(award.on(), BigDecimal.valueOf(award.amount(), 2)));
            }
        }
        return standing;
    }

    private static long within(Cap cap, long awards, long amount, long granted) {
        if (cap.awards().filter(most -> awards >= most).isPresent()) {
            return 0;
        }
        return cap.amount()
                .map(most -> Math.max(0, Math.min(granted, most.units() - amount)))
                .orElse(granted);
    }
}
