package io.rewards.participant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A registered customer who can earn and spend. Immutable. Source: domain 4.3.
 *
 * @param id the host's name for the participant, unique
 * @param registeredOn when
 * @param unit code of the unit that registered the participant
 * @param profile what the host knows
 * @param memberships in force, by scheme code
 * @param formerMemberships that have ended, oldest first
 * @param pendingSignUps that wait for a code, by scheme code
 * @param subscriptions by id
 * @param tokens hashes of the access tokens that identify the participant
 * @param spendingBlocked true while the participant may not spend
 * @param referral by whom the participant was referred, if by anybody
 * @param termination present when the participant no longer takes part
 * @param history what changed, oldest first
 * @param heldTier the tier that the engine says or somebody set by hand; empty where the profile says it
 */
public record Participant(
        String id,
        Instant registeredOn,
        String unit,
        Profile profile,
        Map<String, SchemeMembership> memberships,
        List<SchemeMembership> formerMemberships,
        Map<String, PendingSignUp> pendingSignUps,
        Map<String, Subscription> subscriptions,
        Set<String> tokens,
        boolean spendingBlocked,
        Optional<ReferralRecord> referral,
        Optional<Termination> termination,
        List<HistoryEntry> history,
        Optional<HeldTier> heldTier) {

    /** Copies the collections. */
    public Participant {
        memberships = Collections.unmodifiableMap(new TreeMap<>(memberships));
        formerMemberships = List.copyOf(formerMemberships);
        pendingSignUps = Collections.unmodifiableMap(new TreeMap<>(pendingSignUps));
        subscriptions = Collections.unmodifiableMap(new TreeMap<>(subscriptions));
        tokens = Collections.unmodifiableSet(new TreeSet<>(tokens));
        history = List.copyOf(history);
    }

    /** A participant who has just registered. */
    public static Participant registered(String id, Instant on, String unit, Profile profile) {
        return new Participant(
                id,
                on,
                unit,
                profile,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Whether the participant still takes part. */
    public ParticipantState state() {
        return termination.isPresent() ? ParticipantState.TERMINATED : ParticipantState.EFFECTIVE;
    }

    /** The membership in the scheme of this code, if one is in force. */
    public Optional<SchemeMembership> membership(String scheme) {
        return Optional.ofNullable(memberships.get(scheme));
    }

    /** This participant, also a member of the membership's scheme; a sign-up that waited for it is done. */
    public Participant with(SchemeMembership membership) {
        Change change = change();
        change.memberships.put(membership.scheme(), membership);
        change.pendingSignUps.remove(membership.scheme());
        return change.done();
    }

    /** This participant, no longer a member of {@code scheme}. */
    public Participant signedOff(String scheme, Instant on) {
        Change change = change();
        SchemeMembership ended = change.memberships.remove(scheme);
        if (ended != null) {
            change.formerMemberships.add(ended.signedOff(on));
        }
        return change.done();
    }

    /** This participant, waiting for a code to sign up. */
    public Participant with(PendingSignUp pending) {
        Change change = change();
        change.pendingSignUps.put(pending.scheme(), pending);
        return change.done();
    }

    /** This participant with another profile. */
    public Participant with(Profile changed) {
        Change change = change();
        change.profile = changed;
        return change.done();
    }

    /** This participant with a new or changed subscription. */
    public Participant with(Subscription subscription) {
        Change change = change();
        change.subscriptions.put(subscription.id(), subscription);
        return change.done();
    }

    /** This participant with other access tokens. */
    public Participant withTokens(Set<String> hashes) {
        Change change = change();
        change.tokens = hashes;
        return change.done();
    }

    /** This participant, blocked from spending or no longer so. */
    public Participant withSpendingBlocked(boolean blocked) {
        Change change = change();
        change.spendingBlocked = blocked;
        return change.done();
    }

    /** This participant, referred. */
    public Participant with(ReferralRecord record) {
        Change change = change();
        change.referral = Optional.of(record);
        return change.done();
    }

    /** This participant, terminated: memberships end with it, those that began later when they began, and no sign-up waits. */
    public Participant with(Termination end) {
        Change change = change();
        change.termination = Optional.of(end);
        for (SchemeMembership open : memberships.values()) {
            Instant on = open.signedUpOn().isAfter(end.on()) ? open.signedUpOn() : end.on();
            change.formerMemberships.add(open.signedOff(on));
        }
        change.memberships.clear();
        change.pendingSignUps.clear();
        return change.done();
    }

    /** This participant with one more entry in the history. */
    public Participant with(HistoryEntry entry) {
        Change change = change();
        change.history.add(entry);
        return change.done();
    }

    /** This participant in the tier that the engine says, or where empty in the one that the profile says. */
    public Participant holding(Optional<HeldTier> tier) {
        Change change = change();
        change.heldTier = tier;
        return change.done();
    }

    /** Code of the tier that the participant is in; empty for none. */
    public String tier() {
        return heldTier.map(HeldTier::code).orElse(profile.tier());
    }

    private Change change() {
        return new Change();
    }

    private final class Change {
        private Profile profile = Participant.this.profile;
        private final Map<String, SchemeMembership> memberships = new TreeMap<>(Participant.this.memberships);
        private final List<SchemeMembership> formerMemberships = new ArrayList<>(Participant.this.formerMemberships);
        private final Map<String, PendingSignUp> pendingSignUps = new TreeMap<>(Participant.this.pendingSignUps);
        private final Map<String, Subscription> subscriptions = new TreeMap<>(Participant.this.subscriptions);
        private Set<String> tokens = Participant.this.tokens;
        private boolean spendingBlocked = Participant.this.spendingBlocked;
        private Optional<ReferralRecord> referral = Participant.this.referral;
        private Optional<Termination> termination = Participant.this.termination;
        private final List<HistoryEntry> history = new ArrayList<>(Participant.this.history);
        private Optional<HeldTier> heldTier = Participant.this.heldTier;

        Participant done() {
            return new Participant(
                    id,
                    registeredOn,
                    unit,
                    profile,
                    memberships,
                    formerMemberships,
                    pendingSignUps,
                    subscriptions,
                    tokens,
                    spendingBlocked,
                    referral,
                    termination,
                    history,
                    heldTier);
        }
    }
}
