package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.CodesInWords;
import io.rewards.catalogue.ProductSelection;
import io.rewards.event.Purchase;
import io.rewards.participant.Address;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * The words with which a rule reads the conditions that all offers share: when, where, of whom and of what. Source: domain
 * 3.5.
 */
public interface ConditionWords extends AttributeWords {

    /** First day on which the offer awards. */
    default LocalDate firstDay() {
        return offer().conditions().period().from();
    }

    /** Last day on which the offer awards. */
    default LocalDate lastDay() {
        return offer().conditions().period().through();
    }

    /** The day of the event on the clock of its unit. */
    default LocalDate eventDay() {
        return situation().eventDay();
    }

    /** The weekday of the event on the clock of its unit. */
    default DayOfWeek weekday() {
        return situation().unitTime().getDayOfWeek();
    }

    /** True when the offer awards at some time of that weekday. */
    default boolean weekdayListed() {
        return offer().conditions().times().containsDay(weekday());
    }

    /** The weekdays on which the offer awards; empty for all. */
    default Set<DayOfWeek> weekdays() {
        return offer().conditions().times().days();
    }

    /** The time of the event on the clock of its unit. */
    default LocalTime hour() {
        return situation().unitTime().toLocalTime();
    }

    /** True when the offer awards at that time of that weekday; on a weekday that is not listed, of any. */
    default boolean hourListed() {
        WeeklyTimes times = offer().conditions().times();
        return weekdayListed() ? times.contains(situation().unitTime()) : times.containsTime(hour());
    }

    /** The hours in which the offer awards, with their weekdays where those differ. */
    default String hours() {
        return offer().conditions().times().toString();
    }

    /** When a window of the offer next opens, in its days and its specific periods; the far future where none does. */
    default Instant nextOpening() {
        return NextOpening.of(situation(), offer()).orElse(Instant.MAX);
    }

    /** True when a line of the purchase counts for the offer, or the offer is not about purchases. */
    default boolean productsBought() {
        return !offer().classification().isAboutPurchases()
                || !qualifying().lines().isEmpty();
    }

    /** True when nothing counts because what the offer is about was bought, but is excepted. */
    default boolean onlyExceptedBought() {
        return !productsBought() && qualifying().excepted();
    }

    /** The products that the offer and the programme except, in words. */
    default String productsExcepted() {
        return offer().conditions()
                .products()
                .except()
                .and(situation().catalogue().settings().neverRewarded())
                .toString();
    }

    /** The products that the offer names, in words. */
    default String productsWanted() {
        ProductSelection products = offer().conditions().products();
        return products.namesNone() ? "goods, deposits and fees aside" : products.toString();
    }

    /** The products and types of the purchase, in words. */
    default String productsSold() {
        return situation().lines().stream()
                .map(line -> line.line().product() + (line.type().isEmpty() ? "" : " (" + line.type() + ")"))
                .distinct()
                .limit(WORDS_SHOWN)
                .toList()
                .toString();
    }

    /** How many products a sentence names. */
    int WORDS_SHOWN = 10;

    /** The least that must count of the purchase. */
    default Amount minimumPurchase() {
        return offer().minimumPurchase(situation().catalogue().settings().currency());
    }

    /** True when something counts of the purchase, but less than the least. */
    default boolean purchaseTooSmall() {
        return offer().classification().isAboutPurchases()
                && productsBought()
                && qualifying().base().compareTo(minimumPurchase()) < 0;
    }

    /** True when the purchase was paid with a medium that the offer names, or it names none. */
    default boolean paymentMediumListed() {
        return offer().conditions().paymentMedia().accepts(situation().paymentMedium());
    }

    /** The medium that the purchase was paid with, in words. */
    default String paymentMedium() {
        return situation().paymentMedium().brand() + " "
                + situation().paymentMedium().type();
    }

    /** The payment media that the offer names, in words. */
    default String paymentMediaWanted() {
        return offer().conditions().paymentMedia().toString();
    }

    /** The promo code of the purchase, or empty. */
    default String promoCode() {
        return situation().event() instanceof Purchase purchase ? purchase.promoCode() : "";
    }

    /** True when the purchase has a promo code that the offer names, or it names none. */
    default boolean promoCodeListed() {
        return promoCodesWanted().isEmpty() || promoCodesWanted().contains(promoCode());
    }

    /** The promo codes that the offer names; empty where none is needed. */
    default Set<String> promoCodesWanted() {
        return offer().conditions().promoCodes();
    }

    /** True when an active address lies where the offer wants it, or it wants none. */
    default boolean locationListed() {
        return offer().conditions()
                .locations()
                .include(situation().account().participant().profile().addresses());
    }

    /** How many active addresses the participant has. */
    default long activeAddresses() {
        return situation().account().participant().profile().addresses().stream()
                .filter(Address::active)
                .count();
    }

    /** The places that the offer names, in words. */
    default String locationsWanted() {
        return offer().conditions().locations().toString();
    }

    /** True when the participant is in a segment that the offer includes, or it includes everybody. */
    default boolean inIncludedSegment() {
        return segmentsIncluded().isEmpty() || !includedSegments().isEmpty();
    }

    /** Codes of the segments that the offer includes and the participant is in. */
    default Set<String> includedSegments() {
        return situation().memberOf(segmentsIncluded());
    }

    /** Codes of the segments that the offer includes; empty for everybody. */
    default Set<String> segmentsIncluded() {
        return offer().conditions().segmentsIncluded();
    }

    /** Codes of the segments that the offer excludes and the participant is in. */
    default Set<String> excludedSegments() {
        return situation().memberOf(segmentsExcluded());
    }

    /** True when the participant is in a segment that the offer excludes. */
    default boolean inExcludedSegment() {
        return !excludedSegments().isEmpty();
    }

    /** Codes of the segments that the offer excludes. */
    default Set<String> segmentsExcluded() {
        return offer().conditions().segmentsExcluded();
    }

    /** Code of the unit of the event. */
    default String unitCode() {
        return situation().event().unit();
    }

    /** True when that unit may award the offer. */
    default boolean unitListed() {
        return situation()
                .catalogue()
                .unitListed(
                        unitCode(),
                        offer().conditions().units(),
                        offer().conditions().groups());
    }

    /** The units and groups that may award the offer, in words. */
    default String unitsWanted() {
        return new CodesInWords(", ")
                .add("units", offer().conditions().units())
                .add("groups", offer().conditions().groups())
                .toString();
    }

    /** Code of the participant's tier, or empty. */
    default String tier() {
        return situation().tier();
    }

    /** True when the offer is for that tier, or for all. */
    default boolean tierListed() {
        return tiersWanted().isEmpty() || tiersWanted().contains(tier());
    }

    /** Codes of the tiers that the offer is for; empty for all. */
    default Set<String> tiersWanted() {
        return offer().conditions().tiers();
    }
}
