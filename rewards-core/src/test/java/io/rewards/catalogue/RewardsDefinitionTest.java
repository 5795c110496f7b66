package io.rewards.catalogue;

import static io.rewards.catalogue.Programmes.any;
import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 3.9: which types offers can be of. */
class RewardsDefinitionTest {

    private static final String REVENUE = "INCREASE_REVENUE_TRANSACTION_BASED";
    private static final Offer BASKET = any(1, "BASKET").build();
    private static final Offer GIFT = Offer.builder(
                    2, "GIFT", "CLUB", "JUST_MONEY", new Terms.JustMoney(), new Award.FixedAmount(eur("1.00")))
            .withConditions(AwardConditions.builder()
                    .withSegmentsIncluded(Set.of("VIP"))
                    .build())
            .build();

    @Test
    void itAllowsAtLeastOneType() {
        assertThatThrownBy(() -> new RewardsDefinition("NONE", "None", true, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rewards definition (NONE) must allow at least one offer type.");
    }

    @Test
    void withoutAnActiveOneAllTypesAreAllowed() {
        assertThat(problems(Programmes.with(BASKET, GIFT))).isEmpty();
        assertThat(problems(with(List.of(definition("A", false, "JUST_MONEY")), BASKET, GIFT)))
                .isEmpty();
    }

    @Test
    void whileOneIsActiveAnOfferOfAnotherTypeIsAProblem() {
        assertThat(problems(with(List.of(definition("A/1#", true, REVENUE)), BASKET, GIFT)))
                .containsExactly("offers[GIFT].type: The type (JUST_MONEY) is not one of [" + REVENUE
                        + "], which the active rewards definition (A/1#) allows.");
        assertThat(problems(with(List.of(definition("A", true, REVENUE, "JUST_MONEY")), BASKET, GIFT)))
                .isEmpty();
    }

    @Test
    void anOfferThatAwardedBeforeStaysWhateverItsType() {
        List<RewardsDefinition> gifts = List.of(definition("A", true, "JUST_MONEY"));
        assertThat(problems(with(gifts, BASKET.deactivated()))).isEmpty();
        assertThat(problems(with(
                        gifts,
                        BASKET.draft("NEW", "New").toBuilder().withNumber(1).build())))
                .hasSize(1);
        assertThat(problems(with(gifts, BASKET.deactivated().with(OfferState.PENDING_APPROVAL))))
                .hasSize(1);
    }

    @Test
    void atMostOneIsActive() {
        assertThat(problems(with(List.of(
                        definition("A", true, REVENUE),
                        definition("B", false, REVENUE),
                        definition("C", true, REVENUE)))))
                .containsExactly(
                        "rewardsDefinitions[C].active: The rewards definition (A) is active already; at most one can be.");
    }

    @Test
    void namesAndCodesAreUniqueAndTypesAreThere() {
        RewardsDefinition first = definition("A", true, REVENUE);
        assertThat(problems(with(List.of(
                        first,
                        new RewardsDefinition("B", "A", false, Set.of(REVENUE)),
                        new RewardsDefinition("A", "C", false, Set.of("DONATIONS"))))))
                .hasSize(3)
                .contains("rewardsDefinitions[A]: The code (A) is used twice.")
                .contains("rewardsDefinitions[B].name: The name (A) already belongs to rewards definition (A).")
                .anyMatch(text -> text.startsWith(
                        "rewardsDefinitions[A].types: The offer type (DONATIONS) is not in the programme"));
    }

    @Test
    void anUnknownTypeIsToldOnce() {
        assertThat(problems(with(
                        List.of(definition("A", true, REVENUE)),
                        any(1, "X").withType("NONE").build())))
                .singleElement()
                .asString()
                .startsWith("offers[X].type: The offer type (NONE) is not in the programme");
    }

    private static RewardsDefinition definition(String code, boolean active, String... types) {
        return new RewardsDefinition(code, code, active, Set.of(types));
    }

    private static Programme with(List<RewardsDefinition> definitions, Offer... offers) {
        return Programmes.with(offers).toBuilder()
                .withRewardsDefinitions(definitions)
                .build();
    }

    private static List<String> problems(Programme programme) {
        return ProgrammeCheck.problems(programme, Unread.NOTHING).stream()
                .map(Problem::toString)
                .toList();
    }
}
