package io.rewards.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.GoodsReturn;
import io.rewards.event.Purchase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports and evaluates a file of the Online Retail data set, and counts everything again by other means. The file is
 * not part of the project: name it in the system property or the environment variable ONLINE_RETAIL_CSV.
 */
final class RealDataTest {

    private static final String FILE = "ONLINE_RETAIL_CSV";
    private static final Path PROGRAMME = Path.of("src/main/resources/online-retail/programme.yaml");

    @TempDir
    private static Path directory;

    private static Path csv;
    private static CommandRun imported;
    private static RetailRecount recount;

    @BeforeAll
    static void importFile() throws IOException {
        String named = Optional.ofNullable(System.getProperty(FILE))
                .or(() -> Optional.ofNullable(System.getenv(FILE)))
                .orElse("../../shared/data/online-retail-week.csv");
        csv = Path.of(named);
        assumeTrue(Files.isRegularFile(csv), "There is no file " + csv + "; name one in " + FILE + ".");
        imported = CommandRun.of("import", "online-retail", csv.toString(), "--output", events().toString());
        recount = RetailRecount.of(csv);
    }

    @Test
    void everyLineIsImported() {
        assertThat(imported.code()).isEqualTo(ExitCode.OK);
        assertThat(imported.out().lines().map(String::strip))
                .contains(
                        figure(recount.lines()) + "  lines in " + csv + ", of them",
                        "0  that cannot be used",
                        "0  that are blank",
                        figure(recount.customers()) + "  participants registered",
                        "0  line totals rounded to GBP");
        assertThat(imported.out())
                .contains(
                        figure(recount.linesProcessed() + recount.linesRefused()) + "  in "
                                + figure(recount.purchases() + recount.refused()) + " purchases, "
                                + figure(recount.refused()) + " of them by a buyer who is unknown",
                        figure(recount.linesReturned()) + "  in " + figure(recount.returns()) + " goods returns");
    }

    @Test
    void everyLineIsDecidedAndEveryAwardIsTheOneThatPlainArithmeticGives() throws IOException {
        Map<Outcome.Status, Integer> lines = new EnumMap<>(Outcome.Status.class);
        Map<String, Map<String, BigDecimal>> byInvoice = new LinkedHashMap<>();
        Tally tally;
        Awards awards;
        try (Session session = Session.open(PROGRAMME, Optional.empty(), Optional.empty())) {
            assertThat(session.programme().offers()).hasSizeGreaterThanOrEqualTo(20);
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            tally = Evaluation.run(session, events(), null, nowhere, (event, outcome) -> {
                lines.merge(outcome.status(), lines(event), Integer::sum);
                if (event instanceof Purchase && outcome.status() == Outcome.Status.PROCESSED) {
                    byInvoice.put(event.key().id(), granted(outcome));
                }
            });
            awards = Awards.of(session.store());
        }

        assertThat(lines)
                .containsEntry(Outcome.Status.PROCESSED, recount.linesProcessed())
                .containsEntry(Outcome.Status.REFUSED, recount.linesRefused())
                .containsEntry(Outcome.Status.NOT_SUPPORTED, recount.linesReturned());
        assertThat(lines.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(recount.lines());
        assertThat(tally.refusals()).containsOnlyKeys("participant: The participant (...) is not registered.");
        assertThat(tally.broken()).isZero();
        assertThat(byInvoice).isEqualTo(recount.byInvoice());
        assertThat(tally.bought().orElseThrow().decimal()).isEqualByComparingTo(recount.bought());
        assertThat(tally.discounts()).isEqualTo(recount.discounts());
        assertThat(tally.discounted().orElseThrow().decimal()).isEqualByComparingTo(recount.discounted());
        assertThat(tally.toPay().orElseThrow().decimal())
                .isEqualByComparingTo(recount.bought().subtract(recount.discounted()));
        recount.times().forEach((offer, times) -> {
            assertThat(awards.number(offer)).as(offer).isEqualTo(times.longValue());
            assertThat(awards.amount(offer).orElseThrow().decimal())
                    .as(offer)
                    .isEqualByComparingTo(recount.awarded().get(offer));
        });
    }

    @Test
    void theSummarySaysTheSameNumbers() {
        CommandRun run =
                CommandRun.of("evaluate", "--programme", PROGRAMME.toString(), "--events", events().toString());
        assertThat(run.code()).as("purchases of unknown buyers are refused").isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("purchase"))
                .containsExactly("purchase", figure(recount.purchases()), figure(recount.refused()), "-");
        assertThat(run.row("goods_return")).containsExactly("goods_return", "-", "-", figure(recount.returns()));
        assertThat(run.row("participant_registered")).contains(figure(recount.customers()));
        assertThat(run.out())
                .contains("Purchases of " + money(recount.bought()) + " GBP; " + figure(recount.discounts())
                        + " instant discounts of " + money(recount.discounted()) + " GBP left "
                        + money(recount.bought().subtract(recount.discounted())) + " GBP to pay");
        recount.times().forEach((offer, times) -> assertThat(run.row(offer)).contains(figure(times)));
    }

    private static Path events() {
        return directory.resolve("events.jsonl");
    }

    private static int lines(CustomerEvent event) {
        if (event instanceof Purchase purchase) {
            return purchase.lines().size();
        }
        return event instanceof GoodsReturn goods ? goods.lines().size() : 0;
    }

    private static Map<String, BigDecimal> granted(Outcome outcome) {
        Map<String, BigDecimal> granted = new TreeMap<>();
        for (Verdict.Granted each : outcome.granted().toList()) {
            granted.put(each.offer(), each.amount().decimal());
        }
        return granted;
    }

    private static String figure(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
