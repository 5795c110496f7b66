package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Terms;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the terms of an offer, which differ by classification. Immutable. */
final class TermsReader {

    /** Stands for a code or an address that cannot be read. */
    private static final String UNREADABLE = "?";

    private static final TimeSpan ONE_DAY = new TimeSpan(1, SpanUnit.DAYS);

    /** Their terms may be left out. */
    private static final Set<Classification> WITHOUT_DEMANDS = EnumSet.of(
            Classification.UTILISE_FREE_CAPACITY,
            Classification.INCREASE_REVENUE_PRODUCT_BASED,
            Classification.REWARD_REFERRALS,
            Classification.REWARD_SIGN_UPS,
            Classification.REWARD_ON_BIRTHDAY,
            Classification.REWARD_ON_NAME_DAY,
            Classification.JUST_MONEY);

    private final Amounts amounts;
    private final RewardTermsReader rewards;

    TermsReader(Amounts amounts) {
        this.amounts = amounts;
        rewards = new RewardTermsReader(amounts);
    }

    /** The terms in the fields of an offer; harmless ones where they cannot be read. */
    Terms read(Fields offer, Classification classification) {
        Reading<Terms> reading = reading(classification);
        Optional<Terms> terms = WITHOUT_DEMANDS.contains(classification)
                ? offer.optional("terms", reading)
                : offer.required("terms", reading);
        return terms.orElseGet(() -> harmless(offer, classification));
    }

    /** The least that this classification can ask for; what is wrong with it would be wrong with a stand-in. */
    Terms harmless(Fields offer, Classification classification) {
        offer.doubt("terms");
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED ->
                new Terms.TransactionRevenue(Amount.zero(amounts.plain()), Optional.empty());
            case INCREASE_REVENUE_PRODUCT_BASED -> new Terms.ProductRevenue(AwardScope.PER_TRANSACTION);
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(new Amount(amounts.plain(), 1), ONE_DAY);
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(1, ONE_DAY);
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> new Terms.QuantityLoyalty(1, ONE_DAY);
            case REWARD_BEHAVIOR -> new Terms.Behavior(Optional.of(UNREADABLE), Optional.empty(), AwardLimit.ONLY_ONE);
            case REWARD_ACHIEVEMENTS -> new Terms.Achievements(Set.of(UNREADABLE), false, AwardLimit.MULTIPLE);
            case REWARD_FINANCIAL_ACHIEVEMENTS ->
                new Terms.FinancialAchievements(
                        Set.of(UNREADABLE), false, AwardLimit.MULTIPLE, Amount.zero(amounts.plain()), Optional.empty());
            case REWARD_FINANCIAL_STATEMENTS ->
                new Terms.FinancialStatements(
                        Set.of(),
                        List.of(new KpiCondition(UNREADABLE, Optional.of(BigDecimal.ZERO), Optional.empty())),
                        AwardLimit.MULTIPLE);
            case REWARD_REFERRALS -> new Terms.Referrals();
            case REWARD_SIGN_UPS -> new Terms.SignUps(false);
            case REWARD_ON_BIRTHDAY -> new Terms.Birthday();
            case REWARD_PERSONAL_DATA_COMPLETENESS ->
                new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
            case REWARD_ON_NAME_DAY -> new Terms.NameDay();
            case REWARD_SUBSCRIPTION_MATURITY -> new Terms.SubscriptionMaturity(ONE_DAY, 0);
            case JUST_MONEY -> new Terms.JustMoney();
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
            case REWARD_BEHAVIOR -> RewardTermsReader::behavior;
            case REWARD_ACHIEVEMENTS -> RewardTermsReader::achievements;
            case REWARD_FINANCIAL_ACHIEVEMENTS -> rewards::financialAchievements;
            case REWARD_FINANCIAL_STATEMENTS -> RewardTermsReader::financialStatements;
            case REWARD_REFERRALS -> value -> value.object(fields -> new Terms.Referrals());
            case REWARD_SIGN_UPS -> RewardTermsReader::signUps;
            case REWARD_ON_BIRTHDAY -> value -> value.object(fields -> new Terms.Birthday());
            case REWARD_PERSONAL_DATA_COMPLETENESS -> RewardTermsReader::completeness;
            case REWARD_ON_NAME_DAY -> value -> value.object(fields -> new Terms.NameDay());
            case REWARD_SUBSCRIPTION_MATURITY -> RewardTermsReader::subscriptionMaturity;
            case JUST_MONEY -> value -> value.object(fields -> new Terms.JustMoney());
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
