package io.rewards.json;

import io.rewards.catalogue.Programme;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The example files, and what the readers say of others. */
final class Examples {

    private Examples() {}

    /** The programme that uses every field. */
    static Programme everyField() {
        return ProgrammeReader.read("every-field.yaml", text("every-field.yaml"));
    }

    /** One event of every kind and more, each in a line. */
    static List<String> events() {
        return text("events.jsonl").lines().toList();
    }

    /** Outcomes with every field, each in a line. */
    static List<String> outcomes() {
        return text("outcomes.jsonl").lines().toList();
    }

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Examples.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problems of a programme, as "path: message"; none when it is right. */
    static List<String> problemsOfProgramme(String text) {
        return problems(() -> ProgrammeReader.read("test", text));
    }

    /** The problems of an event, as "path: message"; none when it is right. */
    static List<String> problemsOfEvent(String json) {
        return problems(() -> new EventReader(everyField()).read("test", json));
    }

    private static List<String> problems(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (InvalidInputException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
