package io.rewards.jdbc;

import io.rewards.account.Account;
import io.rewards.account.OpenEvent;
import io.rewards.account.UniqueName;
import io.rewards.decision.Outcome;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Awarder;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.store.Listed;
import io.rewards.store.Recorded;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Hold;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what an event has changed as one batch. Locks are taken in this order: the participant, the event, what is the
 * participant's, names, budgets, what is kept for others; each of several by its key. Not thread-safe.
 */
final class Writing {

    private static final long PLACES_OF_A_VERSION = 1L << 20;
    private static final String IF_THERE_LEAVE = "on conflict do nothing";

    private final Batch batch;
    private final String participant;
    private final Account account;
    private final Effect effect;

    private Writing(Dialect dialect, Effect effect) {
        batch = new Batch(dialect);
        this.effect = effect;
        account = effect.account();
        participant = account.participant().id();
    }

    /**
     * What {@code recorded} and {@code effect} write.
     *
     * @param before the account as it was, where that is known
     */
    static Batch of(Link link, Recorded recorded, Effect effect, Optional<Account> before) {
        Writing writing = new Writing(link.dialect(), effect);
        writing.participant(before);
        writing.event(recorded);
        JournalRows.add(writing.batch, writing.participant, effect.entries());
        JdbcMerchants.open(writing.batch, writing.participant, effect.entries());
        writing.lots();
        writing.past(link);
        writing.waiting(before);
        writing.shared(recorded);
        return writing.batch;
    }

    private void participant(Optional<Account> before) {
        Listed listed = Listed.of(account.participant());
        Wallet wallet = account.wallet();
        Body body = StoredForm.of(account.with(
                new Wallet(List.of(), wallet.holds(), wallet.payouts(), wallet.debts(), wallet.duplicates())));
        String replacedBy = listed.replacedBy().orElse(null);
        String expires = expiry(wallet).map(Moment::text).orElse(null);
        if (account.version() == 1) {
            batch.must(
                    1,
                    "insert into rewards_participant (id, version, state, replaced_by, expires, body)"
                            + " values (?, ?, ?, ?, ?, ?) " + IF_THERE_LEAVE,
                    participant,
                    1L,
                    listed.state().name(),
                    replacedBy,
                    expires,
                    body);
        } else {
            batch.must(
                    1,
                    "update rewards_participant set version = ?, state = ?, replaced_by = ?, expires = ?, body = ?"
                            + " where id = ? and version = ?",
                    account.version(),
                    listed.state().name(),
                    replacedBy,
                    expires,
                    body,
                    participant,
                    account.version() - 1);
        }
        Sought.write(batch, account.participant(), before.map(Account::participant), account.version() == 1);
        if (effect.visitAnew()) {
            batch.add("delete from rewards_schedule where participant = ?", participant);
        }
    }

    private static Optional<Instant> expiry(Wallet wallet) {
        return Stream.concat(
                        wallet.lots().stream().flatMap(lot -> lot.validTo().stream()),
                        wallet.holds().values().stream().map(Hold::until))
                .min(Comparator.naturalOrder());
    }

    /** The transactions stand in the journal, and are not written twice. */
    private void event(Recorded recorded) {
        Outcome outcome = recorded.outcome();
        List<Transaction> entered =
                effect.entries().stream().map(JournalEntry::transaction).toList();
        boolean inJournal = outcome.transactions().equals(entered);
        batch.must(
                1,
                "insert into rewards_event (event, participant, performed_on, entries_after, entries, body, outcome)"
                        + " values (?, ?, ?, ?, ?, ?, ?) " + IF_THERE_LEAVE,
                recorded.event().key().text(),
                participant,
                Moment.text(recorded.event().performedOn()),
                account.journal().number() - entered.size(),
                inJournal ? entered.size() : 0,
                EventForm.of(recorded.event()),
                EventForm.of(inJournal ? outcome.withTransactions(List.of()) : outcome));
    }

    private void lots() {
        Map<String, Lot> changed = new LinkedHashMap<>();
        effect.past().lots().forEach(lot -> changed.put(lot.id(), lot));
        if (changed.isEmpty()) {
            return;
        }
        Map<String, Long> places = new HashMap<>();
        account.lots().forEach(lot -> places.put(lot.id(), account.version() * PLACES_OF_A_VERSION + places.size()));
        batch.insert(
                "rewards_lot (participant, id, place, is_open, voucher, body)",
                "on conflict (participant, id) do update set place = case when rewards_lot.is_open = 1 then"
                        + " rewards_lot.place else excluded.place end, is_open = excluded.is_open,"
                        + " voucher = excluded.voucher, body = excluded.body",
                changed.values(),
                lot -> new Object[] {
                    participant,
                    lot.id(),
                    places.getOrDefault(lot.id(), 0L),
                    places.containsKey(lot.id()) ? 1 : 0,
                    lot.voucher().map(voucher -> voucher.codeHash()).orElse(null),
                    StoredForm.of(lot)
                });
        Set<List<String>> events = new HashSet<>();
        for (Lot lot : changed.values()) {
            events.add(List.of(lot.provenance().event().text(), lot.id()));
            lot.provenance()
                    .sources()
                    .forEach(source -> events.add(List.of(source.event().text(), lot.id())));
            lot.provenance()
                    .exchange()
                    .ifPresent(of -> events.add(List.of(of.event().text(), lot.id())));
        }
        batch.insert("rewards_lot_event (participant, event, lot)", IF_THERE_LEAVE, events, pair ->
                new Object[] {participant, pair.get(0), pair.get(1)});
    }

    private void past(Link link) {
        PastChanges changes = effect.past();
        awards(link, changes);
        Map<EventKey, Sale> sales = new LinkedHashMap<>();
        changes.sales().forEach(sale -> sales.put(sale.purchase(), sale));
        batch.insert(
                "rewards_sale (participant, purchase, body)",
                "on conflict (participant, purchase) do update set body = excluded.body",
                sales.values(),
                sale -> new Object[] {participant, sale.purchase().text(), StoredForm.of(sale)});
        batch.insert("rewards_cancelled (participant, event)", IF_THERE_LEAVE, changes.cancelled(), event ->
                new Object[] {participant, event.text()});
        tierUnits(changes.tierUnits());
        changes.reopened()
                .forEach((offer, all) -> all.forEach(counted -> batch.add(
                        "delete from rewards_counted where participant = ? and offer = ? and event = ?",
                        participant,
                        offer,
                        counted.event().text())));
        changes.closed()
                .forEach((offer, all) -> batch.insert(
                        "rewards_counted (participant, offer, event, event_system, event_id, performed_on, body)",
                        "on conflict (participant, offer, event) do update set performed_on = excluded.performed_on,"
                                + " body = excluded.body",
                        latest(all),
                        counted -> new Object[] {
                            participant,
                            offer,
                            counted.event().text(),
                            counted.event().system(),
                            counted.event().id(),
                            Moment.text(counted.performedOn()),
                            StoredForm.of(counted)
                        }));
    }

    /** What one event says of the units of one purchase is said once. */
    private void tierUnits(List<TierUnits> units) {
        batch.insert(
                "rewards_tier_units (participant, event, purchase, counts_on, seen_on, units, denomination, scale)",
                IF_THERE_LEAVE,
                units,
                each -> new Object[] {
                    participant,
                    each.event().text(),
                    each.purchase().text(),
                    Moment.text(each.on()),
                    Moment.text(each.seen()),
                    each.amount().units(),
                    each.amount().denomination().code(),
                    each.amount().denomination().scale()
                });
    }

    private static Collection<Counted> latest(List<Counted> all) {
        Map<EventKey, Counted> latest = new LinkedHashMap<>();
        all.forEach(counted -> latest.put(counted.event(), counted));
        return latest.values();
    }

    /** What the changes come to for awards is worked out as it is in memory, on top of what the tables say. */
    private void awards(Link link, PastChanges changes) {
        if (changes.transactions().isEmpty()
                && changes.lots().isEmpty()
                && changes.inherited().isEmpty()) {
            return;
        }
        Set<String> made = new HashSet<>();
        for (Transaction transaction : changes.transactions()) {
            if (transaction.kind() == TransactionKind.AWARD) {
                made.add(transaction.lot());
            }
        }
        Past before = before(link, changes, made);
        MemoryPast after = MemoryPast.on(before, changes);
        AwardRows.write(
                batch,
                participant,
                after.changedAwards(),
                award -> made.contains(award.lot()) ? Optional.empty() : before.award(award.lot()));
        List<Map.Entry<TransactionKind, Map.Entry<Awarder, Long>>> counts = new ArrayList<>();
        after.changedCounts()
                .forEach((kind, all) -> all.entrySet().stream()
                        .filter(count -> count.getValue() != 0)
                        .forEach(count -> counts.add(Map.entry(kind, count))));
        batch.insert(
                "rewards_standing (participant, kind, offer, offer_type, scheme, number)",
                "on conflict (participant, kind, offer, offer_type, scheme) do update set"
                        + " number = rewards_standing.number + excluded.number",
                counts,
                count -> {
                    Awarder awarder = count.getValue().getKey();
                    return new Object[] {
                        participant,
                        count.getKey().name(),
                        awarder.offer(),
                        awarder.offerType(),
                        awarder.scheme(),
                        count.getValue().getValue()
                    };
                });
    }

    private Past before(Link link, PastChanges changes, Set<String> made) {
        long entries = account.journal().number() - effect.entries().size();
        if (account.version() == 1) {
            return Past.NONE;
        }
        Set<String> old = new HashSet<>();
        changes.lots().stream()
                .filter(Lot::isAward)
                .map(Lot::id)
                .filter(lot -> !made.contains(lot))
                .forEach(old::add);
        changes.inherited().stream().map(PastAward::lot).forEach(old::add);
        return new JdbcPast(link, participant, account.version() - 1, entries, Reading.awards(link, participant, old));
    }

    /** Of an account that is not known as it was, everything is written anew. */
    private void waiting(Optional<Account> before) {
        List<OpenEvent> now = account.open();
        if (before.isEmpty() && account.version() > 1) {
            batch.add("delete from rewards_waiting where participant = ?", participant);
        }
        List<OpenEvent> was = before.map(Account::open).orElse(List.of());
        if (was.equals(now)) {
            return;
        }
        Set<EventKey> left = new HashSet<>();
        now.forEach(open -> left.add(open.event()));
        was.stream()
                .filter(open -> !left.contains(open.event()))
                .forEach(open -> batch.add(
                        "delete from rewards_waiting where event = ? and participant = ?",
                        open.event().text(),
                        participant));
        Set<OpenEvent> same = new HashSet<>(was);
        batch.insert(
                "rewards_waiting (event, event_system, event_id, performed_on, participant)",
                "on conflict (event) do update set participant = excluded.participant,"
                        + " performed_on = excluded.performed_on",
                now.stream().filter(open -> !same.contains(open)).toList(),
                open -> new Object[] {
                    open.event().text(),
                    open.event().system(),
                    open.event().id(),
                    Moment.text(open.performedOn()),
                    participant
                });
    }

    private void shared(Recorded recorded) {
        Shared shared = effect.shared();
        Comparator<UniqueName> order = Comparator.comparing(UniqueName::kind).thenComparing(UniqueName::value);
        shared.taken().stream()
                .sorted(order)
                .forEach(name -> batch.must(
                        1,
                        "insert into rewards_name (kind, value, participant) values (?, ?, ?) on conflict (kind, value)"
                                + " do update set participant = excluded.participant"
                                + " where rewards_name.participant = excluded.participant",
                        name.kind().name(),
                        name.value(),
                        participant));
        shared.released().stream()
                .sorted(order)
                .forEach(name -> batch.add(
                        "delete from rewards_name where kind = ? and value = ? and participant = ?",
                        name.kind().name(),
                        name.value(),
                        participant));
        shared.claims().stream()
                .sorted(Comparator.comparing(BudgetClaim::budget))
                .forEach(claim -> Budgets.claim(batch, claim));
        if (recorded.event() instanceof RaisedEvent) {
            batch.add(
                    "delete from rewards_follow_up where event = ?",
                    recorded.event().key().text());
        }
        shared.followUps()
                .forEach(followUp -> batch.add(
                        "insert into rewards_follow_up (event, body) values (?, ?)"
                                + " on conflict (event) do update set body = excluded.body",
                        followUp.event().key().text(),
                        StoredForm.of(followUp)));
        Queue.keep(batch, shared.notifications());
    }
}
