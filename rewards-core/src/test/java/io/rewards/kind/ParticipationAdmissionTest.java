package io.rewards.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Participant;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every reason to refuse an event about taking part, in its words. */
class ParticipationAdmissionTest {

    private static final String HASH = Secret.hashOf("token");
    private static final String ADDRESS = "anna@uni.example";

    private static final Catalogue CATALOGUE = Catalogue.of(Programmes.with().toBuilder()
            .withSchemes(List.of(
                    Scheme.of("CLUB"),
                    Scheme.of("ASLEEP").with(SchemeState.NOT_EFFECTIVE),
                    Scheme.of("STUDENTS").with(new SignUpPolicy(SignUpOption.SELF, true, true, Set.of(), Set.of())),
                    Scheme.of("CAMPUS")
                            .with(new SignUpPolicy(
                                    SignUpOption.EMAIL_DOMAIN, false, false, Set.of("Uni.Example"), Set.of())),
                    Scheme.of("CODES")
                            .with(new SignUpPolicy(
                                    SignUpOption.UNIQUE_CODE, false, false, Set.of(), Set.of("AAA", "BBB")))))
            .build());

    private final Others others = new Others();
    private Participant anna = Participant.registered("ANNA", day(1), "U1", Profile.EMPTY);

    @Test
    void aSchemeIsJoinedAtWillButOnce() {
        assertThat(problems(signUp(2, "CLUB", ""))).isEmpty();
        happened(signUp(2, "CLUB", ""));
        assertThat(problems(signUp(3, "CLUB", "")))
                .containsExactly("scheme: The participant (ANNA) has already signed up to scheme (CLUB).");
    }

    @Test
    void aSchemeMustBeKnownAndEffective() {
        assertThat(problems(signUp(2, "MOON", "")))
                .containsExactly("scheme: The scheme (MOON) is not in the programme.");
        assertThat(problems(signUp(2, "ASLEEP", "")))
                .containsExactly("scheme: The scheme (ASLEEP) is not effective, so nobody can sign up to it.");
    }

    @Test
    void aSignUpAfterASignOffComesNoEarlierThanIt() {
        happened(signUp(2, "CLUB", ""), new SchemeSignOff(header(5), "CLUB"));
        assertThat(problems(signUp(5, "CLUB", ""))).isEmpty();
        assertThat(problems(signUp(4, "CLUB", "")))
                .containsExactly("performedOn: The sign-up (2024-03-04T12:00:00Z) comes before the latest sign-off"
                        + " (2024-03-05T12:00:00Z).");
    }

    @Test
    void aReferenceCodeMustSatisfyTheThirdParty() {
        others.accepted.add("STUDENTS/123");
        assertThat(problems(signUp(2, "STUDENTS", "123"))).isEmpty();
        assertThat(problems(signUp(2, "STUDENTS", "124")))
                .containsExactly("referenceCode: The reference code (124) is not valid for scheme (STUDENTS).");
        assertThat(others.asked).containsExactly("STUDENTS/123", "STUDENTS/124");
    }

    @Test
    void theThirdPartyIsNotAskedWithoutACodeOrWhereSomethingElseSpeaksAgainstTheSignUp() {
        assertThat(problems(signUp(2, "STUDENTS", " ")))
                .containsExactly("referenceCode: The scheme (STUDENTS) asks for a reference code.");
        assertThat(problems(new SchemeSignUp(EventHeader.of("E", "ANNA", "U9", day(2)), "STUDENTS", "123")))
                .containsExactly("unit: The unit (U9) is not in the programme.");
        assertThat(others.asked).isEmpty();
    }

    @Test
    void anAddressMustBelongToAListedDomain() {
        assertThat(problems(request(2, ADDRESS))).isEmpty();
        assertThat(problems(request(2, "anna@UNI.EXAMPLE"))).isEmpty();
        for (String wrong : List.of(
                "anna@uni.example.org",
                "anna@sub.uni.example",
                "anna@evil.example@uni.example",
                "@uni.example",
                "uni.example",
                "an na@uni.example",
                "",
                "a".repeat(300) + "@uni.example")) {
            assertThat(problems(request(2, wrong)))
                    .containsExactly("email: The e-mail address (" + wrong
                            + ") must belong to one of the domains [uni.example].");
        }
    }

    @Test
    void onlyASchemeThatVerifiesAddressesIsAskedFor() {
        assertThat(problems(new SchemeSignUpRequested(header(2), "CLUB", ADDRESS, HASH)))
                .containsExactly("scheme: The scheme (CLUB) does not verify e-mail addresses; sign up to it at once.");
    }

    @Test
    void aCodeIsGivenAsItsHash() {
        assertThat(problems(new SchemeSignUpRequested(header(2), "CAMPUS", ADDRESS, "4711")))
                .containsExactly("codeHash: The hash of the code must be 64 hexadecimal digits.");
    }

    @Test
    void aSecondRequestReplacesTheFirstUnlessItIsOlder() {
        happened(request(3, ADDRESS));
        assertThat(problems(request(3, "bob@uni.example"))).isEmpty();
        assertThat(problems(request(2, "bob@uni.example")))
                .containsExactly("performedOn: The request (2024-03-02T12:00:00Z) comes before the latest one"
                        + " (2024-03-03T12:00:00Z).");
    }

    @Test
    void aSignUpIsConfirmedWithTheCodeThatWasSent() {
        assertThat(problems(signUp(3, "CAMPUS", "token")))
                .containsExactly("scheme: The participant (ANNA) must first ask to sign up to scheme (CAMPUS)"
                        + " with an e-mail address.");
        happened(request(3, ADDRESS));
        assertThat(problems(signUp(3, "CAMPUS", "token"))).isEmpty();
        assertThat(problems(signUp(3, "CAMPUS", "Token")))
                .containsExactly("referenceCode: The code is not the one that was sent by e-mail.");
        assertThat(problems(signUp(2, "CAMPUS", "token")))
                .containsExactly("performedOn: The sign-up (2024-03-02T12:00:00Z) comes before the request"
                        + " (2024-03-03T12:00:00Z).");
    }

    @Test
    void aUniqueCodeMustBeIssuedAndUnused() {
        assertThat(problems(signUp(2, "CODES", "AAA"))).isEmpty();
        assertThat(problems(signUp(2, "CODES", "aaa")))
                .containsExactly("referenceCode: The code (aaa) was not issued for scheme (CODES).");
        others.holders.put(UniqueName.code("CODES", "AAA"), "ANNA");
        assertThat(problems(signUp(2, "CODES", "AAA")))
                .containsExactly("referenceCode: The code (AAA) was already used.");
        assertThat(problems(signUp(2, "CODES", "BBB"))).isEmpty();
    }

    @Test
    void onlyAMemberSignsOffAndNotBeforeTheSignUp() {
        assertThat(problems(new SchemeSignOff(header(2), "CLUB")))
                .containsExactly("scheme: The participant (ANNA) has not signed up to scheme (CLUB).");
        happened(signUp(2, "CLUB", ""));
        assertThat(problems(new SchemeSignOff(header(2), "CLUB"))).isEmpty();
        assertThat(problems(new SchemeSignOff(header(1), "CLUB")))
                .containsExactly("performedOn: The sign-off (2024-03-01T12:00:00Z) comes before the sign-up.");
    }

    @Test
    void aSubscriptionChangesOnlyFromAStateThatFits() {
        assertThat(problems(subscription(2, SubscriptionChange.RESUMED)))
                .containsExactly("subscription: The subscription (PHONE) has not started.");
        happened(subscription(2, SubscriptionChange.STARTED));
        assertThat(problems(subscription(3, SubscriptionChange.STARTED)))
                .containsExactly("change: The subscription (PHONE) is effective, so it cannot be STARTED.");
        assertThat(problems(subscription(3, SubscriptionChange.RESUMED)))
                .containsExactly("change: The subscription (PHONE) is effective, so it cannot be RESUMED.");
        happened(subscription(3, SubscriptionChange.INTERRUPTED));
        assertThat(problems(subscription(4, SubscriptionChange.INTERRUPTED)))
                .containsExactly("change: The subscription (PHONE) is interrupted, so it cannot be INTERRUPTED.");
        assertThat(problems(subscription(4, SubscriptionChange.RESUMED))).isEmpty();
        happened(subscription(5, SubscriptionChange.ENDED));
        for (SubscriptionChange change : SubscriptionChange.values()) {
            assertThat(problems(subscription(6, change)))
                    .containsExactly("change: The subscription (PHONE) is ended, so it cannot be " + change + ".");
        }
    }

    @Test
    void aSubscriptionChangesInTheOrderOfTime() {
        happened(subscription(3, SubscriptionChange.STARTED));
        assertThat(problems(subscription(3, SubscriptionChange.INTERRUPTED))).isEmpty();
        assertThat(problems(subscription(2, SubscriptionChange.INTERRUPTED)))
                .containsExactly("performedOn: The change (2024-03-02T12:00:00Z) comes before the latest one"
                        + " (2024-03-03T12:00:00Z).");
        happened(subscription(5, SubscriptionChange.INTERRUPTED), subscription(7, SubscriptionChange.RESUMED));
        assertThat(problems(subscription(6, SubscriptionChange.ENDED))).hasSize(1);
        assertThat(problems(subscription(6, SubscriptionChange.RESUMED)))
                .containsExactly(
                        "change: The subscription (PHONE) is effective, so it cannot be RESUMED.",
                        "performedOn: The change (2024-03-06T12:00:00Z) comes before the latest one"
                                + " (2024-03-07T12:00:00Z).");
    }

    @Test
    void anAccessTokenIdentifiesOneParticipant() {
        assertThat(problems(token(2, HASH, true))).isEmpty();
        assertThat(problems(token(2, "SECRET", true)))
                .containsExactly("tokenHash: The hash of the token must be 64 hexadecimal digits.");
        assertThat(problems(token(2, HASH, false)))
                .containsExactly("tokenHash: The access token does not identify participant (ANNA).");
        others.holders.put(UniqueName.token(HASH), "BOB");
        assertThat(problems(token(2, HASH, true)))
                .containsExactly("tokenHash: The access token already identifies another participant.");
        others.holders.put(UniqueName.token(HASH), "ANNA");
        happened(token(2, HASH, true));
        assertThat(problems(token(3, HASH, true)))
                .containsExactly("tokenHash: The access token already identifies participant (ANNA).");
        assertThat(problems(token(3, HASH, false))).isEmpty();
    }

    @Test
    void spendingIsBlockedAndAllowedOnlyFromTheOtherState() {
        assertThat(problems(new SpendBlockingChanged(header(2), false)))
                .containsExactly("blocked: The participant (ANNA) is not blocked from spending.");
        happened(new SpendBlockingChanged(header(2), true));
        assertThat(problems(new SpendBlockingChanged(header(3), true)))
                .containsExactly("blocked: The participant (ANNA) is already blocked from spending.");
        assertThat(problems(new SpendBlockingChanged(header(3), false))).isEmpty();
    }

    @Test
    void aReferrerTakesPartAndIsSomebodyElse() {
        others.effective.addAll(Set.of("ANNA", "BOB"));
        assertThat(problems(new Referral(header(2), "BOB"))).isEmpty();
        assertThat(problems(new Referral(header(2), "ANNA")))
                .containsExactly("referrer: The participant (ANNA) cannot refer himself or herself.");
        assertThat(problems(new Referral(header(2), "NOBODY")))
                .containsExactly("referrer: The referrer (NOBODY) does not take part.");
    }

    @Test
    void aParticipantIsReferredOnce() {
        others.effective.addAll(Set.of("BOB", "CARL"));
        happened(new Referral(header(2), "BOB"));
        assertThat(problems(new Referral(header(3), "CARL")))
                .containsExactly("participant: The participant (ANNA) has already been referred.");
    }

    @Test
    void aDuplicateNamesWhoStaysAndNobodyElseDoes() {
        assertThat(problems(termination(TerminationReason.DUPLICATION, Optional.empty())))
                .containsExactly("replacement: A duplicate must name the participant who stays.");
        others.effective.add("BOB");
        assertThat(problems(termination(TerminationReason.DUPLICATION, replacement("BOB"))))
                .isEmpty();
        for (TerminationReason reason : List.of(TerminationReason.FRAUD, TerminationReason.CUSTOMER_REQUEST)) {
            assertThat(problems(termination(reason, Optional.empty()))).isEmpty();
            assertThat(problems(termination(reason, replacement("BOB"))))
                    .containsExactly("replacement: Only a duplicate is replaced; the reason is " + reason + ".");
        }
    }

    @Test
    void aReplacementTakesPartAndIsSomebodyElse() {
        others.effective.add("ANNA");
        assertThat(problems(termination(TerminationReason.DUPLICATION, replacement("ANNA"))))
                .containsExactly("replacement.participant: The participant (ANNA) cannot replace himself or herself.");
        assertThat(problems(termination(TerminationReason.DUPLICATION, replacement("BOB"))))
                .containsExactly("replacement.participant: The replacement (BOB) does not take part.");
    }

    @Test
    void onlyOwnTokensGoOver() {
        others.effective.add("BOB");
        assertThat(problems(termination(TerminationReason.DUPLICATION, replacement("BOB", HASH))))
                .containsExactly(
                        "replacement.tokens: The access tokens [" + HASH + "] do not identify participant (ANNA).");
        happened(token(2, HASH, true));
        assertThat(problems(termination(TerminationReason.DUPLICATION, replacement("BOB", HASH))))
                .isEmpty();
    }

    @Test
    void aConsentThatChangesSaysWhenLaterThanBeforeAndNotInTheFuture() {
        Consent given = consent(true, 3);
        assertThat(problems(profile(given))).isEmpty();
        assertThat(problems(profile(new Consent(true, Optional.empty(), "clerk"))))
                .containsExactly(
                        "profile.preferences.directMarketing: A consent that changes needs the date of the change.");
        assertThat(problems(profile(new Consent(true, Optional.of(NOW), "")))).isEmpty();
        assertThat(problems(profile(new Consent(true, Optional.of(NOW.plusNanos(1)), ""))))
                .containsExactly("profile.preferences.directMarketing: The change of the consent"
                        + " (2024-04-01T00:00:00.000000001Z) lies in the future.");
        happened(profile(given));
        assertThat(problems(profile(given))).isEmpty();
        assertThat(problems(profile(consent(false, 4)))).isEmpty();
        assertThat(problems(profile(consent(false, 3))))
                .containsExactly("profile.preferences.directMarketing: The change of the consent"
                        + " (2024-03-03T12:00:00Z) must come after the latest one (2024-03-03T12:00:00Z).");
        assertThat(problems(profile(Consent.NOT_GIVEN)))
                .containsExactly(
                        "profile.preferences.directMarketing: A consent that changes needs the date of the change.");
    }

    @Test
    void aRegistrationBringsItsConsentsWithTheirDates() {
        Profile profile =
                profile(new Consent(true, Optional.empty(), "")).change().profile();
        ParticipantRegistered registered = new ParticipantRegistered(EventHeader.of("E", "NEW", "U1", day(2)), profile);
        assertThat(Admission.problems(registered, Optional.empty(), CATALOGUE, NOW, others).stream()
                        .map(Problem::toString))
                .containsExactly(
                        "profile.preferences.directMarketing: A consent that changes needs the date of the change.");
    }

    @Test
    void aTerminatedParticipantIsRefusedEverything() {
        others.effective.add("BOB");
        happened(termination(TerminationReason.FRAUD, Optional.empty()));
        assertThat(problems(signUp(30, "CLUB", "")))
                .containsExactly("participant: The participant (ANNA) is terminated.");
        assertThat(problems(termination(TerminationReason.FRAUD, Optional.empty())))
                .containsExactly("participant: The participant (ANNA) is terminated.");
        assertThat(problems(new Referral(header(30), "BOB")))
                .containsExactly("participant: The participant (ANNA) is terminated.");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        happened(token(2, HASH, true));
        Replacement wrong = new Replacement("ANNA", true, Set.of(Secret.hashOf("foreign")));
        ParticipantTerminated termination = new ParticipantTerminated(
                EventHeader.of("E", "ANNA", "U9", NOW.plusSeconds(1)), TerminationReason.FRAUD, Optional.of(wrong));
        assertThat(problems(termination))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(
                        "unit",
                        "performedOn",
                        "replacement",
                        "replacement.participant",
                        "replacement.participant",
                        "replacement.tokens");
        others.holders.put(UniqueName.code("CODES", "CCC"), "BOB");
        assertThat(problems(signUp(2, "CODES", "CCC"))).hasSize(2);
    }

    private static final Instant NOW = Instant.parse("2024-04-01T00:00:00Z");

    /** What is known about others. */
    private static final class Others implements NoLookups {
        private final Set<String> effective = new TreeSet<>();
        private final Map<UniqueName, String> holders = new HashMap<>();
        private final Set<String> accepted = new TreeSet<>();
        private final List<String> asked = new ArrayList<>();

        @Override
        public boolean isEffective(String participant) {
            return effective.contains(participant);
        }

        @Override
        public Optional<String> holder(UniqueName name) {
            return Optional.ofNullable(holders.get(name));
        }

        @Override
        public boolean acceptsReference(String scheme, String code) {
            asked.add(scheme + "/" + code);
            return accepted.contains(scheme + "/" + code);
        }
    }

    private void happened(CustomerEvent... events) {
        for (CustomerEvent event : events) {
            anna = EventKinds.of(event).changed(event, anna);
        }
    }

    private List<String> problems(CustomerEvent event) {
        return Admission.problems(event, Optional.of(Loaded.of(Account.of(anna))), CATALOGUE, NOW, others).stream()
                .map(Problem::toString)
                .toList();
    }

    private static SchemeSignUp signUp(int day, String scheme, String code) {
        return new SchemeSignUp(header(day), scheme, code);
    }

    private static SchemeSignUpRequested request(int day, String email) {
        return new SchemeSignUpRequested(header(day), "CAMPUS", email, HASH);
    }

    private static SubscriptionChanged subscription(int day, SubscriptionChange change) {
        return new SubscriptionChanged(header(day), "PHONE", change);
    }

    private static AccessTokenChanged token(int day, String hash, boolean valid) {
        return new AccessTokenChanged(header(day), hash, valid);
    }

    private static ParticipantTerminated termination(TerminationReason reason, Optional<Replacement> replacement) {
        return new ParticipantTerminated(header(20), reason, replacement);
    }

    private static Optional<Replacement> replacement(String participant, String... tokens) {
        return Optional.of(new Replacement(participant, true, Set.of(tokens)));
    }

    private static ProfileChanged profile(Consent direct) {
        Preferences preferences =
                new Preferences("el", "BANK_TRANSFER", direct, Consent.NOT_GIVEN, AutomaticSpending.OFF);
        return new ProfileChanged(header(5), Profile.EMPTY.withPreferences(preferences), "clerk");
    }

    private static Consent consent(boolean given, int day) {
        return new Consent(given, Optional.of(day(day)), "clerk");
    }

    private static EventHeader header(int day) {
        return EventHeader.of("E" + day, "ANNA", "U1", day(day));
    }

    private static Instant day(int day) {
        return Instant.parse("2024-03-01T12:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
