package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RewardsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "evaluate",
                "explain",
                "run",
                "expire",
                "settle",
                "participants",
                "transactions",
                "statement",
                "liability",
                "verify",
                "offers",
                "check",
                "test",
                "import online-retail"
            })
    void everyCommandTellsItsUseWithExamplesAndExitCodes(String command) {
        CommandRun run = CommandRun.of((command + " --help").split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: rewards " + command)
                .contains("Examples:", "  rewards " + command, "Exit codes:", "  0   ", "  2   ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void theCommandItselfListsTheOthers() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains(
                        "  demo  ",
                        "  evaluate  ",
                        "  explain  ",
                        "  run  ",
                        "  expire  ",
                        "  settle  ",
                        "  participants  ",
                        "  transactions  ",
                        "  statement  ",
                        "  liability  ",
                        "  verify  ",
                        "  offers  ",
                        "  check  ",
                        "  test  ",
                        "  import  ",
                        "Examples:");
        assertThat(CommandRun.of("import", "--help").out()).contains("online-retail");
    }

    @Test
    void itsVersionIsKnown() {
        assertThat(CommandRun.of("--version").out()).startsWith("rewards ");
    }

    @Test
    void shellsAreToldTheCommands() {
        CommandRun run = CommandRun.of("generate-completion");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("evaluate", "--programme", "online-retail");
    }

    @Test
    void wrongUsageNamesTheHelp() {
        assertWrong("A command is missing.", "Try: rewards --help");
        assertWrong("The kind of data is missing: online-retail.", "Try: rewards import --help", "import");
        assertWrong("Unknown option: '--fast'", "Try: rewards demo --help", "demo", "--fast");
        assertWrong(
                "Invalid value for option '--seed': 'x' is not a long",
                "Try: rewards demo --help",
                "demo",
                "--seed",
                "x");
    }

    @Test
    void aMisspeltCommandIsGuessed() {
        CommandRun run = CommandRun.of("evalute");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("evaluate");
    }

    private static void assertWrong(String message, String hint, String... args) {
        CommandRun run = CommandRun.of(args);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).startsWith(message).endsWith(hint);
    }
}
