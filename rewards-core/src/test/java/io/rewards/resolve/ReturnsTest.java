package io.rewards.resolve;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Collected;
import io.rewards.account.Counters;
import io.rewards.account.Holder;
import io.rewards.account.OpenEvent;
import io.rewards.amount.Amount;
import io.rewards.books.Awarding;
import io.rewards.books.Purse;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programmes;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Answer;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Grant;
import io.rewards.decision.Moment;
import io.rewards.decision.ReturnResult;
import io.rewards.effect.Effect;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.kind.EventKinds;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.offer.OfferKinds;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.ReferralRecord;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotDates;
import io.rewards.wallet.LotOrder;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes back and what is taken back, for awards and rules made by hand. */
class ReturnsTest {

    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final WalletRules WALLETS =
            new WalletRules(LotOrder.of(ConsumptionOrder.SOONEST_EXPIRY), lot -> lot);
    private static final Decline TOO_SMALL = Decline.of("R1", "R1", DeclineReason.TARGET_NOT_REACHED);
    private static final Decline HOUSE = Decline.of("R1", "R1", DeclineReason.HOUSE_RULE);

    private final Catalogue catalogue = Catalogue.of(Programmes.with(
            Programmes.any(1, "A").build(),
            Programmes.any(2, "B").build(),
            Programmes.any(3, "C")
                    .withType("REWARD_LOYALTY_TRANSACTION_NUMBER_BASED")
                    .withTerms(new Terms.CountLoyalty(2, new TimeSpan(30, SpanUnit.DAYS)))
                    .withAward(new Award.FixedAmount(eur("5.00")))
                    .build()));
    private final Map<EventKey, CustomerEvent> events = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final Purchase bought = keep(Purchase.of(
            header("P"), PurchaseLine.of("1", "MILK", 2, eur("6.00")), PurchaseLine.of("2", "BOOK", 1, eur("4.00"))));

    private Holder holder = new Holder(Participant.registered("ANNA", NOON, "U1", Profile.EMPTY));

    // Awards of the purchase itself.

    @Test
    void keepingTheDealTakesBackTheShareOfWhatCameBack() {
        award("P", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"), share("2", 1, "2.00"));
        award("P2", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"));
        Effect back = goods(1, 0);
        assertThat(back.report().returned())
                .contains(new ReturnResult(eur("3.00"), eur("0.00"), List.of(own("P#A", "A", "1.50"))));
        assertThat(lot(back, "P#A").provenance().shares())
                .containsExactly(share("1", 1, "1.50"), share("2", 1, "2.00"));
        assertThat(lot(back, "P#A").provenance().wished()).isEqualTo(eur("3.50"));
        assertThat(lot(back, "P2#A").standing()).isEqualTo(eur("3.00"));
        assertThat(answers).isEmpty();
    }

    @Test
    void aLineThatCameBackAsAWholeHasNoShareAnyMore() {
        award("P", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"), share("2", 1, "2.00"));
        Effect back = goods(2, 0);
        assertThat(lot(back, "P#A").provenance().shares()).containsExactly(share("2", 1, "2.00"));
    }

    @Test
    void nothingOfTheAwardStandsWhenEverythingCameBack() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        holder.set(holder.account().with(new OpenEvent(bought.key(), NOON, Set.of())));
        Effect back = goods(2, 1);
        assertThat(back.report().returned())
                .contains(new ReturnResult(eur("10.00"), eur("0.00"), List.of(own("P#A", "A", "5.00"))));
        assertThat(lot(back, "P#A").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "P#A").provenance().wished()).isEqualTo(eur("0.00"));
        assertThat(back.account().open()).isEmpty();
    }

    @Test
    void aPurchaseOfWhichSomethingIsLeftStillWaitsForRuns() {
        holder.set(holder.account().with(new OpenEvent(bought.key(), NOON, Set.of())));
        assertThat(goods(2, 0).account().open()).hasSize(1);
    }

    @Test
    void theRulesDecideAboutWhatIsLeft() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.00"));
        says(List.of("1.00"));
        Effect back = goods(1, 0);
        assertThat(lot(back, "P#A").standing()).isEqualTo(eur("1.00"));
        assertThat(lot(back, "P#A").provenance().wished()).isEqualTo(eur("1.00"));
        assertThat(lot(back, "P#A").provenance().shares())
                .containsExactly(share("1", 1, "0.43"), share("2", 1, "0.57"));
    }

    @Test
    void theRulesNeverGiveMoreThanStands() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.00"));
        says(List.of("9.00"));
        Effect back = goods(1, 0);
        assertThat(lot(back, "P#A").standing()).isEqualTo(eur("5.00"));
        assertThat(back.report().returned().orElseThrow().reclaimed()).isEmpty();
    }

    @Test
    void aNewReasonAgainstTheAwardTakesAllOfIt() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.00"));
        says(List.of("4.00"), TOO_SMALL);
        assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("0.00"));
    }

    @Test
    void aReasonThatHeldBeforeDoesNot() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.00"), TOO_SMALL);
        says(List.of("4.00"), TOO_SMALL);
        assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("4.00"));
    }

    @Test
    void anotherReasonOrAnotherRuleIsANewOne() {
        for (Decline other : List.of(HOUSE, Decline.of("R2", "R2", DeclineReason.TARGET_NOT_REACHED))) {
            holder = new Holder(holder.account().participant());
            answers.clear();
            award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
            says(List.of("5.00"), TOO_SMALL);
            says(List.of("4.00"), other);
            assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("0.00"));
        }
    }

    @Test
    void whereTheRulesGrantNothingForTheRestNothingStands() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.00"));
        says(List.of());
        assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("0.00"));
    }

    @Test
    void rulesThatHaveChangedLeaveOnlyProportion() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        says(List.of("5.01"));
        assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("3.50"));
        answers.clear();
        says(List.of());
        assertThat(lot(goods(1, 0), "P#A").standing()).isEqualTo(eur("3.50"));
    }

    @Test
    void anOfferThatIsGoneLeavesOnlyProportion() {
        award("P", "GONE", ReturnPolicy.RE_EVALUATE, share("1", 2, "3.00"), share("2", 1, "2.00"));
        assertThat(lot(goods(1, 0), "P#GONE").standing()).isEqualTo(eur("3.50"));
    }

    @Test
    void sharesOfNothingAreSpreadByPieces() {
        award("P", "A", ReturnPolicy.RE_EVALUATE, share("1", 2, "0.00"), share("2", 1, "0.00"), share("3", 1, "4.00"));
        Purchase more = keep(Purchase.of(
                header("P"),
                PurchaseLine.of("1", "MILK", 2, eur("6.00")),
                PurchaseLine.of("2", "BOOK", 1, eur("4.00")),
                PurchaseLine.of("3", "WINE", 1, eur("4.00"))));
        says(List.of("4.00"));
        says(List.of("3.00"));
        Effect back = move(GoodsReturn.of(header("BACK"), new ReturnedLine(more.key(), "3", 1)));
        assertThat(lot(back, "P#A").provenance().shares())
                .containsExactly(share("1", 2, "2.00"), share("2", 1, "1.00"));
    }

    @Test
    void whatIsTakenBackFreesTheBudgetAndACountOnlyAsAWhole() {
        award(header("P"), "A", "5.00", ReturnPolicy.KEEP_THE_DEAL, true, List.of(), share("1", 2, "5.00"));
        Effect part = goods(1, 0);
        assertThat(part.claims()).containsExactly(BudgetClaim.release(BudgetName.ofOffer("A"), eur("2.50"), false));
        holder.add(part);
        Effect rest = goods(1, 0);
        assertThat(rest.claims()).containsExactly(BudgetClaim.release(BudgetName.ofOffer("A"), eur("2.50"), true));
    }

    @Test
    void anAwardOutsideOfAnyBudgetFreesNone() {
        award("P", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "5.00"));
        assertThat(goods(1, 0).claims()).isEmpty();
    }

    @Test
    void aHoldThatHasLapsedIsReleasedFirst() {
        award("P2", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "5.00"));
        HoldPlaced hold = new HoldPlaced(
                header("H"),
                List.of(PurchaseLine.of("1", "MILK", 1, eur("5.00"))),
                Optional.empty(),
                NOON.plusNanos(1));
        holder.add(move(hold));
        assertThat(holder.account().wallet().holds()).hasSize(1);
        EventHeader later = EventHeader.of("BACK", "ANNA", "U1", NOON.plusNanos(1));
        Effect back = move(GoodsReturn.of(later, new ReturnedLine(bought.key(), "1", 1)));
        assertThat(back.account().wallet().holds()).isEmpty();
    }

    // Awards that count purchases over time.

    @Test
    void whatCameBackAsAWholeNoLongerCounts() {
        counts("C", counted("P", 1), counted("P2", 1));
        counts("GONE", counted("P", 1));
        Effect back = goods(2, 1);
        assertThat(back.account().progressOf("C")).containsExactly(counted("P2", 1));
        assertThat(back.account().progressOf("GONE")).isEmpty();
    }

    @Test
    void whatCameBackInPartStillCountsAsOnePurchase() {
        counts("C", counted("P", 1), counted("P2", 1));
        assertThat(goods(2, 0).account().progressOf("C")).containsExactly(counted("P", 1), counted("P2", 1));
    }

    @Test
    void ofAnOfferThatIsGoneAPartCountsAsMuchAsEver() {
        counts("GONE", counted("P", 7));
        assertThat(goods(2, 0).account().progressOf("GONE")).containsExactly(counted("P", 7));
    }

    @Test
    void ofAnOfferThatCountsNoMoreAPartCountsAsMuchAsEver() {
        counts("A", counted("P", 7));
        assertThat(goods(2, 0).account().progressOf("A")).containsExactly(counted("P", 7));
    }

    @Test
    void otherPurchasesOfOtherOffersStayAsTheyAre() {
        counts("C", counted("P2", 1));
        award(
                header("P3"),
                "C",
                "5.00",
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(counted("P3", 1), counted("P4", 1)));
        Effect back = goods(2, 1);
        assertThat(back.account().progressOf("C")).containsExactly(counted("P2", 1));
        assertThat(lot(back, "P3#C").standing()).isEqualTo(eur("5.00"));
    }

    @Test
    void anAwardOverTimeLosesThePurchaseThatCameBack() {
        award(header("P3"), "C", "5.00", ReturnPolicy.RE_EVALUATE, false, List.of(counted("P", 1), counted("P3", 1)));
        Effect back = goods(2, 1);
        assertThat(lot(back, "P3#C").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "P3#C").provenance().sources()).isEmpty();
        assertThat(back.account().progressOf("C")).containsExactly(counted("P3", 1));
    }

    @Test
    void excessIsTakenFromProgressBeforeAwardsAndFromTheLatestFirst() {
        counts("C", counted("P", 1));
        award(header("P"), "C", "5.00", ReturnPolicy.KEEP_THE_DEAL, false, List.of(counted("P", 2)));
        award(
                EventHeader.of("P5", "ANNA", "U1", NOON.plusSeconds(1)),
                "C",
                "5.00",
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(counted("P", 1), counted("P5", 1)));
        Effect back = goods(1, 0);
        assertThat(back.account().progressOf("C")).isEmpty();
        assertThat(lot(back, "P5#C").standing()).isEqualTo(eur("2.50"));
        assertThat(lot(back, "P#C").standing()).isEqualTo(eur("2.50"));
    }

    // Other events that never happened.

    @Test
    void aCancelledPurchaseIsNotedAndBringsEverythingBack() {
        award("P", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"), share("2", 1, "2.00"));
        Effect back = move(new EventCancelled(header("X"), bought.key(), "mistake"));
        assertThat(back.report().returned().orElseThrow().refund()).isEqualTo(eur("10.00"));
        assertThat(lot(back, "P#A").standing()).isEqualTo(eur("0.00"));
        assertThat(back.past().cancelled()).containsExactly(bought.key());
        assertThat(back.transactions()).extracting(Transaction::reason).containsOnly("mistake");
    }

    @Test
    void aCancelledLikeLosesItsAwardsAndNothingElse() {
        keep(new SocialMediaLike(header("LIKE"), "page"));
        award(header("LIKE"), "A", "1.00", ReturnPolicy.KEEP_THE_DEAL, false, List.of(counted("LIKE", 1)));
        award("P", "B", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"));
        holder.set(holder.account().with(new OpenEvent(EventKey.of("LIKE"), NOON, Set.of())));
        Effect back = move(new EventCancelled(header("X"), EventKey.of("LIKE"), ""));
        assertThat(lot(back, "LIKE#A").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "P#B").standing()).isEqualTo(eur("3.00"));
        assertThat(back.past().cancelled()).containsExactly(EventKey.of("LIKE"));
        assertThat(back.account().open()).isEmpty();
        assertThat(back.account().counters().collected()).isEmpty();
    }

    @Test
    void theOtherAchievementsOfAnAwardCountAgain() {
        achieved("E1", "SWIM", 3);
        achieved("E2", "RUN", 2);
        keep(new FinancialAchievement(header("E3", 1), "SAVE", eur("9.00")));
        award(
                header("E1", 3),
                "A",
                "9.00",
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(counted("E1", 1), counted("E2", 1), counted("E3", 1)));
        holder.set(holder.account()
                .with(new Counters(Map.of(), Map.of("A", List.of(new Collected(EventKey.of("E9"), NOON, "JUMP"))))));
        Effect back = move(new EventCancelled(header("X", 5), EventKey.of("E2"), ""));
        assertThat(lot(back, "E1#A").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "E1#A").provenance().sources()).isEmpty();
        assertThat(back.account().collectedFor("A"))
                .containsExactly(
                        new Collected(EventKey.of("E9"), NOON, "JUMP"),
                        new Collected(EventKey.of("E3"), NOON.plusSeconds(1), "SAVE"),
                        new Collected(EventKey.of("E1"), NOON.plusSeconds(3), "SWIM"));
    }

    @Test
    void anAchievementThatWaitsNoLongerDoes() {
        achieved("E1", "SWIM", 0);
        Collected other = new Collected(EventKey.of("E2"), NOON, "RUN");
        holder.set(holder.account()
                .with(new Counters(
                        Map.of(), Map.of("A", List.of(new Collected(EventKey.of("E1"), NOON, "SWIM"), other)))));
        Effect back = move(new EventCancelled(header("X"), EventKey.of("E1"), ""));
        assertThat(back.account().collectedFor("A")).containsExactly(other);
    }

    @Test
    void aCancelledSpendRequestBringsBackWhatItPaid() {
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        Purchase other = keep(Purchase.of(header("P2"), PurchaseLine.of("1", "MILK", 1, eur("4.00"))));
        spends("S1", bought.key(), "2.00");
        spends("S2", other.key(), "3.00");
        Effect back = move(new EventCancelled(header("X"), EventKey.of("S1"), "mistake"));
        assertThat(back.report().returned()).contains(new ReturnResult(eur("0.00"), eur("2.00"), List.of()));
        assertThat(back.past().cancelled()).containsExactly(EventKey.of("S1"));
        assertThat(holder.after(back).past().sale(bought.key()).orElseThrow().payable())
                .isEqualTo(eur("10.00"));
        assertThat(holder.after(back).past().sale(other.key()).orElseThrow().payable())
                .isEqualTo(eur("1.00"));
        assertThat(lot(back, "E#A").remaining()).isEqualTo(eur("6.00"));
        assertThat(back.transactions()).extracting(Transaction::reason).containsOnly("mistake");
    }

    @Test
    void anAwardIsCancelledByItsTransactionOrItsLot() {
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        award("E2", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "1.00"));
        Effect back = move(new AwardCancelled(header("X"), "E#A", "fraud", "carol"));
        assertThat(lot(back, "E#A").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "E2#A").standing()).isEqualTo(eur("1.00"));
        assertThat(back.transactions().get(0))
                .returns("fraud", Transaction::reason)
                .returns("carol", Transaction::user)
                .returns(TransactionKind.REVERSAL, Transaction::kind);
        assertThat(lot(back, "E#A").provenance().shares()).containsExactly(share("1", 1, "9.00"));
    }

    @Test
    void aCancelledReferralTakesBackItsAwardOnly() {
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        award("E2", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "1.00"));
        holder.set(holder.account().with(new OpenEvent(EventKey.of("E"), NOON, Set.of())));
        Effect back = move(new ReferralCancelled(header("X"), "BOB", EventKey.of("E")));
        assertThat(lot(back, "E#A").standing()).isEqualTo(eur("0.00"));
        assertThat(lot(back, "E2#A").standing()).isEqualTo(eur("1.00"));
        assertThat(back.account().open()).isEmpty();
    }

    @Test
    void theReferrerIsToldWhereTheLastAwardIsTakenBack() {
        referred(2);
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        EventHeader later = EventHeader.of("X", "ANNA", "U1", NOON.plusSeconds(9));
        Effect back = move(new AwardCancelled(later, "E#A", "", ""));
        assertThat(back.followUps()).hasSize(1);
        ReferralCancelled told = (ReferralCancelled) back.followUps().get(0).event();
        assertThat(told.key()).isEqualTo(new EventKey("follow-up", "cancelled/referral/ANNA/2"));
        assertThat(told.award()).isEqualTo(new EventKey("follow-up", "referral/ANNA/2"));
        assertThat(told.participant()).isEqualTo("CARL");
        assertThat(told.header().receivedOn()).contains(NOON.plusSeconds(9));
        assertThat(back.account().participant().referral().orElseThrow().followedUp())
                .isFalse();
    }

    @Test
    void theFirstTellingHasNoNumberAndIsReceivedWhenItIsProcessed() {
        referred(1);
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        EventHeader early = EventHeader.of("X", "ANNA", "U1", NOON.minusSeconds(9));
        ReferralCancelled told = (ReferralCancelled) move(new AwardCancelled(early, "E#A", "", ""))
                .followUps()
                .get(0)
                .event();
        assertThat(told.award().id()).isEqualTo("referral/ANNA");
        assertThat(told.header().receivedOn()).contains(NOON);
    }

    @Test
    void theReferrerIsNotToldWhileAnotherAwardStands() {
        referred(1);
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        award("E2", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "1.00"));
        Effect back = move(new AwardCancelled(header("X"), "E#A", "", ""));
        assertThat(back.followUps()).isEmpty();
        assertThat(back.account().participant().referral().orElseThrow().followedUp())
                .isTrue();
    }

    @Test
    void awardsFromBeforeTheReferralDoNotMatterToIt() {
        referred(1);
        award("E", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 1, "9.00"));
        award(header("E2", -1), "A", "1.00", ReturnPolicy.KEEP_THE_DEAL, false, List.of());
        assertThat(move(new AwardCancelled(header("X"), "E2#A", "", "")).followUps())
                .isEmpty();
        assertThat(move(new AwardCancelled(header("X"), "E#A", "", "")).followUps())
                .hasSize(1);
    }

    @Test
    void anAwardOfWhichNothingStandsIsLeftAlone() {
        award("P", "A", ReturnPolicy.KEEP_THE_DEAL, share("1", 2, "3.00"));
        holder.add(move(new AwardCancelled(header("X"), "P#A", "", "")));
        Lot before = holder.lot("P#A");
        Effect back = goods(1, 0);
        assertThat(lot(back, "P#A")).isEqualTo(before);
    }

    private void says(List<String> grants, Decline... declines) {
        answers.add(new Answer(
                OfferKinds.candidate(
                        EventKinds.interactive(Moment.of(bought, holder.loaded(), catalogue, NOON)),
                        catalogue.offer("A").orElseThrow()),
                grants.stream().map(each -> new Grant("R1", eur(each))).toList(),
                List.of(declines)));
    }

    private Effect goods(long milk, long books) {
        List<ReturnedLine> lines = new ArrayList<>();
        if (milk > 0) {
            lines.add(new ReturnedLine(bought.key(), "1", milk));
        }
        if (books > 0) {
            lines.add(new ReturnedLine(bought.key(), "2", books));
        }
        return move(GoodsReturn.of(
                header("BACK" + holder.account().journal().number()), lines.toArray(ReturnedLine[]::new)));
    }

    private Effect move(CustomerEvent event) {
        keep(event);
        Context context = new Context(new Shelf(events), this::ask, WALLETS);
        return EventKinds.of(event)
                .moved(event, Moment.of(event, holder.loaded(), catalogue, NOON), context)
                .orElseThrow();
    }

    /** What was told to be said, or nothing for and nothing against it. */
    private Answer ask(Offer offer, Moment moment) {
        return answers.isEmpty()
                ? new Answer(OfferKinds.candidate(EventKinds.interactive(moment), offer), List.of(), List.of())
                : answers.remove(0);
    }

    private void spends(String id, EventKey purchase, String amount) {
        holder.add(move(new SpendRequested(header(id), purchase, SpendWish.of(eur(amount)))));
    }

    private void referred(long times) {
        Account account = holder.account();
        ReferralRecord.Telling telling = new ReferralRecord.Telling(
                new FollowUpKey.Referred("ANNA", times).event().text(), "E", Set.of("FRIEND"));
        holder.set(account.with(account.participant()
                .with(new ReferralRecord("R", "CARL", NOON, true, times, List.of(telling), Set.of()))));
    }

    private void achieved(String id, String classification, int seconds) {
        keep(new Achievement(header(id, seconds), classification));
    }

    private void counts(String offer, Counted... counted) {
        Account account = holder.account();
        Map<String, List<Counted>> progress = new HashMap<>(account.counters().counted());
        progress.put(offer, List.of(counted));
        holder.set(account.with(new Counters(progress, account.counters().collected())));
    }

    private void award(String event, String offer, ReturnPolicy policy, LineShare... shares) {
        Amount sum = eur("0.00");
        for (LineShare share : shares) {
            sum = sum.plus(share.amount());
        }
        String text = sum.decimal().toPlainString();
        award(header(event), offer, text, policy, false, List.of(counted(event, 1)), shares);
    }

    private void award(
            EventHeader header,
            String offer,
            String amount,
            ReturnPolicy policy,
            boolean budgeted,
            List<Counted> sources,
            LineShare... shares) {
        CustomerEvent event = new SocialMediaLike(header, "");
        Provenance provenance = new Provenance(
                event.key(),
                offer,
                "TYPE",
                "CLUB",
                "R1",
                "pack",
                eur(amount),
                List.of(),
                budgeted ? List.of(BudgetName.ofOffer(offer)) : List.of(),
                policy,
                false,
                sources,
                List.of(shares),
                Dependence.NONE,
                List.of());
        Purse purse = holder.purse(event, NOON, WALLETS.order());
        new Awarding(purse)
                .award(
                        Lot.of(
                                event.key() + "#" + offer,
                                AccountKind.COMMERCE,
                                eur(amount),
                                LotDates.from(header.performedOn()),
                                provenance),
                        AwardSubject.NOTHING);
        holder.add(purse);
    }

    private <E extends CustomerEvent> E keep(E event) {
        events.put(event.key(), event);
        return event;
    }

    private Lot lot(Effect back, String id) {
        return Holder.lot(holder.after(back), id).orElseThrow();
    }

    private static Reclaim own(String lot, String offer, String amount) {
        return new Reclaim(lot, offer, eur(amount), eur(amount), eur("0.00"), eur("0.00"), eur("0.00"));
    }

    private static LineShare share(String line, long pieces, String amount) {
        return new LineShare(line, pieces, eur(amount));
    }

    private static Counted counted(String event, long units) {
        return new Counted(EventKey.of(event), NOON, units);
    }

    private static EventHeader header(String id) {
        return header(id, 0);
    }

    private static EventHeader header(String id, int seconds) {
        return EventHeader.of(id, "ANNA", "U1", NOON.plusSeconds(seconds));
    }
}
