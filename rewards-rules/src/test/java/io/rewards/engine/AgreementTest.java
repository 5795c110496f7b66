package io.rewards.engine;

import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.line;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ParticipantsAllowed;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.SpendResult;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.RedeemRequested;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.VoucherUsed;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.problem.Problem;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.wallet.Lot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agreement with a merchant lets happen at its unit. Domain 7.1, 7.2, 7.5. */
class AgreementTest {

    private static final Terms ANY = new Terms.TransactionRevenue(eur("0.00"), Optional.empty());
    private static final Offer MONEY = offer("A", ANY, fixed("5.00")).build();
    private static final Offer DISCOUNT = offer("D", ANY, fixed("3.00"))
            .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
            .build();
    private static final AgreementTerms NOBODY_SPENDS = Shop.givingNothing()
            .withSpends(ParticipantsAllowed.of(false, false))
            .build();

    private final InMemoryStore store = new InMemoryStore();
    private RewardsEngine engine;
    private int events;

    /** OWN registered at U1, which lies in NICOSIA; OTHER at LONDON. Both have bought there before anything was agreed. */
    private void shop(Offer... offers) {
        engine = RewardsEngine.builder(programme(List.of(), offers), store, () -> Shop.at("2030-01-01"))
                .withRules(Shop.RULES)
                .withVoucherKey(Purse.KEY)
                .build();
        Profile automatic = Profile.EMPTY
                .withDateOfBirth(LocalDate.parse("1990-03-06"))
                .withPreferences(new Preferences(
                        "",
                        "",
                        Consent.NOT_GIVEN,
                        Consent.NOT_GIVEN,
                        new AutomaticSpending(
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(),
                                Optional.empty())));
        for (String participant : List.of("OWN", "OTHER")) {
            String unit = participant.equals("OWN") ? "U1" : "LONDON";
            send(new ParticipantRegistered(header(participant, unit, "2000-01-01"), automatic));
            send(new SchemeSignUp(header(participant, unit, "2000-01-01"), "CLUB", ""));
            send(Purchase.of(header(participant, unit, "2024-03-01"), Shop.thing("100.00")));
        }
    }

    private static Programme programme(List<Agreement> agreements, Offer... offers) {
        Programme shop = Shop.programme(Shop.settings(), offers);
        return shop.toBuilder()
                .withSchemes(List.of(Scheme.of("CLUB"), Scheme.of("OTHER")))
                .withAgreements(agreements)
                .build();
    }

    private void agree(Agreement... agreements) {
        engine.reload(programme(List.of(agreements), engine.programme().offers().toArray(Offer[]::new)));
    }

    private void agree(AgreementTerms terms) {
        agree(Agreement.ofUnit("LEDRA", "U1", terms));
    }

    private EventHeader header(String participant, String unit, String time) {
        events++;
        return EventHeader.of("E" + events, participant, unit, Shop.at(time)).receivedOn(Shop.at(time));
    }

    private Outcome send(CustomerEvent event) {
        return engine.evaluate(event);
    }

    private Outcome buy(String participant) {
        return send(Purchase.of(header(participant, "U1", "2024-03-05"), Shop.thing("20.00")));
    }

    private Outcome spend(String participant, Outcome purchase) {
        return send(new SpendRequested(header(participant, "U1", "2024-03-05"), purchase.event(), SpendWish.ALL));
    }

    private static List<String> problems(Outcome outcome) {
        return outcome.problems().stream().map(Problem::toString).toList();
    }

    private static String spent(Outcome outcome) {
        return outcome.spend().map(SpendResult::actual).map(Object::toString).orElse("nothing");
    }

    private static String automatically(Outcome outcome) {
        return spent(outcome);
    }

    @Test
    void underAnAgreementThatIsNotEffectiveNothingIsAwardedOrSpentWhateverTheGroupSays() {
        shop(MONEY, DISCOUNT);
        agree(
                Agreement.ofUnit("LEDRA", "U1", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE),
                Agreement.ofGroup(
                        "NICOSIA",
                        "NICOSIA",
                        Shop.givingNothing().withAutomaticSpending(true).build()));
        Outcome bought = buy("OWN");
        assertThat(Shop.reasons(bought, "A")).containsExactly(DeclineReason.AGREEMENT_NOT_EFFECTIVE);
        assertThat(bought.instantSpends()).isEmpty();
        assertThat(automatically(bought)).isEqualTo("nothing");
        assertThat(problems(spend("OWN", bought)))
                .containsExactly(
                        "unit: The agreement of the merchant of unit (U1) is NOT_EFFECTIVE, so nothing can be spent"
                                + " there (AGREEMENT_NOT_EFFECTIVE).");
        assertThat(problems(send(new SchemeSignUp(header("OWN", "U1", "2024-03-05"), "OTHER", ""))))
                .containsExactly(
                        "unit: The agreement of the merchant of unit (U1) is NOT_EFFECTIVE, so nobody can sign up"
                                + " there (AGREEMENT_NOT_EFFECTIVE).");
    }

    @Test
    void elsewhereEverythingGoesOn() {
        shop(MONEY);
        agree(Agreement.ofUnit("LEDRA", "U1", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE));
        Outcome bought = send(Purchase.of(header("OWN", "U2", "2024-03-05"), Shop.thing("20.00")));
        assertThat(Shop.award(bought, "A")).isEqualTo("5.00 EUR");
        assertThat(spent(send(new SpendRequested(header("OWN", "U2", "2024-03-05"), bought.event(), SpendWish.ALL))))
                .isEqualTo("10.00 EUR");
    }

    @Test
    void anAgreementOfAGroupThatIsNotEffectiveIsAsIfItWereNot() {
        shop(MONEY);
        agree(Agreement.ofGroup("NICOSIA", "NICOSIA", NOBODY_SPENDS).with(AgreementState.NOT_EFFECTIVE));
        assertThat(spent(spend("OWN", buy("OWN")))).isEqualTo("10.00 EUR");
    }

    @Test
    void ownParticipantsAndOthersSpendAsAgreed() {
        shop(MONEY);
        agree(Shop.givingNothing()
                .withSpends(ParticipantsAllowed.of(false, true))
                .build());
        assertThat(problems(spend("OWN", buy("OWN"))))
                .containsExactly(
                        "unit: Participants who registered in (NICOSIA) may not spend there (OWN_PARTICIPANT).");
        assertThat(spent(spend("OTHER", buy("OTHER")))).isEqualTo("10.00 EUR");
        agree(Shop.givingNothing()
                .withSpends(ParticipantsAllowed.of(true, false))
                .build());
        assertThat(spent(spend("OWN", buy("OWN")))).isEqualTo("15.00 EUR");
        assertThat(problems(spend("OTHER", buy("OTHER"))))
                .containsExactly("unit: Participants who did not register in (NICOSIA) may not spend there"
                        + " (PARTICIPANT_OF_ANOTHER).");
    }

    @Test
    void nothingIsReservedFreedOrPaidByVoucherWhereNobodySpends() {
        Offer voucher = offer("V", ANY, fixed("4.00"))
                .withSpendMethod(SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                .build();
        shop(MONEY, voucher);
        agree(NOBODY_SPENDS);
        Outcome bought = buy("OWN");
        String refused = "unit: Participants who registered in (NICOSIA) may not spend there (OWN_PARTICIPANT).";
        assertThat(problems(send(new HoldPlaced(
                        header("OWN", "U1", "2024-03-05"),
                        List.of(line("case", 1, "6.00")),
                        Optional.empty(),
                        Shop.at("2024-03-09")))))
                .containsExactly(refused);
        assertThat(problems(
                        send(new RedeemRequested(header("OWN", "U1", "2024-03-05"), bought.event(), Optional.empty()))))
                .containsExactly(refused);
        Lot lot = bought.lots().stream()
                .filter(each -> each.voucher().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(problems(send(new VoucherUsed(
                        header("OWN", "U1", "2024-03-05"),
                        lot.voucher().orElseThrow().codeHash(),
                        bought.event()))))
                .containsExactly(refused);
    }

    @Test
    void aPurchaseThatAsksToSpendIsStillAPurchaseAndSaysWhyNothingWasSpent() {
        shop(MONEY);
        agree(NOBODY_SPENDS);
        Outcome bought = send(Purchase.of(header("OWN", "U1", "2024-03-05"), Shop.thing("20.00"))
                .spending(SpendWish.ALL));
        assertThat(bought.status()).isEqualTo(Outcome.Status.PROCESSED);
        assertThat(bought.spend().orElseThrow().actual()).isEqualTo(eur("0.00"));
        assertThat(bought.spend().orElseThrow().why())
                .isEqualTo("Participants who registered in (NICOSIA) may not spend there (OWN_PARTICIPANT).");
    }

    @Test
    void aDiscountThatTheMerchantDoesNotHaveIsMoneyThatIsSpentElsewhere() {
        shop(DISCOUNT);
        agree(Shop.givingNothing()
                .withSpendMethods(SpendMethod.SPEND_ON_REQUEST)
                .build());
        Outcome bought = buy("OWN");
        assertThat(bought.instantSpends()).isEmpty();
        assertThat(bought.payable()).contains(eur("20.00"));
        assertThat(spent(send(new SpendRequested(header("OWN", "U2", "2024-03-05"), bought.event(), SpendWish.ALL))))
                .isEqualTo("3.00 EUR");
    }

    @ParameterizedTest
    @EnumSource(SpendMethod.class)
    void walletsPayInTheWaysThatWereAgreed(SpendMethod method) {
        shop(MONEY, DISCOUNT);
        agree(Shop.givingNothing()
                .withSpendMethods(method)
                .withAutomaticSpending(true)
                .build());
        Outcome bought = buy("OWN");
        assertThat(bought.instantSpends().isEmpty()).isEqualTo(method != SpendMethod.SPEND_INSTANTLY);
        assertThat(automatically(bought).equals("nothing")).isEqualTo(method != SpendMethod.SPEND_AUTOMATICALLY);
        Outcome request = spend("OWN", bought);
        if (method == SpendMethod.SPEND_ON_REQUEST) {
            assertThat(request.problems()).isEmpty();
        } else {
            assertThat(problems(request))
                    .contains(
                            "unit: The merchant of unit (U1) has agreed to [" + method + "], not to SPEND_ON_REQUEST.");
        }
    }

    @Test
    void nothingIsSpentWithoutARequestUnlessItWasAgreed() {
        shop(MONEY);
        assertThat(automatically(buy("OWN"))).isEqualTo("nothing");
        agree(Shop.givingNothing().build());
        assertThat(automatically(buy("OWN"))).isEqualTo("nothing");
        agree(Shop.givingNothing().withAutomaticSpending(true).build());
        assertThat(automatically(buy("OWN"))).isEqualTo("20.00 EUR");
    }

    @Test
    void moneyOfASchemeInWhichTheMerchantDoesNotTakePartIsSpentElsewhere() {
        shop(MONEY);
        agree(Shop.givingNothing().withSchemes("OTHER").build());
        Outcome bought = buy("OWN");
        assertThat(Shop.reasons(bought, "A")).containsExactly(DeclineReason.NOT_A_SCHEME_OF_THE_MERCHANT);
        Outcome spent = spend("OWN", bought);
        assertThat(spent(spent)).isEqualTo("0.00 EUR");
        assertThat(spent.spend().orElseThrow().unused())
                .extracting(SpendResult.Unused::why)
                .containsExactly("It is money of scheme (CLUB); the merchant of unit (U1) takes part in [OTHER]"
                        + " (NOT_A_SCHEME_OF_THE_MERCHANT).");
        assertThat(spent(send(new SpendRequested(header("OWN", "U2", "2024-03-05"), bought.event(), SpendWish.ALL))))
                .isEqualTo("5.00 EUR");
    }

    @Test
    void ownParticipantsAndOthersSignUpAsAgreedAndToTheSchemesOfTheMerchant() {
        shop();
        agree(Shop.givingNothing()
                .withSignUps(ParticipantsAllowed.of(false, true))
                .withSchemes("OTHER")
                .build());
        assertThat(problems(send(new SchemeSignUp(header("OWN", "U1", "2024-03-05"), "OTHER", ""))))
                .containsExactly(
                        "unit: Participants who registered in (NICOSIA) may not sign up there (OWN_PARTICIPANT).");
        assertThat(problems(send(new SchemeSignUpRequested(
                        header("OWN", "U1", "2024-03-05"), "OTHER", "a@b.example", "0".repeat(64)))))
                .contains("unit: Participants who registered in (NICOSIA) may not sign up there (OWN_PARTICIPANT).");
        assertThat(problems(send(new SchemeSignUp(header("OTHER", "U1", "2024-03-05"), "OTHER", ""))))
                .isEmpty();
        agree(Shop.givingNothing().withSchemes("CLUB").build());
        assertThat(problems(send(new SchemeSignUp(header("OWN", "U1", "2024-03-05"), "OTHER", ""))))
                .containsExactly("unit: The merchant of unit (U1) takes part in [CLUB], not in scheme (OTHER)"
                        + " (NOT_A_SCHEME_OF_THE_MERCHANT).");
        assertThat(problems(send(new SchemeSignUp(header("OWN", "U2", "2024-03-05"), "OTHER", ""))))
                .isEmpty();
    }

    @Test
    void purchasesOfParticipantsThatAreNotTheMerchantsToSubmitAreRefused() {
        shop(MONEY);
        agree(Shop.givingNothing()
                .withPurchases(ParticipantsAllowed.of(true, false))
                .build());
        assertThat(problems(buy("OTHER")))
                .containsExactly("unit: Participants who did not register in (NICOSIA) are not the merchant's to submit"
                        + " purchases of (PARTICIPANT_OF_ANOTHER).");
        assertThat(problems(buy("OWN"))).isEmpty();
    }

    @Test
    void awardsOfDatesHaveNoMerchant() {
        Offer birthday = offer("B", new Terms.Birthday(), fixed("5.00")).build();
        shop(birthday);
        agree(Agreement.ofUnit("LEDRA", "U1", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE));
        engine.runs().run(Town.ALL, Shop.at("2024-03-06T12:00"), RunListener.NONE);
        assertThat(engine.ledger().verify().problems()).isEmpty();
        assertThat(store.account("OWN").orElseThrow().lots())
                .extracting(
                        lot -> lot.provenance().offer(), lot -> lot.provenance().givers())
                .containsExactly(tuple("B", List.of()));
    }

    @Test
    void aReturnIsRightWhateverWasAgreedSince() {
        shop(MONEY);
        agree(Shop.givingNothing().withContribution("60").build());
        Outcome bought = send(
                Purchase.of(header("OWN", "U1", "2024-03-05"), line("case", 2, "10.00"), line("phone", 1, "10.00")));
        agree(Agreement.ofUnit("LEDRA", "U1", AgreementTerms.UNSAID).with(AgreementState.NOT_EFFECTIVE));
        Outcome back =
                send(GoodsReturn.of(header("OWN", "U1", "2024-03-06"), new ReturnedLine(bought.event(), "phone", 1)));
        assertThat(back.problems()).isEmpty();
        assertThat(back.returned().orElseThrow().reclaimed()).isEmpty();
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }
}
