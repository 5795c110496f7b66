package io.rewards.tier;

import java.time.LocalDate;

/**
 * What counts of the purchases of one day. Immutable.
 *
 * @param day in UTC, so that no change of the programme's zone moves it
 * @param amount in the smallest units of the currency
 */
public record TierDay(LocalDate day, long amount) {}
