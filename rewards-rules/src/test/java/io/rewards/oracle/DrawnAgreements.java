package io.rewards.oracle;

import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.organisation.Reduction;
import io.rewards.testkit.chance.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Agreements with the merchants of a programme: of some units and groups, saying a little each. */
public final class DrawnAgreements {

    private final Dice dice;
    private final Programme programme;

    private DrawnAgreements(Dice dice, Programme programme) {
        this.dice = dice;
        this.programme = programme;
    }

    /** The programme, half of the time with agreements. */
    public static Programme half(Dice dice, Programme programme) {
        return dice.chance(50) ? programme : of(dice, programme);
    }

    /** The programme with agreements. */
    public static Programme of(Dice dice, Programme programme) {
        DrawnAgreements drawn = new DrawnAgreements(dice, programme);
        List<Agreement> agreements = new ArrayList<>();
        programme.units().forEach(unit -> {
            if (dice.chance(50)) {
                agreements.add(Agreement.ofUnit("U-" + unit.code(), unit.code(), drawn.terms()));
            }
        });
        programme.groups().forEach(group -> {
            if (dice.chance(40)) {
                agreements.add(Agreement.ofGroup("G-" + group.code(), group.code(), drawn.terms()));
            }
        });
        agreements.replaceAll(agreement -> dice.chance(8) ? agreement.with(AgreementState.NOT_EFFECTIVE) : agreement);
        return programme.toBuilder().withAgreements(agreements).build();
    }

    private AgreementTerms terms() {
        AgreementTerms.Builder terms = AgreementTerms.builder();
        if (dice.chance(15)) {
            terms.withSchemes(
                    dice.some(programme.schemes().stream().map(Scheme::code).toList(), 2L)
                            .toArray(String[]::new));
        }
        if (dice.chance(15)) {
            terms.withClassifications(
                    dice.some(Arrays.asList(Classification.values()), 6L).toArray(Classification[]::new));
        }
        if (dice.chance(10)) {
            terms.withTypes(dice.some(
                            programme.offerTypes().stream().map(OfferType::code).toList(), 10L)
                    .toArray(String[]::new));
        }
        if (dice.chance(20)) {
            terms.withSpendMethods(
                    dice.some(Arrays.asList(SpendMethod.values()), 3L).toArray(SpendMethod[]::new));
        }
        if (dice.chance(80)) {
            terms.withContribution(Portion.of(dice.oneOf("0", "33.33", "50", "60", "100")));
        }
        if (dice.chance(40)) {
            terms.with(dice.oneOf(Reduction.values()));
        }
        return terms.withAwards(allowed(20))
                .withSpends(allowed(15))
                .withSignUps(allowed(8))
                .withPurchases(allowed(4))
                .build();
    }

    private ParticipantsAllowed allowed(int percent) {
        return new ParticipantsAllowed(said(percent), said(percent));
    }

    private Optional<Boolean> said(int percent) {
        return dice.chance(percent) ? Optional.of(dice.chance(20)) : Optional.empty();
    }
}
