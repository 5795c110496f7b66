package io.rewards.account;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Participant;
import io.rewards.participant.PendingSignUp;
import io.rewards.participant.Profile;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Secret;
import io.rewards.participant.Subscription;
import io.rewards.participant.Subscription.Interruption;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.Termination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What events change about a participant, before any offer is decided, and the note of it in the history: who made a
 * change is the user that the event names, or else the system that sent it. The events must have been admitted. Pure.
 * Source: domain 4.
 */
public final class ParticipantChanges {

    private ParticipantChanges() {}

    /** The participant whom {@code event} registers, signed up to the schemes that everybody joins. */
    public static Participant registered(ParticipantRegistered event, Catalogue catalogue) {
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
        return noted(participant, event, words);
    }

    /** The participant after {@code event}; the same where it changes nothing about one. */
    public static Participant after(CustomerEvent event, Participant participant) {
        if (event instanceof ProfileChanged changed) {
            String by = changed.changedBy().isEmpty() ? event.key().system() : changed.changedBy();
            return noted(participant.with(changed.profile()), event, words(participant, changed), by);
        }
        if (event instanceof SegmentChanged changed) {
            String words = (changed.member() ? "came into segment " : "left segment ") + changed.segment();
            return noted(participant.with(segments(participant.profile(), changed)), event, words);
        }
        if (event instanceof SubscriptionChanged changed) {
            String words = "subscription " + changed.subscription() + " "
                    + changed.change().name().toLowerCase(Locale.ROOT);
            return noted(participant.with(subscription(changed, participant)), event, words);
        }
        if (event instanceof AccessTokenChanged changed) {
            String words = changed.valid() ? "got an access token" : "lost an access token";
            return noted(participant.withTokens(tokens(changed, participant)), event, words);
        }
        if (event instanceof SchemeSignUpRequested requested) {
            PendingSignUp pending = new PendingSignUp(
                    requested.scheme(), requested.email(), requested.codeHash(), requested.performedOn());
            return noted(participant.with(pending), event, "asked to sign up to " + requested.scheme());
        }
        if (event instanceof SchemeSignUp signUp) {
            return noted(participant.with(membership(signUp, participant)), event, "signed up to " + signUp.scheme());
        }
        if (event instanceof SchemeSignOff signOff) {
            return noted(
                    participant.signedOff(signOff.scheme(), signOff.performedOn()),
                    event,
                    "signed off from " + signOff.scheme());
        }
        if (event instanceof SpendBlockingChanged changed) {
            return noted(
                    participant.withSpendingBlocked(changed.blocked()),
                    event,
                    changed.blocked() ? "was blocked from spending" : "may spend again");
        }
        if (event instanceof Referral referral) {
            ReferralRecord record =
                    new ReferralRecord(event.key().text(), referral.referrer(), referral.performedOn(), false);
            return noted(participant.with(record), event, "was referred by " + referral.referrer());
        }
        if (event instanceof ParticipantTerminated terminated) {
            return terminated(terminated, participant);
        }
        return participant;
    }

    /**
     * The participant who replaces a duplicate.
     *
     * @param tokens hashes of the access tokens that come over
     * @param referral by whom the duplicate was referred: the same person is referred once
     */
    public static Participant merged(
            DuplicateMerged event, Participant participant, Set<String> tokens, Optional<ReferralRecord> referral) {
        Set<String> all = new TreeSet<>(participant.tokens());
        all.addAll(tokens);
        Participant changed = participant.withTokens(all);
        if (referral.isPresent()) {
            changed = changed.with(onePerson(participant, referral.get()));
        }
        return noted(changed, event, "replaced duplicate " + event.duplicate());
    }

    /** Of two referrals of one person, the own one; told when either was, or when the person is the referrer. */
    private static ReferralRecord onePerson(Participant participant, ReferralRecord duplicates) {
        ReferralRecord referral = participant.referral().orElse(duplicates);
        boolean told = duplicates.followedUp() || referral.referrer().equals(participant.id());
        return told && !referral.followedUp() ? referral.told() : referral;
    }

    private static boolean everybodyJoins(Scheme scheme) {
        return scheme.state() == SchemeState.EFFECTIVE
                && scheme.signUp().option() == SignUpOption.AUTO
                && !scheme.signUp().referenceCode();
    }

    private static Set<String> tokens(AccessTokenChanged event, Participant participant) {
        Set<String> tokens = new TreeSet<>(participant.tokens());
        if (event.valid()) {
            tokens.add(event.tokenHash());
        } else {
            tokens.remove(event.tokenHash());
        }
        return tokens;
    }

    private static Participant terminated(ParticipantTerminated event, Participant participant) {
        Set<String> tokens = new TreeSet<>(participant.tokens());
        event.replacement().ifPresent(replacement -> tokens.removeAll(replacement.tokens()));
        Termination termination = new Termination(event.reason(), event.performedOn(), event.replacement());
        String words = "was terminated, reason " + event.reason()
                + termination.replacedBy().map(id -> ", replaced by " + id).orElse("");
        return noted(participant.withTokens(tokens).with(termination), event, words);
    }

    private static SchemeMembership membership(SchemeSignUp event, Participant participant) {
        String email = Optional.ofNullable(participant.pendingSignUps().get(event.scheme()))
                .filter(pending -> pending.codeHash().equals(Secret.hashOf(event.referenceCode())))
                .map(PendingSignUp::email)
                .orElse("");
        return new SchemeMembership(
                event.scheme(), event.performedOn(), event.unit(), event.referenceCode(), email, Optional.empty());
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

    private static Subscription subscription(SubscriptionChanged event, Participant participant) {
        Instant on = event.performedOn();
        if (event.change() == SubscriptionChange.STARTED) {
            return Subscription.started(event.subscription(), on);
        }
        Subscription known = participant.subscriptions().get(event.subscription());
        if (known == null) {
            throw new IllegalArgumentException("The subscription (" + event.subscription() + ") is not known.");
        }
        List<Interruption> interruptions = new ArrayList<>(known.interruptions());
        Optional<Instant> ended = known.endedOn();
        switch (event.change()) {
            case INTERRUPTED -> interruptions.add(new Interruption(on, Optional.empty()));
            case RESUMED ->
                interruptions.add(new Interruption(
                        interruptions.remove(interruptions.size() - 1).from(), Optional.of(on)));
            default -> ended = Optional.of(on);
        }
        return new Subscription(known.id(), known.startedOn(), interruptions, ended);
    }

    private static String words(Participant participant, ProfileChanged event) {
        Profile before = participant.profile();
        Profile after = event.profile();
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

    private static Participant noted(Participant participant, CustomerEvent event, String words) {
        return noted(participant, event, words, event.key().system());
    }

    private static Participant noted(Participant participant, CustomerEvent event, String words, String by) {
        return participant.with(
                new HistoryEntry(event.performedOn(), event.key().text(), words, by));
    }
}
