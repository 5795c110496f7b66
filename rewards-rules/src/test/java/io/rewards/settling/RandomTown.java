package io.rewards.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventKey;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.Balances;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.run.RunListener;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.SettlementDocument;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A town of merchants in groups: what may happen there does, in any order, and after each thing the positions are those of
 * {@link NaiveTown}, however often merchants are settled; everything sums to zero, and every entry is settled once.
 */
public final class RandomTown {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final List<String> MERCHANTS = List.of("A", "B", "C/#", "D");

    /** A purchase that may come back. */
    private static final class Bought {
        private final String id;
        private final String participant;
        private int left = 3;

        private Bought(String id, String participant) {
            this.id = id;
            this.participant = participant;
        }
    }

    private final Dice dice;
    private final long seed;
    private final NaiveTown model;
    private final long pointsPerCent;
    private final String clawback;
    private final List<RewardsStore> stores;
    private final List<RewardsEngine> engines = new ArrayList<>();
    private final List<Bought> bought = new ArrayList<>();
    private final Map<String, String> replaced = new TreeMap<>();
    private final Set<TransactionKind> seen = new HashSet<>();
    private Programme programme;
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private int events;
    private long settlements;

    private RandomTown(long seed, List<RewardsStore> stores) {
        this.seed = seed;
        this.stores = stores;
        dice = new Dice(seed);
        pointsPerCent = dice.oneOf(0L, 1L, 3L, 7L);
        clawback = dice.oneOf("NONE", "CLAWBACK_AVAILABLE", "CLAWBACK_NEGATIVE");
        model = new NaiveTown(pointsPerCent);
        for (String merchant : MERCHANTS) {
            model.positions.put(merchant, 0L);
            NaiveTown.Terms agreed = new NaiveTown.Terms(
                    dice.oneOf("100", "60", "33.33", "50", "0.5", "0"),
                    dice.oneOf("0", "2.5", "10", "0.1"),
                    dice.chance(50),
                    dice.chance(50),
                    dice.chance(50),
                    true,
                    true);
            boolean none = merchant.equals("D") && dice.chance(50);
            model.terms.put(merchant, none ? new NaiveTown.Terms("0", "0", false, false, false, false, true) : agreed);
        }
        programme = programme();
        for (RewardsStore store : stores) {
            engines.add(RewardsEngine.builder(programme, store, () -> now)
                    .withRules(DroolsRuleCompiler.builtIn())
                    .build());
        }
        for (String participant : List.of("p0", "p1", "p2", "p3", "p4")) {
            happen("A", """
                    {"type": "participant_registered", "participant": "%s", "unit": "A\"""".formatted(participant));
        }
    }

    /**
     * Lives so many steps in stores that are settled often, seldom, and only at the end; as many as there are.
     *
     * @return the kinds of transactions that happened
     */
    public static Set<TransactionKind> live(long seed, int steps, List<RewardsStore> stores) {
        RandomTown town = new RandomTown(seed, stores);
        for (int i = 0; i < steps; i++) {
            town.step();
            town.check("step " + i);
        }
        for (RewardsEngine engine : town.engines) {
            MERCHANTS.forEach(merchant -> engine.settlements().settle(merchant, "end", town.now));
        }
        town.check("the end");
        town.checkSettled();
        return town.seen;
    }

    private Programme programme() {
        StringBuilder yaml = new StringBuilder("""
                name: Town
                settings:
                  zone: UTC
                  currency: EUR
                  points: [{code: PTS, scale: 0}]
                  spending: {clawback: %s}
                groups: [{code: EAST}, {code: WEST}]
                units: [{code: A, group: EAST}, {code: B, group: EAST}, {code: "C/#", group: WEST}, {code: D, group: WEST}]
                schemes: [{code: CLUB, signUp: {option: AUTO}, awardValidity: {expires: {after: 20 DAYS}}}]
                offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
                """.formatted(clawback));
        if (pointsPerCent > 0) {
            yaml.append("rates: [{from: " + 100 * pointsPerCent + " PTS, to: 1.00 EUR}]\n");
        }
        yaml.append("agreements:\n");
        model.terms.forEach((merchant, terms) -> {
            if (terms.given()) {
                yaml.append("""
                          - {code: "OF %1$s", unit: "%1$s", state: %2$s, contribution: %3$s, reduction: %4$s, settlement: {automatic: true, fee: %5$s, refundedBy: %6$s, onExpiry: %7$s}}
                        """.formatted(
                                merchant,
                                terms.effective() ? "EFFECTIVE" : "NOT_EFFECTIVE",
                                terms.percent(),
                                terms.backEnd() ? "BACK_END" : "FRONT_END",
                                terms.fee(),
                                terms.byOwner() ? "OWNER" : "MERCHANT",
                                terms.refunds() ? "REFUND_CONTRIBUTION" : "KEEP_CONTRIBUTION"));
            }
        });
        // The west has an agreement of its own, so that every merchant there is settled, and by its own terms where it
        // has any.
        yaml.append(
                "  - {code: WEST, group: WEST, state: EFFECTIVE, contribution: 0, settlement: {automatic: true}}\n");
        yaml.append("offers:\n");
        String[] offers = {
            "HALF percentage: 50",
            "THIRD percentage: 33.3",
            "ALL percentage: 100",
            "PTS rate: {amount: 20 PTS, per: 1.00}",
            "OFF amount: 3.00"
        };
        for (int i = 0; i < offers.length; i++) {
            String code = offers[i].substring(0, offers[i].indexOf(' '));
            yaml.append("""
                      - number: %s
                        code: %s
                        scheme: CLUB
                        type: BASKET
                        classification: INCREASE_REVENUE_TRANSACTION_BASED
                        state: EFFECTIVE
                        effectiveSince: 2025-01-01
                        terms: {from: 0.00}
                        award: {%s}
                        awardValidity: FROM_SCHEME
                        conditions: {promoCodes: [%s]}
                        %s
                    """.formatted(
                            i + 1,
                            code,
                            offers[i].substring(code.length() + 1),
                            code,
                            code.equals("OFF") ? "spendMethod: SPEND_INSTANTLY" : ""));
        }
        return ProgrammeReader.read("town.yaml", yaml.toString());
    }

    private String owner(String participant) {
        String owner = participant;
        while (replaced.containsKey(owner)) {
            owner = replaced.get(owner);
        }
        return owner;
    }

    private String anybody() {
        return owner("p" + dice.below(5));
    }

    private void step() {
        now = now.plus(Duration.ofMinutes(dice.between(1, 3_000)));
        int draw = dice.below(100);
        String merchant = dice.oneOf(MERCHANTS);
        if (draw < 45) {
            buy(merchant);
        } else if (draw < 62 && !bought.isEmpty()) {
            giveBack(merchant);
        } else if (draw < 70 && !bought.isEmpty()) {
            cancel(merchant);
        } else if (draw < 77) {
            expire();
        } else if (draw < 80) {
            agreeAnew(merchant);
        } else if (draw < 82) {
            merge();
        } else if (draw < 85) {
            exchange();
        } else if (draw < 88) {
            give();
        } else {
            settle(merchant);
        }
    }

    private void buy(String merchant) {
        Bought purchase = new Bought("e" + events, anybody());
        String code = dice.oneOf("HALF", "THIRD", "ALL", "PTS", "OFF", "NONE", "NONE");
        Instant on = dice.rarely(5) ? now.minus(Duration.ofDays(dice.between(1, 15))) : now;
        String spend = dice.chance(50)
                ? "\"spend\": {\"amount\": \"" + dice.below(12) + ".0" + (1 + dice.below(9)) + "\"},"
                : "";
        bought.add(purchase);
        happen(merchant, on, """
                {"type": "purchase", "participant": "%s", "unit": "%s", "promoCode": "%s", %s
                 "lines": [{"id": "1", "product": "WINE", "quantity": 3, "total": "%s.%02d"}]""".formatted(
                        purchase.participant, merchant, code, spend, dice.below(20), dice.below(100)));
    }

    private void giveBack(String merchant) {
        Bought purchase = dice.oneOf(bought);
        int pieces = 1 + dice.below(3);
        if (purchase.left >= pieces) {
            Optional<Outcome> outcome =
                    happen(merchant, """
                    {"type": "goods_return", "participant": "%s", "unit": "%s",
                     "lines": [{"purchase": "%s", "line": "1", "quantity": %s}]""".formatted(owner(purchase.participant), merchant, purchase.id, pieces));
            purchase.left -= outcome.isPresent() ? pieces : 0;
        }
    }

    private void cancel(String merchant) {
        Bought purchase = dice.oneOf(bought);
        happen(merchant, """
                {"type": "event_cancelled", "participant": "%s", "unit": "%s", "event": "%s\"""".formatted(owner(purchase.participant), merchant, purchase.id))
                .ifPresent(done -> bought.remove(purchase));
    }

    private void expire() {
        List<List<Transaction>> all = new ArrayList<>();
        for (RewardsEngine engine : engines) {
            List<Transaction> transactions = new ArrayList<>();
            engine.runs().expire(now, new RunListener() {
                @Override
                public void decided(Outcome outcome) {
                    transactions.addAll(outcome.transactions());
                }
            });
            all.add(transactions);
        }
        told("A", all);
    }

    private void agreeAnew(String merchant) {
        NaiveTown.Terms terms = model.terms.get(merchant);
        if (dice.chance(50) || !terms.given()) {
            model.terms.put(merchant, terms.effective(!terms.effective()));
        } else {
            model.terms.put(
                    merchant,
                    new NaiveTown.Terms(
                            dice.oneOf("100", "60", "33.33", "0"),
                            terms.fee(),
                            dice.chance(50),
                            dice.chance(50),
                            dice.chance(50),
                            true,
                            terms.effective()));
        }
        programme = programme();
        engines.forEach(engine -> engine.reload(programme));
    }

    private void merge() {
        String leaving = anybody();
        String staying = anybody();
        if (!leaving.equals(staying)) {
            happen("A", """
                    {"type": "participant_terminated", "participant": "%s", "unit": "A", "reason": "DUPLICATION",
                     "replacement": {"participant": "%s", "balance": true}""".formatted(leaving, staying)).ifPresent(done -> replaced.put(leaving, staying));
        }
    }

    private void exchange() {
        if (pointsPerCent > 0) {
            happen("A", """
                    {"type": "points_exchanged", "participant": "%s", "unit": "A", "from": "PTS", "to": "EUR", "amount": "%s PTS\"""".formatted(anybody(), 100 * pointsPerCent));
        }
    }

    private void give() {
        happen("A", """
                {"type": "money_transferred", "participant": "%s", "unit": "A", "amount": "%s.50 EUR", "to": "%s\"""".formatted(anybody(), dice.below(4), anybody()));
    }

    /** The first store is settled often, the second seldom, the third never but at the end. */
    private void settle(String merchant) {
        for (int i = 0; i < Math.min(2, engines.size()); i++) {
            if (i == 1 && !dice.rarely(4)) {
                continue;
            }
            settlements++;
            String id = "s" + settlements;
            switch (dice.below(3)) {
                case 0 -> engines.get(i).settlements().settle(merchant, id, now);
                case 1 -> {
                    if (!bought.isEmpty()) {
                        engines.get(i).settlements().settlePurchase(EventKey.of(dice.oneOf(bought).id), id, now);
                    }
                }
                default ->
                    engines.get(i)
                            .settlements()
                            .run(SettlementDefinition.ofEverybody("ALL"), now.plusNanos(settlements), each -> {});
            }
        }
    }

    private Optional<Outcome> happen(String merchant, String event) {
        return happen(merchant, now, event);
    }

    /** What every engine decides alike; empty where they refuse it. */
    private Optional<Outcome> happen(String merchant, Instant on, String event) {
        String json = event + ", \"id\": \"e" + events++ + "\", \"performedOn\": \"" + on + "\", \"receivedOn\": \""
                + now + "\"}";
        List<Outcome> outcomes = new ArrayList<>();
        for (RewardsEngine engine : engines) {
            outcomes.add(engine.evaluate(new EventReader(programme).read("event", json)));
        }
        assertThat(new HashSet<>(outcomes)).as(where("the outcomes of " + json)).hasSize(1);
        told(merchant, outcomes.stream().map(Outcome::transactions).toList());
        return Optional.of(outcomes.get(0)).filter(outcome -> outcome.status() == Outcome.Status.PROCESSED);
    }

    private void told(String merchant, List<List<Transaction>> transactions) {
        assertThat(new HashSet<>(transactions)).as(where("the transactions")).hasSize(1);
        transactions.get(0).forEach(each -> seen.add(each.kind()));
        Map<String, List<Transaction>> byEvent = new TreeMap<>();
        transactions
                .get(0)
                .forEach(each -> byEvent.computeIfAbsent(each.event().text(), unused -> new ArrayList<>())
                        .add(each));
        byEvent.values().forEach(each -> model.happened(merchant, each));
    }

    private String where(String what) {
        return "seed " + seed + ", " + what;
    }

    private void check(String where) {
        for (int i = 0; i < engines.size(); i++) {
            RewardsEngine engine = engines.get(i);
            Balances all = engine.ledger().balancesAsOf(Instant.MAX);
            for (String merchant : MERCHANTS) {
                SettlementDocument open = engine.settlements().preview(merchant, now);
                assertThat(open.settlement().position(EUR).units())
                        .as(where("store " + i + ", " + where + ", merchant " + merchant + " "
                                + model.terms.get(merchant)))
                        .isEqualTo(model.positions.get(merchant));
                all = all.plus(made(stores.get(i).merchants().journal(merchant, 0, Integer.MAX_VALUE)))
                        .plus(made(open.entries()));
            }
            sumsToZero(all, where("store " + i + ", " + where));
        }
    }

    /** What settlements made themselves; what they took over is in the journals of participants. */
    private static Balances made(List<MerchantEntry> entries) {
        return Balances.of(
                entries.stream().filter(each -> each.taken().isEmpty()).map(MerchantEntry::transaction));
    }

    private void sumsToZero(Balances all, String where) {
        for (Denomination denomination : all.denominations()) {
            assertThat(all.sum(denomination).isZero()).as(where).isTrue();
        }
        long positions =
                model.positions.values().stream().mapToLong(Long::longValue).sum();
        long rest = all.liability(EUR).units();
        for (AccountKind account : AccountKind.values()) {
            if (account.owner() == Party.Kind.PROGRAMME) {
                rest += all.of(account, EUR).units();
            }
        }
        assertThat(positions + rest).as(where + ", what is not of merchants").isZero();
        for (String merchant : MERCHANTS) {
            for (Denomination denomination : all.denominations()) {
                for (AccountKind settled : List.of(AccountKind.CONTRIBUTION, AccountKind.REIMBURSEMENT)) {
                    Amount left = all.of(AccountName.of(Party.merchant(merchant), settled), denomination);
                    assertThat(left.isZero())
                            .as(where + ", left of " + merchant)
                            .isTrue();
                }
            }
        }
    }

    private void checkSettled() {
        for (int i = 0; i < engines.size(); i++) {
            assertThat(engines.get(i).ledger().verify().problems())
                    .as(where("store " + i))
                    .isEmpty();
            for (String merchant : MERCHANTS) {
                boolean posted = model.terms.get(merchant).given() || merchant.equals("D");
                assertThat(stores.get(i).merchants().open(merchant, JournalPlace.BEFORE_ALL, 10))
                        .as(where("open of " + merchant))
                        .hasSizeLessThanOrEqualTo(posted ? 0 : 10);
            }
        }
    }
}
