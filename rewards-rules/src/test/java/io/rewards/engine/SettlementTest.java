package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.decision.Outcome;
import io.rewards.event.EventKey;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Transaction;
import io.rewards.run.RunListener;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.SettlementReport;
import io.rewards.settlement.SettlementSum;
import io.rewards.store.InMemoryStore;
import io.rewards.testkit.chance.Threads;
import io.rewards.time.Recurrence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of domain 7.4 and 7.5. */
class SettlementTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant ON = Instant.parse("2026-02-01T00:00:00Z");
    private static final String POSTED = "settlement: {automatic: true}";

    private InMemoryStore store = new InMemoryStore();
    private Programme programme = programme("contribution: 60, " + POSTED, POSTED);
    private RewardsEngine engine = engine();
    private int events;

    /** A scheme, merchants A and B with these agreements, and offers that give a part of what is bought with a code. */
    private static Programme programme(String termsOfA, String termsOfB, String... more) {
        return ProgrammeReader.read("town.yaml", yaml(termsOfA, termsOfB, more));
    }

    private static String yaml(String termsOfA, String termsOfB, String... more) {
        StringBuilder offers = new StringBuilder();
        String[] all = {"HALF percentage: 50", "TENTH percentage: 10", "THIRD percentage: 33.3", "ALL percentage: 100"};
        for (int i = 0; i < all.length; i++) {
            offers.append(offer(i + 1, all[i].split(" ", 2)[0], "{" + all[i].split(" ", 2)[1] + "}", ""));
        }
        offers.append(offer(10, "PTS", "{rate: {amount: 1 PTS, per: 1.00}}", ""));
        offers.append(offer(11, "OFF", "{amount: 10.00}", "spendMethod: SPEND_INSTANTLY"));
        offers.append(offer(12, "CAPPED", "{amount: 8.00}", "caps: [{of: PARTICIPANT, amount: 5.00}]"));
        return """
                name: Town
                settings:
                  zone: UTC
                  currency: EUR
                  points: [{code: PTS, scale: 0}]
                  spending: {clawback: CLAWBACK_AVAILABLE}
                groups: [{code: EAST}, {code: WEST}]
                units: [{code: A, group: EAST}, {code: B, group: WEST}]
                schemes: [{code: CLUB, signUp: {option: AUTO}, awardValidity: {expires: {after: 12 MONTHS}}}]
                offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
                agreements:
                %s
                %s
                %s
                offers:
                %s""".formatted(agreement("A", termsOfA), agreement("B", termsOfB), String.join("\n", more), offers);
    }

    private static String agreement(String unit, String terms) {
        return terms.isEmpty()
                ? ""
                : "  - {code: OF-" + unit + ", unit: " + unit + ", state: EFFECTIVE, " + terms + "}";
    }

    private static String offer(int number, String code, String award, String more) {
        return """
                  - number: %s
                    code: %s
                    scheme: CLUB
                    type: BASKET
                    classification: INCREASE_REVENUE_TRANSACTION_BASED
                    state: EFFECTIVE
                    effectiveSince: 2025-01-01
                    terms: {from: 0.00}
                    award: %s
                    awardValidity: FROM_SCHEME
                    conditions: {promoCodes: [%s]}
                    %s
                """.formatted(number, code, award, code, more).indent(0);
    }

    private RewardsEngine engine() {
        return RewardsEngine.builder(programme, store, () -> ON)
                .withRules(Shop.RULES)
                .build();
    }

    private void agreed(String termsOfA, String termsOfB, String... more) {
        programme = programme(termsOfA, termsOfB, more);
        engine = engine();
    }

    private Outcome evaluate(String event) {
        Outcome outcome = engine.evaluate(new EventReader(programme).read("test", event));
        assertThat(outcome.status()).as(event).isEqualTo(Outcome.Status.PROCESSED);
        return outcome;
    }

    private void join(String participant) {
        evaluate("""
                {"id": "join %1$s", "type": "participant_registered", "participant": "%1$s", "unit": "A",
                 "performedOn": "2026-01-01T10:00:00Z"}""".formatted(participant));
    }

    private Outcome buy(String id, String unit, String total, String code, String more) {
        return evaluate("""
                {"id": "%s", "type": "purchase", "participant": "ada", "unit": "%s", "promoCode": "%s",
                 "performedOn": "2026-01-02T10:00:00Z", %s
                 "lines": [{"id": "1", "product": "WINE", "quantity": 3, "total": "%s"}]}""".formatted(id, unit, code, more, total));
    }

    private Outcome buy(String id, String unit, String total, String code) {
        return buy(id, unit, total, code, "");
    }

    private void spend(String id, String unit, String amount) {
        buy(id, unit, "50.00", "NONE", "\"spend\": {\"amount\": \"" + amount + "\"},");
    }

    private void cancel(String id) {
        evaluate("""
                {"id": "cancel %1$s", "type": "event_cancelled", "participant": "ada", "unit": "A",
                 "performedOn": "2026-01-20T10:00:00Z", "event": "%1$s"}""".formatted(id));
    }

    private void giveBack(String id, int quantity) {
        evaluate("""
                {"id": "back %s", "type": "goods_return", "participant": "ada", "unit": "A",
                 "performedOn": "2026-01-20T10:00:00Z",
                 "lines": [{"purchase": "%s", "line": "1", "quantity": %s}]}""".formatted(++events, id, quantity));
    }

    private Settlement settled(String merchant) {
        SettlementDocument document = engine.settlements().settle(merchant, "T" + ++events, ON);
        isSound();
        return document.settlement();
    }

    private String position(String merchant) {
        return settled(merchant).position(EUR).decimal().toPlainString();
    }

    private void isSound() {
        assertThat(engine.ledger().verify().problems()).isEmpty();
        Balances all = engine.ledger().balancesAsOf(Instant.MAX);
        for (Denomination denomination : all.denominations()) {
            assertThat(all.sum(denomination).isZero()).isTrue();
        }
    }

    private static String text(SettlementSum sum) {
        return "%s%s-%s: %s -> %s"
                .formatted(
                        sum.contributions().decimal(),
                        sum.reimbursements().isNegative()
                                ? sum.reimbursements().decimal()
                                : "+" + sum.reimbursements().decimal(),
                        sum.fee().decimal(),
                        sum.before().decimal(),
                        sum.after().decimal());
    }

    private static String text(Settlement settlement) {
        return text(settlement.sum(EUR));
    }

    @Test
    void theTableOfTheTownAddsUp() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        buy("P2", "B", "10.00", "THIRD");
        spend("P3", "B", "7.00");

        Settlement ofA = settled("A");
        Settlement ofB = settled("B");

        assertThat(text(ofA)).isEqualTo("-6.00+0.00-0.00: 0.00 -> -6.00");
        assertThat(text(ofB)).isEqualTo("-3.33+7.00-0.00: 0.00 -> 3.67");
        Amount owner = Amount.zero(EUR).minus(ofA.position(EUR)).minus(ofB.position(EUR));
        Balances balances = engine.ledger().balancesAsOf(Instant.MAX);
        assertThat(owner).hasToString("2.33 EUR");
        assertThat(balances.liability(EUR)).hasToString("6.33 EUR");
        assertThat(owner.minus(balances.liability(EUR))).isEqualTo(balances.of(AccountKind.AWARD_EXPENSE, EUR));
    }

    @Test
    void aThirdOfAnAwardLeavesTheRestToTheOwner() {
        agreed("contribution: 33.33, " + POSTED, POSTED);
        join("ada");
        buy("P1", "A", "20.00", "HALF");

        assertThat(position("A")).isEqualTo("-3.33");
        assertThat(engine.ledger().balancesAsOf(Instant.MAX).of(AccountKind.AWARD_EXPENSE, EUR))
                .hasToString("-6.67 EUR");
    }

    @Test
    void aMerchantWithoutAnAgreementGivesNothingAndIsShown() {
        agreed("", POSTED);
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        spend("P2", "A", "4.00");

        SettlementDocument document = engine.settlements().settle("A", "S", ON);
        assertThat(text(document.settlement())).isEqualTo("0.00+4.00-0.00: 0.00 -> 4.00");
        assertThat(document.posted()).isFalse();
        assertThat(store.merchants().settled("", 10)).isEmpty();
    }

    @Test
    void whatIsShownIsNotSettled() {
        agreed("contribution: 60", POSTED);
        join("ada");
        buy("P1", "A", "20.00", "HALF");

        SettlementDocument shown = engine.settlements().settle("A", "S1", ON);

        assertThat(shown.posted()).isFalse();
        assertThat(shown.settlement().position(EUR)).hasToString("-6.00 EUR");
        assertThat(engine.settlements().find("A", "S1")).isEmpty();
        assertThat(engine.settlements().settle("A", "S1", ON)).isEqualTo(shown);
        isSound();
    }

    @Test
    void aPreviewIsTheSettlementAndChangesNothing() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");

        SettlementDocument preview = engine.settlements().preview("A", ON);

        assertThat(preview.posted()).isFalse();
        assertThat(engine.settlements().preview("A", ON)).isEqualTo(preview);
        assertThat(store.merchants().open("A", JournalPlace.BEFORE_ALL, 10)).hasSize(1);
        assertThat(engine.settlements().settle("A", "S1", ON).settlement().sums())
                .isEqualTo(preview.settlement().sums());
    }

    @Test
    void theSameIdGivesTheSameDocument() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        SettlementDocument first = engine.settlements().settle("A", "S1", ON);
        buy("P2", "A", "20.00", "HALF");

        assertThat(engine.settlements().settle("A", "S1", ON.plusSeconds(1))).isEqualTo(first);
        assertThat(first.posted()).isTrue();
        assertThat(first.entries()).hasSize(2);
        assertThat(position("A")).isEqualTo("-12.00");
        isSound();
    }

    @Test
    void whereNothingIsOpenNothingIsKept() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        settled("A");

        SettlementDocument none = engine.settlements().settle("A", "S2", ON);

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.posted()).isFalse();
        assertThat(none.settlement().position(EUR)).hasToString("-6.00 EUR");
        assertThat(engine.settlements().history("A", 0, 10)).hasSize(1);
        assertThat(engine.settlements().settle("NOWHERE", "S", ON).isEmpty()).isTrue();
    }

    @Test
    void whatIsCancelledAfterASettledMonthIsAllThatTheNextOneHolds() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        spend("P2", "A", "4.00");
        assertThat(position("A")).isEqualTo("-2.00");
        cancel("P2");
        cancel("P1");

        SettlementDocument next = engine.settlements().settle("A", "next", ON);

        assertThat(text(next.settlement())).isEqualTo("6.00-4.00-0.00: -2.00 -> 0.00");
        assertThat(next.entries().stream()
                        .filter(each -> each.taken().isPresent())
                        .map(MerchantEntry::transaction)
                        .map(each -> each.kind() + " " + each.amount()))
                .containsExactlyInAnyOrder("REVERSAL 6.00 EUR", "REVERSAL 4.00 EUR");
        assertThat(engine.settlements().settle("A", "after", ON).isEmpty()).isTrue();
        isSound();
    }

    @Test
    void aPositionMayTurnRound() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        assertThat(position("A")).isEqualTo("-6.00");
        spend("P2", "A", "10.00");
        assertThat(position("A")).isEqualTo("4.00");
        cancel("P2");
        assertThat(position("A")).isEqualTo("-6.00");
    }

    @Test
    void whatIsToldLateIsInTheNextSettlement() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        Settlement first = settled("A");
        evaluate("""
                {"id": "late", "type": "purchase", "participant": "ada", "unit": "A", "promoCode": "HALF",
                 "performedOn": "2026-01-01T11:00:00Z", "receivedOn": "2026-01-30T11:00:00Z",
                 "lines": [{"product": "WINE", "quantity": 1, "total": "10.00"}]}""");

        Settlement next = settled("A");

        assertThat(text(next)).isEqualTo("-3.00+0.00-0.00: -6.00 -> -9.00");
        assertThat(next.recordedFrom()).isEqualTo(Instant.parse("2026-01-30T11:00:00Z"));
        assertThat(next.recordedThrough()).isEqualTo(next.recordedFrom());
        assertThat(next.first()).isEqualTo(first.end().number() + 1);
    }

    @Test
    void anInstantDiscountAtTheMerchantThatAwardsIsCredited() {
        join("ada");
        buy("P1", "A", "30.00", "OFF");

        assertThat(text(settled("A"))).isEqualTo("-6.00+10.00-0.00: 0.00 -> 4.00");
    }

    @Test
    void aCapCutsTheContributionToo() {
        agreed("contribution: 33.33, " + POSTED, POSTED);
        join("ada");
        buy("P1", "A", "30.00", "CAPPED");

        assertThat(position("A")).isEqualTo("-1.67");
    }

    @ParameterizedTest
    @CsvSource({
        "33.33, 0.01, 0.00, 0.00",
        "50, 0.05, -0.03, 0.00",
        "49.99, 0.01, 0.00, 0.00",
        "50, 0.01, -0.01, 0.00",
        "100, 0.01, -0.01, 0.00"
    })
    void aShareIsRoundedHalfUpAndNeverMoreComesBack(String percent, String award, String given, String left) {
        agreed("contribution: " + percent + ", " + POSTED, POSTED);
        join("ada");
        buy("P1", "A", award, "ALL");
        Settlement first = settled("A");
        assertThat(first.position(EUR).decimal()).isEqualTo(given);
        cancel("P1");
        assertThat(settled("A").position(EUR).decimal()).isEqualTo(left);
    }

    @Test
    void halfOfAShareAndThenTheOtherHalfAreNeverMoreThanTheWhole() {
        agreed("contribution: 50, " + POSTED, POSTED);
        join("ada");
        evaluate("""
                {"id": "P1", "type": "purchase", "participant": "ada", "unit": "A", "promoCode": "ALL",
                 "performedOn": "2026-01-02T10:00:00Z",
                 "lines": [{"id": "1", "product": "WINE", "quantity": 5, "total": "0.05"}]}""");
        assertThat(position("A")).isEqualTo("-0.03");
        List<BigDecimal> positions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            giveBack("P1", 1);
            positions.add(new BigDecimal(position("A")));
        }
        assertThat(positions)
                .isSorted()
                .allMatch(each -> each.signum() <= 0)
                .last()
                .isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void threePiecesThatComeBackOneByOneBringBackTheirContributions() {
        join("ada");
        buy("P1", "A", "10.00", "ALL");
        List<String> back = new ArrayList<>();
        assertThat(position("A")).isEqualTo("-6.00");
        for (int i = 0; i < 3; i++) {
            giveBack("P1", 1);
            back.add(settled("A").sum(EUR).contributions().decimal().toPlainString());
        }
        assertThat(back).containsExactly("2.00", "2.00", "2.00");
    }

    @Test
    void whatCannotBeTakenBackIsBorneInShares() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        spend("P2", "B", "10.00");
        buy("P3", "B", "12.00", "HALF");
        assertThat(position("A")).isEqualTo("-6.00");
        cancel("P1");

        SettlementDocument next = engine.settlements().settle("A", "next", ON);

        assertThat(text(next.settlement())).isEqualTo("3.60+0.00-0.00: -6.00 -> -2.40");
        assertThat(engine.ledger().balancesAsOf(Instant.MAX).of(AccountKind.CLAWBACK_LOSS, EUR))
                .hasToString("-1.60 EUR");
        isSound();
    }

    @ParameterizedTest
    @CsvSource({"2.5, 7.00, 0.18, 6.82", "2.5, 0.19, 0.00, 0.19", "2.5, 0.20, 0.01, 0.19", "100, 7.00, 7.00, 0.00"})
    void theFeeIsRoundedHalfUp(String percent, String spent, String fee, String position) {
        agreed("contribution: 0", "contribution: 0, settlement: {automatic: true, fee: " + percent + "}");
        join("ada");
        buy("P1", "A", "20.00", "ALL");
        spend("P2", "B", spent);
        Settlement settlement = settled("B");
        assertThat(settlement.sum(EUR).fee().decimal()).isEqualTo(fee);
        assertThat(settlement.position(EUR).decimal()).isEqualTo(position);
        cancel("P2");
        SettlementSum back = settled("B").sum(EUR);
        assertThat(Amount.zero(EUR).minus(back.fee()).decimal()).isEqualTo(fee);
        assertThat(back.after().decimal()).isEqualTo("0.00");
    }

    @Test
    void theFeeComesBackInPartsThatSumToIt() {
        agreed("contribution: 0", "contribution: 0, settlement: {automatic: true, fee: 2.5}");
        join("ada");
        buy("P1", "A", "20.00", "ALL");
        buy("P2", "B", "7.00", "NONE", "\"spend\": {\"amount\": \"7.00\"},");
        Amount fee = settled("B").sum(EUR).fee();
        for (int i = 0; i < 3; i++) {
            giveBack("P2", 1);
            fee = fee.plus(settled("B").sum(EUR).fee());
        }
        assertThat(fee).hasToString("0.00 EUR");
        assertThat(position("B")).isEqualTo("0.00");
    }

    @Test
    void aFeeThatIsAgreedLaterIsNotGivenBackForWhatWasSettledWithout() {
        agreed("contribution: 0", "contribution: 0, " + POSTED);
        join("ada");
        buy("P1", "A", "20.00", "ALL");
        spend("P2", "B", "7.00");
        assertThat(position("B")).isEqualTo("7.00");
        agreed("contribution: 0", "contribution: 0, settlement: {automatic: true, fee: 10}");
        cancel("P2");
        assertThat(text(settled("B"))).isEqualTo("0.00-7.00-0.00: 7.00 -> 0.00");
    }

    @Test
    void pointsAreChargedAtTheirRateRoundedOncePerAward() {
        agreed("contribution: 60, " + POSTED, POSTED, "rates: [{from: 300 PTS, to: 1.00 EUR}]");
        join("ada");
        buy("P1", "A", "84.00", "PTS");
        buy("P2", "A", "84.00", "PTS");

        // 60 % of 84 points are 50, and 50 points are 0.17.
        assertThat(text(settled("A"))).isEqualTo("-0.34+0.00-0.00: 0.00 -> -0.34");
        giveBack("P1", 1);
        giveBack("P1", 1);
        giveBack("P1", 1);
        assertThat(position("A")).isEqualTo("-0.17");
        cancel("P2");
        assertThat(position("A")).isEqualTo("0.00");
        assertThat(settled("A").sums())
                .allSatisfy(sum -> assertThat(sum.denomination()).isEqualTo(EUR));
    }

    @Test
    void pointsWithoutARateAreNotCharged() {
        join("ada");
        buy("P1", "A", "84.00", "PTS");
        SettlementDocument document = engine.settlements().settle("A", "S1", ON);
        assertThat(document.settlement().sums()).isEmpty();
        assertThat(document.posted()).isTrue();
        isSound();
        agreed("contribution: 60, " + POSTED, POSTED, "rates: [{from: 100 PTS, to: 1.00 EUR}]");
        cancel("P1");
        assertThat(position("A"))
                .as("nothing was charged, so nothing comes back")
                .isEqualTo("0.00");
        buy("P2", "A", "84.00", "PTS");
        assertThat(position("A")).isEqualTo("-0.50");
    }

    @Test
    void pointsThatWereChargedAtAnotherRateComeBackAtThat() {
        agreed("contribution: 100, " + POSTED, POSTED, "rates: [{from: 100 PTS, to: 1.00 EUR}]");
        join("ada");
        buy("P1", "A", "300.00", "PTS");
        assertThat(position("A")).isEqualTo("-3.00");
        agreed("contribution: 100, " + POSTED, POSTED, "rates: [{from: 50 PTS, to: 1.00 EUR}]");
        giveBack("P1", 1);
        assertThat(position("A")).isEqualTo("-2.00");
        cancel("P1");
        assertThat(position("A")).isEqualTo("0.00");
    }

    @Test
    void onePurchaseIsSettledAtOnceAndItsReturnLater() {
        join("ada");
        buy("P0", "A", "20.00", "HALF");
        buy("P1", "B", "20.00", "HALF", "\"spend\": {\"amount\": \"4.00\"},");

        List<SettlementDocument> documents = engine.settlements().settlePurchase(EventKey.of("P1"), "now", ON);

        assertThat(documents)
                .extracting(each -> text(each.settlement()))
                .containsExactly("-10.00+4.00-0.00: 0.00 -> -6.00");
        assertThat(engine.settlements().settlePurchase(EventKey.of("P1"), "now", ON))
                .isEqualTo(documents);
        assertThat(engine.settlements().settle("B", "rest", ON).isEmpty()).isTrue();
        assertThat(engine.settlements().previewPurchase(EventKey.of("P0"), ON))
                .extracting(each -> text(each.settlement()))
                .containsExactly("-6.00+0.00-0.00: 0.00 -> -6.00");
        cancel("P1");
        assertThat(engine.settlements().settlePurchase(EventKey.of("P1"), "then", ON))
                .extracting(each -> text(each.settlement()))
                .containsExactly("10.00-4.00-0.00: -6.00 -> 0.00");
        isSound();
    }

    @Test
    void aRunSettlesItsMerchantsOnce() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        buy("P2", "B", "10.00", "THIRD");
        SettlementDefinition all = SettlementDefinition.ofEverybody("MONTHLY");
        List<SettlementDocument> seen = new ArrayList<>();

        SettlementReport preview = engine.settlements().previewRun(all, ON, seen::add);
        assertThat(preview.posted()).isEmpty();
        assertThat(preview.shown()).extracting(Settlement::merchant).containsExactly("A", "B");
        SettlementReport report = engine.settlements().run(all, ON, seen::add);
        buy("P3", "A", "20.00", "HALF");

        assertThat(report.posted()).extracting(Settlement::merchant).containsExactly("A", "B");
        assertThat(report.shown()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(seen).hasSize(4);
        assertThat(engine.settlements().run(all, ON, seen::add)).isEqualTo(report);
        assertThatThrownBy(() -> engine.settlements().run(all, ON.minusSeconds(1), seen::add))
                .hasMessageContaining("comes before its latest");
        assertThat(engine.settlements().run(all, ON.plusSeconds(1), seen::add).posted())
                .extracting(each -> text(each))
                .containsExactly("-6.00+0.00-0.00: -6.00 -> -12.00");
        isSound();
    }

    @Test
    void aRunShowsWhatIsNotPostedEachTimeAndSettlesNothingAnew() {
        agreed("contribution: 60", POSTED);
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        buy("P2", "B", "10.00", "THIRD");
        SettlementDefinition all = SettlementDefinition.ofEverybody("MONTHLY");

        SettlementReport first = engine.settlements().run(all, ON, each -> {});
        buy("P3", "A", "20.00", "HALF");
        buy("P4", "B", "10.00", "THIRD");
        SettlementReport again = engine.settlements().run(all, ON, each -> {});

        assertThat(first.posted()).extracting(Settlement::merchant).containsExactly("B");
        assertThat(first.shown()).extracting(SettlementTest::text).containsExactly("-6.00+0.00-0.00: 0.00 -> -6.00");
        assertThat(again.posted()).isEqualTo(first.posted());
        assertThat(again.shown()).extracting(SettlementTest::text).containsExactly("-12.00+0.00-0.00: 0.00 -> -12.00");
    }

    @Test
    void aDefinitionNamesMerchantsOrGroups() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        buy("P2", "B", "10.00", "THIRD");
        SettlementDefinition west =
                new SettlementDefinition("WEST", "West", true, Set.of(), Set.of("WEST"), Optional.empty());
        SettlementDefinition a = new SettlementDefinition("A", "A", true, Set.of("A"), Set.of(), Optional.empty());
        SettlementDefinition off = new SettlementDefinition("A", "A", false, Set.of("A"), Set.of(), Optional.empty());

        assertThat(engine.settlements().previewRun(west, ON, each -> {}).shown())
                .extracting(Settlement::merchant)
                .containsExactly("B");
        assertThat(engine.settlements().run(a, ON, each -> {}).posted())
                .extracting(Settlement::merchant)
                .containsExactly("A");
        assertThatThrownBy(() -> engine.settlements().run(off, ON, each -> {}))
                .hasMessageContaining("is not effective");
    }

    @Test
    void aMerchantWithARecurrenceIsSettledWhereItIsDue() {
        agreed(
                "contribution: 60, settlement: {automatic: true, recurrence: {rule: FREQ=MONTHLY;BYMONTHDAY=1, start:"
                        + " 2026-01-01T00:00:00Z}}",
                POSTED);
        join("ada");
        SettlementDefinition all = SettlementDefinition.ofEverybody("DAILY");
        buy("P1", "A", "20.00", "HALF");
        assertThat(engine.settlements()
                        .run(all, Instant.parse("2026-01-15T00:00:00Z"), each -> {})
                        .posted())
                .hasSize(1);
        buy("P2", "A", "20.00", "HALF");
        assertThat(engine.settlements()
                        .run(all, Instant.parse("2026-01-31T23:59:59Z"), each -> {})
                        .posted())
                .isEmpty();
        assertThat(engine.settlements()
                        .run(all, Instant.parse("2026-02-01T00:00:00Z"), each -> {})
                        .posted())
                .hasSize(1);
    }

    @Test
    void aDefinitionSaysWhenItIsDue() {
        Recurrence monthly = new Recurrence("FREQ=MONTHLY;BYMONTHDAY=1", Instant.parse("2026-01-01T00:00:00Z"));
        SettlementDefinition definition =
                new SettlementDefinition("M", "Monthly", true, Set.of(), Set.of(), Optional.of(monthly));
        assertThat(engine.settlements().nextRun(definition)).contains(Instant.parse("2026-01-01T00:00:00Z"));
        engine.settlements().run(definition, Instant.parse("2026-01-01T00:00:00Z"), each -> {});
        assertThat(engine.settlements().nextRun(definition)).contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void theHostIsToldOfEachSettlementUntilItBooksIt() {
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        buy("P2", "B", "10.00", "THIRD");
        settled("A");
        settled("B");
        List<String> booked = new ArrayList<>();

        assertThat(engine.settlements()
                        .deliver(settlement -> {
                            if (settlement.merchant().equals("B")) {
                                throw new IllegalStateException("The accounts are closed.");
                            }
                            booked.add(settlement.name());
                        })
                        .failures())
                .extracting(each -> each.message())
                .containsExactly("The accounts are closed.");
        assertThat(engine.settlements()
                        .deliver(settlement -> booked.add(settlement.name()))
                        .told())
                .isEqualTo(1);
        assertThat(engine.settlements()
                        .deliver(settlement -> booked.add("again"))
                        .told())
                .isZero();
        assertThat(booked).hasSize(2).first().asString().startsWith("A/");
    }

    @ParameterizedTest
    @CsvSource({"REFUND_CONTRIBUTION, -3.84, 1.44", "KEEP_CONTRIBUTION, -6.00, 3.60"})
    void whatExpiresOfAnAwardBringsItsContributionBackWhereThatIsAgreed(
            String onExpiry, String position, String breakage) {
        agreed(
                "contribution: 60, settlement: {automatic: true, onExpiry: " + onExpiry + "}",
                "contribution: 0, " + POSTED);
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        spend("P2", "B", "6.40");
        assertThat(position("A")).isEqualTo("-6.00");

        assertThat(engine.runs()
                        .expire(Instant.parse("2027-02-01T00:00:00Z"), RunListener.NONE)
                        .expired())
                .hasToString("[3.60 EUR]");

        assertThat(position("A")).isEqualTo(position);
        assertThat(engine.ledger()
                        .balancesAsOf(Instant.MAX)
                        .of(AccountKind.BREAKAGE, EUR)
                        .decimal())
                .isEqualTo(breakage);
        cancel("P2");
        cancel("P1");
        assertThat(position("A")).isEqualTo("0.00");
        assertThat(engine.ledger()
                        .balancesAsOf(Instant.MAX)
                        .of(AccountKind.BREAKAGE, EUR)
                        .isZero())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"OWNER, -6.00, 10.00", "MERCHANT, 4.00, 0.00"})
    void whoRefundsTheCustomerSaysWhetherTheMerchantIsCredited(String who, String position, String paidOut) {
        agreed("contribution: 60, reduction: BACK_END, settlement: {automatic: true, refundedBy: " + who + "}", POSTED);
        join("ada");
        Outcome outcome = buy("P1", "A", "30.00", "OFF");

        assertThat(outcome.backEnd()).contains(Amount.of("10.00", EUR));
        assertThat(position("A")).isEqualTo(position);
        assertThat(engine.ledger()
                        .balancesAsOf(Instant.MAX)
                        .of(AccountKind.PAID_OUT, EUR)
                        .decimal())
                .isEqualTo(paidOut);
        cancel("P1");
        assertThat(position("A")).isEqualTo("0.00");
        assertThat(engine.ledger()
                        .balancesAsOf(Instant.MAX)
                        .of(AccountKind.PAID_OUT, EUR)
                        .isZero())
                .isTrue();
    }

    @Test
    void whereTheTillReducesTheBillTheMerchantIsCreditedWhoeverRefunds() {
        agreed("contribution: 60, settlement: {automatic: true, refundedBy: OWNER}", POSTED);
        join("ada");
        buy("P1", "A", "30.00", "OFF");

        assertThat(position("A")).isEqualTo("4.00");
    }

    @Test
    void goodsOfADuplicateThatComeBackElsewhereAreTakenFromTheMerchantThatWasPaid() {
        join("ada");
        join("bob");
        buy("P1", "A", "20.00", "HALF");
        spend("P2", "B", "10.00");
        assertThat(position("B")).isEqualTo("10.00");
        evaluate("""
                {"id": "merge", "type": "participant_terminated", "participant": "ada", "unit": "A", "reason": "DUPLICATION",
                 "replacement": {"participant": "bob", "balance": true}, "performedOn": "2026-01-10T10:00:00Z"}""");
        evaluate("""
                {"id": "back", "type": "goods_return", "participant": "bob", "unit": "A",
                 "performedOn": "2026-01-20T10:00:00Z",
                 "lines": [{"purchase": "P2", "line": "1", "quantity": 3}]}""");

        assertThat(position("B")).isEqualTo("0.00");
        assertThat(position("A")).isEqualTo("-6.00");
        assertThat(engine.settlements().settle("A", "more", ON).isEmpty()).isTrue();
    }

    @Test
    void whatWasGivenBeforeAChangeoverIsSettledInTheMoneyOfThen() {
        String terms = "contribution: 60, " + POSTED;
        Programme euro = programme;
        store = new InMemoryStore();
        programme = ProgrammeReader.read("lev.yaml", yaml(terms, POSTED).replace("currency: EUR", "currency: BGN"));
        engine = engine();
        Denomination lev = new Denomination("BGN", 2);
        join("ada");
        buy("P1", "A", "20.00", "HALF");
        assertThat(settled("A").position(lev)).hasToString("-6.00 BGN");
        buy("P2", "A", "40.00", "HALF");
        engine.runs()
                .changeover(
                        new Changeover(lev, EUR, new BigDecimal("1.95583"), Instant.parse("2026-01-15T00:00:00Z")),
                        RunListener.NONE);
        engine.reload(euro);
        programme = euro;

        Settlement settlement = settled("A");
        assertThat(settlement.position(lev)).hasToString("-18.00 BGN");
        assertThat(settlement.position(EUR)).hasToString("0.00 EUR");
        giveBack("P1", 3);
        settlement = settled("A");
        assertThat(settlement.position(lev)).hasToString("-18.00 BGN");
        assertThat(settlement.position(EUR)).hasToString("3.07 EUR");
    }

    @Test
    void whoOfTwoEnginesIsFasterSettlesAndTheOtherSettlesTheRest() {
        RewardsEngine other = engine();
        join("ada");
        List<Boolean> posted = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            buy("P" + i, "A", "20.00", "HALF");
            String id = "R" + i;
            List<SettlementDocument> both = Threads.race(
                    2, number -> (number == 0 ? engine : other).settlements().settle("A", id + (number % 2), ON));
            both.forEach(each -> posted.add(each.posted()));
        }
        assertThat(posted.stream().filter(each -> each)).hasSize(40);
        assertThat(engine.settlements().history("A", 0, 100)).hasSize(40);
        assertThat(engine.settlements().preview("A", ON).settlement().position(EUR))
                .hasToString("-240.00 EUR");
        isSound();
    }

    @Test
    void everyTransactionOfASettlementSaysWhatItIsFor() {
        agreed("contribution: 60, settlement: {automatic: true, fee: 10}", POSTED);
        join("ada");
        buy("P1", "A", "30.00", "OFF");
        SettlementDocument document = engine.settlements().settle("A", "S1", ON);
        assertThat(document.entries().stream().map(MerchantEntry::transaction).map(SettlementTest::words))
                .containsExactly(
                        "P1#OFF/contribution 6.00 EUR CONTRIBUTION of A>AWARD_EXPENSE",
                        "P1#OFF/spend 10.00 EUR OPEN of ada>REIMBURSEMENT of A",
                        "settlement/A/S1#P1#OFF/settlement_fee 1.00 EUR POSITION of A>SETTLEMENT_FEES",
                        "settlement/A/S1#EUR/settlement 6.00 EUR POSITION of A>CONTRIBUTION of A",
                        "settlement/A/S1#EUR/settlement/2 10.00 EUR REIMBURSEMENT of A>POSITION of A");
        assertThat(text(document.settlement())).isEqualTo("-6.00+10.00-1.00: 0.00 -> 3.00");
    }

    private static String words(Transaction transaction) {
        return transaction.id() + " " + transaction.amount() + " " + transaction.from() + ">" + transaction.to();
    }
}
