package io.rewards.benchmarks;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SpendWish;
import io.rewards.organisation.Product;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shop with one offer: a purchase of 10.00 to 20.00 awards 1.00, which stays in the wallet until it is spent. */
final class LotShop {

    static final Instant NOW = Instant.parse("2026-03-03T16:30:00Z");

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final String SCHEME = "CLUB";
    private static final String UNIT = "HARBOUR";
    private static final String LINE = "1";
    private static final String PRODUCT = "BEANS";

    private LotShop() {}

    static Programme programme() {
        Terms terms = new Terms.TransactionRevenue(eur("10.00"), Optional.of(eur("20.00")));
        String type = terms.classification().name();
        Award award = new Award.FixedAmount(eur("1.00"));
        return Programme.builder("Lot shop", Settings.of(ZoneOffset.UTC, EUR))
                .withProducts(List.of(new Product(PRODUCT, PRODUCT, "", Attributes.NONE)))
                .withUnits(List.of(new Unit(UNIT, UNIT, "", Optional.empty())))
                .withSchemes(List.of(Scheme.of(SCHEME)))
                .withOfferTypes(List.of(new OfferType(type, type, terms.classification(), Set.of(), Optional.empty())))
                .withOffers(List.of(Offer.builder(1, "BASKET", SCHEME, type, terms, award)
                        .withEffectiveSince(NOW)
                        .build()))
                .build();
    }

    static ParticipantRegistered registration(String participant) {
        return new ParticipantRegistered(header("register-" + participant, participant), Profile.EMPTY);
    }

    static SchemeSignUp signUp(String participant) {
        return new SchemeSignUp(header("sign-up-" + participant, participant), SCHEME, "");
    }

    /** A purchase that awards one lot. */
    static Purchase awarded(String id, String participant) {
        return purchase(id, participant, "15.00");
    }

    /** A purchase that awards nothing. */
    static Purchase declined(String id, String participant) {
        return purchase(id, participant, "5.00");
    }

    /** A purchase that awards nothing, paid with all there is in the wallet. */
    static Purchase paidFromWallet(String id, String participant) {
        return purchase(id, participant, "50000.00").spending(SpendWish.ALL);
    }

    /** All goods of a purchase come back. */
    static GoodsReturn returned(String id, String participant, String purchase) {
        return GoodsReturn.of(header(id, participant), new ReturnedLine(EventKey.of(purchase), LINE, 1));
    }

    private static Purchase purchase(String id, String participant, String total) {
        return Purchase.of(header(id, participant), PurchaseLine.of(LINE, PRODUCT, 1, eur(total)));
    }

    private static EventHeader header(String id, String participant) {
        return EventHeader.of(id, participant, UNIT, NOW).receivedOn(NOW);
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }
}
