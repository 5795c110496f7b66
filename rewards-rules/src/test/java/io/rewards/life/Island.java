package io.rewards.life;

import io.rewards.amount.Denomination;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SignUpOption;
import io.rewards.catalogue.SignUpPolicy;
import io.rewards.catalogue.Tier;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the programme of every simulation has besides its offers: places, products, schemes with all ways to sign up. */
final class Island {

    static final ZoneId ZONE = ZoneId.of("Europe/Nicosia");
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 3, 1);
    static final Denomination EUR = new Denomination("EUR", 2);
    static final Denomination PTS = new Denomination("PTS", 0);

    static final List<String> UNITS = List.of("HARBOUR", "MARKET", "AIRPORT", "KIOSK");
    static final List<String> GROUPS = List.of("ISLAND", "CITY", "ABROAD");
    static final List<String> PRODUCTS = List.of("COFFEE", "CAKE", "LAMP", "PEN");
    static final List<String> SEGMENTS = List.of("STUDENTS", "STAFF", "DEBTORS");
    static final List<String> TIERS = List.of("SILVER", "GOLD");
    static final List<String> TOWNS = List.of("Nicosia", "Limassol", "Paphos");
    static final List<String> SCHEMES = List.of("CLUB", "CAFE", "CAMPUS", "SECRET", "UNION");
    static final List<String> CLASSIFICATIONS = List.of("QUIZ", "LEVEL_10", "SURVEY", "CARD_SPEND");
    static final List<String> PAGES = List.of("facebook.com/ZX", "facebook.com/YW", "zx.example");

    static final RunDefinition DAILY =
            new RunDefinition("DAILY", "Every evening", true, Set.of(), Set.of(), slowTypes(), Optional.empty());
    static final RunDefinition WEEKLY = new RunDefinition(
            "WEEKLY", "On Sundays", true, Set.of("CLUB", "CAFE", "CAMPUS"), Set.of(), Set.of(), Optional.empty());

    private Island() {}

    /** The programme without offers; as many sign-up codes as there can be {@code participants}. */
    static Programme programme(int participants) {
        return programme(participants, false);
    }

    /** The same, where the counts of duplicates join those of who stays, or do not. */
    static Programme programme(int participants, boolean mergeCounts) {
        Set<String> codes = new TreeSet<>();
        for (int i = 0; i < participants; i++) {
            codes.add(code(i));
        }
        return Programme.builder(
                        "Life",
                        Settings.of(ZONE, EUR)
                                .withPoints(List.of(PTS))
                                .with(ParticipantSettings.DEFAULT.withMergeCounts(mergeCounts)))
                .withVersion("0")
                .withFamilies(List.of(new ProductFamily("CAFETERIA", "Cafeteria"), new ProductFamily("HOME", "Home")))
                .withProductTypes(List.of(
                        new ProductType("DRINK", "Drinks", "CAFETERIA"),
                        new ProductType("FOOD", "Food", "CAFETERIA"),
                        new ProductType("HARDWARE", "Hardware", "HOME")))
                .withProducts(List.of(
                        new Product("COFFEE", "Coffee", "DRINK", Attributes.NONE),
                        new Product("CAKE", "Cake", "FOOD", Attributes.NONE),
                        new Product("LAMP", "Lamp", "HARDWARE", Attributes.NONE),
                        new Product("PEN", "Pen", "", Attributes.NONE)))
                .withGroups(List.of(
                        new UnitGroup("ISLAND", "Island", ""),
                        new UnitGroup("CITY", "City", "ISLAND"),
                        new UnitGroup("ABROAD", "Abroad", "")))
                .withUnits(List.of(
                        new Unit("HARBOUR", "Harbour", "CITY", Optional.empty()),
                        new Unit("MARKET", "Market", "ISLAND", Optional.empty()),
                        new Unit("AIRPORT", "Airport", "ABROAD", Optional.of(ZoneId.of("Europe/London"))),
                        new Unit("KIOSK", "Kiosk", "", Optional.empty())))
                .withSegments(List.of(
                        Segment.of("STUDENTS", SegmentEntity.REWARDS_PARTICIPANT),
                        Segment.of("STAFF", SegmentEntity.CONTACT_INFORMATION),
                        Segment.of("DEBTORS", SegmentEntity.ACCOUNTS_RECEIVABLE),
                        new Segment(
                                "AWARDED",
                                "Awarded in the café",
                                SegmentEntity.AWARD_TRANSACTION,
                                Set.of(),
                                Set.of(),
                                Set.of("CAFE")),
                        new Segment(
                                "SPENDERS",
                                "Spent at once",
                                SegmentEntity.SPEND_TRANSACTION,
                                Set.of(),
                                Set.of(),
                                Set.of("CLUB", "CAFE"))))
                .withTiers(TIERS.stream().map(Tier::named).toList())
                .withSchemes(schemes(codes))
                .withOfferTypes(offerTypes())
                .withKpis(List.of(
                        new Kpi("TOTAL_SALES", "Total sales", ProductSelection.ALL),
                        new Kpi("NEW_CUSTOMERS", "New customers", ProductSelection.ALL)))
                .withEventClassifications(CLASSIFICATIONS.stream()
                        .map(code -> new EventClassification(code, code))
                        .toList())
                .withRuns(List.of(DAILY, WEEKLY))
                .build();
    }

    /** The type of most offers of a classification. */
    static String typeOf(Classification classification) {
        return classification.name();
    }

    /** The type of those that only the weekly run evaluates. */
    static String slowTypeOf(Classification classification) {
        return classification.name() + "_SLOW";
    }

    /** The sign-up code that the participant of this number has. */
    static String code(int number) {
        return "CODE-" + number;
    }

    static TimeSpan span(int count, SpanUnit unit) {
        return new TimeSpan(count, unit);
    }

    private static List<Scheme> schemes(Set<String> codes) {
        return List.of(
                Scheme.of("CLUB").with(SignUpPolicy.of(SignUpOption.AUTO)),
                Scheme.of(
                        "CAFE",
                        "Café",
                        SchemeState.EFFECTIVE,
                        new AwardValidity(Optional.empty(), new AwardValidity.Expiry.After(span(6, SpanUnit.MONTHS)))),
                Scheme.of("CAMPUS")
                        .with(new SignUpPolicy(
                                SignUpOption.EMAIL_DOMAIN, true, false, Set.of("uni.example"), Set.of())),
                Scheme.of("SECRET").with(new SignUpPolicy(SignUpOption.UNIQUE_CODE, false, false, Set.of(), codes)),
                Scheme.of("UNION").with(new SignUpPolicy(SignUpOption.SELF, true, true, Set.of(), Set.of())),
                Scheme.of("DORMANT").with(SchemeState.NOT_EFFECTIVE));
    }

    private static List<OfferType> offerTypes() {
        List<OfferType> types = new ArrayList<>();
        for (Classification classification : Classification.values()) {
            types.add(OfferType.of(typeOf(classification), classification));
            types.add(OfferType.of(slowTypeOf(classification), classification));
        }
        return types;
    }

    private static Set<String> slowTypes() {
        Set<String> types = new TreeSet<>();
        Arrays.stream(Classification.values()).forEach(each -> types.add(slowTypeOf(each)));
        return types;
    }
}
