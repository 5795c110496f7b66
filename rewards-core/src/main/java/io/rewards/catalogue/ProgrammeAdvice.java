package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.organisation.Product;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import io.rewards.time.CalendarPeriod;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is right in a programme and yet hardly meant: offers that can never award, offers that take percentages of each
 * other's awards, discounts that exceed the least purchase, caps that can never bind. A programme can be used all the same. What depends on
 * what rules of the host or people do is not looked at. Source: domain 3.3, 3.5.
 */
public final class ProgrammeAdvice {

    private final Programme programme;
    private final Problems advice = new Problems();

    private ProgrammeAdvice(Programme programme) {
        this.programme = programme;
    }

    /** What is hardly meant, in order of the offers; empty where nothing stands out. */
    public static List<Problem> of(Programme programme) {
        ProgrammeAdvice of = new ProgrammeAdvice(programme);
        programme.offers().forEach(of::offer);
        of.countEachOther();
        return of.advice.found();
    }

    private void offer(Offer offer) {
        String path = "offers[" + offer.code() + "]";
        AwardConditions conditions = offer.conditions();
        advice.unless(
                conditions.segmentsIncluded().isEmpty()
                        || !conditions.segmentsExcluded().containsAll(conditions.segmentsIncluded()),
                path + ".conditions.segmentsExcluded",
                "Nobody can be awarded: all of segmentsIncluded " + conditions.segmentsIncluded() + " are excluded.");
        advice.unless(
                !allExcepted(conditions.products()),
                path + ".conditions.products",
                "Nothing can be awarded: all that it names ("
                        + conditions.products().named() + ") is excepted.");
        offer.latestEffectiveDate()
                .filter(since -> offer.validity().kind() == ValidityKind.FROM_LATEST_EFFECTIVE_DATE)
                .ifPresent(since -> advice.unless(
                        !conditions
                                .period()
                                .through()
                                .isBefore(since.atZone(earliest()).toLocalDate()),
                        path + ".conditions.period",
                        "Nothing can be awarded: the period ends on "
                                + conditions.period().through() + ", before the offer is effective."));
        if (offer.terms() instanceof Terms.TransactionRevenue purchase) {
            purchase.to().ifPresent(most -> purchase(path, offer, most));
        }
        if (offer.award() instanceof Award.PercentageOfAwarded past) {
            advice.unless(
                    others(offer).anyMatch(other -> isCounted(past, other)),
                    path + ".award",
                    "Nothing can be awarded: no other offer makes awards that it takes a percentage of.");
        }
        offer.terms().sets().ifPresent(set -> sets(path + ".terms.sets", set, conditions.products()));
        discount(path, offer);
        caps(path, offer.caps());
    }

    private void sets(String path, ProductSet set, ProductSelection conditions) {
        for (int i = 0; i < set.parts().size(); i++) {
            ProductSelection part = set.parts().get(i).products();
            advice.unless(
                    !allExcepted(part.butNeither(conditions.except())),
                    path + "[" + (i + 1) + "].products",
                    "Nothing can be awarded: all that it names (" + part.named() + ") is excepted.");
        }
    }

    /** Limits that another one reaches first. */
    private void caps(String path, List<Cap> caps) {
        for (Cap cap : caps) {
            caps.stream()
                    .filter(other -> isTighter(other, cap))
                    .findFirst()
                    .ifPresent(other -> advice.add(
                            path + ".caps[" + (caps.indexOf(cap) + 1) + "]",
                            "The cap (" + cap + ") can never bind: that of (" + other + ") is reached first."));
        }
    }

    /** True where nothing that {@code tighter} allows can reach more than {@code cap}. */
    private static boolean isTighter(Cap tighter, Cap cap) {
        return tighter.awards().isPresent() == cap.awards().isPresent()
                && (tighter.of() == cap.of() || tighter.of() == Cap.Of.ALL)
                && tighter.most() <= cap.most()
                && lies(cap.per(), tighter.per())
                && !tighter.equals(cap);
    }

    /** True where each time in which a cap counts lies in one in which the other counts. A week can lie in two months. */
    private static boolean lies(CapPeriod inner, CapPeriod outer) {
        if (inner.equals(outer) || outer instanceof CapPeriod.Life) {
            return true;
        }
        return inner instanceof CapPeriod.Each each
                && outer instanceof CapPeriod.Each in
                && each.period().compareTo(in.period()) < 0
                && each.period() != CalendarPeriod.WEEK;
    }

    /** The zone in which a day is over last, so that no unit's clock is forgotten. */
    private static ZoneId earliest() {
        return ZoneId.of("-12:00");
    }

    private void purchase(String path, Offer offer, Amount most) {
        offer.award()
                .firstStep()
                .ifPresent(step -> advice.unless(
                        most.compareTo(step) >= 0,
                        path + ".award.rate.per",
                        "Nothing can be awarded: the largest purchase (" + most + ") is less than one step (" + step
                                + ")."));
        offer.conditions()
                .minimumPurchase()
                .ifPresent(least -> advice.unless(
                        most.compareTo(least) >= 0,
                        path + ".conditions.minimumPurchase",
                        "Nothing can be awarded: the largest purchase (" + most + ") is less than the least (" + least
                                + ")."));
    }

    private boolean allExcepted(ProductSelection products) {
        ProductList except = products.except().and(programme.settings().neverRewarded());
        Set<String> excepted = programme.products().stream()
                .filter(product -> except.has(product.code(), product.type(), "", Attributes.NONE))
                .map(Product::code)
                .collect(Collectors.toCollection(TreeSet::new));
        excepted.addAll(except.products());
        return !products.namesNone()
                && excepted.containsAll(products.products())
                && except.types().containsAll(products.types())
                && except.families().containsAll(products.families());
    }

    private Stream<Offer> others(Offer offer) {
        return programme.offers().stream().filter(other -> !other.code().equals(offer.code()));
    }

    private boolean isCounted(Award.PercentageOfAwarded past, Offer other) {
        Denomination awarded =
                other.award().countedIn().orElse(programme.settings().currency());
        return past.considers(other.type(), other.scheme()) && awarded.equals(past.denomination());
    }

    /** A discount of a fixed amount that is more than the smallest purchase that gets it. */
    private void discount(String path, Offer offer) {
        boolean instantly = offer.spendMethod() == SpendMethod.SPEND_INSTANTLY;
        if (!instantly || !(offer.award() instanceof Award.FixedAmount fixed)) {
            return;
        }
        least(offer)
                .filter(least -> least.denomination().equals(fixed.amount().denomination()))
                .ifPresent(least -> advice.unless(
                        fixed.amount().compareTo(least) <= 0,
                        path + ".award.amount",
                        "The discount (" + fixed.amount() + ") exceeds the least purchase (" + least
                                + "); what does not fit is void."));
    }

    /** The least that must count of a purchase, where the offer says it. */
    private static Optional<Amount> least(Offer offer) {
        Stream<Amount> ofTerms = offer.terms() instanceof Terms.TransactionRevenue purchase
                ? Stream.of(purchase.from()).filter(Amount::isPositive)
                : Stream.empty();
        return Stream.concat(offer.conditions().minimumPurchase().stream(), ofTerms)
                .max(Amount::compareTo);
    }

    /** Each award of one makes the next of the other larger. */
    private void countEachOther() {
        List<Offer> past = programme.offers().stream()
                .filter(offer -> offer.award() instanceof Award.PercentageOfAwarded)
                .toList();
        for (Offer offer : past) {
            List<String> circle = past.stream()
                    .filter(other -> !other.code().equals(offer.code())
                            && reaches(offer, other, past)
                            && reaches(other, offer, past))
                    .map(Offer::code)
                    .toList();
            advice.unless(
                    circle.isEmpty(),
                    "offers[" + offer.code() + "].award",
                    "It takes a percentage of the awards of offers " + circle
                            + ", which take one of its own: each makes the next larger. Name types or schemes.");
        }
    }

    /** True where awards of {@code to} count for those of {@code from}, directly or through others. */
    private boolean reaches(Offer from, Offer to, List<Offer> past) {
        Set<Offer> found = new LinkedHashSet<>(Set.of(from));
        boolean more = true;
        while (more) {
            more = found.addAll(past.stream()
                    .filter(next ->
                            found.stream().anyMatch(each -> !each.code().equals(next.code()) && counts(each, next)))
                    .toList());
        }
        return found.contains(to);
    }

    private boolean counts(Offer offer, Offer other) {
        return offer.award() instanceof Award.PercentageOfAwarded past && isCounted(past, other);
    }
}
