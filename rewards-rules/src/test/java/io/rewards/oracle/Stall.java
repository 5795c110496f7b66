package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The smallest programme there can be: one unit, one scheme, and offers that award an amount for any purchase. */
final class Stall {

    static final Denomination EUR = new Denomination("EUR", 2);
    static final Instant OPENING = Instant.parse("2026-01-05T08:00:00Z");

    private static final String SCHEME = "CLUB";
    private static final String TYPE = "ANY";
    private static final String UNIT = "STALL";

    private Stall() {}

    /** A programme of this version. */
    static Programme programme(String version, List<Offer> offers) {
        return Programme.builder("Stall", Settings.of(ZoneId.of("Europe/Nicosia"), EUR))
                .withVersion(version)
                .withUnits(List.of(new Unit(UNIT, "Stall", "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(SCHEME)))
                .withOfferTypes(List.of(new OfferType(
                        TYPE, "Any", Classification.INCREASE_REVENUE_TRANSACTION_BASED, Set.of(), Optional.empty())))
                .withOffers(offers)
                .build();
    }

    /** An offer that awards {@code amount} for any purchase, within {@code caps}. */
    static Offer offer(long number, Amount amount, List<Cap> caps) {
        Terms terms = new Terms.TransactionRevenue(Amount.zero(EUR), Optional.empty());
        return Offer.builder(number, "OFFER-" + number, SCHEME, TYPE, terms, new Award.FixedAmount(amount))
                .withEffectiveSince(OPENING)
                .withCaps(caps)
                .build();
    }

    /** Registers a participant and signs it up. */
    static void join(RewardsEngine engine, String participant) {
        engine.evaluate(new ParticipantRegistered(header("join-" + participant, participant), Profile.EMPTY));
        engine.evaluate(new SchemeSignUp(header("sign-up-" + participant, participant), SCHEME, ""));
    }

    /** A purchase of one thing for 5.00. */
    static Purchase purchase(String id, String participant) {
        return Purchase.of(header(id, participant), PurchaseLine.of("1", "COFFEE", 1, eur("5.00")));
    }

    static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    private static EventHeader header(String id, String participant) {
        return EventHeader.of(id, participant, UNIT, OPENING).receivedOn(OPENING);
    }
}
