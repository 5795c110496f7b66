package io.rewards.rules;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.ValuedBy;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Draws what a classification asks for. For one shop. */
final class RandomTerms {

    private static final TimeSpan DAY = new TimeSpan(1, SpanUnit.DAYS);
    private static final TimeSpan MONTH = new TimeSpan(1, SpanUnit.MONTHS);

    private final Dice dice;
    private final RandomShop shop;

    RandomTerms(Dice dice, RandomShop shop) {
        this.dice = dice;
        this.shop = shop;
    }

    Terms draw(Classification classification) {
        return switch (classification) {
            case UTILISE_FREE_CAPACITY -> new Terms.FreeCapacity();
            case INCREASE_REVENUE_TRANSACTION_BASED -> {
                Range range = range();
                yield new Terms.TransactionRevenue(range.from(), range.to());
            }
            case INCREASE_REVENUE_PRODUCT_BASED ->
                dice.once(2)
                        ? new Terms.ProductRevenue(set())
                        : new Terms.ProductRevenue(dice.oneOf(AwardScope.values()));
            case REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED ->
                new Terms.SpendLoyalty(shop.amount(), period(), dice.oneOf(TargetExcess.values()));
            case REWARD_LOYALTY_TRANSACTION_NUMBER_BASED -> new Terms.CountLoyalty(dice.between(1, 3), period());
            case REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED ->
                new Terms.QuantityLoyalty(dice.between(1, 5), period());
            case REWARD_BEHAVIOR -> behavior();
            case REWARD_ACHIEVEMENTS ->
                new Terms.Achievements(dice.some(RandomShop.ACHIEVEMENTS, 2), dice.once(2), limit());
            case REWARD_FINANCIAL_ACHIEVEMENTS -> {
                Range range = range();
                yield new Terms.FinancialAchievements(
                        dice.some(RandomShop.ACHIEVEMENTS, 2), dice.once(2), limit(), range.from(), range.to());
            }
            case REWARD_FINANCIAL_STATEMENTS ->
                new Terms.FinancialStatements(
                        dice.perhapsSome(RandomShop.ACHIEVEMENTS, 2), dice.list(1, 2, this::kpi), limit());
            case REWARD_REFERRALS -> referrals();
            case REWARD_SIGN_UPS -> new Terms.SignUps(dice.once(2));
            case REWARD_ON_BIRTHDAY -> new Terms.Birthday();
            case REWARD_PERSONAL_DATA_COMPLETENESS -> completeness();
            case REWARD_ON_NAME_DAY -> new Terms.NameDay();
            case REWARD_SUBSCRIPTION_MATURITY ->
                new Terms.SubscriptionMaturity(
                        dice.oneOf(
                                new TimeSpan(1, SpanUnit.DAYS),
                                new TimeSpan(1, SpanUnit.MONTHS),
                                new TimeSpan(1, SpanUnit.YEARS)),
                        dice.oneOf(0, 1, 5));
            case JUST_MONEY -> new Terms.JustMoney();
        };
    }

    private ProductSet set() {
        ProductList latte = new ProductList(Set.of("LATTE"), Set.of(), Set.of());
        SetPart one = new SetPart(ProductSelection.ofTypes("COFFEE").butNot(latte), dice.between(1, 2));
        SetPart other = new SetPart(
                dice.oneOf(ProductSelection.ofTypes("BAKERY"), ProductSelection.ofProducts("LATTE")),
                dice.between(1, 2));
        return new ProductSet(dice.once(2) ? List.of(one, other) : List.of(other), dice.oneOf(ValuedBy.values()));
    }

    private Terms.Referrals referrals() {
        QualifyingAwards qualifying = dice.once(2)
                ? QualifyingAwards.ALL
                : new QualifyingAwards(
                        dice.once(2)
                                ? Set.of(Classification.REWARD_SIGN_UPS, Classification.REWARD_BEHAVIOR)
                                : Set.of(),
                        dice.perhapsSome(
                                List.of(
                                        RandomShop.typeOf(Classification.UTILISE_FREE_CAPACITY),
                                        RandomShop.typeOf(Classification.REWARD_ON_BIRTHDAY)),
                                2));
        return new Terms.Referrals(
                qualifying,
                dice.once(3) ? Optional.of(shop.amount()).filter(Amount::isPositive) : Optional.empty(),
                dice.once(3) ? Optional.of(dice.oneOf(DAY, MONTH)) : Optional.empty(),
                dice.once(3) ? Optional.of(dice.oneOf(DAY, MONTH)) : Optional.empty());
    }

    private record Range(Amount from, Optional<Amount> to) {}

    private Range range() {
        Amount one = shop.amount();
        Amount other = shop.amount();
        return new Range(one.min(other), dice.once(2) ? Optional.of(one.max(other)) : Optional.empty());
    }

    private TimeSpan period() {
        return dice.oneOf(
                new TimeSpan(1, SpanUnit.HOURS),
                new TimeSpan(1, SpanUnit.DAYS),
                new TimeSpan(1, SpanUnit.MONTHS),
                new TimeSpan(2, SpanUnit.YEARS));
    }

    private AwardLimit limit() {
        return dice.oneOf(
                AwardLimit.ONLY_ONE,
                AwardLimit.MULTIPLE,
                AwardLimit.onePer(period()),
                AwardLimit.onePer(new TimeSpan(30, SpanUnit.DAYS)));
    }

    private Terms behavior() {
        Optional<String> page = dice.once(4) ? Optional.empty() : Optional.of(dice.oneOf(RandomShop.PAGES));
        Optional<String> website =
                page.isPresent() && dice.once(2) ? Optional.empty() : Optional.of(dice.oneOf(RandomShop.PAGES));
        return new Terms.Behavior(page, website, limit());
    }

    private KpiCondition kpi() {
        BigDecimal one = new BigDecimal(dice.oneOf(RandomShop.KPI_VALUES));
        BigDecimal other = new BigDecimal(dice.oneOf(RandomShop.KPI_VALUES));
        String kpi = dice.oneOf(RandomShop.KPIS);
        return switch (dice.between(0, 2)) {
            case 0 -> new KpiCondition(kpi, Optional.of(one), Optional.empty());
            case 1 -> new KpiCondition(kpi, Optional.empty(), Optional.of(one));
            default -> new KpiCondition(kpi, Optional.of(one.min(other)), Optional.of(one.max(other)));
        };
    }

    private Terms completeness() {
        return new Terms.Completeness(
                true,
                dice.once(4),
                demand(
                        2,
                        List.of(AddressType.HOME, AddressType.BUSINESS),
                        List.of(AddressField.TOWN, AddressField.AREA)),
                demand(
                        2,
                        List.of(PhoneType.MOBILE, PhoneType.LANDLINE),
                        List.of(PhoneField.NUMBER, PhoneField.COUNTRY)),
                demand(3, List.of(EmailType.PERSONAL, EmailType.BUSINESS), List.of(EmailField.ADDRESS)));
    }

    private <T extends Enum<T>, F extends Enum<F>> Optional<DataDemand<T, F>> demand(
            int times, List<T> types, List<F> fields) {
        if (!dice.once(times)) {
            return Optional.empty();
        }
        Supplier<Set<T>> type = () -> dice.once(4) ? Set.copyOf(types) : Set.of(dice.oneOf(types));
        Supplier<Set<F>> field = () -> dice.once(4) ? Set.copyOf(fields) : Set.of(dice.oneOf(fields));
        return Optional.of(
                switch (dice.between(0, 2)) {
                    case 0 -> new DataDemand<T, F>(type.get(), Set.of());
                    case 1 -> new DataDemand<T, F>(Set.of(), field.get());
                    default -> new DataDemand<T, F>(type.get(), field.get());
                });
    }
}
