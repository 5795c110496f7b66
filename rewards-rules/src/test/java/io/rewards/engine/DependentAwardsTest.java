package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Shop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.AccountCheck;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SocialMediaLike;
import io.rewards.ledger.AccountKind;
import io.rewards.wallet.Reclaim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Awards that were made because of others go with them. Domain 5.6. */
class DependentAwardsTest {

    @Test
    void theWelcomeGoesWithTheOnlyAwardThatItHadWaitedFor() {
        Purse purse = Purse.with(tenth("A").build(), welcome());
        Outcome bought = purse.buy("2024-03-01", "10.00");
        assertThat(wallet(purse)).isEqualTo("6.00 EUR");
        Outcome cancelled = purse.cancel("2024-03-02", bought);
        assertThat(reclaimed(cancelled)).containsExactly("A 1.00 EUR", "W 5.00 EUR");
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void theWelcomeStaysWhileAnotherAwardStands() {
        Purse purse = Purse.with(tenth("A").build(), welcome());
        Outcome first = purse.buy("2024-03-01", "10.00");
        Outcome second = purse.buy("2024-03-02", line("case", 2, "20.00"));
        assertThat(reclaimed(purse.cancel("2024-03-03", first))).containsExactly("A 1.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-04", second, "case", 1))).containsExactly("A 1.00 EUR");
        assertThat(wallet(purse)).isEqualTo("6.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-05", second, "case", 1)))
                .containsExactly("A 1.00 EUR", "W 5.00 EUR");
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void whoBuysAgainIsWelcomedAgain() {
        Purse purse = Purse.with(tenth("A").build(), welcome());
        for (int i = 1; i <= 3; i++) {
            Outcome bought = purse.buy("2024-03-0" + i, "10.00");
            assertThat(wallet(purse)).isEqualTo("6.00 EUR");
            purse.cancel("2024-03-0" + i, bought);
            assertThat(wallet(purse)).isEqualTo("0.00 EUR");
        }
    }

    @Test
    void twoWelcomesDoNotKeepEachOther() {
        Offer also = offer("V", new Terms.SignUps(true), fixed("2.00")).build();
        Offer bonus = share("S", "10", "100.00").build();
        Purse purse = Purse.with(tenth("A").build(), welcome(), also, bonus);
        Outcome bought = purse.buy("2024-03-01", "10.00");
        assertThat(Shop.award(purse.buy("2024-03-02", "100.00"), "S")).isEqualTo("0.80 EUR");
        purse.cancelAward("2024-03-03", "E2#A");
        assertThat(wallet(purse)).isEqualTo("8.80 EUR");
        assertThat(reclaimed(purse.cancel("2024-03-04", bought)))
                .containsExactlyInAnyOrder("A 1.00 EUR", "S 0.10 EUR", "V 2.00 EUR", "W 5.00 EUR", "S 0.70 EUR");
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void aWelcomeThatWasSpentBecomesADebt() {
        Purse purse = Purse.with(tenth("A").build(), welcome());
        Outcome bought = purse.buy("2024-03-01", "10.00");
        purse.transfer("2024-03-03", "6.00");
        purse.cancel("2024-03-04", bought);
        assertThat(purse.account().wallet().debts()).containsEntry("EUR", eur("6.00"));
    }

    @Test
    void anExpiredWelcomeIsTakenOutOfTheBreakage() {
        Offer expiring = offer("W", new Terms.SignUps(true), fixed("5.00"))
                .withAwardValidity(
                        new AwardValidity(Optional.empty(), new AwardValidity.Expiry.On(LocalDate.parse("2024-03-10"))))
                .build();
        Purse purse = Purse.with(tenth("A").build(), expiring);
        Outcome bought = purse.buy("2024-03-01", "10.00");
        purse.expire("2024-03-11");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("5.00 EUR");
        purse.cancel("2024-03-12", bought);
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("0.00 EUR");
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void aShareOfAwardsGoesWithThemInAnyNumberOfSteps() {
        Purse purse = Purse.with(all(), share("S", "50", "600.00").build());
        Outcome bought = purse.buy("2024-03-01", line("case", 2, "100.00"));
        assertThat(Shop.award(purse.buy("2024-03-02", "600.00"), "S")).isEqualTo("50.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-03", bought, "case", 1)))
                .containsExactly("A 50.00 EUR", "S 25.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-04", bought, "case", 1)))
                .containsExactly("A 50.00 EUR", "S 25.00 EUR");
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void aShareOfAwardsGoesWithAnAwardThatIsCancelled() {
        Purse purse = Purse.with(all(), share("S", "50", "600.00").build());
        purse.buy("2024-03-01", "100.00");
        purse.buy("2024-03-02", "600.00");
        assertThat(reclaimed(purse.cancelAward("2024-03-03", "E1#A"))).containsExactly("A 100.00 EUR", "S 50.00 EUR");
    }

    @Test
    void sharesOfSharesGoInAChain() {
        Purse purse = Purse.with(
                all(),
                share("S", "50", "600.00").build(),
                offer("T", new Terms.TransactionRevenue(eur("900.00"), Optional.empty()), past("10"))
                        .build());
        Outcome bought = purse.buy("2024-03-01", "100.00");
        assertThat(Shop.award(purse.buy("2024-03-02", "600.00"), "S")).isEqualTo("50.00 EUR");
        assertThat(Shop.award(purse.buy("2024-03-03", "900.00"), "T")).isEqualTo("15.00 EUR");
        assertThat(Shop.award(purse.buy("2024-03-04", "600.00"), "S")).isEqualTo("57.50 EUR");
        purse.cancel("2024-03-05", bought);
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void offersThatCountEachOtherComeToAnEnd() {
        Purse purse = Purse.with(
                all(),
                share("S", "50", "600.00").build(),
                share("T", "50", "600.00").build());
        Outcome bought = purse.buy("2024-03-01", "100.00");
        for (int i = 2; i < 9; i++) {
            purse.buy("2024-03-0" + i, "600.00");
        }
        assertThat(purse.account().lots()).hasSize(15);
        purse.cancel("2024-03-09", bought);
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void whatWasAwardedLaterIsNoPartOfAShare() {
        Purse purse = Purse.with(all(), share("S", "50", "600.00").build());
        purse.buy("2024-03-01", "100.00");
        purse.buy("2024-03-05", "600.00");
        Outcome late = purse.buy("2024-03-02", "40.00");
        Outcome same = purse.buy("2024-03-05", "30.00");
        assertThat(reclaimed(purse.cancel("2024-03-06", late))).containsExactly("A 40.00 EUR");
        assertThat(reclaimed(purse.cancel("2024-03-06", same))).containsExactly("A 30.00 EUR");
    }

    @Test
    void aCappedShareStaysAsFarAsItIsStillEarned() {
        Award capped = past("50").with(new AwardRange(Optional.empty(), Optional.of(eur("30.00"))));
        Purse purse = Purse.with(
                all(),
                offer("S", new Terms.TransactionRevenue(eur("600.00"), Optional.empty()), capped)
                        .build());
        Outcome bought = purse.buy("2024-03-01", line("case", 5, "100.00"));
        assertThat(Shop.award(purse.buy("2024-03-02", "600.00"), "S")).isEqualTo("30.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-03", bought, "case", 2))).containsExactly("A 40.00 EUR");
        assertThat(reclaimed(purse.giveBack("2024-03-04", bought, "case", 1)))
                .containsExactly("A 20.00 EUR", "S 10.00 EUR");
    }

    @Test
    void aShareOfAnOfferThatHasChangedLosesItsPart() {
        Purse purse = Purse.with(all(), share("S", "50", "600.00").build());
        Outcome bought = purse.buy("2024-03-01", line("case", 4, "100.00"));
        purse.buy("2024-03-02", "600.00");
        purse.engine.reload(purse.engine
                .programme()
                .withOffers(List.of(all(), share("S", "20", "600.00").build())));
        assertThat(reclaimed(purse.giveBack("2024-03-03", bought, "case", 1)))
                .containsExactly("A 25.00 EUR", "S 12.50 EUR");
        purse.engine.reload(purse.engine.programme().withOffers(List.of(all())));
        purse.cancel("2024-03-04", bought);
        assertThat(wallet(purse)).isEqualTo("0.00 EUR");
    }

    @Test
    void aShareIsAskedAboutAsItWasGivenWhateverElseThePurchaseEarned() {
        Offer five = offer("F", new Terms.TransactionRevenue(eur("60.00"), Optional.empty()), fixed("5.00"))
                .build();
        Offer gift = offer(
                        "G",
                        new Terms.Behavior(Optional.of("page"), Optional.empty(), AwardLimit.ONLY_ONE),
                        fixed("10.00"))
                .build();
        for (boolean more : new boolean[] {false, true}) {
            Offer tenth = share("S", "10", "60.00").build();
            Purse purse = more ? Purse.with(gift, tenth, five) : Purse.with(gift, tenth);
            purse.engine.evaluate(new SocialMediaLike(purse.header("2024-03-01"), "page"));
            Outcome eighty = purse.buy("2024-03-02", line("case", 2, "80.00"));
            assertThat(Shop.award(eighty, "S")).isEqualTo("1.00 EUR");
            assertThat(reclaimed(purse.giveBack("2024-03-03", eighty, "case", 1)))
                    .contains("S 1.00 EUR");
        }
        Purse purse = Purse.with(gift, share("S", "10", "60.00").build(), five);
        purse.engine.evaluate(new SocialMediaLike(purse.header("2024-03-01"), "page"));
        Outcome hundredAndTwenty = purse.buy("2024-03-02", line("case", 3, "120.00"));
        purse.buy("2024-03-02", "60.00");
        assertThat(reclaimed(purse.giveBack("2024-03-03", hundredAndTwenty, "case", 1)))
                .isEmpty();
        assertThat(reclaimed(purse.giveBack("2024-03-04", hundredAndTwenty, "case", 1)))
                .containsExactlyInAnyOrder("F 5.00 EUR", "S 1.00 EUR", "S 0.50 EUR");
    }

    @Test
    void goodsOfTheShareAndOfWhatItIsAShareOfComeBackTogether() {
        Purse purse = Purse.with(all(), share("S", "50", "600.00").build());
        Outcome bought = purse.buy("2024-03-01", line("case", 2, "100.00"));
        Outcome big = purse.buy("2024-03-02", line("laptop", 2, "1200.00"));
        purse.engine.evaluate(GoodsReturn.of(
                purse.header("2024-03-03"),
                new ReturnedLine(big.event(), "laptop", 1),
                new ReturnedLine(bought.event(), "case", 1)));
        assertThat(purse.left("S")).isEqualTo("25.00 EUR");
    }

    @Test
    void theReferrerGivesBackWhenOnlyTheWelcomeWasLeft() {
        Offer referrals = offer("R", new Terms.Referrals(), fixed("4.00")).build();
        Purse purse = Purse.with(tenth("A").build(), welcome(), referrals);
        purse.engine.evaluate(new Referral(purse.header("2024-03-01"), "P2"));
        Outcome bought = purse.buy("2024-03-02", line("case", 2, "20.00"));
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("9.00 EUR");
        purse.giveBack("2024-03-03", bought, "case", 1);
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("9.00 EUR");
        purse.giveBack("2024-03-04", bought, "case", 1);
        assertThat(purse.balance("P1", AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance("P2", AccountKind.COMMERCE)).isEqualTo("0.00 EUR");
    }

    @Test
    void nothingIsTakenForWhatIsNotTakenBack() {
        Purse purse = Purse.with(
                tenth("A")
                        .withHandling(AwardHandling.DEFAULT.with(ReturnPolicy.KEEP_THE_DEAL))
                        .build(),
                welcome());
        Outcome bought = purse.buy("2024-03-01", line("case", 2, "20.00"));
        purse.giveBack("2024-03-03", bought, "case", 1);
        assertThat(wallet(purse)).isEqualTo("6.00 EUR");
    }

    private static Offer welcome() {
        return offer("W", new Terms.SignUps(true), fixed("5.00")).build();
    }

    private static Offer.Builder tenth(String code) {
        return offer(code, new Terms.TransactionRevenue(eur("0.10"), Optional.empty()), percent("10"));
    }

    /** All that was paid, up to 500.00. */
    private static Offer all() {
        return offer("A", new Terms.TransactionRevenue(eur("0.00"), Optional.of(eur("500.00"))), percent("100"))
                .build();
    }

    private static Offer.Builder share(String code, String percentage, String from) {
        return offer(code, new Terms.TransactionRevenue(eur(from), Optional.empty()), past(percentage));
    }

    private static Award past(String percentage) {
        return new Award.PercentageOfAwarded(Percentage.of(percentage), Shop.months(1), Set.of(), Set.of(), Shop.EUR);
    }

    private static String wallet(Purse purse) {
        assertThat(AccountCheck.problems(purse.records())).isEmpty();
        return purse.balance(AccountKind.COMMERCE);
    }

    private static List<String> reclaimed(Outcome outcome) {
        return outcome.returned().map(ReturnResult::reclaimed).orElseThrow().stream()
                .map((Reclaim each) -> each.offer() + " " + each.amount())
                .toList();
    }
}
