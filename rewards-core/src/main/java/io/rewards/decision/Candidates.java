package io.rewards.decision;

import io.rewards.account.Accumulation;
import io.rewards.account.Windows;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.event.CustomerEvent;
import io.rewards.wallet.Counted;
import java.util.List;

/** Makes the candidate of an offer: the one place that knows which classification has which record. */
final class Candidates {

    private Candidates() {}

    static Candidate of(Situation situation, Offer offer) {
        Qualifying qualifying = Qualifying.of(situation, offer);
        return switch (offer.classification()) {
            case UTILISE_FREE_CAPACITY -> new FreeCapacityCandidate(situation, offer, qualifying);
            case INCREASE_REVENUE_TRANSACTION_BASED -> new TransactionRevenueCandidate(situation, offer, qualifying);
            case INCREASE_REVENUE_PRODUCT_BASED -> new ProductRevenueCandidate(situation, offer, qualifying);
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new SpendLoyaltyCandidate(situation, offer, qualifying, accumulation(situation, offer, qualifying));
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED ->
                new CountLoyaltyCandidate(situation, offer, qualifying, accumulation(situation, offer, qualifying));
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                new QuantityLoyaltyCandidate(situation, offer, qualifying, accumulation(situation, offer, qualifying));
            case REWARD_BEHAVIOR -> new BehaviorCandidate(situation, offer, qualifying);
            case REWARD_ACHIEVEMENTS -> new AchievementsCandidate(situation, offer, qualifying);
            case REWARD_FINANCIAL_ACHIEVEMENTS -> new FinancialAchievementsCandidate(situation, offer, qualifying);
            case REWARD_FINANCIAL_STATEMENTS -> new FinancialStatementsCandidate(situation, offer, qualifying);
            case REWARD_REFERRALS -> new ReferralCandidate(situation, offer, qualifying);
            case REWARD_SIGN_UPS -> new SignUpCandidate(situation, offer, qualifying);
            case REWARD_ON_BIRTHDAY -> new BirthdayCandidate(situation, offer, qualifying);
            case REWARD_PERSONAL_DATA_COMPLETENESS -> new CompletenessCandidate(situation, offer, qualifying);
            case REWARD_ON_NAME_DAY -> new NameDayCandidate(situation, offer, qualifying);
            case REWARD_SUBSCRIPTION_MATURITY -> new MaturityCandidate(situation, offer, qualifying);
            case JUST_MONEY -> new JustMoneyCandidate(situation, offer, qualifying);
        };
    }

    private static Accumulation accumulation(Situation situation, Offer offer, Qualifying qualifying) {
        Terms.Accumulating terms = (Terms.Accumulating) offer.terms();
        CustomerEvent event = situation.event();
        Windows windows = new Windows(terms.period(), situation.zone());
        List<Counted> open = windows.around(situation.account(), situation.past(), offer.code(), event.performedOn());
        long units = terms.counts(qualifying.base(), qualifying.quantity());
        Counted purchase = new Counted(event.key(), event.performedOn(), units);
        return Accumulation.of(open, purchase, terms.targetUnits(), terms.period(), terms.carries(), situation.zone());
    }
}
