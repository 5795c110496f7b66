package io.rewards.rules.drools;

import io.rewards.attribute.AttributeType;
import io.rewards.decision.AccumulatingCandidate;
import io.rewards.decision.Candidate;
import io.rewards.decision.CollectingCandidate;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.LimitedCandidate;
import io.rewards.decision.YearlyCandidate;
import io.rewards.offer.OfferKind;
import io.rewards.offer.OfferKinds;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that rules may use, read off the candidate types: what has a {@link ValueType} is a word, and nothing else
 * is. Immutable and thread-safe.
 */
final class Vocabulary {

    /** What each look-up reads; {@code has} reads any type. */
    private static final Map<String, Optional<AttributeType>> LOOK_UPS = Map.of(
            "has", Optional.empty(),
            "attribute", Optional.of(AttributeType.TEXT),
            "number", Optional.of(AttributeType.WHOLE_NUMBER),
            "amount", Optional.of(AttributeType.AMOUNT),
            "date", Optional.of(AttributeType.DATE),
            "texts", Optional.of(AttributeType.TEXT));

    private static final SortedMap<String, Class<? extends Candidate>> CANDIDATES = byName(Stream.concat(
                    Stream.of(
                            Candidate.class,
                            AccumulatingCandidate.class,
                            LimitedCandidate.class,
                            CollectingCandidate.class,
                            YearlyCandidate.class),
                    OfferKinds.all().stream().map(OfferKind::candidate))
            .toList());
    private static final Map<Class<? extends Candidate>, Words> WORDS =
            CANDIDATES.values().stream().collect(Collectors.toUnmodifiableMap(type -> type, Words::of));
    private static final SortedMap<String, Class<?>> CONSTANTS = byName(constants());

    private Vocabulary() {}

    /** The types of which a rule matches one, by simple name. */
    static SortedMap<String, Class<? extends Candidate>> candidates() {
        return CANDIDATES;
    }

    /** The types whose constants rules may name, by simple name. */
    static SortedMap<String, Class<?>> constantTypes() {
        return CONSTANTS;
    }

    /** All types that a rule file may import. */
    static List<Class<?>> importable() {
        return Stream.<Class<?>>concat(CANDIDATES.values().stream(), CONSTANTS.values().stream())
                .toList();
    }

    /** The words of a candidate type, by name. */
    static SortedMap<String, ValueType> accessors(Class<? extends Candidate> type) {
        return words(type).accessors();
    }

    /** The look-ups of attributes, by name. */
    static SortedMap<String, ValueType> lookUps() {
        return words(Candidate.class).lookUps();
    }

    /** What a look-up reads; empty where it reads attributes of any type. */
    static Optional<AttributeType> attributeTypeOf(String lookUp) {
        return LOOK_UPS.getOrDefault(lookUp, Optional.empty());
    }

    private static Words words(Class<? extends Candidate> type) {
        Words words = WORDS.get(type);
        if (words == null) {
            throw new AssertionError("Unknown candidate: " + type);
        }
        return words;
    }

    private static List<Class<?>> constants() {
        Stream<Class<?>> compared = WORDS.values().stream()
                .flatMap(words -> words.accessors().values().stream())
                .<Class<?>>map(ValueType::element)
                .filter(Class::isEnum);
        return Stream.concat(Stream.of(DeclineReason.class), compared)
                .distinct()
                .toList();
    }

    private static <T extends Class<?>> SortedMap<String, T> byName(List<T> types) {
        SortedMap<String, T> byName = new TreeMap<>();
        types.forEach(type -> byName.put(type.getSimpleName(), type));
        return Collections.unmodifiableSortedMap(byName);
    }

    /**
     * The words of one candidate type.
     *
     * @param accessors by name
     * @param lookUps by name
     */
    private record Words(SortedMap<String, ValueType> accessors, SortedMap<String, ValueType> lookUps) {

        static Words of(Class<?> type) {
            SortedMap<String, ValueType> accessors = new TreeMap<>();
            SortedMap<String, ValueType> lookUps = new TreeMap<>();
            for (Method method : type.getMethods()) {
                Optional<ValueType> kind = ValueType.of(method.getGenericReturnType());
                if (kind.isEmpty() || Modifier.isStatic(method.getModifiers()) || isOfEveryObject(method)) {
                    continue;
                }
                if (method.getParameterCount() == 0) {
                    accessors.put(method.getName(), kind.get());
                } else if (LOOK_UPS.containsKey(method.getName())
                        && List.of(method.getParameterTypes()).equals(List.of(String.class))) {
                    lookUps.put(method.getName(), kind.get());
                }
            }
            return new Words(Collections.unmodifiableSortedMap(accessors), Collections.unmodifiableSortedMap(lookUps));
        }

        private static boolean isOfEveryObject(Method method) {
            return Arrays.stream(Object.class.getMethods())
                    .anyMatch(general -> general.getName().equals(method.getName()));
        }
    }
}
