package io.rewards.json;

import io.rewards.event.AccessTokenChanged;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import java.util.Optional;
import java.util.Set;

/** Reads what changes about a participant. Immutable. */
final class ParticipationReader {

    private final ProfileReader profiles;

    ParticipationReader(ProfileReader profiles) {
        this.profiles = profiles;
    }

    ParticipantRegistered registered(Fields fields, EventHeader header) {
        return new ParticipantRegistered(
                header, fields.optional("profile", profiles::read).orElse(Profile.EMPTY));
    }

    ProfileChanged profileChanged(Fields fields, EventHeader header) {
        Profile profile = fields.required("profile", profiles::read).orElse(Profile.EMPTY);
        String changedBy = fields.optional("changedBy", Scalars::anyText).orElse("");
        return new ProfileChanged(header, profile, changedBy);
    }

    static SegmentChanged segmentChanged(Fields fields, EventHeader header) {
        String segment = text(fields, "segment");
        boolean member = fields.optional("member", Scalars::truth).orElse(true);
        return new SegmentChanged(header, segment, member);
    }

    static SubscriptionChanged subscriptionChanged(Fields fields, EventHeader header) {
        String subscription = text(fields, "subscription");
        Optional<SubscriptionChange> change = fields.required("change", Scalars.constant(SubscriptionChange.class));
        return new SubscriptionChanged(header, subscription, change.orElse(SubscriptionChange.STARTED));
    }

    static AccessTokenChanged accessTokenChanged(Fields fields, EventHeader header) {
        String hash = text(fields, "tokenHash");
        boolean valid = fields.optional("valid", Scalars::truth).orElse(true);
        return new AccessTokenChanged(header, hash, valid);
    }

    static SchemeSignUpRequested signUpRequested(Fields fields, EventHeader header) {
        String scheme = text(fields, "scheme");
        String email = text(fields, "email");
        String codeHash = text(fields, "codeHash");
        return new SchemeSignUpRequested(header, scheme, email, codeHash);
    }

    static SchemeSignUp signUp(Fields fields, EventHeader header) {
        String scheme = text(fields, "scheme");
        String code = fields.optional("referenceCode", Scalars::anyText).orElse("");
        return new SchemeSignUp(header, scheme, code);
    }

    static ParticipantTerminated terminated(Fields fields, EventHeader header) {
        Optional<TerminationReason> reason = fields.required("reason", Scalars.constant(TerminationReason.class));
        Optional<Replacement> replacement = fields.optional("replacement", ParticipationReader::replacement);
        return new ParticipantTerminated(header, reason.orElse(TerminationReason.CUSTOMER_REQUEST), replacement);
    }

    private static Replacement replacement(Value value) {
        return value.object(fields -> {
            String participant = text(fields, "participant");
            boolean balance = fields.optional("balance", Scalars::truth).orElse(false);
            Set<String> tokens = fields.texts("tokens");
            return new Replacement(participant, balance, tokens);
        });
    }

    static String text(Fields fields, String field) {
        return fields.required(field, Scalars::text).orElse("");
    }
}
