package io.rewards.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PointsExchanged;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.Referral;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import io.rewards.json.EventReader;
import io.rewards.json.EventWriter;
import io.rewards.json.ProgrammeReader;
import io.rewards.organisation.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CornerShopTest {

    private static final long SEED = 2025;

    @Test
    void theSameSeedMakesTheSameYear() {
        assertThat(CornerShop.events(SEED)).isEqualTo(CornerShop.events(SEED));
        assertThat(CornerShop.events(SEED)).isNotEqualTo(CornerShop.events(SEED + 1));
    }

    @Test
    void aYearIsInOrderOfTimeAndNoIdComesTwice() {
        List<CustomerEvent> events = CornerShop.events(SEED);
        assertThat(events).isSortedAccordingTo(Comparator.comparing(CustomerEvent::performedOn));
        assertThat(events).extracting(CustomerEvent::key).doesNotHaveDuplicates();
        assertThat(events).extracting(CustomerEvent::key).contains(EventKey.of("M001-001"));
        assertThat(events.stream().filter(ParticipantRegistered.class::isInstance))
                .hasSize(200);
    }

    @Test
    void whatCustomersDoBesidesBuyingIsThere() {
        assertThat(CornerShop.events(SEED).stream().map(Object::getClass).distinct())
                .contains(
                        AccessTokenChanged.class,
                        Achievement.class,
                        FinancialAchievement.class,
                        FinancialStatement.class,
                        GoodsReturn.class,
                        PointsExchanged.class,
                        ProfileChanged.class,
                        Referral.class,
                        SocialMediaLike.class,
                        SpendRequested.class,
                        SubscriptionChanged.class,
                        WebsiteVisit.class);
    }

    @Test
    void aReferrerIsThereBeforeTheReferredAndStaysThroughTheYear() {
        List<CustomerEvent> events = CornerShop.events(SEED);
        assertThat(events.stream().filter(Referral.class::isInstance).map(Referral.class::cast))
                .isNotEmpty()
                .allSatisfy(referral -> assertThat(events)
                        .filteredOn(event -> event.participant().equals(referral.referrer()))
                        .noneMatch(ParticipantTerminated.class::isInstance)
                        .anyMatch(event -> event instanceof ParticipantRegistered
                                && event.performedOn().isBefore(referral.performedOn())));
    }

    @Test
    void eventsAreTheSameAfterWritingAndReading() {
        EventReader reader = new EventReader(programme());
        assertThat(CornerShop.events(SEED))
                .allSatisfy(event -> assertThat(reader.read("test", EventWriter.write(event)))
                        .isEqualTo(event));
    }

    @Test
    void pointsAreWorthMoneyFromFiveHundredOn() {
        assertThat(programme().rates())
                .containsExactly(new ExchangeRate(
                        Amount.parse("100 PTS"), Amount.parse("1.00 EUR"), Optional.of(Amount.parse("500 PTS"))));
        assertThat(CornerShop.events(SEED))
                .anyMatch(event -> event instanceof Purchase purchase
                        && purchase.spend().flatMap(SpendWish::points).isPresent());
    }

    @Test
    void fourMerchantsInTwoGroupsSellAndAreSettledEveryMonth() {
        assertThat(programme().units()).extracting(Unit::group).containsOnly("OWN-SHOPS", "GUESTS");
        assertThat(CornerShop.events(SEED).stream()
                        .filter(Purchase.class::isInstance)
                        .map(CustomerEvent::unit)
                        .distinct())
                .containsExactlyInAnyOrder("MAIN-STREET", "STATION", "HARBOUR-CAFE", "QUAY-BAKERY");
        assertThat(programme().settlements()).hasSize(1);
    }

    @Test
    void theProgrammeHasEveryKindOfOfferAndAward() {
        List<Offer> offers = programme().offers();
        assertThat(offers).extracting(Offer::classification).contains(Classification.values());
        assertThat(offers.stream().map(offer -> offer.award().getClass()).distinct())
                .hasSize(Award.class.getPermittedSubclasses().length);
        assertThat(offers).extracting(Offer::spendMethod).contains(SpendMethod.values());
        assertThat(offers.stream().filter(Offer::onlyIfBest)).hasSizeGreaterThan(1);
    }

    private static Programme programme() {
        return ProgrammeReader.read("programme.yaml", CornerShop.programme());
    }
}
