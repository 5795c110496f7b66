package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.FollowUp;
import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.Lookups;
import io.rewards.decision.Qualifying;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.Situation;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.Purchase;
import io.rewards.event.ReturnedLine;
import io.rewards.ledger.BudgetClaim;
import io.rewards.wallet.Books;
import io.rewards.wallet.Counted;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes back what goods that come back have earned and paid, exactly: spent money goes back to its lots first, then each
 * award gives up what the goods earned of it. The parts of any number of steps, in any order, sum to the whole. For one
 * event and one thread. Source: domain 5.6, 12.1 Q3, Q4, Q31.
 */
public final class Returns {

    /** Asks the rules about one offer. */
    @FunctionalInterface
    public interface Rules {

        /** What the rules say about {@code offer} when {@code account} does {@code event}. */
        Answer ask(Offer offer, CustomerEvent event, Account account);
    }

    private static final Comparator<Lot> OLDEST =
            Comparator.comparing(Lot::awardedOn).thenComparing(Lot::id);

    private final CustomerEvent event;
    private final Account before;
    private final Catalogue catalogue;
    private final Lookups lookups;
    private final Rules rules;
    private final Instant processedOn;
    private final String reason;
    private final Books books;
    private final Amount zero;

    private final Map<String, List<Counted>> progress;
    private final Map<String, List<Collected>> collected;
    private final List<Reclaim> reclaimed = new ArrayList<>();
    private final List<BudgetClaim> claims = new ArrayList<>();
    private final Set<EventKey> gone = new HashSet<>();
    private Amount refund;
    private Amount toWallet;

    Returns(
            CustomerEvent event,
            Account account,
            Catalogue catalogue,
            Lookups lookups,
            Rules rules,
            WalletRules wallets,
            Instant processedOn,
            String reason) {
        this.event = event;
        before = account;
        this.catalogue = catalogue;
        this.lookups = lookups;
        this.rules = rules;
        this.processedOn = processedOn;
        this.reason = reason;
        books = new Books(account.wallet(), account.journal(), event, processedOn, wallets.order());
        zero = Amount.zero(catalogue.settings().currency());
        progress = new TreeMap<>(account.progress());
        collected = new TreeMap<>(account.collected());
        refund = zero;
        toWallet = zero;
        books.releaseLapsed(event.performedOn());
    }

    /** What {@code event} brings back: these lines of purchases of the participant, as they were admitted. */
    public static Movement of(
            CustomerEvent event,
            List<ReturnedLine> lines,
            Account account,
            Catalogue catalogue,
            Lookups lookups,
            Rules rules,
            WalletRules wallets,
            Instant processedOn) {
        Returns returns = new Returns(event, account, catalogue, lookups, rules, wallets, processedOn, "");
        Map<EventKey, Map<String, Long>> byPurchase = new TreeMap<>();
        lines.forEach(line -> byPurchase
                .computeIfAbsent(line.purchase(), unused -> new TreeMap<>())
                .merge(line.line(), line.quantity(), Math::addExact));
        returns.goods(byPurchase);
        return returns.movement();
    }

    /** A purchase never happened: everything of it that is left comes back. */
    void purchase(Purchase bought) {
        Map<String, Long> pieces = new TreeMap<>();
        sale(bought).lines().forEach(line -> pieces.put(line.line(), line.kept()));
        goods(Map.of(bought.key(), pieces));
        books.cancel(bought.key());
    }

    /** Something else that was awarded never happened; what else counted towards the award counts again. */
    void happening(CustomerEvent happened) {
        EventKey key = happened.key();
        for (Lot lot : awards()) {
            Provenance provenance = lot.provenance();
            if (provenance.event().equals(key) || provenance.counts(key)) {
                List<Counted> others = provenance.sources().stream()
                        .filter(source ->
                                !source.event().equals(key) && !source.event().equals(provenance.event()))
                        .toList();
                if (!provenance.event().equals(key)) {
                    countAgain(provenance.offer(), provenance.event());
                }
                others.forEach(source -> countAgain(provenance.offer(), source.event()));
                reclaim(lot, lot.standing(), provenance.after(provenance.wished(), List.of(), List.of()));
            }
        }
        collected.replaceAll((offer, waiting) ->
                waiting.stream().filter(each -> !each.event().equals(key)).toList());
        gone.add(key);
        books.cancel(key);
    }

    /** An award is taken back by itself. */
    void award(Lot lot, String user) {
        reclaim(lot, lot.standing(), lot.provenance(), user);
    }

    /** What an event awarded is taken back. */
    void awardsOf(EventKey key) {
        awards().stream()
                .filter(lot -> lot.provenance().event().equals(key))
                .forEach(lot -> reclaim(lot, lot.standing(), lot.provenance()));
        gone.add(key);
    }

    /** What was spent by {@code paying} comes back. */
    void payments(EventKey paying) {
        for (Sale sale : before.wallet().sales().values().stream()
                .sorted(Comparator.comparing(Sale::purchase))
                .toList()) {
            if (sale.payments().stream().anyMatch(payment -> payment.event().equals(paying))) {
                toWallet = toWallet.plus(books.cancelPayments(sale, paying, reason, zero));
            }
        }
        gone.add(paying);
        books.cancel(paying);
    }

    /** Everything that was brought back. */
    Movement movement() {
        books.settleDebts();
        Account after = before.with(books.wallet(), books.transactions()).with(progress, collected);
        for (EventKey key : gone) {
            after = after.without(key);
        }
        for (Reclaim reclaim : reclaimed) {
            after = after.withoutInherited(reclaim.lot(), reclaim.amount());
        }
        List<FollowUp> followUps = FollowUps.ofReturn(event, before, after, catalogue, processedOn);
        return new Movement(
                FollowUps.noted(after, followUps),
                books.transactions(),
                claims,
                followUps,
                Optional.empty(),
                Optional.of(new ReturnResult(refund, toWallet, reclaimed)));
    }

    private Sale sale(Purchase bought) {
        return books.sale(bought.key()).orElseGet(() -> Sale.of(bought, catalogue));
    }

    private Purchase bought(EventKey key) {
        return (Purchase) lookups.event(key).orElseThrow();
    }

    /** A purchase of which pieces came back, as it was and as it is. */
    private record Back(Purchase had, Optional<Purchase> left, Map<String, Long> pieces) {}

    /** All that was paid comes back to its lots before any award is taken back, whatever paid for what. */
    private void goods(Map<EventKey, Map<String, Long>> byPurchase) {
        List<Back> all = new ArrayList<>();
        byPurchase.forEach((key, pieces) -> cameBack(key, pieces).ifPresent(all::add));
        for (Back back : all) {
            awardsOf(back);
            counts(back.had().key(), back.left());
            if (back.left().isEmpty()) {
                gone.add(back.had().key());
            }
        }
    }

    private Optional<Back> cameBack(EventKey key, Map<String, Long> pieces) {
        Purchase bought = bought(key);
        Sale sale = sale(bought);
        Optional<Purchase> had = sale.rest(bought);
        for (Map.Entry<String, Long> returned : pieces.entrySet()) {
            refund = refund.plus(sale.line(returned.getKey()).orElseThrow().refund(returned.getValue()));
        }
        toWallet = toWallet.plus(books.returnPieces(sale, pieces, reason, zero));
        sale = books.sale(key).orElseThrow();
        Optional<Purchase> left = sale.rest(bought);
        return had.map(before -> new Back(before, left, pieces));
    }

    private List<Lot> awards() {
        return books.allLots().stream()
                .filter(lot -> lot.isAward() && lot.standing().isPositive())
                .sorted(OLDEST)
                .toList();
    }

    // Awards of the purchase itself.

    private void awardsOf(Back back) {
        Purchase had = back.had();
        Optional<Purchase> left = back.left();
        for (Lot lot : awards()) {
            Provenance provenance = lot.provenance();
            if (!provenance.event().equals(had.key()) || provenance.shares().isEmpty()) {
                continue;
            }
            List<LineShare> shares = new ArrayList<>();
            for (LineShare share : provenance.shares()) {
                LineShare rest = share.without(back.pieces().getOrDefault(share.line(), 0L));
                if (rest.quantity() > 0) {
                    shares.add(rest);
                }
            }
            Amount nothing = Amount.zero(lot.awarded().denomination());
            Amount inProportion = shares.stream().map(LineShare::amount).reduce(nothing, Amount::plus);
            Amount wished = provenance.wished().minus(lot.standing().minus(inProportion));
            Amount standing = inProportion;
            if (left.isEmpty()) {
                wished = nothing;
            } else if (provenance.onReturn() == ReturnPolicy.RE_EVALUATE) {
                Optional<Amount> again = decidedAgain(lot, had, left.get());
                wished = again.orElse(wished);
                standing = again.map(amount -> amount.min(lot.standing())).orElse(standing);
            }
            reclaim(
                    lot,
                    lot.standing().minus(standing),
                    provenance.after(wished, provenance.sources(), spread(standing, shares)));
        }
    }

    /** The shares of what still stands, in proportion to what they were. */
    private static List<LineShare> spread(Amount standing, List<LineShare> shares) {
        if (shares.isEmpty()) {
            return shares;
        }
        boolean free = shares.stream().allMatch(share -> share.amount().isZero());
        List<Amount> parts = Allocation.split(
                standing,
                shares.stream()
                        .map(share -> free ? share.quantity() : share.amount().units())
                        .toList());
        List<LineShare> spread = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            spread.add(shares.get(i).with(parts.get(i)));
        }
        return spread;
    }

    /**
     * What the rules grant for what is left. Only what the goods make different counts against the award: whoever has left
     * a segment since keeps it. Empty where the rules no longer grant for all of it what they once did: the offer or the
     * rules have changed, and only proportion is left.
     */
    private Optional<Amount> decidedAgain(Lot lot, Purchase had, Purchase left) {
        Optional<Offer> offer = catalogue.offer(lot.provenance().offer());
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        Account asked = before.withoutAward(lot.id());
        Answer all = rules.ask(offer.get(), had, asked);
        if (all.grants().isEmpty()
                || !all.grants().get(0).amount().equals(lot.provenance().wished())) {
            return Optional.empty();
        }
        Answer rest = rules.ask(offer.get(), left, asked);
        Amount nothing = Amount.zero(lot.awarded().denomination());
        boolean declined = rest.grants().isEmpty()
                || rest.declines().stream()
                        .anyMatch(decline -> all.declines().stream().noneMatch(known -> isSame(known, decline)));
        return Optional.of(declined ? nothing : rest.grants().get(0).amount());
    }

    private static boolean isSame(Decline one, Decline other) {
        return one.rule().equals(other.rule()) && one.reason() == other.reason();
    }

    // Awards that count purchases over time.

    private void counts(EventKey key, Optional<Purchase> left) {
        Set<String> offers = new TreeSet<>();
        progress.forEach((offer, counts) -> {
            if (counts.stream().anyMatch(each -> each.event().equals(key))) {
                offers.add(offer);
            }
        });
        awards().stream()
                .filter(lot -> isOverTime(lot) && lot.provenance().counts(key))
                .forEach(lot -> offers.add(lot.provenance().offer()));
        offers.forEach(offer -> count(offer, key, left));
    }

    private static boolean isOverTime(Lot lot) {
        return lot.provenance().shares().isEmpty()
                && !lot.provenance().sources().isEmpty();
    }

    private void count(String offer, EventKey key, Optional<Purchase> left) {
        List<Lot> lots = awards().stream()
                .filter(lot -> isOverTime(lot)
                        && lot.provenance().offer().equals(offer)
                        && lot.provenance().counts(key))
                .sorted(OLDEST.reversed())
                .toList();
        long counted = units(progress.getOrDefault(offer, List.of()), key);
        for (Lot lot : books.allLots()) {
            boolean used =
                    lot.isAward() && isOverTime(lot) && lot.provenance().offer().equals(offer);
            counted += used ? units(lot.provenance().sources(), key) : 0;
        }
        long excess =
                Math.max(0, counted - left.map(rest -> unitsOf(offer, rest)).orElse(0L));
        boolean all = left.isEmpty();
        long fromProgress = Math.min(excess, units(progress.getOrDefault(offer, List.of()), key));
        if (fromProgress > 0 || all) {
            progress.computeIfPresent(offer, (code, open) -> reduced(open, key, fromProgress, all));
        }
        excess -= fromProgress;
        for (Lot lot : lots) {
            long part = Math.min(excess, units(lot.provenance().sources(), key));
            excess -= part;
            if (part > 0 || all) {
                OverTime overTime =
                        OverTime.of(catalogue, lot, reduced(lot.provenance().sources(), key, part, all));
                List<Counted> open = progress.getOrDefault(offer, List.of());
                OverTime.Rest rest = overTime.after(open);
                progress.put(offer, rest.open());
                reclaim(
                        lot,
                        lot.standing().minus(rest.standing()),
                        lot.provenance().after(rest.wished(), rest.sources(), List.of()));
            }
        }
    }

    private static long units(List<Counted> counts, EventKey key) {
        return counts.stream()
                .filter(each -> each.event().equals(key))
                .mapToLong(Counted::units)
                .sum();
    }

    private static List<Counted> reduced(List<Counted> from, EventKey key, long units, boolean all) {
        List<Counted> left = new ArrayList<>();
        for (Counted each : from) {
            if (!each.event().equals(key)) {
                left.add(each);
            } else if (each.units() > units && !all) {
                left.add(new Counted(each.event(), each.performedOn(), each.units() - units));
            }
        }
        return left;
    }

    /** What {@code rest} counts for an offer; where the offer is gone, as much as ever. */
    private long unitsOf(String code, Purchase rest) {
        Optional<Offer> offer = catalogue.offer(code);
        if (offer.isEmpty()) {
            return Long.MAX_VALUE;
        }
        Situation situation = Situation.interactive(rest, before, catalogue, processedOn);
        Qualifying qualifying = situation.candidate(offer.get()).qualifying();
        return OverTime.units(offer.get(), qualifying);
    }

    private void countAgain(String offer, EventKey key) {
        CustomerEvent happened = lookups.event(key).orElseThrow();
        String classification = "";
        if (happened instanceof Achievement achievement) {
            classification = achievement.classification();
        } else if (happened instanceof FinancialAchievement achievement) {
            classification = achievement.classification();
        } else {
            return;
        }
        List<Collected> waiting = new ArrayList<>(collected.getOrDefault(offer, List.of()));
        waiting.add(new Collected(key, happened.performedOn(), classification));
        waiting.sort(null);
        collected.put(offer, waiting);
    }

    // Money.

    private void reclaim(Lot lot, Amount amount, Provenance left) {
        reclaim(lot, amount, left, "");
    }

    private void reclaim(Lot lot, Amount amount, Provenance left, String user) {
        if (amount.isPositive()) {
            ClawbackPolicy policy = catalogue.settings().spending().clawback();
            reclaimed.add(books.reclaim(books.lot(lot.id()), amount, policy, reason, user));
            if (left.budgeted()) {
                boolean whole = books.lot(lot.id()).standing().isZero();
                claims.add(BudgetClaim.release(left.offer(), amount, whole));
            }
        }
        if (!left.equals(lot.provenance())) {
            books.describe(
                    lot.id(), left.contributing(books.lot(lot.id()).provenance().contribution()));
        }
    }
}
