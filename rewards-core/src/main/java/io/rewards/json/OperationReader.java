package io.rewards.json;

import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.RunDefinition;
import io.rewards.time.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Reads what a programme says beside its offers: measures, event classifications, runs and messages. */
final class OperationReader {

    private OperationReader() {}

    static Kpi kpi(Value value) {
        return OrganisationReader.coded(
                value, (fields, code, name) -> new Kpi(code, name, ConditionsReader.products(fields)));
    }

    static EventClassification eventClassification(Value value) {
        return OrganisationReader.coded(value, (fields, code, name) -> new EventClassification(code, name));
    }

    static Reading<RunDefinition> run(ZoneId zone) {
        return value -> OrganisationReader.coded(value, (fields, code, name) -> {
            boolean effective = fields.optional("effective", Scalars::truth).orElse(true);
            Set<String> schemes = fields.texts("schemes");
            Set<String> included = fields.texts("typesIncluded");
            Set<String> excluded = fields.texts("typesExcluded");
            Optional<Recurrence> recurrence = fields.optional("recurrence", recurrence(zone));
            return new RunDefinition(code, name, effective, schemes, included, excluded, recurrence);
        });
    }

    static MessageTemplate message(Value value) {
        return value.object(fields -> {
            Optional<NotificationKind> kind = fields.required("kind", Scalars.constant(NotificationKind.class));
            Optional<String> language = fields.required("language", Scalars::text);
            Optional<String> text = fields.required("text", Scalars::text);
            return new MessageTemplate(
                    kind.orElseThrow(NotedException::new),
                    language.orElseThrow(NotedException::new),
                    text.orElseThrow(NotedException::new));
        });
    }

    private static Reading<Recurrence> recurrence(ZoneId zone) {
        return value -> value.object(fields -> {
            Optional<String> rule = fields.required("rule", Scalars::text);
            Optional<Instant> start = fields.required("start", Scalars.instantIn(zone));
            return new Recurrence(rule.orElseThrow(NotedException::new), start.orElseThrow(NotedException::new));
        });
    }
}
