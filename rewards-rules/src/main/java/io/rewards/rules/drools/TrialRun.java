package io.rewards.rules.drools;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.Locations;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.kind.EventKinds;
import io.rewards.offer.OfferKinds;
import io.rewards.organisation.Product;
import io.rewards.organisation.Unit;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.SchemeMembership;
import io.rewards.rules.RuleSet;
import io.rewards.time.WeeklyTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks new rules once about a made-up purchase, two offers of each classification, so that conditions are compiled and
 * classes loaded before the first real purchase comes.
 */
final class TrialRun {

    private static final String CODE = "TRIAL";
    private static final Denomination CURRENCY = new Denomination("EUR", 2);
    private static final long BOUGHT = 10;
    private static final Instant NOON_OF_A_SATURDAY = Instant.parse("2000-01-01T12:00:00Z");

    private TrialRun() {}

    /** Asks, and leaves the answers aside. */
    static void of(RuleSet rules) {
        List<Offer> offers = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            offers.add(offer(offers.size() + 1, classification, BOUGHT));
            offers.add(offer(offers.size() + 1, classification, BOUGHT + 1));
        }
        Participant participant = Participant.registered(CODE, Instant.EPOCH, CODE, Profile.EMPTY)
                .with(SchemeMembership.of(CODE, Instant.EPOCH, CODE, ""));
        Purchase purchase = Purchase.of(
                EventHeader.of(CODE, CODE, CODE, NOON_OF_A_SATURDAY),
                PurchaseLine.of("1", CODE, BOUGHT, new Amount(CURRENCY, BOUGHT)));
        Situation situation = EventKinds.interactive(Moment.of(
                purchase, Loaded.of(Account.of(participant)), Catalogue.of(programme(offers)), NOON_OF_A_SATURDAY));
        rules.answer(OfferKinds.candidates(situation, offers));
    }

    private static Programme programme(List<Offer> offers) {
        return Programme.builder(CODE, Settings.of(ZoneOffset.UTC, CURRENCY))
                .withProducts(List.of(new Product(CODE, CODE, "", Attributes.NONE)))
                .withUnits(List.of(new Unit(CODE, CODE, "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(CODE)))
                .withOfferTypes(Arrays.stream(Classification.values())
                        .map(each -> OfferType.of(each.name(), each))
                        .toList())
                .withOffers(offers)
                .withKpis(List.of(new Kpi(CODE, CODE, ProductSelection.ALL)))
                .withEventClassifications(List.of(new EventClassification(CODE, CODE)))
                .build();
    }

    private static Offer offer(int number, Classification classification, long limit) {
        Award award = new Award.FixedAmount(new Amount(CURRENCY, 1));
        Terms terms = OfferKinds.of(classification).little(new Amount(CURRENCY, limit), CODE);
        return Offer.builder(number, CODE + number, CODE, classification.name(), terms, award)
                .withEffectiveSince(Instant.EPOCH)
                .withConditions(AwardConditions.builder()
                        .withProducts(
                                classification.isAboutPurchases()
                                        ? ProductSelection.ofProducts(CODE)
                                        : ProductSelection.ALL)
                        .withLocations(
                                classification == Classification.JUST_MONEY
                                        ? new Locations(Set.of(), Set.of(CODE), Set.of())
                                        : Locations.EVERYWHERE)
                        .withTimes(new WeeklyTimes(Set.of(DayOfWeek.SATURDAY), List.of()))
                        .build())
                .build();
    }
}
