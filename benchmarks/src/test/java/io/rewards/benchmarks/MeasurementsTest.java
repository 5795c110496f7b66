package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The measurements without JMH print a line for each thing; what it says is of interest only in a long run. */
class MeasurementsTest {

    @Test
    void theHeapIsPrinted() {
        assertThat(printed(new HeapFootprint(200)::print))
                .hasSize(7)
                .element(1)
                .asString()
                .matches("participant: registration and sign-up +-?\\d+");
    }

    @Test
    void allocationIsPrintedForEachAge() {
        List<String> lines = printed(out -> new AllocationPerPurchase(50, 50).print(out, List.of(0, 10)));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).matches("drools +0( +[1-9]\\d{3,}){2}");
        assertThat(lines.get(4)).matches("handWritten +10( +[1-9]\\d{3,}){2}");
    }

    @Test
    void figuresArePrintedForEachAge() {
        List<String> lines =
                printed(out -> new CpuFigures(1, 2, 2).printAges(out, RuleSets.named("handWritten"), List.of(10, 20)));
        assertThat(lines).hasSize(13);
        assertThat(lines.get(1)).matches("purchasePreview +10 +\\d+ +1\\.0 +[1-9]\\d{3,} +1\\.0");
        assertThat(lines.get(12)).matches("purchase +20 .*");
    }

    @Test
    void figuresArePrintedForEachNumberOfLots() {
        List<String> lines = printed(out -> new CpuFigures(1, 2, 2).printReturns(out, List.of(5, 10)));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).matches("returnAll +10 .*");
    }

    private static List<String> printed(Consumer<PrintStream> printer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            printer.accept(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
