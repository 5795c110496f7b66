package io.rewards.json;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.DataDemand;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Terms;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Writes the terms of offers; nothing where there is nothing to say. */
final class TermsWriter {

    private TermsWriter() {}

    static void write(ObjectNode offer, Terms terms) {
        ObjectNode written = offer.putObject("terms");
        purchases(written, terms);
        if (written.isEmpty()) {
            offer.remove("terms");
        }
    }

    private static void purchases(ObjectNode written, Terms terms) {
        if (terms instanceof Terms.TransactionRevenue revenue) {
            written.put("from", revenue.from().toString());
            revenue.to().ifPresent(to -> written.put("to", to.toString()));
        } else if (terms instanceof Terms.ProductRevenue revenue) {
            Writing.unless(AwardScope.PER_TRANSACTION, written, "scope", revenue.scope());
        } else if (terms instanceof Terms.SpendLoyalty spend) {
            written.put("target", spend.target().toString());
            written.put("period", Writing.span(spend.period()));
        } else if (terms instanceof Terms.CountLoyalty count) {
            written.put("target", count.target());
            written.put("period", Writing.span(count.period()));
        } else if (terms instanceof Terms.QuantityLoyalty quantity) {
            written.put("target", quantity.target());
            written.put("period", Writing.span(quantity.period()));
        } else {
            others(written, terms);
        }
    }

    /** Referrals, birthdays, name days, free capacity and just money have nothing to say. */
    private static void others(ObjectNode written, Terms terms) {
        if (terms instanceof Terms.Behavior behavior) {
            behavior.page().ifPresent(page -> written.put("page", page));
            behavior.website().ifPresent(website -> written.put("website", website));
            limit(written, behavior.limit(), AwardLimit.ONLY_ONE);
        } else if (terms instanceof Terms.Achievements achievements) {
            Writing.texts(written, "achievements", achievements.achievements());
            Writing.flag(written, "all", achievements.all(), false);
            limit(written, achievements.limit(), AwardLimit.MULTIPLE);
        } else if (terms instanceof Terms.FinancialAchievements achievements) {
            Writing.texts(written, "achievements", achievements.achievements());
            Writing.flag(written, "all", achievements.all(), false);
            limit(written, achievements.limit(), AwardLimit.MULTIPLE);
            written.put("from", achievements.from().toString());
            achievements.to().ifPresent(to -> written.put("to", to.toString()));
        } else if (terms instanceof Terms.FinancialStatements statements) {
            Writing.texts(written, "statements", statements.statements());
            Writing.objects(written, "kpis", statements.kpis(), TermsWriter::kpi);
            limit(written, statements.limit(), AwardLimit.MULTIPLE);
        } else if (terms instanceof Terms.SignUps signUps) {
            Writing.flag(written, "requirePriorAward", signUps.requirePriorAward(), false);
        } else if (terms instanceof Terms.Completeness completeness) {
            Writing.flag(written, "dateOfBirth", completeness.dateOfBirth(), false);
            Writing.flag(written, "nameDay", completeness.nameDay(), false);
            completeness.addresses().ifPresent(demand -> demand(written, "addresses", demand));
            completeness.phones().ifPresent(demand -> demand(written, "phones", demand));
            completeness.emails().ifPresent(demand -> demand(written, "emails", demand));
        } else if (terms instanceof Terms.SubscriptionMaturity maturity) {
            written.put("period", Writing.span(maturity.period()));
            if (maturity.maximumInterruption() > 0) {
                written.put("maximumInterruption", maturity.maximumInterruption());
            }
        }
    }

    private static void limit(ObjectNode written, AwardLimit limit, AwardLimit usual) {
        if (!limit.equals(usual)) {
            limit.period()
                    .ifPresentOrElse(
                            span -> written.putObject("limit").put("onePer", Writing.span(span)),
                            () -> written.put("limit", limit.number().name()));
        }
    }

    private static void kpi(ObjectNode written, KpiCondition condition) {
        written.put("kpi", condition.kpi());
        condition.from().ifPresent(from -> written.put("from", from.toPlainString()));
        condition.to().ifPresent(to -> written.put("to", to.toPlainString()));
    }

    private static void demand(ObjectNode terms, String field, DataDemand<?, ?> demand) {
        ObjectNode written = terms.putObject(field);
        Set<? extends Enum<?>> types = demand.types();
        Set<? extends Enum<?>> fields = demand.fields();
        Writing.texts(written, "types", types.stream().map(Enum::name).toList());
        Writing.texts(written, "fields", fields.stream().map(Contact::name).toList());
    }
}
