package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Terms;
import io.rewards.effect.Effect;
import io.rewards.event.Referral;
import io.rewards.ledger.Transaction;
import io.rewards.notification.Notification;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import io.rewards.run.RunRecord;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import io.rewards.store.StoreInFront;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run that is interrupted between any two writes goes on as if nothing had happened. */
class InterruptedRunTest {

    private static final class Outage extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails at one of its writes, once. */
    private static final class Faulty extends StoreInFront {
        private long writesLeft = Long.MAX_VALUE;
        private long writes;

        Faulty() {
            super(new InMemoryStore());
        }

        private void write() {
            writes++;
            if (writesLeft-- == 0) {
                throw new Outage();
            }
        }

        @Override
        public boolean commit(Recorded recorded, Effect effect) {
            write();
            return super.commit(recorded, effect);
        }

        @Override
        public void save(RunRecord run) {
            write();
            super.save(run);
        }

        @Override
        public void keep(List<Notification> notifications) {
            write();
            super.keep(notifications);
        }
    }

    private static Programme programme() {
        return Shop.programme(
                Shop.settings(),
                offer("A", new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed("1.00"))
                        .withCaps(Cap.ofAwards(Cap.Of.ALL, 3))
                        .build(),
                offer("B", new Terms.Birthday(), fixed("2.00"))
                        .withCaps(Cap.ofAwards(Cap.Of.ALL, 2))
                        .build(),
                offer("C", new Terms.CountLoyalty(2, days(30)), fixed("3.00"))
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build(),
                offer("J", new Terms.JustMoney(), fixed("4.00"))
                        .withConditions(segment("AWARDED"))
                        .build(),
                offer("M", new Terms.SubscriptionMaturity(days(10), 0), fixed("5.00"))
                        .build(),
                offer("R", new Terms.Referrals(), fixed("6.00")).build(),
                offer("S", new Terms.SignUps(true), fixed("7.00")).build(),
                offer("T", new Terms.Referrals(), fixed("8.00"))
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build(),
                offer("V", new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("9.00"))
                        .withConditions(AwardConditions.builder()
                                .withMaximumUnprocessed(days(20))
                                .withSegmentsIncluded(Set.of("AWARDED"))
                                .build())
                        .build());
    }

    private static AwardConditions segment(String code) {
        return AwardConditions.builder().withSegmentsIncluded(Set.of(code)).build();
    }

    private static Town town(Faulty store) {
        Town town = Town.of(programme(), store);
        Profile born = Profile.EMPTY.withDateOfBirth(LocalDate.of(1990, 3, 2));
        for (String id : List.of("P1", "P2", "P3", "P4", "P5")) {
            town.join(id, "2024-01-01", id.equals("P4") ? Profile.EMPTY : born);
        }
        town.send(new Referral(town.header("R1", "P2", "2024-02-01"), "P5"));
        town.send(new Referral(town.header("R2", "P4", "2024-02-01"), "P1"));
        town.subscription("P3", "S1", SubscriptionChange.STARTED, "2024-02-01");
        town.subscription("P3", "S2", SubscriptionChange.STARTED, "2024-02-02");
        town.subscription("P4", "S1", SubscriptionChange.STARTED, "2024-02-03");
        town.queue("E5", "P1", "2024-03-01T08:00", "5.00");
        town.queue("E1", "P1", "2024-03-01T10:00", "20.00");
        town.queue("E2", "P2", "2024-03-01T11:00", "20.00");
        town.queue("E3", "P1", "2024-03-01T09:00", "20.00");
        town.queue("E4", "P2", "2024-03-02T09:00", "20.00");
        return town;
    }

    @Test
    void afterAnOutageAtAnyWriteTheSameRunGivesWhatAnUndisturbedOneGives() {
        Faulty untroubled = new Faulty();
        Town town = town(untroubled);
        long before = untroubled.writes;
        town.run("2024-03-02");
        long writes = untroubled.writes - before;
        List<Transaction> first = town.journal();
        town.run("2024-03-03");
        List<Transaction> second = town.journal();
        assertThat(first).hasSizeGreaterThan(15);
        assertThat(second).hasSizeGreaterThan(first.size());

        for (long n = 0; n < writes; n++) {
            Faulty store = new Faulty();
            Town failing = town(store);
            store.writesLeft = n;
            boolean failed = false;
            try {
                failing.run("2024-03-02");
            } catch (Outage e) {
                failed = true;
            }
            assertThat(failed).as("write %d fails", n).isTrue();
            Town resumed = Town.of(programme(), store);
            resumed.run("2024-03-02");
            assertThat(resumed.journal()).as("after write %d", n).isEqualTo(first);
            resumed.run("2024-03-03");
            assertThat(resumed.journal()).as("the day after write %d", n).isEqualTo(second);
            assertThat(resumed.account("P1").open())
                    .isEqualTo(town.account("P1").open());
        }
    }

    @Test
    void alsoWhereOnlyALaterRunGoesOn() {
        Faulty untroubled = new Faulty();
        Town town = town(untroubled);
        long before = untroubled.writes;
        town.run("2024-03-02");
        long writes = untroubled.writes - before;
        town.run("2024-03-03");
        for (long n = 0; n < writes; n++) {
            Faulty store = new Faulty();
            Town failing = town(store);
            store.writesLeft = n;
            try {
                failing.run("2024-03-02");
            } catch (Outage e) {
                // It goes on below.
            }
            Town resumed = Town.of(programme(), store);
            if (store.latestRun("ALL").isEmpty()) {
                resumed.run("2024-03-02");
            }
            resumed.run("2024-03-03");
            assertThat(resumed.journal()).as("after write %d", n).isEqualTo(town.journal());
        }
    }
}
