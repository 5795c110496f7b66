package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.json.EventWriter;
import io.rewards.participant.Profile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file far larger than the memory that its evaluation may have; a tenth of it but in the profile {@code long}. */
final class LargeFileTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");
    private static final int PARTICIPANTS = Boolean.getBoolean("rewards.long") ? 2_000 : 200;
    private static final int PURCHASES = 75 * PARTICIPANTS;

    private static final String PROGRAMME = """
            name: Large
            settings: {zone: Europe/Dublin, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB}]
            offerTypes:
              - {code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}
              - {code: VISITS, classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED}
            offers:
              - number: 1
                code: LARGE-BASKET
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 100.00}
                award: {percentage: 5}
              - number: 2
                code: TWENTY-VISITS
                scheme: CLUB
                type: VISITS
                classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {target: 20, period: 1 YEARS}
                award: {amount: 2.00}
                spendMethod: SPEND_INSTANTLY
            """;

    @TempDir
    private Path directory;

    @Test
    void isEvaluatedInLittleMemory() throws IOException, InterruptedException {
        Path programme = Files.writeString(directory.resolve("programme.yaml"), PROGRAMME);
        Path events = directory.resolve("events.jsonl");
        writeEvents(events);
        Path out = directory.resolve("out.txt");

        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        Rewards.class.getName(),
                        "evaluate",
                        "--programme",
                        programme.toString(),
                        "--events",
                        events.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        builder.environment().put("CLASSPATH", classPath);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        String printed = Files.readString(out);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isEqualTo(ExitCode.OK);
        CommandRun run = new CommandRun(process.exitValue(), printed, "");
        int large = PURCHASES / 20;
        int visits = 3 * PARTICIPANTS;
        assertThat(run.row("purchase")).containsExactly("purchase", Figures.of(PURCHASES));
        assertThat(run.row("LARGE-BASKET")).contains(Figures.of(large), Figures.of(large * 6L) + ".00 EUR");
        assertThat(run.row("TWENTY-VISITS")).contains(Figures.of(visits), Figures.of(visits * 2L) + ".00 EUR");
    }

    /** Every participant buys 75 times; every twentieth purchase is of 120 euro, the others are of 20 to 38. */
    private static void writeEvents(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int i = 0; i < PARTICIPANTS; i++) {
                write(writer, new ParticipantRegistered(header("register-" + i, i, START), Profile.EMPTY));
                write(writer, new SchemeSignUp(header("sign-up-" + i, i, START), "CLUB", ""));
            }
            for (int i = 0; i < PURCHASES; i++) {
                long cents = i % 20 == 7 ? 12_000 : 2_000 + i % 19 * 100;
                Instant on = START.plus(Duration.ofMinutes(2L * i + 1));
                write(
                        writer,
                        Purchase.of(
                                header("purchase-" + i, i % PARTICIPANTS, on),
                                PurchaseLine.of("1", "BREAD", 2, new Amount(EUR, cents / 2)),
                                PurchaseLine.of("2", "MILK", 1, new Amount(EUR, cents - cents / 2))));
            }
        }
    }

    private static EventHeader header(String id, int participant, Instant on) {
        return EventHeader.of(id, "member-" + participant, "SHOP", on);
    }

    private static void write(BufferedWriter writer, CustomerEvent event) throws IOException {
        writer.write(EventWriter.write(event));
        writer.write('\n');
    }
}
