package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.event.PaymentMedium;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.participant.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why an offer does not apply to a sale, its classification aside: each condition in turn. Source: domain 3.4 to 3.6. */
final class NaiveReasons {

    private final Programme programme;
    private final NaivePerson person;
    private final NaivePurchase sale;
    private final Offer offer;
    private final AwardConditions conditions;
    private final Set<DeclineReason> reasons = new TreeSet<>();

    private NaiveReasons(Programme programme, NaivePerson person, NaivePurchase sale, Offer offer) {
        this.programme = programme;
        this.person = person;
        this.sale = sale;
        this.offer = offer;
        conditions = offer.conditions();
    }

    static Set<DeclineReason> of(Programme programme, NaivePerson person, NaivePurchase sale, Offer offer) {
        NaiveReasons all = new NaiveReasons(programme, person, sale, offer);
        all.offerAndScheme();
        all.validity();
        all.person();
        all.dates();
        all.purchase();
        all.reasons.addAll(new NaiveAgreement(programme, sale.purchase().unit()).against(offer, person.registeredAt()));
        return all.reasons;
    }

    private void offerAndScheme() {
        Scheme scheme = scheme(programme, offer);
        add(offer.state() != OfferState.EFFECTIVE, DeclineReason.OFFER_NOT_EFFECTIVE);
        add(scheme.state() != SchemeState.EFFECTIVE, DeclineReason.SCHEME_NOT_EFFECTIVE);
        add(offer.evaluation() == EvaluationMethod.BATCH, DeclineReason.EVALUATED_IN_RUNS);
        Instant signedUp = person.signedUp().get(scheme.code());
        add(signedUp == null, DeclineReason.NOT_SIGNED_UP);
        add(signedUp != null && sale.purchase().performedOn().isBefore(signedUp), DeclineReason.SIGNED_UP_LATER);
        AwardValidity validity = awardValidity(programme, offer);
        Instant from = NaiveTime.spendableFrom(validity, sale.purchase().performedOn(), sale.zone());
        Optional<Instant> to = NaiveTime.expires(validity, sale.purchase().performedOn(), sale.zone());
        add(to.isPresent() && from.compareTo(to.get()) >= 0, DeclineReason.AWARD_NEVER_SPENDABLE);
    }

    private void validity() {
        LocalDate day = LocalDate.ofInstant(sale.tested(), sale.wall());
        if (offer.validity() instanceof OfferValidity.FromLatestEffectiveDate) {
            add(
                    offer.latestEffectiveDate().isPresent()
                            && sale.tested()
                                    .isBefore(offer.latestEffectiveDate().get()),
                    DeclineReason.BEFORE_EFFECTIVE_DATE);
        } else if (offer.validity() instanceof OfferValidity.SpecificPeriods specific) {
            add(!NaiveTime.inAPeriod(specific, sale.tested(), sale.wall()), DeclineReason.OUTSIDE_PERIODS);
        } else if (offer.validity() instanceof OfferValidity.RecurringPeriods recurring) {
            add(!NaiveTime.onAYearlyDay(recurring, day), DeclineReason.OUTSIDE_RECURRING_DAYS);
        } else if (offer.validity() instanceof OfferValidity.BirthdayPeriod birthday) {
            Optional<MonthDay> born = person.profile().dateOfBirth().map(MonthDay::from);
            add(born.isEmpty(), DeclineReason.BIRTHDAY_UNKNOWN);
            born.ifPresent(known -> add(
                    !NaiveTime.near(
                            known, birthday.days().before(), birthday.days().after(), day),
                    DeclineReason.NOT_NEAR_BIRTHDAY));
        } else if (offer.validity() instanceof OfferValidity.NameDayPeriod nameDay) {
            Optional<MonthDay> name = person.profile().nameDay();
            add(name.isEmpty(), DeclineReason.NAME_DAY_UNKNOWN);
            name.ifPresent(known -> add(
                    !NaiveTime.near(
                            known, nameDay.days().before(), nameDay.days().after(), day),
                    DeclineReason.NOT_NEAR_NAME_DAY));
        }
    }

    private void person() {
        Set<String> wanted = conditions.segmentsIncluded();
        add(!wanted.isEmpty() && wanted.stream().noneMatch(this::inSegment), DeclineReason.NOT_IN_SEGMENT);
        add(conditions.segmentsExcluded().stream().anyMatch(this::inSegment), DeclineReason.IN_EXCLUDED_SEGMENT);
        Set<String> tiers = conditions.tiers();
        add(!tiers.isEmpty() && !tiers.contains(person.profile().tier()), DeclineReason.TIER_NOT_LISTED);
        Set<String> places = new TreeSet<>();
        conditions.locations().areas().forEach(area -> places.add("area " + area));
        conditions.locations().cities().forEach(city -> places.add("city " + city));
        conditions.locations().districts().forEach(district -> places.add("district " + district));
        Set<String> lived = new TreeSet<>();
        for (Address address : person.profile().addresses()) {
            if (address.active()) {
                lived.addAll(
                        Set.of("area " + address.area(), "city " + address.city(), "district " + address.district()));
            }
        }
        lived.retainAll(places);
        add(!places.isEmpty() && lived.isEmpty(), DeclineReason.LOCATION_NOT_LISTED);
    }

    private void dates() {
        LocalDate day = sale.eventDay();
        add(day.isBefore(conditions.period().from()), DeclineReason.BEFORE_PERIOD);
        add(day.isAfter(conditions.period().through()), DeclineReason.AFTER_PERIOD);
        add(!NaiveTime.onAListedDay(conditions.times(), sale.clock()), DeclineReason.WEEKDAY_NOT_LISTED);
        add(!NaiveTime.atListedHour(conditions.times(), sale.clock()), DeclineReason.HOUR_NOT_LISTED);
        add(
                conditions.maximumUnprocessed().isPresent()
                        && sale.processedOn()
                                .isAfter(NaiveTime.plus(
                                        sale.purchase().performedOn(),
                                        conditions.maximumUnprocessed().get(),
                                        sale.zone())),
                DeclineReason.EXPIRED_UNPROCESSED);
    }

    private void purchase() {
        boolean about = !sale.about(offer).isEmpty();
        add(!about, DeclineReason.PRODUCTS_NOT_BOUGHT);
        add(about && sale.lines(offer).isEmpty(), DeclineReason.PRODUCTS_EXCLUDED);
        boolean some = !sale.lines(offer).isEmpty();
        BigDecimal least = conditions
                .minimumPurchase()
                .map(Amount::decimal)
                .orElse(offer.terms() instanceof Terms.CountLoyalty ? new BigDecimal("0.000000001") : BigDecimal.ZERO);
        add(some && sale.base(offer).compareTo(least) < 0, DeclineReason.PURCHASE_TOO_SMALL);
        add(!sale.madeAt(conditions.units(), conditions.groups()), DeclineReason.UNIT_NOT_LISTED);
        PaymentMedium paid = sale.purchase().paymentMedium();
        Set<String> brands = conditions.paymentMedia().brands();
        Set<String> types = conditions.paymentMedia().types();
        Set<String> known = conditions.paymentMedia().identifierHashes();
        add(
                !(brands.isEmpty() && types.isEmpty() && known.isEmpty())
                        && !brands.contains(paid.brand())
                        && !types.contains(paid.type())
                        && !known.contains(paid.identifierHash()),
                DeclineReason.PAYMENT_MEDIUM_NOT_LISTED);
        Set<String> codes = conditions.promoCodes();
        add(!codes.isEmpty() && !codes.contains(sale.purchase().promoCode()), DeclineReason.PROMO_CODE_NOT_LISTED);
        boolean differ = false;
        for (AttributeCondition condition : conditions.attributes()) {
            AttributeOwner owner = condition.attribute().owner();
            if (owner == AttributeOwner.EVENT || owner == AttributeOwner.PARTICIPANT || owner == AttributeOwner.OFFER) {
                differ |= !NaivePurchase.holds(condition, carriedBy(owner));
            }
        }
        add(differ, DeclineReason.ATTRIBUTES_DIFFER);
    }

    private Attributes carriedBy(AttributeOwner owner) {
        return switch (owner) {
            case EVENT -> sale.purchase().header().attributes();
            case PARTICIPANT -> person.profile().attributes();
            case OFFER -> offer.attributes();
            case LINE, PRODUCT -> throw new AssertionError("Chooses lines: " + owner);
        };
    }

    private boolean inSegment(String code) {
        for (Segment segment : programme.segments()) {
            if (segment.code().equals(code) && segment.entity().isTransaction()) {
                return person.awards().stream()
                        .filter(past -> segment.entity() == SegmentEntity.AWARD_TRANSACTION
                                || past.discount().signum() > 0)
                        .anyMatch(past -> segment.offers().contains(past.offer().code())
                                || segment.types().contains(past.offer().type())
                                || segment.schemes().contains(past.offer().scheme()));
            }
        }
        return person.profile().segments().contains(code);
    }

    private void add(boolean missing, DeclineReason reason) {
        if (missing) {
            reasons.add(reason);
        }
    }

    static Scheme scheme(Programme programme, Offer offer) {
        for (Scheme scheme : programme.schemes()) {
            if (scheme.code().equals(offer.scheme())) {
                return scheme;
            }
        }
        throw new AssertionError("No such scheme: " + offer.scheme());
    }

    static AwardValidity awardValidity(Programme programme, Offer offer) {
        return offer.awardValidity().isPresent()
                ? offer.awardValidity().get()
                : scheme(programme, offer).awardValidity();
    }
}
