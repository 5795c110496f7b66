package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An evaluation run gives what evaluation at once would have given, however events are gathered for it. */
class RunPropertyTest {

    /** What an award says apart from when it was recorded. */
    private record Award(String id, String offer, Amount amount, Instant on) {}

    @Test
    void anEventDecidedByARunEarnsWhatItEarnsAtOnce() {
        Cases.histories(20, history -> {
            Side now = new Side(history);
            Side later = new Side(history);
            Cases.events(history.events(), event -> {
                now.give(event);
                if (later.queue(event)) {
                    later.run(received(event, history));
                }
                assertThat(later.awards()).isEqualTo(now.awards());
            });
            later.nothingWaits();
        });
    }

    @Test
    void eventsGatheredForARunEarnWhatTheyEarnAtOnceInOrder() {
        Cases.histories(20, history -> {
            Dice dice = new Dice(~history.seed());
            Side now = new Side(history);
            Side later = new Side(history);
            List<Purchase> gathered = new ArrayList<>();
            for (CustomerEvent event : history.events()) {
                if (!(event instanceof Purchase) || dice.chance(25)) {
                    decide(gathered, now, later, history);
                }
                if (event instanceof Purchase purchase && later.queue(purchase)) {
                    gathered.add(purchase);
                } else if (!(event instanceof Purchase)) {
                    now.give(event);
                    later.give(event);
                }
            }
            decide(gathered, now, later, history);
            assertThat(later.awards()).isEqualTo(now.awards());
            later.nothingWaits();
        });
    }

    private static void decide(List<Purchase> gathered, Side now, Side later, History history) {
        gathered.sort(Comparator.comparing(Purchase::performedOn).thenComparing(Purchase::key));
        gathered.forEach(now::give);
        later.run(history.closing());
        gathered.clear();
    }

    private static Instant received(CustomerEvent event, History history) {
        return event.header().receivedOn().orElse(history.closing());
    }

    /** An engine at work on offers that award alike at once and in runs. */
    private static final class Side {
        private final Programme programme;
        private final InMemoryStore store = new InMemoryStore();
        private final Shopkeeper shopkeeper;
        private int runs;

        Side(History history) {
            programme = alike(history.programme());
            History same = new History(history.seed(), programme, history.events(), history.closing());
            shopkeeper = Shopkeeper.of(same, Shopkeeper.BY_HAND, store);
        }

        void give(CustomerEvent event) {
            shopkeeper.evaluate(queued(event, true));
        }

        /** True for a purchase that waits now. */
        boolean queue(CustomerEvent event) {
            CustomerEvent waiting = queued(event, !(event instanceof Purchase));
            boolean known = store.recorded(event.key()).isPresent();
            return shopkeeper
                            .evaluate(waiting)
                            .filter(outcome -> outcome.isRecorded())
                            .isPresent()
                    && event instanceof Purchase
                    && !known;
        }

        /** Every run is one of its own, so that none comes before another. */
        void run(Instant asOf) {
            runs++;
            shopkeeper.engine().runs().run(RunDefinition.ofEverything("R" + runs), asOf, RunListener.NONE);
        }

        void nothingWaits() {
            store.accounts().forEach(account -> assertThat(account.open()).isEmpty());
        }

        Set<Award> awards() {
            Set<Award> awards = new HashSet<>();
            store.accounts()
                    .flatMap(account -> store.records(account.participant().id()).stream())
                    .flatMap(records -> records.awards().stream())
                    .forEach(award -> awards.add(new Award(award.id(), award.offer(), award.amount(), award.on())));
            return awards;
        }

        private static CustomerEvent queued(CustomerEvent event, boolean immediately) {
            EventHeader header = event.header();
            return event.withHeader(new EventHeader(
                    header.key(),
                    header.participant(),
                    header.unit(),
                    header.performedOn(),
                    header.receivedOn(),
                    immediately,
                    header.attributes()));
        }

        /** Without discounts, which only sales at once give, and without the time that an event may wait. */
        private static Programme alike(Programme programme) {
            return programme.withOffers(
                    programme.offers().stream().map(Side::alike).toList());
        }

        private static Offer alike(Offer offer) {
            AwardConditions given = offer.conditions();
            AwardConditions conditions = new AwardConditions(
                    given.products(),
                    given.paymentMedia(),
                    given.locations(),
                    Optional.empty(),
                    given.segmentsIncluded(),
                    given.segmentsExcluded(),
                    given.units(),
                    given.groups(),
                    given.times(),
                    given.period(),
                    given.tiers(),
                    given.attributes(),
                    given.promoCodes(),
                    given.minimumPurchase());
            return offer.toBuilder()
                    .withConditions(conditions)
                    .withSpendMethod(SpendMethod.SPEND_ON_REQUEST)
                    .withHandling(AwardHandling.DEFAULT)
                    .withEvaluation(EvaluationMethod.BATCH_AND_INTERACTIVE)
                    .build();
        }
    }
}
