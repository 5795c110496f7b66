package io.rewards.cli;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programme;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionFilter.Field;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.TransactionState;
import io.rewards.time.DayPeriod;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which transactions are listed; everything that is asked has to hold. picocli sets them. Not thread-safe. */
final class TransactionOptions {

    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Lists only those of these kinds: ${COMPLETION-CANDIDATES}.")
    private List<TransactionKind> kinds = List.of();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "Lists only those that count on this day or later.")
    private LocalDate from = LocalDate.MIN;

    @Option(
            names = "--through",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "The last day on which they count.")
    private LocalDate through = LocalDate.MAX;

    @Option(
            names = "--event",
            paramLabel = "ID",
            description = "Lists only what this event caused; system/id where several systems send events.")
    private @Nullable String event;

    @Option(
            names = "--purchase",
            paramLabel = "ID",
            description = "Lists only what is about this purchase, also what other events did.")
    private @Nullable String purchase;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Lists only what stands (POSTED), or what was taken back as a whole (CANCELLED).")
    private @Nullable TransactionState state;

    @Option(names = "--participant", paramLabel = "ID", description = "Lists only those of this participant.")
    void participant(String text) {
        texts.put(Field.PARTICIPANT, text);
    }

    @Option(names = "--offer", paramLabel = "CODE", description = "Lists only those of money of this offer.")
    void offer(String text) {
        texts.put(Field.OFFER, text);
    }

    @Option(names = "--scheme", paramLabel = "CODE", description = "Lists only those of money of this scheme.")
    void scheme(String text) {
        texts.put(Field.SCHEME, text);
    }

    @Option(names = "--unit", paramLabel = "CODE", description = "Lists only those of events at this unit.")
    void unit(String text) {
        texts.put(Field.UNIT, text);
    }

    /** The participant whose transactions are asked for, if one is. */
    Optional<String> participant() {
        return Optional.ofNullable(texts.get(Field.PARTICIPANT));
    }

    /** What is asked; codes that {@code programme} does not have are refused. */
    TransactionFilter filter(CommandSpec spec, Programme programme) {
        Catalogue catalogue = Catalogue.of(programme);
        asked(Field.OFFER).ifPresent(code -> Inputs.requireOffer(spec, programme, code));
        known(
                spec,
                "--scheme",
                asked(Field.SCHEME).filter(code -> catalogue.scheme(code).isEmpty()));
        known(
                spec,
                "--unit",
                asked(Field.UNIT).filter(code -> catalogue.unit(code).isEmpty()));
        if (through.isBefore(from)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The days (" + from + " through " + through + ") must not end before they start.");
        }
        TransactionFilter filter = TransactionFilter.ALL.withOn(new DayPeriod(from, through));
        for (Map.Entry<Field, String> text : texts.entrySet()) {
            filter = filter.with(text.getKey(), text.getValue());
        }
        if (!kinds.isEmpty()) {
            filter = filter.withKinds(kinds.get(0), kinds.toArray(TransactionKind[]::new));
        }
        if (event != null) {
            filter = filter.withEvent(Inputs.eventKey(spec, "--event", event));
        }
        if (purchase != null) {
            filter = filter.withPurchase(Inputs.eventKey(spec, "--purchase", purchase));
        }
        return state == null ? filter : filter.withState(state);
    }

    private Optional<String> asked(Field field) {
        return Optional.ofNullable(texts.get(field));
    }

    private static void known(CommandSpec spec, String option, Optional<String> unknown) {
        unknown.ifPresent(code -> {
            throw new ParameterException(
                    spec.commandLine(), "The code (" + code + ") of " + option + " is not in the programme.");
        });
    }
}
