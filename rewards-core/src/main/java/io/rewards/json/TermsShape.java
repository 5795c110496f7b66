package io.rewards.json;

import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Terms;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the terms of one classification stand in files: how they are read, what stands in for those that cannot be read,
 * and how they are written. Immutable.
 *
 * @param type of the terms
 * @param demanding whether they must be given
 * @param reading of their fields
 * @param standIn the least that the classification can ask for; what is wrong with it would be wrong with any
 * @param writing of their fields; nothing where there is nothing to say
 */
record TermsShape<T extends Terms>(
        Class<T> type,
        boolean demanding,
        TermsReading<T> reading,
        Function<Amounts, T> standIn,
        BiConsumer<T, ObjectNode> writing) {

    private static final String FIELD = "terms";

    /** Stands for a code or an address that cannot be read. */
    static final String UNREADABLE = "?";

    static final TimeSpan ONE_DAY = new TimeSpan(1, SpanUnit.DAYS);

    /** How the fields of terms become terms. */
    @FunctionalInterface
    interface TermsReading<T> {

        /** What {@code fields} say, with amounts as {@code amounts} writes them. */
        T read(Fields fields, Amounts amounts);
    }

    /** Terms that have nothing to say. */
    static <T extends Terms> TermsShape<T> bare(Class<T> type, Supplier<T> terms) {
        return new TermsShape<>(
                type, false, (fields, amounts) -> terms.get(), amounts -> terms.get(), (bare, none) -> {});
    }

    /** The shape of the terms of {@code classification}. */
    static TermsShape<?> of(Classification classification) {
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> PurchaseTerms.FREE_CAPACITY;
            case INCREASE_REVENUE_TRANSACTION_BASED -> PurchaseTerms.TRANSACTION_REVENUE;
            case INCREASE_REVENUE_PRODUCT_BASED -> PurchaseTerms.PRODUCT_REVENUE;
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED -> PurchaseTerms.SPEND_LOYALTY;
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> PurchaseTerms.COUNT_LOYALTY;
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> PurchaseTerms.QUANTITY_LOYALTY;
            case REWARD_BEHAVIOR -> HappeningTerms.BEHAVIOR;
            case REWARD_ACHIEVEMENTS -> HappeningTerms.ACHIEVEMENTS;
            case REWARD_FINANCIAL_ACHIEVEMENTS -> HappeningTerms.FINANCIAL_ACHIEVEMENTS;
            case REWARD_FINANCIAL_STATEMENTS -> HappeningTerms.FINANCIAL_STATEMENTS;
            case REWARD_REFERRALS -> PersonTerms.REFERRALS;
            case REWARD_SIGN_UPS -> PersonTerms.SIGN_UPS;
            case REWARD_ON_BIRTHDAY -> PersonTerms.BIRTHDAY;
            case REWARD_PERSONAL_DATA_COMPLETENESS -> PersonTerms.COMPLETENESS;
            case REWARD_ON_NAME_DAY -> PersonTerms.NAME_DAY;
            case REWARD_SUBSCRIPTION_MATURITY -> PersonTerms.SUBSCRIPTION_MATURITY;
            case JUST_MONEY -> PersonTerms.JUST_MONEY;
        };
    }

    /** The terms in the fields of an offer; harmless ones where they cannot be read. */
    static Terms read(Fields offer, Classification classification, Amounts amounts) {
        TermsShape<?> shape = of(classification);
        Reading<Terms> reading = value -> value.object(fields -> shape.reading.read(fields, amounts));
        Optional<Terms> terms = shape.demanding ? offer.required(FIELD, reading) : offer.optional(FIELD, reading);
        return terms.orElseGet(() -> harmless(offer, classification, amounts));
    }

    /** What stands in for terms of {@code classification} that are not known. */
    static Terms harmless(Fields offer, Classification classification, Amounts amounts) {
        offer.doubt(FIELD);
        return of(classification).standIn.apply(amounts);
    }

    /** Writes terms into an offer. */
    static void write(ObjectNode offer, Terms terms) {
        ObjectNode written = offer.putObject(FIELD);
        of(terms.classification()).write(terms, written);
        if (written.isEmpty()) {
            offer.remove(FIELD);
        }
    }

    /** Builds nothing of what is partly wrong, which would only cause a second problem. */
    static void requireRight(Fields fields) {
        if (fields.isWrong()) {
            throw new NotedException();
        }
    }

    private void write(Terms terms, ObjectNode written) {
        writing.accept(type.cast(terms), written);
    }
}
