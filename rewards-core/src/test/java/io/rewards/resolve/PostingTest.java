package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.Loaded;
import io.rewards.amount.Portion;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.Moment;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Situation;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SpendWish;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AccountKind;
import io.rewards.offer.OfferKinds;
import io.rewards.organisation.Reduction;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What verdicts made by hand write down besides awards. */
class PostingTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final WalletRules WALLETS =
            new WalletRules(LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY), lot -> lot);

    private static final Context CONTEXT = new Context(
            new Shelf(Map.of()),
            (offer, moment) -> {
                throw new AssertionError(
                        "Nobody has to ask the rules about " + moment.event().key() + ".");
            },
            WALLETS);

    private final Offer instant =
            Programmes.any(1, "I").withSpendMethod(SpendMethod.SPEND_INSTANTLY).build();
    private final Offer count = offer("C", new Terms.CountLoyalty(2, new TimeSpan(30, SpanUnit.DAYS)));
    private final Offer all = offer("ALL", new Terms.Achievements(Set.of("SWIM", "RUN"), true, AwardLimit.MULTIPLE));
    private final Offer any = offer("ANY", new Terms.Achievements(Set.of("SWIM", "RUN"), false, AwardLimit.MULTIPLE));
    private final Purchase bought = Purchase.of(header("P"), PurchaseLine.of("1", "MILK", 1, eur("4.00")));
    private final Achievement swum = new Achievement(header("S"), "SWIM");

    private Account account = Account.of(Participant.registered("ANNA", NOON, "U1", Profile.EMPTY));
    private Reduction reduction = Reduction.FRONT_END;

    @Test
    void anInstantDiscountIsTakenOffThePrice() {
        Effect posting = post(bought, instant, granted("I", "1.00"));
        assertThat(bill(posting).payable()).isEqualTo(eur("3.00"));
        assertThat(bill(posting).backEnd()).isEqualTo(eur("0.00"));
        assertThat(bill(posting).discounts())
                .extracting(InstantSpend::offer, InstantSpend::amount)
                .containsExactly(tuple("I", eur("1.00")));
    }

    @Test
    void whereTheUnitRefundsItTheDiscountIsPaidAtFirst() {
        reduction = Reduction.BACK_END;
        Effect posting = post(bought, instant, granted("I", "1.00"));
        assertThat(bill(posting).payable()).isEqualTo(eur("4.00"));
        assertThat(bill(posting).backEnd()).isEqualTo(eur("1.00"));
    }

    @Test
    void whatIsAskedForIsTakenOffThePriceEverywhere() {
        reduction = Reduction.BACK_END;
        Lot open = Lot.of(
                "o", AccountKind.OPEN, eur("2.00"), LotDates.from(NOON), Provenance.of(EventKey.of("o"), eur("2.00")));
        account = account.with(Wallet.of(List.of(open)));
        Effect posting = post(bought.spending(SpendWish.ALL), instant, granted("I", "1.00"));
        assertThat(bill(posting).backEnd()).isEqualTo(eur("1.00"));
        assertThat(bill(posting).payable()).isEqualTo(eur("2.00"));
    }

    @Test
    void aPurchaseCountsWhereOnlyTheTargetIsMissing() {
        Effect posting = post(bought, count, declined("C"), DeclineReason.TARGET_NOT_REACHED);
        assertThat(posting.account().progressOf("C")).containsExactly(counted("P"));
        assertThat(posting.report().progress())
                .extracting(OfferProgress::current, OfferProgress::target)
                .containsExactly(tuple(new Measure.Count(1), new Measure.Count(2)));
    }

    @Test
    void aPurchaseDoesNotCountWhereSomethingElseIsMissing() {
        Effect posting = post(bought, count, declined("C"), DeclineReason.TARGET_NOT_REACHED, DeclineReason.HOUSE_RULE);
        assertThat(posting.account().progressOf("C")).isEmpty();
        assertThat(posting.report().progress()).isEmpty();
    }

    @Test
    void whatAnAwardCountedIsUsedUp() {
        account = account.with(new Counters(Map.of("C", List.of(counted("P0"))), Map.of()));
        Effect posting = post(bought, count, granted("C", "1.00"));
        assertThat(posting.account().progressOf("C")).isEmpty();
        assertThat(lot(posting, "P#C").provenance().sources()).containsExactly(counted("P"), counted("P0"));
    }

    @Test
    void anAchievementWaitsForTheOthers() {
        Effect posting = post(swum, all, declined("ALL"), DeclineReason.ACHIEVEMENTS_MISSING);
        assertThat(posting.account().collectedFor("ALL")).containsExactly(collected("S", "SWIM"));
        assertThat(posting.report().progress())
                .extracting(OfferProgress::current, OfferProgress::target)
                .containsExactly(tuple(new Measure.Count(1), new Measure.Count(2)));
    }

    @Test
    void anAchievementDoesNotWaitWhereSomethingElseIsMissing() {
        assertThat(post(swum, all, declined("ALL"), DeclineReason.HOUSE_RULE)
                        .account()
                        .collectedFor("ALL"))
                .isEmpty();
    }

    @Test
    void nothingWaitsWhereAnyAchievementIsAwarded() {
        assertThat(post(swum, any, granted("ANY", "1.00")).account().counters().collected())
                .isEmpty();
    }

    @Test
    void achievementsThatWereAwardedWaitNoLonger() {
        account = account.with(new Counters(
                Map.of(), Map.of("ALL", List.of(collected("R", "RUN"), collected("T", "SWIM")))));
        Effect posting = post(swum, all, granted("ALL", "1.00"));
        assertThat(posting.account().collectedFor("ALL")).containsExactly(collected("T", "SWIM"));
        assertThat(posting.report().progress())
                .extracting(OfferProgress::current)
                .containsExactly(new Measure.Count(1));
        assertThat(lot(posting, "S#ALL").provenance().sources()).containsExactly(counted("R"), counted("S"));
    }

    private Effect post(CustomerEvent event, Offer offer, Verdict verdict, DeclineReason... reasons) {
        Situation situation = EventKinds.interactive(Moment.of(event, Loaded.of(account), catalogue(offer), NOON));
        List<Decline> declines = List.of(reasons).stream()
                .map(reason -> Decline.of("R", "R", reason))
                .toList();
        Answer answer = new Answer(OfferKinds.candidate(situation, offer), List.of(), declines);
        List<InstantSpend> discounts =
                verdict instanceof Verdict.Granted granted && offer.spendMethod() == SpendMethod.SPEND_INSTANTLY
                        ? List.of(new InstantSpend(
                                offer.code(), granted.amount(), List.of(new LineShare("1", 1, granted.amount()))))
                        : List.of();
        return Posting.of(situation, List.of(answer), new Resolution(List.of(verdict), discounts), "pack", CONTEXT);
    }

    private Catalogue catalogue(Offer offer) {
        var programme = Programmes.with(offer);
        return Catalogue.of(programme.toBuilder()
                .withAgreements(programme.units().stream()
                        .map(unit -> Agreement.ofUnit(
                                unit.code(),
                                unit.code(),
                                AgreementTerms.builder()
                                        .withContribution(Portion.NOTHING)
                                        .with(reduction)
                                        .build()))
                        .toList())
                .withEventClassifications(
                        List.of(new EventClassification("SWIM", "Swim"), new EventClassification("RUN", "Run")))
                .build());
    }

    private static Report.Bill bill(Effect posting) {
        return posting.report().bill().orElseThrow();
    }

    private static Lot lot(Effect posting, String id) {
        return posting.account().wallet().lot(id).orElseThrow();
    }

    private static Verdict granted(String offer, String amount) {
        return new Verdict.Granted(offer, "R", eur(amount), eur(amount));
    }

    private static Verdict declined(String offer) {
        return new Verdict.Declined(offer, List.of(Decline.of("R", "R", DeclineReason.HOUSE_RULE)));
    }

    private static Counted counted(String event) {
        return new Counted(EventKey.of(event), NOON, 1);
    }

    private static Collected collected(String event, String classification) {
        return new Collected(EventKey.of(event), NOON, classification);
    }

    private static EventHeader header(String id) {
        return EventHeader.of(id, "ANNA", "U1", NOON);
    }

    private static Offer offer(String code, Terms terms) {
        return Programmes.any(1, code)
                .withType(terms.classification().name())
                .withTerms(terms)
                .withAward(new Award.FixedAmount(eur("1.00")))
                .build();
    }
}
