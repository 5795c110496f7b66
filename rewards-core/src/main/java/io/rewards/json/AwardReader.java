package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.Caps;
import io.rewards.time.TimeSpan;
import java.util.Optional;
import java.util.Set;

/** Reads what an offer awards and the caps on it. Immutable. */
final class AwardReader {

    private final Amounts amounts;
    private final ShapeReader shapes;

    AwardReader(Amounts amounts, ShapeReader shapes) {
        this.amounts = amounts;
        this.shapes = shapes;
    }

    Award award(Value value) {
        return value.object(fields -> {
            Optional<String> kind = fields.exactlyOne("amount", "percentage", "percentageOfAwarded", "rate");
            Optional<Award> amount = fields.optional("amount", fixed -> new Award.FixedAmount(amounts.amount(fixed)));
            Optional<Award> percentage =
                    fields.optional("percentage", share -> new Award.PercentageOfPurchase(Scalars.percentage(share)));
            Optional<Award> past = fields.optional("percentageOfAwarded", this::percentageOfAwarded);
            Optional<Award> rate = fields.optional("rate", shapes.reading(OfferingShapes.RATE)::read);
            Optional<Amount> atLeast = fields.optional("atLeast", amounts::amount);
            Optional<Amount> atMost = fields.optional("atMost", amounts::amount);
            if (kind.isEmpty() || fields.isWrong()) {
                throw new NotedException();
            }
            return amount.or(() -> percentage)
                    .or(() -> past)
                    .or(() -> rate)
                    .orElseThrow(NotedException::new)
                    .with(new AwardRange(atLeast, atMost));
        });
    }

    /** Stands for an award that cannot be read. */
    Award unreadable() {
        return new Award.FixedAmount(new Amount(amounts.plain(), 1));
    }

    Caps caps(Value value) {
        return value.object(fields -> {
            Optional<Cap> perParticipant = fields.optional("perParticipant", this::cap);
            Optional<Cap> total = fields.optional("total", this::cap);
            return new Caps(perParticipant.orElse(Cap.NONE), total.orElse(Cap.NONE));
        });
    }

    private Cap cap(Value value) {
        return value.object(fields -> {
            Optional<Long> awards = fields.optional("awards", Scalars::wholeNumber);
            Optional<Amount> amount = fields.optional("amount", amounts::amount);
            return new Cap(awards, amount);
        });
    }

    private Award percentageOfAwarded(Value value) {
        return value.object(fields -> {
            Optional<Percentage> percentage = fields.required("percentage", Scalars::percentage);
            Optional<TimeSpan> within = fields.required("within", Scalars::span);
            Set<String> types = fields.texts("types");
            Set<String> schemes = fields.texts("schemes");
            Denomination denomination =
                    fields.optional("denomination", amounts::denomination).orElse(amounts.plain());
            return new Award.PercentageOfAwarded(
                    percentage.orElseThrow(NotedException::new),
                    within.orElseThrow(NotedException::new),
                    types,
                    schemes,
                    denomination);
        });
    }
}
