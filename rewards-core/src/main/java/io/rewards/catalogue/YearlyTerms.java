package io.rewards.catalogue;

import io.rewards.participant.Profile;
import java.time.MonthDay;
import java.util.Optional;

/** A day of every year. Source: domain 2.4 C13, C15. Immutable. */
public sealed interface YearlyTerms extends Terms permits Terms.Birthday, Terms.NameDay {

    /** The day that somebody with this profile is awarded on, where it is known. */
    Optional<MonthDay> dayOf(Profile profile);
}
