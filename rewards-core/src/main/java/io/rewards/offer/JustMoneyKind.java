package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.JustMoneyCandidate;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/** Living somewhere or being in a segment. Source: domain 2.4 C17. */
final class JustMoneyKind extends VisitedKind<Terms.JustMoney, JustMoneyCandidate> {

    private static final Shape<Terms.JustMoney> SHAPE = Shape.of(
            "Living somewhere or being in a segment, which the conditions name.", said -> new Terms.JustMoney());

    JustMoneyKind() {
        super(Classification.JUST_MONEY, Terms.JustMoney.class, JustMoneyCandidate.class, JustMoneyCandidate::new);
    }

    @Override
    public Shape<Terms.JustMoney> shape() {
        return SHAPE;
    }

    @Override
    public Terms.JustMoney little(Amount amount, String code) {
        return new Terms.JustMoney();
    }

    @Override
    List<String> asks(Terms.JustMoney terms, Offer offer, Words words) {
        return List.of("living in a place or being in a segment");
    }
}
