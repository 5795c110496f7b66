package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.SegmentChanged;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import java.util.Set;
import java.util.TreeSet;

/** Somebody comes into a segment, or leaves one. Source: domain 4.2. */
final class SegmentChangedKind extends PersonKind<SegmentChanged> {

    SegmentChangedKind() {
        super(SegmentChanged.class, "segment_changed", Trigger.PROFILE);
    }

    @Override
    void admit(SegmentChanged event, Admission admission) {
        admission.segment("segment", event.segment());
    }

    @Override
    public Participant changed(SegmentChanged event, Participant participant) {
        String words = (event.member() ? "came into segment " : "left segment ") + event.segment();
        return noted(participant.with(segments(participant.profile(), event)), event, words);
    }

    private static Profile segments(Profile profile, SegmentChanged event) {
        Set<String> segments = new TreeSet<>(profile.segments());
        if (event.member()) {
            segments.add(event.segment());
        } else {
            segments.remove(event.segment());
        }
        return profile.withSegments(segments);
    }
}
