package io.rewards.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.Journal;
import io.rewards.ledger.LedgerAccount;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.store.Changes;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import io.rewards.wallet.Books;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlan;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Moves money of participants in a store, without any engine. */
public final class Cashier {

    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    public final InMemoryStore store = new InMemoryStore();

    /** The account of a participant, who is new where nothing was booked before. */
    public Account account(String participant) {
        return store.account(participant)
                .orElseGet(() -> Account.of(Participant.registered(participant, LONG_AGO, "U1", Profile.EMPTY)));
    }

    /** Books what an event does; it counts and is recorded at {@code instant}. */
    public Account book(String participant, String event, String instant, Consumer<Books> does) {
        return book(topUp(participant, event, instant, instant), does);
    }

    /** Books what an event does; it was recorded when it was received. */
    public Account book(CustomerEvent event, Consumer<Books> does) {
        return book(event, does, List::of);
    }

    /** Books what an event does, with what follows from it. */
    public Account book(CustomerEvent event, Consumer<Books> does, Supplier<List<FollowUp>> followUps) {
        Account before = account(event.participant());
        Books books = new Books(
                before.wallet(),
                before.journal(),
                event,
                event.header().receivedOn().orElse(event.performedOn()),
                LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY));
        does.accept(books);
        Account after = before.with(books.wallet(), books.transactions());
        save(event, after, followUps.get());
        return after;
    }

    /** Keeps an account as it is, right or not. */
    public void save(String event, Account account) {
        save(
                topUp(account.participant().id(), event, "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
                account,
                List.of());
    }

    private void save(CustomerEvent event, Account account, List<FollowUp> followUps) {
        Outcome outcome = new Outcome(
                event.key(),
                event.participant(),
                Outcome.Status.PROCESSED,
                event.performedOn(),
                "1",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(store.commit(new Changes(
                        new Recorded(event, outcome),
                        account.next(),
                        List.of(),
                        followUps,
                        Set.of(),
                        Set.of(),
                        List.of())))
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
                contribution,
                false,
                ReturnPolicy.KEEP_THE_DEAL,
                List.of(),
                List.of());
        return Lot.of(
                id,
                LedgerAccount.COMMERCE,
                amount,
                Instant.parse(on),
                Instant.parse(on),
                Optional.of(validTo).filter(text -> !text.isEmpty()).map(Instant::parse),
                SpendConditions.NONE,
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
    public static void spend(Books books, String purchase, Amount amount) {
        Sale sale = sale(purchase, amount);
        books.pay(sale, SpendPlan.of(books.inOrder(), sale.lines(), amount));
    }

    /** This account with another journal and wallet. */
    public static Account tampered(Account account, Journal journal, Wallet wallet) {
        return new Account(
                account.participant(),
                account.version(),
                wallet,
                account.progress(),
                account.collected(),
                account.open(),
                account.inherited(),
                journal);
    }
}
