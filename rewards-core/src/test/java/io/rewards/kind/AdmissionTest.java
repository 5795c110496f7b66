package io.rewards.kind;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Programmes;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds of what is not absurd, each at and beyond. */
class AdmissionTest {

    private static final Catalogue CATALOGUE = Catalogue.of(Programmes.with());
    private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");
    private static final Account ACCOUNT =
            Account.of(Participant.registered("P1", Programmes.START, "U1", Profile.EMPTY));

    @Test
    void aLineHasOneToAMillionPieces() {
        assertThat(problems(line("1", 1, "1.00"))).isEmpty();
        assertThat(problems(line("1", Admission.MOST_PIECES, "1.00"))).isEmpty();
        assertThat(problems(line("1", 0, "1.00")))
                .containsExactly("lines[1].quantity: The quantity (0) must be 1 or more.");
        assertThat(problems(line("1", -3, "1.00"))).hasSize(1);
        assertThat(problems(line("1", Admission.MOST_PIECES, "1.00"), line("2", 1, "1.00")))
                .containsExactly("lines: The number (1000001) of pieces must be at most 1000000.");
        assertThat(problems(line("1", Long.MAX_VALUE, "1.00"), line("2", Long.MAX_VALUE, "1.00")))
                .hasSize(1);
    }

    @Test
    void aTotalIsNothingToTenTrillion() {
        Amount most = new Amount(Programmes.EUR, Admission.LARGEST_TOTAL);
        assertThat(problems(line("1", 1, "0.00"))).isEmpty();
        assertThat(problems(PurchaseLine.of("1", "thing", 1, most))).isEmpty();
        assertThat(problems(line("1", 1, "-0.01")))
                .containsExactly(
                        "lines[1].total: The total (-0.01 EUR) must not be negative. What the till takes off is one of"
                                + " the discounts of the purchase; what it adds, such as a deposit, is a line of kind FEE.");
        assertThat(problems(PurchaseLine.of("1", "thing", 1, most), line("2", 1, "0.01")))
                .hasSize(1);
        assertThat(problems(
                        PurchaseLine.of("1", "thing", 1, new Amount(Programmes.EUR, Long.MAX_VALUE)),
                        PurchaseLine.of("2", "thing", 1, new Amount(Programmes.EUR, Long.MAX_VALUE))))
                .hasSize(1);
    }

    @Test
    void aPurchaseHasOneToTenThousandLines() {
        assertThat(problems()).containsExactly("lines: The number (0) of lines must be 1 to 10000.");
        assertThat(problems(lines(10_000))).isEmpty();
        assertThat(problems(lines(10_001))).containsExactly("lines: The number (10001) of lines must be 1 to 10000.");
    }

    @Test
    void namesAreOneToTwoHundredCharacters() {
        assertThat(header(EventHeader.of("x".repeat(200), "P1", "U1", NOW))).isEmpty();
        assertThat(header(EventHeader.of("x".repeat(201), "P1", "U1", NOW)))
                .contains("id: The name (201 characters) must be 1 to 200 characters and not blank.");
        assertThat(header(EventHeader.of("  ", "P1", "U1", NOW))).isNotEmpty();
        assertThat(header(EventHeader.of("1", "P1", "U1", NOW).from("a/b"))).hasSize(1);
    }

    @Test
    void noTextHasHalfOfACharacter() {
        String refused = "A text of the event has half of a character that takes two, which cannot be kept.";
        assertThat(header(EventHeader.of("B2\ud83d", "P1", "U1", NOW))).containsExactly(refused);
        assertThat(header(EventHeader.of("B2\ude00\ud83d", "P1", "U1", NOW))).containsExactly(refused);
        assertThat(problems(line("\ud83d", 1, "1.00"))).containsExactly(refused);
        assertThat(header(EventHeader.of("B2\ud83d\ude00", "P1", "U1", NOW))).isEmpty();
    }

    @Test
    void anEventLiesBetween1900AndNow() {
        assertThat(header(EventHeader.of("1", "P1", "U1", NOW))).isEmpty();
        assertThat(header(EventHeader.of("1", "P1", "U1", NOW.plusNanos(1)))).hasSize(1);
        Instant earliest = Instant.parse("1900-01-01T00:00:00Z");
        assertThat(header(EventHeader.of("1", "P1", "U1", earliest))).isEmpty();
        assertThat(header(EventHeader.of("1", "P1", "U1", earliest.minusNanos(1))))
                .hasSize(1);
        assertThat(header(EventHeader.of("1", "P1", "U1", Instant.MAX))).hasSize(1);
    }

    private static PurchaseLine line(String id, long quantity, String total) {
        return PurchaseLine.of(id, "thing", quantity, eur(total));
    }

    private static PurchaseLine[] lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("L" + i, 1, "1.00")).toArray(PurchaseLine[]::new);
    }

    private static List<String> problems(PurchaseLine... lines) {
        return problems(Purchase.of(EventHeader.of("1", "P1", "U1", NOW), lines));
    }

    private static List<String> header(EventHeader header) {
        return problems(
                new Purchase(header, "R", List.of(line("1", 1, "1.00")), io.rewards.event.PaymentMedium.UNKNOWN));
    }

    private static List<String> problems(Purchase purchase) {
        return Admission.problems(purchase, Optional.of(Loaded.of(ACCOUNT)), CATALOGUE, NOW, NoLookups.INSTANCE)
                .stream()
                .map(Problem::toString)
                .toList();
    }
}
