package io.rewards.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bytes and hashes of the published test vectors, which docs/ledger-format.md shows. */
class LedgerFormatTest {

    private final JsonNode vectors = JsonMapper.shared().readTree(text());

    @Test
    void theVectorsHaveTheBytesAndHashesThatAreSaid() {
        assertThat(vectors.path("format").asInt()).isEqualTo(CanonicalBytes.FORMAT);
        String head =
                HashChain.start(Party.participant(vectors.path("participant").asString()));
        assertThat(head).isEqualTo(vectors.path("start").asString());
        HashChain chain = HashChain.after(head);
        List<Transaction> transactions = new ArrayList<>();
        for (JsonNode entry : vectors.path("entries")) {
            Transaction transaction = transaction(entry.path("transaction"));
            assertThat(hex(transaction)).isEqualTo(entry.path("bytes").asString());
            assertThat(chain.next(transaction)).isEqualTo(entry.path("hash").asString());
            transactions.add(transaction);
        }
        Journal journal = Journal.of("ANNA", transactions);
        assertThat(journal.entries()).extracting(JournalEntry::hash).containsExactly(hashOf(0), hashOf(1), hashOf(2));
        assertThat(journal.problems()).isEmpty();
    }

    @Test
    void theDocumentShowsTheVectors() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "ledger-format.md"))).contains("```json\n" + text() + "```");
    }

    @Test
    void differentTextsHaveDifferentBytes() {
        List<String> texts = List.of(
                "",
                "?",
                "\ud800",
                "\udbff",
                "\udc00",
                "\udfff",
                "\ud83d\ude00",
                "\ude00\ud83d",
                "\ufffd",
                "\u00e9",
                "e\u0301",
                "\u07ff",
                "\u0800",
                "\u007f",
                "\u0080",
                "\uffff",
                "\ud800\udc00",
                "\udbff\udfff",
                "\ud83d",
                "\ud83da",
                "\0",
                "\0\0");
        Set<String> bytes = new HashSet<>();
        texts.forEach(text -> bytes.add(hex(text)));
        assertThat(bytes).hasSize(texts.size());
    }

    @Test
    void everyCodePointIsWrittenInUtf8() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 61) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = Character.toString(point);
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                assertThat(hex(text))
                        .isEqualTo("0000000" + utf8.length + HexFormat.of().formatHex(utf8));
            }
        }
    }

    @Test
    void longTextsFindRoom() {
        String text = "€".repeat(5_000);
        assertThat(hex(text)).isEqualTo("00003a98" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void journalsOfDifferentParticipantsStartDifferently() {
        assertThat(HashChain.start(Party.participant("\ud800"))).isNotEqualTo(HashChain.start(Party.participant("?")));
    }

    private String hashOf(int entry) {
        return vectors.path("entries").path(entry).path("hash").asString();
    }

    private static String hex(Transaction transaction) {
        CanonicalBytes bytes = new CanonicalBytes();
        bytes.transaction(transaction);
        return hex(bytes);
    }

    private static String hex(String text) {
        CanonicalBytes bytes = new CanonicalBytes();
        bytes.text(text);
        return hex(bytes);
    }

    private static String hex(CanonicalBytes bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes.array(), bytes.size()));
    }

    private static Transaction transaction(JsonNode said) {
        JsonNode amount = said.path("amount");
        JsonNode cause = said.path("cause");
        JsonNode origin = said.path("origin");
        JsonNode note = said.path("note");
        return new Transaction(
                text(said, "id"),
                TransactionKind.valueOf(text(said, "kind")),
                new Amount(
                        new Denomination(
                                text(amount, "denomination"),
                                amount.path("scale").asInt()),
                        amount.path("units").asLong()),
                account(said.path("from")),
                account(said.path("to")),
                new Cause(
                        key(cause.path("event")),
                        Optional.of(cause.path("purchase"))
                                .filter(JsonNode::isObject)
                                .map(LedgerFormatTest::key),
                        text(cause, "participant"),
                        text(cause, "unit")),
                new Origin(
                        text(origin, "offer"),
                        text(origin, "offerType"),
                        text(origin, "scheme"),
                        text(origin, "rule"),
                        text(origin, "lot"),
                        subject(origin)),
                new Note(text(note, "reverses"), text(note, "reason"), text(note, "user")),
                Instant.parse(text(said, "on")),
                Instant.parse(text(said, "recordedOn")));
    }

    private static AwardSubject subject(JsonNode origin) {
        String subject = text(origin, "subject");
        int space = subject.indexOf(' ');
        return subject.isEmpty()
                ? AwardSubject.NOTHING
                : AwardSubject.of(AwardSubject.Kind.valueOf(subject.substring(0, space)), subject.substring(space + 1));
    }

    private static AccountName account(JsonNode said) {
        AccountKind kind = AccountKind.valueOf(text(said, "kind"));
        return AccountName.of(new Party(kind.owner(), text(said, "party")), kind);
    }

    private static EventKey key(JsonNode said) {
        return new EventKey(text(said, "system"), text(said, "id"));
    }

    private static String text(JsonNode said, String field) {
        return said.path(field).asString();
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(LedgerFormatTest.class.getResourceAsStream("format-1.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
