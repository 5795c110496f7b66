package io.rewards.engine;

import static io.rewards.engine.Postbox.ALL;
import static io.rewards.engine.Postbox.GIVEN;
import static io.rewards.engine.Postbox.allKinds;
import static io.rewards.engine.Postbox.english;
import static io.rewards.engine.Postbox.kept;
import static io.rewards.engine.Postbox.profile;
import static io.rewards.engine.Postbox.texts;
import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.header;
import static io.rewards.engine.Shop.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Percentage;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Privacy;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Terms;
import io.rewards.event.Achievement;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.notification.AwardedState;
import io.rewards.notification.Notification;
import io.rewards.notification.NotificationCriteria;
import io.rewards.notification.NotificationReport;
import io.rewards.participant.Consent;
import io.rewards.participant.TerminationReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Domain 10: what the calendar brings about is told by runs. */
class NotificationRunTest {

    private static final Instant EFFECTIVE = at("2024-06-01");

    @Test
    void moneyThatWillExpireIsTold() {
        Shop shop = Postbox.shop(
                english(
                        NotificationKind.EXPIRATION_AHEAD,
                        "#expiration.amount# of #award.date# can be spent through #expiration.date#;"
                                + " #wallet.balance# in all. #offer.name#, #scheme.name#"),
                expiring("A", "2025-01-01"));
        shop.buy("2024-03-01", "10.00");
        shop.buy("2024-03-02", "10.00");
        notify(shop, "2024-12-20");
        assertThat(texts(shop))
                .containsExactly(
                        "1.00 EUR of 2024-03-01 can be spent through 2024-12-31; 2.00 EUR in all. A, CLUB",
                        "1.00 EUR of 2024-03-02 can be spent through 2024-12-31; 2.00 EUR in all. A, CLUB");
        assertThat(Postbox.ids(shop))
                .containsExactly("EXPIRATION_AHEAD/E1#A/2024-12-31", "EXPIRATION_AHEAD/E2#A/2024-12-31");
    }

    @Test
    void itIsToldSoManyDaysAheadAndNotEarlier() {
        assertThat(toldOfExpiration("2024-12-21T23:59", 9)).isZero();
        assertThat(toldOfExpiration("2024-12-22T00:00", 9)).isOne();
        assertThat(toldOfExpiration("2024-12-31T23:59", 9)).isOne();
        assertThat(toldOfExpiration("2025-01-01T00:00", 9)).isZero();
        assertThat(toldOfExpiration("2024-12-30", 0)).isZero();
        assertThat(toldOfExpiration("2024-12-31", 0)).isOne();
    }

    @Test
    void moneyThatNeverExpiresIsNotToldOf() {
        Shop shop = Postbox.shop(allKinds(), any("A").build());
        shop.buy("2024-03-01", "10.00");
        assertThat(found(shop, "2024-12-20", NotificationKind.EXPIRATION_AHEAD)).isZero();
    }

    @Test
    void newOffersAreTold() {
        Shop shop = Postbox.shop(
                english(NotificationKind.NEW_OFFER, "#offer.name# of #scheme.name# since #offer.effectiveDate#"),
                any("A").withEffectiveSince(EFFECTIVE).build());
        notify(shop, "2024-06-02");
        assertThat(texts(shop)).containsExactly("A of CLUB since 2024-06-01");
        assertThat(Postbox.ids(shop)).containsExactly("NEW_OFFER/A/" + EFFECTIVE + "/P1");
    }

    @Test
    void anOfferIsNewFromTheInstantAskedForThroughThatOfTheRun() {
        assertThat(toldOfNewOffer(EFFECTIVE, EFFECTIVE)).isOne();
        assertThat(toldOfNewOffer(EFFECTIVE.plusNanos(1), at("2024-06-02"))).isZero();
        assertThat(toldOfNewOffer(Shop.LONG_AGO, EFFECTIVE.minusNanos(1))).isZero();
    }

    @Test
    void anOfferThatBecomesEffectiveAgainIsNewAgain() {
        Offer offer = any("A").withEffectiveSince(EFFECTIVE).build();
        Shop shop = Postbox.shop(allKinds(), offer);
        notify(shop, "2024-06-02");
        shop.engine.reload(Postbox.programme(allKinds(), offer.activated(at("2024-07-01"))));
        notify(shop, "2024-07-02");
        assertThat(kept(shop)).hasSize(2);
    }

    @Test
    void onlyEffectiveOffersOfEffectiveSchemesOfTheParticipantAreNew() {
        Offer effective = any("A").withEffectiveSince(EFFECTIVE).build();
        assertThat(toldOf(effective)).isOne();
        assertThat(toldOf(effective.deactivated())).isZero();
        assertThat(toldOf(Offer.builder(1, "A", "OTHER", effective.type(), effective.terms(), effective.award())
                        .withEffectiveSince(EFFECTIVE)
                        .build()))
                .isZero();
        Shop shop = Shop.of(
                Postbox.programme(allKinds(), effective).toBuilder()
                        .withSchemes(List.of(Scheme.of("CLUB").with(SchemeState.NOT_EFFECTIVE), Scheme.of("OTHER")))
                        .build(),
                profile("", GIVEN, GIVEN));
        assertThat(found(shop, "2024-06-02", NotificationKind.NEW_OFFER)).isZero();
    }

    @Test
    void whoSignedOffIsToldNothingOfTheScheme() {
        Shop shop =
                Postbox.shop(allKinds(), any("A").withEffectiveSince(EFFECTIVE).build());
        shop.engine.evaluate(new SchemeSignOff(header("off", at("2024-05-01")), "CLUB"));
        assertThat(found(shop, "2024-06-02", NotificationKind.NEW_OFFER)).isZero();
    }

    @Test
    void anOfferThatIsNotForEverybodyToSeeIsNotTold() {
        assertThat(toldOf(owned("NICOSIA", Privacy.PUBLIC))).isOne();
        assertThat(toldOf(owned("NICOSIA", Privacy.COLLABORATORS))).isZero();
        assertThat(toldOf(owned("NICOSIA", Privacy.OWNER))).isZero();
    }

    @Test
    void advertisingNeedsConsentAndForPartnersTheirsToo() {
        Offer own = any("A").withEffectiveSince(EFFECTIVE).build();
        Offer partners = owned("NICOSIA", Privacy.PUBLIC);
        assertThat(toldOf(own, GIVEN, Consent.NOT_GIVEN)).isOne();
        assertThat(toldOf(own, Consent.NOT_GIVEN, GIVEN)).isZero();
        assertThat(toldOf(partners, GIVEN, GIVEN)).isOne();
        assertThat(toldOf(partners, GIVEN, Consent.NOT_GIVEN)).isZero();
        assertThat(toldOf(partners, Consent.NOT_GIVEN, GIVEN)).isZero();
    }

    @Test
    void anAwardWithinReachIsTold() {
        Shop shop = Postbox.shop(
                english(
                        NotificationKind.CLOSE_TO_AWARD,
                        "#progress.current# of #progress.target#, #progress.missing# to go until #progress.until#:"
                                + " #offer.name#"),
                spend());
        shop.buy("2024-03-01", "50.00");
        shop.buy("2024-03-10", "35.00");
        notify(shop, "2024-03-11");
        assertThat(texts(shop)).containsExactly("85.00 EUR of 100.00 EUR, 15.00 EUR to go until 2024-03-31: A");
        assertThat(Postbox.ids(shop)).containsExactly("CLOSE_TO_AWARD/A/" + at("2024-03-31") + "/P1");
    }

    @Test
    void itIsWithinReachFromTheThresholdOn() {
        assertThat(toldOfSpending("79.99", "80")).isZero();
        assertThat(toldOfSpending("80.00", "80")).isOne();
        assertThat(toldOfSpending("80.01", "80")).isOne();
        assertThat(toldOfSpending("99.99", "100")).isZero();
        assertThat(toldOfSpending("33.33", "33.33")).isOne();
    }

    @Test
    void purchasesAreCountedInWholePercent() {
        assertThat(toldOfPurchases(79)).isZero();
        assertThat(toldOfPurchases(80)).isOne();
        assertThat(toldOfPurchases(81)).isOne();
    }

    @Test
    void itIsWithinReachUntilTheTargetDate() {
        Shop shop = Postbox.shop(allKinds(), spend());
        shop.buy("2024-03-01", "85.00");
        assertThat(found(shop, at("2024-03-01").minusNanos(1))).isZero();
        assertThat(found(shop, at("2024-03-01"))).isOne();
        assertThat(found(shop, at("2024-03-31").minusNanos(1))).isOne();
        assertThat(found(shop, at("2024-03-31"))).isZero();
    }

    @Test
    void whatFallsOutHandsTheOpeningToTheNextPurchase() {
        Shop shop = Postbox.shop(
                english(NotificationKind.CLOSE_TO_AWARD, "#progress.current# until #progress.until#"), spend());
        shop.buy("2024-03-01", "5.00");
        shop.buy("2024-03-10", "85.00");
        notify(shop, "2024-03-30");
        notify(shop, "2024-04-01");
        assertThat(texts(shop)).containsExactly("90.00 EUR until 2024-03-31", "85.00 EUR until 2024-04-09");
    }

    @Test
    void anAwardStartsTheCountAgain() {
        Shop shop = Postbox.shop(allKinds(), spend());
        shop.buy("2024-03-01", "100.00");
        assertThat(found(shop, "2024-03-02", NotificationKind.CLOSE_TO_AWARD)).isZero();
    }

    @Test
    void anAwardThatCannotBeGivenAnyMoreIsNotWithinReach() {
        List<Cap> once = List.of(Cap.ofAwards(Cap.Of.PARTICIPANT, 1));
        assertThat(toldAfterAnAward(List.of())).isOne();
        assertThat(toldAfterAnAward(once)).isZero();
        assertThat(toldAfterAnAward(List.of(Cap.ofAmount(Cap.Of.ALL, eur("10.00")))))
                .isZero();
        assertThat(toldAfterAnAward(List.of(Cap.ofAmount(Cap.Of.ALL, eur("10.01")))))
                .isOne();
    }

    @Test
    void achievementsThatWaitForTheOthersAreWithinReach() {
        Set<String> wanted = Set.of("A1", "A2", "A3", "A4", "A5");
        Offer offer = offer("A", new Terms.Achievements(wanted, true, AwardLimit.MULTIPLE), fixed("5.00"))
                .build();
        Shop shop = Shop.of(
                Postbox.programme(
                                english(
                                        NotificationKind.CLOSE_TO_AWARD,
                                        "#progress.current# of #progress.target# (#progress.until#)"),
                                offer)
                        .toBuilder()
                        .withEventClassifications(wanted.stream()
                                .map(code -> new EventClassification(code, code))
                                .toList())
                        .build(),
                profile("", GIVEN, GIVEN));
        for (String code : List.of("A1", "A2", "A3")) {
            shop.engine.evaluate(new Achievement(header(code, at("2024-03-01")), code));
        }
        assertThat(found(shop, "2024-03-02", NotificationKind.CLOSE_TO_AWARD)).isZero();
        shop.engine.evaluate(new Achievement(header("A4", at("2024-03-02")), "A4"));
        notify(shop, "2024-03-02");
        notify(shop, "2024-05-02");
        assertThat(texts(shop)).containsExactly("4 of 5 ()");
    }

    @Test
    void theSameAgainKeepsNothingNew() {
        Shop shop = Postbox.shop(allKinds(), spend(), expiring("B", "2024-04-01"));
        shop.buy("2024-03-25", "85.00");
        NotificationReport first = notify(shop, "2024-03-26");
        List<String> ids = Postbox.ids(shop);
        assertThat(ids).hasSize(5);
        assertThat(notify(shop, "2024-03-26")).isEqualTo(first);
        assertThat(notify(shop, "2024-03-27").found()).isEqualTo(4);
        assertThat(Postbox.ids(shop)).isEqualTo(ids);
        shop.engine.runs().deliver(notification -> {});
        notify(shop, "2024-03-28");
        assertThat(kept(shop)).isEmpty();
    }

    @Test
    void theReportSaysWhatWasFound() {
        Shop shop = Postbox.shop(allKinds(), spend());
        assertThat(notify(shop, "2024-03-26")).isEqualTo(new NotificationReport(at("2024-03-26"), 1, 1, List.of()));
    }

    @Test
    void everyParticipantIsToldHoweverManyThereAre() {
        Shop shop =
                Postbox.shop(allKinds(), any("A").withEffectiveSince(EFFECTIVE).build());
        for (int i = 1; i <= 1_001; i++) {
            EventHeader header =
                    EventHeader.of("R" + i, "Q" + i, "U1", Shop.LONG_AGO).receivedOn(Shop.LONG_AGO);
            shop.engine.evaluate(new ParticipantRegistered(header, profile("", GIVEN, GIVEN)));
            if (i != 500) {
                EventHeader join =
                        EventHeader.of("J" + i, "Q" + i, "U1", Shop.LONG_AGO).receivedOn(Shop.LONG_AGO);
                shop.engine.evaluate(new SchemeSignUp(join, "CLUB", ""));
            }
        }
        assertThat(notify(shop, "2024-06-02"))
                .isEqualTo(new NotificationReport(at("2024-06-02"), 1_002, 1_001, List.of()));
        assertThat(kept(shop))
                .extracting(Notification::participant)
                .doesNotHaveDuplicates()
                .doesNotContain("Q500");
    }

    @Test
    void onlyTheSchemesAskedForAreTold() {
        Shop shop =
                Postbox.shop(allKinds(), any("A").withEffectiveSince(EFFECTIVE).build());
        assertThat(shop.engine
                        .runs()
                        .notifyParticipants(ALL.withSchemes("OTHER"), at("2024-06-02"))
                        .found())
                .isZero();
        assertThat(shop.engine
                        .runs()
                        .notifyParticipants(ALL.withSchemes("CLUB"), at("2024-06-02"))
                        .found())
                .isOne();
        assertThatThrownBy(() -> shop.engine.runs().notifyParticipants(ALL.withSchemes("CLAB"), at("2024-06-02")))
                .hasMessage("The scheme (CLAB) is not in the programme.");
    }

    @Test
    void onlyTheStatesAskedForAreTold() {
        Shop shop = Postbox.shop(
                allKinds(), spend(), any("B").withEffectiveSince(EFFECTIVE).build());
        assertThat(isTold(shop, AwardedState.NOT_AWARDED)).isTrue();
        assertThat(isTold(shop, AwardedState.AWARDED, AwardedState.CLOSE_TO_AWARD))
                .isFalse();
        shop.buy("2024-05-20", "85.00");
        assertThat(isTold(shop, AwardedState.CLOSE_TO_AWARD)).isTrue();
        assertThat(isTold(shop, AwardedState.NOT_AWARDED)).isTrue();
        shop.buy("2024-06-01", "15.00");
        assertThat(isTold(shop, AwardedState.AWARDED)).isTrue();
        assertThat(isTold(shop, AwardedState.NOT_AWARDED)).isFalse();
        assertThat(isTold(shop, AwardedState.CLOSE_TO_AWARD)).isFalse();
    }

    @Test
    void theTerminatedAreToldNothing() {
        Shop shop = Postbox.shop(allKinds(), spend(), expiring("B", "2024-04-01"));
        shop.buy("2024-03-25", "85.00");
        shop.engine.runs().deliver(notification -> {});
        shop.engine.evaluate(new ParticipantTerminated(
                header("end", at("2024-03-25T13:00")), TerminationReason.CUSTOMER_REQUEST, Optional.empty()));
        assertThat(notify(shop, "2024-03-26").found()).isZero();
    }

    private static NotificationReport notify(Shop shop, String localTime) {
        return shop.engine.runs().notifyParticipants(ALL, at(localTime));
    }

    private static long found(Shop shop, String localTime, NotificationKind kind) {
        return shop.engine
                .runs()
                .notifyParticipants(ALL.withKinds(kind), at(localTime))
                .found();
    }

    private static long found(Shop shop, Instant asOf) {
        return shop.engine
                .runs()
                .notifyParticipants(ALL.withKinds(NotificationKind.CLOSE_TO_AWARD), asOf)
                .found();
    }

    private static long toldOfExpiration(String localTime, int daysAhead) {
        Shop shop = Postbox.shop(allKinds(), expiring("A", "2025-01-01"));
        shop.buy("2024-03-01", "10.00");
        return shop.engine
                .runs()
                .notifyParticipants(
                        ALL.withKinds(NotificationKind.EXPIRATION_AHEAD).withDaysAhead(daysAhead), at(localTime))
                .found();
    }

    private static long toldOfNewOffer(Instant since, Instant asOf) {
        Shop shop =
                Postbox.shop(allKinds(), any("A").withEffectiveSince(EFFECTIVE).build());
        return shop.engine
                .runs()
                .notifyParticipants(NotificationCriteria.since(since), asOf)
                .found();
    }

    private static long toldOf(Offer offer) {
        return toldOf(offer, GIVEN, GIVEN);
    }

    private static long toldOf(Offer offer, Consent direct, Consent affiliate) {
        Shop shop = Postbox.shop(profile("", direct, affiliate), allKinds(), offer);
        return found(shop, "2024-06-02", NotificationKind.NEW_OFFER);
    }

    private static long toldOfSpending(String amount, String threshold) {
        Shop shop = Postbox.shop(allKinds(), spend());
        shop.buy("2024-03-01", amount);
        return shop.engine
                .runs()
                .notifyParticipants(
                        ALL.withKinds(NotificationKind.CLOSE_TO_AWARD).withCloseFrom(Percentage.of(threshold)),
                        at("2024-03-02"))
                .found();
    }

    private static long toldOfPurchases(int count) {
        Shop shop = Postbox.shop(
                allKinds(),
                offer("A", new Terms.CountLoyalty(100, days(30)), fixed("10.00"))
                        .build());
        for (int i = 0; i < count; i++) {
            shop.buy("2024-03-01", "1.00");
        }
        return found(shop, "2024-03-02", NotificationKind.CLOSE_TO_AWARD);
    }

    private static long toldAfterAnAward(List<Cap> caps) {
        Shop shop = Postbox.shop(allKinds(), spend().toBuilder().withCaps(caps).build());
        shop.buy("2024-03-01", "85.00");
        shop.buy("2024-03-02", "15.00");
        shop.buy("2024-03-03", "90.00");
        return found(shop, "2024-03-04", NotificationKind.CLOSE_TO_AWARD);
    }

    private static boolean isTold(Shop shop, AwardedState... states) {
        return shop.engine
                        .runs()
                        .notifyParticipants(
                                ALL.withKinds(NotificationKind.NEW_OFFER).withStates(states), EFFECTIVE)
                        .found()
                > 0;
    }

    private static Offer.Builder any(String code) {
        return offer(code, new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), fixed("1.00"));
    }

    private static Offer expiring(String code, String date) {
        return any(code)
                .withAwardValidity(
                        new AwardValidity(Optional.empty(), new AwardValidity.Expiry.On(LocalDate.parse(date))))
                .build();
    }

    private static Offer owned(String group, Privacy privacy) {
        return any("A").withEffectiveSince(EFFECTIVE)
                .withOwnership(new Ownership(group, privacy))
                .build();
    }

    private static Offer spend() {
        return offer("A", new Terms.SpendLoyalty(eur("100.00"), days(30)), fixed("10.00"))
                .build();
    }
}
