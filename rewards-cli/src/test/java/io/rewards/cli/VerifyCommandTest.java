package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.problem.Problem;
import io.rewards.report.Verification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void countsWhatItHasLookedAt() {
        CommandRun run = run(List.of(), Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("participants")).containsExactly("participants", "1");
        assertThat(run.row("transactions")).containsExactly("transactions", "1");
        assertThat(run.row("chains")).containsExactly("chains", "1");
        assertThat(run.row("problems")).containsExactly("problems", "0");
        assertThat(run.row("seal").get(1)).hasSize(64);
        assertThat(run.out()).doesNotContain("head of");
    }

    @Test
    void theSameEventsHaveTheSameSealAndOthersAnother() {
        List<String> seal =
                run(List.of(), Kiosk.purchase("p1", "2025-03-01", "12.00")).row("seal");
        assertThat(run(List.of(), Kiosk.purchase("p1", "2025-03-01", "12.00")).row("seal"))
                .isEqualTo(seal);
        assertThat(run(List.of(), Kiosk.purchase("p1", "2025-03-02", "12.00")).row("seal"))
                .isNotEqualTo(seal);
    }

    @Test
    void printsTheHeadOfAJournal() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        List<String> head = run(List.of("--participant", "ada"), purchase).row("head of ada");
        CommandRun statement = CommandRun.of(
                "statement",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(purchase),
                "--participant",
                "ada");
        assertThat(statement.out()).contains("Head of the journal by then  " + head.get(1));
    }

    @Test
    void anEmptyFileIsRight() {
        CommandRun run =
                CommandRun.of("verify", "--programme", kiosk.programme(), "--events", kiosk.file("empty.jsonl", ""));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("participants")).containsExactly("participants", "0");
    }

    @Test
    void problemsAreNamedAndOfVeryManyTheFirst() {
        List<Problem> problems = IntStream.rangeClosed(1, 102)
                .mapToObj(i -> new Problem("participants[P" + i + "].journal[1]", "It was changed.\u001b"))
                .toList();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        VerifyCommand.print(
                new Verification(102, 204, 102, "seal", problems),
                Optional.empty(),
                new PrintWriter(out),
                new PrintWriter(err));
        assertThat(out.toString()).contains("problems      102");
        assertThat(err.toString().lines())
                .hasSize(101)
                .startsWith("participants[P1].journal[1]: It was changed.?")
                .endsWith("and 2 more");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = run(List.of(), "broken");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.row("problems")).containsExactly("problems", "0");
    }

    @Test
    void aParticipantWhoIsNotThereIsWrongUsage() {
        CommandRun run = run(List.of("--participant", "eve"));
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "The participant (eve) is not in " + directory.resolve("events.jsonl")
                                + ", or not yet registered.",
                        "Try: rewards verify --help");
    }

    private CommandRun run(List<String> options, String... lines) {
        List<String> args =
                new ArrayList<>(List.of("verify", "--programme", kiosk.programme(), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
