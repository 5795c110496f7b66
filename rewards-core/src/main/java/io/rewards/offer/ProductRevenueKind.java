package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.decision.ProductRevenueCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;

/** Certain products, or sets of them. Source: domain 2.4 C3. */
final class ProductRevenueKind extends OfferKind<Terms.ProductRevenue, ProductRevenueCandidate> {

    private static final Field<SetPart, ProductSelection> PRODUCTS = Field.required(
            "products",
            new Type.Basic<>(Type.Form.PRODUCTS),
            SetPart::products,
            "Of which the pieces are, any of them.");
    private static final Field<SetPart, Long> QUANTITY =
            Field.usual("quantity", Type.NUMBER, 1L, SetPart::quantity, "Pieces of them in one set. 1 unless said.");
    private static final Shape<SetPart> PART = Shape.of(
                    "A part of a set.", said -> new SetPart(said.of(PRODUCTS), said.of(QUANTITY)), PRODUCTS, QUANTITY)
            .onlyWhole();
    private static final Field<Terms.ProductRevenue, Optional<AwardScope>> SCOPE = Field.optional(
            "scope",
            new Type.OneOf<>(AwardScope.class),
            terms -> Optional.of(terms.scope()).filter(scope -> scope != AwardScope.PER_TRANSACTION),
            "Whether a fixed amount is awarded once or for each piece. PER_TRANSACTION unless said; not beside sets.");
    private static final Field<Terms.ProductRevenue, Optional<List<SetPart>>> SETS = Field.optional(
            "sets",
            new Type.Some<>(new Type.Part<>(PART)),
            terms -> terms.sets().map(ProductSet::parts),
            "What must be bought together: the award is for each complete set, or of the value of the sets. No product"
                    + " can belong to two parts.");
    private static final Field<Terms.ProductRevenue, Optional<ValuedBy>> VALUED_BY = Field.optional(
            "valuedBy",
            new Type.OneOf<>(ValuedBy.class),
            terms -> terms.sets().map(ProductSet::valuedBy).filter(valuedBy -> valuedBy != ValuedBy.CHEAPEST),
            "Whether the cheapest or the dearest pieces of each part make up the sets. CHEAPEST unless said; only"
                    + " beside sets.");
    private static final Shape<Terms.ProductRevenue> SHAPE = Shape.of(
                    "How often; conditions.products names the products, or sets do.",
                    said -> terms(said.of(SCOPE), said.of(SETS), said.of(VALUED_BY)),
                    SCOPE,
                    SETS,
                    VALUED_BY)
            .onlyWhole();

    ProductRevenueKind() {
        super(
                Classification.INCREASE_REVENUE_PRODUCT_BASED,
                Terms.ProductRevenue.class,
                ProductRevenueCandidate.class,
                ProductRevenueCandidate::new);
    }

    private static Terms.ProductRevenue terms(
            Optional<AwardScope> scope, Optional<List<SetPart>> sets, Optional<ValuedBy> valuedBy) {
        if (sets.isEmpty() && valuedBy.isPresent()) {
            throw new IllegalArgumentException("The valuedBy (" + valuedBy.get()
                    + ") is about sets, and there are none. Add sets or leave it out.");
        }
        if (sets.isPresent() && scope.isPresent()) {
            throw new IllegalArgumentException("The scope (" + scope.get()
                    + ") cannot stand beside sets, each of which is awarded. Leave one of them out.");
        }
        return sets.map(parts -> new Terms.ProductRevenue(new ProductSet(parts, valuedBy.orElse(ValuedBy.CHEAPEST))))
                .orElseGet(() -> new Terms.ProductRevenue(scope.orElse(AwardScope.PER_TRANSACTION)));
    }

    @Override
    public Shape<Terms.ProductRevenue> shape() {
        return SHAPE;
    }

    @Override
    public Terms.ProductRevenue little(Amount amount, String code) {
        return new Terms.ProductRevenue(ProductSet.of(new SetPart(ProductSelection.ofProducts(code), amount.units())));
    }

    @Override
    List<String> asks(Terms.ProductRevenue terms, Offer offer, Words words) {
        return List.of(terms.sets()
                .map(set -> "each set of " + set + " in a purchase")
                .orElse("a purchase of certain products"));
    }
}
