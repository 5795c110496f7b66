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
import io.rewards.event.SegmentChanged;
import io.rewards.organisation.Segment;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An evaluation run gives what evaluation at once would have given, however events are gathered for it. */
class RunPropertyTest {

    /** What an award says apart from when it was recorded. */
    private record Award(String id, String offer, Amount amount, Instant on) {}

    @Test
    void anEventDecidedByARunEarnsWhatItEarnsAtOnce() {
        Cases.histories(20, history -> {
            Side now = Side.withoutWaiting(history);
            Side later = Side.withoutWaiting(history);
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
            Side now = Side.withoutWaiting(history);
            Side later = Side.withoutWaiting(history);
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

    @Test
    void anEventThatMayWaitEarnsTheSameWhetherOrNotItWasDecidedAtOnce() {
        Cases.histories(20, history -> {
            Dice dice = new Dice(~history.seed());
            Side now = Side.withWaiting(history);
            Side later = Side.withWaiting(history);
            Cases.events(history.events(), event -> {
                now.give(event);
                later.queue(event);
                List.of(now, later).forEach(side -> side.run(received(event, history)));
                if (dice.chance(40)) {
                    segmentChanges(dice, event, history)
                            .ifPresent(changed -> List.of(now, later).forEach(side -> {
                                side.give(changed);
                                side.run(received(event, history));
                            }));
                }
                assertThat(now.awards()).isEqualTo(later.awards());
            });
            List.of(now, later).forEach(side -> {
                side.run(history.closing().plus(Duration.ofDays(2_000)));
                side.nothingWaits();
            });
        });
    }

    /** The participant goes into a segment, or leaves it. */
    private static Optional<CustomerEvent> segmentChanges(Dice dice, CustomerEvent event, History history) {
        List<String> segments = segments(history).limit(2).toList();
        EventHeader header = EventHeader.of(
                        "SEGMENT-" + event.key().id(), event.participant(), event.unit(), received(event, history))
                .receivedOn(received(event, history));
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new SegmentChanged(header, dice.oneOf(segments), dice.chance(60)));
    }

    private static Stream<String> segments(History history) {
        return history.programme().segments().stream()
                .filter(segment -> !segment.entity().isTransaction())
                .map(Segment::code);
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

        /** Of offers without the time that an event may wait. */
        static Side withoutWaiting(History history) {
            return new Side(
                    history,
                    offer -> alike(offer, Optional.empty(), offer.conditions().segmentsIncluded()));
        }

        /** Of offers half of which are for a segment and look at an event again for a while. */
        static Side withWaiting(History history) {
            Set<String> segments = segments(history).limit(1).collect(Collectors.toSet());
            return new Side(
                    history,
                    offer -> offer.number() % 2 == 0
                            ? alike(offer, Optional.of(new TimeSpan(90, SpanUnit.DAYS)), segments)
                            : alike(
                                    offer,
                                    offer.conditions().maximumUnprocessed(),
                                    offer.conditions().segmentsIncluded()));
        }

        private Side(History history, UnaryOperator<Offer> alike) {
            programme = history.programme()
                    .withOffers(history.programme().offers().stream().map(alike).toList());
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

        /** Without discounts, which only sales at once give. */
        private static Offer alike(Offer offer, Optional<TimeSpan> maximumUnprocessed, Set<String> segments) {
            AwardConditions given = offer.conditions();
            AwardConditions conditions = new AwardConditions(
                    given.products(),
                    given.paymentMedia(),
                    given.locations(),
                    maximumUnprocessed,
                    segments,
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
