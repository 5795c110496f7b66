package io.rewards.store;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.decision.Outcomes;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.PastChanges;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTransactionsTest {

    private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final OfferTransactions transactions = new OfferTransactions(store);

    @Test
    void anEmptyStoreHasNoTransactions() {
        assertThat(transactions.test("SUMMER")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TransactionKind.class)
    void aTransactionOfAnyKindCounts(TransactionKind kind) {
        register("P1", List.of(transaction("P1", kind, "SUMMER")));
        assertThat(transactions.test("SUMMER")).isTrue();
        assertThat(transactions.test("SUMME")).isFalse();
        assertThat(transactions.test("WINTER")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1000, 1001, 1203})
    void everyParticipantIsLookedAt(int place) {
        for (int i = 1; i <= 1203; i++) {
            String id = "P" + (10_000 + i);
            register(id, i == place ? List.of(transaction(id, TransactionKind.AWARD, "SUMMER")) : List.of());
        }
        assertThat(transactions.test("SUMMER")).isTrue();
        assertThat(transactions.test("WINTER")).isFalse();
    }

    private void register(String id, List<Transaction> journal) {
        ParticipantRegistered event =
                new ParticipantRegistered(EventHeader.of("E-" + id, id, "U1", NOW), Profile.EMPTY);
        Account account = Account.of(Participant.registered(id, NOW, "U1", Profile.EMPTY));
        assertThat(store.commit(
                        new Recorded(event, Outcomes.processed(event)),
                        Effect.of(account, PastChanges.of(journal, List.of()), Report.NOTHING)
                                .sealed()))
                .isTrue();
    }

    private static Transaction transaction(String participant, TransactionKind kind, String offer) {
        EventKey key = EventKey.of("E");
        return new Transaction(
                "T-" + participant,
                kind,
                eur("1.00"),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                AccountName.of(Party.participant(participant), AccountKind.COMMERCE),
                Cause.of(key, participant, "U1"),
                new Origin(offer, "TYPE", "CLUB", "RULE", "LOT", AwardSubject.NOTHING),
                Note.NONE,
                NOW,
                NOW);
    }
}
