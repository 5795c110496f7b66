package io.rewards.ledger;

import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
import io.rewards.catalogue.Offer;
import io.rewards.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Names a budget that all participants use up together. An offer has one for its life, and one for each period of the
 * calendar that it limits. Immutable. Source: domain 3.11.
 *
 * @param kind what has the budget
 * @param code of it
 * @param period {@code LIFE}, or the sort of period and its first day, such as {@code WEEK 2024-03-04}
 */
public record BudgetName(Kind kind, String code, String period) implements Comparable<BudgetName> {

    private static final String LIFE = "LIFE";

    private static final Comparator<BudgetName> ORDER = Comparator.comparing(BudgetName::kind)
            .thenComparing(BudgetName::code)
            .thenComparing(BudgetName::period);

    /** What has a budget. */
    public enum Kind {
        /** An offer, by its caps for all participants. */
        OFFER,
        /** The merchant of a unit, by the most that it gives to awards. */
        MERCHANT
    }

    /** Refuses an empty code or period. */
    public BudgetName {
        if (code.isEmpty() || period.isEmpty()) {
            throw new IllegalArgumentException("The code (" + code + ") and the period (" + period
                    + ") of a budget of kind (" + kind + ") must not be empty.");
        }
    }

    /** The budget of the offer of this code for its life. */
    public static BudgetName ofOffer(String code) {
        return ofOffer(code, LIFE);
    }

    /** The budget of the offer of this code for a period. */
    public static BudgetName ofOffer(String code, String period) {
        return new BudgetName(Kind.OFFER, code, period);
    }

    /** The budget that {@code cap} limits, which is one of all participants, for an award of {@code offer} at an instant. */
    public static BudgetName of(Offer offer, Cap cap, Instant at, ZoneId zone) {
        return cap.per() instanceof CapPeriod.Each each
                ? ofOffer(offer.code(), inPeriod(each.period(), at, zone))
                : ofOffer(offer.code());
    }

    /** The budget of the merchant of a unit for a period. */
    public static BudgetName ofMerchant(String unit, String period) {
        return new BudgetName(Kind.MERCHANT, unit, period);
    }

    /** The budget of the merchant of a unit for an award at an instant. */
    public static BudgetName ofMerchant(String unit, Optional<CalendarPeriod> per, Instant at, ZoneId zone) {
        return ofMerchant(unit, per.map(each -> inPeriod(each, at, zone)).orElse(LIFE));
    }

    private static String inPeriod(CalendarPeriod period, Instant at, ZoneId zone) {
        return period + " " + period.firstDay(LocalDate.ofInstant(at, zone));
    }

    /** The budgets that an award of {@code offer} at an instant uses, each once. */
    public static List<BudgetName> allOf(Offer offer, Instant at, ZoneId zone) {
        return offer.caps().stream()
                .filter(cap -> cap.of() == Cap.Of.ALL)
                .map(cap -> of(offer, cap, at, zone))
                .distinct()
                .sorted()
                .toList();
    }

    /** By kind, then by code, then by period. */
    @Override
    public int compareTo(BudgetName other) {
        return ORDER.compare(this, other);
    }
}
