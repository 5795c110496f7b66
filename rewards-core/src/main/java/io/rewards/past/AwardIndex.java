package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds awards by lot, by offer and subject, and by date. Not thread-safe. */
final class AwardIndex {

    /** The awards of one offer, all together and by what they were for; those for nothing in particular only together. */
    private static final class OfOffer {

        private final AwardTally all = new AwardTally();
        private final TreeMap<String, AwardTally> bySubject = new TreeMap<>();
    }

    private final Map<String, PastAward> byLot = new HashMap<>();
    private final Map<String, OfOffer> byOffer = new HashMap<>();
    private final AwardTally own = new AwardTally();

    /** The award of a lot, standing or not. */
    Optional<PastAward> of(String lot) {
        return Optional.ofNullable(byLot.get(lot));
    }

    /** The lots of all awards, standing or not. */
    Set<String> lots() {
        return byLot.keySet();
    }

    /** Keeps {@code award} in the place of what was known of it. */
    void put(PastAward award) {
        PastAward before = byLot.put(award.lot(), award);
        if (before != null && before.stands()) {
            remove(before);
        }
        if (award.stands()) {
            OfOffer ofOffer = byOffer.computeIfAbsent(award.offer(), unused -> new OfOffer());
            ofOffer.all.add(award);
            if (!award.subject().isEmpty()) {
                ofOffer.bySubject
                        .computeIfAbsent(award.subject(), unused -> new AwardTally())
                        .add(award);
            }
            if (award.isOwn()) {
                own.add(award);
            }
        }
    }

    private void remove(PastAward award) {
        OfOffer ofOffer = byOffer.computeIfAbsent(award.offer(), unused -> new OfOffer());
        ofOffer.all.remove(award);
        if (!award.subject().isEmpty()) {
            ofOffer.bySubject.computeIfPresent(award.subject(), (subject, tally) -> {
                tally.remove(award);
                return tally.isEmpty() ? null : tally;
            });
        }
        if (award.isOwn()) {
            own.remove(award);
        }
    }

    AwardFigures figures(AwardQuestion question) {
        if (question.offer().isEmpty()) {
            return figures(own, question, "");
        }
        OfOffer ofOffer = byOffer.get(question.offer().get());
        if (ofOffer == null) {
            return AwardFigures.NONE;
        }
        Optional<String> subject = question.subject();
        if (subject.isEmpty() || (subject.get().isEmpty() && ofOffer.bySubject.isEmpty())) {
            return figures(ofOffer.all, question, latestSubject(ofOffer, question.except()));
        }
        if (!subject.get().isEmpty()) {
            AwardTally tally = ofOffer.bySubject.get(subject.get());
            return tally == null ? AwardFigures.NONE : figures(tally, question, subject.get());
        }
        AwardTally forNothing = new AwardTally();
        ofOffer.all.standing().stream()
                .filter(award -> award.subject().isEmpty())
                .forEach(forNothing::add);
        return figures(forNothing, question, "");
    }

    private AwardFigures figures(AwardTally tally, AwardQuestion question, String latestSubject) {
        List<PastAward> left = new ArrayList<>();
        for (String lot : question.except()) {
            PastAward award = byLot.get(lot);
            if (award != null && tally.standing().contains(award)) {
                left.add(award);
            }
        }
        return tally.without(left, question.except(), latestSubject);
    }

    private static String latestSubject(OfOffer ofOffer, Set<String> except) {
        for (Map.Entry<String, AwardTally> subject :
                ofOffer.bySubject.descendingMap().entrySet()) {
            for (PastAward award : subject.getValue().standing()) {
                if (!except.contains(award.lot())) {
                    return subject.getKey();
                }
            }
        }
        return "";
    }

    /** The awards of an offer, oldest first. */
    List<PastAward> ofOffer(String offer) {
        OfOffer ofOffer = byOffer.get(offer);
        return ofOffer == null ? List.of() : List.copyOf(ofOffer.all.standing());
    }

    /** Everything that stands, by offers. */
    List<PastAward> standing() {
        List<PastAward> all = new ArrayList<>();
        byOffer.values().forEach(each -> all.addAll(each.all.standing()));
        all.sort(PastAward.BY_DATE);
        return all;
    }

    Amount sum(Award.PercentageOfAwarded past, Instant from, Instant through, Set<String> except) {
        Amount sum = Amount.zero(past.denomination());
        for (PastAward award : own.standing().tailSet(PastAward.before(from))) {
            if (award.on().isAfter(through)) {
                break;
            }
            if (award.amount().denomination().equals(past.denomination())
                    && past.considers(award.offerType(), award.scheme())
                    && !except.contains(award.lot())) {
                sum = sum.plus(award.amount());
            }
        }
        return sum;
    }

    Optional<PastAward> first(Instant since, Set<String> offers, Set<String> except) {
        for (PastAward award : own.standing().tailSet(PastAward.before(since))) {
            if (!offers.contains(award.offer()) && !except.contains(award.lot())) {
                return Optional.of(award);
            }
        }
        return Optional.empty();
    }
}
