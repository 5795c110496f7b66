package io.rewards.offer;

import io.rewards.account.Accumulation;
import io.rewards.account.Windows;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Qualifying;
import io.rewards.decision.Situation;
import io.rewards.event.CustomerEvent;
import io.rewards.shape.Field;
import io.rewards.shape.Type;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.util.List;

/** Purchases that count towards a target within a period. Source: domain 2.4 C4 to C6. */
abstract class CountingKind<T extends AccumulatingTerms, C extends AccumulatingCandidate> extends OfferKind<T, C> {

    /** The shortest of periods. */
    static final TimeSpan ONE_DAY = new TimeSpan(1, SpanUnit.DAYS);

    CountingKind(Classification classification, Class<T> terms, Class<C> candidate, Counting<C> counting) {
        super(classification, terms, candidate, counting);
    }

    /** Joins an offer with what happened, and with what was counted before. */
    @FunctionalInterface
    interface Counting<C> extends Joining<C> {

        /** What the rules are asked about. */
        C of(Situation situation, Offer offer, Qualifying qualifying, Accumulation accumulation);

        @Override
        default C of(Situation situation, Offer offer, Qualifying qualifying) {
            return of(situation, offer, qualifying, accumulation(situation, offer, qualifying));
        }
    }

    /** Within which the target is to be reached. */
    static <T extends AccumulatingTerms> Field<T, TimeSpan> period() {
        return Field.required("period", Type.SPAN, AccumulatingTerms::period, "");
    }

    private static Accumulation accumulation(Situation situation, Offer offer, Qualifying qualifying) {
        AccumulatingTerms terms = (AccumulatingTerms) offer.terms();
        CustomerEvent event = situation.event();
        Windows windows = new Windows(terms.period(), situation.zone());
        List<Counted> open = windows.around(situation.account(), situation.past(), offer.code(), event.performedOn());
        long units = terms.counts(qualifying.base(), qualifying.quantity());
        long rewarded = terms.counts(qualifying.rewarded(), qualifying.quantity());
        Counted purchase = new Counted(event.key(), event.performedOn(), units, rewarded);
        return Accumulation.of(open, purchase, terms.targetUnits(), terms.period(), terms.carries(), situation.zone());
    }
}
