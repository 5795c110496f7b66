package io.rewards.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
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

    /** Refuses to write onto a file that is read. */
    static void requireOther(CommandSpec spec, String option, Path output, Path input) throws IOException {
        if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The file (" + output + ") of " + option + " must not be the one that is read.");
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
