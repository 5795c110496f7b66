package io.rewards.catalogue;

/** The kinds of {@link OfferValidity}. Source: domain 3.4. */
public enum ValidityKind {
    FROM_LATEST_EFFECTIVE_DATE,
    SPECIFIC_PERIOD,
    RECURRING_PERIOD,
    BIRTHDAY_PERIOD,
    NAME_DAY_PERIOD
}
