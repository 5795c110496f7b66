package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.UniqueName;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.effort.Effort;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RaisedEvent;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Secret;
import io.rewards.participant.TerminationReason;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random lives of participants, with events sent twice, processes that stop and threads that race: names stay unique,
 * awards are made once and no money appears or vanishes. The properties {@code rewards.cases} and {@code rewards.seed} set
 * how many lives there are and the first of them.
 */
class ParticipationPropertyTest {

    private static final int CASES = Effort.of("rewards.cases", 100, 500);
    private static final long FIRST_SEED = Effort.seed("rewards.seed");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> CODES = List.of("C0", "C1", "C2", "C3");
    private static final List<String> TOKENS = List.of("T0", "T1", "T2", "T3", "T4");
    private static final List<String> SCHEMES = List.of("CLUB", "OTHER", "AUTO", "CODES");
    private static final int PARTICIPANTS = 8;
    private static final int EVENTS = 90;
    private static final int THREADS = 4;
    private static final int ENOUGH_TO_SEE_ALL = 500;

    private static final Programme PROGRAMME = Community.programme(
            List.of(
                    Scheme.of("AUTO").with(SignUpPolicy.of(SignUpOption.AUTO)),
                    Scheme.of("CODES")
                            .with(new SignUpPolicy(
                                    SignUpOption.UNIQUE_CODE, false, false, Set.of(), new TreeSet<>(CODES)))),
            Community.anyPurchase("A")
                    .withCaps(Cap.ofAwards(Cap.Of.PARTICIPANT, 4))
                    .build(),
            Community.inScheme(
                            "AUTO",
                            "POINTS",
                            new Terms.TransactionRevenue(Shop.eur("0.00"), Optional.empty()),
                            new Award.FixedAmount(Amount.of("7", Shop.PTS)))
                    .build(),
            Community.referrals("REFER").build(),
            Community.signUps("WELCOME", true).build(),
            Community.inScheme("CODES", "HELLO", new Terms.SignUps(false), Shop.fixed("2.00"))
                    .build());

    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void livesThatAreLedOneEventAfterTheOtherKeepNamesAndMoney() {
        lives(12, seed -> {
            InMemoryStore store = new InMemoryStore();
            Random dice = new Random(seed);
            RewardsEngine engine = engine(stoppingAtTimes(store, new Random(seed + 1)));
            Map<EventKey, Outcome> first = new HashMap<>();
            for (CustomerEvent event : life(dice)) {
                Outcome outcome = engine.evaluate(event);
                if (outcome.isRecorded()) {
                    first.put(event.key(), outcome);
                }
                if (dice.nextInt(4) == 0) {
                    assertThat(!outcome.isRecorded() || engine.evaluate(event).equals(outcome))
                            .isTrue();
                }
            }
            RewardsEngine anew = engine(store);
            anew.runs().applyFollowUps();
            check(store);
            see(store);
            List<Account> before = store.accounts().toList();
            first.keySet()
                    .forEach(key ->
                            anew.evaluate(store.recorded(key).orElseThrow().event()));
            assertThat(store.accounts()).containsExactlyInAnyOrderElementsOf(before);
        });
        if (CASES < ENOUGH_TO_SEE_ALL) {
            return;
        }
        assertThat(seen)
                .containsOnlyKeys(
                        "A",
                        "HELLO",
                        "POINTS",
                        "REFER",
                        "TRANSFER_IN",
                        "TRANSFER_OUT",
                        "WELCOME",
                        "passed on",
                        "tokens");
    }

    @Test
    void livesThatThreadsLeadAtTheSameTimeKeepNamesAndMoney() {
        lives(5, seed -> {
            InMemoryStore store = new InMemoryStore();
            List<CustomerEvent> life = life(new Random(seed));
            Threads.race(THREADS, number -> {
                RewardsEngine engine = engine(stoppingAtTimes(store, new Random(seed + number)));
                List<CustomerEvent> shuffled = new ArrayList<>(life);
                Random dice = new Random(seed * 31 + number);
                for (int i = PARTICIPANTS; i + 8 <= shuffled.size(); i += 8) {
                    Collections.shuffle(shuffled.subList(i, i + 8), dice);
                }
                shuffled.forEach(engine::evaluate);
                return engine.runs().applyFollowUps();
            });
            engine(store).runs().applyFollowUps();
            check(store);
            see(store);
        });
    }

    private static void check(InMemoryStore store) {
        assertThat(store.followUps(0, 10)).isEmpty();
        List<Participant> participants =
                store.accounts().map(account -> account.participant()).toList();
        List<Transaction> journal = store.accounts()
                .flatMap(account -> store.records(account.participant().id()).stream())
                .flatMap(records -> records.transactions().stream())
                .toList();
        assertThat(journal).extracting(Transaction::id).doesNotHaveDuplicates();
        for (Participant participant : participants) {
            for (String hash : participant.tokens()) {
                assertThat(store.holder(UniqueName.token(hash))).contains(participant.id());
            }
        }
        assertThat(participants.stream().flatMap(participant -> participant.tokens().stream()))
                .doesNotHaveDuplicates();
        assertThat(participants.stream()
                        .flatMap(participant -> Stream.concat(
                                participant.memberships().values().stream(), participant.formerMemberships().stream()))
                        .filter(membership -> membership.scheme().equals("CODES"))
                        .map(SchemeMembership::referenceCode))
                .doesNotHaveDuplicates();
        assertThat(sums(journal, TransactionKind.TRANSFER_OUT)).isEqualTo(sums(journal, TransactionKind.TRANSFER_IN));
        Map<String, Amount> held = new TreeMap<>();
        store.accounts()
                .flatMap(account -> account.lots().stream())
                .forEach(lot -> held.merge(lot.remaining().denomination().code(), lot.remaining(), Amount::plus));
        assertThat(held).isEqualTo(sums(journal, TransactionKind.AWARD));
        assertThat(store.accounts().flatMap(account -> account.lots().stream().map(lot -> lot.id())))
                .doesNotHaveDuplicates();
        onceOnly(journal, participants);
    }

    /** Counts what happened in the lives, so that a property of nothing does not pass. */
    private void see(InMemoryStore store) {
        store.accounts().forEach(account -> {
            store.records(account.participant().id())
                    .orElseThrow()
                    .transactions()
                    .forEach(transaction -> seen.merge(
                            transaction.kind() == TransactionKind.AWARD
                                    ? transaction.offer()
                                    : transaction.kind().name(),
                            1,
                            Integer::sum));
            account.participant().history().forEach(entry -> {
                if (entry.event().contains("passed-on")) {
                    seen.merge("passed on", 1, Integer::sum);
                }
            });
            if (store.records(account.participant().id()).orElseThrow().over().awards().stream()
                            .anyMatch(award -> !award.isOwn())
                    && !account.participant().tokens().isEmpty()) {
                seen.merge("tokens", 1, Integer::sum);
            }
        });
    }

    private static void onceOnly(List<Transaction> journal, List<Participant> participants) {
        assertThat(journal.stream()
                        .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                        .filter(transaction -> transaction.offer().equals("REFER"))
                        .map(Transaction::subject))
                .doesNotHaveDuplicates();
        for (Participant participant : participants) {
            for (String once : List.of("WELCOME", "HELLO")) {
                assertThat(journal.stream()
                                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                                .filter(transaction -> transaction.offer().equals(once))
                                .filter(transaction -> transaction.participant().equals(participant.id()))
                                .count())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private static Map<String, Amount> sums(List<Transaction> journal, TransactionKind kind) {
        Map<String, Amount> sums = new TreeMap<>();
        for (Transaction transaction : journal) {
            if (transaction.kind() == kind) {
                sums.merge(transaction.amount().denomination().code(), transaction.amount(), Amount::plus);
            }
        }
        return sums;
    }

    /** Everybody registers; then anything happens to anybody, mostly in the order of time. */
    private static List<CustomerEvent> life(Random dice) {
        List<CustomerEvent> life = new ArrayList<>();
        for (int i = 0; i < PARTICIPANTS; i++) {
            life.add(new ParticipantRegistered(header("R" + i, "P" + i, 0), Profile.EMPTY));
        }
        for (int i = 1; i <= EVENTS; i++) {
            int hour = dice.nextInt(10) == 0 ? 1 + dice.nextInt(i) : i;
            life.add(event(header("E" + i, "P" + dice.nextInt(PARTICIPANTS), hour), dice));
        }
        return life;
    }

    private static CustomerEvent event(EventHeader header, Random dice) {
        String other = "P" + dice.nextInt(PARTICIPANTS);
        String token = Secret.hashOf(TOKENS.get(dice.nextInt(TOKENS.size())));
        String scheme = SCHEMES.get(dice.nextInt(SCHEMES.size()));
        return switch (dice.nextInt(16)) {
            case 0, 1, 2, 3 -> new SchemeSignUp(header, scheme, CODES.get(dice.nextInt(CODES.size())));
            case 4 -> new SchemeSignOff(header, scheme);
            case 5, 6 -> new AccessTokenChanged(header, token, dice.nextInt(4) > 0);
            case 7, 8 -> new Referral(header, other);
            case 9 ->
                new ParticipantTerminated(
                        header,
                        TerminationReason.DUPLICATION,
                        Optional.of(new Replacement(
                                other, dice.nextInt(4) > 0, dice.nextBoolean() ? Set.of(token) : Set.of())));
            case 10 ->
                dice.nextInt(4) == 0
                        ? new ParticipantTerminated(header, TerminationReason.FRAUD, Optional.empty())
                        : new Referral(header, other);
            default -> Purchase.of(header, PurchaseLine.of("thing", "thing", 1, Shop.eur("10.00")));
        };
    }

    private static EventHeader header(String id, String participant, int hour) {
        Instant on = START.plus(Duration.ofHours(hour));
        return EventHeader.of(id, participant, "U1", on).receivedOn(START.plus(Duration.ofDays(30)));
    }

    private static RewardsEngine engine(RewardsStore store) {
        return new Community(PROGRAMME, store, ReferenceCodeValidator.NONE).engine;
    }

    /** Stops one follow-up in three, as a process does that ends too early. */
    private static RewardsStore stoppingAtTimes(RewardsStore store, Random dice) {
        return StoppingStore.before(store, recorded -> {
            if (recorded.event() instanceof RaisedEvent && dice.nextInt(3) == 0) {
                throw new IllegalStateException("stopped");
            }
        });
    }

    private static void lives(int percent, LongConsumer property) {
        int count = Math.max(1, CASES * percent / 100);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                property.accept(seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("reproduce: seed=" + seed + "\n" + e.getMessage(), e);
            }
        }
    }
}
