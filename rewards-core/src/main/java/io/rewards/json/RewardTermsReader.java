package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Terms;
import io.rewards.participant.AddressField;
import io.rewards.participant.AddressType;
import io.rewards.participant.EmailField;
import io.rewards.participant.EmailType;
import io.rewards.participant.PhoneField;
import io.rewards.participant.PhoneType;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the terms of offers that are not about purchases. Immutable. */
final class RewardTermsReader {

    private final Amounts amounts;

    RewardTermsReader(Amounts amounts) {
        this.amounts = amounts;
    }

    static Terms behavior(Value value) {
        return value.object(fields -> {
            Optional<String> page = fields.optional("page", Scalars::text);
            Optional<String> website = fields.optional("website", Scalars::text);
            AwardLimit limit = limit(fields, AwardLimit.ONLY_ONE);
            requireRight(fields);
            return new Terms.Behavior(page, website, limit);
        });
    }

    static Terms achievements(Value value) {
        return value.object(fields -> {
            Optional<List<String>> achievements = fields.required("achievements", Scalars.all(Scalars::text));
            boolean all = all(fields);
            AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
            requireRight(fields);
            return new Terms.Achievements(named(achievements), all, limit);
        });
    }

    Terms financialAchievements(Value value) {
        return value.object(fields -> {
            Optional<List<String>> achievements = fields.required("achievements", Scalars.all(Scalars::text));
            boolean all = all(fields);
            AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
            Amount from = fields.optional("from", amounts::amount).orElse(Amount.zero(amounts.plain()));
            Optional<Amount> to = fields.optional("to", amounts::amount);
            requireRight(fields);
            return new Terms.FinancialAchievements(named(achievements), all, limit, from, to);
        });
    }

    static Terms financialStatements(Value value) {
        return value.object(fields -> {
            Set<String> statements = fields.texts("statements");
            Optional<List<KpiCondition>> kpis = fields.required("kpis", Scalars.all(RewardTermsReader::kpiCondition));
            AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
            requireRight(fields);
            return new Terms.FinancialStatements(statements, kpis.orElseThrow(NotedException::new), limit);
        });
    }

    static Terms signUps(Value value) {
        return value.object(fields -> new Terms.SignUps(
                fields.optional("requirePriorAward", Scalars::truth).orElse(false)));
    }

    static Terms completeness(Value value) {
        return value.object(fields -> {
            boolean dateOfBirth = fields.optional("dateOfBirth", Scalars::truth).orElse(false);
            boolean nameDay = fields.optional("nameDay", Scalars::truth).orElse(false);
            Optional<DataDemand<AddressType, AddressField>> addresses =
                    fields.optional("addresses", demand(AddressType.class, AddressField.class));
            Optional<DataDemand<PhoneType, PhoneField>> phones =
                    fields.optional("phones", demand(PhoneType.class, PhoneField.class));
            Optional<DataDemand<EmailType, EmailField>> emails =
                    fields.optional("emails", demand(EmailType.class, EmailField.class));
            requireRight(fields);
            return new Terms.Completeness(dateOfBirth, nameDay, addresses, phones, emails);
        });
    }

    static Terms subscriptionMaturity(Value value) {
        return value.object(fields -> {
            Optional<TimeSpan> period = fields.required("period", Scalars::span);
            long interruption =
                    fields.optional("maximumInterruption", Scalars::wholeNumber).orElse(0L);
            return new Terms.SubscriptionMaturity(period.orElseThrow(NotedException::new), interruption);
        });
    }

    private static Set<String> named(Optional<List<String>> achievements) {
        return new TreeSet<>(achievements.orElseThrow(NotedException::new));
    }

    private static boolean all(Fields fields) {
        return fields.optional("all", Scalars::truth).orElse(false);
    }

    private static AwardLimit limit(Fields fields, AwardLimit usual) {
        return fields.optional("limit", RewardTermsReader::limit).orElse(usual);
    }

    private static AwardLimit limit(Value value) {
        if (value.scalar().isPresent()) {
            return switch (Scalars.anyText(value)) {
                case "ONLY_ONE" -> AwardLimit.ONLY_ONE;
                case "MULTIPLE" -> AwardLimit.MULTIPLE;
                default -> throw value.must("be ONLY_ONE, MULTIPLE or an object {onePer: 1 MONTHS}");
            };
        }
        return value.object(fields -> {
            Optional<TimeSpan> span = fields.required("onePer", Scalars::span);
            return AwardLimit.onePer(span.orElseThrow(NotedException::new));
        });
    }

    private static KpiCondition kpiCondition(Value value) {
        return value.object(fields -> {
            Optional<String> kpi = fields.required("kpi", Scalars::text);
            Optional<BigDecimal> from = fields.optional("from", Scalars::figure);
            Optional<BigDecimal> to = fields.optional("to", Scalars::figure);
            requireRight(fields);
            return new KpiCondition(kpi.orElseThrow(NotedException::new), from, to);
        });
    }

    private static <T extends Enum<T>, F extends Enum<F>> Reading<DataDemand<T, F>> demand(
            Class<T> type, Class<F> field) {
        return value -> value.object(fields -> {
            List<T> types = fields.list("types", Scalars.constant(type));
            List<F> names = fields.list("fields", Contact.field(field));
            requireRight(fields);
            return new DataDemand<>(new HashSet<>(types), new HashSet<>(names));
        });
    }

    /** Builds nothing of what is partly wrong, which would only cause a second problem. */
    private static void requireRight(Fields fields) {
        if (fields.isWrong()) {
            throw new NotedException();
        }
    }
}
