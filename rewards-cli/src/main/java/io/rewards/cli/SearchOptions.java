package io.rewards.cli;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programme;
import io.rewards.organisation.Segment;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.ParticipantFilter.Field;
import io.rewards.participant.ParticipantState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which participants are listed; everything that is asked has to hold. picocli sets them. Not thread-safe. */
final class SearchOptions {

    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Lists only who takes part (EFFECTIVE), or no longer does (TERMINATED).")
    private @Nullable ParticipantState state;

    @Option(
            names = "--signed-up-from",
            paramLabel = "DAY",
            description =
                    "Lists only who signed up on this day or later: to the scheme where one is given, otherwise by the"
                            + " registration or to any scheme.")
    private @Nullable LocalDate from;

    @Option(names = "--signed-up-to", paramLabel = "DAY", description = "The last day of the sign-up.")
    private @Nullable LocalDate through;

    @Option(names = "--name", paramLabel = "TEXT", description = "Lists only whose name has this part.")
    void name(String text) {
        texts.put(Field.NAME, text);
    }

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Lists only who has this e-mail address.")
    void email(String text) {
        texts.put(Field.EMAIL, text);
    }

    @Option(names = "--phone", paramLabel = "DIGITS", description = "Lists only whose phone number ends so.")
    void phone(String text) {
        texts.put(Field.PHONE, text);
    }

    @Option(names = "--scheme", paramLabel = "CODE", description = "Lists only who has signed up to this scheme.")
    void scheme(String text) {
        texts.put(Field.SCHEME, text);
    }

    @Option(
            names = "--segment",
            paramLabel = "CODE",
            description = "Lists only who is in this segment of participants.")
    void segment(String text) {
        texts.put(Field.SEGMENT, text);
    }

    @Option(names = "--tier", paramLabel = "CODE", description = "Lists only who is in this tier.")
    void tier(String text) {
        texts.put(Field.TIER, text);
    }

    @Option(names = "--unit", paramLabel = "CODE", description = "Lists only who signed up at this unit.")
    void unit(String text) {
        texts.put(Field.UNIT, text);
    }

    /** True where anything is asked. */
    boolean isUsed() {
        return !texts.isEmpty() || state != null || from != null || through != null;
    }

    /** What is asked; codes that {@code programme} does not have are refused. */
    ParticipantFilter filter(CommandSpec spec, Programme programme) {
        Catalogue catalogue = Catalogue.of(programme);
        known(spec, Field.SCHEME, "--scheme", code -> catalogue.scheme(code).isPresent());
        known(spec, Field.TIER, "--tier", programme.tierCodes()::contains);
        known(spec, Field.UNIT, "--unit", code -> catalogue.unit(code).isPresent());
        known(spec, Field.SEGMENT, "--segment", code -> isOfParticipants(catalogue.segment(code)));
        ZoneId zone = programme.settings().zone();
        ParticipantFilter filter = ParticipantFilter.ALL;
        for (Map.Entry<Field, String> text : texts.entrySet()) {
            filter = filter.with(text.getKey(), text.getValue());
        }
        if (state != null) {
            filter = filter.with(state);
        }
        if (from != null) {
            filter = filter.signedUpFrom(from.atStartOfDay(zone).toInstant());
        }
        return through == null
                ? filter
                : filter.signedUpBefore(through.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean isOfParticipants(Optional<Segment> segment) {
        return segment.filter(known -> !known.entity().isTransaction()).isPresent();
    }

    private void known(CommandSpec spec, Field field, String option, Predicate<String> isKnown) {
        String code = texts.get(field);
        if (code != null && !isKnown.test(code)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The code (" + code + ") of " + option + " is not in the programme"
                            + (field == Field.SEGMENT ? ", or its segment is one of transactions." : "."));
        }
    }
}
