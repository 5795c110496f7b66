package io.rewards.catalogue;

import io.rewards.time.TimeSpan;
import java.util.Optional;

/**
 * How often a participant can get the award of one offer. Immutable. Source: domain 2.4 C7 to C10.
 *
 * @param number of awards
 * @param period that must pass after an award; present exactly for {@link NumberOfAwards#ONLY_ONE_PER_PERIOD}
 */
public record AwardLimit(NumberOfAwards number, Optional<TimeSpan> period) {

    /** Any number. */
    public static final AwardLimit MULTIPLE = new AwardLimit(NumberOfAwards.MULTIPLE, Optional.empty());

    /** One ever. */
    public static final AwardLimit ONLY_ONE = new AwardLimit(NumberOfAwards.ONLY_ONE, Optional.empty());

    /** Refuses a period where none belongs, and none where one does. */
    public AwardLimit {
        if ((number == NumberOfAwards.ONLY_ONE_PER_PERIOD) != period.isPresent()) {
            throw new IllegalArgumentException(
                    "The number of awards (" + number + ") must have a period exactly when it is ONLY_ONE_PER_PERIOD.");
        }
    }

    /** One within {@code period}. */
    public static AwardLimit onePer(TimeSpan period) {
        return new AwardLimit(NumberOfAwards.ONLY_ONE_PER_PERIOD, Optional.of(period));
    }
}
