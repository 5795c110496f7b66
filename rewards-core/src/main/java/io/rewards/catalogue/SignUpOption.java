package io.rewards.catalogue;

/** How participants come into a scheme. Source: domain 4.1. */
public enum SignUpOption {
    /** Every participant joins on registration. */
    AUTO,
    /** Participants join at will. */
    SELF,
    /** The e-mail address must belong to a listed domain, and a code sent to it must be given back. */
    EMAIL_DOMAIN,
    /** With one of the codes that were issued, each usable once. */
    UNIQUE_CODE
}
