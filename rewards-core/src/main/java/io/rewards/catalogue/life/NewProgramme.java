package io.rewards.catalogue.life;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new business starts with: one scheme under its name that every participant joins, and one offer for each of the
 * four goal groups. Nothing of it is effective, so the business can look at it, edit it and activate what it wants. Source:
 * domain 4.1.
 */
public final class NewProgramme {

    /** Code of the scheme that a new programme has. */
    public static final String SCHEME = "MAIN";

    private static final Percentage SMALL = Percentage.of("1");
    private static final Percentage LARGER = Percentage.of("5");
    private static final BigDecimal WELCOME = new BigDecimal("5");

    private final Settings settings;

    private NewProgramme(Settings settings) {
        this.settings = settings;
    }

    /** The programme of a business that has just begun, as its version 1. */
    public static Programme of(String business, Settings settings) {
        return new NewProgramme(settings).programme(business);
    }

    private Programme programme(String business) {
        Scheme scheme = Scheme.of(SCHEME, business, SchemeState.NOT_EFFECTIVE, AwardValidity.ALWAYS)
                .with(SignUpPolicy.of(SignUpOption.AUTO));
        List<Offer> offers = List.of(everyPurchase(), quietDay(), tenthPurchase(), welcome());
        return Programme.builder(business, settings)
                .withVersion("1")
                .withSchemes(List.of(scheme))
                .withOfferTypes(offers.stream()
                        .map(offer -> OfferType.of(offer.type(), offer.classification()))
                        .toList())
                .withOffers(offers)
                .build();
    }

    /** Increase revenue: 1 % of every purchase. */
    private Offer everyPurchase() {
        Terms terms = new Terms.TransactionRevenue(Amount.zero(settings.currency()), Optional.empty());
        return offer(1, "EVERY-PURCHASE", "Money back on every purchase", terms, percentage(SMALL))
                .build();
    }

    /** Utilise capacity: 5 % of purchases on Tuesdays. */
    private Offer quietDay() {
        return offer(2, "QUIET-DAY", "More money back on Tuesdays", new Terms.FreeCapacity(), percentage(LARGER))
                .withConditions(AwardConditions.builder()
                        .withTimes(new WeeklyTimes(Set.of(DayOfWeek.TUESDAY), List.of()))
                        .build())
                .build();
    }

    /** Reward loyalty: 5 of the currency for the tenth purchase within a year. */
    private Offer tenthPurchase() {
        Terms terms = new Terms.CountLoyalty(10, new TimeSpan(1, SpanUnit.YEARS));
        return offer(3, "TENTH-PURCHASE", "A gift for every tenth purchase", terms, gift())
                .build();
    }

    /** Change behaviour: 5 of the currency for signing up. */
    private Offer welcome() {
        return offer(4, "WELCOME", "A gift for joining", new Terms.SignUps(false), gift())
                .build();
    }

    private static Offer.Builder offer(long number, String code, String name, Terms terms, Award award) {
        return Offer.builder(number, code, SCHEME, code, terms, award).withName(name);
    }

    private Award gift() {
        return new Award.FixedAmount(Amount.of(WELCOME, settings.currency()));
    }

    /** {@code wanted}, or the most that the settings allow. */
    private Award percentage(Percentage wanted) {
        Percentage most = settings.maximumPercentage();
        return new Award.PercentageOfPurchase(wanted.compareTo(most) <= 0 ? wanted : most);
    }
}
