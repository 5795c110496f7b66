package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Terms;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.Optional;

/** Reads the terms of an offer, which differ by classification. Immutable. */
final class TermsReader {

    private static final TimeSpan ONE_DAY = new TimeSpan(1, SpanUnit.DAYS);

    private final Amounts amounts;

    TermsReader(Amounts amounts) {
        this.amounts = amounts;
    }

    /** The terms in the fields of an offer; harmless ones where they cannot be read. */
    Terms read(Fields offer, Classification classification) {
        Reading<Terms> reading = reading(classification);
        boolean optional = classification == Classification.UTILISE_FREE_CAPACITY
                || classification == Classification.INCREASE_REVENUE_PRODUCT_BASED;
        Optional<Terms> terms = optional ? offer.optional("terms", reading) : offer.required("terms", reading);
        return terms.orElseGet(() -> harmless(classification));
    }

    /** The least that this classification can ask for. */
    Terms harmless(Classification classification) {
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED ->
                new Terms.TransactionRevenue(Amount.zero(amounts.plain()), Optional.empty());
            case INCREASE_REVENUE_PRODUCT_BASED -> new Terms.ProductRevenue(AwardScope.PER_TRANSACTION);
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(new Amount(amounts.plain(), 1), ONE_DAY);
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(1, ONE_DAY);
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> new Terms.QuantityLoyalty(1, ONE_DAY);
        };
    }

    private Reading<Terms> reading(Classification classification) {
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> value -> value.object(fields -> new Terms.FreeCapacity());
            case INCREASE_REVENUE_TRANSACTION_BASED -> this::transactionRevenue;
            case INCREASE_REVENUE_PRODUCT_BASED -> TermsReader::productRevenue;
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED -> this::spendLoyalty;
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> value -> counting(value, Terms.CountLoyalty::new);
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> value -> counting(value, Terms.QuantityLoyalty::new);
        };
    }

    private static Terms productRevenue(Value value) {
        return value.object(fields -> new Terms.ProductRevenue(
                fields.optional("scope", Scalars.constant(AwardScope.class)).orElse(AwardScope.PER_TRANSACTION)));
    }

    private Terms transactionRevenue(Value value) {
        return value.object(fields -> {
            Optional<Amount> from = fields.required("from", amounts::amount);
            Optional<Amount> to = fields.optional("to", amounts::amount);
            return new Terms.TransactionRevenue(from.orElseThrow(NotedException::new), to);
        });
    }

    private Terms spendLoyalty(Value value) {
        return value.object(fields -> {
            Optional<Amount> target = fields.required("target", amounts::amount);
            Optional<TimeSpan> period = fields.required("period", Scalars::span);
            return new Terms.SpendLoyalty(
                    target.orElseThrow(NotedException::new), period.orElseThrow(NotedException::new));
        });
    }

    /** Builds terms of a number to reach within a period. */
    @FunctionalInterface
    private interface Counting {
        Terms of(long target, TimeSpan period);
    }

    private static Terms counting(Value value, Counting counting) {
        return value.object(fields -> {
            Optional<Long> target = fields.required("target", Scalars::wholeNumber);
            Optional<TimeSpan> period = fields.required("period", Scalars::span);
            return counting.of(target.orElseThrow(NotedException::new), period.orElseThrow(NotedException::new));
        });
    }
}
