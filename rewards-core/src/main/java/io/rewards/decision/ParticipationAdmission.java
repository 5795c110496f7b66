package io.rewards.decision;

import io.rewards.account.UniqueName;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.Consent;
import io.rewards.participant.Participant;
import io.rewards.participant.PendingSignUp;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.Subscription;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.Problems;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds every reason to refuse an event about taking part. For one event. Source: domain 2.4 C11, 4.1 to 4.6. */
final class ParticipationAdmission {

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@([^@\\s]+)");

    private final Catalogue catalogue;
    private final Participant participant;
    private final Lookups lookups;
    private final Instant processedOn;
    private final Problems problems;

    ParticipationAdmission(
            Catalogue catalogue, Participant participant, Lookups lookups, Instant processedOn, Problems problems) {
        this.catalogue = catalogue;
        this.participant = participant;
        this.lookups = lookups;
        this.processedOn = processedOn;
        this.problems = problems;
    }

    void signUpRequested(SchemeSignUpRequested event) {
        Optional<SignUpPolicy> policy = joinable(event.scheme());
        if (policy.isEmpty()) {
            return;
        }
        if (policy.get().option() != SignUpOption.EMAIL_DOMAIN) {
            problems.add(
                    "scheme",
                    "The scheme (" + event.scheme() + ") does not verify e-mail addresses; sign up to it at once.");
            return;
        }
        Matcher parts = EMAIL.matcher(event.email());
        problems.unless(
                event.email().length() <= LONGEST_EMAIL
                        && parts.matches()
                        && policy.get().domains().contains(parts.group(1).toLowerCase(Locale.ROOT)),
                "email",
                "The e-mail address (" + event.email() + ") must belong to one of the domains "
                        + policy.get().domains() + ".");
        problems.unless(isHash(event.codeHash()), "codeHash", "The hash of the code must be 64 hexadecimal digits.");
        pending(event.scheme())
                .filter(earlier -> event.performedOn().isBefore(earlier.requestedOn()))
                .ifPresent(later -> problems.add(
                        "performedOn",
                        "The request (" + event.performedOn() + ") comes before the latest one (" + later.requestedOn()
                                + ")."));
    }

    void signUp(SchemeSignUp event) {
        Optional<SignUpPolicy> policy = joinable(event.scheme());
        if (policy.isEmpty()) {
            return;
        }
        afterSignOff(event);
        switch (policy.get().option()) {
            case UNIQUE_CODE -> issuedCode(event, policy.get());
            case EMAIL_DOMAIN -> sentCode(event);
            default -> {
                if (policy.get().referenceCode()) {
                    referenceCode(event);
                }
            }
        }
    }

    private void afterSignOff(SchemeSignUp event) {
        participant.formerMemberships().stream()
                .filter(former -> former.scheme().equals(event.scheme()))
                .flatMap(former -> former.signedOffOn().stream())
                .max(Comparator.naturalOrder())
                .filter(event.performedOn()::isBefore)
                .ifPresent(signedOff -> problems.add(
                        "performedOn",
                        "The sign-up (" + event.performedOn() + ") comes before the latest sign-off (" + signedOff
                                + ")."));
    }

    private void issuedCode(SchemeSignUp event, SignUpPolicy policy) {
        String code = event.referenceCode();
        problems.unless(
                policy.codes().contains(code),
                "referenceCode",
                "The code (" + code + ") was not issued for scheme (" + event.scheme() + ").");
        problems.unless(
                lookups.holder(UniqueName.code(event.scheme(), code)).isEmpty(),
                "referenceCode",
                "The code (" + code + ") was already used.");
    }

    private void sentCode(SchemeSignUp event) {
        Optional<PendingSignUp> pending = pending(event.scheme());
        if (pending.isEmpty()) {
            problems.add(
                    "scheme",
                    "The participant (" + participant.id() + ") must first ask to sign up to scheme (" + event.scheme()
                            + ") with an e-mail address.");
            return;
        }
        problems.unless(
                pending.get().codeHash().equals(Secret.hashOf(event.referenceCode())),
                "referenceCode",
                "The code is not the one that was sent by e-mail.");
        problems.unless(
                !event.performedOn().isBefore(pending.get().requestedOn()),
                "performedOn",
                "The sign-up (" + event.performedOn() + ") comes before the request ("
                        + pending.get().requestedOn() + ").");
    }

    /** Asks the third party last, and only where nothing else stands against the sign-up. */
    private void referenceCode(SchemeSignUp event) {
        String code = event.referenceCode();
        if (code.isBlank()) {
            problems.add("referenceCode", "The scheme (" + event.scheme() + ") asks for a reference code.");
        } else if (problems.found().isEmpty()) {
            problems.unless(
                    lookups.acceptsReference(event.scheme(), code),
                    "referenceCode",
                    "The reference code (" + code + ") is not valid for scheme (" + event.scheme() + ").");
        }
    }

    private Optional<PendingSignUp> pending(String scheme) {
        return Optional.ofNullable(participant.pendingSignUps().get(scheme));
    }

    void profile(ProfileChanged event) {
        consents(participant.profile().preferences(), event.profile(), processedOn, problems);
    }

    /** A consent that changes says when: later than before, and not in the future. The engine makes up no dates. */
    static void consents(Preferences before, Profile profile, Instant processedOn, Problems problems) {
        Preferences after = profile.preferences();
        consent("directMarketing", before.directMarketing(), after.directMarketing(), processedOn, problems);
        consent("affiliateMarketing", before.affiliateMarketing(), after.affiliateMarketing(), processedOn, problems);
    }

    private static void consent(String name, Consent before, Consent after, Instant processedOn, Problems problems) {
        if (after.equals(before)) {
            return;
        }
        String path = "profile.preferences." + name;
        Instant on = after.changedOn().orElse(Instant.MIN);
        problems.unless(after.changedOn().isPresent(), path, "A consent that changes needs the date of the change.");
        problems.unless(!on.isAfter(processedOn), path, "The change of the consent (" + on + ") lies in the future.");
        problems.unless(
                after.changedOn().isEmpty()
                        || before.changedOn()
                                .filter(known -> !on.isAfter(known))
                                .isEmpty(),
                path,
                "The change of the consent (" + on + ") must come after the latest one ("
                        + before.changedOn().orElse(on) + ").");
    }

    void signOff(SchemeSignOff event) {
        problems.unless(
                participant.membership(event.scheme()).isPresent(),
                "scheme",
                "The participant (" + participant.id() + ") has not signed up to scheme (" + event.scheme() + ").");
        problems.unless(
                participant
                        .membership(event.scheme())
                        .filter(membership -> event.performedOn().isBefore(membership.signedUpOn()))
                        .isEmpty(),
                "performedOn",
                "The sign-off (" + event.performedOn() + ") comes before the sign-up.");
    }

    void subscription(SubscriptionChanged event) {
        Subscription known = participant.subscriptions().get(event.subscription());
        if (known == null) {
            problems.unless(
                    event.change() == SubscriptionChange.STARTED,
                    "subscription",
                    "The subscription (" + event.subscription() + ") has not started.");
            return;
        }
        boolean fits = switch (event.change()) {
            case STARTED -> false;
            case INTERRUPTED -> known.isEffective();
            case RESUMED -> known.endedOn().isEmpty() && known.isInterrupted();
            case ENDED -> known.endedOn().isEmpty();
        };
        problems.unless(
                fits,
                "change",
                "The subscription (" + event.subscription() + ") is " + state(known) + ", so it cannot be "
                        + event.change() + ".");
        problems.unless(
                !event.performedOn().isBefore(latestChange(known)),
                "performedOn",
                "The change (" + event.performedOn() + ") comes before the latest one (" + latestChange(known) + ").");
    }

    void token(AccessTokenChanged event) {
        problems.unless(isHash(event.tokenHash()), "tokenHash", "The hash of the token must be 64 hexadecimal digits.");
        Optional<String> holder = lookups.holder(UniqueName.token(event.tokenHash()));
        if (event.valid()) {
            problems.unless(
                    holder.filter(id -> !id.equals(participant.id())).isEmpty(),
                    "tokenHash",
                    "The access token already identifies another participant.");
        }
        problems.unless(
                participant.tokens().contains(event.tokenHash()) != event.valid(),
                "tokenHash",
                "The access token " + (event.valid() ? "already identifies" : "does not identify") + " participant ("
                        + participant.id() + ").");
    }

    void spendBlocking(SpendBlockingChanged event) {
        problems.unless(
                participant.spendingBlocked() != event.blocked(),
                "blocked",
                "The participant (" + participant.id() + ") is " + (event.blocked() ? "already" : "not")
                        + " blocked from spending.");
    }

    void referral(Referral event) {
        problems.unless(
                !event.referrer().equals(participant.id()),
                "referrer",
                "The participant (" + participant.id() + ") cannot refer himself or herself.");
        problems.unless(
                participant.referral().isEmpty(),
                "participant",
                "The participant (" + participant.id() + ") has already been referred.");
        problems.unless(
                lookups.isEffective(event.referrer()),
                "referrer",
                "The referrer (" + event.referrer() + ") does not take part.");
    }

    void termination(ParticipantTerminated event) {
        boolean duplicate = event.reason() == TerminationReason.DUPLICATION;
        problems.unless(
                event.replacement().isPresent() == duplicate,
                "replacement",
                duplicate
                        ? "A duplicate must name the participant who stays."
                        : "Only a duplicate is replaced; the reason is " + event.reason() + ".");
        if (event.replacement().isEmpty()) {
            return;
        }
        Replacement replacement = event.replacement().get();
        problems.unless(
                !replacement.participant().equals(participant.id()),
                "replacement.participant",
                "The participant (" + participant.id() + ") cannot replace himself or herself.");
        problems.unless(
                lookups.isEffective(replacement.participant()),
                "replacement.participant",
                "The replacement (" + replacement.participant() + ") does not take part.");
        Set<String> foreign = new TreeSet<>(replacement.tokens());
        foreign.removeAll(participant.tokens());
        problems.unless(
                foreign.isEmpty(),
                "replacement.tokens",
                "The access tokens " + List.copyOf(foreign) + " do not identify participant (" + participant.id()
                        + ").");
    }

    private Optional<SignUpPolicy> joinable(String code) {
        Optional<Scheme> scheme = catalogue.scheme(code);
        problems.unless(scheme.isPresent(), "scheme", "The scheme (" + code + ") is not in the programme.");
        problems.unless(
                scheme.filter(known -> known.state() != SchemeState.EFFECTIVE).isEmpty(),
                "scheme",
                "The scheme (" + code + ") is not effective, so nobody can sign up to it.");
        problems.unless(
                participant.membership(code).isEmpty(),
                "scheme",
                "The participant (" + participant.id() + ") has already signed up to scheme (" + code + ").");
        return scheme.map(Scheme::signUp);
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    private static String state(Subscription known) {
        return known.endedOn().isPresent() ? "ended" : known.isInterrupted() ? "interrupted" : "effective";
    }

    private static Instant latestChange(Subscription known) {
        Instant latest = known.endedOn().orElse(known.startedOn());
        for (Subscription.Interruption interruption : known.interruptions()) {
            Instant change = interruption.to().orElse(interruption.from());
            latest = change.isAfter(latest) ? change : latest;
        }
        return latest;
    }
}
