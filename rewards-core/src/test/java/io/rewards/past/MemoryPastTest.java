package io.rewards.past;

import static io.rewards.catalogue.Programmes.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Lots;
import io.rewards.wallet.Sale;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every question about the past, against plain lists that were changed in the same way at random. */
class MemoryPastTest {

    private static final int STEPS = 60;
    private static final Denomination POINTS = new Denomination("PTS", 0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPastAloneAnswersLikeLists(long seed) {
        Random random = new Random(seed);
        RandomPast model = new RandomPast();
        MemoryPast past = new MemoryPast();
        for (int step = 0; step < STEPS; step++) {
            past.add(model.change(random));
            requireSame(past, model, random, "seed " + seed + " step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aPastOnTopOfOthersAnswersLikeLists(long seed) {
        Random random = new Random(seed);
        RandomPast model = new RandomPast();
        List<PastChanges> all = new ArrayList<>();
        Past past = Past.NONE;
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(5) == 0) {
                past = flat(all);
            }
            PastChanges changes = model.change(random);
            all.add(changes);
            past = MemoryPast.on(past, changes);
            requireSame(past, model, random, "seed " + seed + " step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void changesTogetherAreTheChangesOneAfterTheOther(long seed) {
        Random random = new Random(seed);
        RandomPast model = new RandomPast();
        MemoryPast past = new MemoryPast();
        for (int step = 0; step < STEPS; step++) {
            PastChanges together = PastChanges.NONE;
            for (int i = random.nextInt(4); i >= 0; i--) {
                PastChanges next = model.change(random);
                together = together.then(next.inherited().isEmpty() ? next : PastChanges.NONE);
                if (!next.inherited().isEmpty()) {
                    past.add(together.then(next));
                    together = PastChanges.NONE;
                }
            }
            requireSame(MemoryPast.on(past, together), model, random, "seed " + seed + " step " + step + " on top");
            past.add(together);
            requireSame(past, model, random, "seed " + seed + " step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void whatIsBelowStaysAsItIs(long seed) {
        Random random = new Random(seed);
        RandomPast model = new RandomPast();
        MemoryPast below = new MemoryPast();
        for (int step = 0; step < STEPS; step++) {
            below.add(model.change(random));
        }
        List<PastAward> awards = below.awardsOf("A");
        Inheritance inheritance = below.inheritance();
        Map<Awarder, Long> standing = below.standing(TransactionKind.AWARD);
        Past past = below;
        for (int step = 0; step < STEPS / 10; step++) {
            past = MemoryPast.on(past, model.change(random));
        }
        String where = "MemoryPastTest seed " + seed;
        assertThat(below.awardsOf("A")).as(where).isEqualTo(awards);
        assertThat(below.inheritance()).as(where).isEqualTo(inheritance);
        assertThat(below.standing(TransactionKind.AWARD)).as(where).isEqualTo(standing);
        requireSame(past, model, random, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void withoutAnAwardEverythingElseIsAsItWas(long seed) {
        Random random = new Random(seed);
        RandomPast model = new RandomPast();
        List<PastChanges> all = new ArrayList<>();
        for (int step = 0; step < STEPS / 2; step++) {
            PastChanges changes = model.change(random);
            Past past = random.nextBoolean() ? MemoryPast.on(flat(all), changes) : flat(all, changes);
            all.add(changes);
            String where = "MemoryPastTest seed " + seed + " step " + step;
            for (PastAward award : List.copyOf(model.awards.values())) {
                if (random.nextInt(4) > 0) {
                    continue;
                }
                Past without = MemoryPast.before(past, model.lots.get(award.lot()));
                Map<Awarder, Long> standing = new HashMap<>(model.standing(TransactionKind.AWARD));
                if (award.stands() && award.isOwn()) {
                    standing.computeIfPresent(Awarder.of(award), (by, count) -> count == 1 ? null : count - 1);
                }
                assertThat(without.standing(TransactionKind.AWARD)).as(where).isEqualTo(standing);
                model.awards.put(award.lot(), award.standing(award.amount().minus(award.amount())));
                model.sharedOf = award.dependence() instanceof Dependence.OnShare share
                        ? Optional.of(share.amount())
                        : Optional.empty();
                requireAwards(without, model, random, where);
                model.sharedOf = Optional.empty();
                model.awards.put(award.lot(), award);
            }
        }
    }

    @Test
    void nothingEverHappenedInThePastOfNobody() {
        requireSame(Past.NONE, new RandomPast(), new Random(1), "none");
        assertThat(MemoryPast.before(Past.NONE, Lots.open("e#A", "1.00"))).isSameAs(Past.NONE);
    }

    @Test
    void threadsThatAskForTheFirstTimeDoNotWaitForEachOther() throws Exception {
        URL[] classes = {Past.class.getProtectionDomain().getCodeSource().getLocation()};
        for (int i = 0; i < 40; i++) {
            try (URLClassLoader fresh = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Class<?>> memory = asking(MemoryPast.class.getName(), fresh, together);
                Future<Class<?>> past = asking(Past.class.getName(), fresh, together);
                assertThat(memory)
                        .as("round " + i)
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isNotEqualTo(MemoryPast.class);
                assertThat(past)
                        .as("round " + i)
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isNotEqualTo(Past.class);
            }
        }
    }

    private static Future<Class<?>> asking(String type, ClassLoader fresh, CyclicBarrier together) {
        FutureTask<Class<?>> task = new FutureTask<>(() -> {
            together.await();
            return Class.forName(type, true, fresh);
        });
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static MemoryPast flat(List<PastChanges> all, PastChanges... more) {
        MemoryPast flat = new MemoryPast();
        all.forEach(flat::add);
        List.of(more).forEach(flat::add);
        return flat;
    }

    private static void requireSame(Past past, RandomPast model, Random random, String when) {
        String where = "MemoryPastTest " + when;
        requireMoney(past, model, where);
        requireEvents(past, model, random, where);
        requireAwards(past, model, random, where);
        for (TransactionKind kind : List.of(TransactionKind.AWARD, TransactionKind.SPEND)) {
            assertThat(past.standing(kind)).as(where).isEqualTo(model.standing(kind));
        }
        assertThat(past.entries()).as(where).isEqualTo(model.transactions.size());
        assertThat(past.inheritance())
                .as(where)
                .isEqualTo(new Inheritance(
                        model.empty(lot -> true),
                        List.copyOf(model.sales.values()),
                        model.cancelled,
                        model.standing().toList()));
    }

    private static void requireMoney(Past past, RandomPast model, String where) {
        assertThat(past.transaction("none")).as(where).isEmpty();
        for (Transaction transaction : model.transactions) {
            assertThat(past.transaction(transaction.id())).as(where).contains(transaction);
            assertThat(past.reversedOf(transaction)).as(where).isEqualTo(model.reversedOf(transaction));
            assertThat(past.standing(transaction))
                    .as(where)
                    .isEqualTo(transaction.amount().minus(model.reversedOf(transaction)));
        }
        assertThat(past.lot("none")).as(where).isEmpty();
        for (Lot lot : model.lots.values()) {
            Optional<Lot> empty =
                    Optional.of(lot).filter(each -> each.remaining().isZero());
            assertThat(past.lot(lot.id())).as(where).isEqualTo(empty);
            assertThat(past.voucher("hash of " + lot.id()))
                    .as(where)
                    .isEqualTo(empty.filter(each -> each.voucher().isPresent()));
            assertThat(past.lotsOf(lot.provenance().event()))
                    .as(where)
                    .isEqualTo(model.empty(
                            each -> each.provenance().isOf(lot.provenance().event())));
        }
    }

    private static void requireEvents(Past past, RandomPast model, Random random, String where) {
        for (int i = 0; i < RandomPast.EVENTS; i++) {
            EventKey event = RandomPast.event(i);
            assertThat(past.lotsOf(event))
                    .as(where)
                    .isEqualTo(model.empty(lot -> lot.provenance().isOf(event)));
            Optional<Sale> sale = Optional.ofNullable(model.sales.get(event));
            assertThat(past.sale(event)).as(where).isEqualTo(sale);
            assertThat(past.isCancelled(event)).as(where).isEqualTo(model.cancelled.contains(event));
            assertThat(past.countedFor(event)).as(where).isEqualTo(model.countedFor(event));
        }
        for (String offer : RandomPast.OFFERS) {
            Instant from = RandomPast.date(random);
            Instant through = RandomPast.date(random);
            int most = random.nextInt(4);
            List<Counted> expected = model.counted(offer, from, through);
            assertThat(past.counted(offer, from, through, most))
                    .as(where)
                    .isEqualTo(expected.subList(0, Math.min(most, expected.size())));
            assertThat(past.counted(offer, from, through, Integer.MAX_VALUE))
                    .as(where)
                    .isEqualTo(expected);
            assertThat(past.counted(offer, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE))
                    .as(where)
                    .isEqualTo(model.counted(offer, Instant.EPOCH, Instant.MAX));
        }
    }

    private static void requireAwards(Past past, RandomPast model, Random random, String where) {
        assertThat(past.award("none")).as(where).isEmpty();
        model.awards.forEach(
                (lot, award) -> assertThat(past.award(lot)).as(where).contains(award));
        Set<String> except = new HashSet<>();
        model.awards.keySet().stream().filter(lot -> random.nextInt(3) == 0).forEach(except::add);
        for (Set<String> left : List.of(Set.<String>of(), except, Set.copyOf(model.awards.keySet()))) {
            requireFigures(past, model, new AwardQuestion(Optional.empty(), Optional.empty(), left), where);
            for (String offer : RandomPast.OFFERS) {
                requireFigures(past, model, new AwardQuestion(Optional.of(offer), Optional.empty(), left), where);
                for (AwardSubject subject : RandomPast.SUBJECTS) {
                    requireFigures(
                            past, model, new AwardQuestion(Optional.of(offer), Optional.of(subject), left), where);
                }
            }
            assertThat(past.standsByItself(left)).as(where).isEqualTo(model.standsByItself(left));
            Instant from = RandomPast.date(random);
            Instant through = RandomPast.date(random);
            for (Denomination denomination : List.of(EUR, POINTS)) {
                for (Set<String> types : List.of(Set.<String>of(), Set.of("TA", "TB"))) {
                    Award.PercentageOfAwarded of = new Award.PercentageOfAwarded(
                            Percentage.of("10"), new TimeSpan(1, SpanUnit.DAYS), types, Set.of(), denomination);
                    for (String offer : RandomPast.OFFERS) {
                        assertThat(past.awarded(of, offer, from, through, left))
                                .as(where)
                                .isEqualTo(model.awarded(of, offer, from, through, left));
                    }
                }
            }
            for (Set<String> offers : List.of(Set.<String>of(), Set.of("A", "B"))) {
                assertThat(past.firstAward(from, offers, left))
                        .as(where)
                        .isEqualTo(model.firstAward(from, offers, left));
            }
        }
        assertThat(past.waited()).as(where).isEqualTo(model.waited());
        model.awards
                .values()
                .forEach(award -> assertThat(past.sharesOf(award)).as(where).isEqualTo(model.sharesOf(award)));
        for (String offer : RandomPast.OFFERS) {
            List<PastAward> all = model.asked(AwardQuestion.of(offer));
            assertThat(past.awardsOf(offer)).as(where).isEqualTo(all);
            Instant from = RandomPast.date(random);
            Instant until = RandomPast.date(random);
            assertThat(past.awardsOf(offer, from, until))
                    .as(where)
                    .isEqualTo(all.stream()
                            .filter(award ->
                                    !award.on().isBefore(from) && award.on().isBefore(until))
                            .toList());
        }
    }

    private static void requireFigures(Past past, RandomPast model, AwardQuestion question, String where) {
        AwardFigures figures = past.awards(question);
        List<PastAward> asked = model.asked(question);
        List<Object> said = new ArrayList<>(List.of(
                figures.awards(),
                figures.own(),
                figures.amount(EUR).units(),
                figures.amount(POINTS).units(),
                figures.last()));
        List<Object> counted = new ArrayList<>(List.of(
                (long) asked.size(),
                asked.stream().filter(PastAward::isOwn).count(),
                sum(asked, EUR),
                sum(asked, POINTS),
                asked.stream().map(PastAward::on).max(Instant::compareTo).orElse(Instant.MIN)));
        if (question.offer().isPresent()) {
            said.add(figures.latestDay());
            counted.add(asked.stream()
                    .flatMap(award -> award.subject().day().stream())
                    .max(LocalDate::compareTo));
        }
        assertThat(said).as(() -> where + " " + question).isEqualTo(counted);
    }

    private static long sum(List<PastAward> awards, Denomination denomination) {
        return awards.stream()
                .filter(award -> award.amount().denomination().equals(denomination))
                .mapToLong(award -> award.amount().units())
                .sum();
    }
}
