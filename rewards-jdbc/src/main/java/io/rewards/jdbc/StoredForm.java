package io.rewards.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.rewards.amount.Amount;
import io.rewards.attribute.AttributeValue;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.AwardSubject;
import io.rewards.run.RunStep;
import io.rewards.wallet.Dependence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * How records of the domain stand in the bodies of rows: as JSON by the names of their components, without what is empty.
 * Amounts, instants and keys of events are texts, maps go by their keys, and of a sealed kind the name is in {@code is}. What is written today is
 * read as long as the format of the tables is the same, so renaming a component is a change of the format. Thread-safe.
 */
final class StoredForm {

    /** The name of the kind, beside the components. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static final List<Class<?>> KINDS =
            List.of(CustomerEvent.class, AttributeValue.class, AwardSubject.class, Dependence.class, RunStep.class);

    private static final JsonMapper MAPPER = mapper();

    private StoredForm() {}

    /** The body of {@code value}. */
    static Body of(Object value) {
        return body(MAPPER.writeValueAsString(value));
    }

    /**
     * What was written as {@code body}.
     *
     * @throws IllegalStateException when it cannot be read
     */
    static <T> T read(String body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (JacksonException | IllegalArgumentException e) {
            String why = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
            throw new IllegalStateException(
                    "The store holds a " + type.getSimpleName() + " that cannot be read (" + body + "): " + why
                            + ". It was written by a newer version, or changed by other means.",
                    e);
        }
    }

    /** {@code json} with the halves of surrogate pairs, which no database takes, written by their numbers. */
    static Body body(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return new Body(StandardCharsets.UTF_8.newEncoder().canEncode(json) ? json : escaped(json));
            }
        }
        return new Body(json);
    }

    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.chars()
                .forEach(each -> escaped.append(
                        Character.isSurrogate((char) each)
                                ? String.format(Locale.ROOT, "\\u%04x", each)
                                : Character.toString(each)));
        return escaped.toString();
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(texts())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_EMPTY))
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        for (Class<?> empty :
                List.of(String.class, Collection.class, List.class, Set.class, Map.class, SortedMap.class)) {
            builder.withConfigOverride(
                    empty, each -> each.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        for (Class<?> kind : KINDS) {
            builder.addMixIn(kind, Named.class);
            builder.registerSubtypes(permitted(kind)
                    .map(each -> new NamedType(each, each.getSimpleName()))
                    .toArray(NamedType[]::new));
        }
        return builder.build();
    }

    private static Stream<Class<?>> permitted(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(StoredForm::permitted)
                : Stream.of(kind);
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule("rewards");
        add(module, Amount.class, Amount::toString, Amount::parse);
        add(module, Instant.class, Instant::toString, Instant::parse);
        add(module, EventKey.class, EventKey::text, text -> EventKey.parse(text).orElseThrow());
        module.addKeySerializer(EventKey.class, new ValueSerializer<>() {
            @Override
            public void serialize(EventKey key, JsonGenerator out, SerializationContext context) {
                out.writeName(key.text());
            }
        });
        module.addKeyDeserializer(EventKey.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String text, DeserializationContext context) {
                return EventKey.parse(text).orElseThrow();
            }
        });
        return module;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> writing, Function<String, T> reading) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(writing.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reading.apply(in.getString());
            }
        });
    }
}
