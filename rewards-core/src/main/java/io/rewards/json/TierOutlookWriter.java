package io.rewards.json;

import io.rewards.tier.TierChange;
import io.rewards.tier.TierOutlook;
import tools.jackson.databind.node.ObjectNode;

/** Writes the explanation of a tier as one line of JSON; see docs/formats.md. Thread-safe. */
public final class TierOutlookWriter {

    private TierOutlookWriter() {}

    /** One line, without a line break. */
    public static String write(TierOutlook outlook) {
        return Writing.line(object -> {
            object.put("participant", outlook.participant());
            object.put("asOf", outlook.asOf().toString());
            object.put("tier", outlook.tier());
            outlook.since().ifPresent(since -> object.put("since", since.toString()));
            Writing.flag(object, "locked", outlook.locked(), false);
            outlook.next().ifPresent(next -> next(object.putObject("next"), next));
            outlook.keeping().ifPresent(keeping -> keeping(object.putObject("keeping"), keeping));
            Writing.objects(object, "purchases", outlook.purchases(), TierOutlookWriter::purchase);
            Writing.objects(object, "history", outlook.history(), TierOutlookWriter::change);
        });
    }

    private static void next(ObjectNode written, TierOutlook.Next next) {
        written.put("tier", next.tier());
        written.put("from", next.from().toString());
        written.put("units", next.units());
        written.put("reach", next.reach());
        written.put("missing", next.missing());
        next.until().ifPresent(until -> written.put("until", until.toString()));
    }

    private static void keeping(ObjectNode written, TierOutlook.Keeping keeping) {
        written.put("review", keeping.review().toString());
        written.put("from", keeping.from().toString());
        written.put("units", keeping.units());
        written.put("keep", keeping.keep());
        written.put("missing", keeping.missing());
    }

    private static void purchase(ObjectNode written, TierOutlook.CountedPurchase purchase) {
        OutcomeWriter.key(written, "purchase", purchase.purchase());
        written.put("on", purchase.on().toString());
        written.put("amount", purchase.amount().toString());
        Writing.flag(written, "forNext", purchase.forNext(), false);
        Writing.flag(written, "forKeeping", purchase.forKeeping(), false);
    }

    private static void change(ObjectNode written, TierChange change) {
        written.put("tier", change.tier());
        written.put("on", change.on().toString());
        written.put("why", change.why().name());
        change.event().ifPresent(event -> OutcomeWriter.key(written, "event", event));
        change.lock().ifPresent(lock -> {
            written.put("reason", lock.reason());
            written.put("user", lock.user());
            lock.until().ifPresent(until -> written.put("until", until.toString()));
        });
    }
}
