package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferValidity;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Trigger;
import io.rewards.catalogue.ValidityKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.participant.SchemeMembership;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;

/**
 * An offer joined with the event and the account: the fact that rules match, one record for each classification. Its
 * accessors are the words that every rule may use; each record adds those of its classification. Immutable, and no
 * accessor returns null.
 */
public interface Candidate extends ConditionWords, MerchantWords {

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

    /** The date of an award: that of the event, or the day that it is for where a run has missed that. */
    default Instant awardedOn() {
        return performedOn();
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

    /** That instant on the clock of the event's unit. */
    default LocalDateTime validityTime() {
        return validityDate().atZone(situation().clock()).toLocalDateTime();
    }

    /** The day of that instant on the same clock. */
    default LocalDate day() {
        return validityTime().toLocalDate();
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
                            period.contains(validityDate(), situation().clock()));
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

    /** True when money awarded now could ever be spent. */
    default boolean spendable() {
        Optional<Instant> end = validTo();
        return end.isEmpty() || validFrom().isBefore(end.get());
    }

    /** The first instant at which money awarded now could be spent. */
    default Instant validFrom() {
        return awardValidity().validFrom(awardedOn(), situation().zone());
    }

    /** The first instant at which it no longer could; the far future for never. */
    default Instant expiresOn() {
        return validTo().orElse(Instant.MAX);
    }

    /** What an award is for, where the offer awards once for each: a page, a birthday. */
    default AwardSubject awardSubject() {
        return AwardSubject.NOTHING;
    }

    /** The same in words; empty where it is for nothing in particular. */
    default String subject() {
        return awardSubject().text();
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

    /** What counts of the purchase for the thresholds of this offer. */
    default Amount base() {
        return qualifying().base();
    }

    /** How many pieces count for this offer. */
    default long quantity() {
        return qualifying().quantity();
    }

    /** The award, rounded once, before its least and its most. Zero where it rounds to nothing. */
    default Amount award() {
        Award award = offer().award();
        Award.Earned earned = new Award.Earned(
                percentageBase(),
                awardTimes(),
                piecesAwarded(),
                past -> situation().shareOf(past, offer(), awardedOn()).amount());
        Settings settings = situation().catalogue().settings();
        return settings.rounding().toAmount(award.exactly(earned), settings.denominationOf(award));
    }

    /** What of the purchase the award is for: all that counts for the offer, unless the offer chooses among it. */
    default AwardedFor awardedFor() {
        return AwardedFor.all(
                qualifying(), offer().base().award(situation().catalogue().settings()));
    }

    /** What a percentage of the purchase, or a rate, is worked out of. */
    default Amount percentageBase() {
        return qualifying().rewarded();
    }

    /** How many awards the purchase earns at once. */
    default long awardTimes() {
        return 1;
    }

    /** How many pieces or sets a fixed amount is awarded for; 1 where it is awarded for the purchase. */
    default long piecesAwarded() {
        return 1;
    }

    private AwardFigures pastAwards() {
        return situation().past().awards(AwardQuestion.of(offer().code(), awardSubject()));
    }

    private AwardValidity awardValidity() {
        return situation().catalogue().awardValidityOf(offer());
    }

    private Optional<Instant> validTo() {
        return awardValidity().validTo(awardedOn(), situation().zone());
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
