package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.LineKind;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.Referral;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.TierSet;
import io.rewards.event.TillDiscount;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.event.WebsiteVisit;
import io.rewards.participant.Address;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.AutomaticSpending;
import io.rewards.participant.Consent;
import io.rewards.participant.Email;
import io.rewards.participant.EmailType;
import io.rewards.participant.Phone;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.participant.Preferences;
import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String CARD = """
            {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","promoCode":"MAY",
             "paymentMedium":{"brand":"VISA","%s":"%s"},"lines":[{"product":"A","quantity":1,"total":"5.00"}]}""";

    private static final EventReader READER = new EventReader(Examples.everyField());
    private static final Denomination EUR = new Denomination("EUR", 2);

    @Test
    void aPurchaseWithEverythingIsRead() {
        EventHeader header = new EventHeader(
                new EventKey("pos", "INV-2"),
                "P1",
                "U2",
                Instant.parse("2024-03-05T16:30:00Z"),
                Optional.of(Instant.parse("2024-03-05T16:30:02Z")),
                false,
                new Attributes(Map.of(
                        "channel", new AttributeValue.Text("WEB"),
                        "deposit", new AttributeValue.Money(Amount.of("2.50", EUR)))));
        PurchaseLine coffee = new PurchaseLine(
                "A",
                "ESPRESSO",
                "COFFEE",
                "FOOD",
                2,
                Amount.of("5.00", EUR),
                Amount.of("0.80", EUR),
                new Attributes(Map.of("weight", new AttributeValue.WholeNumber(3))));
        PurchaseLine bag =
                PurchaseLine.of("2", "BAG", 1, Amount.of("0.10", EUR)).as(LineKind.FEE);

        assertThat(example("INV-2"))
                .isEqualTo(new Purchase(
                                header,
                                "R-77",
                                List.of(coffee, bag),
                                new PaymentMedium("VISA", "CREDIT_CARD").identifiedBy("4111111111111111"))
                        .withPromoCode("SPRING-24")
                        .spending(SpendWish.of(Amount.of("3.00", EUR)).from(EventKey.of("HOLD-1")))
                        .returning(new ReturnedLine(EventKey.of("INV-1"), "1", 1))
                        .discounted(
                                TillDiscount.of(Amount.of("0.50", EUR), "A"), TillDiscount.of(Amount.of("0.40", EUR))));
    }

    @Test
    void aPurchaseWithLittleHasTheDefaults() {
        EventHeader header = EventHeader.of("INV-1", "P1", "U1", Instant.parse("2024-03-05T14:30:00Z"));

        assertThat(example("INV-1"))
                .isEqualTo(Purchase.of(header, PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR))));
    }

    @Test
    void aRegistrationIsRead() {
        assertThat(((ParticipantRegistered) example("REG-1")).profile()).isEqualTo(Profile.EMPTY);
        assertThat(((ParticipantRegistered) example("REG-2")).profile())
                .isEqualTo(new Profile(
                        "Maria",
                        Optional.of(LocalDate.of(1990, 2, 28)),
                        Optional.of(MonthDay.of(5, 21)),
                        List.of(
                                Address.of(true, "CY", "Limassol", "Coast", "Old Port"),
                                Address.of(false, "", "Paris", "", "")),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Preferences.NONE,
                        Set.of("VIP", "STUDENTS"),
                        "GOLD",
                        new Attributes(Map.of("memberSince", new AttributeValue.Date(LocalDate.of(2019, 7, 1))))));
        assertThat(example("REG-2").header().receivedOn()).contains(Instant.parse("2024-03-01T07:00:01.500Z"));
    }

    @Test
    void signUpsTerminationsAndReturnsAreRead() {
        assertThat(((SchemeSignUp) example("SIGN-1")).referenceCode()).isEmpty();
        assertThat(((SchemeSignUp) example("SIGN-2")).scheme()).isEqualTo("CLUB");
        assertThat(((SchemeSignUp) example("SIGN-2")).referenceCode()).isEqualTo("ST-17");
        assertThat(((ParticipantTerminated) example("END-1")).reason()).isEqualTo(TerminationReason.CUSTOMER_REQUEST);
        GoodsReturn goods = (GoodsReturn) example("RET-1");
        assertThat(goods.reference()).isEqualTo("CN-1");
        assertThat(goods.lines())
                .containsExactly(
                        new ReturnedLine(EventKey.of("INV-1"), "1", 2),
                        new ReturnedLine(EventKey.of("INV-3"), "2", 1),
                        ReturnedLine.refund(EventKey.of("INV-3"), "1", Amount.parse("1.50 EUR")));
    }

    @Test
    void whatIsSpentReservedAndFreedIsRead() {
        Amount cup = Amount.of("2.50", EUR);
        EventKey first = EventKey.of("INV-1");
        EventKey fourth = EventKey.of("INV-4");
        EventKey hold = EventKey.of("HOLD-1");
        assertThat(((Purchase) example("INV-1")).spend()).isEmpty();
        assertThat(((Purchase) example("INV-4")).spend()).contains(SpendWish.ALL);
        assertThat(example("SPEND-1")).isEqualTo(new SpendRequested(header("SPEND-1"), first, SpendWish.ALL));
        assertThat(example("SPEND-2"))
                .isEqualTo(new SpendRequested(
                        header("SPEND-2"), fourth, SpendWish.of(cup).from(hold)));
        assertThat(example("RED-1")).isEqualTo(new RedeemRequested(header("RED-1"), first, Optional.empty()));
        assertThat(((RedeemRequested) example("RED-2")).amount()).contains(Amount.of("1.50", EUR));
        assertThat(example("HOLD-1"))
                .isEqualTo(new HoldPlaced(
                        header("HOLD-1"),
                        List.of(PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR))),
                        Optional.of(Amount.of("3.00", EUR)),
                        Instant.parse("2024-03-08T12:00:00Z")));
        assertThat(example("FREE-1")).isEqualTo(new HoldReleased(header("FREE-1"), hold));
        assertThat(example("USE-1"))
                .isEqualTo(new VoucherUsed(
                        header("USE-1"), "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", fourth));
    }

    @Test
    void aTierThatIsSetByHandIsRead() {
        assertThat(example("TIER-1"))
                .isEqualTo(new TierSet(
                        header("TIER-1"),
                        "GOLD",
                        "friend of the house",
                        "anna",
                        Optional.of(Instant.parse("2024-08-31T21:00:00Z"))));
        assertThat(example("TIER-2")).isEqualTo(new TierSet(header("TIER-2"), "SILVER", "a mistake", "anna"));
    }

    @Test
    void whatComesInGoesOutAndIsCorrectedIsRead() {
        EventKey first = EventKey.of("INV-1");
        Amount points = new Amount(new Denomination("PTS", 0), 100);
        assertThat(example("TOP-1")).isEqualTo(new WalletToppedUp(header("TOP-1"), Amount.of("20.00", EUR)));
        assertThat(example("ADJ-1"))
                .isEqualTo(new BalanceAdjusted(header("ADJ-1"), Amount.of("-5.00", EUR), "counted twice", "anna"));
        assertThat(((BalanceAdjusted) example("ADJ-2")).amount()).isEqualTo(points);
        assertThat(example("ADJ-3"))
                .isEqualTo(new BalanceAdjusted(header("ADJ-3"), Amount.of("-20.00", EUR), "charged back", "anna")
                        .takingOf(EventKey.of("TOP-1"))
                        .owing());
        assertThat(example("GIVE-1"))
                .isEqualTo(new MoneyTransferred(
                        header("GIVE-1"), "P2", new Amount(points.denomination(), 50), "happy birthday"));
        assertThat(((PayoutRequested) example("OUT-1")).amount())
                .contains(new Amount(new Denomination("USD", 3), 7125));
        assertThat(example("ANS-1"))
                .isEqualTo(new PayoutAnswered(header("ANS-1"), EventKey.of("OUT-1"), false, "account closed"));
        assertThat(example("CANCEL-1")).isEqualTo(new EventCancelled(header("CANCEL-1"), first, "wrong till"));
        assertThat(example("TAKE-1"))
                .isEqualTo(new AwardCancelled(header("TAKE-1"), "INV-1:QUIET-TUESDAY:AWARD", "fraud", "anna"));
        assertThat(example("OK-1")).isEqualTo(new AwardsConfirmed(header("OK-1"), first));
        assertThat(example("VOID-1"))
                .isEqualTo(new VoucherCancelled(header("VOID-1"), "INV-1:QUIET-TUESDAY", "printed twice", "anna"));
    }

    @Test
    void anEventIsNamedByItsIdOrByItsIdAndSystem() {
        assertThat(purchaseOf("\"INV-1\"")).isEqualTo(EventKey.of("INV-1"));
        assertThat(purchaseOf("17")).isEqualTo(EventKey.of("17"));
        assertThat(purchaseOf("{\"id\":\"INV-1\"}")).isEqualTo(EventKey.of("INV-1"));
        assertThat(purchaseOf("{\"id\":\"INV-1\",\"system\":\"pos\"}")).isEqualTo(new EventKey("pos", "INV-1"));
        assertThat(Examples.problemsOfEvent(spendRequest("\" \"")))
                .containsExactly("purchase: The purchase ( ) must not be blank.");
        assertThat(Examples.problemsOfEvent(spendRequest("[\"INV-1\"]")))
                .containsExactly("purchase: The purchase must be an object with fields, not a list.");
        assertThat(Examples.problemsOfEvent(spendRequest("{\"id\":\"\",\"sistem\":\"pos\"}")))
                .containsExactly(
                        "purchase.id: The id () must not be blank.",
                        "purchase.sistem: The field (sistem) is not known here. Maybe you meant system.");
    }

    @Test
    void allProblemsOfMoneyAreToldAtOnce() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","lines":[],
                 "spend":{"amount":"lots","hold":[]},"returned":[{"line":"","quantity":1.5},"INV-1"]}"""))
                .containsExactly(
                        "spend.amount: The amount (lots) must be an amount, such as 2.50 or \"100 PTS\". (line 2)",
                        "spend.hold: The hold must be an object with fields, not a list. (line 2)",
                        "returned[1].line: The line () must not be blank. (line 2)",
                        "returned[1].quantity: The quantity (1.5) must be a whole number of at most 18 digits, such as"
                                + " 12. (line 2)",
                        "returned[1].purchase: The field (purchase) is missing; it must be given. (line 2)",
                        "returned[2]: The returned[2] (INV-1) must be an object with fields. (line 2)");
        assertThat(Examples.problemsOfEvent("""
                {"type":"balance_adjusted","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z",
                 "denomination":"USD","amount":"5 USD","reason":" "}"""))
                .containsExactly(
                        "user: The field (user) is missing; it must be given. (line 1)",
                        "amount: The amount (5 USD) must be a decimal number without a denomination, such as 2.50."
                                + " (line 2)",
                        "reason: The reason ( ) must not be blank. (line 2)");
        assertThat(Examples.problemsOfEvent("""
                {"type":"wallet_topped_up","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z",
                 "amount":"5 USD"}"""))
                .containsExactly("amount: The amount (5 USD) must be in a denomination of the programme; it has"
                        + " [EUR, MILES, PTS]. (line 2)");
    }

    @Test
    void aProfileWithEverythingIsRead() {
        Profile profile = ((ParticipantRegistered) example("REG-3")).profile();
        Address address = profile.addresses().get(0);

        assertThat(address.type()).isEqualTo(AddressType.BUSINESS);
        assertThat(address.fields()).containsOnlyKeys(AddressField.values());
        assertThat(address.city()).isEqualTo("Limassol");
        assertThat(address.field(AddressField.PO_BOX_POSTAL_CODE)).isEqualTo("3600");
        assertThat(profile.phones())
                .containsExactly(
                        new Phone(PhoneType.MOBILE, Map.of(PhoneField.NUMBER, "99123456")),
                        new Phone(
                                PhoneType.LANDLINE,
                                Map.of(
                                        PhoneField.COUNTRY,
                                        "357",
                                        PhoneField.AREA_CODE,
                                        "25",
                                        PhoneField.NUMBER,
                                        "123456",
                                        PhoneField.NOTES,
                                        "in the mornings")));
        assertThat(profile.emails())
                .containsExactly(
                        new Email(EmailType.PERSONAL, "maria@example.com"),
                        new Email(EmailType.BUSINESS, "shop@example.com"));
        assertThat(profile.demographics()).containsExactly(Map.entry("gender", "F"), Map.entry("household", "4"));
        assertThat(profile.preferences())
                .isEqualTo(new Preferences(
                        "el",
                        "BANK_TRANSFER",
                        Map.of("iban", "CY17002001280000001200527600"),
                        new Consent(true, Optional.of(Instant.parse("2024-03-01T09:00:00Z")), "web"),
                        Consent.NOT_GIVEN,
                        new Consent(true, Optional.of(Instant.parse("2024-03-01T09:00:00Z")), ""),
                        new AutomaticSpending(
                                true,
                                Optional.of(Amount.of("10.00", EUR)),
                                Optional.of(Amount.of("5.00", EUR)),
                                Optional.of(Amount.of("12.00", EUR)),
                                Set.of("U1"),
                                Optional.of(Instant.parse("2024-03-01T09:00:00Z")))));
    }

    @Test
    void aChangeOfAProfileSaysWhetherItIsWholeAndWhatItEmpties() {
        assertThat(changeOf("\"mode\": \"REPLACE\", \"profile\": {\"name\": \"Nikos\", \"tier\": null}"))
                .isEqualTo(ProfileChange.replacingBy(Profile.EMPTY.withName("Nikos")));
        assertThat(changeOf("\"profile\": {}")).isEqualTo(ProfileChange.of(Profile.EMPTY));
        assertThat(changeOf("\"profile\": {\"demographics\": null, \"preferences\": null}"))
                .isEqualTo(ProfileChange.of(Profile.EMPTY).emptying("demographics", "preferences"));
        assertThat(changeOf("\"profile\": {\"demographics\": {\"a.b\": null}}"))
                .isEqualTo(ProfileChange.of(Profile.EMPTY).emptying("demographics.a.b"));
    }

    private ProfileChange changeOf(String fields) {
        return ((ProfileChanged) READER.read(
                        "test",
                        "{\"type\": \"profile_changed\", \"id\": \"X\", \"participant\": \"P\","
                                + " \"unit\": \"U1\", \"performedOn\": \"2024-03-02T10:00:00Z\", " + fields + "}"))
                .change();
    }

    @Test
    void changesOfAParticipantAreRead() {
        ProfileChanged profile = (ProfileChanged) example("PROF-1");
        assertThat(profile.change())
                .isEqualTo(ProfileChange.of(Profile.EMPTY.withName("Nikos").withTier("SILVER"), "name", "tier")
                        .emptying("nameDay", "preferences.language"));
        assertThat(profile.changedBy()).isEqualTo("desk 3");
        assertThat(((SegmentChanged) example("SEG-1")).member()).isTrue();
        assertThat(((SegmentChanged) example("SEG-2")).member()).isFalse();
        assertThat(((SubscriptionChanged) example("SUB-1")).change()).isEqualTo(SubscriptionChange.STARTED);
        assertThat(((AccessTokenChanged) example("TOK-1")).valid()).isTrue();
        assertThat(((AccessTokenChanged) example("TOK-2")).valid()).isFalse();
        assertThat(((SchemeSignUpRequested) example("ASK-1")).email()).isEqualTo("nikos@example.com");
        assertThat(((SchemeSignOff) example("OFF-1")).scheme()).isEqualTo("CLUB");
        assertThat(((SpendBlockingChanged) example("BLOCK-1")).blocked()).isTrue();
        assertThat(((ParticipantTerminated) example("END-2")).replacement())
                .contains(new Replacement("P1", true, Set.of(Secret.hashOf("test"))));
        assertThat(((ParticipantTerminated) example("END-3")).replacement())
                .contains(new Replacement("P1", false, Set.of()));
    }

    @Test
    void whatParticipantsDoBesideBuyingIsRead() {
        assertThat(((SocialMediaLike) example("LIKE-1")).page()).isEqualTo("https://social.example/shop");
        assertThat(((WebsiteVisit) example("VISIT-1")).url()).isEqualTo("https://shop.example");
        assertThat(example("LIKE-1").header().processImmediately()).isTrue();
        assertThat(example("VISIT-1").header().processImmediately()).isFalse();
        assertThat(((Achievement) example("ACH-1")).classification()).isEqualTo("QUIZ");
        assertThat(((FinancialAchievement) example("FIN-1")).amount()).isEqualTo(Amount.of("1250.00", EUR));
        assertThat(((FinancialAchievement) example("FIN-2")).amount())
                .isEqualTo(new Amount(new Denomination("PTS", 0), 100));
        assertThat(((FinancialAchievement) example("FIN-3")).amount())
                .isEqualTo(new Amount(new Denomination("USD", 3), 12125));
        assertThat(((FinancialStatement) example("STAT-1")).kpis())
                .containsExactly(Map.entry("GROWTH", new BigDecimal("12.5")), Map.entry("LOSS", new BigDecimal("-3")));
        assertThat(((Referral) example("REF-1")).referrer()).isEqualTo("P1");
    }

    @Test
    void whatIsMissingInAnEventIsTold() {
        String header = "\"id\":\"X\",\"participant\":\"P1\",\"unit\":\"U1\",\"performedOn\":\"2024-03-05T16:30:00Z\"";
        assertThat(Map.ofEntries(
                        Map.entry("profile_changed", "profile"),
                        Map.entry("segment_changed", "segment"),
                        Map.entry("subscription_changed", "subscription, change"),
                        Map.entry("scheme_sign_up_requested", "scheme, email, codeHash"),
                        Map.entry("scheme_sign_off", "scheme"),
                        Map.entry("spend_blocking_changed", "blocked"),
                        Map.entry("social_media_like", "page"),
                        Map.entry("website_visit", "url"),
                        Map.entry("achievement", "classification"),
                        Map.entry("financial_achievement", "classification, amount"),
                        Map.entry("financial_statement", "classification, kpis"),
                        Map.entry("referral", "referrer"),
                        Map.entry("goods_return", "lines"),
                        Map.entry("spend_requested", "purchase"),
                        Map.entry("redeem_requested", "purchase"),
                        Map.entry("event_cancelled", "event"),
                        Map.entry("award_cancelled", "award, reason, user"),
                        Map.entry("awards_confirmed", "event"),
                        Map.entry("wallet_topped_up", "amount"),
                        Map.entry("balance_adjusted", "amount, reason, user"),
                        Map.entry("points_exchanged", "from, to"),
                        Map.entry("hold_placed", "until, lines"),
                        Map.entry("hold_released", "hold"),
                        Map.entry("money_transferred", "to, amount"),
                        Map.entry("payout_answered", "payout, paid"),
                        Map.entry("voucher_used", "codeHash, purchase"),
                        Map.entry("voucher_cancelled", "voucher, reason, user"),
                        Map.entry("tier_set", "tier, reason, user")))
                .allSatisfy((type, fields) -> assertThat(
                                Examples.problemsOfEvent("{\"type\":\"" + type + "\"," + header + "}"))
                        .containsExactly(Stream.of(fields.split(", ", -1))
                                .map(field -> field + ": The field (" + field + ") is missing; it must be given.")
                                .toArray(String[]::new)));
    }

    @Test
    void measuresHaveAtMostThirtyDecimals() {
        String event = "{\"type\":\"financial_statement\",\"id\":\"X\",\"participant\":\"P1\",\"unit\":\"U1\","
                + "\"performedOn\":\"2024-03-05T16:30:00Z\",\"classification\":\"QUARTER\",\"kpis\":{\"GROWTH\":\"%s\"}}";
        assertThat(Examples.problemsOfEvent(event.formatted("1e-30"))).isEmpty();
        assertThat(Examples.problemsOfEvent(event.formatted("1e-31")))
                .containsExactly("kpis.GROWTH: The GROWTH (1e-31) must be a decimal number of at most 30 decimals,"
                        + " such as 12.5.");
        assertThat(Examples.problemsOfEvent(event.formatted("5 EUR"))).hasSize(1);
    }

    @Test
    void anUnknownDenominationIsReadWithTheDecimalsThatWereWritten() {
        assertThat(((Purchase) example("INV-3")).lines())
                .extracting(PurchaseLine::total)
                .containsExactly(
                        new Amount(new Denomination("USD", 3), 5125), new Amount(new Denomination("USD", 3), 100));
        assertThat(total("USD", "5")).isEqualTo(new Amount(new Denomination("USD", 2), 500));
        assertThat(total("JPY", "5")).isEqualTo(new Amount(new Denomination("JPY", 0), 5));
        assertThat(total("SHELLS", "5.0")).isEqualTo(new Amount(new Denomination("SHELLS", 1), 50));
        assertThat(total("MILES", "5")).isEqualTo(new Amount(new Denomination("MILES", 3), 5000));
    }

    @Test
    void negativeAndAbsurdAmountsAreLeftForTheEngineToRefuse() {
        Purchase purchase = (Purchase) READER.read("test", """
                {"type":"purchase","id":"X","participant":"P1","unit":"NOWHERE","performedOn":"9999-03-05T16:30:00Z",
                 "lines":[{"product":"?","quantity":-2,"total":"-5.00","vat":7},{"id":"2","product":"?","quantity":0,"total":0},
                  {"id":"2","product":"?","quantity":999999999999999999,"total":9999999999999999.99}]}""");

        assertThat(purchase.lines()).extracting(PurchaseLine::quantity).containsExactly(-2L, 0L, 999999999999999999L);
        assertThat(purchase.lines())
                .extracting(line -> line.total().units())
                .containsExactly(-500L, 0L, 999999999999999999L);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"purchase","id":"","participnt":"P1","performedOn":"2024-03-05T16:30:00","denomination":"eur",
                 "processImmediately":"yes","attributes":{"chanel":"WEB"},
                 "lines":[{"product":"A","quantity":"2","total":"5.00 EUR"},{"id":"B","quantity":1.5,"total":"x","colour":1}]}"""))
                .containsExactlyInAnyOrder(
                        "id: The id () must not be blank. (line 1)",
                        "participnt: The field (participnt) is not known here. Maybe you meant participant. (line 1)",
                        "unit: The field (unit) is missing; it must be given. (line 1)",
                        "performedOn: The performedOn (2024-03-05T16:30:00) must be a date and time with an offset,"
                                + " such as 2024-03-05T16:30:00+02:00 or 2024-03-05T14:30:00Z. (line 1)",
                        "denomination: The code (eur) of a denomination must be 2 to 12 capital letters, digits or"
                                + " underscores, starting with a letter, such as EUR or PTS. (line 1)",
                        "processImmediately: The processImmediately (yes) must be true or false. (line 2)",
                        "attributes.chanel: The attribute (event.chanel) is not declared in the attributes of the"
                                + " programme. Maybe you meant event.channel. (line 2)",
                        "lines[1].quantity: The quantity (2) must be a whole number of at most 18 digits, such as 12."
                                + " It is a text, because it stands in quotes; write it without them. (line 3)",
                        "lines[1].total: The total (5.00 EUR) must be a decimal number without a denomination,"
                                + " such as 2.50. (line 3)",
                        "lines[B].product: The field (product) is missing; it must be given. (line 3)",
                        "lines[B].quantity: The quantity (1.5) must be a whole number of at most 18 digits,"
                                + " such as 12. (line 3)",
                        "lines[B].total: The total (x) must be a decimal number without a denomination,"
                                + " such as 2.50. (line 3)",
                        "lines[B].colour: The field (colour) is not known here. The fields here are id, product, type,"
                                + " family, quantity, total, vat, attributes, kind. (line 3)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            10,00 | Maybe you meant 10.00.
             10.00 | Maybe you meant 10.00.
            1 000.00 | Maybe you meant 1000.00.
            1 000,00 | Maybe you meant 1000.00.
            1.000,00 | Maybe you meant 1000.00.
            1,000.00 | Maybe you meant 1000.00.
            1.000.000 | Maybe you meant 1000000.
            1,000 | Decimals stand behind a point, and nothing stands between thousands.
            .5 | Maybe you meant 0.5.
            5. | Maybe you meant 5.
            \u0661\u0660.\u0660\u0660 | Numbers are written with the digits 0 to 9.
            """)
    void aNumberWrittenAsElsewhereIsToldHowItIsWrittenHere(String total, String hint) {
        assertThat(Examples.problemsOfEvent(purchase("2024-03-05T16:30:00Z", total)))
                .containsExactly("lines[1].total: The total (" + total + ") must be a decimal number without a"
                        + " denomination, such as 2.50. " + hint);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            2025-02-30T10:00:00Z | 2025-02 has the days 01 to 28.
            2024-02-30T10:00:00Z | 2024-02 has the days 01 to 29.
            2025-04-31T10:00:00Z | 2025-04 has the days 01 to 30.
            2025-13-01T10:00:00Z | There is no month 13.
            2025-00-01T10:00:00Z | There is no month 00.
            2025-02-01T24:00:00Z | The hours of a day are 00 to 23.
            2025-02-01T10:60:00Z | The minutes of an hour are 00 to 59.
            2025-02-01T23:59:60Z | The seconds of a minute are 00 to 59; a leap second is written as 59.
            2025-02-01T10:00:00+0100 | Maybe you meant 2025-02-01T10:00:00+01:00.
            2025-02-01T10:00:00+01 | Maybe you meant 2025-02-01T10:00:00+01:00.
            2025-02-01 10:00:00Z | Maybe you meant 2025-02-01T10:00:00Z.
            2025-02-01 10:00+0130 | Maybe you meant 2025-02-01T10:00+01:30.
            """)
    void aTimeThatIsNoneIsToldWhy(String performedOn, String hint) {
        assertThat(Examples.problemsOfEvent(purchase(performedOn, "5.00")))
                .containsExactly("performedOn: The performedOn (" + performedOn + ") must be a date and time with an"
                        + " offset, such as 2024-03-05T16:30:00+02:00 or 2024-03-05T14:30:00Z. " + hint);
    }

    private static String purchase(String performedOn, String total) {
        return "{\"type\":\"purchase\",\"id\":\"B1\",\"participant\":\"P1\",\"unit\":\"U1\",\"performedOn\":\""
                + performedOn + "\",\"lines\":[{\"product\":\"A\",\"quantity\":1,\"total\":\"" + total + "\"}]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"B2\\ud83d", "\\ude00B2", "\\ude00\\ud83d", "B\\ud83d2"})
    void halfOfACharacterIsRefusedWhereverItStands(String half) {
        assertThat(Examples.problemsOfEvent("{\"type\":\"purchase\",\"id\":\"" + half + "\"}"))
                .singleElement()
                .asString()
                .endsWith("the text has half of a character that takes two, which cannot be kept.");
        assertThat(Examples.problemsOfEvent("{\"type\":\"purchase\",\"attributes\":{\"" + half + "\":1}}"))
                .singleElement()
                .asString()
                .contains("surrogate");
    }

    @Test
    void anUnknownTypeIsOneProblemBesideThoseOfTheHeader() {
        assertThat(Examples.problemsOfEvent("{\"type\":\"purchse\",\"id\":\"X\",\"lines\":[],\"unit\":\"U1\"}"))
                .containsExactly(
                        "type: The type (purchse) must be one of purchase, goods_return, participant_registered,"
                                + " profile_changed, segment_changed, subscription_changed, access_token_changed,"
                                + " scheme_sign_up_requested, scheme_sign_up, scheme_sign_off,"
                                + " spend_blocking_changed, participant_terminated, social_media_like,"
                                + " website_visit, achievement, financial_achievement, financial_statement,"
                                + " referral, spend_requested, redeem_requested, event_cancelled, award_cancelled,"
                                + " awards_confirmed, wallet_topped_up, balance_adjusted, points_exchanged, hold_placed,"
                                + " hold_released, money_transferred, payout_requested, payout_answered, voucher_used,"
                                + " voucher_cancelled, tier_set. Maybe you meant purchase.",
                        "participant: The field (participant) is missing; it must be given.",
                        "performedOn: The field (performedOn) is missing; it must be given.");
        assertThat(Examples.problemsOfEvent("{}")).hasSize(5);
    }

    @Test
    void theNumberOfACardIsHashedAtTheDoorAndNeverWritten() {
        Purchase purchase = (Purchase) READER.read("test", CARD.formatted("identifier", "4111111111111111"));
        assertThat(purchase.paymentMedium())
                .isEqualTo(new PaymentMedium("VISA", "", "").identifiedBy("4111111111111111"))
                .extracting(PaymentMedium::identifierHash)
                .isEqualTo("9bbef19476623ca56c17da75fd57734dbf82530686043a6e491c6d71befe8f6e");
        assertThat(purchase.promoCode()).isEqualTo("MAY");
        assertThat(purchase.toString()).doesNotContain("4111111111111111");
        assertThat(READER.read(
                        "test",
                        CARD.formatted(
                                "identifierHash", purchase.paymentMedium().identifierHash())))
                .isEqualTo(purchase);
    }

    @Test
    void whatIsNoHashIsRefusedAndNotRepeated() {
        assertThat(Examples.problemsOfEvent(CARD.formatted("identifierHash", "4111111111111111")))
                .singleElement()
                .asString()
                .startsWith("paymentMedium: The identifierHash of a payment medium must be a SHA-256 hash")
                .doesNotContain("4111111111111111");
    }

    @Test
    void fieldsOfAnotherTypeOfEventAreUnknown() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"scheme_sign_up","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","scheme":"CLUB","lines":[]}"""))
                .singleElement()
                .asString()
                .startsWith("lines: The field (lines) is not known here.");
    }

    @Test
    void tooManyDecimalsAreRefusedInADenominationOfTheProgramme() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","lines":[{"product":"A","quantity":1,"total":"5.000"}]}"""))
                .containsExactly("lines[1].total: The total (5.000) must have at most 2 decimals, as EUR demands.");
    }

    @Test
    void numbersWillDoForTexts() {
        CustomerEvent event = READER.read("test", """
                {"type":"scheme_sign_up","id":17,"participant":1.50,"unit":true,"performedOn":"2024-03-05T16:30:00Z","scheme":"CLUB"}""");

        assertThat(event.key()).isEqualTo(EventKey.of("17"));
        assertThat(event.participant()).isEqualTo("1.50");
        assertThat(event.unit()).isEqualTo("true");
    }

    private static EventKey purchaseOf(String written) {
        return ((SpendRequested) READER.read("test", spendRequest(written))).purchase();
    }

    private static String spendRequest(String purchase) {
        return "{\"type\":\"spend_requested\",\"id\":\"X\",\"participant\":\"P1\",\"unit\":\"U1\","
                + "\"performedOn\":\"2024-03-05T16:30:00Z\",\"purchase\":" + purchase + "}";
    }

    /** The header of the example of this id, which is read elsewhere. */
    private static EventHeader header(String id) {
        EventHeader header = example(id).header();
        assertThat(header.key()).isEqualTo(EventKey.of(id));
        return header;
    }

    private static CustomerEvent example(String id) {
        return Examples.events().stream()
                .map(line -> READER.read("events.jsonl", line))
                .filter(event -> event.key().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Amount total(String denomination, String total) {
        Purchase purchase = (Purchase) READER.read("test", """
                {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z",\
                "denomination":"%s","lines":[{"product":"A","quantity":1,"total":%s}]}""".formatted(denomination, total));
        return purchase.lines().get(0).total();
    }
}
