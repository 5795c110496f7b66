package io.rewards.engine;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Portion;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementTerms;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.Terms;
import io.rewards.catalogue.Tier;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.SegmentEntity;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.participant.Profile;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.InMemoryStore;
import io.rewards.time.SpanUnit;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shop in Nicosia with one scheme and one participant, P1, who has been in it since 2000: the fixture of engine tests. */
final class Shop {

    static final ZoneId ZONE = ZoneId.of("Europe/Nicosia");
    static final Denomination EUR = new Denomination("EUR", 2);
    static final Denomination PTS = new Denomination("PTS", 0);
    static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    static final RuleSet RULES = DroolsRuleCompiler.builtIn();

    private static final Settings SETTINGS = Settings.of(ZONE, EUR).withPoints(List.of(PTS));

    final InMemoryStore store = new InMemoryStore();
    final RewardsEngine engine;
    private int events;

    private Shop(Programme programme, Profile profile) {
        engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(RULES)
                .build();
        engine.evaluate(new ParticipantRegistered(header("reg", LONG_AGO), profile));
        engine.evaluate(new SchemeSignUp(header("join", LONG_AGO), "CLUB", ""));
    }

    static Shop with(Offer... offers) {
        return of(programme(SETTINGS, offers), Profile.EMPTY);
    }

    static Shop with(Profile profile, Offer... offers) {
        return of(programme(SETTINGS, offers), profile);
    }

    static Shop with(Settings settings, Offer... offers) {
        return of(programme(settings, offers), Profile.EMPTY);
    }

    static Shop of(Programme programme, Profile profile) {
        return new Shop(programme, profile);
    }

    static Settings settings() {
        return SETTINGS;
    }

    static Programme programme(Settings settings, Offer... offers) {
        return programme(settings, AgreementTerms.UNSAID, offers);
    }

    /** The start of terms under which a merchant gives nothing to awards. */
    static AgreementTerms.Builder givingNothing() {
        return AgreementTerms.builder().withContribution(Portion.NOTHING);
    }

    /** The shop, where the merchant of unit U1 has agreed to {@code terms}, or to nothing where they say nothing. */
    static Programme programme(Settings settings, AgreementTerms terms, Offer... offers) {
        List<OfferType> types = Arrays.stream(Classification.values())
                .map(each -> new OfferType(each.name(), each.name(), each, Set.of(), Optional.empty()))
                .toList();
        List<Agreement> agreements =
                terms.equals(AgreementTerms.UNSAID) ? List.of() : List.of(Agreement.ofUnit("LEDRA", "U1", terms));
        return Programme.builder("Shop", settings)
                .withAgreements(agreements)
                .withFamilies(List.of(new ProductFamily("ELECTRONICS", "Electronics")))
                .withProductTypes(List.of(
                        new ProductType("Accessory", "Accessory", "ELECTRONICS"),
                        new ProductType("Hardware", "Hardware", "ELECTRONICS"),
                        new ProductType("Coffee", "Coffee", "")))
                .withProducts(List.of(
                        new Product("case", "Case", "Accessory", Attributes.NONE),
                        new Product("laptop", "Laptop", "Hardware", Attributes.NONE),
                        new Product("coffee", "Coffee", "Coffee", Attributes.NONE)))
                .withGroups(
                        List.of(new UnitGroup("CYPRUS", "Cyprus", ""), new UnitGroup("NICOSIA", "Nicosia", "CYPRUS")))
                .withUnits(List.of(
                        new Unit("U1", "Ledra Street", "NICOSIA", Optional.empty()),
                        new Unit("U2", "Limassol", "CYPRUS", Optional.empty()),
                        new Unit("LONDON", "London", "", Optional.of(ZoneId.of("Europe/London")))))
                .withSegments(List.of(
                        Segment.of("VIP", SegmentEntity.REWARDS_PARTICIPANT),
                        Segment.of("DEBTOR", SegmentEntity.ACCOUNTS_RECEIVABLE),
                        Segment.of("STUDENT", SegmentEntity.CONTACT_INFORMATION),
                        new Segment(
                                "AWARDED",
                                "Awarded",
                                SegmentEntity.AWARD_TRANSACTION,
                                Set.of(),
                                Set.of(),
                                Set.of("CLUB")),
                        new Segment(
                                "SPENT", "Spent", SegmentEntity.SPEND_TRANSACTION, Set.of(), Set.of(), Set.of("CLUB"))))
                .withTiers(List.of(Tier.named("SILVER"), Tier.named("GOLD")))
                .withSchemes(List.of(Scheme.of("CLUB"), Scheme.of("OTHER")))
                .withCategories(List.of(new Category("LOYALTY", "Loyalty", "")))
                .withOfferTypes(types)
                .withOffers(List.of(offers))
                .build();
    }

    /** An effective offer of scheme CLUB; its number is its place in the alphabet of its one-letter code, or its hash. */
    static Offer.Builder offer(String code, Terms terms, Award award) {
        long number = code.length() == 1 ? code.charAt(0) - 'A' + 1 : Math.abs((long) code.hashCode()) + 100;
        return Offer.builder(number, code, "CLUB", terms.classification().name(), terms, award)
                .withEffectiveSince(LONG_AGO);
    }

    static Award fixed(String amount) {
        return new Award.FixedAmount(eur(amount));
    }

    static Award percent(String percentage) {
        return new Award.PercentageOfPurchase(Percentage.of(percentage));
    }

    static Amount eur(String amount) {
        return Amount.of(amount, EUR);
    }

    static TimeSpan days(int count) {
        return new TimeSpan(count, SpanUnit.DAYS);
    }

    static TimeSpan months(int count) {
        return new TimeSpan(count, SpanUnit.MONTHS);
    }

    /** A line of something without a type. */
    static PurchaseLine thing(String total) {
        return PurchaseLine.of("thing", "thing", 1, eur(total));
    }

    static PurchaseLine line(String product, long quantity, String total) {
        return PurchaseLine.of(product, product, quantity, eur(total));
    }

    /** P1 buys at U1, processed at once. */
    Outcome buy(String localTime, PurchaseLine... lines) {
        return engine.evaluate(purchase(localTime, lines));
    }

    /** P1 buys one thing. */
    Outcome buy(String localTime, String total) {
        return buy(localTime, thing(total));
    }

    Purchase purchase(String localTime, PurchaseLine... lines) {
        events++;
        return purchaseOf("E" + events, localTime, lines);
    }

    static Purchase purchaseOf(String id, String localTime, PurchaseLine... lines) {
        return Purchase.of(header(id, at(localTime)), lines);
    }

    static Instant at(String localTime) {
        String time = localTime.contains("T") ? localTime : localTime + "T12:00";
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    static EventHeader header(String id, Instant performedOn) {
        return EventHeader.of(id, "P1", "U1", performedOn).receivedOn(performedOn);
    }

    static CustomerEvent at(CustomerEvent event, String unit) {
        EventHeader header = event.header();
        return event.withHeader(new EventHeader(
                header.key(),
                header.participant(),
                unit,
                header.performedOn(),
                header.receivedOn(),
                true,
                header.attributes()));
    }

    /** What an offer awarded, as text; "none" where it was declined or not looked at. */
    static String award(Outcome outcome, String offer) {
        return outcome.verdictOn(offer)
                .filter(Verdict.Granted.class::isInstance)
                .map(verdict -> ((Verdict.Granted) verdict).amount().toString())
                .orElse("none");
    }

    /** The reasons why an offer was declined. */
    static List<DeclineReason> reasons(Outcome outcome, String offer) {
        return declines(outcome, offer).stream().map(Decline::reason).toList();
    }

    /** The declines of an offer. */
    static List<Decline> declines(Outcome outcome, String offer) {
        return outcome.verdictOn(offer)
                .filter(Verdict.Declined.class::isInstance)
                .map(verdict -> ((Verdict.Declined) verdict).declines())
                .orElse(List.of());
    }
}
