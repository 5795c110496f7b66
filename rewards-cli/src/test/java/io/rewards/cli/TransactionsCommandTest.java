package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransactionsCommandTest {

    private static final String BOB =
            Kiosk.REGISTERED.replace("ada", "b/1#").replace("Ada Byrne", "Bob").replace("r1", "r2");
    private static final String BOB_SIGNED_UP =
            Kiosk.SIGNED_UP.replace("ada", "b/1#").replace("s1", "s2");
    private static final String BOBS_PURCHASE =
            Kiosk.purchase("q/1#", "2025-03-03", "12.00").replace("\"ada\"", "\"b/1#\"");

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void allTransactionsAreListedWithWhatOfThemStands() {
        CommandRun run = transactions();
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "Counts on             Participant  Kind      Offer    Amount    Stands  From           To             Event",
                        "Sat 2025-03-01 10:00  ada          award     TEN    1.00 EUR  0.00 EUR  award expense  commerce       p1",
                        "Sun 2025-03-02 12:00  ada          reversal  TEN    1.00 EUR            commerce       award expense  b1",
                        "Mon 2025-03-03 10:00  b/1#         award     TEN    1.00 EUR            award expense  commerce       /q/1%23",
                        "3 transactions");
    }

    @Test
    void onlyWhatIsAskedForIsListed() {
        assertThat(found("--participant", "b/1#")).isEqualTo("1 transaction");
        assertThat(found("--kind", "REVERSAL")).isEqualTo("1 transaction");
        assertThat(found("--kind", "AWARD,REVERSAL")).isEqualTo("3 transactions");
        assertThat(found("--kind", "AWARD", "--participant", "ada")).isEqualTo("1 transaction");
        assertThat(found("--kind", "SPEND")).isEqualTo("0 transactions");
        assertThat(found("--offer", "TEN")).isEqualTo("3 transactions");
        assertThat(found("--offer", "TWICE")).isEqualTo("0 transactions");
        assertThat(found("--scheme", "CLUB", "--unit", "SHOP")).isEqualTo("3 transactions");
        assertThat(found("--event", "b1")).isEqualTo("1 transaction");
        assertThat(found("--event", "/q/1%23")).isEqualTo("1 transaction");
        assertThat(found("--purchase", "p1")).isEqualTo("2 transactions");
        assertThat(found("--state", "CANCELLED")).isEqualTo("1 transaction");
        assertThat(found("--state", "POSTED")).isEqualTo("2 transactions");
    }

    @Test
    void bothDaysAreInside() {
        assertThat(found("--from", "2025-03-02")).isEqualTo("2 transactions");
        assertThat(found("--from", "2025-03-03")).isEqualTo("1 transaction");
        assertThat(found("--from", "2025-03-04")).isEqualTo("0 transactions");
        assertThat(found("--through", "2025-03-02")).isEqualTo("2 transactions");
        assertThat(found("--through", "2025-03-01")).isEqualTo("1 transaction");
        assertThat(found("--through", "2025-02-28")).isEqualTo("0 transactions");
        assertThat(found("--as-of", "2025-03-02T11:59:59Z")).isEqualTo("1 transaction");
        assertThat(found("--as-of", "2025-03-02T12:00:00Z")).isEqualTo("2 transactions");
    }

    @Test
    void whatIsFoundIsWrittenForOtherProgramsToGoOn() {
        Path csv = directory.resolve("found.csv");
        Path json = directory.resolve("found.jsonl");
        transactions("--participant", "ada", "--csv", csv.toString(), "--json", json.toString());
        assertThat(csv)
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactly(
                                String.join(",", TransactionRows.COLUMNS)
                                        + ",id,state,standing,subject,reverses,reason,user",
                                "2025-03-01T10:00:00Z,2025-03-01T10:00:00Z,ada,AWARD,TEN,1.00,EUR,AWARD_EXPENSE,COMMERCE,"
                                        + "p1,p1,p1#TEN,p1#TEN,CANCELLED,0.00,,,,",
                                "2025-03-02T12:00:00Z,2025-03-02T12:00:00Z,ada,REVERSAL,TEN,1.00,EUR,COMMERCE,AWARD_EXPENSE,"
                                        + "b1,p1,p1#TEN,b1#p1#TEN/reversal,POSTED,1.00,,p1#TEN,,"));
        assertThat(json)
                .content()
                .satisfies(text -> assertThat(text.lines().findFirst())
                        .contains("{\"recorded_on\":\"2025-03-01T10:00:00Z\",\"counts_on\":\"2025-03-01T10:00:00Z\","
                                + "\"participant\":\"ada\",\"kind\":\"AWARD\",\"offer\":\"TEN\",\"amount\":\"1.00\","
                                + "\"denomination\":\"EUR\",\"from\":\"AWARD_EXPENSE\",\"to\":\"COMMERCE\",\"event\":\"p1\","
                                + "\"purchase\":\"p1\",\"lot\":\"p1#TEN\",\"id\":\"p1#TEN\",\"state\":\"CANCELLED\","
                                + "\"standing\":\"0.00\"}"));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(refused("--offer", "ELEVEN"))
                .startsWith("The offer (ELEVEN) is not in the programme; it has TEN, TWICE.");
        assertThat(refused("--scheme", "X")).startsWith("The code (X) of --scheme is not in the programme.");
        assertThat(refused("--unit", "X")).startsWith("The code (X) of --unit is not in the programme.");
        assertThat(refused("--participant", "carl")).startsWith("The participant (carl) is not in ");
        assertThat(refused("--event", "a#b")).startsWith("The id (a#b) of --event is not written as ids of events are");
        assertThat(refused("--kind", "GIFT")).contains("AWARD");
        assertThat(refused("--from", "2025-03-02", "--through", "2025-03-01"))
                .startsWith("The days (2025-03-02 through 2025-03-01) must not end before they start.");
    }

    private String found(String... options) {
        CommandRun run = transactions(options);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        List<String> lines = run.out().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private String refused(String... options) {
        CommandRun run = transactions(options);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        return run.err();
    }

    private CommandRun transactions(String... options) {
        List<String> args = new ArrayList<>(List.of("transactions", "--programme", kiosk.programme()));
        args.addAll(List.of(
                "--events",
                kiosk.events(
                        Kiosk.purchase("p1", "2025-03-01", "12.00"),
                        Kiosk.goodsReturn("b1", "2025-03-02", "p1"),
                        BOB,
                        BOB_SIGNED_UP,
                        BOBS_PURCHASE)));
        return CommandRun.of(
                Stream.concat(args.stream(), Arrays.stream(options)).toArray(String[]::new));
    }
}
