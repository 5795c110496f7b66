package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Terms;
import io.rewards.time.TimeSpan;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How terms about purchases stand in files. Source: domain 2.4 C1 to C6. */
final class PurchaseTerms {

    static final TermsShape<Terms.FreeCapacity> FREE_CAPACITY =
            TermsShape.bare(Terms.FreeCapacity.class, Terms.FreeCapacity::new);

    static final TermsShape<Terms.TransactionRevenue> TRANSACTION_REVENUE = new TermsShape<>(
            Terms.TransactionRevenue.class,
            true,
            (fields, amounts) -> {
                Optional<Amount> from = fields.required("from", amounts::amount);
                Optional<Amount> to = fields.optional("to", amounts::amount);
                return new Terms.TransactionRevenue(from.orElseThrow(NotedException::new), to);
            },
            amounts -> new Terms.TransactionRevenue(Amount.zero(amounts.plain()), Optional.empty()),
            (revenue, written) -> {
                written.put("from", revenue.from().toString());
                revenue.to().ifPresent(to -> written.put("to", to.toString()));
            });

    static final TermsShape<Terms.ProductRevenue> PRODUCT_REVENUE = new TermsShape<>(
            Terms.ProductRevenue.class,
            false,
            (fields, amounts) -> new Terms.ProductRevenue(
                    fields.optional("scope", Scalars.constant(AwardScope.class)).orElse(AwardScope.PER_TRANSACTION)),
            amounts -> new Terms.ProductRevenue(AwardScope.PER_TRANSACTION),
            (revenue, written) -> Writing.unless(AwardScope.PER_TRANSACTION, written, "scope", revenue.scope()));

    static final TermsShape<Terms.SpendLoyalty> SPEND_LOYALTY = new TermsShape<>(
            Terms.SpendLoyalty.class,
            true,
            (fields, amounts) -> {
                Optional<Amount> target = fields.required("target", amounts::amount);
                Optional<TimeSpan> period = fields.required("period", Scalars::span);
                return new Terms.SpendLoyalty(
                        target.orElseThrow(NotedException::new), period.orElseThrow(NotedException::new));
            },
            amounts -> new Terms.SpendLoyalty(new Amount(amounts.plain(), 1), TermsShape.ONE_DAY),
            (spend, written) -> {
                written.put("target", spend.target().toString());
                written.put("period", Writing.span(spend.period()));
            });

    static final TermsShape<Terms.CountLoyalty> COUNT_LOYALTY =
            counting(Terms.CountLoyalty.class, Terms.CountLoyalty::new);

    static final TermsShape<Terms.QuantityLoyalty> QUANTITY_LOYALTY =
            counting(Terms.QuantityLoyalty.class, Terms.QuantityLoyalty::new);

    private PurchaseTerms() {}

    /** Builds terms of a number to reach within a period. */
    @FunctionalInterface
    private interface Counting<T> {
        T of(long target, TimeSpan period);
    }

    private static <T extends Terms.Accumulating> TermsShape<T> counting(Class<T> type, Counting<T> counting) {
        return new TermsShape<>(
                type,
                true,
                (fields, amounts) -> {
                    Optional<Long> target = fields.required("target", Scalars::wholeNumber);
                    Optional<TimeSpan> period = fields.required("period", Scalars::span);
                    return counting.of(
                            target.orElseThrow(NotedException::new), period.orElseThrow(NotedException::new));
                },
                amounts -> counting.of(1, TermsShape.ONE_DAY),
                PurchaseTerms::counting);
    }

    private static void counting(Terms.Accumulating terms, ObjectNode written) {
        written.put("target", terms.targetUnits());
        written.put("period", Writing.span(terms.period()));
    }
}
