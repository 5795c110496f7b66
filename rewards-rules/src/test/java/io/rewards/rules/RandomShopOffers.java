package io.rewards.rules;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Excess;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.PaymentMedia;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.RateSteps;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.DateTimePeriod;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.DaysAround;
import io.rewards.time.RecurringDays;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws the offers of a {@link RandomShop}: every classification, award, validity and condition. For one shop. */
final class RandomShopOffers {

    static final List<AwardValidity> AWARD_VALIDITIES = List.of(
            AwardValidity.ALWAYS,
            new AwardValidity(
                    Optional.of(new TimeSpan(1, SpanUnit.HOURS)),
                    new AwardValidity.Expiry.After(new TimeSpan(30, SpanUnit.DAYS))),
            new AwardValidity(
                    Optional.of(new TimeSpan(1, SpanUnit.DAYS)),
                    new AwardValidity.Expiry.On(LocalDate.of(2026, 3, 17))),
            new AwardValidity(Optional.empty(), new AwardValidity.Expiry.On(LocalDate.of(2027, 1, 1))));

    private static final int OFFERS_OF_EACH = 3;
    private static final Instant LONG_AGO = Instant.parse("2022-01-01T00:00:00Z");

    private final Dice dice;
    private final RandomShop shop;
    private int number;

    RandomShopOffers(Dice dice, RandomShop shop) {
        this.dice = dice;
        this.shop = shop;
    }

    List<Offer> draw() {
        List<Offer> offers = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            for (int index = 0; index < OFFERS_OF_EACH; index++) {
                offers.add(offer(classification));
            }
        }
        return offers;
    }

    private Offer offer(Classification classification) {
        number++;
        Award award = award(classification);
        Terms terms = new RandomTerms(dice, shop).draw(classification);
        Offer.Builder offer = Offer.builder(
                        number,
                        "OFFER-" + number,
                        dice.once(8) ? "CLOSED" : dice.oneOf("BASIC", "PREMIUM"),
                        RandomShop.typeOf(classification),
                        terms,
                        award)
                .withOnlyIfBest(dice.once(3))
                .withValidity(validity())
                .withConditions(conditions(classification, terms.sets().isPresent() && dice.once(2)))
                .withAttributes(shop.attributes(AttributeOwner.OFFER));
        if (!dice.once(10)) {
            offer.withEffectiveSince(dice.once(3) ? shop.moment() : LONG_AGO);
        }
        if (dice.once(3)) {
            offer.withCategory(dice.oneOf(RandomShop.CATEGORIES));
        }
        if (dice.once(3)) {
            offer.withAwardValidityOfScheme();
        } else if (dice.once(3)) {
            offer.withAwardValidity(dice.oneOf(AWARD_VALIDITIES));
        }
        if (dice.once(10)) {
            offer.withEvaluation(EvaluationMethod.BATCH);
        } else if (dice.once(3) && mayBeInteractive(classification)) {
            offer.withEvaluation(EvaluationMethod.BATCH_AND_INTERACTIVE);
        }
        if (classification.isAboutPurchases() && dice.once(3)) {
            offer.withBase(PurchaseBase.of(dice.oneOf(AwardBase.values()), dice.oneOf(AwardBase.values())));
        }
        if (classification.isAboutPurchases()
                && dice.once(3)
                && denomination(award).equals(RandomShop.EUR)) {
            offer.withSpendMethod(SpendMethod.SPEND_INSTANTLY);
            if (dice.once(3)) {
                offer.withHandling(AwardHandling.DEFAULT.with(Excess.KEEP));
            }
        }
        if (dice.once(3)) {
            offer.withCaps(cap(award, Cap.Of.PARTICIPANT), cap(award, Cap.Of.ALL));
        }
        if (dice.once(3)) {
            offer.withSpendConditions(new SpendConditions(
                    selection(),
                    times(),
                    dice.perhapsSome(RandomShop.UNITS, 2),
                    dice.perhapsSome(RandomShop.GROUPS, 2)));
        }
        return offer.build();
    }

    private static boolean mayBeInteractive(Classification classification) {
        return classification != Classification.REWARD_ON_BIRTHDAY
                && classification != Classification.REWARD_PERSONAL_DATA_COMPLETENESS;
    }

    private Award award(Classification classification) {
        boolean countsThings = classification == Classification.REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                || classification == Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED;
        Percentage percentage = Percentage.of(dice.oneOf("0.5", "10", "12.345", "33.3", "100"));
        if (classification.isAboutPurchases() && !countsThings && dice.once(3)) {
            return new Award.PercentageOfPurchase(percentage);
        }
        if (classification.isAboutPurchases() && !countsThings && dice.once(3)) {
            return new Award.Rate(
                    new Amount(dice.oneOf(RandomShop.EUR, RandomShop.PTS, RandomShop.MILES), dice.between(1, 50)),
                    new Amount(RandomShop.EUR, dice.between(1, 1000)),
                    dice.oneOf(RateSteps.values()),
                    AwardRange.NONE);
        }
        if (dice.once(4)) {
            boolean byType = dice.once(2);
            return new Award.PercentageOfAwarded(
                    percentage,
                    dice.oneOf(
                            new TimeSpan(1, SpanUnit.DAYS),
                            new TimeSpan(30, SpanUnit.DAYS),
                            new TimeSpan(2, SpanUnit.YEARS)),
                    byType ? Set.of(RandomShop.typeOf(dice.oneOf(Classification.values()))) : Set.of(),
                    byType ? Set.of() : dice.perhapsSome(RandomShop.SCHEMES, 2),
                    dice.oneOf(RandomShop.EUR, RandomShop.PTS, RandomShop.MILES));
        }
        return new Award.FixedAmount(
                dice.once(2)
                        ? shop.amount()
                        : new Amount(dice.oneOf(RandomShop.PTS, RandomShop.MILES), dice.between(1, 50)));
    }

    private Cap cap(Award award, Cap.Of of) {
        Amount most = new Amount(denomination(award), dice.between(1, 1000));
        Cap cap = dice.oneOf(Cap.ofAwards(of, dice.between(1, 3)), Cap.ofAmount(of, most));
        if (of == Cap.Of.PARTICIPANT && dice.once(4)) {
            return cap.within(new TimeSpan(dice.between(1, 30), dice.oneOf(SpanUnit.values())));
        }
        return dice.once(2) ? cap : cap.per(dice.oneOf(CalendarPeriod.values()));
    }

    private static Denomination denomination(Award award) {
        return award.countedIn().orElse(RandomShop.EUR);
    }

    private OfferValidity validity() {
        return switch (dice.between(0, 8)) {
            case 0 ->
                new OfferValidity.SpecificPeriods(dice.list(1, 2, () -> {
                    LocalDateTime from = dice.oneOf(RandomShop.ANCHORS);
                    return new DateTimePeriod(from, from.plusDays(dice.oneOf(1, 30, 700)));
                }));
            case 1 ->
                new OfferValidity.RecurringPeriods(
                        dice.list(1, 2, () -> new RecurringDays(MonthDay.from(shop.day()), MonthDay.from(shop.day()))));
            case 2 -> new OfferValidity.BirthdayPeriod(around());
            case 3 -> new OfferValidity.NameDayPeriod(around());
            default -> new OfferValidity.FromLatestEffectiveDate();
        };
    }

    private DaysAround around() {
        return new DaysAround(dice.oneOf(0, 1, 30, 182), dice.oneOf(0, 1, 30, 182));
    }

    private AwardConditions conditions(Classification classification, boolean setsAlone) {
        AwardConditions.Builder conditions = AwardConditions.builder();
        boolean needsProducts = (classification == Classification.INCREASE_REVENUE_PRODUCT_BASED && !setsAlone)
                || classification == Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED;
        if (needsProducts) {
            conditions.withProducts(but(new ProductSelection(
                    dice.some(RandomShop.PRODUCTS, 2), dice.perhapsSome(RandomShop.TYPES, 2), Set.of())));
        } else if (classification.isAboutPurchases() && dice.once(5)) {
            conditions.withProducts(but(selection()));
        }
        if (classification.isAboutPurchases() && dice.once(5)) {
            conditions.withMinimumPurchase(shop.amount());
        }
        if (classification == Classification.UTILISE_FREE_CAPACITY) {
            WeeklyTimes drawn = times();
            conditions.withTimes(drawn.isAlways() ? new WeeklyTimes(Set.of(DayOfWeek.MONDAY), List.of()) : drawn);
        } else if (dice.once(5)) {
            conditions.withTimes(times());
        }
        if (classification.isAboutPurchases() && dice.once(6)) {
            conditions.withPaymentMedia(new PaymentMedia(
                    dice.perhapsSome(RandomShop.BRANDS, 2),
                    dice.perhapsSome(RandomShop.MEDIUM_TYPES, 2),
                    dice.perhapsSome(RandomShop.CARD_HASHES, 2)));
        }
        if (classification.isAboutPurchases() && dice.once(6)) {
            conditions.withPromoCodes(dice.some(RandomShop.PROMO_CODES, 2));
        }
        if (dice.once(6)) {
            conditions.withLocations(new Locations(
                    dice.perhapsSome(RandomShop.PLACES, 2),
                    dice.perhapsSome(RandomShop.PLACES, 2),
                    dice.perhapsSome(RandomShop.PLACES, 2)));
        }
        if (dice.once(6)) {
            conditions.withMaximumUnprocessed(dice.oneOf(
                    new TimeSpan(1, SpanUnit.HOURS), new TimeSpan(1, SpanUnit.DAYS), new TimeSpan(1, SpanUnit.MONTHS)));
        }
        if (classification == Classification.JUST_MONEY || dice.once(5)) {
            conditions.withSegmentsIncluded(dice.some(RandomShop.SEGMENTS, 2));
        }
        if (dice.once(8)) {
            conditions.withSegmentsExcluded(dice.some(RandomShop.SEGMENTS, 2));
        }
        if (dice.once(6)) {
            conditions
                    .withUnits(dice.perhapsSome(RandomShop.UNITS, 2))
                    .withGroups(dice.perhapsSome(RandomShop.GROUPS, 2));
        }
        if (dice.once(5)) {
            LocalDate from = shop.day();
            conditions.withPeriod(new DayPeriod(from, from.plusDays(dice.oneOf(0, 1, 30, 800))));
        }
        if (dice.once(6)) {
            conditions.withTiers(dice.some(RandomShop.TIERS, 2));
        }
        if (dice.once(5)) {
            List<AttributeCondition> attributes = dice.list(1, 2, this::attributeCondition);
            conditions.withAttributes(attributes.stream()
                    .filter(each -> classification.isAboutPurchases()
                            || (each.attribute().owner() != AttributeOwner.LINE
                                    && each.attribute().owner() != AttributeOwner.PRODUCT))
                    .toList());
        }
        return conditions.build();
    }

    private AttributeCondition attributeCondition() {
        AttributeDeclaration declared = shop.declaration();
        boolean limit = declared.type() != AttributeType.TEXT && dice.once(2);
        if (limit) {
            return new AttributeCondition(
                    declared,
                    dice.oneOf(AttributeCondition.Operator.AT_LEAST, AttributeCondition.Operator.AT_MOST),
                    List.of(shop.value(declared.type())));
        }
        List<AttributeValue> values = dice.list(1, 3, () -> shop.value(declared.type()));
        return new AttributeCondition(
                declared,
                AttributeCondition.Operator.IS,
                values.stream().distinct().toList());
    }

    private ProductSelection but(ProductSelection named) {
        return dice.once(3)
                ? named.butNot(new ProductList(dice.perhapsSome(RandomShop.PRODUCTS, 2), Set.of(), Set.of()))
                : named;
    }

    private ProductSelection selection() {
        return new ProductSelection(
                dice.perhapsSome(RandomShop.PRODUCTS, 2),
                dice.perhapsSome(RandomShop.TYPES, 2),
                dice.perhapsSome(RandomShop.FAMILIES, 2));
    }

    private WeeklyTimes times() {
        Set<DayOfWeek> days = dice.oneOf(
                Set.of(), Set.of(DayOfWeek.MONDAY), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        List<DayHours> hours = dice.oneOf(
                List.of(),
                List.of(new DayHours(LocalTime.of(15, 0), LocalTime.of(16, 0))),
                List.of(
                        new DayHours(LocalTime.MIDNIGHT, LocalTime.of(12, 0)),
                        new DayHours(LocalTime.of(23, 0), LocalTime.MIDNIGHT)),
                List.of(new DayHours(LocalTime.of(23, 0), LocalTime.of(12, 0))));
        return new WeeklyTimes(days, hours);
    }
}
