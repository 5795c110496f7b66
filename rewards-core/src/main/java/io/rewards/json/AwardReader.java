package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardRange;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.TimeSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what an offer awards and the caps on it. Immutable. */
final class AwardReader {

    static final String LIFE = "LIFE";

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

    /** A list, or in short the limits of a life: those of each participant, and those of all together. */
    List<Cap> caps(Value value) {
        return value.node() instanceof Node.Items
                ? Scalars.all(this::cap).read(value)
                : value.object(fields -> {
                    List<Cap> caps = new ArrayList<>(ofALife(fields, "perParticipant", Cap.Of.PARTICIPANT));
                    caps.addAll(ofALife(fields, "total", Cap.Of.ALL));
                    return caps;
                });
    }

    private List<Cap> ofALife(Fields caps, String name, Cap.Of of) {
        return caps.<List<Cap>>optional(
                        name,
                        value -> value.object(fields -> {
                            Optional<Long> awards = fields.optional("awards", Scalars::wholeNumber);
                            Optional<Amount> amount = fields.optional("amount", amounts::amount);
                            return Stream.concat(
                                            awards.map(count -> Cap.ofAwards(of, count)).stream(),
                                            amount.map(most -> Cap.ofAmount(of, most)).stream())
                                    .toList();
                        }))
                .orElse(List.of());
    }

    private Cap cap(Value value) {
        return value.object(fields -> {
            Optional<Cap.Of> of = fields.required("of", Scalars.constant(Cap.Of.class));
            Optional<String> limited = fields.exactlyOne("awards", "amount");
            Optional<Long> awards = fields.optional("awards", Scalars::wholeNumber);
            Optional<Amount> amount = fields.optional("amount", amounts::amount);
            CapPeriod per = fields.optional("per", AwardReader::capPeriod).orElse(new CapPeriod.Life());
            if (limited.isEmpty() || fields.isWrong()) {
                throw new NotedException();
            }
            return new Cap(of.orElseThrow(NotedException::new), per, awards, amount);
        });
    }

    private static CapPeriod capPeriod(Value value) {
        if (value.scalar().isPresent()) {
            return Scalars.anyText(value).equals(LIFE)
                    ? new CapPeriod.Life()
                    : new CapPeriod.Each(calendarPeriod(value));
        }
        return value.object(fields ->
                new CapPeriod.Within(fields.required("within", Scalars::span).orElseThrow(NotedException::new)));
    }

    private static CalendarPeriod calendarPeriod(Value value) {
        List<String> names = Stream.concat(
                        Stream.of(LIFE), Arrays.stream(CalendarPeriod.values()).map(Enum::name))
                .toList();
        return Arrays.stream(CalendarPeriod.values())
                .filter(period -> period.name().equals(Scalars.anyText(value)))
                .findFirst()
                .orElseThrow(() -> Scalars.notOneOf(value, names));
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
