package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.catalogue.Programme;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventEvaluated;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.FriendsAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.LineKind;
import io.rewards.event.MoneyConverted;
import io.rewards.event.MoneyExpired;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.PaymentMedium;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RedeemRequested;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
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
import io.rewards.event.TransferReceived;
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
import io.rewards.participant.SubscriptionChange;
import io.rewards.participant.TerminationReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events of every kind with texts of all kinds. */
final class RandomEvents {

    private static final Denomination EUR = new Denomination("EUR", 2);

    private final Programme programme;
    private final RandomValues random;

    RandomEvents(Programme programme, Random random) {
        this.programme = programme;
        this.random = new RandomValues(random);
    }

    /** A random event of the kind that is called by {@code word}. */
    CustomerEvent next(String word) {
        EventHeader header = new EventHeader(
                new EventKey(random.textOrEmpty(), text()),
                text(),
                text(),
                random.instant(),
                random.maybe(random::instant),
                random.flag(),
                random.attributes(programme.attributes(), AttributeOwner.EVENT));
        return switch (word) {
            case "purchase" -> purchase(header);
            case "goods_return" -> new GoodsReturn(header, text(), random.some(this::returnedLine));
            case "participant_registered" -> new ParticipantRegistered(header, profile());
            case "profile_changed" ->
                random.flag()
                        ? new ProfileChanged(header, profile(), random.textOrEmpty())
                        : new ProfileChanged(header, change(), random.textOrEmpty());
            case "segment_changed" -> new SegmentChanged(header, text(), random.flag());
            case "subscription_changed" ->
                new SubscriptionChanged(header, text(), random.oneOf(SubscriptionChange.class));
            case "access_token_changed" -> new AccessTokenChanged(header, text(), random.flag(), random.flag());
            case "scheme_sign_up_requested" -> new SchemeSignUpRequested(header, text(), text(), text());
            case "scheme_sign_up" -> new SchemeSignUp(header, text(), random.textOrEmpty());
            case "scheme_sign_off" -> new SchemeSignOff(header, text());
            case "spend_blocking_changed" -> new SpendBlockingChanged(header, random.flag());
            case "participant_terminated" ->
                new ParticipantTerminated(
                        header,
                        random.oneOf(TerminationReason.class),
                        random.maybe(() -> new Replacement(text(), random.flag(), random.texts())));
            case "social_media_like" -> new SocialMediaLike(header, text());
            case "website_visit" -> new WebsiteVisit(header, text());
            case "achievement" -> new Achievement(header, text());
            case "financial_achievement" -> new FinancialAchievement(header, text(), amount());
            case "financial_statement" -> new FinancialStatement(header, text(), kpis());
            case "referral" -> new Referral(header, text());
            case "referred_awarded" ->
                new ReferredAwarded(
                        header,
                        text(),
                        text(),
                        random.maybe(() -> new FriendsAward(
                                key(),
                                text(),
                                random.maybe(() -> amount(new Denomination("EUR", 2))),
                                random.instant(),
                                random.instant(),
                                random.maybe(random::instant),
                                random.texts())));
            case "first_award" -> new FirstAward(header);
            case "duplicate_merged" -> new DuplicateMerged(header, text(), random.texts());
            case "participant_visited" -> new ParticipantVisited(header, text(), random.maybe(random::textOrEmpty));
            case "event_evaluated" -> new EventEvaluated(header, text(), key());
            case "spend_requested" ->
                new SpendRequested(header, key(), new SpendWish(random.maybe(this::amount), random.maybe(this::key)));
            case "redeem_requested" -> new RedeemRequested(header, key(), random.maybe(this::amount));
            case "event_cancelled" -> new EventCancelled(header, key(), random.textOrEmpty());
            case "award_cancelled" -> new AwardCancelled(header, text(), text(), text());
            case "awards_confirmed" -> new AwardsConfirmed(header, key());
            case "wallet_topped_up" -> new WalletToppedUp(header, amount());
            case "balance_adjusted" ->
                new BalanceAdjusted(header, amount(), text(), text(), random.maybe(this::key), random.flag());
            case "points_exchanged" -> new PointsExchanged(header, text(), text(), random.maybe(this::amount));
            case "hold_placed" -> holdPlaced(header);
            case "hold_released" -> new HoldReleased(header, key());
            case "money_transferred" -> new MoneyTransferred(header, text(), amount(), random.textOrEmpty());
            case "payout_requested" -> new PayoutRequested(header, random.maybe(this::amount));
            case "payout_answered" -> new PayoutAnswered(header, key(), random.flag(), random.textOrEmpty());
            case "voucher_used" -> new VoucherUsed(header, text(), key());
            case "voucher_cancelled" -> new VoucherCancelled(header, text(), text(), text());
            case "tier_set" -> new TierSet(header, text(), text(), text(), random.maybe(random::instant));
            case "money_expired" -> new MoneyExpired(header);
            case "money_converted" -> new MoneyConverted(header);
            case "transfer_received" -> new TransferReceived(header, text());
            case "referral_cancelled" -> new ReferralCancelled(header, text(), key(), random.texts());
            default -> throw new IllegalArgumentException("There are no random events of kind (" + word + ").");
        };
    }

    private ProfileChange change() {
        Profile profile = profile();
        Set<String> named = new TreeSet<>();
        for (String field : List.of(
                "name",
                "dateOfBirth",
                "nameDay",
                "addresses",
                "phones",
                "emails",
                "segments",
                "tier",
                "preferences.payment")) {
            if (random.flag()) {
                named.add(field);
            }
        }
        if (random.flag()) {
            named.add("preferences");
        }
        profile.demographics().keySet().forEach(name -> named.add("demographics." + name));
        if (profile.attributes().values().isEmpty()) {
            named.add("attributes");
        }
        profile.attributes().values().keySet().forEach(name -> named.add("attributes." + name));
        return new ProfileChange(ProfileChange.Mode.CHANGE, profile, named);
    }

    private Purchase purchase(EventHeader header) {
        Denomination denomination = denomination();
        return new Purchase(
                header,
                random.flag() ? header.key().id() : text(),
                lines(denomination),
                medium(),
                random.maybe(() -> new SpendWish(
                        random.maybe(() -> amount(denomination)), random.maybe(this::key), random.maybe(this::amount))),
                random.some(this::returnedLine),
                random.some(() -> new TillDiscount(amount(denomination), random.texts())),
                random.textOrEmpty());
    }

    private PaymentMedium medium() {
        PaymentMedium medium = new PaymentMedium(random.textOrEmpty(), random.textOrEmpty());
        return random.flag() ? medium : medium.identifiedBy(text());
    }

    private HoldPlaced holdPlaced(EventHeader header) {
        Denomination denomination = denomination();
        return new HoldPlaced(header, lines(denomination), random.maybe(() -> amount(denomination)), random.instant());
    }

    private ReturnedLine returnedLine() {
        return random.flag()
                ? new ReturnedLine(key(), text(), random.below(100) - 10)
                : ReturnedLine.refund(key(), text(), amount());
    }

    private EventKey key() {
        return new EventKey(random.textOrEmpty(), text());
    }

    private Amount amount() {
        return amount(denomination());
    }

    private Amount amount(Denomination denomination) {
        return new Amount(denomination, random.below(1_000_000) - 1_000);
    }

    private List<PurchaseLine> lines(Denomination denomination) {
        return random.some(() -> new PurchaseLine(
                text(),
                text(),
                random.textOrEmpty(),
                random.textOrEmpty(),
                random.below(100) - 10,
                amount(denomination),
                new Amount(denomination, random.below(3)),
                random.attributes(programme.attributes(), AttributeOwner.LINE),
                random.oneOf(LineKind.class)));
    }

    private Denomination denomination() {
        return random.oneOf(List.of(
                EUR,
                EUR,
                new Denomination("PTS", 0),
                new Denomination("MILES", 3),
                new Denomination("USD", 2),
                new Denomination("JPY", 0),
                new Denomination("SHELLS", random.below(10))));
    }

    private SortedMap<String, BigDecimal> kpis() {
        SortedMap<String, BigDecimal> kpis = new TreeMap<>();
        random.texts().forEach(code -> kpis.put(code, random.figure()));
        return kpis;
    }

    private Profile profile() {
        return new Profile(
                random.textOrEmpty(),
                random.maybe(random::date),
                random.maybe(random::monthDay),
                random.some(
                        () -> new Address(random.flag(), random.oneOf(AddressType.class), fields(AddressField.class))),
                random.some(() -> new Phone(random.oneOf(PhoneType.class), fields(PhoneField.class))),
                random.some(() -> new Email(random.oneOf(EmailType.class), random.textOrEmpty())),
                random.flag() ? Map.of() : Map.of(text(), random.textOrEmpty()),
                new Preferences(
                        random.textOrEmpty(),
                        random.textOrEmpty(),
                        random.flag() ? Map.of() : Map.of("iban", text()),
                        consent(),
                        consent(),
                        consent(),
                        automaticSpending()),
                random.texts(),
                random.textOrEmpty(),
                random.attributes(programme.attributes(), AttributeOwner.PARTICIPANT));
    }

    private AutomaticSpending automaticSpending() {
        long from = random.below(1_000);
        return new AutomaticSpending(
                random.flag(),
                random.maybe(() -> new Amount(EUR, random.below(1_000))),
                random.maybe(() -> new Amount(EUR, from)),
                random.maybe(() -> new Amount(EUR, from + random.below(1_000))),
                random.texts(),
                random.maybe(random::instant));
    }

    private Consent consent() {
        return new Consent(random.flag(), random.maybe(random::instant), random.textOrEmpty());
    }

    private <F extends Enum<F>> Map<F, String> fields(Class<F> type) {
        Map<F, String> fields = new TreeMap<>();
        random.someOf(type).forEach(field -> fields.put(field, random.textOrEmpty()));
        return fields;
    }

    private String text() {
        return random.text();
    }
}
