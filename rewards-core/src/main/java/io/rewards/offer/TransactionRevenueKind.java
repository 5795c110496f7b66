package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.TransactionRevenueCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;

/** Purchases of a certain size. Source: domain 2.4 C2. */
final class TransactionRevenueKind extends OfferKind<Terms.TransactionRevenue, TransactionRevenueCandidate> {

    private static final Field<Terms.TransactionRevenue, Amount> FROM =
            Field.required("from", Type.PRICE, Terms.TransactionRevenue::from, "The smallest purchase, itself inside.");
    private static final Field<Terms.TransactionRevenue, Optional<Amount>> TO =
            Field.optional("to", Type.PRICE, Terms.TransactionRevenue::to, "The largest purchase, itself inside.");
    private static final Shape<Terms.TransactionRevenue> SHAPE = Shape.of(
            "The size of the purchase.", said -> new Terms.TransactionRevenue(said.of(FROM), said.of(TO)), FROM, TO);

    TransactionRevenueKind() {
        super(
                Classification.INCREASE_REVENUE_TRANSACTION_BASED,
                Terms.TransactionRevenue.class,
                TransactionRevenueCandidate.class,
                TransactionRevenueCandidate::new);
    }

    @Override
    public Shape<Terms.TransactionRevenue> shape() {
        return SHAPE;
    }

    @Override
    public Terms.TransactionRevenue little(Amount amount, String code) {
        return new Terms.TransactionRevenue(amount, Optional.of(amount));
    }

    @Override
    List<String> asks(Terms.TransactionRevenue terms, Offer offer, Words words) {
        return List.of("a purchase of " + Phrases.range(terms.from(), terms.to(), words));
    }
}
