package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.ContributionRule;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Contribution;
import io.rewards.decision.Contribution.Basis;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Profile;
import io.rewards.store.InMemoryStore;
import io.rewards.time.DayHours;
import io.rewards.time.WeeklyTimes;
import io.rewards.time.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What merchants give to awards, and why. Domain 7.3, 7.5. */
class ContributionTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final String FRIDAY_NIGHT = "2024-03-08T23:00";

    private InMemoryStore store = new InMemoryStore();
    private RewardsEngine engine;
    private int events;

    private static Offer award(String amount) {
        return offer("A", ANY, fixed(amount)).build();
    }

    /** P1 registered at U1, which lies in NICOSIA in CYPRUS; P2 at LONDON. */
    private void shop(List<Agreement> agreements, Offer... offers) {
        Programme programme = Shop.programme(Shop.settings(), offers).toBuilder()
                .withAgreements(agreements)
                .build();
        store = new InMemoryStore();
        engine = RewardsEngine.builder(programme, store, () -> Shop.at("2030-01-01"))
                .withRules(Shop.RULES)
                .build();
        for (String participant : List.of("P1", "P2")) {
            String unit = participant.equals("P1") ? "U1" : "LONDON";
            send(new ParticipantRegistered(header(participant, unit, "2000-01-01"), Profile.EMPTY));
            send(new SchemeSignUp(header(participant, "LONDON", "2000-01-01"), "CLUB", ""));
        }
    }

    private static Agreement ofUnit(String contribution) {
        return Agreement.ofUnit("LEDRA", "U1", giving(contribution));
    }

    private static AgreementTerms giving(String contribution) {
        return AgreementTerms.builder().withContribution(contribution).build();
    }

    private static ContributionRule rule(String code, String percentage, String... offers) {
        return new ContributionRule(code, Portion.of(percentage), Set.of(offers), ContributionRule.When.ALWAYS);
    }

    private static ContributionRule when(String code, String percentage, ContributionRule.When when, String... offers) {
        return new ContributionRule(code, Portion.of(percentage), Set.of(offers), when);
    }

    private static ContributionRule.When own(ContributionRule.Whose whose) {
        return new ContributionRule.When(
                ProductSelection.ALL, WeeklyTimes.ALWAYS, Optional.of(whose), Optional.empty(), Optional.empty());
    }

    private static ContributionRule.When award(Optional<Amount> from, Optional<Amount> to) {
        return new ContributionRule.When(ProductSelection.ALL, WeeklyTimes.ALWAYS, Optional.empty(), from, to);
    }

    private EventHeader header(String participant, String unit, String time) {
        events++;
        return EventHeader.of("E" + events, participant, unit, Shop.at(time)).receivedOn(Shop.at(time));
    }

    private Outcome send(CustomerEvent event) {
        Outcome outcome = engine.evaluate(event);
        assertThat(outcome.problems()).isEmpty();
        return outcome;
    }

    private Outcome buy(String participant, String time, PurchaseLine... lines) {
        return send(Purchase.of(header(participant, "U1", time), lines));
    }

    private Outcome buy() {
        return buy("P1", FRIDAY_NIGHT, Shop.thing("100.00"));
    }

    private static Optional<Contribution> contribution(Outcome outcome, String offer) {
        return outcome.granted()
                .filter(granted -> granted.offer().equals(offer))
                .findFirst()
                .flatMap(Verdict.Granted::contribution);
    }

    private static String given(Outcome outcome) {
        return contribution(outcome, "A")
                .map(given -> given.amount() + " " + given.rule() + " " + given.basis())
                .orElse("nothing agreed");
    }

    private List<String> booked(TransactionKind kind) {
        return store.records("P1").orElseThrow().journal().entries().stream()
                .map(JournalEntry::transaction)
                .filter(transaction -> transaction.kind() == kind)
                .map(Transaction::amount)
                .map(Amount::toString)
                .toList();
    }

    private String positions() {
        return store.records("P1")
                .orElseThrow()
                .journal()
                .balances()
                .merchants()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"33.33, 10.00, 3.33", "33.33, 0.01, 0.00", "50, 0.05, 0.03", "60, 10.00, 6.00", "100, 3.33, 3.33"})
    void theContributionIsRoundedAndTheRestIsTheOwners(String percentage, String amount, String given) {
        shop(List.of(ofUnit(percentage)), award(amount));
        Outcome bought = buy();
        assertThat(contribution(bought, "A").orElseThrow().amount()).isEqualTo(eur(given));
        assertThat(booked(TransactionKind.AWARD)).containsExactly(amount + " EUR");
        assertThat(booked(TransactionKind.CONTRIBUTION))
                .isEqualTo(eur(given).isZero() ? List.of() : List.of(given + " EUR"));
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void withoutAnAgreementTheOwnerGivesAllAndUnderOneTheMerchantUnlessSomebodySaysLess() {
        shop(List.of(), award("10.00"));
        assertThat(given(buy())).isEqualTo("nothing agreed");
        shop(List.of(Agreement.ofUnit("LEDRA", "U1", AgreementTerms.UNSAID)), award("10.00"));
        assertThat(given(buy())).isEqualTo("10.00 EUR  EVERYTHING");
    }

    @Test
    void aCapCutsTheAwardAndTheContributionIsOfWhatIsLeft() {
        Offer capped = offer("A", ANY, fixed("10.00"))
                .withCaps(Cap.ofAmount(Cap.Of.PARTICIPANT, eur("5.00")))
                .build();
        shop(List.of(ofUnit("33.33")), capped);
        assertThat(given(buy())).isEqualTo("1.67 EUR  CONTRIBUTION_OF_THE_UNIT");
        assertThat(booked(TransactionKind.CONTRIBUTION)).containsExactly("1.67 EUR");
    }

    @Test
    void halfBackAndTheOtherHalfIsNeverMoreThanWasGiven() {
        Offer five = offer("A", ANY, new Award.PercentageOfPurchase(Percentage.of("0.5")))
                .build();
        shop(List.of(ofUnit("50")), five);
        Outcome bought = buy("P1", FRIDAY_NIGHT, new PurchaseLine[] {line("case", 2, "10.00")});
        assertThat(given(bought)).startsWith("0.03 EUR");
        for (int piece = 0; piece < 2; piece++) {
            send(GoodsReturn.of(header("P1", "U1", "2024-03-09"), new ReturnedLine(bought.event(), "case", 1)));
        }
        assertThat(engine.ledger().verify().problems()).isEmpty();
        assertThat(store.records("P1").orElseThrow().journal().balances().merchants())
                .isEmpty();
    }

    @Test
    void threePiecesBackOneByOneTakeTwoEurosEachOfTheMerchantsSix() {
        Offer tenPercent = offer("A", ANY, new Award.PercentageOfPurchase(Percentage.of("10")))
                .build();
        shop(List.of(ofUnit("60")), tenPercent);
        Outcome bought = buy("P1", FRIDAY_NIGHT, line("case", 3, "100.00"));
        assertThat(given(bought)).startsWith("6.00 EUR");
        List<String> awards = new ArrayList<>();
        List<String> contributions = new ArrayList<>();
        for (int piece = 0; piece < 3; piece++) {
            Outcome back =
                    send(GoodsReturn.of(header("P1", "U1", "2024-03-09"), new ReturnedLine(bought.event(), "case", 1)));
            for (Transaction each : back.transactions()) {
                boolean merchants = each.to().party().id().equals("U1");
                (merchants ? contributions : awards).add(each.amount().toString());
            }
        }
        assertThat(awards).containsExactly("3.33 EUR", "3.34 EUR", "3.33 EUR");
        assertThat(contributions).containsExactly("2.00 EUR", "2.00 EUR", "2.00 EUR");
    }

    @Test
    void theWorkedExampleOfPositions() {
        Programme programme = Shop.programme(
                        Shop.settings(),
                        offer("A", ANY, fixed("10.00"))
                                .withConditions(AwardConditions.builder()
                                        .withUnits(Set.of("U1"))
                                        .build())
                                .build(),
                        offer("B", ANY, fixed("3.33"))
                                .withConditions(AwardConditions.builder()
                                        .withUnits(Set.of("U2"))
                                        .build())
                                .build())
                .toBuilder()
                .withAgreements(List.of(ofUnit("60"), Agreement.ofUnit("LIMASSOL", "U2", AgreementTerms.UNSAID)))
                .build();
        shop(programme.agreements(), programme.offers().toArray(Offer[]::new));
        buy("P1", FRIDAY_NIGHT, Shop.thing("100.00"));
        Outcome atB = send(Purchase.of(header("P1", "U2", "2024-03-09"), Shop.thing("50.00")));
        send(new SpendRequested(header("P1", "U2", "2024-03-09"), atB.event(), SpendWish.of(eur("7.00"))));
        assertThat(positions())
                .contains("U1")
                .contains("-6.00 EUR")
                .contains("-3.33 EUR")
                .contains("7.00 EUR");
    }

    @Test
    void anInstantDiscountAtTheMerchantThatAwardsLeavesTheOwnersPart() {
        Offer instant = offer("A", ANY, fixed("10.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                .build();
        shop(List.of(ofUnit("60")), instant);
        buy();
        assertThat(booked(TransactionKind.CONTRIBUTION)).containsExactly("6.00 EUR");
        assertThat(booked(TransactionKind.SPEND)).containsExactly("10.00 EUR");
    }

    @Test
    void theRanksGoByHowSpecificTheyAreAndByUnitBeforeGroup() {
        Agreement cyprus = Agreement.ofGroup("CYPRUS", "CYPRUS", giving("7"))
                .with(when("C-ALL", "8", own(ContributionRule.Whose.OWN)));
        Agreement nicosia = Agreement.ofGroup("NICOSIA", "NICOSIA", giving("6"))
                .with(
                        rule("N-FOR-A", "3", "A"),
                        when("N-FOR-A-OWN", "2", own(ContributionRule.Whose.OWN), "A"),
                        when("N-ALL", "5", own(ContributionRule.Whose.OWN)));
        Agreement ledra = ofUnit("4").with(when("U-ALL", "1", own(ContributionRule.Whose.OWN)));
        List<String> found = new ArrayList<>();
        List<Agreement> all = new ArrayList<>(List.of(ledra, nicosia, cyprus));
        found.add(decided(all));
        all.set(
                1,
                nicosia.with(rule("N-FOR-A", "3", "A"), nicosia.contributions().get(0)));
        found.add(decided(all));
        all.set(1, nicosia.with(nicosia.contributions().get(0)));
        found.add(decided(all));
        all.set(0, ofUnit("4"));
        found.add(decided(all));
        all.remove(0);
        found.add(decided(all));
        all.set(0, Agreement.ofGroup("NICOSIA", "NICOSIA", giving("6")));
        found.add(decided(all));
        all.remove(0);
        found.add(decided(all));
        all.set(0, Agreement.ofGroup("CYPRUS", "CYPRUS", giving("7")));
        found.add(decided(all));
        all.set(0, Agreement.ofGroup("CYPRUS", "CYPRUS", AgreementTerms.UNSAID));
        found.add(decided(all));
        assertThat(found)
                .containsExactly(
                        "0.20 EUR N-FOR-A-OWN RULE_FOR_THE_OFFER_WITH_CONDITIONS",
                        "0.30 EUR N-FOR-A RULE_FOR_THE_OFFER",
                        "0.10 EUR U-ALL RULE_OF_THE_UNIT",
                        "0.40 EUR  CONTRIBUTION_OF_THE_UNIT",
                        "0.50 EUR N-ALL RULE_OF_THE_GROUP",
                        "0.60 EUR  CONTRIBUTION_OF_THE_GROUP",
                        "0.80 EUR C-ALL RULE_OF_THE_GROUP",
                        "0.70 EUR  CONTRIBUTION_OF_THE_GROUP",
                        "10.00 EUR  EVERYTHING");
    }

    private String decided(List<Agreement> agreements) {
        shop(agreements, award("10.00"));
        return given(buy());
    }

    @Test
    void aRuleOfTheUnitForTheOfferComesBeforeOneOfTheGroup() {
        Agreement nicosia = Agreement.ofGroup("NICOSIA", "NICOSIA", giving("6")).with(rule("N", "50", "A"));
        assertThat(decided(List.of(nicosia, ofUnit("4").with(rule("U", "20", "A")))))
                .isEqualTo("2.00 EUR U RULE_FOR_THE_OFFER");
    }

    @Test
    void ofTwoRulesOfOneRankTheHigherPercentageCountsThenTheFirstByCode() {
        assertThat(decided(List.of(ofUnit("4").with(rule("LESS", "20", "A"), rule("MORE", "30", "A")))))
                .isEqualTo("3.00 EUR MORE RULE_FOR_THE_OFFER");
        assertThat(decided(List.of(ofUnit("4").with(rule("Z", "30", "A"), rule("B", "30", "A")))))
                .isEqualTo("3.00 EUR B RULE_FOR_THE_OFFER");
    }

    @Test
    void aRuleForAnotherOfferIsNotForThis() {
        shop(
                List.of(ofUnit("4").with(rule("R", "20", "B"))),
                award("10.00"),
                offer("B", ANY, fixed("1.00"))
                        .withConditions(AwardConditions.builder()
                                .withUnits(Set.of("U2"))
                                .build())
                        .build());
        assertThat(given(buy())).isEqualTo("0.40 EUR  CONTRIBUTION_OF_THE_UNIT");
    }

    @Test
    void anOfferCanExtendARuleOfItsPartnerToItself() {
        Offer other = offer("A", ANY, fixed("10.00"))
                .withConditions(
                        AwardConditions.builder().withGroups(Set.of("CYPRUS")).build())
                .withContributions(Set.of("R"))
                .build();
        shop(
                List.of(ofUnit("4").with(rule("R", "20", "B"))),
                other,
                offer("B", ANY, fixed("1.00")).build());
        assertThat(given(buy())).isEqualTo("2.00 EUR R RULE_FOR_THE_OFFER");
    }

    @Test
    void rulesCanBeForProductsThatTheAwardIsFor() {
        ContributionRule accessories = when(
                "R",
                "20",
                new ContributionRule.When(
                        ProductSelection.ofTypes("Accessory"),
                        WeeklyTimes.ALWAYS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        shop(List.of(ofUnit("4").with(accessories)), award("10.00"));
        assertThat(given(buy("P1", FRIDAY_NIGHT, line("case", 1, "5.00"), line("laptop", 1, "5.00"))))
                .startsWith("2.00 EUR R");
        assertThat(given(buy("P1", FRIDAY_NIGHT, line("laptop", 1, "5.00")))).startsWith("0.40 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-08T21:59:59, 0.40",
        "2024-03-08T22:00, 2.00",
        "2024-03-09T01:59:59, 2.00",
        "2024-03-09T02:00, 0.40",
        "2024-03-09T23:00, 0.40"
    })
    void rulesCanBeForTimesOnTheClockOfTheUnit(String time, String given) {
        ContributionRule nights = when(
                "R",
                "20",
                new ContributionRule.When(
                        ProductSelection.ALL,
                        new WeeklyTimes(List.of(new WeeklyWindow(
                                Set.of(DayOfWeek.FRIDAY), new DayHours(LocalTime.of(22, 0), LocalTime.of(2, 0))))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        shop(List.of(ofUnit("4").with(nights)), award("10.00"));
        assertThat(given(buy("P1", time, Shop.thing("5.00")))).startsWith(given + " EUR");
    }

    @Test
    void rulesCanBeForOwnParticipantsOrOthers() {
        shop(
                List.of(ofUnit("4")
                        .with(
                                when("OWN", "20", own(ContributionRule.Whose.OWN)),
                                when("OTHERS", "30", own(ContributionRule.Whose.OTHERS)))),
                award("10.00"));
        assertThat(given(buy())).startsWith("2.00 EUR OWN");
        assertThat(given(buy("P2", FRIDAY_NIGHT, Shop.thing("5.00")))).startsWith("3.00 EUR OTHERS");
    }

    @ParameterizedTest
    @CsvSource({"4.99, 0.20", "5.00, 1.00", "10.00, 2.00", "10.01, 0.40"})
    void rulesCanBeForAwardsFromAndToAnAmountBothInside(String award, String given) {
        shop(
                List.of(ofUnit("4").with(when("R", "20", award(Optional.of(eur("5.00")), Optional.of(eur("10.00")))))),
                award(award));
        assertThat(given(buy())).startsWith(given + " EUR");
    }

    @Test
    void aRuleForMoneyIsNotForPoints() {
        Offer points = offer("A", ANY, new Award.FixedAmount(new Amount(Shop.PTS, 1_000)))
                .build();
        shop(List.of(ofUnit("10").with(when("R", "20", award(Optional.of(eur("1.00")), Optional.empty())))), points);
        assertThat(given(buy())).isEqualTo("100 PTS  CONTRIBUTION_OF_THE_UNIT");
    }

    @Test
    void underAnAgreementThatIsNotEffectiveNothingIsGiven() {
        shop(List.of(ofUnit("60").with(AgreementState.NOT_EFFECTIVE)), award("10.00"));
        assertThat(buy().granted()).isEmpty();
    }

    @Test
    void explainSaysWhichRuleGaveWhatAndWhy() {
        shop(List.of(ofUnit("4").with(rule("R", "20", "A"))), award("10.00"));
        Purchase purchase = Purchase.of(header("P1", "U1", FRIDAY_NIGHT), Shop.thing("5.00"));
        Verdict.Granted before =
                (Verdict.Granted) engine.explain(purchase, "A").verdict().orElseThrow();
        send(purchase);
        Verdict.Granted after =
                (Verdict.Granted) engine.explain(purchase, "A").verdict().orElseThrow();
        assertThat(before).isEqualTo(after);
        assertThat(after.contribution().orElseThrow())
                .isEqualTo(
                        new Contribution("U1", "LEDRA", "R", Basis.RULE_FOR_THE_OFFER, Portion.of("20"), eur("2.00")));
        assertThat(after.contribution().orElseThrow().sentence())
                .isEqualTo(
                        "The merchant of unit U1 gives 2.00 EUR, 20 %, by agreement LEDRA, rule R: a rule for the offer.");
    }

    @Test
    void aCancelledPurchaseGivesTheMerchantItsPartBack() {
        shop(List.of(ofUnit("33.33")), award("10.00"));
        Outcome bought = buy();
        send(new EventCancelled(header("P1", "U1", "2024-03-09"), bought.event(), "by mistake"));
        assertThat(store.records("P1").orElseThrow().journal().balances().merchants())
                .isEmpty();
    }
}
