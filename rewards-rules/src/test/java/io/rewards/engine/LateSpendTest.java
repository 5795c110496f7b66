package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.AwardValidity.Expiry;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.Purchase;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.report.StatementLine;
import io.rewards.run.RunListener;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told late finds the wallet as it was at its own date. Domain 5.7. */
class LateSpendTest {

    private static final String LAST_DAY = "2026-06-30T18:00";
    private static final String RUN = "2026-07-01T00:05";

    private static Offer.Builder award(String amount) {
        return offer("A", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed(amount))
                .withConditions(AwardConditions.builder()
                        .withProducts(ProductSelection.ofProducts("laptop"))
                        .build())
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse("2026-07-01"))));
    }

    /** A wallet with an award to 30 June, whose end a run has booked where {@code booked}. */
    private static Purse purse(Offer offer, boolean booked) {
        Purse purse = Purse.at(Shop.givingNothing().withAutomaticSpending(true).build(), Profile.EMPTY, offer);
        purse.buy("2026-06-01", line("laptop", 1, "100.00"));
        if (booked) {
            assertThat(purse.expire(RUN).lots()).isOne();
        }
        return purse;
    }

    private static Optional<String> paid(Outcome outcome) {
        return outcome.spend().map(SpendResult::actual).map(Object::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moneyOfTheLastDayIsSpentByWhatIsToldTheDayAfter(boolean booked) {
        Purse purse = purse(award("5.00").build(), booked);
        Purchase sale = Purchase.of(purse.header(LAST_DAY), Shop.thing("20.00")).spending(SpendWish.ALL);
        Outcome preview = purse.engine.preview(sale);
        Outcome outcome = purse.engine.evaluate(sale);
        assertThat(outcome).isEqualTo(preview);
        assertThat(paid(outcome)).contains("5.00 EUR");
        assertThat(outcome.payable()).contains(eur("15.00"));
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("0.00 EUR");
        assertThat(purse.balance(AccountKind.REIMBURSEMENT)).isEqualTo("5.00 EUR");
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
        assertThat(purse.expire("2026-07-02").lots()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T23:59:59.999999999, 5.00 EUR",
        "2026-07-01T00:00, 0.00 EUR",
        "2026-07-01T00:00:00.000000001, 0.00 EUR"
    })
    void whatHadExpiredByTheDateOfTheEventIsNotSpent(String on, String spent) {
        for (boolean booked : new boolean[] {false, true}) {
            Purse purse = purse(award("5.00").build(), booked);
            Outcome sale = purse.buy("2026-06-02", "20.00");
            assertThat(paid(purse.spend(on, sale, SpendWish.ALL))).contains(spent);
        }
    }

    @Test
    void theBookingOfARunIsUndoneForAsMuchAsIsSpent() {
        Purse purse = purse(award("5.00").build(), true);
        Outcome sale = purse.buy("2026-06-02", "20.00");
        Outcome spent = purse.spend(LAST_DAY, sale, "2.00");
        Transaction booking = purse.records().transactions().stream()
                .filter(each -> each.kind() == TransactionKind.AWARD_EXPIRATION)
                .findFirst()
                .orElseThrow();
        assertThat(spent.transactions())
                .extracting(Transaction::kind)
                .containsExactly(TransactionKind.REVERSAL, TransactionKind.REDEEM, TransactionKind.SPEND);
        assertThat(spent.transactions().get(0).reverses()).isEqualTo(booking.id());
        assertThat(spent.transactions().get(0).amount()).isEqualTo(eur("2.00"));
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("3.00 EUR");
        assertThat(paid(purse.spend(LAST_DAY, sale, SpendWish.ALL))).contains("3.00 EUR");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("0.00 EUR");
        assertThat(paid(purse.spend(LAST_DAY, sale, SpendWish.ALL))).contains("0.00 EUR");
        List<String> told = purse
                .engine
                .ledger()
                .statement("P1", LocalDate.parse("2026-06-01"), LocalDate.parse("2030-12-31"))
                .movements()
                .stream()
                .map(StatementLine::why)
                .toList();
        assertThat(told).contains("Had not expired yet at the date of spend request E3");
    }

    @Test
    void whatComesBackOfALateSpendExpiresWithTheNextRunAndCanBeSpentLateAgain() {
        Purse purse = purse(award("5.00").build(), true);
        Outcome sale = purse.buy("2026-06-02", "20.00");
        Outcome spent = purse.spend(LAST_DAY, sale, SpendWish.ALL);
        purse.cancel("2026-07-02", spent);
        assertThat(purse.left("A")).isEqualTo("5.00 EUR");
        assertThat(purse.expire("2026-07-03").expired()).containsExactly(eur("5.00"));
        assertThat(paid(purse.spend(LAST_DAY, sale, "4.00"))).contains("4.00 EUR");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("1.00 EUR");
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsSpentWithoutBeingAskedIsSpentLateToo(boolean booked) {
        Purse late = Purse.at(
                Shop.givingNothing().withAutomaticSpending(true).build(),
                Profile.EMPTY,
                award("105.00").withSpendMethod(SpendMethod.SPEND_AUTOMATICALLY).build());
        late.buy("2026-06-01", line("laptop", 1, "100.00"));
        if (booked) {
            assertThat(late.expire(RUN).expired()).containsExactly(eur("5.00"));
        }
        assertThat(paid(late.buy(LAST_DAY, "20.00"))).contains("5.00 EUR");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moneyIsReservedFreedGivenAndPaidOutLateAsWell(boolean booked) {
        Purse held = purse(award("5.00").build(), booked);
        Outcome hold = held.hold(LAST_DAY, "5.00", "2026-08-01", Shop.thing("20.00"));
        assertThat(paid(hold)).contains("5.00 EUR");
        Purse redeemed = purse(award("5.00").build(), booked);
        Outcome sale = redeemed.buy("2026-06-02", "20.00");
        redeemed.redeem(LAST_DAY, sale, Optional.empty());
        assertThat(redeemed.balance(AccountKind.OPEN)).isEqualTo("5.00 EUR");
        Purse given = purse(award("5.00").build(), booked);
        assertThat(given.refusal(new MoneyTransferred(given.header(LAST_DAY), "P2", eur("5.01"), "")))
                .containsExactly("amount: The amount (5.01 EUR) is more than there is for it (5.00 EUR).");
        given.transfer(LAST_DAY, "5.00");
        assertThat(given.balance("P2", AccountKind.COMMERCE)).isEqualTo("5.00 EUR");
        Purse taken = purse(award("5.00").build(), booked);
        taken.adjust(LAST_DAY, "-4.00");
        taken.expire("2026-07-02");
        assertThat(taken.balance(AccountKind.BREAKAGE)).isEqualTo("1.00 EUR");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVoucherOfTheLastDayIsUsedByWhatIsToldTheDayAfterAndOnlyOnce(boolean booked) {
        Purse purse = purse(
                award("5.00")
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .build(),
                booked);
        Outcome sale = purse.buy("2026-06-02", "3.00");
        Outcome other = purse.buy("2026-06-02", "3.00");
        String code = purse.engine.participants().voucherCode("E1#A");
        assertThat(purse.refusal(new VoucherUsed(purse.header("2026-07-01"), Secret.hashOf(code), sale.event())))
                .isNotEmpty();
        assertThat(paid(purse.useVoucher(LAST_DAY, code, sale))).contains("3.00 EUR");
        assertThat(purse.refusal(new VoucherUsed(purse.header(LAST_DAY), Secret.hashOf(code), other.event())))
                .containsExactly("codeHash: The voucher is USED.");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("2.00 EUR");
        purse.expire("2026-07-02");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("2.00 EUR");
        assertThat(purse.engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void aVoucherInPartsIsUsedLateForWhatARunTookOutOfIt() {
        Purse purse = purse(
                award("5.00")
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .withHandling(AwardHandling.DEFAULT.withPartialVoucher(true))
                        .build(),
                false);
        Outcome sale = purse.buy("2026-06-02", "2.00");
        Outcome other = purse.buy("2026-06-02", "9.00");
        String code = purse.engine.participants().voucherCode("E1#A");
        purse.useVoucher("2026-06-03", code, sale);
        assertThat(purse.expire(RUN).expired()).containsExactly(eur("3.00"));
        assertThat(paid(purse.useVoucher(LAST_DAY, code, other))).contains("3.00 EUR");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAwardThatGoesBackLateIsTakenOutOfMoneyThatWasThereThen(boolean booked) {
        Offer sooner = offer("B", new Terms.TransactionRevenue(eur("50.00"), Optional.of(eur("60.00"))), fixed("2.00"))
                .withAwardValidity(new AwardValidity(Optional.empty(), new Expiry.On(LocalDate.parse("2026-06-20"))))
                .build();
        Purse purse = Purse.with(award("5.00").build(), sooner);
        purse.buy("2026-06-01", line("laptop", 1, "100.00"));
        Outcome first = purse.buy("2026-06-02", "50.00");
        purse.spend("2026-06-03", purse.buy("2026-06-03", "7.00"), "2.00");
        assertThat(purse.left("B")).isEqualTo("0.00 EUR");
        if (booked) {
            assertThat(purse.expire(RUN).expired()).containsExactly(eur("5.00"));
        }
        purse.cancel(LAST_DAY, first);
        assertThat(purse.account().wallet().debts()).isEmpty();
        purse.expire("2026-07-02");
        assertThat(purse.balance(AccountKind.BREAKAGE)).isEqualTo("3.00 EUR");
    }

    @Test
    void aRunThatAwardsNothingPaysNoDebtWithMoneyThatHasExpiredSince() {
        Offer members = offer("B", new Terms.TransactionRevenue(eur("0.01"), Optional.empty()), fixed("1.00"))
                .withConditions(AwardConditions.builder()
                        .withSegmentsIncluded(Set.of("VIP"))
                        .withMaximumUnprocessed(Shop.days(60))
                        .build())
                .build();
        Purse purse = Purse.with(award("5.00").build(), members);
        Outcome bought = purse.buy("2026-06-01", line("laptop", 1, "100.00"));
        assertThat(purse.account().open(bought.event())).isPresent();
        purse.engine.evaluate(new BalanceAdjusted(purse.header("2026-07-05"), eur("-2.00"), "goodwill", "ann").owing());
        purse.engine.runs().run(RunDefinition.ofEverything("NIGHT"), Shop.at("2026-07-06"), RunListener.NONE);
        assertThat(purse.account().wallet().debts().values()).containsExactly(eur("2.00"));
        assertThat(purse.left("A")).isEqualTo("5.00 EUR");
        purse.topUp("2026-07-07", "3.00");
        assertThat(purse.account().wallet().debts()).isEmpty();
        assertThat(purse.balance(AccountKind.OPEN)).isEqualTo("1.00 EUR");
    }
}
