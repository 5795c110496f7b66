package io.rewards.json;

import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.time.Recurrence;

/** How stands in files how a programme is run: evaluation runs and messages. */
final class OperationShapes {

    private OperationShapes() {}

    static Shape<RunDefinition> run() {
        var code = Codes.code(RunDefinition::code);
        var name = Codes.name(code, RunDefinition::name);
        var effective = Field.usual(
                "effective",
                Type.TRUTH,
                true,
                RunDefinition::effective,
                "False to keep it from running. True unless said.");
        var schemes = Codes.all("schemes", RunDefinition::schemes, "Codes of schemes; all unless said.");
        var included =
                Codes.all("typesIncluded", RunDefinition::typesIncluded, "Codes of offer types; all unless said.");
        var excluded =
                Codes.all("typesExcluded", RunDefinition::typesExcluded, "Codes of offer types; exclusion wins.");
        var recurrence = Field.optional("recurrence", new Type.Part<>(recurrence()), RunDefinition::recurrence, "");
        return Shape.of(
                "What an evaluation run looks at.",
                said -> new RunDefinition(
                        said.of(code),
                        said.of(name),
                        said.of(effective),
                        said.of(schemes),
                        said.of(included),
                        said.of(excluded),
                        said.of(recurrence)),
                code,
                name,
                effective,
                schemes,
                included,
                excluded,
                recurrence);
    }

    static Shape<SettlementDefinition> settlement() {
        var code = Codes.code(SettlementDefinition::code);
        var name = Codes.name(code, SettlementDefinition::name);
        var effective = Field.usual(
                "effective",
                Type.TRUTH,
                true,
                SettlementDefinition::effective,
                "False to keep it from being run. True unless said.");
        var merchants = Codes.all(
                "merchants",
                SettlementDefinition::merchants,
                "Codes of units; all merchants where neither these nor groups are said.");
        var groups = Codes.all(
                "groups", SettlementDefinition::groups, "Codes of groups; units at any depth in them are settled.");
        var recurrence =
                Field.optional("recurrence", new Type.Part<>(recurrence()), SettlementDefinition::recurrence, "");
        return Shape.of(
                "Which merchants are settled together.",
                said -> new SettlementDefinition(
                        said.of(code),
                        said.of(name),
                        said.of(effective),
                        said.of(merchants),
                        said.of(groups),
                        said.of(recurrence)),
                code,
                name,
                effective,
                merchants,
                groups,
                recurrence);
    }

    static Shape<Recurrence> recurrence() {
        var rule = Field.required("rule", Type.TEXT, Recurrence::rule, "Of iCalendar (RFC 5545), such as FREQ=DAILY.");
        var start = Field.required(
                "start",
                Type.MOMENT,
                Recurrence::start,
                "Before it there is no run; its time of the day is that of all runs where the rule names none.");
        return Shape.of(
                "When it is due, where it recurs.", said -> new Recurrence(said.of(rule), said.of(start)), rule, start);
    }

    static Shape<MessageTemplate> message() {
        var kind = Field.required(
                "kind", new Type.OneOf<>(NotificationKind.class), MessageTemplate::kind, "What it is about.");
        var language = Field.required("language", Type.TEXT, MessageTemplate::language, "Such as en.");
        var text = Field.required(
                "text", Type.TEXT, MessageTemplate::text, "With places to fill, such as #award.amount#.");
        return Shape.of(
                "The text of a notification in one language.",
                said -> new MessageTemplate(said.of(kind), said.of(language), said.of(text)),
                kind,
                language,
                text);
    }
}
