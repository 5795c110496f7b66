package io.rewards.testkit;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that can be asked of a past, about everything that a naive one knows, and about what nobody knows.
 *
 * @param known what there is to ask about
 * @param events that may have done something
 * @param vouchers hashes of codes
 * @param seed of what is left out, and of spans
 */
record PastQuestions(NaivePast known, Set<EventKey> events, Set<String> vouchers, long seed) {

    private static final List<AwardSubject> SUBJECTS = List.of(
            AwardSubject.NOTHING,
            new AwardSubject.Page("2024-01-02"),
            new AwardSubject.Day(LocalDate.of(2024, 1, 2)),
            new AwardSubject.Page("nothing"));

    private static final Denomination PTS = new Denomination("PTS", 0);

    /** What {@code past} answers differently, one line for each question. */
    List<String> differences(Past past) {
        return Differences.between(answers(known), answers(past));
    }

    /** What {@code past} answers, by question. */
    private Map<String, Object> answers(Past past) {
        Map<String, Object> answers = new TreeMap<>();
        transactions(past, answers);
        Set<String> lots = new HashSet<>(known.lots().keySet());
        known.awards().forEach(award -> lots.add(award.lot()));
        lots.add("nothing");
        for (String lot : lots) {
            answers.put("lot " + lot, past.lot(lot));
            answers.put("award " + lot, past.award(lot));
        }
        for (EventKey event : events) {
            answers.put("lots of " + event, past.lotsOf(event));
            answers.put("sale " + event, past.sale(event));
            answers.put("cancelled " + event, past.isCancelled(event));
            answers.put("counted for " + event, past.countedFor(event));
        }
        vouchers.forEach(voucher -> answers.put("voucher " + voucher, past.voucher(voucher)));
        answers.put("entries", past.entries());
        answers.put("waited", past.waited());
        known.awards().forEach(award -> answers.put("shares of " + award.lot(), past.sharesOf(award)));
        answers.put("inheritance", past.inheritance());
        answers.put(
                "tier units",
                past.tierUnits(Instant.MIN, Instant.MAX).stream().sorted().toList());
        Dice dice = new Dice(seed);
        for (int i = 0; i < 8; i++) {
            some(past, answers, dice, lots);
        }
        return answers;
    }

    private void transactions(Past past, Map<String, Object> answers) {
        for (Transaction transaction : known.transactions()) {
            answers.put("transaction " + transaction.id(), past.transaction(transaction.id()));
            answers.put("reversed of " + transaction.id(), past.reversedOf(transaction));
            answers.put("standing of " + transaction.id(), past.standing(transaction));
        }
        answers.put("transaction", past.transaction("nothing"));
        answers.put("expirations", past.expirations(Instant.MIN));
        for (Transaction transaction : known.transactions()) {
            answers.put("expirations after " + transaction.on(), past.expirations(transaction.on()));
        }
        for (TransactionKind kind : List.of(TransactionKind.AWARD, TransactionKind.SPEND)) {
            answers.put("standing " + kind, past.standing(kind));
        }
    }

    private void some(Past past, Map<String, Object> answers, Dice dice, Set<String> lots) {
        Set<String> except = new HashSet<>();
        lots.stream().sorted().filter(lot -> dice.once(4)).forEach(except::add);
        Instant from = instant(dice);
        Instant through = instant(dice);
        answers.put(
                "tier units from " + from + " through " + through,
                past.tierUnits(from, through).stream().sorted().toList());
        for (String offer : List.of("A", "B", "C", "Z")) {
            for (Set<String> without : List.of(Set.<String>of(), except, lots)) {
                AwardQuestion all = new AwardQuestion(Optional.of(offer), Optional.empty(), without);
                put(answers, past, all, without);
                for (AwardSubject subject : SUBJECTS) {
                    put(answers, past, new AwardQuestion(Optional.of(offer), Optional.of(subject), without), without);
                }
            }
            answers.put("awards of " + offer, past.awardsOf(offer));
            answers.put(
                    "awards of " + offer + " from " + from + " until " + through, past.awardsOf(offer, from, through));
            answers.put(
                    "counted of " + offer + " from " + from + " through " + through,
                    past.counted(offer, from, through, Integer.MAX_VALUE));
            answers.put("first two counted of " + offer, past.counted(offer, from, through, 2));
            answers.put(
                    "counted of " + offer,
                    past.counted(offer, Events.START.minusSeconds(9), Events.FAR, Integer.MAX_VALUE));
        }
        put(answers, past, new AwardQuestion(Optional.empty(), Optional.empty(), except), except);
        for (Set<String> without : List.of(Set.<String>of(), except, lots)) {
            answers.put("stands by itself except " + without, past.standsByItself(without));
        }
        for (Set<String> types : List.of(Set.<String>of(), Set.of("type A"), Set.of("type B", "type C"))) {
            awarded(past, answers, types, Set.of(), from, through, except);
        }
        awarded(past, answers, Set.of(), Set.of("scheme B"), from, through, except);
        for (Set<String> offers : List.of(Set.<String>of(), Set.of("A"), Set.of("A", "B"))) {
            answers.put(
                    "first since " + from + " of none of " + offers + " except " + except,
                    past.firstAward(from, offers, except));
        }
    }

    private static void awarded(
            Past past,
            Map<String, Object> answers,
            Set<String> types,
            Set<String> schemes,
            Instant from,
            Instant through,
            Set<String> except) {
        for (Denomination denomination : List.of(Events.EUR, PTS)) {
            Award.PercentageOfAwarded award = new Award.PercentageOfAwarded(
                    Percentage.HUNDRED, new TimeSpan(1, SpanUnit.DAYS), types, schemes, denomination);
            for (String offer : List.of("A", "Z")) {
                answers.put(
                        "awarded " + award + " beside " + offer + " from " + from + " through " + through + " except "
                                + except,
                        past.awarded(award, offer, from, through, except));
            }
        }
    }

    /** Instants at which something happens, and some between. */
    private Instant instant(Dice dice) {
        List<PastAward> awards = known.awards();
        return awards.isEmpty() || dice.once(3)
                ? Events.START.plusSeconds(dice.below(400_000))
                : dice.oneOf(awards).on();
    }

    /** Amounts of nothing may be told or not, and the latest day is told of an offer only. */
    private static void put(Map<String, Object> answers, Past past, AwardQuestion question, Set<String> except) {
        AwardFigures figures = past.awards(question);
        Map<Denomination, Amount> amounts =
                new TreeMap<>((one, other) -> one.code().compareTo(other.code()));
        figures.amounts().forEach((denomination, amount) -> {
            if (!amount.isZero()) {
                amounts.put(denomination, amount);
            }
        });
        String asked = "figures of " + question.offer() + " for " + question.subject() + " except " + except;
        answers.put(
                asked,
                List.of(
                        figures.awards(),
                        figures.own(),
                        amounts,
                        figures.last(),
                        question.offer().isEmpty() ? "" : figures.latestDay()));
    }
}
