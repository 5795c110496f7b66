package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Texts, numbers and dates of all kinds. */
final class RandomValues {

    private static final Denomination EUR = new Denomination("EUR", 2);

    private static final List<String> TEXTS = List.of(
            "A",
            "17",
            "true",
            "null",
            "1e3",
            "\"quoted\"",
            "back\\slash",
            "two\nlines",
            "tab\there",
            "Ελλάδα",
            "\ud83d\ude00",
            "a\u2028b",
            "\u0001",
            "{}",
            "[1]",
            " leading",
            "a.b[c]",
            "0123",
            "<tag>",
            "x".repeat(300));

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean flag() {
        return random.nextBoolean();
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    String textOrEmpty() {
        return flag() ? "" : text();
    }

    Set<String> texts() {
        return new TreeSet<>(some(this::text));
    }

    Instant instant() {
        Instant instant = Instant.ofEpochSecond(random.nextInt());
        return flag() ? instant : instant.plusNanos(below(1_000_000_000));
    }

    LocalDate date() {
        return LocalDate.of(1900 + below(300), 1 + below(12), 1 + below(28));
    }

    MonthDay monthDay() {
        return MonthDay.of(1 + below(12), 1 + below(28));
    }

    /** A number without trailing zeros. */
    BigDecimal figure() {
        return BigDecimal.valueOf(random.nextLong() / 1_000, below(20)).stripTrailingZeros();
    }

    Attributes attributes(List<AttributeDeclaration> declarations, AttributeOwner owner) {
        Map<String, AttributeValue> values = new TreeMap<>();
        for (AttributeDeclaration declared : declarations) {
            if (declared.owner() == owner && flag()) {
                values.put(declared.name(), value(declared.type()));
            }
        }
        return new Attributes(values);
    }

    AttributeValue value(AttributeType type) {
        return switch (type) {
            case TEXT -> new AttributeValue.Text(textOrEmpty());
            case WHOLE_NUMBER -> new AttributeValue.WholeNumber(random.nextLong() / 100);
            case AMOUNT -> new AttributeValue.Money(new Amount(EUR, random.nextInt()));
            case DATE -> new AttributeValue.Date(date());
        };
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    <E extends Enum<E>> Set<E> someOf(Class<E> type) {
        return new TreeSet<>(some(() -> oneOf(type)));
    }

    <T> List<T> some(Supplier<T> value) {
        return IntStream.range(0, below(3)).mapToObj(i -> value.get()).toList();
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return flag() ? Optional.empty() : Optional.of(value.get());
    }
}
