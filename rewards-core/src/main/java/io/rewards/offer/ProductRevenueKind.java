package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.ProductRevenueCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;

/** Certain products. Source: domain 2.4 C3. */
final class ProductRevenueKind extends OfferKind<Terms.ProductRevenue, ProductRevenueCandidate> {

    private static final Field<Terms.ProductRevenue, AwardScope> SCOPE = Field.usual(
            "scope",
            new Type.OneOf<>(AwardScope.class),
            AwardScope.PER_TRANSACTION,
            Terms.ProductRevenue::scope,
            "Whether a fixed amount is awarded once or for each piece. PER_TRANSACTION unless said.");
    private static final Shape<Terms.ProductRevenue> SHAPE = Shape.of(
            "How often; conditions.products names the products.",
            said -> new Terms.ProductRevenue(said.of(SCOPE)),
            SCOPE);

    ProductRevenueKind() {
        super(
                Classification.INCREASE_REVENUE_PRODUCT_BASED,
                Terms.ProductRevenue.class,
                ProductRevenueCandidate.class,
                ProductRevenueCandidate::new);
    }

    @Override
    public Shape<Terms.ProductRevenue> shape() {
        return SHAPE;
    }

    @Override
    public Terms.ProductRevenue little(Amount amount, String code) {
        return new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM);
    }

    @Override
    List<String> asks(Terms.ProductRevenue terms, Offer offer, Words words) {
        return List.of("a purchase of certain products");
    }
}
