package io.rewards.participant;

/**
 * A postal address of a participant; the parts that conditions can name. Immutable; unknown parts are empty.
 * Source: domain 3.5, condition "Location".
 *
 * @param active true for the address that location conditions look at
 * @param country of the address
 * @param city or town
 * @param area of the address
 * @param district of the address
 */
public record Address(boolean active, String country, String city, String area, String district) {}
