package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is wrong with the agreements of a programme: two about one unit or group, rules of one code, offers in which no
 * merchant takes part, and amounts in denominations that there are not. Source: domain 7.1, 7.3, 7.5.
 */
final class AgreementCheck {

    private final Programme programme;
    private final Problems problems;
    private final Map<String, String> ofWhom = new HashMap<>();
    private final Map<String, String> ruleOf = new HashMap<>();

    AgreementCheck(Programme programme, Problems problems) {
        this.programme = programme;
        this.problems = problems;
    }

    void check() {
        programme.agreements().forEach(this::agreement);
    }

    private void agreement(Agreement agreement) {
        String path = PartKind.AGREEMENT.path(agreement.code());
        onlyOne(path + ".unit", "unit", agreement.unit(), agreement.code());
        onlyOne(path + ".group", "group", agreement.group(), agreement.code());
        agreement
                .terms()
                .classifications()
                .ifPresent(kinds -> kinds.forEach(kind -> hasPartners(path + ".classifications", kind)));
        declared(path + ".budget.amount", agreement.terms().budget().map(ContributionBudget::amount));
        for (ContributionRule rule : agreement.contributions()) {
            rule(path + ".contributions[" + rule.code() + "]", rule, agreement);
        }
    }

    private void onlyOne(String path, String what, String code, String agreement) {
        if (code.isEmpty()) {
            return;
        }
        String first = ofWhom.putIfAbsent(what + " " + code, agreement);
        problems.unless(
                first == null,
                path,
                "The " + what + " (" + code + ") has the agreement (" + first + ") already; it can have one.");
    }

    private void rule(String path, ContributionRule rule, Agreement agreement) {
        problems.unless(!rule.code().isBlank(), path + ".code", "A code must not be blank.");
        String first = ruleOf.putIfAbsent(rule.code(), agreement.code());
        problems.unless(
                first == null,
                path + ".code",
                "The code (" + rule.code() + ") belongs to a contribution rule of agreement (" + first
                        + ") already. Offers name rules by their codes, so each must be unique in the programme.");
        for (Offer offer : programme.offers()) {
            if (rule.offers().contains(offer.code())) {
                hasPartners(path + ".offers", offer.classification());
            }
        }
        declared(path + ".when.awardFrom", rule.when().awardFrom());
        declared(path + ".when.awardTo", rule.when().awardTo());
    }

    private void hasPartners(String path, Classification kind) {
        problems.unless(
                kind.hasPartners(),
                path,
                "Merchants take part in offers that wait for an event; those of " + kind + " wait for none.");
    }

    private void declared(String path, Optional<Amount> amount) {
        amount.ifPresent(given -> problems.unless(
                programme
                        .settings()
                        .denomination(given.denomination().code())
                        .filter(given.denomination()::equals)
                        .isPresent(),
                path,
                "The amount (" + given + ") is not in a denomination of the programme."));
    }
}
