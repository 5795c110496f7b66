package io.rewards.examples.shop;

import io.rewards.participant.Profile;
import java.time.LocalDate;

/** A customer and the habits that make the year. Immutable. */
record Shopper(String id, LocalDate registered, Profile profile, int daysBetween, boolean coffee) {}
