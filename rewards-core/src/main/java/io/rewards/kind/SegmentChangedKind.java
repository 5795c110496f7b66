package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.SegmentChanged;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.Set;
import java.util.TreeSet;

/** Somebody comes into a segment, or leaves one. Source: domain 4.2. */
final class SegmentChangedKind extends PersonKind<SegmentChanged> {

    private static final Field<SegmentChanged, String> SEGMENT =
            Field.required("segment", Type.TEXT, SegmentChanged::segment, "Code of the segment.");
    private static final Field<SegmentChanged, Boolean> MEMBER = Field.usual(
            "member",
            Type.TRUTH,
            true,
            SegmentChanged::member,
            "False when the participant has left it. True unless said.");
    private static final Shape<SegmentChanged> SHAPE = Shape.of(
            "A participant has come into a segment or left it.",
            said -> new SegmentChanged(said.header(), said.of(SEGMENT), said.of(MEMBER)),
            SEGMENT,
            MEMBER);

    SegmentChangedKind() {
        super(SegmentChanged.class, "segment_changed", Trigger.PROFILE);
    }

    @Override
    public Shape<SegmentChanged> shape() {
        return SHAPE;
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

    @Override
    public String says(SegmentChanged event, Words words) {
        return (event.member() ? "into " : "out of ") + event.segment();
    }
}
