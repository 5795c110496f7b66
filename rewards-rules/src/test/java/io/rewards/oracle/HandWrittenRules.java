package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Trigger;
import io.rewards.catalogue.ValidityDate;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.CountLoyaltyCandidate;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.FreeCapacityCandidate;
import io.rewards.decision.Grant;
import io.rewards.decision.Measure;
import io.rewards.decision.ProductRevenueCandidate;
import io.rewards.decision.QuantityLoyaltyCandidate;
import io.rewards.decision.SpendLoyaltyCandidate;
import io.rewards.decision.TransactionRevenueCandidate;
import io.rewards.rules.AttributeUse;
import io.rewards.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The built-in rules in plain Java, written from the domain and not from the rule files: an oracle for those and the
 * baseline of the benchmarks. Immutable and thread-safe. Source: domain 2.4, 3.4 to 3.6.
 */
public final class HandWrittenRules implements RuleSet {

    private static final Set<String> IDS = ids();

    private final String hash;

    /** Rules that say they are the pack of this hash, so that their outcomes can be compared with its outcomes. */
    public HandWrittenRules(String hash) {
        this.hash = hash;
    }

    @Override
    public List<Answer> answer(List<Candidate> candidates) {
        List<Answer> answers = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            answers.add(new Opinion(candidate).answer());
        }
        return answers;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public Set<String> ruleIds() {
        return IDS;
    }

    /** It says what the built-in rules say. */
    @Override
    public boolean isBuiltIn(Classification classification) {
        return true;
    }

    @Override
    public Set<AttributeUse> attributeUses() {
        return Set.of();
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>(Set.of("FCP-010", "TRX-010", "TRX-020", "TRX-030", "PRD-010", "PRD-020"));
        ids.addAll(Set.of("SPD-010", "SPD-020", "CNT-010", "CNT-020", "QTY-010", "QTY-020"));
        ids.addAll(Set.of("SHR-010", "SHR-020", "SHR-030", "SHR-040", "SHR-050", "SHR-060", "SHR-070", "SHR-080"));
        ids.addAll(Set.of("SHR-090", "SHR-110", "SHR-120", "SHR-130", "SHR-140", "SHR-150", "SHR-160", "SHR-170"));
        ids.addAll(Set.of(
                "SHR-180", "SHR-190", "SHR-200", "SHR-210", "SHR-220", "SHR-310", "SHR-315", "SHR-317", "SHR-320",
                "SHR-325", "SHR-330"));
        ids.addAll(Set.of("AGR-010", "AGR-020", "AGR-030", "AGR-040", "AGR-050", "AGR-060"));
        ids.addAll(Set.of("SHR-340", "SHR-410", "SHR-035"));
        ids.addAll(HandWrittenEventRules.IDS);
        return Collections.unmodifiableSet(ids);
    }

    /** What there is to say about one candidate. For one thread. */
    static final class Opinion {

        private final Candidate candidate;
        private final List<Grant> grants = new ArrayList<>(1);
        private final List<Decline> declines = new ArrayList<>();

        Opinion(Candidate candidate) {
            this.candidate = candidate;
        }

        Answer answer() {
            lifeOfTheOffer();
            agreement();
            participant();
            validity();
            dayAndHour();
            purchase();
            if (!candidate.spendable()) {
                decline(
                        "SHR-410",
                        DeclineReason.AWARD_NEVER_SPENDABLE,
                        moment(candidate.validFrom()),
                        moment(candidate.expiresOn()));
            }
            classification();
            return new Answer(candidate, grants, declines);
        }

        private void lifeOfTheOffer() {
            if (candidate.offerState() != OfferState.EFFECTIVE) {
                decline(
                        "SHR-010",
                        DeclineReason.OFFER_NOT_EFFECTIVE,
                        words(candidate.offerState()),
                        words(OfferState.EFFECTIVE));
            }
            if (candidate.schemeState() != SchemeState.EFFECTIVE) {
                decline(
                        "SHR-020",
                        DeclineReason.SCHEME_NOT_EFFECTIVE,
                        words(candidate.schemeState()),
                        words(SchemeState.EFFECTIVE));
            }
            if (candidate.evaluation() == EvaluationMethod.BATCH && !candidate.inRun()) {
                decline("SHR-030", DeclineReason.EVALUATED_IN_RUNS);
            }
            Set<Trigger> triggers = candidate.situation().triggers();
            if (!triggers.contains(candidate.offer().classification().trigger())) {
                decline("SHR-035", DeclineReason.OTHER_EVENT, words(triggers), words(candidate.trigger()));
            }
        }

        private void agreement() {
            if (!candidate.underAgreement()) {
                return;
            }
            if (candidate.agreementState() != AgreementState.EFFECTIVE) {
                decline(
                        "AGR-010",
                        DeclineReason.AGREEMENT_NOT_EFFECTIVE,
                        words(candidate.agreementState()),
                        words(AgreementState.EFFECTIVE));
                return;
            }
            if (!candidate.schemeAgreed()) {
                decline(
                        "AGR-020",
                        DeclineReason.NOT_A_SCHEME_OF_THE_MERCHANT,
                        words(candidate.scheme()),
                        words(candidate.schemesAgreed()));
            }
            if (candidate.ownParticipant() ? !candidate.ownAwarded() : !candidate.othersAwarded()) {
                decline(
                        candidate.ownParticipant() ? "AGR-030" : "AGR-040",
                        candidate.ownParticipant()
                                ? DeclineReason.OWN_PARTICIPANT
                                : DeclineReason.PARTICIPANT_OF_ANOTHER,
                        words(candidate.registeredAt()),
                        words(candidate.merchantGroup()));
            }
            if (!candidate.classificationAgreed()) {
                decline(
                        "AGR-050",
                        DeclineReason.CLASSIFICATION_NOT_AGREED,
                        words(candidate.classification()),
                        words(candidate.classificationsAgreed()));
            }
            if (!candidate.typeAgreed()) {
                decline(
                        "AGR-060",
                        DeclineReason.CLASSIFICATION_NOT_AGREED,
                        words(candidate.offerType()),
                        words(candidate.typesAgreed()));
            }
        }

        private void participant() {
            if (!candidate.signedUp()) {
                decline(
                        "SHR-040",
                        DeclineReason.NOT_SIGNED_UP,
                        words(candidate.memberships()),
                        words(candidate.scheme()));
            } else if (candidate.performedOn().isBefore(candidate.signedUpOn())) {
                decline(
                        "SHR-050",
                        DeclineReason.SIGNED_UP_LATER,
                        moment(candidate.performedOn()),
                        moment(candidate.signedUpOn()));
            }
            if (!candidate.inIncludedSegment()) {
                decline("SHR-060", DeclineReason.NOT_IN_SEGMENT, words(List.of()), words(candidate.segmentsIncluded()));
            }
            if (candidate.inExcludedSegment()) {
                decline(
                        "SHR-070",
                        DeclineReason.IN_EXCLUDED_SEGMENT,
                        words(candidate.excludedSegments()),
                        words(candidate.segmentsExcluded()));
            }
            if (!candidate.tierListed()) {
                decline(
                        "SHR-080",
                        DeclineReason.TIER_NOT_LISTED,
                        words(candidate.tier()),
                        words(candidate.tiersWanted()));
            }
            if (!candidate.locationListed()) {
                decline(
                        "SHR-090",
                        DeclineReason.LOCATION_NOT_LISTED,
                        new Measure.Count(candidate.activeAddresses()),
                        words(candidate.locationsWanted()));
            }
        }

        private void validity() {
            switch (candidate.validityKind()) {
                case FROM_LATEST_EFFECTIVE_DATE -> {
                    if (candidate.validityDate().isBefore(candidate.latestEffectiveDate())) {
                        decline(
                                "SHR-110",
                                DeclineReason.BEFORE_EFFECTIVE_DATE,
                                moment(candidate.validityDate()),
                                moment(candidate.latestEffectiveDate()));
                    }
                }
                case SPECIFIC_PERIOD ->
                    within("SHR-120", DeclineReason.OUTSIDE_PERIODS, words(candidate.validityTime()));
                case RECURRING_PERIOD -> within("SHR-130", DeclineReason.OUTSIDE_RECURRING_DAYS, day(candidate.day()));
                case BIRTHDAY_PERIOD -> {
                    if (candidate.birthdayKnown()) {
                        within("SHR-150", DeclineReason.NOT_NEAR_BIRTHDAY, day(candidate.day()));
                    } else {
                        decline("SHR-140", DeclineReason.BIRTHDAY_UNKNOWN);
                    }
                }
                case NAME_DAY_PERIOD -> {
                    if (candidate.nameDayKnown()) {
                        within("SHR-170", DeclineReason.NOT_NEAR_NAME_DAY, day(candidate.day()));
                    } else {
                        decline("SHR-160", DeclineReason.NAME_DAY_UNKNOWN);
                    }
                }
            }
        }

        private void within(String rule, DeclineReason reason, Measure actual) {
            if (!candidate.withinValidity()) {
                decline(rule, reason, actual, words(candidate.validityWords()));
            }
        }

        private void dayAndHour() {
            LocalDate day = candidate.eventDay();
            if (day.isBefore(candidate.firstDay())) {
                decline("SHR-180", DeclineReason.BEFORE_PERIOD, day(day), day(candidate.firstDay()));
            }
            if (day.isAfter(candidate.lastDay())) {
                decline("SHR-190", DeclineReason.AFTER_PERIOD, day(day), day(candidate.lastDay()));
            }
            if (!candidate.weekdayListed()) {
                shut(
                        "SHR-200",
                        DeclineReason.WEEKDAY_NOT_LISTED,
                        words(candidate.weekday()),
                        words(candidate.weekdays()));
            }
            if (!candidate.hourListed()) {
                shut("SHR-210", DeclineReason.HOUR_NOT_LISTED, words(candidate.hour()), words(candidate.hours()));
            }
            if (candidate.processedOn().isAfter(candidate.processBy())) {
                decline(
                        "SHR-220",
                        DeclineReason.EXPIRED_UNPROCESSED,
                        moment(candidate.processedOn()),
                        moment(candidate.processBy()));
            }
        }

        private void purchase() {
            if (candidate.onlyExceptedBought()) {
                decline(
                        "SHR-315",
                        DeclineReason.PRODUCTS_EXCLUDED,
                        words(candidate.productsSold()),
                        words(candidate.productsExcepted()));
            } else if (!candidate.productsBought()) {
                decline(
                        "SHR-310",
                        DeclineReason.PRODUCTS_NOT_BOUGHT,
                        words(candidate.productsSold()),
                        words(candidate.productsWanted()));
            }
            if (candidate.purchaseTooSmall()) {
                decline(
                        "SHR-317",
                        DeclineReason.PURCHASE_TOO_SMALL,
                        money(candidate.base()),
                        money(candidate.minimumPurchase()));
            }
            if (!candidate.paymentMediumListed()) {
                decline(
                        "SHR-320",
                        DeclineReason.PAYMENT_MEDIUM_NOT_LISTED,
                        words(candidate.paymentMedium()),
                        words(candidate.paymentMediaWanted()));
            }
            if (!candidate.promoCodeListed()) {
                decline(
                        "SHR-325",
                        DeclineReason.PROMO_CODE_NOT_LISTED,
                        words(candidate.promoCode()),
                        words(candidate.promoCodesWanted()));
            }
            if (!candidate.unitListed()) {
                decline(
                        "SHR-330",
                        DeclineReason.UNIT_NOT_LISTED,
                        words(candidate.unitCode()),
                        words(candidate.unitsWanted()));
            }
            if (!candidate.attributesMatch()) {
                decline(
                        "SHR-340",
                        DeclineReason.ATTRIBUTES_DIFFER,
                        words(candidate.attributesFound()),
                        words(candidate.attributesMissed()));
            }
        }

        private void classification() {
            if (candidate instanceof FreeCapacityCandidate) {
                if (candidate.weekdayListed() && candidate.hourListed()) {
                    grant("FCP-010");
                }
            } else if (candidate instanceof TransactionRevenueCandidate revenue) {
                revenue(revenue);
            } else if (candidate instanceof ProductRevenueCandidate products) {
                products(products);
            } else if (candidate instanceof SpendLoyaltyCandidate spend) {
                target("SPD", spend, money(spend.accumulated()), money(spend.target()));
            } else if (candidate instanceof CountLoyaltyCandidate count) {
                target("CNT", count, new Measure.Count(count.accumulated()), new Measure.Count(count.target()));
            } else if (candidate instanceof QuantityLoyaltyCandidate pieces) {
                target("QTY", pieces, new Measure.Count(pieces.accumulated()), new Measure.Count(pieces.target()));
            } else {
                new HandWrittenEventRules(candidate, this).answer();
            }
        }

        private void revenue(TransactionRevenueCandidate revenue) {
            Amount base = revenue.base();
            if (base.compareTo(revenue.minimum()) < 0) {
                decline("TRX-020", DeclineReason.BELOW_MINIMUM, money(base), money(revenue.minimum()));
            } else if (base.compareTo(revenue.maximum()) > 0) {
                decline("TRX-030", DeclineReason.ABOVE_MAXIMUM, money(base), money(revenue.maximum()));
            } else {
                grant("TRX-010");
            }
        }

        private void products(ProductRevenueCandidate products) {
            if (!products.productsBought()) {
                return;
            }
            if (products.setComplete()) {
                grant("PRD-010");
            } else {
                Decline decline = Decline.of(
                        "PRD-020",
                        "",
                        DeclineReason.SET_INCOMPLETE,
                        new Measure.Count(products.setPiecesBought()),
                        new Measure.Count(products.setPieces()));
                declines.add(decline.missing(products.setPiecesMissing()));
            }
        }

        private void target(String file, AccumulatingCandidate accumulating, Measure actual, Measure required) {
            if (accumulating.accumulation().reached()) {
                grant(file + "-010");
            } else {
                Decline decline = Decline.of(file + "-020", "", DeclineReason.TARGET_NOT_REACHED, actual, required);
                declines.add(decline.until(accumulating.windowEnds()));
            }
        }

        void grant(String rule) {
            grants.add(new Grant(rule, candidate.award()));
        }

        void decline(String rule, DeclineReason reason) {
            declines.add(Decline.of(rule, "", reason));
        }

        void decline(String rule, DeclineReason reason, Measure actual, Measure required) {
            declines.add(Decline.of(rule, "", reason, actual, required));
        }

        /** A reason that lasts until a window opens. */
        private void shut(String rule, DeclineReason reason, Measure actual, Measure required) {
            Instant at = candidate.performedOn();
            ZoneId clock = candidate.situation().clock();
            boolean performed = candidate.situation().catalogue().settings().validityDate() == ValidityDate.PERFORMED;
            Decline decline = Decline.of(rule, "", reason, actual, required);
            declines.add(NaiveTime.opens(candidate.offer(), performed, at, clock)
                    .map(opening -> decline.next(at, opening, clock))
                    .orElse(decline));
        }

        static Measure money(Amount amount) {
            return new Measure.Money(amount);
        }

        static Measure moment(Instant instant) {
            return new Measure.Moment(instant);
        }

        static Measure day(LocalDate day) {
            return new Measure.Day(day);
        }

        static Measure words(Object named) {
            return new Measure.Words(named.toString());
        }
    }
}
