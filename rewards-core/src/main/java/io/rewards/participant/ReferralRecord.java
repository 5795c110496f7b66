package io.rewards.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By whom a participant was referred, and what the referrer has been told. Immutable. Source: domain 2.4 C11.
 *
 * @param event key of the referral, as text
 * @param referrer id of the participant who referred this one
 * @param on when
 * @param followedUp true when an award to this participant has been told to the referrer
 * @param times how often the referrer was told: again where the award was taken back and another came, or where another
 *     award was the first that an offer asks for
 * @param tellings of which an award for referring may stand, oldest first
 * @param waiting codes of the offers that wait for another award than the first; none before that one
 */
public record ReferralRecord(
        String event,
        String referrer,
        Instant on,
        boolean followedUp,
        long times,
        List<Telling> tellings,
        Set<String> waiting) {

    /**
     * That the referrer was told of an award. Immutable.
     *
     * @param told key of the event that told the referrer, as text
     * @param award key of the event that was awarded, as text
     * @param completed codes of the offers for which it was the first award that they ask for
     */
    public record Telling(String told, String award, Set<String> completed) {

        /** Copies the codes. */
        public Telling {
            completed = Collections.unmodifiableSet(new TreeSet<>(completed));
        }
    }

    /** Copies the collections. */
    public ReferralRecord {
        tellings = List.copyOf(tellings);
        waiting = Collections.unmodifiableSet(new TreeSet<>(waiting));
    }

    /** A referral that nobody was told of. */
    public ReferralRecord(String event, String referrer, Instant on) {
        this(event, referrer, on, false, 0, List.of(), Set.of());
    }

    /** This referral, of which there is nothing more to tell. */
    public ReferralRecord closed() {
        return new ReferralRecord(event, referrer, on, true, times, tellings, Set.of());
    }

    /** This referral, told to the referrer, while the offers of these codes wait for another award. */
    public ReferralRecord told(Telling telling, Set<String> stillWaiting) {
        List<Telling> all = new ArrayList<>(tellings);
        all.add(telling);
        return new ReferralRecord(event, referrer, on, true, times + 1, all, stillWaiting);
    }

    /** This referral after what completed these offers is no more: they wait again. */
    public ReferralRecord untold(Telling telling, Set<String> offers) {
        List<Telling> left = new ArrayList<>();
        for (Telling each : tellings) {
            Set<String> completed = new TreeSet<>(each.completed());
            if (each.equals(telling)) {
                completed.removeAll(offers);
            }
            left.add(new Telling(each.told(), each.award(), completed));
        }
        Set<String> again = new TreeSet<>(waiting);
        again.addAll(offers);
        return new ReferralRecord(event, referrer, on, true, times, left, again);
    }

    /** This referral, as if the referrer had not been told: nothing of all that was told of stands. */
    public ReferralRecord untold() {
        return new ReferralRecord(event, referrer, on, false, times, List.of(), Set.of());
    }
}
