package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MerchantsCommandTest {

    private static final String PROGRAMME = """
            name: Town
            settings: {zone: Europe/Nicosia, currency: EUR}
            groups: [{code: CENTRE}]
            units: [{code: U1, name: High Street, group: CENTRE}, {code: U2}, {code: U3, group: CENTRE}]
            schemes: [{code: CLUB}]
            agreements:
              - {code: ALL-OF-IT, group: CENTRE, schemes: [CLUB], contribution: 60, budget: {amount: 500.00, per: MONTH}}
              - code: HIGH-STREET
                unit: U1
                state: NOT_EFFECTIVE
                contribution: 25
                contributions: [{code: FRIDAYS, percentage: 10, when: {times: {days: [FRIDAY]}}}]
            """;

    @TempDir
    private Path directory;

    private String file() throws IOException {
        return Files.writeString(directory.resolve("town.yaml"), PROGRAMME).toString();
    }

    private static List<List<String>> cells(CommandRun run) {
        return run.out()
                .lines()
                .map(line -> Arrays.asList(line.strip().split(" {2,}")))
                .toList();
    }

    @Test
    void everyFieldIsShownWithTheAgreementThatSaysIt() throws IOException {
        CommandRun run = CommandRun.of("merchants", "--programme", file());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(cells(run))
                .containsSubsequence(
                        List.of("U1 High Street: NOT_EFFECTIVE"),
                        List.of("state", "NOT_EFFECTIVE", "HIGH-STREET"),
                        List.of("schemes", "CLUB", "ALL-OF-IT, of group CENTRE"),
                        List.of("types", "all", "nobody says it"),
                        List.of("contribution", "25 %", "HIGH-STREET"),
                        List.of("budget", "500.00 EUR a month", "ALL-OF-IT, of group CENTRE"),
                        List.of("settlement.fee", "0 %", "nobody says it"),
                        List.of("contributions.FRIDAYS", "10 %, under conditions", "HIGH-STREET"),
                        List.of("U2: nothing agreed"),
                        List.of("U3: EFFECTIVE"),
                        List.of("contribution", "60 %", "ALL-OF-IT, of group CENTRE"));
    }

    @Test
    void oneUnitIsShownAndWrittenForOtherPrograms() throws IOException {
        Path json = directory.resolve("terms.jsonl");
        CommandRun run = CommandRun.of("merchants", "--programme", file(), "--unit", "U3", "--json", json.toString());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("U3: EFFECTIVE").doesNotContain("High Street");
        assertThat(Files.readAllLines(json))
                .contains("{\"unit\":\"U3\",\"field\":\"contribution\",\"value\":\"60 %\","
                        + "\"agreement\":\"ALL-OF-IT, of group CENTRE\"}");
    }

    @Test
    void aUnitThatIsNotThereIsRefused() throws IOException {
        CommandRun run = CommandRun.of("merchants", "--programme", file(), "--unit", "U9");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("The unit (U9) is not in the programme; it has U1, U2, U3.");
    }
}
