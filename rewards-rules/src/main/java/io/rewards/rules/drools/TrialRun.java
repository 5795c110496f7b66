package io.rewards.rules.drools;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.kind.EventKinds;
import io.rewards.organisation.Product;
import io.rewards.organisation.Unit;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.rules.RuleSet;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks new rules once about a made-up purchase, two offers of each classification, so that conditions are compiled and
 * classes loaded before the first real purchase comes.
 */
final class TrialRun {

    private static final String CODE = "TRIAL";
    private static final Denomination CURRENCY = new Denomination("EUR", 2);
    private static final long BOUGHT = 10;
    private static final Instant NOON_OF_A_SATURDAY = Instant.parse("2000-01-01T12:00:00Z");
    private static final TimeSpan PERIOD = new TimeSpan(1, SpanUnit.DAYS);

    private TrialRun() {}

    /** Asks, and leaves the answers aside. */
    static void of(RuleSet rules) {
        List<Offer> offers = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            offers.add(offer(offers.size() + 1, classification, BOUGHT));
            offers.add(offer(offers.size() + 1, classification, BOUGHT + 1));
        }
        Participant participant = Participant.registered(CODE, Instant.EPOCH, CODE, Profile.EMPTY)
                .with(SchemeMembership.of(CODE, Instant.EPOCH, CODE, ""));
        Purchase purchase = Purchase.of(
                EventHeader.of(CODE, CODE, CODE, NOON_OF_A_SATURDAY),
                PurchaseLine.of("1", CODE, BOUGHT, new Amount(CURRENCY, BOUGHT)));
        Situation situation = EventKinds.interactive(Moment.of(
                purchase, Loaded.of(Account.of(participant)), Catalogue.of(programme(offers)), NOON_OF_A_SATURDAY));
        rules.answer(situation.candidates(offers));
    }

    private static Programme programme(List<Offer> offers) {
        return Programme.builder(CODE, Settings.of(ZoneOffset.UTC, CURRENCY))
                .withProducts(List.of(new Product(CODE, CODE, "", Attributes.NONE)))
                .withUnits(List.of(new Unit(CODE, CODE, "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(CODE)))
                .withOfferTypes(Arrays.stream(Classification.values())
                        .map(each -> OfferType.of(each.name(), each))
                        .toList())
                .withOffers(offers)
                .withKpis(List.of(new Kpi(CODE, CODE, ProductSelection.ALL)))
                .withEventClassifications(List.of(new EventClassification(CODE, CODE)))
                .build();
    }

    private static Offer offer(int number, Classification classification, long limit) {
        Award award = new Award.FixedAmount(new Amount(CURRENCY, 1));
        return Offer.builder(number, CODE + number, CODE, classification.name(), terms(classification, limit), award)
                .withEffectiveSince(Instant.EPOCH)
                .withConditions(AwardConditions.builder()
                        .withProducts(
                                classification.isAboutPurchases()
                                        ? ProductSelection.ofProducts(CODE)
                                        : ProductSelection.ALL)
                        .withLocations(
                                classification == Classification.JUST_MONEY
                                        ? new Locations(Set.of(), Set.of(CODE), Set.of())
                                        : Locations.EVERYWHERE)
                        .withTimes(new WeeklyTimes(Set.of(DayOfWeek.SATURDAY), List.of()))
                        .build())
                .build();
    }

    private static Terms terms(Classification classification, long limit) {
        Amount amount = new Amount(CURRENCY, limit);
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED -> new Terms.TransactionRevenue(amount, Optional.of(amount));
            case INCREASE_REVENUE_PRODUCT_BASED -> new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM);
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED -> new Terms.SpendLoyalty(amount, PERIOD);
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(limit, PERIOD);
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED -> new Terms.QuantityLoyalty(limit, PERIOD);
            case REWARD_BEHAVIOR -> new Terms.Behavior(Optional.of(CODE), Optional.of(CODE), AwardLimit.ONLY_ONE);
            case REWARD_ACHIEVEMENTS -> new Terms.Achievements(Set.of(CODE), true, AwardLimit.onePer(PERIOD));
            case REWARD_FINANCIAL_ACHIEVEMENTS ->
                new Terms.FinancialAchievements(Set.of(CODE), true, AwardLimit.MULTIPLE, amount, Optional.of(amount));
            case REWARD_FINANCIAL_STATEMENTS ->
                new Terms.FinancialStatements(
                        Set.of(CODE),
                        List.of(new KpiCondition(CODE, Optional.of(BigDecimal.valueOf(limit)), Optional.empty())),
                        AwardLimit.MULTIPLE);
            case REWARD_REFERRALS -> new Terms.Referrals();
            case REWARD_SIGN_UPS -> new Terms.SignUps(limit > BOUGHT);
            case REWARD_ON_BIRTHDAY -> new Terms.Birthday();
            case REWARD_PERSONAL_DATA_COMPLETENESS ->
                new Terms.Completeness(true, false, Optional.empty(), Optional.empty(), Optional.empty());
            case REWARD_ON_NAME_DAY -> new Terms.NameDay();
            case REWARD_SUBSCRIPTION_MATURITY -> new Terms.SubscriptionMaturity(PERIOD, 0);
            case JUST_MONEY -> new Terms.JustMoney();
        };
    }
}
