package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.catalogue.ConsumptionOrder;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.PaymentPreference;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.TextPattern;
import io.rewards.catalogue.TierOwner;
import io.rewards.catalogue.TierReturns;
import io.rewards.catalogue.TierSettings;
import io.rewards.catalogue.ValidityDate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the settings of a programme. What cannot be read is replaced by something that causes no further problems. */
final class SettingsReader {

    private static final Percentage NO_MAXIMUM = new Percentage(BigDecimal.TEN.pow(6));

    private SettingsReader() {}

    /** The settings, and how amounts are read under them. */
    record Result(Settings settings, Amounts amounts) {

        /** Stands for settings that could not be read. */
        static final Result UNREADABLE = new Result(
                Settings.of(ZoneOffset.UTC, Amounts.UNREADABLE), new Amounts(Amounts.UNREADABLE, List.of(), false));
    }

    static Result read(Value value) {
        return value.object(fields -> {
            ZoneId zone = fields.required("zone", Scalars::zone).orElse(ZoneOffset.UTC);
            Optional<Denomination> currency = fields.required("currency", SettingsReader::currency);
            boolean[] unreadable = new boolean[1];
            List<Denomination> points = fields.optional(
                            "points", list -> list.elements(SettingsReader::denomination, name -> unreadable[0] = true))
                    .orElse(List.of());
            unreadable[0] |=
                    currency.isEmpty() || (fields.has("points") && points.isEmpty()) || fields.isMisspelt("points");
            Optional<Rounding> rounding = fields.optional(
                    "rounding",
                    mode -> new Rounding(Scalars.constant(RoundingMode.class).read(mode)));
            Optional<ResolutionMode> resolution = fields.optional("resolution", Scalars.constant(ResolutionMode.class));
            Percentage maximum = fields.optional("maximumPercentage", Scalars::percentage)
                    .orElse(fields.has("maximumPercentage") ? NO_MAXIMUM : Percentage.HUNDRED);
            Optional<ValidityDate> validityDate = fields.optional("validityDate", Scalars.constant(ValidityDate.class));
            Optional<AwardBase> awardBase = fields.optional("awardBase", Scalars.constant(AwardBase.class));
            String language = fields.optional("language", Scalars::text).orElse("en");
            Optional<String> approver = fields.optional("approver", Scalars::text);
            boolean strict = fields.optional("strictEvaluation", Scalars::truth).orElse(false);
            Amounts amounts = amounts(currency.orElse(Amounts.UNREADABLE), points, !unreadable[0]);
            SpendSettings spending =
                    fields.optional("spending", spending(amounts)).orElse(SpendSettings.DEFAULT);
            Optional<ProductList> neverRewarded = fields.optional("neverRewarded", ConditionsReader::list);
            Optional<ProductList> neverPaid = fields.optional("neverPaid", ConditionsReader::list);
            Settings settings = new Settings(
                    zone,
                    currency.orElse(Amounts.UNREADABLE),
                    points,
                    rounding.orElse(Rounding.HALF_UP),
                    resolution.orElse(ResolutionMode.OFFER_FLAG),
                    maximum,
                    validityDate.orElse(ValidityDate.PERFORMED),
                    awardBase.orElse(AwardBase.GROSS),
                    language,
                    approver,
                    strict,
                    spending,
                    neverRewarded.orElse(ProductList.NONE),
                    neverPaid.orElse(ProductList.NONE),
                    participants(fields),
                    fields.optional("tiers", tiers(amounts)).orElse(TierSettings.DEFAULT));
            return new Result(settings, amounts);
        });
    }

    private static ParticipantSettings participants(Fields fields) {
        boolean mergeCounts = fields.optional("mergeCounts", Scalars::truth).orElse(false);
        List<PaymentPreference> payments = fields.list("paymentPreferences", SettingsReader::payment);
        Set<NotificationKind> care =
                new TreeSet<>(fields.list("careConsent", Scalars.constant(NotificationKind.class)));
        return new ParticipantSettings(mergeCounts, payments, care);
    }

    private static Reading<TierSettings> tiers(Amounts amounts) {
        return value -> value.object(fields -> {
            Optional<TierOwner> owner = fields.optional("owner", Scalars.constant(TierOwner.class));
            Optional<AwardBase> counts = fields.optional("counts", Scalars.constant(AwardBase.class));
            ProductSelection products = ConditionsReader.products(fields);
            Optional<Amount> unit = fields.optional("unit", amounts::amount)
                    .filter(worth -> !amounts.plain().equals(Amounts.UNREADABLE));
            Optional<TierReturns> returns = fields.optional("returns", Scalars.constant(TierReturns.class));
            Optional<Integer> atRiskDays = fields.optional("atRiskDays", Scalars::smallNumber);
            return new TierSettings(
                    owner,
                    counts.orElse(TierSettings.DEFAULT.counts()),
                    products,
                    unit,
                    returns.orElse(TierSettings.DEFAULT.returns()),
                    atRiskDays);
        });
    }

    private static PaymentPreference payment(Value value) {
        return value.object(fields -> {
            Optional<String> code = fields.required("code", Scalars::text);
            List<PaymentPreference.Field> needed = fields.list("fields", SettingsReader::paymentField);
            return new PaymentPreference(code.orElseThrow(NotedException::new), needed);
        });
    }

    private static PaymentPreference.Field paymentField(Value value) {
        return value.object(fields -> {
            Optional<String> name = fields.required("name", Scalars::text);
            Optional<TextPattern> pattern = fields.optional("pattern", text -> new TextPattern(Scalars.text(text)));
            return new PaymentPreference.Field(name.orElseThrow(NotedException::new), pattern);
        });
    }

    /** How amounts are read under {@code settings}. */
    static Amounts amounts(Settings settings, boolean allReadable) {
        return amounts(settings.currency(), settings.points(), allReadable);
    }

    private static Amounts amounts(Denomination currency, List<Denomination> points, boolean allReadable) {
        List<Denomination> denominations = new ArrayList<>(points);
        denominations.add(0, currency);
        denominations.remove(Amounts.UNREADABLE);
        return new Amounts(currency, denominations, allReadable);
    }

    private static Reading<SpendSettings> spending(Amounts amounts) {
        return value -> value.object(fields -> {
            boolean specificAmount =
                    fields.optional("specificAmount", Scalars::truth).orElse(SpendSettings.DEFAULT.specificAmount());
            Optional<Amount> minimum = fields.optional("minimumRequest", amounts::amount)
                    .filter(least -> !amounts.plain().equals(Amounts.UNREADABLE));
            Optional<ConsumptionOrder> order = fields.optional("order", Scalars.constant(ConsumptionOrder.class));
            Optional<ClawbackPolicy> clawback = fields.optional("clawback", Scalars.constant(ClawbackPolicy.class));
            return new SpendSettings(
                    specificAmount,
                    minimum,
                    order.orElse(SpendSettings.DEFAULT.order()),
                    clawback.orElse(SpendSettings.DEFAULT.clawback()));
        });
    }

    /** The scale of this currency, where it is one of ISO 4217 with a smallest unit. */
    static Optional<Integer> isoScale(String code) {
        try {
            return Optional.of(Currency.getInstance(code).getDefaultFractionDigits())
                    .filter(scale -> scale >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Denomination currency(Value value) {
        if (value.scalar().isEmpty()) {
            return denomination(value);
        }
        String code = Scalars.text(value);
        int scale = isoScale(code)
                .orElseThrow(() -> value.must("be a currency of ISO 4217, such as EUR, or an object {code, scale}"));
        return new Denomination(code, scale);
    }

    private static Denomination denomination(Value value) {
        return value.object(fields -> {
            Optional<String> code = fields.required("code", Scalars::text);
            Optional<Integer> scale = fields.required("scale", Scalars::smallNumber);
            return new Denomination(code.orElseThrow(NotedException::new), scale.orElseThrow(NotedException::new));
        });
    }
}
