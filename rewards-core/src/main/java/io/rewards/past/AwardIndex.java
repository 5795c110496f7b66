package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.ledger.AwardSubject;
import io.rewards.wallet.Dependence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds awards by lot, by offer and subject, and by date. Not thread-safe. */
final class AwardIndex {

    /** The awards of one offer, all together, and by what they were for as soon as one was for something in particular. */
    private static final class OfOffer {

        private final AwardTally all = new AwardTally();
        private final Map<AwardSubject, AwardTally> bySubject = new HashMap<>(1);
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final Set<String> byThemselves = new HashSet<>(1);

        void add(PastAward award) {
            if (bySubject.isEmpty() && isForSomething(award)) {
                all.standing().forEach(this::addBySubject);
            }
            all.add(award);
            if (award.dependence() instanceof Dependence.None) {
                byThemselves.add(award.lot());
            }
            if (!bySubject.isEmpty() || isForSomething(award)) {
                addBySubject(award);
            }
        }

        private void addBySubject(PastAward award) {
            bySubject
                    .computeIfAbsent(award.subject(), unused -> new AwardTally())
                    .add(award);
            award.subject().day().ifPresent(days::add);
        }

        void remove(PastAward award) {
            all.remove(award);
            byThemselves.remove(award.lot());
            AwardTally tally = bySubject.get(award.subject());
            if (tally != null) {
                tally.remove(award);
                if (tally.isEmpty()) {
                    bySubject.remove(award.subject());
                    award.subject().day().ifPresent(days::remove);
                }
            }
        }

        private static boolean isForSomething(PastAward award) {
            return !award.subject().equals(AwardSubject.NOTHING);
        }

        /** The awards for {@code subject}; perhaps none. */
        Optional<AwardTally> of(AwardSubject subject) {
            return bySubject.isEmpty() && subject.equals(AwardSubject.NOTHING)
                    ? Optional.of(all)
                    : Optional.ofNullable(bySubject.get(subject));
        }

        /** The latest of the days for which an award stands that is none of {@code except}. */
        Optional<LocalDate> latestDay(Set<String> except) {
            return days.descendingSet().stream()
                    .filter(day -> of(new AwardSubject.Day(day)).stream()
                            .flatMap(tally -> tally.standing().stream())
                            .anyMatch(award -> !except.contains(award.lot())))
                    .findFirst();
        }
    }

    private final Map<String, PastAward> byLot = new HashMap<>();
    private final Map<String, OfOffer> byOffer = new HashMap<>();
    private final AwardTally own = new AwardTally();
    private final TreeSet<PastAward> shares = new TreeSet<>(PastAward.BY_DATE);
    private final TreeSet<PastAward> waited = new TreeSet<>(PastAward.BY_DATE);
    private Duration longestShare = Duration.ZERO;

    /** The award of a lot, standing or not. */
    Optional<PastAward> of(String lot) {
        return Optional.ofNullable(byLot.get(lot));
    }

    /** All awards, standing or not. */
    Collection<PastAward> all() {
        return Collections.unmodifiableCollection(byLot.values());
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
            ofOffer.add(award);
            if (award.isOwn()) {
                own.add(award);
            }
            noteDependence(award);
        }
    }

    private void noteDependence(PastAward award) {
        if (award.dependence() instanceof Dependence.OnShare share) {
            shares.add(award);
            Duration length = Duration.between(share.since(), award.on());
            longestShare = length.compareTo(longestShare) > 0 ? length : longestShare;
        } else if (award.dependence() instanceof Dependence.OnAnother) {
            waited.add(award);
        }
    }

    private void remove(PastAward award) {
        byOffer.computeIfAbsent(award.offer(), unused -> new OfOffer()).remove(award);
        if (award.isOwn()) {
            own.remove(award);
        }
        shares.remove(award);
        waited.remove(award);
    }

    AwardFigures figures(AwardQuestion question) {
        if (question.offer().isEmpty()) {
            return figures(own, question, Optional.empty());
        }
        OfOffer ofOffer = byOffer.get(question.offer().get());
        if (ofOffer == null) {
            return AwardFigures.NONE;
        }
        if (question.subject().isEmpty()) {
            return figures(ofOffer.all, question, ofOffer.latestDay(question.except()));
        }
        AwardSubject subject = question.subject().get();
        return ofOffer.of(subject)
                .map(tally -> figures(tally, question, subject.day()))
                .orElse(AwardFigures.NONE);
    }

    private AwardFigures figures(AwardTally tally, AwardQuestion question, Optional<LocalDate> latestDay) {
        List<PastAward> left = new ArrayList<>();
        for (String lot : question.except()) {
            PastAward award = byLot.get(lot);
            if (award != null && tally.standing().contains(award)) {
                left.add(award);
            }
        }
        return tally.without(left, question.except(), latestDay);
    }

    /** The awards of an offer, oldest first. */
    List<PastAward> ofOffer(String offer) {
        OfOffer ofOffer = byOffer.get(offer);
        return ofOffer == null ? List.of() : List.copyOf(ofOffer.all.standing());
    }

    /** The awards of an offer that were made from an instant until another, oldest first. */
    List<PastAward> ofOffer(String offer, Instant from, Instant until) {
        OfOffer ofOffer = byOffer.get(offer);
        return ofOffer == null || !from.isBefore(until)
                ? List.of()
                : List.copyOf(ofOffer.all.standing().subSet(PastAward.before(from), PastAward.before(until)));
    }

    /** Everything that stands, by offers. */
    List<PastAward> standing() {
        List<PastAward> all = new ArrayList<>();
        byOffer.values().forEach(each -> all.addAll(each.all.standing()));
        all.sort(PastAward.BY_DATE);
        return all;
    }

    Amount sum(Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except) {
        Amount sum = Amount.zero(past.denomination());
        for (PastAward award : own.standing().tailSet(PastAward.before(from))) {
            if (award.on().isAfter(through)) {
                break;
            }
            if (award.amount().denomination().equals(past.denomination())
                    && !award.offer().equals(offer)
                    && past.considers(award.offerType(), award.scheme())
                    && !except.contains(award.lot())) {
                sum = sum.plus(award.amount());
            }
        }
        return sum;
    }

    /** The awards that are a share of {@code award}, oldest first. */
    List<PastAward> sharesOf(PastAward award) {
        List<PastAward> found = new ArrayList<>();
        for (PastAward share : shares.tailSet(PastAward.before(award.on()))) {
            if (share.on().minus(longestShare).isAfter(award.on())) {
                break;
            }
            if (share.isShareOf(award)) {
                found.add(share);
            }
        }
        return found;
    }

    /** The awards that waited for another, oldest first. */
    List<PastAward> waited() {
        return List.copyOf(waited);
    }

    /** True where an award stands by itself that is none of {@code except}. */
    boolean standsByItself(Set<String> except) {
        for (OfOffer ofOffer : byOffer.values()) {
            for (String lot : ofOffer.byThemselves) {
                if (!except.contains(lot)) {
                    return true;
                }
            }
        }
        return false;
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
