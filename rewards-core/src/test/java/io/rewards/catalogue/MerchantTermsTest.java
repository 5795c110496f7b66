package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Portion;
import io.rewards.organisation.Reduction;
import io.rewards.organisation.SettlementTerms;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantTermsTest {

    private static final AgreementTerms SIXTY =
            AgreementTerms.builder().withContribution("60").build();

    /** U1 lies in NORTH, which lies in ALL; U2 lies in ALL. */
    private static Optional<MerchantTerms> at(String unit, Agreement... agreements) {
        return Catalogue.of(Programmes.with().toBuilder()
                        .withAgreements(List.of(agreements))
                        .build())
                .merchant(unit);
    }

    @Test
    void withoutAnAgreementNothingIsAgreed() {
        assertThat(at("U1")).isEmpty();
        assertThat(at("U2", Agreement.ofGroup("N", "NORTH", SIXTY))).isEmpty();
        assertThat(at("NOWHERE", Agreement.ofGroup("N", "NORTH", SIXTY))).isEmpty();
    }

    @Test
    void whatNobodySaysIsTheUsual() {
        MerchantTerms terms =
                at("U1", Agreement.ofUnit("A", "U1", AgreementTerms.UNSAID)).orElseThrow();
        assertThat(terms.isEffective()).isTrue();
        assertThat(terms.value(AgreementField.CONTRIBUTION)).isEqualTo(Portion.ALL);
        assertThat(terms.value(AgreementField.AUTOMATIC_SPENDING)).isFalse();
        assertThat(terms.value(AgreementField.REDUCTION)).isEqualTo(Reduction.FRONT_END);
        assertThat(terms.value(AgreementField.BUDGET)).isEmpty();
        assertThat(terms.settlement()).isEqualTo(SettlementTerms.NONE);
        assertThat(terms.allows(AgreementField.SCHEMES, "ANY")).isTrue();
        assertThat(terms.source(AgreementField.CONTRIBUTION)).isEmpty();
    }

    @Test
    void theUnitOverridesItsGroupsFieldByFieldAndTheNearestGroupComesFirst() {
        Agreement unit = Agreement.ofUnit(
                "U", "U1", AgreementTerms.builder().with(Reduction.BACK_END).build());
        Agreement north = Agreement.ofGroup(
                "N",
                "NORTH",
                AgreementTerms.builder()
                        .withSchemes("CLUB")
                        .withContribution("30")
                        .build());
        Agreement all = Agreement.ofGroup(
                "ALL",
                "ALL",
                AgreementTerms.builder()
                        .withContribution("60")
                        .with(Reduction.FRONT_END)
                        .with(new ContributionBudget(eur("5.00"), Optional.empty()))
                        .build());
        MerchantTerms terms = at("U1", all, north, unit).orElseThrow();
        assertThat(terms.agreements()).containsExactly(unit, north, all);
        assertThat(terms.value(AgreementField.REDUCTION)).isEqualTo(Reduction.BACK_END);
        assertThat(terms.value(AgreementField.CONTRIBUTION)).isEqualTo(Portion.of("30"));
        assertThat(terms.source(AgreementField.CONTRIBUTION)).contains(north);
        assertThat(terms.value(AgreementField.BUDGET))
                .map(ContributionBudget::amount)
                .contains(eur("5.00"));
        assertThat(terms.allows(AgreementField.SCHEMES, "OTHER")).isFalse();
        assertThat(at("U2", all, north, unit).orElseThrow().agreements()).containsExactly(all);
    }

    @Test
    void anEmptyListThatIsSaidAllowsEverythingWhateverTheGroupSays() {
        Agreement north = Agreement.ofGroup(
                "N", "NORTH", AgreementTerms.builder().withSchemes("CLUB").build());
        Agreement unit = Agreement.ofUnit(
                "U", "U1", AgreementTerms.builder().withSchemes().build());
        assertThat(at("U1", north, unit).orElseThrow().allows(AgreementField.SCHEMES, "OTHER"))
                .isTrue();
    }

    @Test
    void aGroupAgreementThatIsNotEffectiveIsAsIfItWereNotAndThatOfAUnitStopsItWhateverTheGroupSays() {
        Agreement north = Agreement.ofGroup("N", "NORTH", SIXTY);
        Agreement stopped = Agreement.ofUnit("U", "U1", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE);
        assertThat(at("U1", north.with(AgreementState.NOT_EFFECTIVE))).isEmpty();
        MerchantTerms terms = at("U1", north, stopped).orElseThrow();
        assertThat(terms.isEffective()).isFalse();
        assertThat(terms.value(AgreementField.CONTRIBUTION)).isEqualTo(Portion.of("60"));
    }

    @Test
    void ownAreThoseWhoRegisteredInTheUnitsGroupAtAnyDepth() {
        Programme programme = Programmes.with().toBuilder()
                .withUnits(List.of(
                        new Unit("U1", "U1", "NORTH", Optional.empty()),
                        new Unit("U2", "U2", "ALL", Optional.empty()),
                        new Unit("ALONE", "ALONE", "", Optional.empty()),
                        new Unit("U3", "U3", "NORTH", Optional.empty())))
                .build();
        Catalogue catalogue = Catalogue.of(programme);
        assertThat(catalogue.isOwn("U1", "U1")).isTrue();
        assertThat(catalogue.isOwn("U1", "U3")).isTrue();
        assertThat(catalogue.isOwn("U1", "U2")).isFalse();
        assertThat(catalogue.isOwn("U2", "U1")).isTrue();
        assertThat(catalogue.isOwn("ALONE", "ALONE")).isTrue();
        assertThat(catalogue.isOwn("ALONE", "U1")).isFalse();
        assertThat(catalogue.isOwn("U1", "ALONE")).isFalse();
        assertThat(catalogue.isOwn("U1", "GONE")).isFalse();
    }

    /** Every field of every unit, worked out by walking up from the unit each time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fieldByFieldIsWhatANaiveWalkUpTheGroupsFinds(long seed) {
        Random random = new Random(seed);
        List<UnitGroup> groups = IntStream.range(0, 6)
                .mapToObj(i ->
                        new UnitGroup("G" + i, "", i == 0 || random.nextInt(4) == 0 ? "" : "G" + random.nextInt(i)))
                .toList();
        List<Unit> units = IntStream.range(0, 6)
                .mapToObj(i ->
                        new Unit("U" + i, "", random.nextInt(5) == 0 ? "" : "G" + random.nextInt(6), Optional.empty()))
                .toList();
        List<Agreement> agreements = new ArrayList<>();
        units.stream()
                .filter(unit -> random.nextBoolean())
                .forEach(unit -> agreements.add(Agreement.ofUnit("OF " + unit.code(), unit.code(), some(random))
                        .with(state(random))));
        groups.stream()
                .filter(group -> random.nextBoolean())
                .forEach(group -> agreements.add(Agreement.ofGroup("OF " + group.code(), group.code(), some(random))
                        .with(state(random))));
        Catalogue catalogue = Catalogue.of(Programmes.with().toBuilder()
                .withGroups(groups)
                .withUnits(units)
                .withAgreements(agreements)
                .build());
        for (Unit unit : units) {
            Map<String, Object> naive = naive(unit, groups, agreements);
            Map<String, Object> found = new HashMap<>();
            catalogue.merchant(unit.code()).ifPresent(terms -> {
                found.put("effective", terms.isEffective());
                found.put("contribution", terms.value(AgreementField.CONTRIBUTION));
                found.put("reduction", terms.value(AgreementField.REDUCTION));
                found.put("others", terms.value(AgreementField.AWARDS_OTHERS));
                found.put("methods", terms.value(AgreementField.SPEND_METHODS));
            });
            assertThat(found).as(unit + " of " + agreements).isEqualTo(naive);
        }
    }

    private static AgreementState state(Random random) {
        return random.nextInt(3) == 0 ? AgreementState.NOT_EFFECTIVE : AgreementState.EFFECTIVE;
    }

    private static AgreementTerms some(Random random) {
        AgreementTerms.Builder terms = AgreementTerms.builder();
        if (random.nextBoolean()) {
            terms.withContribution(Portion.of(Integer.toString(random.nextInt(101))));
        }
        if (random.nextBoolean()) {
            terms.with(random.nextBoolean() ? Reduction.FRONT_END : Reduction.BACK_END);
        }
        if (random.nextBoolean()) {
            terms.withAwards(new ParticipantsAllowed(Optional.empty(), Optional.of(random.nextBoolean())));
        }
        if (random.nextBoolean()) {
            terms.withSpendMethods(
                    random.nextBoolean() ? new SpendMethod[0] : new SpendMethod[] {SpendMethod.SPEND_INSTANTLY});
        }
        return terms.build();
    }

    private static Map<String, Object> naive(Unit unit, List<UnitGroup> groups, List<Agreement> agreements) {
        Map<String, Object> said = new HashMap<>();
        boolean any = false;
        boolean effective = true;
        for (Agreement each : agreements) {
            if (each.unit().equals(unit.code())) {
                any = true;
                effective = each.state() == AgreementState.EFFECTIVE;
                note(said, each.terms());
            }
        }
        String at = unit.group();
        while (!at.isEmpty()) {
            for (Agreement each : agreements) {
                if (each.group().equals(at) && each.state() == AgreementState.EFFECTIVE) {
                    any = true;
                    note(said, each.terms());
                }
            }
            String here = at;
            at = groups.stream()
                    .filter(group -> group.code().equals(here))
                    .findFirst()
                    .orElseThrow()
                    .parent();
        }
        if (!any) {
            return Map.of();
        }
        said.put("effective", effective);
        said.putIfAbsent("contribution", Portion.ALL);
        said.putIfAbsent("reduction", Reduction.FRONT_END);
        said.putIfAbsent("others", true);
        said.putIfAbsent("methods", java.util.Set.of());
        return said;
    }

    private static void note(Map<String, Object> said, AgreementTerms terms) {
        terms.contribution().ifPresent(value -> said.putIfAbsent("contribution", value));
        terms.reduction().ifPresent(value -> said.putIfAbsent("reduction", value));
        terms.awards().others().ifPresent(value -> said.putIfAbsent("others", value));
        terms.spendMethods().ifPresent(value -> said.putIfAbsent("methods", value));
    }
}
