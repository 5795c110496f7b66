package io.rewards.cli;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.event.EventKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What files and values a command line may name. */
final class Inputs {

    private Inputs() {}

    /** Refuses a file that is not there, or is a directory; the standard input is fine. */
    static void requireFile(CommandSpec spec, String option, Path file) {
        if (EventLines.isStandardInput(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw new ParameterException(
                    spec.commandLine(), "The file (" + file + ") of " + option + " does not exist.");
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The file (" + file + ") of " + option + " must be a file that can be read"
                            + (Files.isDirectory(file) ? ", not a directory." : "; permission is missing."));
        }
    }

    /** Refuses a directory that is not there. */
    static void requireDirectory(CommandSpec spec, String option, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(
                    spec.commandLine(), "The directory (" + directory + ") of " + option + " must be a directory.");
        }
    }

    /** Refuses to write onto what is read, which is a file, or a directory with all in it. */
    static void requireOther(CommandSpec spec, String option, Path output, Path input) throws IOException {
        boolean same = Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
        boolean within = Files.isDirectory(input) && isWithin(output, input);
        if (same || within) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The file (" + output + ") of " + option + " must not be "
                            + (within ? "in the directory that is read." : "the one that is read."));
        }
    }

    private static boolean isWithin(Path file, Path directory) throws IOException {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent != null && Files.exists(parent) && parent.toRealPath().startsWith(directory.toRealPath());
    }

    /** Refuses an offer that the programme does not have. */
    static void requireOffer(CommandSpec spec, Programme programme, String code) {
        List<String> all = programme.offers().stream()
                .sorted(Comparator.comparingLong(Offer::number))
                .map(Offer::code)
                .toList();
        if (!all.contains(code)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The offer (" + code + ") is not in the programme; it has " + String.join(", ", all) + ".");
        }
    }

    /** The key that an option names. */
    static EventKey eventKey(CommandSpec spec, String option, String text) {
        return EventKey.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "The id (" + text + ") of " + option
                                + " is not written as ids of events are: a % or # of its own is %25 or %23."));
    }

    /** The hash of what {@code file} holds, to which more may be added. */
    static MessageDigest sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read > 0; read = in.read(part)) {
                hash.update(part, 0, read);
            }
            return hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Reads an instant. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "The instant (" + value + ") must be written in UTC, such as 2025-12-31T23:00:00Z.");
            }
        }
    }

    /** Reads a day. */
    static final class DayConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("The day (" + value + ") must be written like 2025-12-31.");
            }
        }
    }

    /** Reads a month. */
    static final class MonthConverter implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String value) {
            try {
                return YearMonth.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("The month (" + value + ") must be written like 2025-12.");
            }
        }
    }

    /** Reads a time of the day. */
    static final class TimeConverter implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String value) {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("The time (" + value + ") must be written like 02:30.");
            }
        }
    }

    /** Reads a time zone. */
    static final class ZoneConverter implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "The zone (" + value + ") must be a time zone, such as Europe/London.");
            }
        }
    }
}
