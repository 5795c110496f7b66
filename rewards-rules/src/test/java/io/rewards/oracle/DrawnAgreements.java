package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Reduction;
import io.rewards.testkit.chance.Dice;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agreements with the merchants of a programme: of some units and groups, saying a little each. */
public final class DrawnAgreements {

    private static final List<Classification> PARTNERS = Arrays.stream(Classification.values())
            .filter(Classification::hasPartners)
            .toList();

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
            if (dice.chance(40)) {
                agreements.add(Agreement.ofUnit("U-" + unit.code(), unit.code(), drawn.terms()));
            }
        });
        programme.groups().forEach(group -> {
            if (dice.chance(60)) {
                agreements.add(Agreement.ofGroup("G-" + group.code(), group.code(), drawn.terms()));
            }
        });
        agreements.replaceAll(agreement -> agreement.with(drawn.rules(agreement.code())));
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
            terms.withClassifications(dice.some(PARTNERS, 6L).toArray(Classification[]::new));
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
        if (dice.chance(60)) {
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

    private ContributionRule[] rules(String agreement) {
        List<ContributionRule> rules = new ArrayList<>();
        List<String> offers = programme.offers().stream()
                .filter(offer -> offer.classification().hasPartners())
                .map(Offer::code)
                .toList();
        int count = dice.chance(50) ? 0 : dice.below(5);
        for (int i = 0; i < count; i++) {
            Set<String> named = offers.isEmpty() || dice.chance(50) ? Set.of() : dice.some(offers, 4L);
            ContributionRule.When when = named.isEmpty() || dice.chance(60) ? when() : ContributionRule.When.ALWAYS;
            if (!named.isEmpty() || !when.isAlways()) {
                rules.add(new ContributionRule(
                        agreement + "-" + i, Portion.of(dice.oneOf("0", "10", "12.5", "90")), named, when));
            }
        }
        return rules.toArray(ContributionRule[]::new);
    }

    private ContributionRule.When when() {
        List<String> types =
                programme.productTypes().stream().map(ProductType::code).toList();
        Denomination currency = programme.settings().currency();
        long least = dice.between(0L, 300);
        return new ContributionRule.When(
                dice.chance(30)
                        ? ProductSelection.ofTypes(dice.oneOf(types.toArray(String[]::new)))
                        : ProductSelection.ALL,
                dice.chance(30)
                        ? new WeeklyTimes(dice.some(List.of(DayOfWeek.values()), 4L), List.of())
                        : WeeklyTimes.ALWAYS,
                dice.chance(30) ? Optional.of(dice.oneOf(ContributionRule.Whose.values())) : Optional.empty(),
                dice.chance(25) ? Optional.of(new Amount(currency, least)) : Optional.empty(),
                dice.chance(25) ? Optional.of(new Amount(currency, least + dice.between(0L, 500))) : Optional.empty());
    }

    private ParticipantsAllowed allowed(int percent) {
        return new ParticipantsAllowed(said(percent), said(percent));
    }

    private Optional<Boolean> said(int percent) {
        return dice.chance(percent) ? Optional.of(dice.chance(20)) : Optional.empty();
    }
}
