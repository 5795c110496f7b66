package io.rewards.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.books.Paying;
import io.rewards.books.Purse;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Outcomes;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.Party;
import io.rewards.ledger.Share;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.Inheritance;
import io.rewards.past.Needs;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Moves money of participants in a store, without any engine. */
public final class Cashier {

    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    private final Kept kept = new Kept();

    /** The store that everything is booked in. */
    public final RewardsStore store = kept;

    /** Everything that is kept of a participant, who is new where nothing was booked before. */
    public AccountRecords records(String participant) {
        return store.records(participant)
                .orElseGet(() ->
                        new AccountRecords(loaded(participant).account(), Inheritance.NONE, Journal.of(participant)));
    }

    private Loaded loaded(String participant) {
        return store.load(participant, Needs.NOTHING)
                .orElseGet(() ->
                        Loaded.of(Account.of(Participant.registered(participant, LONG_AGO, "U1", Profile.EMPTY))));
    }

    /** Books what an event does; it counts and is recorded at {@code instant}. */
    public AccountRecords book(String participant, String event, String instant, Consumer<Purse> does) {
        return book(topUp(participant, event, instant, instant), does);
    }

    /** Books what an event does; it was recorded when it was received. */
    public AccountRecords book(CustomerEvent event, Consumer<Purse> does) {
        return book(event, does, List::of);
    }

    /** Books what an event does, with what follows from it. */
    public AccountRecords book(CustomerEvent event, Consumer<Purse> does, Supplier<List<FollowUp>> followUps) {
        Loaded before = loaded(event.participant());
        Purse purse = new Purse(
                before.account(),
                before.past(),
                event,
                event.header().receivedOn().orElse(event.performedOn()),
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
        does.accept(purse);
        save(
                event,
                Effect.of(before.account().with(purse.wallet()), purse.changes(), Report.NOTHING)
                        .with(Shared.of(List.of(), followUps.get())));
        return records(event.participant());
    }

    /** Keeps everything of a participant as it is, right or not, in the place of all that is there. */
    public void save(String event, AccountRecords records) {
        String participant = records.account().participant().id();
        save(
                topUp(participant, event, "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
                Effect.of(loaded(participant).account()));
        kept.instead.put(participant, records);
    }

    private void save(CustomerEvent event, Effect effect) {
        assertThat(store.commit(new Recorded(event, Outcomes.processed(event)), effect.sealed()))
                .isTrue();
    }

    /** A plain event. */
    public static WalletToppedUp topUp(String participant, String event, String on, String recordedOn) {
        return new WalletToppedUp(
                EventHeader.of(event, participant, "U1", Instant.parse(on)).receivedOn(Instant.parse(recordedOn)),
                Amount.parse("1.00 EUR"));
    }

    /** An award of the offer SPRING that can be spent until {@code validTo}, or for ever where that is empty. */
    public static Lot award(String id, Amount amount, String on, String validTo) {
        return award(id, amount, Amount.zero(amount.denomination()), on, validTo);
    }

    /** Such an award to which a merchant has contributed. */
    public static Lot award(String id, Amount amount, Amount contribution, String on, String validTo) {
        Provenance provenance = new Provenance(
                EventKey.of(id.substring(0, id.indexOf('#'))),
                "SPRING",
                "BASKET",
                "CLUB",
                "TRX-010",
                "pack",
                amount,
                contribution.isZero() ? List.of() : List.of(new Share(Party.merchant("U1"), contribution)),
                List.of(),
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(),
                List.of(),
                Dependence.NONE,
                List.of());
        return Lot.of(
                id,
                AccountKind.COMMERCE,
                amount,
                new LotDates(
                        Instant.parse(on),
                        Instant.parse(on),
                        Optional.of(validTo).filter(text -> !text.isEmpty()).map(Instant::parse)),
                provenance);
    }

    /** A purchase of one thing. */
    public static Sale sale(String purchase, Amount total) {
        Amount zero = Amount.zero(total.denomination());
        return new Sale(
                EventKey.of(purchase),
                LONG_AGO,
                List.of(new SaleLine("1", "thing", "", "", 1, total, zero, total)),
                List.of());
    }

    /** Spends {@code amount} of everything there is. */
    public static void spend(Purse purse, String purchase, Amount amount) {
        Sale sale = sale(purchase, amount);
        new Paying(purse).pay(sale, SpendPlan.of(purse.inOrder(), sale.lines(), amount));
    }

    /** These records with another journal, at the end of which the account ends, and another wallet. */
    public static AccountRecords tampered(AccountRecords records, Journal journal, Wallet wallet) {
        Account account = records.account();
        return new AccountRecords(
                new Account(
                        account.participant(),
                        account.version(),
                        wallet,
                        account.counters(),
                        account.open(),
                        new JournalHead(journal.entries().size(), journal.head())),
                records.over(),
                journal);
    }

    /** A store that says of some participants what it was told to say, whatever was written. */
    private static final class Kept extends StoreInFront {

        private final Map<String, AccountRecords> instead = new HashMap<>();

        Kept() {
            super(new InMemoryStore());
        }

        @Override
        public Optional<AccountRecords> records(String participant) {
            return Optional.ofNullable(instead.get(participant)).or(() -> super.records(participant));
        }

        @Override
        public List<JournalEntry> journal(String participant, long after, int most) {
            AccountRecords records = instead.get(participant);
            return records == null
                    ? super.journal(participant, after, most)
                    : records.journal().entries().stream()
                            .skip(after)
                            .limit(most)
                            .toList();
        }
    }
}
