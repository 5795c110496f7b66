package io.rewards.benchmarks;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendMethod;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.organisation.Product;
import io.rewards.organisation.Unit;
import io.rewards.participant.Profile;
import io.rewards.time.DayHours;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import io.rewards.time.WeeklyTimes;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A programme with many live offers of which five can apply to the purchase that everybody makes: three award, one just
 * misses its minimum and one counts it towards a target. The others are for other products, other units and other schemes.
 */
final class BusyShop {

    static final Instant NOW = Instant.parse("2026-03-03T16:30:00Z");

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final String SCHEME = "CLUB";
    private static final String OTHER_SCHEME = "OTHER";
    private static final String UNIT = "HARBOUR";
    private static final int OTHERS_OF_A_KIND = 3;

    private final int offers;

    BusyShop(int offers) {
        this.offers = offers;
    }

    Programme programme() {
        List<Offer> all = new ArrayList<>(matching());
        List<Product> products = new ArrayList<>();
        List<Unit> units = new ArrayList<>(List.of(unit(UNIT)));
        for (String code : List.of("ESPRESSO", "BAGEL", "BEANS")) {
            products.add(product(code));
        }
        for (int number = all.size() + 1; number <= offers; number++) {
            String name = "OTHER-" + number;
            switch (number % OTHERS_OF_A_KIND) {
                case 0 -> {
                    products.add(product(name));
                    all.add(revenue(number, SCHEME, name, "1.00")
                            .withConditions(soldAs(name))
                            .build());
                }
                case 1 -> {
                    units.add(unit(name));
                    AwardConditions there =
                            AwardConditions.builder().withUnits(Set.of(name)).build();
                    all.add(revenue(number, SCHEME, name, "1.00")
                            .withConditions(there)
                            .build());
                }
                default -> all.add(revenue(number, OTHER_SCHEME, name, "1.00").build());
            }
        }
        return Programme.builder("Busy shop", Settings.of(ZoneOffset.UTC, EUR))
                .withVersion("1")
                .withProducts(products)
                .withUnits(units)
                .withSchemes(List.of(Scheme.of(SCHEME), Scheme.of(OTHER_SCHEME)))
                .withOfferTypes(types())
                .withOffers(all)
                .build();
    }

    /** Registers a participant. */
    static ParticipantRegistered registration(String participant) {
        return new ParticipantRegistered(header("register-" + participant, participant), Profile.EMPTY);
    }

    /** Signs a participant up to the scheme of the offers that match. */
    static SchemeSignUp signUp(String participant) {
        return new SchemeSignUp(header("sign-up-" + participant, participant), SCHEME, "");
    }

    /** Four espressi, a bagel and beans for 42.50 in the afternoon. */
    static Purchase purchase(String id, String participant) {
        return Purchase.of(
                header(id, participant),
                PurchaseLine.of("1", "ESPRESSO", 4, eur("10.00")),
                PurchaseLine.of("2", "BAGEL", 1, eur("2.50")),
                PurchaseLine.of("3", "BEANS", 2, eur("30.00")));
    }

    private static List<Offer> matching() {
        Terms quietHours = new Terms.FreeCapacity();
        AwardConditions afternoon = AwardConditions.builder()
                .withTimes(new WeeklyTimes(Set.of(), List.of(new DayHours(LocalTime.of(15, 0), LocalTime.of(18, 0)))))
                .build();
        Terms eachPiece = new Terms.ProductRevenue(AwardScope.PER_TRANSACTION_ITEM);
        Terms tenTimes = new Terms.CountLoyalty(10, new TimeSpan(30, SpanUnit.DAYS));
        return List.of(
                Offer.builder(1, "AFTERNOON", SCHEME, typeOf(quietHours), quietHours, percent("20"))
                        .withEffectiveSince(NOW)
                        .withConditions(afternoon)
                        .build(),
                revenue(2, SCHEME, "BASKET", "40.00")
                        .withSpendMethod(SpendMethod.SPEND_INSTANTLY)
                        .build(),
                revenue(3, SCHEME, "BIG-BASKET", "42.51").build(),
                Offer.builder(4, "BEANS", SCHEME, typeOf(eachPiece), eachPiece, amount("1.00"))
                        .withEffectiveSince(NOW)
                        .withConditions(soldAs("BEANS"))
                        .build(),
                Offer.builder(5, "REGULAR", SCHEME, typeOf(tenTimes), tenTimes, amount("3.00"))
                        .withEffectiveSince(NOW)
                        .build());
    }

    private static Offer.Builder revenue(long number, String scheme, String code, String from) {
        Terms terms = new Terms.TransactionRevenue(eur(from), Optional.empty());
        return Offer.builder(number, code, scheme, typeOf(terms), terms, amount("1.00"))
                .withEffectiveSince(NOW);
    }

    private static List<OfferType> types() {
        List<OfferType> types = new ArrayList<>();
        for (Offer offer : matching()) {
            OfferType type =
                    new OfferType(offer.type(), offer.type(), offer.classification(), Set.of(), Optional.empty());
            if (!types.contains(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private static AwardConditions soldAs(String product) {
        return AwardConditions.builder()
                .withProducts(ProductSelection.ofProducts(product))
                .build();
    }

    private static String typeOf(Terms terms) {
        return terms.classification().name();
    }

    private static Award amount(String amount) {
        return new Award.FixedAmount(eur(amount));
    }

    private static Award percent(String percentage) {
        return new Award.PercentageOfPurchase(Percentage.of(percentage));
    }

    private static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    private static Product product(String code) {
        return new Product(code, code, "", Attributes.NONE);
    }

    private static Unit unit(String code) {
        return new Unit(code, code, "", Optional.empty());
    }

    private static EventHeader header(String id, String participant) {
        return EventHeader.of(id, participant, UNIT, NOW).receivedOn(NOW);
    }
}
