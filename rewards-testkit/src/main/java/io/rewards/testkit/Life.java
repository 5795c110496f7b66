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
import io.rewards.ledger.LotId;
import io.rewards.ledger.TransactionId;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Voucher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random events in the life of one participant, of which a naive past is told, too. The seed says all of it. */
final class Life {

    private static final List<String> OFFERS = List.of("A", "B", "C");
    private static final List<String> SUBJECTS = List.of("", "page", "page 2");

    private final Random random;
    private final long seed;
    private final NaivePast naive = new NaivePast();
    private final Set<EventKey> events = new HashSet<>();
    private final Set<String> vouchers = new HashSet<>();
    private Instant now = Events.START;
    private int number;
    private boolean inherited;

    Life(long seed) {
        this.seed = seed;
        random = new Random(seed);
        events.add(EventKey.of("nothing"));
        vouchers.add("nothing");
    }

    /** Everything that can be asked now, with what the naive past answers. */
    PastQuestions questions() {
        return new PastQuestions(naive, events, vouchers, seed + number);
    }

    /** The next event, written to {@code store}. */
    void step(RewardsStore store) {
        now = now.plusSeconds(random.nextInt(3) * 1_800L);
        number++;
        Loaded loaded = Money.load(store, "P1");
        Purchase event = Purchase.of(
                Events.header(
                        "E/" + number, "P1", random.nextInt(4) == 0 ? now.minusSeconds(random.nextInt(40_000)) : now),
                PurchaseLine.of("1", "bread", 4, cents(1 + random.nextInt(999))),
                PurchaseLine.of("2", "wine", 3, cents(1 + random.nextInt(999))));
        events.add(event.key());
        Purse purse = Money.purse(loaded, event);
        List<PastAward> over = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            act(purse, event, loaded, over);
        }
        Map<String, List<Counted>> reopened = reopened();
        PastChanges changes = purse.changes().with(closed(reopened), reopened).inheriting(over);
        Account after = loaded.account().with(purse.wallet());
        Write write = Write.of(event, Effect.of(after, changes, Report.NOTHING)).must(store);
        naive.add(write.effect().past());
    }

    private void act(Purse purse, Purchase event, Loaded loaded, List<PastAward> over) {
        switch (random.nextInt(12)) {
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
        String offer = OFFERS.get(random.nextInt(OFFERS.size()));
        List<Counted> sources = random.nextInt(3) == 0
                ? List.of(new Counted(EventKey.of("E/" + (1 + random.nextInt(number))), now, 3))
                : List.of();
        Optional<Instant> validTo =
                random.nextBoolean() ? Optional.empty() : Optional.of(now.plusSeconds(1 + random.nextInt(30_000)));
        Lot lot = Money.lot(event.key(), event.performedOn(), offer, cents(1 + random.nextInt(500)), validTo, sources);
        if (random.nextInt(6) == 0) {
            Voucher voucher = new Voucher("code " + number + offer, random.nextBoolean());
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
            new Awarding(purse).award(lot, SUBJECTS.get(random.nextInt(SUBJECTS.size())));
        }
    }

    private void spend(Purse purse, Purchase event) {
        Sale sale = purse.sale(event.key()).orElseGet(() -> Money.sale(event));
        Optional<Lot> voucher = purse.inOrder().stream()
                .filter(lot -> lot.voucher().isPresent() && lot.isValidAt(event.performedOn()))
                .findFirst();
        boolean shown = voucher.isPresent() && random.nextBoolean();
        List<Lot> lots = shown ? voucher.stream().toList() : purse.spendable(event.performedOn());
        SpendPlan plan = SpendPlan.of(lots, sale.lines(), cents(1 + random.nextInt(1_500)));
        boolean paidBefore = purse.transactions().stream().anyMatch(each -> each.kind() == TransactionKind.SPEND);
        if (plan.parts().isEmpty() || paidBefore) {
            return;
        }
        if (shown) {
            new Paying(purse).payByVoucher(sale, plan);
        } else if (random.nextInt(5) == 0 && lots.stream().allMatch(lot -> lot.account() == AccountKind.COMMERCE)) {
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
        Sale sale = purse.sale(sold.get(random.nextInt(sold.size()))).orElseThrow();
        GivingBack giving = new GivingBack(purse, "", cents(0));
        if (random.nextInt(3) == 0) {
            giving.cancelPayments(sale, sale.purchase());
            return;
        }
        Map<String, Long> pieces = new HashMap<>();
        for (SaleLine line : sale.lines()) {
            if (line.kept() > 0 && random.nextBoolean()) {
                pieces.put(line.line(), 1L + random.nextInt((int) line.kept()));
            }
        }
        if (!pieces.isEmpty()) {
            giving.returnPieces(sale, pieces);
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
        Lot lot = standing.get(random.nextInt(standing.size()));
        long all = lot.standing().units();
        Amount part = random.nextBoolean() ? lot.standing() : cents(1 + random.nextInt((int) all));
        ClawbackPolicy[] policies = ClawbackPolicy.values();
        Reclaiming reclaiming = new Reclaiming(purse);
        reclaiming.reclaim(lot, part, policies[random.nextInt(policies.length)]);
        reclaiming.settleDebts();
    }

    private void reserve(Purse purse, Purchase event) {
        if (purse.hold(event.key()).isEmpty()) {
            SpendPlan plan = SpendPlan.of(
                    purse.spendable(event.performedOn()), Money.sale(event).lines(), cents(1 + random.nextInt(300)));
            new Reserving(purse).place(plan, now.plusSeconds(random.nextInt(9_000)));
        }
    }

    /** What happens once, or about no money. */
    private void other(Purse purse, List<PastAward> over) {
        purse.cancel(EventKey.of("E/" + random.nextInt(number + 1)));
        if (inherited || random.nextInt(3) > 0) {
            return;
        }
        inherited = true;
        for (int i = 0; i < 4; i++) {
            EventKey event = EventKey.of("their " + i);
            events.add(event);
            Instant on = Events.START.minusSeconds(random.nextInt(100_000));
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
                            .text()));
            new HandingOver(purse).receive(List.of(lot));
        }
    }

    /** Some of what is closed. */
    private Map<String, List<Counted>> reopened() {
        Map<String, List<Counted>> reopened = new HashMap<>();
        naive.closed()
                .forEach((offer, counted) -> counted.stream()
                        .filter(each -> random.nextInt(6) == 0)
                        .forEach(each -> reopened.computeIfAbsent(offer, unused -> new ArrayList<>())
                                .add(each)));
        return reopened;
    }

    /** Something that is new, and some of what was reopened just now. */
    private Map<String, List<Counted>> closed(Map<String, List<Counted>> reopened) {
        Map<String, List<Counted>> closed = new HashMap<>();
        if (random.nextBoolean()) {
            String offer = OFFERS.get(random.nextInt(OFFERS.size()));
            closed.computeIfAbsent(offer, unused -> new ArrayList<>())
                    .add(new Counted(EventKey.of("E/" + number), now, 1 + random.nextInt(9)));
        }
        reopened.forEach((offer, counted) -> counted.stream()
                .filter(each -> random.nextInt(4) == 0)
                .forEach(each -> closed.computeIfAbsent(offer, unused -> new ArrayList<>())
                        .add(new Counted(each.event(), each.performedOn(), each.units() + 1))));
        return closed;
    }
}
