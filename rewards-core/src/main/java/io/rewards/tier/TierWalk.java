package io.rewards.tier;

import io.rewards.catalogue.TierFall;
import io.rewards.catalogue.TierLadder;
import io.rewards.event.EventKey;
import io.rewards.tier.TierChange.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Takes one participant from one look at the tier to the next. A tier is looked at when something is bought, whether it
 * rises, and at its reviews, whether it falls; what a look sees are the units of purchases in a window, less what had come
 * back by then. So where a participant stands follows from what happened and when, and not from the order in which the
 * engine was told: what is told late is looked at again from its own date on. Not thread-safe. Source: domain 8.4.
 */
public final class TierWalk {

    /** The units that were told of before. */
    @FunctionalInterface
    public interface Told {

        /** Those whose purchases are dated from an instant through another, in any order. */
        List<TierUnits> between(Instant from, Instant through);
    }

    private static final Instant NEVER = Instant.MIN;

    /** A month before the 30th may be the 28th, so a later window can begin so much earlier. */
    private static final int MOST_DAYS_CUT = 4;

    private final TierLadder ladder;
    private final List<TierChange> changes;
    private final List<TierChange> given;
    private final List<TierUnits> news = new ArrayList<>();
    private final Told told;
    private Optional<List<TierUnits>> known = Optional.empty();
    private Optional<TierPeriod> period;
    private DayBook days;
    private Instant seen;
    private Instant returned;

    /** What is seen before it is in the days. */
    private Instant counted = Instant.MAX;

    /**
     * A walk on from where somebody stands.
     *
     * @param told what counted before
     */
    public TierWalk(TierLadder ladder, Tiering from, Told told) {
        this.ladder = ladder;
        this.told = told;
        changes = new ArrayList<>(from.changes());
        given = new ArrayList<>(from.given());
        period = from.period();
        days = new DayBook(
                from.days().currency().orElse(ladder.currency()),
                from.days().from(),
                from.days().days());
        seen = from.seen().orElse(NEVER);
        returned = from.returned().orElse(NEVER);
    }

    /** Makes the reviews that are due by {@code at}. */
    public TierWalk until(Instant at) {
        hold();
        reviewUntil(at);
        return this;
    }

    /** Goes to where the participant was at {@code at}, be it before what was told last. */
    public TierWalk at(Instant at) {
        if (at.isBefore(seen)) {
            changes.removeIf(change -> change.on().isAfter(at));
            backTo(at.plusNanos(1));
        }
        return until(at);
    }

    /** All changes so far, oldest first. */
    public List<TierChange> changes() {
        return List.copyOf(changes);
    }

    /** Goes on with what an event told about the units of purchases. */
    public TierWalk with(List<TierUnits> units) {
        units.stream().sorted().forEach(this::one);
        return this;
    }

    /** Goes on with what somebody set by hand. */
    public TierWalk with(TierChange set) {
        go(set.on(), List.of(), List.of(set));
        return this;
    }

    /** Goes on with what came from a duplicate. */
    public TierWalk with(TierHandover from) {
        go(from.change().on(), from.units(), List.of(from.change()));
        return this;
    }

    /** Where the walk has led. */
    public Tiering done() {
        forget();
        return new Tiering(changes, given, period, days.done(), known(seen), known(returned));
    }

    private static Optional<Instant> known(Instant instant) {
        return instant.equals(NEVER) ? Optional.empty() : Optional.of(instant);
    }

    /** The next review that is due, if there is one. */
    public Optional<Instant> nextReview() {
        Optional<TierLock> lock = lock();
        if (lock.isPresent()) {
            return lock.get().until();
        }
        return dueReview().map(due -> due.isAfter(seen) ? due : seen);
    }

    /** One period after the tier was reached or reviewed; under a programme that has changed, perhaps long ago. */
    private Optional<Instant> dueReview() {
        int place = place();
        return period.isEmpty() || place < 0 || !ladder.at(place).isReviewed()
                ? Optional.empty()
                : Optional.of(ladder.review(ladder.at(place), period.get().start()));
    }

    /** The place of the participant among the tiers. */
    public int place() {
        return latest().map(change -> ladder.placeOf(change.tier())).orElse(ladder.bottom());
    }

    /** The lock that is in force, if one is. */
    public Optional<TierLock> lock() {
        return latest().flatMap(TierChange::lock).filter(lock -> lock.holdsAt(seen));
    }

    /** The first instant of what can lift to the tier at a place, in a look at {@code at}. */
    public Instant windowStart(int place, Instant at) {
        Instant start = ladder.windowAt(place).before(at, ladder.zone());
        return lostAt().filter(start::isBefore).orElse(start).plusNanos(1);
    }

    /** What counts towards keeping the tier at its next review, from its first instant on. */
    public Optional<Instant> keptFrom() {
        return nextReview().map(due -> keptFrom(place(), due));
    }

    private Optional<TierChange> latest() {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.get(changes.size() - 1));
    }

    private void one(TierUnits units) {
        hold();
        boolean takesOff = units.amount().isNegative() && units.seen().isAfter(returned);
        returned = takesOff ? units.seen() : returned;
        if (units.seen().isAfter(seen) || (units.seen().equals(seen) && units.lift())) {
            news.add(units);
            look(List.of(units), List.of());
        } else if (isHarmless(units)) {
            news.add(units);
            count(units);
        } else {
            go(units.seen(), List.of(units), List.of());
        }
    }

    private void go(Instant first, List<TierUnits> units, List<TierChange> gifts) {
        hold();
        news.addAll(units);
        given.addAll(gifts);
        given.sort(Comparator.comparing(TierChange::on));
        if (first.isAfter(seen)) {
            look(units, gifts);
        } else {
            again(first);
        }
    }

    /** One instant after the other: reviews, what was given, what counts, and whether it lifts. */
    private void look(List<TierUnits> units, List<TierChange> gifts) {
        SortedSet<Instant> instants = new TreeSet<>();
        units.forEach(each -> instants.add(each.seen()));
        gifts.forEach(each -> instants.add(each.on()));
        for (Instant at : instants) {
            counted = at;
            reviewUntil(at);
            List<TierChange> taken =
                    gifts.stream().filter(gift -> gift.on().equals(at)).toList();
            taken.forEach(this::take);
            List<TierUnits> now =
                    units.stream().filter(each -> each.seen().equals(at)).toList();
            now.forEach(this::count);
            counted = at.plusNanos(1);
            seen = seen.isBefore(at) ? at : seen;
            boolean merged = taken.stream().anyMatch(gift -> gift.why() == Why.MERGED);
            if (merged || now.stream().anyMatch(TierUnits::lift)) {
                rise(
                        at,
                        now.stream()
                                .filter(TierUnits::lift)
                                .flatMap(each -> each.lifting().stream())
                                .findFirst());
            }
        }
    }

    private void count(TierUnits each) {
        days.add(each.on(), ladder.now(each.amount()));
    }

    private void take(TierChange gift) {
        boolean higher = ladder.placeOf(gift.tier()) > place() && lock().isEmpty();
        if (gift.why() == Why.SET || higher) {
            changes.add(gift);
            period = Optional.of(gift.period());
        }
    }

    private void rise(Instant at, Optional<EventKey> event) {
        if (lock().isPresent()) {
            return;
        }
        int now = place();
        for (int place = ladder.top(); place > now; place--) {
            if (reaches(ladder.at(place).reached(), windowStart(place, at))) {
                change(place, at, Why.REACHED, event);
                return;
            }
        }
    }

    private void change(int place, Instant at, Why why, Optional<EventKey> event) {
        TierPeriod from = new TierPeriod(at, event.isEmpty());
        changes.add(new TierChange(ladder.codeAt(place), at, why, event, from, Optional.empty()));
        period = Optional.of(from);
    }

    private void reviewUntil(Instant at) {
        for (Optional<Instant> due = nextReview(); due.isPresent() && !due.get().isAfter(at); due = nextReview()) {
            review(due.get());
        }
    }

    /** After a lock the tier may rise as well: nothing could while it was locked. */
    private void review(Instant at) {
        boolean locked = lock().isPresent();
        int place = place();
        Instant from = keptFrom(place, at);
        seen = at;
        if (locked) {
            rise(at, Optional.empty());
        }
        if (place() > place) {
            return;
        }
        if (place < 0
                || !ladder.at(place).isReviewed()
                || reaches(ladder.at(place).kept(), from)) {
            period = Optional.of(new TierPeriod(at, true));
        } else {
            change(fallen(place, from), at, Why.FELL, Optional.empty());
        }
    }

    /** A tier that was set by hand was not earned, so at the end of its lock the whole last period decides. */
    private Instant keptFrom(int place, Instant due) {
        if (place < 0 || period.isEmpty()) {
            return due;
        }
        Instant first = period.get().first();
        if (lock().isEmpty() && dueReview().filter(due::equals).isPresent()) {
            return first;
        }
        Instant window = ladder.windowAt(place).before(due, ladder.zone());
        return lock().isEmpty() && first.isAfter(window) ? first : window;
    }

    private int fallen(int place, Instant from) {
        int below = place - 1;
        if (ladder.at(place).falls() == TierFall.ONE_LEVEL) {
            return below;
        }
        while (below > ladder.bottom() && !reaches(ladder.at(below).reached(), from)) {
            below--;
        }
        return below;
    }

    /** What earned a tier that was lost does not earn it again in the hours by which days and windows differ. */
    private Optional<Instant> lostAt() {
        return changes.size() < 2 || changes.get(changes.size() - 1).why() != Why.FELL
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 2))
                        .filter(lost -> lost.why() == Why.REACHED)
                        .map(TierChange::on);
    }

    /** True where so many units count from an instant on. Days say it unless the first of them decides. */
    private boolean reaches(long units, Instant from) {
        LocalDate border = DayBook.day(from);
        long sure = days.after(border);
        if (ladder.units(sure) >= units) {
            return true;
        }
        return ladder.units(DayBook.sum(sure, days.on(border))) >= units
                && ladder.units(DayBook.sum(sure, part(from, border))) >= units;
    }

    /** What counts on a day from an instant on. */
    private long part(Instant from, LocalDate day) {
        Instant end = DayBook.start(day.plusDays(1));
        return known.orElseGet(() -> all(from, end.minusNanos(1))).stream()
                .filter(each -> !each.on().isBefore(from)
                        && each.on().isBefore(end)
                        && each.seen().isBefore(counted))
                .mapToLong(each -> ladder.now(each.amount()))
                .sum();
    }

    /** True for what comes late, or last, and cannot change any look that was made. */
    private boolean isHarmless(TierUnits units) {
        boolean changedSince =
                latest().filter(change -> !change.on().isBefore(units.seen())).isPresent();
        boolean givenSince = given.stream().anyMatch(gift -> !gift.on().isBefore(units.seen()));
        boolean returnedSince = units.lift() && !returned.isBefore(units.seen());
        if (changedSince || givenSince || returnedSince) {
            return false;
        }
        return units.amount().isNegative()
                ? period.filter(now -> !now.start().isBefore(units.seen())).isEmpty()
                : !couldLift(units);
    }

    private boolean couldLift(TierUnits units) {
        long amount = ladder.now(units.amount());
        for (int place = place() + 1; place <= ladder.top(); place++) {
            Instant start = ladder.windowAt(place).before(units.on(), ladder.zone());
            long most = DayBook.sum(days.after(DayBook.day(start).minusDays(1)), amount);
            if (!days.holds(DayBook.day(start), ladder.currency())
                    || ladder.units(most) >= ladder.at(place).reached()) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to what was before {@code first}, and from there on again with what is known now. */
    private void again(Instant first) {
        Instant through = seen;
        changes.removeIf(change -> !change.on().isBefore(first));
        backTo(first);
        LocalDate from = firstDay(first);
        List<TierUnits> all = all(DayBook.start(from), Instant.MAX);
        known = Optional.of(all);
        days = new DayBook(ladder.currency(), Optional.of(from), List.of());
        all.stream().filter(each -> each.seen().isBefore(first)).forEach(this::count);
        look(
                all.stream().filter(each -> !each.seen().isBefore(first)).toList(),
                given.stream().filter(gift -> !gift.on().isBefore(first)).toList());
        reviewUntil(through);
        seen = seen.isBefore(through) ? through : seen;
        known = Optional.empty();
    }

    /** Everything that was told, what is new included, of purchases dated from an instant through another, in order. */
    private List<TierUnits> all(Instant from, Instant through) {
        List<TierUnits> all = new ArrayList<>(told.between(from, through));
        all.addAll(news);
        all.removeIf(each -> each.on().isBefore(from) || each.on().isAfter(through));
        Collections.sort(all);
        return all;
    }

    /** The period that was under way at {@code first}: every review since the last change had kept the tier. */
    private void backTo(Instant first) {
        period = latest().map(TierChange::period);
        seen = latest().map(TierChange::on).orElse(NEVER);
        for (Optional<Instant> due = nextReview(); due.isPresent() && due.get().isBefore(first); due = nextReview()) {
            seen = due.get();
            period = Optional.of(new TierPeriod(seen, true));
        }
    }

    /** Sees to it that all days are held which a look can need. */
    private void hold() {
        if (seen.equals(NEVER)) {
            return;
        }
        LocalDate first = firstDay(seen);
        if (days.holds(first, ladder.currency())) {
            return;
        }
        days = new DayBook(ladder.currency(), Optional.of(first), List.of());
        all(DayBook.start(first), Instant.MAX).forEach(this::count);
    }

    private void forget() {
        if (!seen.equals(NEVER)) {
            days.forgetBefore(firstDay(seen).minusDays(MOST_DAYS_CUT));
        }
    }

    /** The first day that a look after {@code at} can ask for. */
    private LocalDate firstDay(Instant at) {
        Instant window = ladder.earliest(at);
        boolean reviewed =
                lock().isEmpty() && dueReview().filter(due -> due.isAfter(at)).isPresent();
        Instant first =
                reviewed ? period.map(TierPeriod::first).filter(window::isAfter).orElse(window) : window;
        return DayBook.day(first).minusDays(MOST_DAYS_CUT);
    }
}
