package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import io.rewards.offer.OfferKind;
import io.rewards.offer.OfferKinds;
import io.rewards.shape.Shape;
import tools.jackson.databind.node.ObjectNode;

/** How the terms of an offer stand in its fields, as the shape of its kind says. */
final class OfferTerms {

    private static final String FIELD = "terms";
    private static final String UNREADABLE = "?";

    private OfferTerms() {}

    /** The terms in the fields of an offer; harmless ones where they cannot be read. */
    static Terms read(Fields offer, Classification classification, ShapeReader shapes) {
        Shape<? extends Terms> shape = OfferKinds.of(classification).shape();
        if (offer.value(FIELD).isEmpty() && !shape.isDemanding()) {
            return offer.isMisspelt(FIELD)
                    ? harmless(offer, classification, shapes)
                    : shape.ofNothing(shapes.currency());
        }
        Reading<Terms> reading = value -> value.object(fields -> shapes.part(shape, fields));
        return offer.required(FIELD, reading).orElseGet(() -> harmless(offer, classification, shapes));
    }

    /** What stands in for terms of {@code classification} that are not known. */
    static Terms harmless(Fields offer, Classification classification, ShapeReader shapes) {
        offer.doubt(FIELD);
        return OfferKinds.of(classification).little(new Amount(shapes.currency(), 1), UNREADABLE);
    }

    /** Writes terms into an offer, unless there is nothing to say. */
    static void write(ObjectNode offer, Terms terms) {
        ObjectNode written = offer.putObject(FIELD);
        write(OfferKinds.of(terms.classification()), terms, written);
        if (written.isEmpty()) {
            offer.remove(FIELD);
        }
    }

    private static <T extends Terms> void write(
            OfferKind<T, ? extends Candidate> kind, Terms terms, ObjectNode written) {
        ShapeWriter.write(written, kind.shape(), kind.terms().cast(terms));
    }
}
