package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.Windows;
import io.rewards.catalogue.Catalogue;
import io.rewards.past.Past;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counts of a duplicate towards targets, which join those of the participant who stays, by their dates. Nothing is
 * awarded by that: a target that is reached by both together is awarded with the next event that counts. For one event.
 * Source: domain 4.6, 12.1 Q30.
 *
 * @param catalogue in force
 * @param counting of the participant who stays
 */
record MergedCounts(Catalogue catalogue, Counting counting) {

    /** Everything that counts for a participant who leaves, also what can count only for late events. */
    static Counters of(Account leaving, Past past) {
        Map<String, List<Counted>> counted = new HashMap<>(leaving.counters().counted());
        for (String offer : leaving.counters().over().keySet()) {
            List<Counted> all = new ArrayList<>(past.counted(offer, Instant.MIN, Instant.MAX, Integer.MAX_VALUE));
            all.addAll(leaving.progressOf(offer));
            all.sort(null);
            counted.put(offer, all);
        }
        return new Counters(counted, leaving.counters().collected());
    }

    /** They join. */
    void join(Counters leaving) {
        leaving.counted().forEach((offer, more) -> counting.join(offer, windows(offer), more));
        leaving.collected().forEach((offer, more) -> {
            List<Collected> all = new ArrayList<>(counting.collected().getOrDefault(offer, List.of()));
            all.addAll(more);
            all.sort(null);
            counting.put(offer, all);
        });
    }

    private Optional<Windows> windows(String code) {
        return catalogue
                .offer(code)
                .flatMap(OverTime::counting)
                .map(terms -> new Windows(terms.period(), catalogue.settings().zone()));
    }
}
