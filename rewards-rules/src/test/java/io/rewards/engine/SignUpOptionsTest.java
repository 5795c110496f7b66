package io.rewards.engine;

import static io.rewards.engine.Community.problems;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.award;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.participant.SchemeMembership;
import io.rewards.participant.Secret;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How participants come into schemes, and go. Domain 4.1, 4.2. */
class SignUpOptionsTest {

    private static final Set<String> CODES = Set.of("C0", "C1", "C2", "C3", "C4");
    private static final List<Scheme> SCHEMES = List.of(
            Scheme.of("AUTO").with(SignUpPolicy.of(SignUpOption.AUTO)),
            Scheme.of("CAMPUS")
                    .with(new SignUpPolicy(SignUpOption.EMAIL_DOMAIN, false, false, Set.of("uni.example"), Set.of())),
            Scheme.of("CODES").with(new SignUpPolicy(SignUpOption.UNIQUE_CODE, false, false, Set.of(), CODES)),
            Scheme.of("STUDENTS").with(new SignUpPolicy(SignUpOption.SELF, true, true, Set.of(), Set.of())),
            Scheme.of("ASLEEP").with(SchemeState.NOT_EFFECTIVE),
            Scheme.of("HIDDEN").with(new SignUpPolicy(SignUpOption.SELF, false, false, Set.of(), Set.of())));

    private static Programme programme(Offer... offers) {
        return Community.programme(SCHEMES, offers);
    }

    @Test
    void everybodyJoinsAnAutomaticSchemeOnRegistrationAndItsSignUpOffersAreDecidedAtOnce() {
        Community community = Community.of(programme(
                Community.inScheme("AUTO", "WELCOME", new Terms.SignUps(false), Shop.fixed("5.00"))
                        .build(),
                Community.signUps("CLUBBING", false).build()));
        Outcome registered = community.register("ANNA", "2024-03-01");
        assertThat(award(registered, "WELCOME")).isEqualTo("5.00 EUR");
        assertThat(registered.verdictOn("CLUBBING")).isEmpty();
        assertThat(community.wallet("ANNA")).containsExactly("5.00 EUR");
        assertThat(community.participant("ANNA").memberships())
                .isEqualTo(Map.of("AUTO", SchemeMembership.of("AUTO", at("2024-03-01"), "U1", "")));
    }

    @Test
    void anAutomaticSchemeCanBeLeftAndJoinedAgain() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        assertThat(community.leave("ANNA", "AUTO", "2024-03-02").isRecorded()).isTrue();
        assertThat(community.participant("ANNA").memberships()).isEmpty();
        assertThat(community.join("ANNA", "AUTO", "", "2024-03-03").isRecorded())
                .isTrue();
        assertThat(community.participant("ANNA").memberships()).containsOnlyKeys("AUTO");
    }

    @Test
    void anAddressOfTheDomainIsVerifiedWithTheCodeThatTheHostSent() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        Secret code = Secret.generate(new SecureRandom());
        Outcome requested = community.engine.evaluate(new SchemeSignUpRequested(
                community.header("ANNA", "2024-03-02"), "CAMPUS", "anna@uni.example", code.hash()));
        assertThat(requested.isRecorded()).isTrue();
        assertThat(problems(community.join("ANNA", "CAMPUS", "guessed", "2024-03-03")))
                .containsExactly("referenceCode: The code is not the one that was sent by e-mail.");
        assertThat(community.join("ANNA", "CAMPUS", code.text(), "2024-03-03").isRecorded())
                .isTrue();
        assertThat(community.participant("ANNA").membership("CAMPUS"))
                .contains(new SchemeMembership(
                        "CAMPUS", at("2024-03-03"), "U1", code.text(), "anna@uni.example", Optional.empty()));
        community.leave("ANNA", "CAMPUS", "2024-03-04");
        assertThat(community.join("ANNA", "CAMPUS", code.text(), "2024-03-05").status())
                .isEqualTo(Outcome.Status.REFUSED);
    }

    @Test
    void aUniqueCodeWorksOnceForOneParticipant() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        community.register("BOB", "2024-03-01");
        assertThat(community.join("ANNA", "CODES", "C1", "2024-03-02").isRecorded())
                .isTrue();
        assertThat(problems(community.join("BOB", "CODES", "C1", "2024-03-02")))
                .containsExactly("referenceCode: The code (C1) was already used.");
        assertThat(community.join("BOB", "CODES", "C2", "2024-03-02").isRecorded())
                .isTrue();
    }

    @Test
    void signingUpAgainTakesAnotherUniqueCode() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        community.join("ANNA", "CODES", "C1", "2024-03-02");
        community.leave("ANNA", "CODES", "2024-03-03");
        assertThat(problems(community.join("ANNA", "CODES", "C1", "2024-03-04")))
                .containsExactly("referenceCode: The code (C1) was already used.");
        assertThat(community.join("ANNA", "CODES", "C2", "2024-03-04").isRecorded())
                .isTrue();
    }

    @Test
    void racingParticipantsUseEachCodeExactlyOnce() {
        InMemoryStore store = new InMemoryStore();
        Community community = new Community(programme(), store, ReferenceCodeValidator.NONE);
        for (int i = 0; i < 40; i++) {
            community.register("P" + i, "2024-03-01");
        }
        Threads.race(8, number -> {
            for (int i = 0; i < 40; i++) {
                community.join("P" + (i + number) % 40, "CODES", "C" + i % 5, "2024-03-02");
            }
            return number;
        });
        List<String> used = store.accounts()
                .flatMap(account -> account.participant().membership("CODES").stream())
                .map(SchemeMembership::referenceCode)
                .toList();
        assertThat(used).containsExactlyInAnyOrderElementsOf(new TreeSet<>(CODES));
    }

    @Test
    void oneParticipantWithOneCodeInEightThreadsSignsUpOnce() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        List<Outcome> outcomes = Threads.race(8, number -> community.join("ANNA", "CODES", "C1", "2024-03-02"));
        assertThat(outcomes.stream().filter(Outcome::isRecorded)).hasSize(1);
        assertThat(community.participant("ANNA").memberships()).containsOnlyKeys("AUTO", "CODES");
    }

    @Test
    void aReferenceCodeIsAskedOfTheThirdParty() {
        Community community = new Community(
                programme(), new InMemoryStore(), (scheme, code) -> scheme.equals("STUDENTS") && code.equals("S-1"));
        community.register("ANNA", "2024-03-01");
        assertThat(problems(community.join("ANNA", "STUDENTS", "S-2", "2024-03-02")))
                .containsExactly("referenceCode: The reference code (S-2) is not valid for scheme (STUDENTS).");
        assertThat(community.join("ANNA", "STUDENTS", "S-1", "2024-03-02").isRecorded())
                .isTrue();
        assertThat(community
                        .participant("ANNA")
                        .membership("STUDENTS")
                        .orElseThrow()
                        .referenceCode())
                .isEqualTo("S-1");
    }

    @Test
    void withoutAThirdPartyNoReferenceCodeIsRight() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        assertThat(community.join("ANNA", "STUDENTS", "S-1", "2024-03-02").status())
                .isEqualTo(Outcome.Status.REFUSED);
    }

    @Test
    void aThirdPartyThatFailsChangesNothingAndTheSameEventMayComeAgain() {
        AtomicInteger calls = new AtomicInteger();
        Community community = new Community(programme(), new InMemoryStore(), (scheme, code) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("The university does not answer.");
            }
            return true;
        });
        community.register("ANNA", "2024-03-01");
        SchemeSignUp signUp = new SchemeSignUp(community.header("ANNA", "2024-03-02"), "STUDENTS", "S-1");
        assertThatThrownBy(() -> community.engine.evaluate(signUp)).hasMessage("The university does not answer.");
        assertThat(community.account("ANNA").version()).isEqualTo(1);
        assertThat(community.store.recorded(signUp.key())).isEmpty();
        assertThat(community.engine.evaluate(signUp).isRecorded()).isTrue();
        community.engine.evaluate(signUp);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aThirdPartyThatIsSlowHoldsUpNobodyElse() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Community community = new Community(programme(), new InMemoryStore(), (scheme, code) -> {
            asked.countDown();
            try {
                return answer.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        community.register("ANNA", "2024-03-01");
        List<Boolean> recorded = Threads.race(2, number -> {
            if (number == 0) {
                return community.join("ANNA", "STUDENTS", "S-1", "2024-03-02").isRecorded();
            }
            asked.await();
            boolean same = community.join("ANNA", "CLUB", "", "2024-03-02").isRecorded();
            answer.countDown();
            return same;
        });
        assertThat(recorded).containsExactly(true, true);
        assertThat(community.participant("ANNA").memberships()).containsOnlyKeys("AUTO", "CLUB", "STUDENTS");
    }

    @Test
    void anAppOffersTheSchemesThatAreOpenToSelectionAndNotYetJoined() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        community.join("ANNA", "CLUB", "", "2024-03-02");
        assertThat(community.engine.participants().schemesToChoose("ANNA"))
                .extracting(Scheme::code)
                .containsExactly("OTHER", "STUDENTS");
        assertThat(community.engine.participants().schemesToChoose("NOBODY"))
                .extracting(Scheme::code)
                .containsExactly("CLUB", "OTHER", "STUDENTS");
        assertThat(community.join("ANNA", "HIDDEN", "", "2024-03-02").isRecorded())
                .isTrue();
    }

    @Test
    void aSecondSignUpIsRefusedAndTheSameEventGetsItsFirstOutcome() {
        Community community = Community.of(programme());
        community.register("ANNA", "2024-03-01");
        SchemeSignUp signUp = new SchemeSignUp(community.header("ANNA", "2024-03-02"), "CLUB", "");
        Outcome first = community.engine.evaluate(signUp);
        assertThat(community.engine.evaluate(signUp)).isEqualTo(first);
        assertThat(problems(community.join("ANNA", "CLUB", "", "2024-03-03")))
                .containsExactly("scheme: The participant (ANNA) has already signed up to scheme (CLUB).");
    }

    @Test
    void afterASignOffTheMoneyStaysAndNothingMoreIsAwarded() {
        Community community = Community.of(programme(Community.anyPurchase("A").build()));
        community.register("ANNA", "2024-03-01");
        community.join("ANNA", "CLUB", "", "2024-03-01");
        community.buy("ANNA", "2024-03-02");
        community.leave("ANNA", "CLUB", "2024-03-03");
        Outcome after = community.buy("ANNA", "2024-03-04");
        assertThat(after.verdicts()).isEmpty();
        assertThat(after.balances().get(0).available()).isEqualTo(Shop.eur("3.00"));
        assertThat(community.participant("ANNA").formerMemberships())
                .containsExactly(
                        new SchemeMembership("CLUB", at("2024-03-01"), "U1", "", "", Optional.of(at("2024-03-03"))));
        community.join("ANNA", "CLUB", "", "2024-03-05");
        assertThat(award(community.buy("ANNA", "2024-03-05"), "A")).isEqualTo("3.00 EUR");
        assertThat(award(community.buy("ANNA", "2024-03-04"), "A")).isEqualTo("none");
    }
}
