package io.rewards.cli;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.cli.Table.Side;
import io.rewards.offer.OfferKinds;
import java.io.PrintWriter;
import java.util.List;

/** Prints one offer in full. */
final class OfferText {

    private static final String INDENT = "  ";

    private final Table table = new Table(Side.LEFT, Side.LEFT);

    private OfferText() {}

    static void print(Programme programme, Offer offer, PrintWriter out) {
        out.println(Printable.of(
                offer.number() + " " + offer.code() + (offer.name().equals(offer.code()) ? "" : ": " + offer.name())));
        OfferText text = new OfferText();
        text.offer(programme, offer);
        text.table.print(out, INDENT);
    }

    private void offer(Programme programme, Offer offer) {
        When when = new When(programme.settings().zone());
        row("about", offer.description());
        row("scheme", offer.scheme());
        row("type", offer.type());
        row("category", offer.category());
        row("template", offer.template());
        row("owner", offer.ownership().group());
        row("seen by", OfferWords.of(offer.ownership().privacy()));
        row("classification", offer.classification().name());
        row("goal", OfferWords.of(OffersCommand.goalOf(programme, offer)));
        row(
                "state",
                OfferWords.of(offer.state())
                        + offer.latestEffectiveDate()
                                .map(since -> " since " + when.moment(since))
                                .orElse(""));
        row("evaluated", OfferWords.evaluation(offer));
        row("awards", OfferWords.award(offer));
        rows("for", OfferKinds.asks(offer, new Spoken(when)));
        rows("valid", OfferWords.validity(offer, when));
        rows("if", OfferWords.conditions(offer));
        rows("limits", OfferWords.limits(offer));
        row("spent", OfferWords.method(offer));
        rows("award", OfferWords.handling(offer));
        row("spendable", OfferWords.awardValidity(offer.awardValidity()));
        rows("only", OfferWords.spendConditions(offer.spendConditions()));
        offer.attributes().values().forEach((name, value) -> row(name, value.text()));
    }

    private void row(String label, String words) {
        if (!words.isEmpty()) {
            table.row(label, words);
        }
    }

    private void rows(String label, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            table.row(i == 0 ? label : "", words.get(i));
        }
    }
}
