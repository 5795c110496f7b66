package io.rewards.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.participant.HistoryEntry;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.participant.ReferralRecord;
import io.rewards.participant.Replacement;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Secret;
import io.rewards.participant.Subscription.Interruption;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import io.rewards.resolve.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What events change about a participant, and the note of it. */
class ParticipantChangesTest {

    private static final String HASH = Secret.hashOf("token");
    private static final String OTHER_HASH = Secret.hashOf("other");

    private final Participant anna = Participant.registered("ANNA", day(1), "U1", Profile.EMPTY);

    @Test
    void everybodyJoinsTheSchemesThatSignUpByThemselvesIfTheyAreEffective() {
        Catalogue catalogue = Catalogue.of(Programmes.with().toBuilder()
                .withSchemes(List.of(
                        Scheme.of("CLUB").with(SignUpPolicy.of(SignUpOption.AUTO)),
                        Scheme.of("ALSO").with(SignUpPolicy.of(SignUpOption.AUTO)),
                        Scheme.of("ASLEEP")
                                .with(SignUpPolicy.of(SignUpOption.AUTO))
                                .with(SchemeState.NOT_EFFECTIVE),
                        Scheme.of("SELF")))
                .build());
        ParticipantRegistered event = new ParticipantRegistered(header("R", 1), Profile.EMPTY.withName("Anna"));
        Participant registered =
                EventKinds.of(event).registered(event, catalogue).orElseThrow();
        assertThat(registered.memberships())
                .containsOnlyKeys("ALSO", "CLUB")
                .containsEntry("CLUB", SchemeMembership.of("CLUB", day(1), "U1", ""));
        assertThat(registered.registeredOn()).isEqualTo(day(1));
        assertThat(registered.profile().name()).isEqualTo("Anna");
        assertThat(words(registered)).containsExactly("registered and signed up to CLUB, ALSO");
    }

    @Test
    void aProfileIsReplacedWholeAndTheNoteNamesWhatChangedAndByWhom() {
        Profile profile = Profile.EMPTY.withName("Anna").withTier("GOLD");
        Participant changed = after(anna, new ProfileChanged(header("E", 2), profile, "clerk7"));
        assertThat(changed.profile()).isEqualTo(profile);
        assertThat(after(changed, new ProfileChanged(header("G", 3), Profile.EMPTY.withName("Bea"), ""))
                        .profile())
                .isEqualTo(Profile.EMPTY.withName("Bea"));
        assertThat(changed.history())
                .containsExactly(new HistoryEntry(day(2), "E", "profile changed: name, tier", "clerk7"));
        Participant confirmed = after(changed, new ProfileChanged(header("F", 3), profile, ""));
        assertThat(words(confirmed)).containsExactly("profile changed: name, tier", "profile confirmed");
    }

    @Test
    void onlyTheFieldsThatAreNamedChangeAndOneThatIsNamedWithoutValueIsEmptied() {
        Profile profile = Profile.EMPTY.withName("Anna").withTier("GOLD").withSegments(Set.of("STUDENTS"));
        Participant gold = after(anna, new ProfileChanged(header("E", 2), profile, ""));
        Participant named = after(
                gold, new ProfileChanged(header("F", 3), ProfileChange.of(Profile.EMPTY.withName("Bea"), "name"), ""));
        assertThat(named.profile()).isEqualTo(profile.withName("Bea"));
        assertThat(words(named)).last().isEqualTo("profile changed: name");
        Participant emptied = after(
                named,
                new ProfileChanged(
                        header("G", 4), ProfileChange.of(Profile.EMPTY).emptying("tier"), ""));
        assertThat(emptied.profile()).isEqualTo(profile.withName("Bea").withTier(""));
    }

    @Test
    void whereNoUserIsNamedTheSystemOfTheEventMadeTheChange() {
        Participant changed =
                after(anna, new SpendBlockingChanged(header("E", 2).from("till"), true));
        assertThat(changed.history())
                .containsExactly(new HistoryEntry(day(2), "till/E", "was blocked from spending", "till"));
        Participant profiled = after(anna, new ProfileChanged(header("E", 2).from("crm"), Profile.EMPTY, ""));
        assertThat(profiled.history().get(0).by()).isEqualTo("crm");
    }

    @Test
    void segmentsComeAndGo() {
        Participant in = after(anna, new SegmentChanged(header("E", 2), "VIP", true));
        assertThat(in.profile().segments()).containsExactly("VIP");
        Participant out = after(in, new SegmentChanged(header("F", 3), "VIP", false));
        assertThat(out.profile().segments()).isEmpty();
        assertThat(words(out)).containsExactly("came into segment VIP", "left segment VIP");
    }

    @Test
    void aSubscriptionIsStartedInterruptedResumedAndEnded() {
        Participant all = after(
                anna,
                subscription("A", 1, SubscriptionChange.STARTED),
                subscription("B", 2, SubscriptionChange.INTERRUPTED),
                subscription("C", 4, SubscriptionChange.RESUMED),
                subscription("D", 6, SubscriptionChange.INTERRUPTED),
                subscription("E", 9, SubscriptionChange.ENDED));
        assertThat(all.subscriptions().get("PHONE").startedOn()).isEqualTo(day(1));
        assertThat(all.subscriptions().get("PHONE").interruptions())
                .containsExactly(
                        new Interruption(day(2), Optional.of(day(4))), new Interruption(day(6), Optional.empty()));
        assertThat(all.subscriptions().get("PHONE").endedOn()).contains(day(9));
        assertThat(words(all))
                .contains("subscription PHONE started", "subscription PHONE resumed", "subscription PHONE ended");
    }

    @Test
    void aSubscriptionThatNobodyKnowsIsAMistake() {
        assertThatThrownBy(() -> after(anna, subscription("A", 1, SubscriptionChange.ENDED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The subscription (PHONE) is not known.");
    }

    @Test
    void accessTokensComeAndGoByTheirHash() {
        Participant holding = after(
                anna,
                new AccessTokenChanged(header("E", 2), HASH, true),
                new AccessTokenChanged(header("F", 3), OTHER_HASH, true));
        assertThat(holding.tokens()).containsExactlyInAnyOrder(HASH, OTHER_HASH);
        Participant lost = after(holding, new AccessTokenChanged(header("G", 4), HASH, false));
        assertThat(lost.tokens()).containsExactly(OTHER_HASH);
        assertThat(words(lost)).containsExactly("got an access token", "got an access token", "lost an access token");
        assertThat(lost.history().toString()).doesNotContain(HASH, OTHER_HASH);
    }

    @Test
    void theCodeAndTheAddressOfAVerifiedSignUpStayOnTheMembership() {
        Participant pending = after(
                anna, new SchemeSignUpRequested(header("E", 2), "CLUB", "anna@uni.example", Secret.hashOf("4711")));
        assertThat(pending.pendingSignUps()).containsOnlyKeys("CLUB");
        assertThat(pending.memberships()).isEmpty();
        Participant member = after(pending, new SchemeSignUp(header("F", 3), "CLUB", "4711"));
        assertThat(member.pendingSignUps()).isEmpty();
        assertThat(member.membership("CLUB"))
                .contains(new SchemeMembership("CLUB", day(3), "U1", "4711", "anna@uni.example", Optional.empty()));
        assertThat(words(member)).containsExactly("asked to sign up to CLUB", "signed up to CLUB");
    }

    @Test
    void anAddressThatNoCodeVerifiedIsNotKept() {
        Participant member = after(
                anna,
                new SchemeSignUpRequested(header("E", 2), "CLUB", "anna@uni.example", Secret.hashOf("4711")),
                new SchemeSignUp(header("F", 3), "CLUB", ""));
        assertThat(member.membership("CLUB").orElseThrow().email()).isEmpty();
    }

    @Test
    void aSignOffKeepsAClosedRowAndASignUpAfterItOpensAnother() {
        Participant back = after(
                anna,
                new SchemeSignUp(header("E", 2), "CLUB", "X"),
                new SchemeSignOff(header("F", 5), "CLUB"),
                new SchemeSignUp(header("G", 7), "CLUB", "Y"));
        assertThat(back.formerMemberships())
                .containsExactly(new SchemeMembership("CLUB", day(2), "U1", "X", "", Optional.of(day(5))));
        assertThat(back.membership("CLUB")).contains(SchemeMembership.of("CLUB", day(7), "U1", "Y"));
        assertThat(words(back)).containsExactly("signed up to CLUB", "signed off from CLUB", "signed up to CLUB");
    }

    @Test
    void spendingIsBlockedAndAllowedAgain() {
        Participant blocked = after(anna, new SpendBlockingChanged(header("E", 2), true));
        assertThat(blocked.spendingBlocked()).isTrue();
        Participant again = after(blocked, new SpendBlockingChanged(header("F", 3), false));
        assertThat(again.spendingBlocked()).isFalse();
        assertThat(words(again)).containsExactly("was blocked from spending", "may spend again");
    }

    @Test
    void aReferralIsKeptUntilTheReferrerIsTold() {
        Participant referred = after(anna, new Referral(header("E", 2), "BOB"));
        assertThat(referred.referral()).contains(new ReferralRecord("E", "BOB", day(2)));
        assertThat(words(referred)).containsExactly("was referred by BOB");
    }

    @Test
    void aTerminationIsForGoodAndKeepsTheTokensThatDoNotGoOver() {
        Participant holding = anna.withTokens(Set.of(HASH, OTHER_HASH));
        Participant ended = after(holding, terminated(TerminationReason.DUPLICATION, Set.of(HASH)));
        assertThat(ended.state()).isEqualTo(ParticipantState.TERMINATED);
        assertThat(ended.termination().orElseThrow().replacedBy()).contains("BOB");
        assertThat(ended.termination().orElseThrow().on()).isEqualTo(day(9));
        assertThat(ended.tokens()).containsExactly(OTHER_HASH);
        assertThat(words(ended)).containsExactly("was terminated, reason DUPLICATION, replaced by BOB");
        Participant left = after(
                holding,
                new ParticipantTerminated(header("T", 9), TerminationReason.CUSTOMER_REQUEST, Optional.empty()));
        assertThat(left.tokens()).containsExactlyInAnyOrder(HASH, OTHER_HASH);
        assertThat(left.termination().orElseThrow().replacedBy()).isEmpty();
    }

    @Test
    void aTerminationEndsEveryMembershipAndEverySignUpThatWaits() {
        Participant member = after(
                anna,
                new SchemeSignUp(header("E", 2), "CLUB", "X"),
                new SchemeSignUp(header("F", 3), "LATE/1#", ""),
                new SchemeSignOff(header("G", 4), "CLUB"),
                new SchemeSignUp(header("H", 5), "CLUB", "Y"),
                new SchemeSignUpRequested(header("I", 6), "STAFF", "anna@uni.example", Secret.hashOf("4711")));
        Participant ended = after(member, terminated(TerminationReason.DUPLICATION, Set.of()));
        assertThat(ended.memberships()).isEmpty();
        assertThat(ended.pendingSignUps()).isEmpty();
        assertThat(ended.formerMemberships())
                .containsExactly(
                        new SchemeMembership("CLUB", day(2), "U1", "X", "", Optional.of(day(4))),
                        new SchemeMembership("CLUB", day(5), "U1", "Y", "", Optional.of(day(9))),
                        new SchemeMembership("LATE/1#", day(3), "U1", "", "", Optional.of(day(9))));
    }

    @Test
    void aMembershipThatBeganAfterATerminationToldLateEndsWhenItBegan() {
        Participant member =
                after(anna, new SchemeSignUp(header("E", 9), "AT", ""), new SchemeSignUp(header("F", 10), "AFTER", ""));
        Participant ended = after(member, terminated(TerminationReason.DUPLICATION, Set.of()));
        assertThat(ended.formerMemberships())
                .extracting(SchemeMembership::scheme, SchemeMembership::signedOffOn)
                .containsExactly(tuple("AFTER", Optional.of(day(10))), tuple("AT", Optional.of(day(9))));
    }

    @Test
    void theOneWhoStaysGetsTheTokensAndTheReferralOfTheDuplicate() {
        ReferralRecord untold = new ReferralRecord("E", "CARL", day(2));
        Participant merged = merged(anna.withTokens(Set.of(OTHER_HASH)), Optional.of(untold));
        assertThat(merged.tokens()).containsExactlyInAnyOrder(HASH, OTHER_HASH);
        assertThat(merged.referral()).contains(untold);
        assertThat(words(merged)).containsExactly("replaced duplicate DOUBLE");
        assertThat(merged(anna, Optional.empty()).referral()).isEmpty();
    }

    @Test
    void onePersonIsReferredOnce() {
        ReferralRecord own = new ReferralRecord("E", "CARL", day(2));
        ReferralRecord duplicates = new ReferralRecord("F", "DORA", day(3));
        assertThat(merged(anna.with(own), Optional.of(duplicates)).referral()).contains(own);
        assertThat(merged(anna.with(own), Optional.of(duplicates.closed())).referral())
                .contains(own.closed());
        assertThat(merged(anna.with(own.closed()), Optional.of(duplicates)).referral())
                .contains(own.closed());
    }

    @Test
    void aDuplicateWhomTheOneWhoStaysHadReferredEarnsNothingAnyMore() {
        ReferralRecord self = new ReferralRecord("E", "ANNA", day(2));
        assertThat(merged(anna, Optional.of(self)).referral()).contains(self.closed());
    }

    @Test
    void aPurchaseChangesNothingAboutTheParticipant() {
        assertThat(after(anna, Purchase.of(header("E", 2)))).isEqualTo(anna);
    }

    private static Participant merged(Participant participant, Optional<ReferralRecord> referral) {
        DuplicateMerged event = new DuplicateMerged(header("M", 9), "DOUBLE", Set.of(HASH));
        return Transfer.replacing(event, participant, event.tokens(), referral);
    }

    private static ParticipantTerminated terminated(TerminationReason reason, Set<String> tokens) {
        return new ParticipantTerminated(header("T", 9), reason, Optional.of(new Replacement("BOB", true, tokens)));
    }

    private static SubscriptionChanged subscription(String id, int day, SubscriptionChange change) {
        return new SubscriptionChanged(header(id, day), "PHONE", change);
    }

    private static Participant after(Participant participant, CustomerEvent... events) {
        Participant changed = participant;
        for (CustomerEvent event : events) {
            changed = EventKinds.of(event).changed(event, changed);
        }
        return changed;
    }

    private static List<String> words(Participant participant) {
        return participant.history().stream().map(HistoryEntry::change).toList();
    }

    private static EventHeader header(String id, int day) {
        return EventHeader.of(id, "ANNA", "U1", day(day));
    }

    private static Instant day(int day) {
        return Instant.parse("2024-03-01T12:00:00Z").plusSeconds(86_400L * (day - 1));
    }
}
