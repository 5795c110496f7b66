package io.rewards.decision;

import io.rewards.catalogue.Offer;
import java.time.MonthDay;
import java.util.Optional;

/** An offer for the participant's name day. Immutable. Source: domain 2.4 C15. */
public record NameDayCandidate(Situation situation, Offer offer, Qualifying qualifying) implements YearlyCandidate {

    @Override
    public Optional<MonthDay> dayOfYear() {
        return situation.account().participant().profile().nameDay();
    }
}
