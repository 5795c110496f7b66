package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.FreeCapacityCandidate;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/** Purchases in quiet days and hours. Source: domain 2.4 C1. */
final class FreeCapacityKind extends OfferKind<Terms.FreeCapacity, FreeCapacityCandidate> {

    private static final Shape<Terms.FreeCapacity> SHAPE =
            Shape.of("Nothing: conditions.times names the quiet days and hours.", said -> new Terms.FreeCapacity());

    FreeCapacityKind() {
        super(
                Classification.UTILISE_FREE_CAPACITY,
                Terms.FreeCapacity.class,
                FreeCapacityCandidate.class,
                FreeCapacityCandidate::new);
    }

    @Override
    public Shape<Terms.FreeCapacity> shape() {
        return SHAPE;
    }

    @Override
    public Terms.FreeCapacity little(Amount amount, String code) {
        return new Terms.FreeCapacity();
    }

    @Override
    List<String> asks(Terms.FreeCapacity terms, Offer offer, Words words) {
        return List.of("a purchase in quiet hours");
    }
}
