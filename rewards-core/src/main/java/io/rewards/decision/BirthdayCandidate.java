package io.rewards.decision;

import io.rewards.catalogue.Offer;

/** An offer for the participant's birthday. Immutable. Source: domain 2.4 C13. */
public record BirthdayCandidate(Situation situation, Offer offer, Qualifying qualifying) implements YearlyCandidate {}
