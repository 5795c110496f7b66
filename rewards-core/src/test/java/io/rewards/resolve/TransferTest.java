package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.FollowUp;
import io.rewards.account.Holder;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.decision.Lookups;
import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantTerminated;
import io.rewards.kind.EventKinds;
import io.rewards.kind.NoLookups;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.TerminationReason;
import io.rewards.past.MemoryPast;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.past.PastChanges;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
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
    private static final Catalogue CATALOGUE = Catalogue.of(Programmes.with());
    private static final Lookups NOBODY = new Others(Map.of(), Optional.empty());
    private static final ReferralRecord REFERRAL = new ReferralRecord("E", "CARL", NOW);

    private final Lot five = lot("five", "5.00", Optional.of(NEW_YEAR)).spent(eur("1.00"));
    private final Lot two = lot("two", "2.00", Optional.empty());

    @Test
    void theMoneyOfADuplicateLeavesLotByLot() {
        Effect out = out(new Replacement("BOB", true, Set.of(HASH)));
        assertThat(out.account().lots()).isEmpty();
        assertThat(out.transactions())
                .extracting(Transaction::kind, Transaction::amount, Transaction::lot)
                .containsExactly(
                        tuple(TransactionKind.TRANSFER_OUT, eur("4.00"), "five"),
                        tuple(TransactionKind.TRANSFER_OUT, eur("2.00"), "two"));
        FollowUp followUp = onward(out);
        assertThat(followUp.wallet().lots()).containsExactly(five, two);
        assertThat(followUp.referral()).contains(REFERRAL);
        assertThat(followUp.event().participant()).isEqualTo("BOB");
        assertThat(followUp.event().performedOn()).isEqualTo(NOW);
        assertThat(((DuplicateMerged) followUp.event()).tokens()).containsExactly(HASH);
    }

    @Test
    void withoutTransferTheMoneyStaysFrozenButTheAwardsAreRemembered() {
        Effect out = out(new Replacement("BOB", false, Set.of()));
        assertThat(out.account().lots()).containsExactly(five, two);
        assertThat(out.transactions()).isEmpty();
        assertThat(onward(out).wallet().lots()).isEmpty();
        assertThat(onward(out).inheritance().awards())
                .extracting(PastAward::offer, PastAward::subject, PastAward::amount, PastAward::on, PastAward::lot)
                .containsExactlyInAnyOrder(
                        tuple("OLD", AwardSubject.NOTHING, eur("9.00"), NOW, "old"),
                        tuple("A", new AwardSubject.Page("page"), eur("5.00"), NOW, "five"));
    }

    @Test
    void countsTowardsAwardsAndWaitingEventsAreDropped() {
        Effect out = out(new Replacement("BOB", true, Set.of()));
        assertThat(out.account().counters().counted()).isEmpty();
        assertThat(out.account().counters().collected()).isEmpty();
        assertThat(out.account().open()).isEmpty();
        assertThat(out.sealed().account().journal().number()).isEqualTo(3);
    }

    @Test
    void whoeverLeavesWithoutReplacementKeepsTheMoneyFrozen() {
        ParticipantTerminated left = new ParticipantTerminated(
                EventHeader.of("T", "ANNA", "U1", NOW), TerminationReason.FRAUD, Optional.empty());
        Effect out = Transfer.out(Moment.of(left, anna(), CATALOGUE, NOW), context(NOBODY));
        assertThat(out.account().lots()).containsExactly(five, two);
        assertThat(out.transactions()).isEmpty();
        assertThat(out.followUps()).isEmpty();
    }

    @Test
    void theOneWhoStaysGetsTheLotsAsTheyWere() {
        FollowUp followUp = onward(out(new Replacement("BOB", true, Set.of(HASH))));
        Lot own = lot("own", "1.00", Optional.empty());
        Effect in = in(followUp, bob(own), new Others(Map.of(), Optional.empty()));
        assertThat(in.account().lots()).containsExactly(own, five, two);
        assertThat(in.past().inherited()).isEqualTo(followUp.inheritance().awards());
        assertThat(MemoryPast.on(Past.NONE, in.past()).awardsOf("A")).hasSize(1);
        assertThat(in.account().participant().tokens()).containsExactly(HASH);
        assertThat(in.account().participant().referral()).contains(REFERRAL);
        assertThat(in.transactions())
                .extracting(Transaction::kind, Transaction::participant, Transaction::amount)
                .containsExactly(
                        tuple(TransactionKind.TRANSFER_IN, "BOB", eur("4.00")),
                        tuple(TransactionKind.TRANSFER_IN, "BOB", eur("2.00")));
        assertThat(in.followUps()).isEmpty();
    }

    @Test
    void aTokenThatSomebodyElseGotMeanwhileStaysWhereItIs() {
        FollowUp followUp = onward(out(new Replacement("BOB", true, Set.of(HASH))));
        Effect in = in(followUp, bob(), new Others(Map.of(UniqueName.token(HASH), "DORA"), Optional.empty()));
        assertThat(in.account().participant().tokens()).isEmpty();
        assertThat(in.account().lots()).containsExactly(five, two);
    }

    @Test
    void theMoneyGoesOnWhereTheOneWhoStayedWasReplacedWithTheMoney() {
        FollowUp followUp = onward(out(new Replacement("BOB", true, Set.of(HASH))));
        Effect in = in(followUp, replaced(true), new Others(Map.of(), Optional.of("EMMA")));
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
        FollowUp next = onward(in);
        assertThat(next.event().participant()).isEqualTo("EMMA");
        assertThat(next.event().key())
                .isEqualTo(new EventKey(
                        "follow-up", "passed-on/" + followUp.event().key().id()));
        assertThat(next.wallet().lots()).containsExactly(five, two);
        assertThat(next.inheritance().awards()).isEqualTo(followUp.inheritance().awards());
        assertThat(next.referral()).contains(REFERRAL);
        assertThat(((DuplicateMerged) next.event()).tokens()).containsExactly(HASH);
    }

    @Test
    void theMoneyStaysFrozenWhereTheOneWhoStayedWasReplacedWithoutIt() {
        FollowUp followUp = onward(out(new Replacement("BOB", true, Set.of(HASH))));
        Effect in = in(followUp, replaced(false), new Others(Map.of(), Optional.of("EMMA")));
        assertThat(in.account().lots()).containsExactly(five, two);
        assertThat(onward(in).wallet().lots()).isEmpty();
        assertThat(onward(in).inheritance().awards()).hasSize(2);
    }

    @Test
    void theMoneyIsNotLostWhereNobodyTakesPartAnyMore() {
        FollowUp followUp = onward(out(new Replacement("BOB", true, Set.of(HASH))));
        Effect in = in(followUp, replaced(true), new Others(Map.of(), Optional.empty()));
        assertThat(in.account().lots()).containsExactly(five, two);
        assertThat(in.followUps()).isEmpty();
    }

    private record Others(Map<UniqueName, String> holders, Optional<String> stays) implements NoLookups {

        @Override
        public Optional<String> successor(String participant) {
            return stays;
        }

        @Override
        public Optional<String> holder(UniqueName name) {
            return Optional.ofNullable(holders.get(name));
        }
    }

    private Effect out(Replacement replacement) {
        ParticipantTerminated event = new ParticipantTerminated(
                EventHeader.of("T", "ANNA", "U1", NOW), TerminationReason.DUPLICATION, Optional.of(replacement));
        Moment before = Moment.of(event, anna(), CATALOGUE, NOW);
        Account account = before.account();
        return Transfer.out(
                before.with(account.with(EventKinds.of(event).changed(event, account.participant()))), context(NOBODY));
    }

    private static Effect in(FollowUp followUp, Account account, Lookups lookups) {
        return Transfer.in(followUp, Moment.of(followUp.event(), Loaded.of(account), CATALOGUE, NOW), context(lookups));
    }

    private static Context context(Lookups lookups) {
        return new Context(
                lookups,
                (offer, moment) -> {
                    throw new AssertionError("Nobody has to ask the rules about "
                            + moment.event().key() + ".");
                },
                RULES);
    }

    private static FollowUp onward(Effect effect) {
        assertThat(effect.followUps()).hasSize(1);
        return effect.followUps().get(0);
    }

    private Loaded anna() {
        Participant anna = Participant.registered("ANNA", Programmes.START, "U1", Profile.EMPTY)
                .withTokens(Set.of(HASH))
                .with(REFERRAL);
        EventKey bought = EventKey.of("B");
        Transaction award = new Transaction(
                "B#A",
                TransactionKind.AWARD,
                eur("5.00"),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                AccountName.of(Party.participant("ANNA"), AccountKind.COMMERCE),
                Cause.of(bought, "ANNA", "U1"),
                new Origin("A", "TYPE", "CLUB", "RULE", "five", new AwardSubject.Page("page")),
                Note.NONE,
                NOW,
                NOW);
        Holder holder = new Holder(new Account(
                anna,
                2,
                Wallet.of(List.of(five, two)),
                new Counters(
                        Map.of("C", List.of(new Counted(bought, NOW, 1))),
                        Map.of("D", List.of(new Collected(bought, NOW, "QUIZ")))),
                List.of(new OpenEvent(bought, NOW, Set.of())),
                JournalHead.of("ANNA")));
        PastAward old = new PastAward(
                "OLD",
                "TYPE",
                "CLUB",
                AwardSubject.NOTHING,
                eur("9.00"),
                NOW,
                "old",
                "",
                new JournalPlace("OLD", 1),
                Dependence.NONE);
        holder.add(Effect.of(
                holder.account(),
                PastChanges.of(List.of(award), List.of(five, two)).inheriting(List.of(old)),
                Report.NOTHING));
        return holder.loaded();
    }

    private static Account bob(Lot... lots) {
        return new Account(
                Participant.registered("BOB", Programmes.START, "U1", Profile.EMPTY),
                1,
                Wallet.of(List.of(lots)),
                Counters.NONE,
                List.of(),
                JournalHead.of("BOB"));
    }

    private static Account replaced(boolean balance) {
        ParticipantTerminated event = new ParticipantTerminated(
                EventHeader.of("U", "BOB", "U1", NOW),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("EMMA", balance, Set.of())));
        Account bob = bob();
        return bob.with(EventKinds.of(event).changed(event, bob.participant()));
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
                List.of(),
                List.of(),
                ReturnPolicy.RE_EVALUATE,
                false,
                List.of(new Counted(EventKey.of("B"), NOW, 1)),
                List.of(),
                Dependence.NONE,
                List.of());
        return Lot.of(id, AccountKind.COMMERCE, eur(amount), new LotDates(NOW, NOW, validTo), provenance);
    }
}
