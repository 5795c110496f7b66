package io.rewards.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineReaderTest {

    private static final int MOST_BYTES = 100;

    @Test
    void linesEndWithALineFeedWithOrWithoutACarriageReturn() throws IOException {
        assertThat(texts("one\ntwo\r\n\nfour")).containsExactly("one", "two", "", "four");
    }

    @Test
    void aLineFeedAtTheEndBeginsNoFurtherLine() throws IOException {
        assertThat(texts("one\n")).containsExactly("one");
        assertThat(texts("\n")).containsExactly("");
        assertThat(texts("")).isEmpty();
    }

    @Test
    void aByteOrderMarkAtTheStartIsNoText() throws IOException {
        assertThat(texts("\uFEFFone\n\uFEFFtwo")).containsExactly("one", "\uFEFFtwo");
    }

    @Test
    void aLineInUtf16IsFoundWhereverItStands() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(lines("{1}\n{2}\n".getBytes(charset))).as(charset.name()).allMatch(Line::isUtf16);
        }
        assertThat(lines("\uFEFF{1}\n\n\u0661\n".getBytes(StandardCharsets.UTF_8)))
                .noneMatch(Line::isUtf16);
    }

    @Test
    void aLineOfTheMostBytesIsReadAndALongerOneIsSkipped() throws IOException {
        String most = "x".repeat(MOST_BYTES);
        List<Line> lines = lines((most + "\n" + most + "x\nafter\n").getBytes(StandardCharsets.UTF_8));
        assertThat(lines).extracting(Line::isTooLong).containsExactly(false, true, false);
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(0).text()).contains(most);
        assertThat(lines.get(2).text()).contains("after");
    }

    @Test
    void aLineOverManyBlocksIsSkippedToItsEnd() throws IOException {
        byte[] bytes = ("x".repeat(1 << 20) + "\nafter").getBytes(StandardCharsets.UTF_8);
        assertThat(lines(bytes)).extracting(Line::isTooLong).containsExactly(true, false);
    }

    @Test
    void linesAcrossTheEndOfABlockAreWhole() throws IOException {
        String text = ("y".repeat(99) + "\n").repeat(2_000);
        List<Line> lines = lines(text.getBytes(StandardCharsets.UTF_8));
        assertThat(lines).hasSize(2_000);
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).contains("y".repeat(99)));
    }

    @Test
    void aLineThatIsNotUtf8HasNoTextOfItsOwn() throws IOException {
        List<Line> lines = lines(new byte[] {'a', (byte) 0xE9, '\n', 'b'});
        assertThat(lines.get(0).text()).isEmpty();
        assertThat(lines.get(0).textOrElse(StandardCharsets.ISO_8859_1)).isEqualTo("a\u00E9");
        assertThat(lines.get(1).text()).contains("b");
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        try (LineReader reader = new LineReader(stream("one\ntwo".getBytes(StandardCharsets.UTF_8)), MOST_BYTES)) {
            assertThat(reader.bytesRead()).isZero();
            reader.next();
            assertThat(reader.bytesRead()).isEqualTo(4);
            reader.next();
            assertThat(reader.bytesRead()).isEqualTo(7);
        }
    }

    private static List<String> texts(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(line -> line.text().orElseThrow())
                .toList();
    }

    private static List<Line> lines(byte[] bytes) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(stream(bytes), MOST_BYTES)) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
