package io.rewards.decision;

import io.rewards.catalogue.Offer;

/** An offer for the participant's name day. Immutable. Source: domain 2.4 C15. */
public record NameDayCandidate(Situation situation, Offer offer, Qualifying qualifying) implements YearlyCandidate {}
