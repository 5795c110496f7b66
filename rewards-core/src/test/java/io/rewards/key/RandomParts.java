package io.rewards.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Short parts of keys, made of what keys are joined and escaped by, so that two that could be mistaken come often. */
public final class RandomParts {

    private static final int SEEDS = 60;
    private static final int KEYS = 800;
    private static final List<String> LETTERS =
            List.of("/", "#", "%", ":", " ", "a", "é", "\ud83c\udf81", "%2F", "%25", "%23");
    private static final List<String> WORDS = List.of(
            "open",
            "money",
            "1",
            "2",
            "3",
            "02",
            "award",
            "spend",
            "event",
            "visit",
            "expiration",
            "explain",
            "run",
            "transfer",
            "merge",
            "referral",
            "cancelled",
            "passed-on",
            "first-award",
            "follow-up",
            "A/open",
            "A#money");

    private final Random random;

    private RandomParts(long seed) {
        random = new Random(seed);
    }

    /** Different keys must have different texts, and each must be read back from its own. */
    public static <T> void neverMeet(
            Function<RandomParts, T> making,
            Function<T, String> writing,
            Function<String, Optional<? extends T>> reading) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomParts parts = new RandomParts(seed);
            Map<String, T> known = new HashMap<>();
            for (int i = 0; i < KEYS; i++) {
                T key = making.apply(parts);
                String text = writing.apply(key);
                T other = known.putIfAbsent(text, key);
                assertThat(other == null || other.equals(key))
                        .as("seed %s: text (%s) is that of two keys", seed, text)
                        .isTrue();
                assertThat(reading.apply(text).filter(key::equals))
                        .as("seed %s: text (%s) is read back", seed, text)
                        .isPresent();
            }
        }
    }

    /** What is read from any text must be written as that text. */
    public static <T> void areReadAsWritten(
            Function<T, String> writing, Function<String, Optional<? extends T>> reading) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomParts parts = new RandomParts(seed);
            for (int i = 0; i < KEYS; i++) {
                String text = parts.text();
                long from = seed;
                reading.apply(text)
                        .ifPresent(key -> assertThat(writing.apply(key))
                                .as("seed %s: what is read", from)
                                .isEqualTo(text));
            }
        }
    }

    /** One part, now and then an empty one. */
    public String part() {
        if (random.nextInt(3) == 0) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
        StringBuilder part = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            part.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return part.toString();
    }

    /** Up to {@code most} parts. */
    public List<String> parts(int most) {
        return Stream.generate(this::part).limit(random.nextInt(most + 1)).toList();
    }

    /** A number from 0, below {@code bound}. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** One of these. */
    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String text() {
        StringBuilder text = new StringBuilder(part());
        for (int more = random.nextInt(5); more > 0; more--) {
            text.append(random.nextBoolean() ? "/" : "#").append(part());
        }
        return text.toString();
    }
}
