package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.catalogue.Programme;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme whose units say what their merchants agree to is that with agreements, and is told so. */
class OldFormTest {

    private static final String HEAD = """
            name: Old
            settings: {zone: Europe/Nicosia, currency: EUR}
            """;

    @TempDir
    private Path directory;

    private final List<Problem> told = new ArrayList<>();

    @Test
    void whatUnitsSayBecomesAgreements() throws IOException {
        assertThat(read("""
                units:
                  - {code: U1, name: One, automaticSpending: true, reduction: BACK_END, contribution: 25}
                  - {code: U2, automaticSpending: true}
                  - {code: U3}
                """)).isEqualTo(ProgrammeReader.read("new.yaml", HEAD + """
                units: [{code: U1, name: One}, {code: U2}, {code: U3}]
                agreements:
                  - {code: U1, unit: U1, automaticSpending: true, reduction: BACK_END, contribution: 25}
                  - {code: U2, unit: U2, automaticSpending: true, contribution: 0}
                """));
        assertThat(told)
                .extracting(Problem::toString)
                .containsExactly(
                        "units[U1]: What its merchant agrees to stands in the unit, and belongs into the list agreements:"
                                + " {code: U1, unit: U1, automaticSpending: true, reduction: BACK_END, contribution: 25}.",
                        "units[U2]: What its merchant agrees to stands in the unit, and belongs into the list agreements:"
                                + " {code: U2, unit: U2, automaticSpending: true, contribution: 0}.");
    }

    @Test
    void theFormOfTodayIsToldNothingOf() throws IOException {
        read("units: [{code: U1}]\nagreements: [{code: A, unit: U1}]\n");

        assertThat(told).isEmpty();
    }

    @Test
    void whatIsWrongIsFoundWhereItWasWritten() {
        assertThatThrownBy(() -> read("units:\n  - {code: U1, contribution: 101}\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "agreements[U1].contribution: The contribution (101) must be at most 100. (line 4)"));
    }

    private Programme read(String rest) throws IOException {
        Path file = Files.writeString(directory.resolve("old.yaml"), HEAD + rest);
        return ProgrammeReader.read(file, told::add);
    }
}
