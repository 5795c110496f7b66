package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.FollowUp;
import io.rewards.account.OpenEvent;
import io.rewards.account.ParticipantChanges;
import io.rewards.account.PastAward;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantTerminated;
import io.rewards.ledger.Journal;
import io.rewards.ledger.LedgerAccount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.Usage;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.TerminationReason;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the money of those who leave goes. */
class TransferTest {

    private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2024-12-31T22:00:00Z");
    private static final String HASH = Secret.hashOf("token");
    private static final WalletRules RULES = new WalletRules(LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY), lot -> lot);
    private static final ReferralRecord REFERRAL = new ReferralRecord("E", "CARL", NOW, false);

    private final Lot five = lot("five", "5.00", Optional.of(NEW_YEAR)).spent(eur("1.00"));
    private final Lot two = lot("two", "2.00", Optional.empty());

    @Test
    void theMoneyOfADuplicateLeavesLotByLot() {
        Transfer out = out(new Replacement("BOB", true, Set.of(HASH)));
        assertThat(out.account().lots()).isEmpty();
        assertThat(out.transactions())
                .extracting(Transaction::kind, Transaction::amount, Transaction::lot)
                .containsExactly(
                        tuple(TransactionKind.TRANSFER_OUT, eur("4.00"), "five"),
                        tuple(TransactionKind.TRANSFER_OUT, eur("2.00"), "two"));
        FollowUp followUp = out.followUp().orElseThrow();
        assertThat(followUp.wallet().lots()).containsExactly(five, two);
        assertThat(followUp.referral()).contains(REFERRAL);
        assertThat(followUp.event().participant()).isEqualTo("BOB");
        assertThat(followUp.event().performedOn()).isEqualTo(NOW);
        assertThat(((DuplicateMerged) followUp.event()).tokens()).containsExactly(HASH);
    }

    @Test
    void withoutTransferTheMoneyStaysFrozenButTheAwardsAreRemembered() {
        Transfer out = out(new Replacement("BOB", false, Set.of()));
        assertThat(out.account().lots()).containsExactly(five, two);
        assertThat(out.transactions()).isEmpty();
        assertThat(out.followUp().orElseThrow().wallet().lots()).isEmpty();
        assertThat(out.followUp().orElseThrow().pastAwards())
                .containsExactly(
                        new PastAward("OLD", "", eur("9.00"), NOW, "old"),
                        new PastAward("A", "page", eur("5.00"), NOW, "five"));
    }

    @Test
    void countsTowardsAwardsAndWaitingEventsAreDropped() {
        Transfer out = out(new Replacement("BOB", true, Set.of()));
        assertThat(out.account().progress()).isEmpty();
        assertThat(out.account().collected()).isEmpty();
        assertThat(out.account().open()).isEmpty();
        assertThat(out.account().transactions()).hasSize(3);
    }

    @Test
    void whoeverLeavesWithoutReplacementKeepsTheMoneyFrozen() {
        ParticipantTerminated left = new ParticipantTerminated(
                EventHeader.of("T", "ANNA", "U1", NOW), TerminationReason.FRAUD, Optional.empty());
        Transfer out = Transfer.out(left, account(), RULES, NOW);
        assertThat(out.account().lots()).containsExactly(five, two);
        assertThat(out.transactions()).isEmpty();
        assertThat(out.followUp()).isEmpty();
    }

    @Test
    void theOneWhoStaysGetsTheLotsAsTheyWere() {
        FollowUp followUp =
                out(new Replacement("BOB", true, Set.of(HASH))).followUp().orElseThrow();
        Lot own = lot("own", "1.00", Optional.empty());
        Transfer in = in(followUp, bob(own), new Others(Map.of(), Optional.empty()));
        assertThat(in.account().lots()).containsExactly(own, five, two);
        assertThat(in.account().inherited()).isEqualTo(followUp.pastAwards());
        assertThat(in.account().pastAwards("A")).hasSize(1);
        assertThat(in.account().participant().tokens()).containsExactly(HASH);
        assertThat(in.account().participant().referral()).contains(REFERRAL);
        assertThat(in.transactions())
                .extracting(Transaction::kind, Transaction::participant, Transaction::amount)
                .containsExactly(
                        tuple(TransactionKind.TRANSFER_IN, "BOB", eur("4.00")),
                        tuple(TransactionKind.TRANSFER_IN, "BOB", eur("2.00")));
        assertThat(in.followUp()).isEmpty();
    }

    @Test
    void aTokenThatSomebodyElseGotMeanwhileStaysWhereItIs() {
        FollowUp followUp =
                out(new Replacement("BOB", true, Set.of(HASH))).followUp().orElseThrow();
        Transfer in = in(followUp, bob(), new Others(Map.of(UniqueName.token(HASH), "DORA"), Optional.empty()));
        assertThat(in.account().participant().tokens()).isEmpty();
        assertThat(in.account().lots()).containsExactly(five, two);
    }

    @Test
    void theMoneyGoesOnWhereTheOneWhoStayedWasReplacedWithTheMoney() {
        FollowUp followUp =
                out(new Replacement("BOB", true, Set.of(HASH))).followUp().orElseThrow();
        Transfer in = in(followUp, replaced(true), new Others(Map.of(), Optional.of("EMMA")));
        assertThat(in.account().lots()).isEmpty();
        assertThat(in.account().participant().tokens()).isEmpty();
        assertThat(in.transactions())
                .extracting(Transaction::kind)
                .containsExactly(
                        TransactionKind.TRANSFER_IN,
                        TransactionKind.TRANSFER_IN,
                        TransactionKind.TRANSFER_OUT,
                        TransactionKind.TRANSFER_OUT);
        assertThat(in.transactions()).extracting(Transaction::id).doesNotHaveDuplicates();
        FollowUp next = in.followUp().orElseThrow();
        assertThat(next.event().participant()).isEqualTo("EMMA");
        assertThat(next.event().key())
                .isEqualTo(new EventKey(
                        "follow-up", "passed-on/" + followUp.event().key().id()));
        assertThat(next.wallet().lots()).containsExactly(five, two);
        assertThat(next.pastAwards()).isEqualTo(followUp.pastAwards());
        assertThat(next.referral()).contains(REFERRAL);
        assertThat(((DuplicateMerged) next.event()).tokens()).containsExactly(HASH);
    }

    @Test
    void theMoneyStaysFrozenWhereTheOneWhoStayedWasReplacedWithoutIt() {
        FollowUp followUp =
                out(new Replacement("BOB", true, Set.of(HASH))).followUp().orElseThrow();
        Transfer in = in(followUp, replaced(false), new Others(Map.of(), Optional.of("EMMA")));
        assertThat(in.account().lots()).containsExactly(five, two);
        assertThat(in.followUp().orElseThrow().wallet().lots()).isEmpty();
        assertThat(in.followUp().orElseThrow().pastAwards()).hasSize(2);
    }

    @Test
    void theMoneyIsNotLostWhereNobodyTakesPartAnyMore() {
        FollowUp followUp =
                out(new Replacement("BOB", true, Set.of(HASH))).followUp().orElseThrow();
        Transfer in = in(followUp, replaced(true), new Others(Map.of(), Optional.empty()));
        assertThat(in.account().lots()).containsExactly(five, two);
        assertThat(in.followUp()).isEmpty();
    }

    private record Others(Map<UniqueName, String> holders, Optional<String> stays) implements Lookups {

        @Override
        public boolean isEffective(String participant) {
            return false;
        }

        @Override
        public Optional<String> successor(String participant) {
            return stays;
        }

        @Override
        public Optional<String> holder(UniqueName name) {
            return Optional.ofNullable(holders.get(name));
        }

        @Override
        public Optional<CustomerEvent> event(EventKey key) {
            return Optional.empty();
        }

        @Override
        public Optional<Usage> usage(String offer) {
            return Optional.empty();
        }

        @Override
        public boolean acceptsReference(String scheme, String code) {
            return false;
        }
    }

    private Transfer out(Replacement replacement) {
        ParticipantTerminated event = new ParticipantTerminated(
                EventHeader.of("T", "ANNA", "U1", NOW), TerminationReason.DUPLICATION, Optional.of(replacement));
        Account account = account();
        return Transfer.out(event, account.with(ParticipantChanges.after(event, account.participant())), RULES, NOW);
    }

    private static Transfer in(FollowUp followUp, Account account, Lookups lookups) {
        return Transfer.in((DuplicateMerged) followUp.event(), followUp, account, lookups, RULES, NOW);
    }

    private Account account() {
        Participant anna = Participant.registered("ANNA", Programmes.START, "U1", Profile.EMPTY)
                .withTokens(Set.of(HASH))
                .with(REFERRAL);
        EventKey bought = EventKey.of("B");
        Transaction award = new Transaction(
                "B#A",
                TransactionKind.AWARD,
                "ANNA",
                "U1",
                eur("5.00"),
                LedgerAccount.AWARD_EXPENSE,
                LedgerAccount.COMMERCE,
                bought,
                Optional.empty(),
                "A",
                "TYPE",
                "CLUB",
                "RULE",
                "five",
                "page",
                "",
                "",
                "",
                NOW,
                NOW);
        return new Account(
                anna,
                3,
                Wallet.of(List.of(five, two)),
                Map.of("C", List.of(new Counted(bought, NOW, 1))),
                Map.of("D", List.of(new Collected(bought, NOW, "QUIZ"))),
                List.of(new OpenEvent(bought, NOW, Set.of())),
                List.of(new PastAward("OLD", "", eur("9.00"), NOW, "old")),
                Journal.of("ANNA").plus(List.of(award)));
    }

    private static Account bob(Lot... lots) {
        return new Account(
                Participant.registered("BOB", Programmes.START, "U1", Profile.EMPTY),
                1,
                Wallet.of(List.of(lots)),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Journal.of("BOB"));
    }

    private static Account replaced(boolean balance) {
        ParticipantTerminated event = new ParticipantTerminated(
                EventHeader.of("U", "BOB", "U1", NOW),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("EMMA", balance, Set.of())));
        Account bob = bob();
        return bob.with(ParticipantChanges.after(event, bob.participant()));
    }

    private static Lot lot(String id, String amount, Optional<Instant> validTo) {
        Provenance provenance = new Provenance(
                EventKey.of("B"),
                "A",
                "TYPE",
                "CLUB",
                "RULE",
                "",
                eur(amount),
                eur("0.00"),
                false,
                ReturnPolicy.RE_EVALUATE,
                List.of(new Counted(EventKey.of("B"), NOW, 1)),
                List.of());
        return Lot.of(id, LedgerAccount.COMMERCE, eur(amount), NOW, NOW, validTo, SpendConditions.NONE, provenance);
    }
}
