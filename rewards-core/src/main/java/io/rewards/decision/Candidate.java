package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Trigger;
import io.rewards.catalogue.ValidityKind;
import io.rewards.participant.Address;
import io.rewards.participant.SchemeMembership;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * An offer joined with the event and the account: the fact that rules match, one record for each classification. Its
 * accessors are the words that every rule may use; each record adds those of its classification. Immutable, and no
 * accessor returns null.
 */
public sealed interface Candidate extends AttributeWords
        permits FreeCapacityCandidate,
                TransactionRevenueCandidate,
                ProductRevenueCandidate,
                AccumulatingCandidate,
                LimitedCandidate,
                ReferralCandidate,
                SignUpCandidate,
                YearlyCandidate,
                CompletenessCandidate,
                MaturityCandidate,
                JustMoneyCandidate {

    /** The event, the account and the programme. */
    @Override
    Situation situation();

    /** The offer. */
    @Override
    Offer offer();

    /** The lines that count for the offer. */
    @Override
    Qualifying qualifying();

    /** The classification of the offer. */
    default Classification classification() {
        return offer().classification();
    }

    /** Whether the offer is effective. */
    default OfferState offerState() {
        return offer().state();
    }

    /** Code of the scheme. */
    default String scheme() {
        return offer().scheme();
    }

    /** Whether the scheme is effective. */
    default SchemeState schemeState() {
        return situation().catalogue().schemeOf(offer()).state();
    }

    /** True when the participant has signed up to the scheme. */
    default boolean signedUp() {
        return membership().isPresent();
    }

    /** When the participant signed up to the scheme; the far future where that never happened. */
    default Instant signedUpOn() {
        return membership().map(SchemeMembership::signedUpOn).orElse(Instant.MAX);
    }

    /** Codes of the schemes that the participant has signed up to. */
    default Set<String> memberships() {
        return situation().account().participant().memberships().keySet();
    }

    /** When the event happened; in a visit of an evaluation run, the instant that the run is about. */
    default Instant performedOn() {
        return situation().event().performedOn();
    }

    /** When the engine was given the event, or the instant that an evaluation run is about. */
    default Instant processedOn() {
        return situation().processedOn();
    }

    /** The last instant at which the event can be processed; the far future where the offer sets no limit. */
    default Instant processBy() {
        return offer().conditions()
                .maximumUnprocessed()
                .map(span -> span.after(performedOn(), situation().zone()))
                .orElse(Instant.MAX);
    }

    /** What the offer waits for. */
    default Trigger trigger() {
        return classification().trigger();
    }

    /** What the event can trigger; none where no offer waits for such events. */
    default Set<Trigger> eventTriggers() {
        return situation().triggers();
    }

    /** True when the event is what the offer waits for. */
    default boolean triggered() {
        return eventTriggers().contains(trigger());
    }

    /** When the offer is evaluated. */
    default EvaluationMethod evaluation() {
        return offer().evaluation();
    }

    /** True in an evaluation run. */
    default boolean inRun() {
        return situation().inRun();
    }

    /** What kind of validity the offer has. */
    default ValidityKind validityKind() {
        return offer().validity().kind();
    }

    /** The instant that is tested against the validity of the offer. */
    default Instant validityDate() {
        return situation().validityDate();
    }

    /** That instant on the clock of the programme. */
    default LocalDateTime validityTime() {
        return validityDate().atZone(situation().zone()).toLocalDateTime();
    }

    /** The day of that instant. */
    default LocalDate day() {
        return validityDate().atZone(situation().zone()).toLocalDate();
    }

    /** When the offer last became effective; the far past where it never did. */
    default Instant latestEffectiveDate() {
        return offer().latestEffectiveDate().orElse(Instant.MIN);
    }

    /** True when the event lies in the periods or days of the offer's validity; always for the other kinds. */
    default boolean withinValidity() {
        OfferValidity validity = offer().validity();
        if (validity instanceof OfferValidity.SpecificPeriods specific) {
            return specific.periods().stream()
                    .anyMatch(period ->
                            period.contains(validityDate(), situation().zone()));
        }
        if (validity instanceof OfferValidity.RecurringPeriods recurring) {
            return recurring.periods().stream().anyMatch(days -> days.contains(day()));
        }
        if (validity instanceof OfferValidity.BirthdayPeriod birthday) {
            return birthday()
                    .filter(date -> birthday.days().contains(day(), date))
                    .isPresent();
        }
        if (validity instanceof OfferValidity.NameDayPeriod nameDay) {
            return nameDay()
                    .filter(date -> nameDay.days().contains(day(), date))
                    .isPresent();
        }
        return true;
    }

    /** The periods, days or distances of the offer's validity, in words. */
    default String validityWords() {
        OfferValidity validity = offer().validity();
        if (validity instanceof OfferValidity.SpecificPeriods specific) {
            return specific.periods().toString();
        }
        if (validity instanceof OfferValidity.RecurringPeriods recurring) {
            return recurring.periods().toString();
        }
        if (validity instanceof OfferValidity.BirthdayPeriod birthday) {
            return birthday.days().toString();
        }
        if (validity instanceof OfferValidity.NameDayPeriod nameDay) {
            return nameDay.days().toString();
        }
        return "from the latest effective date";
    }

    /** True when the participant's date of birth is known. */
    default boolean birthdayKnown() {
        return birthday().isPresent();
    }

    /** True when the participant's name day is known. */
    default boolean nameDayKnown() {
        return nameDay().isPresent();
    }

    /** First day on which the offer awards. */
    default LocalDate firstDay() {
        return offer().conditions().period().from();
    }

    /** Last day on which the offer awards. */
    default LocalDate lastDay() {
        return offer().conditions().period().through();
    }

    /** The day of the event in the programme's zone. */
    default LocalDate eventDay() {
        return situation().eventDay();
    }

    /** The weekday of the event on the clock of its unit. */
    default DayOfWeek weekday() {
        return situation().unitTime().getDayOfWeek();
    }

    /** True when the offer awards on that weekday. */
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

    /** True when the offer awards at that time. */
    default boolean hourListed() {
        return offer().conditions().times().containsTime(hour());
    }

    /** The hours in which the offer awards. */
    default String hours() {
        return offer().conditions().times().hours().toString();
    }

    /** True when a line of the purchase counts for the offer, or the offer is not about purchases. */
    default boolean productsBought() {
        return !classification().isAboutPurchases() || !qualifying().lines().isEmpty();
    }

    /** The products that the offer names, in words. */
    default String productsWanted() {
        return offer().conditions().products().toString();
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
        return "units " + offer().conditions().units() + ", groups "
                + offer().conditions().groups();
    }

    /** Code of the participant's tier, or empty. */
    default String tier() {
        return situation().account().participant().profile().tier();
    }

    /** True when the offer is for that tier, or for all. */
    default boolean tierListed() {
        return tiersWanted().isEmpty() || tiersWanted().contains(tier());
    }

    /** Codes of the tiers that the offer is for; empty for all. */
    default Set<String> tiersWanted() {
        return offer().conditions().tiers();
    }

    /** True when money awarded now could ever be spent. */
    default boolean spendable() {
        Optional<Instant> end = validTo();
        return end.isEmpty() || validFrom().isBefore(end.get());
    }

    /** The first instant at which money awarded now could be spent. */
    default Instant validFrom() {
        return awardValidity().validFrom(performedOn(), situation().zone());
    }

    /** The first instant at which it no longer could; the far future for never. */
    default Instant expiresOn() {
        return validTo().orElse(Instant.MAX);
    }

    /** What an award is for, where the offer awards once for each: a page, a birthday; empty elsewhere. */
    default String subject() {
        return "";
    }

    /** How often the participant has been awarded by this offer for the same subject. */
    default long awardsBefore() {
        return pastAwards().awards();
    }

    /** When the participant was last awarded by this offer for the same subject; the far past where never. */
    default Instant lastAwardedOn() {
        return pastAwards().last();
    }

    /** What a participant is awarded once for, where there is a limit of one award, in words. */
    default String awardedOncePer() {
        return "participant";
    }

    /** What counts of the purchase for this offer. */
    default Amount base() {
        return qualifying().base();
    }

    /** How many pieces count for this offer. */
    default long quantity() {
        return qualifying().quantity();
    }

    /** The award, rounded once. Zero where it rounds to nothing. */
    default Amount award() {
        Award award = offer().award();
        Denomination denomination = situation().catalogue().settings().denominationOf(award);
        BigDecimal exact;
        if (award instanceof Award.FixedAmount fixed) {
            Amount whole = fixed.amount().times(awardTimes()).times(piecesAwarded());
            if (whole.denomination().equals(denomination)) {
                return whole;
            }
            exact = whole.decimal();
        } else if (award instanceof Award.PercentageOfPurchase share) {
            exact = share.percentage().exactlyOf(percentageBase());
        } else if (award instanceof Award.PercentageOfAwarded past) {
            exact = past.percentage().exactlyOf(awardedBefore(past)).multiply(BigDecimal.valueOf(awardTimes()));
        } else {
            throw new AssertionError("Unknown award: " + award);
        }
        return situation().catalogue().settings().rounding().toAmount(exact, denomination);
    }

    /** What a percentage of the purchase is taken of. */
    default Amount percentageBase() {
        return base();
    }

    /** How many awards the purchase earns at once. */
    default long awardTimes() {
        return 1;
    }

    /** How many pieces a fixed amount is awarded for; 1 where it is awarded for the purchase. */
    default long piecesAwarded() {
        return 1;
    }

    private AwardFigures pastAwards() {
        return situation().past().awards(AwardQuestion.of(offer().code(), subject()));
    }

    private Amount awardedBefore(Award.PercentageOfAwarded past) {
        Instant from = past.within().before(performedOn(), situation().zone());
        return situation().past().awarded(past, from, performedOn(), Set.of());
    }

    private AwardValidity awardValidity() {
        return situation().catalogue().awardValidityOf(offer());
    }

    private Optional<Instant> validTo() {
        return awardValidity().validTo(performedOn(), situation().zone());
    }

    private Optional<SchemeMembership> membership() {
        return situation().account().participant().membership(scheme());
    }

    private Optional<MonthDay> birthday() {
        return situation().account().participant().profile().dateOfBirth().map(MonthDay::from);
    }

    private Optional<MonthDay> nameDay() {
        return situation().account().participant().profile().nameDay();
    }
}
