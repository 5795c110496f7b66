package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.ledger.AccountKind;
import io.rewards.organisation.Reduction;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.run.RunKey;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is spent without being asked, at the till and in runs. Domain 4.4, 6.2, 12.1 Q35. */
class AutomaticSpendingTest {

    private static final AgreementTerms ALLOWED =
            Shop.givingNothing().withAutomaticSpending(true).build();
    private static final AutomaticSpending RULE = new AutomaticSpending(
            true,
            Optional.of(eur("10.00")),
            Optional.of(eur("5.00")),
            Optional.of(eur("12.00")),
            Set.of(),
            Optional.empty());
    private static final RunDefinition ALL = RunDefinition.ofEverything("ALL");

    private static Profile with(AutomaticSpending rule) {
        return Profile.EMPTY.withPreferences(new Preferences("", "BANK", Consent.NOT_GIVEN, Consent.NOT_GIVEN, rule));
    }

    /** Awarded for a laptop, and spent without the participant being asked. */
    private static Offer automatic(String amount) {
        return offer("A", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed(amount))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build())
                .withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY)
                .build();
    }

    /** A wallet with this much of an offer that is spent automatically, and this much of its own. */
    private static Purse purse(AgreementTerms unit, AutomaticSpending rule, String ofOffer, String own) {
        Purse purse = Purse.at(unit, with(rule), automatic(ofOffer));
        purse.engine.evaluate(new SpendBlockingChanged(purse.header("2024-02-01"), true));
        purse.buy("2024-02-02", line("laptop", 1, "100.00"));
        purse.engine.evaluate(new SpendBlockingChanged(purse.header("2024-02-03"), false));
        if (!own.isEmpty()) {
            purse.topUp("2024-02-04", own);
        }
        return purse;
    }

    private static String spent(Purse purse, String price) {
        return purse.buy("2024-03-05", price)
                .spend()
                .map(SpendResult::actual)
                .map(Amount::toString)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        // the participant's own rule allows 12.00 at most: the money of the offer is within it
        "7.00, 11.00, 40.00, 12.00 EUR",
        // more than the rule allows, all of it money of the offer
        "20.00, 11.00, 40.00, 20.00 EUR",
        "12.01, 11.00, 40.00, 12.01 EUR",
        // the balance is below the least, and the money of the offer is spent all the same
        "5.00, 4.99, 40.00, 5.00 EUR",
        // the purchase is below the least, and the money of the offer is spent all the same
        "7.00, 11.00, 4.00, 4.00 EUR",
    })
    void moneyOfSuchAnOfferIsSpentWhateverTheOwnRuleRefuses(String ofOffer, String own, String price, String spent) {
        assertThat(spent(purse(ALLOWED, RULE, ofOffer, own), price)).isEqualTo(spent);
    }

    @Test
    void whereTheOwnRuleRefusesSomethingMoneyOfSuchOffersGoesFirst() {
        Purse purse = purse(ALLOWED, RULE, "7.00", "11.00");
        spent(purse, "40.00");
        assertThat(purse.left("A")).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("6.00 EUR");
    }

    @Test
    void moneyOfSuchAnOfferIsNotSpentWhereSpendingIsBlockedOrTheUnitDoesNotAllowIt() {
        Purse blocked = purse(ALLOWED, RULE, "7.00", "11.00");
        blocked.engine.evaluate(new SpendBlockingChanged(blocked.header("2024-03-01"), true));
        assertThat(spent(blocked, "40.00")).isEqualTo("none");
        assertThat(spent(purse(AgreementTerms.UNSAID, RULE, "7.00", "11.00"), "40.00"))
                .isEqualTo("none");
    }

    @Test
    void whoAllowedLessSpendsNoLessThanWhoNeverAnswered() {
        assertThat(spent(purse(ALLOWED, AutomaticSpending.OFF, "20.00", "11.00"), "40.00"))
                .isEqualTo("20.00 EUR");
        AutomaticSpending elsewhere = new AutomaticSpending(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Set.of("U2"), Optional.empty());
        assertThat(spent(purse(ALLOWED, elsewhere, "20.00", "11.00"), "40.00")).isEqualTo("20.00 EUR");
    }

    private static Outcome queue(Purse purse, String price) {
        return purse.engine.evaluate(Purchase.of(purse.header("2024-03-05").queued(), Shop.thing(price)));
    }

    @ParameterizedTest
    @CsvSource({"18.00, 40.00, 12.00 EUR", "18.00, 4.99, 0.00 EUR", "9.99, 40.00, 0.00 EUR"})
    void aPurchaseDecidedInARunSpendsAsTheParticipantAllows(String balance, String price, String spent) {
        Purse purse = Purse.at(ALLOWED, with(RULE), automatic("1.00"));
        purse.topUp("2024-03-01", balance);
        queue(purse, price);
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
        purse.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo(spent);
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void whatARunSpendsIsRefundedBecauseTheTillHasClosed() {
        Purse purse = Purse.at(
                Shop.givingNothing()
                        .withAutomaticSpending(true)
                        .with(Reduction.FRONT_END)
                        .build(),
                with(RULE),
                automatic("1.00"));
        purse.topUp("2024-03-01", "18.00");
        Outcome sale = queue(purse, "40.00");
        purse.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        Outcome decided = purse.store.recorded(runOf(sale)).orElseThrow().outcome();
        assertThat(decided.spend().orElseThrow().reduction()).isEqualTo(Reduction.BACK_END);
        assertThat(decided.spend().orElseThrow().how()).isEqualTo(SpendResult.How.AUTOMATICALLY);
        assertThat(decided.payable()).contains(eur("40.00"));
        assertThat(decided.backEnd()).contains(eur("12.00"));
    }

    private static EventKey runOf(Outcome sale) {
        return new RunKey.Waiting(Shop.at("2024-03-06"), "ALL", sale.event()).event();
    }

    @Test
    void aRunSpendsAsTheUnitAndTheOffersAllow() {
        Purse offers = purse(ALLOWED, AutomaticSpending.OFF, "7.00", "11.00");
        queue(offers, "40.00");
        offers.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        assertThat(offers.balance(AccountKind.REIMBURSEMENT)).isEqualTo("7.00 EUR");
        Purse unit = purse(AgreementTerms.UNSAID, RULE, "7.00", "11.00");
        queue(unit, "40.00");
        unit.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        assertThat(unit.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
        Purse blocked = purse(ALLOWED, RULE, "7.00", "11.00");
        queue(blocked, "40.00");
        blocked.engine.evaluate(new SpendBlockingChanged(blocked.header("2024-03-06"), true));
        blocked.engine.runs().run(ALL, Shop.at("2024-03-07"), RunListener.NONE);
        assertThat(blocked.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
    }

    @Test
    void aPurchaseThatSeveralRunsLookAtSpendsOnce() {
        Offer forVips = offer("V", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withMaximumUnprocessed(Shop.days(10))
                        .withSegmentsIncluded(Set.of("VIP"))
                        .build())
                .build();
        Purse purse = Purse.at(ALLOWED, with(RULE), forVips);
        purse.topUp("2024-03-01", "30.00");
        queue(purse, "40.00");
        for (String day : new String[] {"2024-03-06", "2024-03-07", "2024-03-30"}) {
            purse.engine.runs().run(ALL, Shop.at(day), RunListener.NONE);
            assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("12.00 EUR");
        }
    }

    @Test
    void aPurchaseThatARunFoundNoMoneyForSpendsNothingOfWhatComesLater() {
        Offer forVips = offer("V", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withMaximumUnprocessed(Shop.days(10))
                        .withSegmentsIncluded(Set.of("VIP"))
                        .build())
                .build();
        Purse purse = Purse.at(ALLOWED, with(RULE), forVips);
        purse.topUp("2024-03-01", "9.99");
        queue(purse, "40.00");
        purse.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        purse.topUp("2024-03-02", "20.00");
        purse.engine.runs().run(ALL, Shop.at("2024-03-07"), RunListener.NONE);
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("0.00 EUR");
    }

    @Test
    void aPurchaseDecidedAtTheTillDoesNotSpendAgainInARun() {
        Offer inRuns = offer("R", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed("1.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        Purse purse = Purse.at(ALLOWED, with(RULE), inRuns);
        purse.topUp("2024-03-01", "30.00");
        assertThat(spent(purse, "40.00")).isEqualTo("12.00 EUR");
        purse.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("12.00 EUR");
    }

    @Test
    void aPreviewOfARunTellsWhatItWouldSpend() {
        Purse purse = Purse.at(ALLOWED, with(RULE), automatic("1.00"));
        purse.topUp("2024-03-01", "18.00");
        queue(purse, "40.00");
        RunReport preview = purse.engine.runs().previewRun(ALL, Shop.at("2024-03-06"), RunListener.NONE);
        assertThat(purse.engine.runs().run(ALL, Shop.at("2024-03-06"), RunListener.NONE))
                .isEqualTo(preview);
    }
}
