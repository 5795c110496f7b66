package io.rewards.kind;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.Trigger;
import io.rewards.event.ParticipantRegistered;
import io.rewards.participant.Participant;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody begins to take part. Source: domain 4.1. */
final class ParticipantRegisteredKind extends PersonKind<ParticipantRegistered> {

    private static final Field<ParticipantRegistered, Profile> PROFILE =
            Field.usual("profile", Type.PROFILE, Profile.EMPTY, ParticipantRegistered::profile, "");
    private static final Shape<ParticipantRegistered> SHAPE = Shape.of(
            "A customer becomes a participant.",
            said -> new ParticipantRegistered(said.header(), said.of(PROFILE)),
            PROFILE);

    ParticipantRegisteredKind() {
        super(ParticipantRegistered.class, "participant_registered", Trigger.SIGN_UP, Trigger.PROFILE);
    }

    @Override
    public Shape<ParticipantRegistered> shape() {
        return SHAPE;
    }

    @Override
    About about() {
        return About.NOBODY_YET;
    }

    @Override
    void admit(ParticipantRegistered event, Admission admission) {
        admission.profile(event.profile());
        admission.consents(Preferences.NONE, event.profile());
    }

    /** Signed up to the schemes that everybody joins. */
    @Override
    public Optional<Participant> registered(ParticipantRegistered event, Catalogue catalogue) {
        Participant participant =
                Participant.registered(event.participant(), event.performedOn(), event.unit(), event.profile());
        List<String> joined = new ArrayList<>();
        for (Scheme scheme : catalogue.programme().schemes()) {
            if (everybodyJoins(scheme)) {
                participant =
                        participant.with(SchemeMembership.of(scheme.code(), event.performedOn(), event.unit(), ""));
                joined.add(scheme.code());
            }
        }
        String words = joined.isEmpty() ? "registered" : "registered and signed up to " + String.join(", ", joined);
        return Optional.of(noted(participant, event, words));
    }

    private static boolean everybodyJoins(Scheme scheme) {
        return scheme.state() == SchemeState.EFFECTIVE
                && scheme.signUp().option() == SignUpOption.AUTO
                && !scheme.signUp().referenceCode();
    }

    @Override
    public Participant changed(ParticipantRegistered event, Participant participant) {
        return participant;
    }

    @Override
    public String says(ParticipantRegistered event, Words words) {
        return "";
    }

    @Override
    public String noun() {
        return "registration";
    }
}
