package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.ProfileChanged;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.List;

/** What is known of somebody changes. Source: domain 4.2. */
final class ProfileChangedKind extends PersonKind<ProfileChanged> {

    private static final Field<ProfileChanged, ProfileChange.Mode> MODE = Field.usual(
            "mode",
            new Type.OneOf<>(ProfileChange.Mode.class),
            ProfileChange.Mode.CHANGE,
            event -> event.change().mode(),
            "What becomes of fields that are not named: they stay with CHANGE, and are emptied with REPLACE. CHANGE unless said.");
    private static final Field<ProfileChanged, ProfileChange> PROFILE = Field.required(
            "profile",
            Type.PROFILE_CHANGE,
            ProfileChanged::change,
            "The fields that change; one that is null is emptied.");
    private static final Field<ProfileChanged, String> BY =
            Field.usual("changedBy", Type.ANY_TEXT, "", ProfileChanged::changedBy, "User or system that changed it.");
    private static final Shape<ProfileChanged> SHAPE = Shape.of(
            "What the host knows about a participant has changed.",
            said -> new ProfileChanged(said.header(), said.of(PROFILE).in(said.of(MODE)), said.of(BY)),
            MODE,
            PROFILE,
            BY);

    ProfileChangedKind() {
        super(ProfileChanged.class, "profile_changed", Trigger.PROFILE);
    }

    @Override
    public Shape<ProfileChanged> shape() {
        return SHAPE;
    }

    @Override
    void admit(ProfileChanged event, Admission admission) {
        admission.profile(event.change().profile());
        admission.ifKnown(account -> {
            Profile before = account.participant().profile();
            account.consents(before.preferences(), event.change().on(before));
        });
    }

    @Override
    public Participant changed(ProfileChanged event, Participant participant) {
        Profile after = event.change().on(participant.profile());
        String by = event.changedBy().isEmpty() ? event.key().system() : event.changedBy();
        return noted(participant.with(after), event, words(participant.profile(), after), by);
    }

    private static String words(Profile before, Profile after) {
        List<String> changed = new ArrayList<>();
        differ(changed, "name", before.name(), after.name());
        differ(changed, "date of birth", before.dateOfBirth(), after.dateOfBirth());
        differ(changed, "name day", before.nameDay(), after.nameDay());
        differ(changed, "addresses", before.addresses(), after.addresses());
        differ(changed, "phones", before.phones(), after.phones());
        differ(changed, "e-mail addresses", before.emails(), after.emails());
        differ(changed, "demographics", before.demographics(), after.demographics());
        differ(changed, "preferences", before.preferences(), after.preferences());
        differ(changed, "segments", before.segments(), after.segments());
        differ(changed, "tier", before.tier(), after.tier());
        differ(changed, "attributes", before.attributes(), after.attributes());
        return changed.isEmpty() ? "profile confirmed" : "profile changed: " + String.join(", ", changed);
    }

    private static void differ(List<String> changed, String what, Object before, Object after) {
        if (!before.equals(after)) {
            changed.add(what);
        }
    }

    @Override
    public String says(ProfileChanged event, Words words) {
        return "";
    }
}
