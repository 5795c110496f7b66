package io.rewards.decision;

import io.rewards.catalogue.Offer;

/** An offer for purchases in quiet days and hours. Immutable. Source: domain 2.4 C1. */
public record FreeCapacityCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {}
