package io.rewards.store;

import java.time.Instant;
import java.time.LocalDate;

/** What participants are asked for who may have something due, without loading their accounts. Immutable. */
public sealed interface Due {

    /**
     * Money that has expired, or a reservation that has lapsed. Source: domain 5.5.
     *
     * @param asOf instant of the expiration run
     */
    record Expiry(Instant asOf) implements Due {}

    /**
     * A visit of an evaluation run: everybody but those whose visit an earlier run of the definition has put off to a later
     * day, under the same programme and rules. Source: domain 6.2.
     *
     * @param run code of the definition
     * @param stamp of programme and rules
     * @param day of the run
     */
    record Visit(String run, String stamp, LocalDate day) implements Due {}
}
