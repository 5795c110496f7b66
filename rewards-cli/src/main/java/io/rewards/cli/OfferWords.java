package io.rewards.cli;

import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
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
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.Terms;
import io.rewards.time.DayHours;
import io.rewards.time.DayPeriod;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What an offer says, in plain words. */
final class OfferWords {

    private OfferWords() {}

    /** What it awards. */
    static String award(Offer offer) {
        if (offer.award() instanceof Award.FixedAmount fixed) {
            return Figures.of(fixed.amount()) + each(offer.terms());
        }
        if (offer.award() instanceof Award.PercentageOfAwarded awarded) {
            return awarded.percentage() + " of the " + awarded.denomination() + " awarded within "
                    + span(awarded.within())
                    + among(" by types ", awarded.types())
                    + among(" in schemes ", awarded.schemes())
                    + limits(awarded.range());
        }
        if (offer.award() instanceof Award.Rate rate) {
            return Figures.of(rate.amount()) + " for each " + (rate.steps() == RateSteps.WHOLE ? "full " : "")
                    + Figures.of(rate.per()) + ofSets(offer.terms()).orElse("") + limits(rate.range());
        }
        Award.PercentageOfPurchase purchase = (Award.PercentageOfPurchase) offer.award();
        return purchase.percentage()
                + ofSets(offer.terms())
                        .orElse(offer.classification().isAboutPurchases() ? " of what counts" : " of the amount")
                + limits(purchase.range());
    }

    private static String each(Terms terms) {
        if (terms.sets().isPresent()) {
            return " for each set";
        }
        return terms instanceof Terms.ProductRevenue product && product.countsPieces() ? " for each piece" : "";
    }

    private static Optional<String> ofSets(Terms terms) {
        return terms.sets().map(set -> " of the sets, the " + of(set.valuedBy()) + " pieces first");
    }

    private static String limits(AwardRange range) {
        return range.atLeast().map(least -> ", at least " + Figures.of(least)).orElse("")
                + range.atMost().map(most -> ", at most " + Figures.of(most)).orElse("");
    }

    /** When it is evaluated. */
    static String evaluation(Offer offer) {
        return offer.evaluation() == EvaluationMethod.BATCH ? "in runs" : "at once or in runs";
    }

    /** The conditions that all offers share. */
    static List<String> conditions(Offer offer) {
        AwardConditions conditions = offer.conditions();
        List<String> words = new ArrayList<>();
        products("a line of ", conditions.products()).ifPresent(words::add);
        base(offer.base()).ifPresent(words::add);
        conditions.minimumPurchase().ifPresent(least -> words.add("where " + Figures.of(least) + " or more count"));
        media(conditions.paymentMedia()).ifPresent(words::add);
        some("with promo code ", conditions.promoCodes()).ifPresent(words::add);
        places(conditions.locations()).ifPresent(words::add);
        conditions.maximumUnprocessed().ifPresent(span -> words.add("decided within " + span(span)));
        some("a member of segment ", conditions.segmentsIncluded()).ifPresent(words::add);
        some("no member of segment ", conditions.segmentsExcluded()).ifPresent(words::add);
        some("in tier ", conditions.tiers()).ifPresent(words::add);
        where("at ", conditions.units(), conditions.groups()).ifPresent(words::add);
        times(conditions.times()).ifPresent(words::add);
        period(conditions.period()).ifPresent(words::add);
        for (AttributeCondition attribute : conditions.attributes()) {
            words.add(attribute.toString());
        }
        return words;
    }

    /** Which events it may award. */
    static List<String> validity(Offer offer, When when) {
        OfferValidity validity = offer.validity();
        if (validity instanceof OfferValidity.SpecificPeriods specific) {
            return specific.periods().stream()
                    .map(period -> "from " + when.moment(period.start(when.zone())) + " to before "
                            + when.moment(period.end(when.zone())))
                    .toList();
        }
        if (validity instanceof OfferValidity.RecurringPeriods recurring) {
            return recurring.periods().stream()
                    .map(days -> "every year from " + days)
                    .toList();
        }
        if (validity instanceof OfferValidity.BirthdayPeriod around) {
            return List.of("from " + around.days() + " the birthday");
        }
        if (validity instanceof OfferValidity.NameDayPeriod around) {
            return List.of("from " + around.days() + " the name day");
        }
        return List.of(offer.latestEffectiveDate()
                .map(since -> "since " + when.moment(since))
                .orElse("once it is effective"));
    }

    /** How the money is spent. */
    static String method(Offer offer) {
        return switch (offer.spendMethod()) {
            case SPEND_INSTANTLY ->
                offer.handling().excess() == Excess.KEEP
                        ? "at once, as a discount on the purchase; what is over, later"
                        : "at once, as a discount on the purchase";
            case SPEND_ON_REQUEST -> "later, when the participant asks";
            case SPEND_AUTOMATICALLY -> "later, without being asked, where the unit allows it";
            case SPEND_INSTANTLY_THROUGH_VOUCHER ->
                offer.handling().partialVoucher()
                        ? "later, by a voucher, in any number of parts"
                        : "later, by a voucher, once";
        };
    }

    /** What happens to the award besides being spent, where that is not what happens to most. */
    static List<String> handling(Offer offer) {
        List<String> words = new ArrayList<>();
        if (offer.handling().awaitsConfirmation()) {
            words.add("waits until the host confirms the event");
        }
        if (offer.handling().onReturn() == ReturnPolicy.KEEP_THE_DEAL) {
            words.add("gives up its part when goods come back, and is not decided again");
        }
        return words;
    }

    /** How long the money may be spent. */
    static String awardValidity(Optional<AwardValidity> ofOffer) {
        if (ofOffer.isEmpty()) {
            return "as long as the scheme says";
        }
        AwardValidity validity = ofOffer.get();
        String from = validity.validAfter()
                .map(span -> "from " + span(span) + " after the award")
                .orElse("from the award");
        if (validity.expiry() instanceof AwardValidity.Expiry.After after) {
            return from + ", until " + span(after.span()) + " after it";
        }
        if (validity.expiry() instanceof AwardValidity.Expiry.On on) {
            return from + ", until " + on.date();
        }
        return from + ", for ever";
    }

    /** What the money may be spent on. */
    static List<String> spendConditions(SpendConditions conditions) {
        List<String> words = new ArrayList<>();
        products("on ", conditions.products()).ifPresent(words::add);
        where("at ", conditions.units(), conditions.groups()).ifPresent(words::add);
        times(conditions.times()).ifPresent(words::add);
        return words;
    }

    /** How much it awards at most. */
    static List<String> limits(Offer offer) {
        List<String> words = new ArrayList<>();
        offer.caps().forEach(cap -> words.add(cap(cap)));
        if (!offer.contributions().isEmpty()) {
            words.add("merchants give as their rules " + String.join(", ", offer.contributions()) + " say");
        }
        if (offer.onlyIfBest()) {
            words.add("only where no other such offer awards more");
        }
        return words;
    }

    /** A constant as a person reads it. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A span as a person reads it: 1 month, 30 days. */
    static String span(TimeSpan span) {
        String unit = of(span.unit());
        return Figures.of(span.count(), unit.substring(0, unit.length() - 1));
    }

    private static String cap(Cap cap) {
        String most = cap.amount()
                .map(Figures::of)
                .orElseGet(() -> Figures.of(cap.awards().orElseThrow(), "award"));
        String whose = cap.of() == Cap.Of.ALL ? " in all" : " for each participant";
        return "at most " + most + whose + per(cap.per());
    }

    private static String per(CapPeriod per) {
        if (per instanceof CapPeriod.Within within) {
            return " within " + span(within.span());
        }
        return per instanceof CapPeriod.Each each ? " each " + of(each.period()) : "";
    }

    private static Optional<String> products(String before, ProductSelection products) {
        String named = products.namesNone() ? "anything" : list(products.named());
        return products.isAll()
                ? Optional.empty()
                : Optional.of(before + named + (products.except().isEmpty() ? "" : " but " + list(products.except())));
    }

    private static String list(ProductList list) {
        StringJoiner words = new StringJoiner(", or ");
        some("product ", list.products()).ifPresent(words::add);
        some("type ", list.types()).ifPresent(words::add);
        some("family ", list.families()).ifPresent(words::add);
        list.attributes().forEach((name, values) -> some(name + " ", values).ifPresent(words::add));
        return words.toString();
    }

    private static Optional<String> base(PurchaseBase base) {
        StringJoiner words = new StringJoiner(", and ");
        base.threshold().ifPresent(part -> words.add("thresholds are about prices " + tax(part)));
        base.award().ifPresent(part -> words.add("the award is worked out of prices " + tax(part)));
        return words.length() == 0 ? Optional.empty() : Optional.of(words.toString());
    }

    private static String tax(AwardBase base) {
        return base == AwardBase.GROSS ? "with tax" : "without tax";
    }

    private static Optional<String> media(PaymentMedia media) {
        StringJoiner words = new StringJoiner(", or ");
        some("brand ", media.brands()).ifPresent(words::add);
        some("type ", media.types()).ifPresent(words::add);
        if (!media.identifierHashes().isEmpty()) {
            words.add(Figures.of(media.identifierHashes().size(), "known medium"));
        }
        return words.length() == 0 ? Optional.empty() : Optional.of("paid with " + words);
    }

    private static Optional<String> places(Locations places) {
        StringJoiner words = new StringJoiner(", or ");
        some("area ", places.areas()).ifPresent(words::add);
        some("city ", places.cities()).ifPresent(words::add);
        some("district ", places.districts()).ifPresent(words::add);
        return words.length() == 0 ? Optional.empty() : Optional.of("living in " + words);
    }

    private static Optional<String> where(String before, Set<String> units, Set<String> groups) {
        StringJoiner words = new StringJoiner(", or ");
        some("unit ", units).ifPresent(words::add);
        some("a unit of group ", groups).ifPresent(words::add);
        return words.length() == 0 ? Optional.empty() : Optional.of(before + words);
    }

    private static Optional<String> times(WeeklyTimes times) {
        if (times.areDaysAndHours()) {
            return times.isAlways() ? Optional.empty() : Optional.of(times(times.days(), times.hours()));
        }
        return Optional.of(times.windows().stream()
                .map(window -> times(window.days(), new WeeklyTimes(List.of(window)).hours()))
                .collect(Collectors.joining(", or ")));
    }

    private static String times(Set<DayOfWeek> days, List<DayHours> hours) {
        List<String> words = new ArrayList<>();
        if (!days.isEmpty()) {
            words.add("on " + days.stream().map(OfferWords::weekday).collect(Collectors.joining(", ")));
        }
        if (!hours.isEmpty()) {
            words.add("at " + hours.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return String.join(" ", words);
    }

    private static Optional<String> period(DayPeriod period) {
        StringJoiner words = new StringJoiner(" ");
        if (!period.from().equals(LocalDate.MIN)) {
            words.add("from " + period.from());
        }
        if (!period.through().equals(LocalDate.MAX)) {
            words.add("through " + period.through());
        }
        return words.length() == 0 ? Optional.empty() : Optional.of("on days " + words);
    }

    private static String weekday(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> some(String before, Set<String> codes) {
        return codes.isEmpty() ? Optional.empty() : Optional.of(before + joined(codes));
    }

    private static String among(String before, Set<String> codes) {
        return some(before, codes).orElse("");
    }

    private static String joined(Collection<String> codes) {
        return String.join(", ", codes);
    }
}
