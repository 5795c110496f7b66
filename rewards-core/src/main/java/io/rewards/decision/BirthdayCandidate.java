package io.rewards.decision;

import io.rewards.catalogue.Offer;
import java.time.MonthDay;
import java.util.Optional;

/** An offer for the participant's birthday. Immutable. Source: domain 2.4 C13. */
public record BirthdayCandidate(Situation situation, Offer offer, Qualifying qualifying) implements YearlyCandidate {

    @Override
    public Optional<MonthDay> dayOfYear() {
        return situation.account().participant().profile().dateOfBirth().map(MonthDay::from);
    }
}
