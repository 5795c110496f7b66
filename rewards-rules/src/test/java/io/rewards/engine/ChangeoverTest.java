package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AttributeCondition;
import io.rewards.catalogue.AttributeCondition.Operator;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.Outcome.Status;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.run.ChangeoverReport;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.Balance;
import io.rewards.wallet.Lot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A country joins the euro. Source: domain 3.12. */
class ChangeoverTest {

    private static final Denomination BGN = new Denomination("BGN", 2);
    private static final Denomination EUR = Shop.EUR;
    private static final Instant NEW_YEAR = Instant.parse("2025-12-31T22:00:00Z");
    private static final Changeover EURO = new Changeover(BGN, EUR, new BigDecimal("1.95583"), NEW_YEAR);

    private static final AttributeDeclaration DEPOSIT =
            new AttributeDeclaration(AttributeOwner.EVENT, "deposit", AttributeType.AMOUNT);

    private final InMemoryStore store = new InMemoryStore();
    private final Town town = Town.of(programme(BGN), store).join("P1").join("P2");

    private static Amount in(Denomination denomination, String amount) {
        return Amount.of(amount, denomination);
    }

    private static Amount bgn(String amount) {
        return in(BGN, amount);
    }

    private static Amount eur(String amount) {
        return in(EUR, amount);
    }

    /** Ten of a hundred, at most 50 of them together; so much for spending so much; points for X; and one for runs. */
    private static Programme programme(Denomination currency) {
        boolean euro = currency.equals(EUR);
        Offer ten = offer(
                        "A",
                        new Terms.TransactionRevenue(in(currency, euro ? "5.11" : "10.00"), Optional.empty()),
                        percent("10"))
                .withCaps(
                        Cap.ofAmount(Cap.Of.PARTICIPANT, in(currency, euro ? "51.13" : "100.00")),
                        Cap.ofAmount(Cap.Of.ALL, in(currency, euro ? "511.29" : "1000.00")))
                .build();
        Offer spend = offer(
                        "B",
                        new Terms.SpendLoyalty(in(currency, euro ? "51.13" : "100.00"), days(365)),
                        new Award.FixedAmount(in(currency, euro ? "2.56" : "5.00")))
                .build();
        Offer points = offer(
                        "C",
                        new Terms.ProductRevenue(AwardScope.PER_TRANSACTION),
                        new Award.FixedAmount(new Amount(Shop.PTS, 10)))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("coffee"))
                        .build())
                .build();
        Offer nightly = offer(
                        "D",
                        new Terms.TransactionRevenue(in(currency, euro ? "51.13" : "100.00"), Optional.empty()),
                        percent("1"))
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        Offer deposits = offer(
                        "E",
                        new Terms.Achievements(Set.of("SAVER"), false, AwardLimit.MULTIPLE),
                        fixed(currency, "1.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .withConditions(AwardConditions.builder()
                        .withAttributes(List.of(new AttributeCondition(
                                DEPOSIT,
                                Operator.AT_LEAST,
                                List.of(new AttributeValue.Money(in(currency, euro ? "102.26" : "200.00"))))))
                        .build())
                .build();
        Terms.Referrals large = new Terms.Referrals(
                QualifyingAwards.ALL,
                Optional.of(in(currency, euro ? "25.56" : "50.00")),
                Optional.empty(),
                Optional.empty());
        Offer referrals = offer("F", large, fixed(currency, "2.00"))
                .withEvaluation(EvaluationMethod.BATCH)
                .build();
        return Shop.programme(
                        Settings.of(Shop.ZONE, currency).withPoints(List.of(Shop.PTS)),
                        ten,
                        spend,
                        points,
                        nightly,
                        deposits,
                        referrals)
                .toBuilder()
                .withAttributes(List.of(DEPOSIT))
                .withEventClassifications(List.of(new EventClassification("SAVER", "Saver")))
                .withVersion(currency.code())
                .build();
    }

    private static Award fixed(Denomination currency, String amount) {
        return new Award.FixedAmount(in(currency, amount));
    }

    private Outcome buy(String id, String day, Denomination currency, String coffee, String thing) {
        return town.send(purchase(id, day, currency, coffee, thing));
    }

    private Purchase purchase(String id, String day, Denomination currency, String coffee, String thing) {
        return Purchase.of(
                town.header(id, "P1", day),
                PurchaseLine.of("1", "coffee", 2, in(currency, coffee)),
                PurchaseLine.of("2", "thing", 1, in(currency, thing)));
    }

    private ChangeoverReport changeOver() {
        return town.engine.runs().changeover(EURO, RunListener.NONE);
    }

    private void toTheEuro() {
        assertThat(verified()).isEmpty();
        ChangeoverReport report = changeOver();
        assertThat(report.failures()).isEmpty();
        assertThat(report.ended()).isTrue();
        assertThat(verified()).isEmpty();
        town.engine.reload(programme(EUR));
        assertThat(verified()).isEmpty();
    }

    private List<Problem> verified() {
        return town.engine.ledger().verify().problems();
    }

    private List<Balance> balances(String day) {
        return Balance.of(town.account("P1").wallet(), town.at(day));
    }

    private Amount available(String day, Denomination denomination) {
        return balances(day).stream()
                .map(Balance::available)
                .filter(amount -> amount.denomination().equals(denomination))
                .reduce(Amount.zero(denomination), Amount::plus);
    }

    // The numbers

    @Test
    void aLotOfFiveIsTwoFiftySixAndFiftyCountTwentyFiveFiftySix() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        assertThat(available("2025-12-02", BGN)).isEqualTo(bgn("5.00"));
        ChangeoverReport report = changeOver();
        assertThat(report).isEqualTo(new ChangeoverReport(EURO, 1, bgn("5.00"), eur("2.56"), List.of(), true));
        assertThat(available("2026-01-01", EUR)).isEqualTo(eur("2.56"));
        assertThat(available("2026-01-01", BGN)).isEqualTo(bgn("0.00"));
        assertThat(available("2026-01-01", Shop.PTS)).isEqualTo(new Amount(Shop.PTS, 10));
        assertThat(town.account("P1").progressOf("B"))
                .extracting(counted -> counted.units())
                .containsExactly(2556L);
        assertThat(verified()).isEmpty();
        town.engine.reload(programme(EUR));
        Outcome outcome = buy("A2", "2026-01-02", EUR, "10.00", "15.56");
        assertThat(outcome.progress())
                .extracting(OfferProgress::toString)
                .anyMatch(progress -> progress.contains("51.12 EUR"));
        assertThat(Shop.award(buy("A3", "2026-01-03", EUR, "0.00", "0.01"), "B"))
                .isEqualTo("2.56 EUR");
        assertThat(verified()).isEmpty();
    }

    @Test
    void theJournalBalancesInBothDenominations() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        toTheEuro();
        assertThat(town.journal().stream()
                        .filter(transaction -> transaction.kind() == TransactionKind.CONVERSION)
                        .map(transaction -> transaction.from().kind() + " " + transaction.amount() + " "
                                + transaction.to().kind()))
                .containsExactly("COMMERCE 5.00 BGN EXCHANGE", "EXCHANGE 2.56 EUR COMMERCE");
        assertThat(town.engine.ledger().balancesAsOf(NEW_YEAR).of(AccountKind.EXCHANGE, BGN))
                .isEqualTo(bgn("5.00"));
        assertThat(town.engine.ledger().balancesAsOf(NEW_YEAR).of(AccountKind.EXCHANGE, EUR))
                .isEqualTo(eur("-2.56"));
    }

    // Purchases of before

    @Test
    void goodsOfBeforeComeBackAtTheRate() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        toTheEuro();
        Outcome back = town.send(
                GoodsReturn.of(town.header("R1", "P1", "2026-01-05"), new ReturnedLine(EventKey.of("A1"), "2", 1)));
        // 30.00 BGN are 15.34 EUR; 10 % of the 10.23 EUR that are left are 1.02 of 2.56.
        assertThat(back.returned().orElseThrow().refund()).isEqualTo(eur("15.34"));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("1.02"));
        assertThat(town.account("P1").progressOf("B"))
                .extracting(counted -> counted.units())
                .containsExactly(1023L);
        assertThat(verified()).isEmpty();
        town.send(GoodsReturn.of(town.header("R2", "P1", "2026-01-05"), new ReturnedLine(EventKey.of("A1"), "1", 2)));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("0.00"));
        assertThat(available("2026-01-06", Shop.PTS)).isEqualTo(new Amount(Shop.PTS, 0));
        assertThat(verified()).isEmpty();
    }

    @Test
    void aPurchaseOfBeforeThatWasPaidFromTheWalletIsCancelledAtTheRate() {
        town.send(new WalletToppedUp(town.header("T1", "P1", "2025-11-01"), bgn("40.00")));
        town.send(purchase("A1", "2025-12-01", BGN, "20.00", "30.00").spending(SpendWish.of(bgn("33.33"))));
        toTheEuro();
        assertThat(available("2026-01-01", EUR)).isEqualTo(eur("5.97"));
        Outcome back =
                town.send(new EventCancelled(town.header("X1", "P1", "2026-01-05"), EventKey.of("A1"), "mistake"));
        // 33.33 BGN are 17.04 EUR, 6.67 BGN are 3.41 EUR; the award of 2.56 EUR goes.
        assertThat(back.returned().orElseThrow().toWallet()).isEqualTo(eur("17.04"));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("20.45"));
        assertThat(verified()).isEmpty();
    }

    @Test
    void anAwardOfBeforeIsCancelledOnce() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        String award = town.journal().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .filter(transaction -> transaction.offer().equals("A"))
                .map(Transaction::id)
                .findFirst()
                .orElseThrow();
        toTheEuro();
        town.send(new AwardCancelled(town.header("X1", "P1", "2026-01-05"), award, "fraud", "ann"));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("0.00"));
        assertThat(town.engine
                        .evaluate(new AwardCancelled(town.header("X2", "P1", "2026-01-05"), award, "fraud", "ann"))
                        .status())
                .isEqualTo(Status.REFUSED);
        assertThat(verified()).isEmpty();
    }

    @Test
    void aPurchaseThatWaitsIsDecidedAtTheRate() {
        buy("A1", "2025-12-31T12:00", BGN, "100.00", "100.00");
        toTheEuro();
        town.run("2026-01-02");
        // 200.00 BGN are 102.26 EUR.
        assertThat(town.awards("P1")).contains("D 1.02 EUR 2025-12-31");
        assertThat(verified()).isEmpty();
    }

    @Test
    void amountsThatWaitingEventsCarryAreReadAtTheRate() {
        for (String deposit : List.of("199.99", "200.00")) {
            town.send(new Achievement(
                    town.header(deposit, "P1", "2025-12-31T12:00")
                            .with(new Attributes(Map.of("deposit", new AttributeValue.Money(bgn(deposit))))),
                    "SAVER"));
        }
        toTheEuro();
        town.run("2026-01-02");
        // 199.99 BGN are 102.25 EUR, 200.00 BGN are 102.26 EUR.
        assertThat(town.awards("P1")).containsExactly("E 1.00 EUR 2025-12-31");
        assertThat(verified()).isEmpty();
    }

    @Test
    void aFriendsPurchaseOfBeforeIsLargeEnoughAtTheRate() {
        town.send(new Referral(town.header("REF", "P1", "2025-12-30"), "P2"));
        buy("A1", "2025-12-31T12:00", BGN, "30.00", "20.00");
        toTheEuro();
        town.run("2026-01-02");
        // 50.00 BGN are 25.56 EUR.
        assertThat(town.awards("P2")).containsExactly("F 2.00 EUR 2025-12-31");
        assertThat(verified()).isEmpty();
    }

    @Test
    void theSameEventAgainGetsTheFirstOutcome() {
        Purchase purchase = purchase("A1", "2025-12-01", BGN, "20.00", "30.00");
        Outcome first = town.send(purchase);
        toTheEuro();
        assertThat(town.engine.evaluate(purchase)).isEqualTo(first);
    }

    // Everything else that an account holds

    @Test
    void whatIsReservedStaysReserved() {
        town.send(new WalletToppedUp(town.header("T1", "P1", "2025-11-01"), bgn("40.00")));
        town.send(new HoldPlaced(
                town.header("H1", "P1", "2025-12-30"),
                List.of(PurchaseLine.of("1", "thing", 1, bgn("33.33"))),
                Optional.of(bgn("33.33")),
                Instant.parse("2026-02-01T00:00:00Z")));
        toTheEuro();
        assertThat(balances("2026-01-01").stream().map(Balance::held)).contains(eur("17.04"));
        town.send(new HoldReleased(town.header("H2", "P1", "2026-01-05"), EventKey.of("H1")));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("20.45"));
        assertThat(verified()).isEmpty();
    }

    @Test
    void debtsAreOwedAtTheRate() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        town.send(new MoneyTransferred(town.header("G1", "P1", "2025-12-02"), "P2", bgn("5.00"), "gift"));
        town.send(new EventCancelled(town.header("X1", "P1", "2025-12-03"), EventKey.of("A1"), "mistake"));
        assertThat(town.account("P1").wallet().debts()).containsEntry("BGN", bgn("5.00"));
        toTheEuro();
        assertThat(town.account("P1").wallet().debts()).containsOnlyKeys("EUR").containsEntry("EUR", eur("2.56"));
        town.send(new WalletToppedUp(town.header("T1", "P1", "2026-01-05"), eur("3.00")));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("0.44"));
        assertThat(verified()).isEmpty();
    }

    @Test
    void limitsOnSumsGoOnAtTheRate() {
        buy("A1", "2025-12-01", BGN, "400.00", "400.00");
        assertThat(store.usage(BudgetName.ofOffer("A")).orElseThrow().in(BGN)).isEqualTo(bgn("80.00"));
        toTheEuro();
        assertThat(store.usage(BudgetName.ofOffer("A")).orElseThrow().in(BGN)).isEqualTo(bgn("0.00"));
        assertThat(store.usage(BudgetName.ofOffer("A")).orElseThrow().in(EUR)).isEqualTo(eur("40.90"));
        assertThat(store.usage(BudgetName.ofOffer("A")).orElseThrow().awards()).isEqualTo(1);
        // 80.00 BGN of 100.00 are 40.90 EUR of 51.13.
        assertThat(Shop.award(buy("A2", "2026-01-02", EUR, "0.00", "200.00"), "A"))
                .isEqualTo("10.23 EUR");
        assertThat(verified()).isEmpty();
    }

    // How it goes

    @Test
    void eventsAreRefusedFromItsBeginUntilTheNewProgramme() {
        changeOver();
        for (Denomination currency : List.of(BGN, EUR)) {
            Outcome outcome = town.engine.evaluate(purchase("A2", "2026-01-02", currency, "20.00", "30.00"));
            assertThat(outcome.status()).isEqualTo(Status.REFUSED);
            assertThat(outcome.problems())
                    .extracting(Problem::message)
                    .containsExactly(
                            "The programme changes over from BGN to EUR. Send the event again once the changeover"
                                    + " has ended and the programme in EUR is in force.");
        }
        assertThatThrownBy(() -> town.run("2026-01-02")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> town.engine.reload(programme(BGN))).isInstanceOf(InvalidInputException.class);
        town.engine.reload(programme(EUR));
        buy("A2", "2026-01-02", EUR, "20.00", "30.00");
    }

    @Test
    void theSameAgainChangesNothing() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        changeOver();
        long transactions = town.journal().size();
        assertThat(changeOver()).isEqualTo(new ChangeoverReport(EURO, 0, bgn("0.00"), eur("0.00"), List.of(), true));
        town.engine.reload(programme(EUR));
        assertThat(changeOver().ended()).isTrue();
        assertThat(town.journal()).hasSize((int) transactions);
        buy("A2", "2026-01-02", EUR, "20.00", "30.00");
    }

    @Test
    void aPreviewSaysWhatItWouldDoAndDoesNothing() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        assertThat(town.engine.runs().previewChangeover(EURO, RunListener.NONE))
                .isEqualTo(new ChangeoverReport(EURO, 1, bgn("5.00"), eur("2.56"), List.of(), true));
        buy("A2", "2025-12-02", BGN, "20.00", "30.00");
        assertThat(store.commitments().orElseThrow().underWay()).isEmpty();
    }

    @Test
    void oneThatWasInterruptedGoesOn() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        town.send(new WalletToppedUp(town.header("T1", "P2", "2025-11-01"), bgn("40.00")));
        StoppingStore stopping = StoppingStore.after(store, unused -> {
            throw new IllegalStateException("The process stops.");
        });
        RewardsEngine engine = RewardsEngine.builder(programme(BGN), stopping, () -> NEW_YEAR)
                .withRules(Shop.RULES)
                .build();
        assertThatThrownBy(() -> engine.runs().changeover(EURO, RunListener.NONE))
                .hasMessage("The process stops.");
        assertThat(verified()).isEmpty();
        RewardsEngine again = RewardsEngine.builder(programme(BGN), store, () -> NEW_YEAR)
                .withRules(Shop.RULES)
                .build();
        assertThat(again.evaluate(purchase("A2", "2026-01-02", BGN, "20.00", "30.00"))
                        .status())
                .isEqualTo(Status.REFUSED);
        assertThatThrownBy(() -> RewardsEngine.builder(programme(EUR), store, () -> NEW_YEAR)
                        .withRules(Shop.RULES)
                        .build())
                .isInstanceOf(InvalidInputException.class);
        ChangeoverReport report = again.runs().changeover(EURO, RunListener.NONE);
        assertThat(report.ended()).isTrue();
        assertThat(report.participants()).isEqualTo(1);
        again.reload(programme(EUR));
        assertThat(again.ledger().verify().problems()).isEmpty();
    }

    @Test
    void anEngineThatStartsAfterwardsKnowsTheRate() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        toTheEuro();
        Town later = Town.of(programme(EUR), store);
        later.send(GoodsReturn.of(later.header("R1", "P1", "2026-01-05"), new ReturnedLine(EventKey.of("A1"), "2", 1)));
        assertThat(available("2026-01-06", EUR)).isEqualTo(eur("1.02"));
    }

    @Test
    void changeoversThatMakeNoSenseAreRefused() {
        RunListener none = RunListener.NONE;
        BigDecimal one = BigDecimal.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.runs().changeover(new Changeover(EUR, BGN, one, NEW_YEAR), none))
                .withMessageStartingWith("No account holds anything in EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine.runs().changeover(new Changeover(BGN, Shop.PTS, one, NEW_YEAR), none))
                .withMessageStartingWith("Accounts hold money in PTS already");
        assertThatIllegalArgumentException().isThrownBy(() -> new Changeover(BGN, BGN, one, NEW_YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Changeover(BGN, EUR, BigDecimal.ZERO, NEW_YEAR));
        toTheEuro();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> town.engine
                        .runs()
                        .changeover(new Changeover(EUR, new Denomination("XXX", 2), one, NEW_YEAR), none))
                .withMessageContaining("must come after");
    }

    @Test
    void pointsGetDecimals() {
        buy("A1", "2025-12-01", BGN, "20.00", "30.00");
        Denomination decimals = new Denomination("PTS", 2);
        Changeover changeover = new Changeover(Shop.PTS, decimals, BigDecimal.ONE, NEW_YEAR);
        assertThat(town.engine.runs().changeover(changeover, RunListener.NONE).after())
                .isEqualTo(in(decimals, "10.00"));
        Programme before = programme(BGN);
        Programme next = before.toBuilder()
                .withSettings(before.settings().withPoints(List.of(decimals)))
                .withOffers(before.offers().stream()
                        .map(offer -> offer.code().equals("C")
                                ? offer.toBuilder()
                                        .withAward(new Award.FixedAmount(in(decimals, "10.50")))
                                        .build()
                                : offer)
                        .toList())
                .build();
        town.engine.reload(next);
        buy("A2", "2026-01-02", BGN, "20.00", "30.00");
        assertThat(available("2026-01-03", decimals)).isEqualTo(in(decimals, "20.50"));
        assertThat(available("2026-01-03", BGN)).isEqualTo(bgn("15.00"));
        town.send(GoodsReturn.of(town.header("R1", "P1", "2026-01-05"), new ReturnedLine(EventKey.of("A1"), "1", 2)));
        assertThat(available("2026-01-06", decimals)).isEqualTo(in(decimals, "10.50"));
        assertThat(verified()).isEmpty();
    }

    @Test
    void oldMoneyIsNoMoneyAnyMore() {
        toTheEuro();
        assertThat(town.engine
                        .evaluate(new BalanceAdjusted(town.header("J1", "P1", "2026-01-07"), bgn("-5.00"), "x", "u"))
                        .status())
                .isEqualTo(Status.REFUSED);
        assertThat(town.account("P1").lots()).extracting(Lot::remaining).isEmpty();
    }
}
