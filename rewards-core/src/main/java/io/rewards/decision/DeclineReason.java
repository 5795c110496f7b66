package io.rewards.decision;

import java.util.Optional;

/**
 * Why an offer did not apply, with the sentence that says so. In a sentence {@code {actual}} is what was found,
 * {@code {required}} what was asked for, {@code {distance}} how far apart they are.
 */
public enum DeclineReason {
    OFFER_NOT_EFFECTIVE("The offer is {actual}; only an effective one awards."),
    SCHEME_NOT_EFFECTIVE("The scheme of the offer is {actual}; only the offers of an effective one award."),
    NOT_SIGNED_UP("The participant has not signed up to {required}, but to {actual}."),
    SIGNED_UP_LATER("The event of {actual} came {distance} before the sign-up on {required}."),
    AGREEMENT_NOT_EFFECTIVE(
            "The agreement with the merchant is {actual}; only under an effective one, or under none, is anything awarded."),
    NOT_A_SCHEME_OF_THE_MERCHANT("The scheme {actual} is none of those in which the merchant takes part: {required}."),
    OWN_PARTICIPANT(
            "The participant registered at {actual}, in the merchant's group {required}; only others are awarded there."),
    PARTICIPANT_OF_ANOTHER(
            "The participant registered at {actual}, not in the merchant's group {required}; others are not awarded there."),
    CLASSIFICATION_NOT_AGREED("The offer is of {actual}; the merchant has agreed to {required}."),
    EVALUATED_IN_RUNS("The offer is evaluated only in evaluation runs."),
    BEFORE_EFFECTIVE_DATE("The event of {actual} came {distance} before the offer became effective on {required}."),
    OUTSIDE_PERIODS("The event of {actual} lies in none of the periods of the offer: {required}."),
    OUTSIDE_RECURRING_DAYS("The day {actual} is none of the yearly days of the offer: {required}."),
    BIRTHDAY_UNKNOWN("The participant's date of birth is not known."),
    NOT_NEAR_BIRTHDAY("The day {actual} is not within {required} the participant's birthday."),
    NAME_DAY_UNKNOWN("The participant's name day is not known."),
    NOT_NEAR_NAME_DAY("The day {actual} is not within {required} the participant's name day."),
    BEFORE_PERIOD("The day {actual} comes {distance} days before the first day {required}."),
    AFTER_PERIOD("The day {actual} comes {distance} days after the last day {required}."),
    WEEKDAY_NOT_LISTED("The weekday {actual} is none of {required}."),
    HOUR_NOT_LISTED("The time {actual} lies in none of the hours {required}."),
    PRODUCTS_NOT_BOUGHT("No line of the purchase is of {required}; it has {actual}."),
    PRODUCTS_EXCLUDED("Nothing of the purchase counts; it has {actual}, and excepted are {required}."),
    PURCHASE_TOO_SMALL("What counts of the purchase is {actual}: {distance} less than the least of {required}."),
    PAYMENT_MEDIUM_NOT_LISTED("The payment medium {actual} is none of {required}."),
    PROMO_CODE_NOT_LISTED("The promo code ({actual}) is none of {required}."),
    LOCATION_NOT_LISTED("None of the participant's {actual} active addresses lies in {required}."),
    EXPIRED_UNPROCESSED("The event was processed on {actual}, {distance} after it had to be on {required}."),
    NOT_IN_SEGMENT("The participant is in none of the segments {required}."),
    IN_EXCLUDED_SEGMENT("The participant is in {actual}, which the offer excludes."),
    UNIT_NOT_LISTED("The unit {actual} is not among {required}."),
    TIER_NOT_LISTED("The participant's tier {actual} is none of {required}."),
    ATTRIBUTES_DIFFER("Attributes do not match: {required} is asked for, and found is {actual}."),
    AWARD_NEVER_SPENDABLE("The award would be spendable from {actual}, but expires on {required}."),
    BELOW_MINIMUM("The purchase counts {actual}: {distance} less than the minimum of {required}."),
    ABOVE_MAXIMUM("The purchase counts {actual}: {distance} more than the maximum of {required}."),
    /** Lets the purchase count towards the next award. */
    TARGET_NOT_REACHED("Counting this purchase, {actual} of {required} is reached: {distance} to go."),
    SET_INCOMPLETE("The purchase has {actual} of the {required} pieces of a set: {distance} to go."),
    OTHER_EVENT("The offer waits for {required}; the event can trigger {actual}."),
    PAGE_NOT_LISTED("The offer awards {required}; this is {actual}."),
    ACHIEVEMENT_NOT_LISTED("The achievement {actual} is none of {required}."),
    /** Lets the achievement count towards the next award. */
    ACHIEVEMENTS_MISSING("Of the achievements {required}, only {actual} are there."),
    AMOUNT_TOO_SMALL("The amount {actual} is {distance} less than the minimum of {required}."),
    AMOUNT_TOO_LARGE("The amount {actual} is {distance} more than the maximum of {required}."),
    STATEMENT_NOT_LISTED("The statement {actual} is none of {required}."),
    KPIS_NOT_MET("The figures {actual} do not meet {required}."),
    ALREADY_AWARDED("The participant already got this award on {actual}; it is given once per {required}."),
    AWARDED_IN_PERIOD("The event of {actual} came {distance} before the next award is possible on {required}."),
    AWARD_NOT_QUALIFYING("The award is one of {actual}; a referral is completed by one of {required}."),
    AWARDED_TOO_LATE(
            "The award of {actual} came {distance} after referrals are completed no more, from {required} on."),
    EARLIER_AWARD_COUNTED("An earlier award completed the referral, or is the one that counts."),
    REGISTERED_TOO_EARLY("The one who was referred registered on {actual}, {distance} before {required}."),
    AWARDED_BEFORE_REFERRAL("The one who was referred was awarded on {actual}, before the referral on {required}."),
    NO_SIGN_UP("The event is not a sign-up to {required}."),
    PRIOR_AWARD_MISSING("The participant has not been awarded by another offer yet."),
    NOT_TODAY("The day is {actual}; the participant's is {required}, {distance} days away."),
    TOO_SOON_AFTER_LAST("The day {actual} comes {distance} days before the next award is possible on {required}."),
    DAY_BEFORE_SIGN_UP("The day {actual} came {distance} days before the sign-up on {required}."),
    DATA_MISSING("Contact data are missing: {required}; of what is asked for, there are {actual}."),
    SUBSCRIPTION_NOT_EFFECTIVE("The subscription is {actual}; only an effective one matures."),
    NOT_MATURE("The subscription matures on {required}, {distance} days after {actual}."),
    /** A rule of the programme's own; its name is the sentence. */
    HOUSE_RULE(""),
    /** Where no rule says why not: the first condition of a granting rule that does not hold. */
    CONDITION_NOT_MET("The rule asks for {required}, which does not hold."),
    NO_RULE_GRANTS("No rule grants this offer."),
    AWARD_ROUNDS_TO_ZERO("The award would be {actual} after rounding."),
    NOTHING_LEFT_TO_PAY(
            "The discount would be {required}; what it is for costs {actual} at that point, so it is void."),
    PARTICIPANT_CAP_REACHED("The participant has already got {actual} from this offer; the cap is {required}."),
    BUDGET_USED_UP("The offer has already awarded {actual}; its budget is {required}."),
    MERCHANT_BUDGET_USED_UP("The merchant has already given {actual}; its budget is {required}."),
    BEATEN_BY_BETTER_AWARD("Another offer awards {required}; only the best applies, and this one awards {actual}.");

    private final String sentence;

    DeclineReason(String sentence) {
        this.sentence = sentence;
    }

    /** True for a reason that lets the event count towards the next award. */
    public boolean counts() {
        return this == TARGET_NOT_REACHED || this == ACHIEVEMENTS_MISSING;
    }

    /** The sentence, with places to fill. */
    public String sentence() {
        return sentence;
    }

    /** A sentence that ends in this reason, for those who are not told by a decline. */
    String ends(String sentence) {
        return sentence + " (" + this + ").";
    }

    /** The sentence with its places filled; where there is no distance, its place is empty. */
    String sentence(Measure actual, Measure required, Optional<Measure> distance) {
        StringBuilder text = new StringBuilder(sentence.length());
        int written = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', written)) {
            text.append(sentence, written, open);
            written = sentence.indexOf('}', open) + 1;
            switch (sentence.charAt(open + 1)) {
                case 'a' -> text.append(actual.text());
                case 'r' -> text.append(required.text());
                default -> text.append(distance.map(Measure::text).orElse(""));
            }
        }
        return text.append(sentence, written, sentence.length()).toString();
    }
}
