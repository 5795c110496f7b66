package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierSettings;
import io.rewards.catalogue.ValidityDate;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.testkit.chance.Dice;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Draws a programme: an organisation with a bit of everything, and offers of all kinds. For one thread. */
final class RandomProgramme {

    static final List<String> SCHEMES = List.of("CLUB", "COFFEE", "DORMANT");
    static final List<String> PRODUCTS = List.of("BEAN", "BREW", "CAKE", "LAMP", "DESK", "PEN");
    static final List<String> PRODUCT_TYPES = List.of("DRINK", "FOOD", "HARDWARE");
    static final List<String> FAMILIES = List.of("CAFE", "HOME");
    static final List<String> GROUPS = List.of("ISLAND", "CITY", "ABROAD");
    static final List<String> UNITS = List.of("HARBOUR", "MARKET", "AIRPORT", "KIOSK");
    static final List<String> TIERS = List.of("SILVER", "GOLD");
    static final List<String> MEMBER_SEGMENTS = List.of("STUDENTS", "STAFF", "DEBTORS");
    static final List<String> SEGMENTS = List.of("STUDENTS", "STAFF", "DEBTORS", "AWARDED", "SPENDERS");
    static final Denomination POINTS = new Denomination("PTS", 0);
    static final Denomination MILES = new Denomination("MILES", 2);

    private static final LocalDate A_DATE = LocalDate.of(2024, 2, 29);

    private final Dice dice;
    private final Season season;

    RandomProgramme(Dice dice, Season season) {
        this.dice = dice;
        this.season = season;
    }

    Programme drawn(int mostOffers) {
        Settings settings = settings();
        List<Offer> offers = new RandomOffers(dice, season, settings).drawn((int) dice.between(1L, mostOffers));
        return DrawnAgreements.half(
                dice,
                Programme.builder("Shop", settings)
                        .withVersion("v" + dice.below(100))
                        .withAttributes(attributes())
                        .withFamilies(FAMILIES.stream()
                                .map(code -> new ProductFamily(code, code))
                                .toList())
                        .withProductTypes(List.of(
                                new ProductType("DRINK", "Drinks", "CAFE"),
                                new ProductType("FOOD", "Food", "CAFE"),
                                new ProductType("HARDWARE", "Hardware", "HOME")))
                        .withProducts(products(settings))
                        .withGroups(List.of(
                                new UnitGroup("ISLAND", "Island", ""),
                                new UnitGroup("CITY", "City", "ISLAND"),
                                new UnitGroup("ABROAD", "Abroad", "")))
                        .withUnits(List.of(
                                new Unit("HARBOUR", "Harbour", "CITY", Optional.empty()),
                                new Unit("MARKET", "Market", "ISLAND", Optional.of(Season.anyZone(dice))),
                                new Unit("AIRPORT", "Airport", "ABROAD", Optional.of(Season.anyZone(dice))),
                                new Unit("KIOSK", "Kiosk", "", Optional.empty())))
                        .withSegments(segments(offers))
                        .withTiers(TIERS.stream().map(Tier::named).toList())
                        .withSchemes(List.of(
                                scheme("CLUB", SchemeState.EFFECTIVE),
                                scheme("COFFEE", SchemeState.EFFECTIVE),
                                scheme("DORMANT", SchemeState.NOT_EFFECTIVE)))
                        .withCategories(List.of(new Category("SEASONAL", "Seasonal", "")))
                        .withOfferTypes(offerTypes())
                        .withOffers(offers)
                        .build());
    }

    /** Two types for each classification. */
    static String typeOf(Classification classification, boolean second) {
        return classification.name() + (second ? "_2" : "_1");
    }

    private Settings settings() {
        Denomination currency = dice.oneOf(
                new Denomination("EUR", 2),
                new Denomination("EUR", 2),
                new Denomination("JPY", 0),
                new Denomination("BHD", 3));
        RoundingMode rounding = dice.oneOf(
                RoundingMode.HALF_UP, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);
        return new Settings(
                season.zone(),
                currency,
                List.of(POINTS, MILES),
                new Rounding(rounding),
                dice.oneOf(ResolutionMode.OFFER_FLAG, dice.oneOf(ResolutionMode.values())),
                Percentage.of("100"),
                dice.chance(70) ? ValidityDate.PERFORMED : ValidityDate.CREATED,
                dice.chance(60) ? AwardBase.GROSS : AwardBase.NET,
                "en",
                Optional.empty(),
                false,
                SpendSettings.DEFAULT,
                dice.chance(25) ? excepted(dice) : ProductList.NONE,
                dice.chance(25) ? excepted(dice) : ProductList.NONE,
                ParticipantSettings.DEFAULT,
                TierSettings.DEFAULT);
    }

    /** A product, a type or a family that does not count. */
    static ProductList excepted(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> new ProductList(dice.some(PRODUCTS, 2L), Set.of(), Set.of());
            case 1 -> new ProductList(Set.of(), dice.some(PRODUCT_TYPES, 1L), Set.of());
            case 2 ->
                dice.chance(50)
                        ? ProductList.ofLines("colour", "red", "\u0130stanbul")
                        : ProductList.ofLines("rank", "-1", "2").and(ProductList.ofLines("since", A_DATE.toString()));
            default -> new ProductList(Set.of(), Set.of(), dice.some(FAMILIES, 1L));
        };
    }

    private Scheme scheme(String code, SchemeState state) {
        return Scheme.of(
                code, code, state, dice.chance(50) ? AwardValidity.ALWAYS : RandomOffers.awardValidity(dice, season));
    }

    private List<Segment> segments(List<Offer> offers) {
        Set<String> some = dice.some(offers.stream().map(Offer::code).toList(), 2L);
        return List.of(
                Segment.of("STUDENTS", SegmentEntity.REWARDS_PARTICIPANT),
                Segment.of("STAFF", SegmentEntity.CONTACT_INFORMATION),
                Segment.of("DEBTORS", SegmentEntity.ACCOUNTS_RECEIVABLE),
                new Segment("AWARDED", "Awarded", SegmentEntity.AWARD_TRANSACTION, some, Set.of(), Set.of()),
                new Segment(
                        "SPENDERS",
                        "Spenders",
                        SegmentEntity.SPEND_TRANSACTION,
                        Set.of(),
                        Set.of(typeOf(dice.oneOf(Classification.values()), false)),
                        Set.of("COFFEE")));
    }

    private static List<OfferType> offerTypes() {
        List<OfferType> types = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            for (boolean second : List.of(false, true)) {
                String code = typeOf(classification, second);
                types.add(new OfferType(code, code, classification, Set.of(), Optional.empty()));
            }
        }
        return types;
    }

    private List<Product> products(Settings settings) {
        List<String> types = List.of("DRINK", "DRINK", "FOOD", "HARDWARE", "HARDWARE", "");
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS.size(); i++) {
            Attributes carried = carried(dice, settings, AttributeOwner.PRODUCT);
            products.add(new Product(PRODUCTS.get(i), PRODUCTS.get(i), types.get(i), carried));
        }
        return products;
    }

    private static List<AttributeDeclaration> attributes() {
        List<AttributeDeclaration> declared = new ArrayList<>();
        for (AttributeOwner owner : AttributeOwner.values()) {
            for (AttributeType type : AttributeType.values()) {
                declared.add(declared(owner, type));
            }
        }
        return declared;
    }

    /** The one attribute of this type that every owner may carry. */
    static AttributeDeclaration declared(AttributeOwner owner, AttributeType type) {
        String name = switch (type) {
            case TEXT -> "colour";
            case WHOLE_NUMBER -> "rank";
            case AMOUNT -> "worth";
            case DATE -> "since";
        };
        return new AttributeDeclaration(owner, name, type);
    }

    /** None, some or all of the attributes of {@code owner}. */
    static Attributes carried(Dice dice, Settings settings, AttributeOwner owner) {
        Map<String, AttributeValue> values = new TreeMap<>();
        for (AttributeType type : AttributeType.values()) {
            if (dice.chance(60)) {
                values.put(declared(owner, type).name(), value(dice, settings, type));
            }
        }
        return new Attributes(values);
    }

    /** One of very few values, so that conditions meet them. */
    static AttributeValue value(Dice dice, Settings settings, AttributeType type) {
        return switch (type) {
            case TEXT -> new AttributeValue.Text(dice.oneOf("red", "green", "\u0130stanbul"));
            case WHOLE_NUMBER -> new AttributeValue.WholeNumber(dice.between(-1L, 2));
            case AMOUNT -> new AttributeValue.Money(new Amount(settings.currency(), dice.between(99L, 101)));
            case DATE -> new AttributeValue.Date(A_DATE.plusDays(dice.between(-1L, 1)));
        };
    }
}
