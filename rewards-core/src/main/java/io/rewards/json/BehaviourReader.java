package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.event.Achievement;
import io.rewards.event.EventHeader;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what achievements and financial statements say. Immutable. */
final class BehaviourReader {

    private final Amounts amounts;

    BehaviourReader(Amounts amounts) {
        this.amounts = amounts;
    }

    Achievement achievement(Fields fields, EventHeader header) {
        return new Achievement(header, classification(fields));
    }

    FinancialAchievement financialAchievement(Fields fields, EventHeader header) {
        String classification = classification(fields);
        Amount amount = fields.required("amount", amounts.readingBeside(fields)).orElse(Amount.zero(amounts.plain()));
        return new FinancialAchievement(header, classification, amount);
    }

    FinancialStatement financialStatement(Fields fields, EventHeader header) {
        return new FinancialStatement(
                header,
                classification(fields),
                fields.required("kpis", BehaviourReader::kpis).orElseGet(TreeMap::new));
    }

    private static SortedMap<String, BigDecimal> kpis(Value value) {
        return value.object(fields -> {
            SortedMap<String, BigDecimal> kpis = new TreeMap<>();
            for (String code : fields.names()) {
                fields.optional(code, Scalars::figure).ifPresent(figure -> kpis.put(code, figure));
            }
            return kpis;
        });
    }

    private static String classification(Fields fields) {
        return fields.required("classification", Scalars::text).orElse("");
    }
}
