package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.any;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Portion;
import io.rewards.organisation.Unit;
import io.rewards.problem.Problem;
import io.rewards.time.WeeklyTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** U1 lies in NORTH, which lies in ALL; U2 lies in ALL; U3 in nothing. */
class ContributionCheckTest {

    private static final Offer NAMED = any(1, "NAMED").build();
    private static final ContributionRule SPECIFIC =
            new ContributionRule("SPECIFIC", Portion.of("30"), Set.of("NAMED"), ContributionRule.When.ALWAYS);

    private static List<String> problems(Agreement agreement, Offer... offers) {
        List<Offer> all = new ArrayList<>(List.of(offers));
        all.add(NAMED);
        Programme programme = Programmes.with(all.toArray(Offer[]::new));
        List<Unit> units = new ArrayList<>(programme.units());
        units.add(new Unit("U3", "U3", "", Optional.empty()));
        return ProgrammeCheck.problems(
                        programme.toBuilder()
                                .withUnits(units)
                                .withAgreements(List.of(agreement))
                                .build(),
                        Unread.NOTHING)
                .stream()
                .map(Problem::toString)
                .toList();
    }

    private static Agreement ofUnit(String unit, ContributionRule... rules) {
        return Agreement.ofUnit("A", unit, AgreementTerms.UNSAID).with(rules);
    }

    private static Offer extending(Set<String> units, Set<String> groups, String... rules) {
        return any(2, "OTHER")
                .withConditions(AwardConditions.builder()
                        .withUnits(units)
                        .withGroups(groups)
                        .build())
                .withContributions(Set.of(rules))
                .build();
    }

    @Test
    void aRuleOfSpecificOffersIsExtendedToOffersThatNameItsPartnerOrAGroupAroundIt() {
        assertThat(problems(ofUnit("U1", SPECIFIC), extending(Set.of("U1"), Set.of(), "SPECIFIC")))
                .isEmpty();
        assertThat(problems(ofUnit("U1", SPECIFIC), extending(Set.of(), Set.of("ALL"), "SPECIFIC")))
                .isEmpty();
        Agreement north = Agreement.ofGroup("A", "NORTH", AgreementTerms.UNSAID).with(SPECIFIC);
        assertThat(problems(north, extending(Set.of("U1"), Set.of(), "SPECIFIC")))
                .isEmpty();
        assertThat(problems(north, extending(Set.of(), Set.of("ALL"), "SPECIFIC")))
                .isEmpty();
    }

    @Test
    void othersAreNoPartners() {
        assertThat(problems(ofUnit("U3", SPECIFIC), extending(Set.of("U1"), Set.of("NORTH"), "SPECIFIC")))
                .containsExactly(
                        "offers[OTHER].contributions: The contribution rule (SPECIFIC) is of unit (U3), which the"
                                + " conditions of the offer do not name; it has the partners units [U1] and groups [NORTH].");
        Agreement north = Agreement.ofGroup("A", "NORTH", AgreementTerms.UNSAID).with(SPECIFIC);
        assertThat(problems(north, extending(Set.of("U2"), Set.of(), "SPECIFIC")))
                .containsExactly(
                        "offers[OTHER].contributions: The contribution rule (SPECIFIC) is of group (NORTH), which"
                                + " the conditions of the offer do not name; it has the partners units [U2].");
    }

    @Test
    void anOfferForAllUnitsHasNoPartners() {
        assertThat(problems(ofUnit("U1", SPECIFIC), extending(Set.of(), Set.of(), "SPECIFIC")))
                .containsExactly(
                        "offers[OTHER].conditions: The offer names no units or groups in its conditions, so it has"
                                + " no partners whose contribution rules could be extended to it.");
    }

    @Test
    void aRuleForAllOffersIsNotExtended() {
        ContributionRule all = new ContributionRule(
                "ALL",
                Portion.of("30"),
                Set.of(),
                new ContributionRule.When(
                        ProductSelection.ofTypes("COFFEE"),
                        WeeklyTimes.ALWAYS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(problems(ofUnit("U1", all), extending(Set.of("U1"), Set.of(), "ALL")))
                .contains(
                        "offers[OTHER].contributions: The contribution rule (ALL) is for all offers already; only one that"
                                + " names offers can be extended to others.");
    }

    @Test
    void aRuleThatIsNotThereIsToldWithTheNearest() {
        assertThat(problems(ofUnit("U1", SPECIFIC), extending(Set.of("U1"), Set.of(), "SPECIFC")))
                .containsExactly(
                        "offers[OTHER].contributions: The contribution rule (SPECIFC) is in no agreement; there are"
                                + " [SPECIFIC]. Maybe you meant SPECIFIC.");
    }

    @Test
    void anOfferHasOneRuleOfEachPartner() {
        ContributionRule second =
                new ContributionRule("SECOND", Portion.of("20"), Set.of("NAMED"), ContributionRule.When.ALWAYS);
        assertThat(problems(ofUnit("U1", SPECIFIC, second), extending(Set.of("U1"), Set.of(), "SECOND", "SPECIFIC")))
                .containsExactly(
                        "offers[OTHER].contributions: The contribution rules (SECOND) and (SPECIFIC) are both of"
                                + " agreement (A); an offer has one of each partner.");
    }

    @Test
    void offersThatWaitForNoEventHaveNoPartners() {
        Offer birthday = Offer.builder(3, "B", "CLUB", "REWARD_ON_BIRTHDAY", new Terms.Birthday(), NAMED.award())
                .build();
        ContributionRule forIt = new ContributionRule("R", Portion.of("20"), Set.of("B"), ContributionRule.When.ALWAYS);
        Agreement agreement = Agreement.ofUnit(
                        "A",
                        "U1",
                        AgreementTerms.builder()
                                .withClassifications(Classification.JUST_MONEY)
                                .build())
                .with(forIt);
        assertThat(problems(agreement, birthday))
                .containsExactlyInAnyOrder(
                        "agreements[A].classifications: Merchants take part in offers that wait for an event; those of"
                                + " JUST_MONEY wait for none.",
                        "agreements[A].contributions[R].offers: Merchants take part in offers that wait for an event; those"
                                + " of REWARD_ON_BIRTHDAY wait for none.");
    }
}
