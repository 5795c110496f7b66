package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.KpiCondition;
import io.rewards.catalogue.Terms;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** How terms about likes, visits, achievements and statements stand in files. Source: domain 2.4 C7 to C10. */
final class HappeningTerms {

    static final TermsShape<Terms.Behavior> BEHAVIOR = new TermsShape<>(
            Terms.Behavior.class,
            true,
            (fields, amounts) -> {
                Optional<String> page = fields.optional("page", Scalars::text);
                Optional<String> website = fields.optional("website", Scalars::text);
                AwardLimit limit = limit(fields, AwardLimit.ONLY_ONE);
                TermsShape.requireRight(fields);
                return new Terms.Behavior(page, website, limit);
            },
            amounts -> new Terms.Behavior(Optional.of(TermsShape.UNREADABLE), Optional.empty(), AwardLimit.ONLY_ONE),
            (behavior, written) -> {
                behavior.page().ifPresent(page -> written.put("page", page));
                behavior.website().ifPresent(website -> written.put("website", website));
                limit(written, behavior.limit(), AwardLimit.ONLY_ONE);
            });

    static final TermsShape<Terms.Achievements> ACHIEVEMENTS = new TermsShape<>(
            Terms.Achievements.class,
            true,
            (fields, amounts) -> {
                Optional<List<String>> achievements = fields.required("achievements", Scalars.all(Scalars::text));
                boolean all = all(fields);
                AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
                TermsShape.requireRight(fields);
                return new Terms.Achievements(named(achievements), all, limit);
            },
            amounts -> new Terms.Achievements(Set.of(TermsShape.UNREADABLE), false, AwardLimit.MULTIPLE),
            HappeningTerms::collecting);

    static final TermsShape<Terms.FinancialAchievements> FINANCIAL_ACHIEVEMENTS = new TermsShape<>(
            Terms.FinancialAchievements.class,
            true,
            (fields, amounts) -> {
                Optional<List<String>> achievements = fields.required("achievements", Scalars.all(Scalars::text));
                boolean all = all(fields);
                AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
                Amount from = fields.optional("from", amounts::amount).orElse(Amount.zero(amounts.plain()));
                Optional<Amount> to = fields.optional("to", amounts::amount);
                TermsShape.requireRight(fields);
                return new Terms.FinancialAchievements(named(achievements), all, limit, from, to);
            },
            amounts -> new Terms.FinancialAchievements(
                    Set.of(TermsShape.UNREADABLE),
                    false,
                    AwardLimit.MULTIPLE,
                    Amount.zero(amounts.plain()),
                    Optional.empty()),
            (achievements, written) -> {
                collecting(achievements, written);
                written.put("from", achievements.from().toString());
                achievements.to().ifPresent(to -> written.put("to", to.toString()));
            });

    static final TermsShape<Terms.FinancialStatements> FINANCIAL_STATEMENTS = new TermsShape<>(
            Terms.FinancialStatements.class,
            true,
            (fields, amounts) -> {
                Set<String> statements = fields.texts("statements");
                Optional<List<KpiCondition>> kpis = fields.required("kpis", Scalars.all(HappeningTerms::kpi));
                AwardLimit limit = limit(fields, AwardLimit.MULTIPLE);
                TermsShape.requireRight(fields);
                return new Terms.FinancialStatements(statements, kpis.orElseThrow(NotedException::new), limit);
            },
            amounts -> new Terms.FinancialStatements(
                    Set.of(),
                    List.of(new KpiCondition(TermsShape.UNREADABLE, Optional.of(BigDecimal.ZERO), Optional.empty())),
                    AwardLimit.MULTIPLE),
            (statements, written) -> {
                Writing.texts(written, "statements", statements.statements());
                Writing.objects(written, "kpis", statements.kpis(), HappeningTerms::kpi);
                limit(written, statements.limit(), AwardLimit.MULTIPLE);
            });

    private HappeningTerms() {}

    private static void collecting(Terms.Collecting terms, ObjectNode written) {
        Writing.texts(written, "achievements", terms.achievements());
        Writing.flag(written, "all", terms.all(), false);
        limit(written, terms.limit(), AwardLimit.MULTIPLE);
    }

    private static Set<String> named(Optional<List<String>> achievements) {
        return new TreeSet<>(achievements.orElseThrow(NotedException::new));
    }

    private static boolean all(Fields fields) {
        return fields.optional("all", Scalars::truth).orElse(false);
    }

    private static AwardLimit limit(Fields fields, AwardLimit usual) {
        return fields.optional("limit", HappeningTerms::limit).orElse(usual);
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

    private static void limit(ObjectNode written, AwardLimit limit, AwardLimit usual) {
        if (!limit.equals(usual)) {
            limit.period()
                    .ifPresentOrElse(
                            span -> written.putObject("limit").put("onePer", Writing.span(span)),
                            () -> written.put("limit", limit.number().name()));
        }
    }

    private static KpiCondition kpi(Value value) {
        return value.object(fields -> {
            Optional<String> kpi = fields.required("kpi", Scalars::text);
            Optional<BigDecimal> from = fields.optional("from", Scalars::figure);
            Optional<BigDecimal> to = fields.optional("to", Scalars::figure);
            TermsShape.requireRight(fields);
            return new KpiCondition(kpi.orElseThrow(NotedException::new), from, to);
        });
    }

    private static void kpi(ObjectNode written, KpiCondition condition) {
        written.put("kpi", condition.kpi());
        condition.from().ifPresent(from -> written.put("from", from.toPlainString()));
        condition.to().ifPresent(to -> written.put("to", to.toPlainString()));
    }
}
