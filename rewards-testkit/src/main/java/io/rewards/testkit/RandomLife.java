package io.rewards.testkit;

import static io.rewards.testkit.Events.cents;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.GivingBack;
import io.rewards.books.HandingOver;
import io.rewards.books.Paying;
import io.rewards.books.PayingOut;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.books.Reserving;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.SpendMethod;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.LotId;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Dice;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Returned;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Random events in the life of one participant, of which a naive past is told, too. The seed says all of it. */
final class RandomLife {

    private static final List<String> OFFERS = List.of("A", "B", "C");
    private static final List<AwardSubject> SUBJECTS = List.of(
            AwardSubject.NOTHING, new AwardSubject.Page("2024-01-02"), new AwardSubject.Day(LocalDate.of(2024, 1, 2)));

    private final Dice dice;
    private final long seed;
    private final NaivePast naive = new NaivePast();
    private final Set<EventKey> events = new HashSet<>();
    private final Set<String> vouchers = new HashSet<>();
    private Instant now = Events.START;
    private int number;
    private boolean inherited;

    RandomLife(long seed) {
        this.seed = seed;
        dice = new Dice(seed);
        events.add(EventKey.of("nothing"));
        vouchers.add("nothing");
    }

    /** Everything that can be asked now, with what the naive past answers. */
    PastQuestions questions() {
        return new PastQuestions(naive, events, vouchers, seed + number);
    }

    /** The next event, written to {@code store}. */
    void step(RewardsStore store) {
        now = now.plusSeconds(dice.below(3) * 1_800L);
        number++;
        Loaded loaded = Money.load(store, "P1");
        Purchase event = Purchase.of(
                Events.header("E/" + number, "P1", dice.once(4) ? now.minusSeconds(dice.below(40_000)) : now),
                PurchaseLine.of("1", "bread", 4, cents(1 + dice.below(999))),
                PurchaseLine.of("2", "wine", 3, cents(1 + dice.below(999))));
        events.add(event.key());
        Purse purse = Money.purse(loaded, event);
        List<PastAward> over = new ArrayList<>();
        for (int i = dice.below(3); i >= 0; i--) {
            act(purse, event, loaded, over);
        }
        Map<String, List<Counted>> reopened = reopened();
        PastChanges changes = purse.changes()
                .with(closed(reopened), reopened)
                .inheriting(over)
                .counting(tierUnits(event));
        Account after = loaded.account().with(purse.wallet());
        Write write = Write.of(event, Effect.of(after, changes, Report.NOTHING)).must(store);
        naive.add(write.effect().past());
    }

    private void act(Purse purse, Purchase event, Loaded loaded, List<PastAward> over) {
        switch (dice.below(12)) {
            case 0, 1, 2 -> award(purse, event);
            case 3, 4 -> spend(purse, event);
            case 5 -> giveBack(purse);
            case 6, 7 -> reclaim(purse);
            case 8 -> new PayingOut(purse).expire(event.performedOn());
            case 9 -> reserve(purse, event);
            case 10 ->
                loaded.account().wallet().holds().keySet().stream()
                        .sorted()
                        .flatMap(hold -> purse.hold(hold).stream())
                        .findFirst()
                        .ifPresent((Hold hold) -> new Reserving(purse).release(hold));
            default -> other(purse, over);
        }
    }

    private void award(Purse purse, Purchase event) {
        String offer = dice.oneOf(OFFERS);
        List<Counted> sources =
                dice.once(3) ? List.of(new Counted(EventKey.of("E/" + (1 + dice.below(number))), now, 3)) : List.of();
        Optional<Instant> validTo =
                dice.once(2) ? Optional.empty() : Optional.of(now.plusSeconds(1 + dice.below(30_000)));
        Lot lot = Money.lot(event.key(), event.performedOn(), offer, cents(1 + dice.below(500)), validTo, sources);
        if (dice.once(6)) {
            Voucher voucher = new Voucher("code " + number + offer, dice.once(2));
            vouchers.add(voucher.codeHash());
            lot = Lot.of(
                            lot.id(),
                            AccountKind.VOUCHERS,
                            lot.awarded(),
                            new LotDates(lot.awardedOn(), lot.validFrom(), validTo),
                            lot.provenance())
                    .with(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER, Optional.of(voucher));
        }
        if (purse.find(lot.id()).isEmpty()) {
            lot = lot.with(lot.provenance().with(dependence()));
            new Awarding(purse).award(lot, dice.oneOf(SUBJECTS));
        }
    }

    private Dependence dependence() {
        return switch (dice.below(4)) {
            case 0, 1 -> Dependence.NONE;
            case 2 ->
                new Dependence.OnShare(
                        cents(1 + dice.below(500)),
                        now.minusSeconds(dice.below(40_000)),
                        dice.once(2) ? Set.of() : Set.of("type A", "type B"),
                        dice.once(4) ? Set.of("scheme B") : Set.of(),
                        new JournalPlace(
                                dice.once(9) ? "THEM" : "P1",
                                dice.below(naive.transactions().size() + 2)));
            default -> new Dependence.OnAnother();
        };
    }

    private void spend(Purse purse, Purchase event) {
        Sale sale = purse.sale(event.key()).orElseGet(() -> Money.sale(event));
        Optional<Lot> voucher = purse.inOrder().stream()
                .filter(lot -> lot.voucher().isPresent() && lot.isValidAt(event.performedOn()))
                .findFirst();
        boolean shown = voucher.isPresent() && dice.once(2);
        List<Lot> lots = shown ? voucher.stream().toList() : purse.spendable(event.performedOn());
        SpendPlan plan = SpendPlan.of(lots, sale.lines(), cents(1 + dice.below(1_500)));
        boolean paidBefore = purse.transactions().stream().anyMatch(each -> each.kind() == TransactionKind.SPEND);
        if (plan.parts().isEmpty() || paidBefore) {
            return;
        }
        if (shown) {
            new Paying(purse).payByVoucher(sale, plan);
        } else if (dice.once(5) && lots.stream().allMatch(lot -> lot.account() == AccountKind.COMMERCE)) {
            new Paying(purse).redeem(sale, plan);
        } else {
            new Paying(purse).pay(sale, plan);
        }
    }

    private void giveBack(Purse purse) {
        List<EventKey> sold = List.copyOf(naive.sales().keySet());
        if (sold.isEmpty()) {
            return;
        }
        Sale sale = purse.sale(dice.oneOf(sold)).orElseThrow();
        GivingBack giving = new GivingBack(purse, "", cents(0));
        if (dice.once(3)) {
            giving.cancelPayments(sale, sale.purchase());
            return;
        }
        Map<String, Returned> back = new HashMap<>();
        for (SaleLine line : sale.lines()) {
            if (line.kept() > 0 && dice.once(2)) {
                long pieces = dice.below((int) line.kept() + 1);
                Amount price = line.priceAfter(pieces);
                back.put(line.line(), Returned.of(line, pieces, cents(dice.below((int) price.units() + 1))));
            }
        }
        if (!back.isEmpty()) {
            giving.returnGoods(sale, back);
        }
    }

    private void reclaim(Purse purse) {
        List<Lot> standing = naive.lots().keySet().stream()
                .map(purse::lot)
                .filter(lot -> lot.isAward() && lot.standing().isPositive())
                .toList();
        if (standing.isEmpty()) {
            return;
        }
        Lot lot = dice.oneOf(standing);
        long all = lot.standing().units();
        Amount part = dice.once(2) ? lot.standing() : cents(1 + dice.below((int) all));
        Reclaiming reclaiming = new Reclaiming(purse);
        reclaiming.reclaim(lot, part, dice.oneOf(ClawbackPolicy.values()));
        reclaiming.settleDebts();
    }

    private void reserve(Purse purse, Purchase event) {
        if (purse.hold(event.key()).isEmpty()) {
            SpendPlan plan = SpendPlan.of(
                    purse.spendable(event.performedOn()), Money.sale(event).lines(), cents(1 + dice.below(300)));
            new Reserving(purse).place(plan, now.plusSeconds(dice.below(9_000)));
        }
    }

    /** What happens once, or about no money. */
    private void other(Purse purse, List<PastAward> over) {
        purse.cancel(EventKey.of("E/" + dice.below(number + 1)));
        if (inherited || !dice.once(3)) {
            return;
        }
        inherited = true;
        for (int i = 0; i < 4; i++) {
            EventKey event = EventKey.of("their " + i);
            events.add(event);
            Instant on = Events.START.minusSeconds(dice.below(100_000));
            Lot lot = Money.lot(event, on, OFFERS.get(i % 3), cents(20 + i), Optional.empty(), List.of());
            over.add(new PastAward(
                    lot.provenance().offer(),
                    lot.provenance().offerType(),
                    lot.provenance().scheme(),
                    SUBJECTS.get(i % 3),
                    lot.standing(),
                    on,
                    lot.id(),
                    TransactionId.of(event, LotId.parsed(lot.id()), TransactionKind.AWARD)
                            .text(),
                    new JournalPlace("THEM", 1 + i),
                    lot.provenance().dependence()));
            new HandingOver(purse).receive(List.of(lot));
        }
    }

    /** What the event adds to the units of its own purchase, and takes off those of another. */
    private List<TierUnits> tierUnits(Purchase event) {
        List<TierUnits> units = new ArrayList<>();
        if (dice.once(2)) {
            Instant on = event.performedOn();
            units.add(new TierUnits(event.key(), event.key(), on, on, cents(1 + dice.below(900))));
        }
        if (dice.once(4)) {
            EventKey other = EventKey.of("E/" + dice.below(number));
            Instant on = now.minusSeconds(dice.below(90_000));
            units.add(new TierUnits(event.key(), other, on, now, cents(-1 - dice.below(900))));
        }
        return units;
    }

    /** Some of what is closed. */
    private Map<String, List<Counted>> reopened() {
        Map<String, List<Counted>> reopened = new HashMap<>();
        naive.closed()
                .forEach((offer, counted) -> counted.stream()
                        .filter(each -> dice.once(6))
                        .forEach(each -> reopened.computeIfAbsent(offer, unused -> new ArrayList<>())
                                .add(each)));
        return reopened;
    }

    /** Something that is new, and some of what was reopened just now. */
    private Map<String, List<Counted>> closed(Map<String, List<Counted>> reopened) {
        Map<String, List<Counted>> closed = new HashMap<>();
        if (dice.once(2)) {
            String offer = dice.oneOf(OFFERS);
            closed.computeIfAbsent(offer, unused -> new ArrayList<>())
                    .add(new Counted(EventKey.of("E/" + number), now, 1 + dice.below(9)));
        }
        reopened.forEach((offer, counted) -> counted.stream()
                .filter(each -> dice.once(4))
                .forEach(each -> closed.computeIfAbsent(offer, unused -> new ArrayList<>())
                        .add(new Counted(each.event(), each.performedOn(), each.units() + 1))));
        return closed;
    }
}
