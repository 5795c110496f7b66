package io.rewards.json;

import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.shape.Characters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Parses YAML and JSON into nodes, within the parsers' limits on nesting and size. Refuses what is not well formed, with
 * the line and column, and the aliases of YAML.
 */
final class Document {

    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();

    private Document() {}

    /** UTF-8 text. */
    static String decode(String source, byte[] bytes) {
        if (isUtf16(bytes)) {
            throw syntaxError(source, "The text is UTF-16; it must be UTF-8. Save it with that encoding.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw syntaxError(source, "The text must be UTF-8. Maybe it was saved with another encoding.");
        }
    }

    /** True where half of the first two bytes is empty, or they are the mark of UTF-16. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == 0) != (bytes[1] == 0)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }

    /** A document in YAML or JSON. What starts like JSON is read as JSON, where tabs may indent; failing that, as YAML. */
    static Node yamlOrJson(String source, String text) {
        String content = withoutMark(text);
        if (!content.stripLeading().startsWith("{")) {
            return parse(source, YAML, content);
        }
        try {
            return node(JSON, content);
        } catch (JacksonException json) {
            try {
                return node(YAML, content);
            } catch (JacksonException | YamlEngineException yaml) {
                throw refusal(source, lineOf(json) > lineOf(yaml) ? json : yaml);
            }
        }
    }

    /** A document in JSON. */
    static Node json(String source, String text) {
        return parse(source, JSON, withoutMark(text));
    }

    /** A document that was parsed already. */
    static Node of(String source, JsonNode tree) {
        try (JsonParser parser = tree.traverse(ObjectReadContext.empty())) {
            return whole(parser);
        } catch (JacksonException e) {
            throw refusal(source, e);
        }
    }

    private static Node parse(String source, TokenStreamFactory format, String text) {
        try {
            return node(format, text);
        } catch (JacksonException | YamlEngineException e) {
            throw refusal(source, e);
        }
    }

    private static Node node(TokenStreamFactory format, String text) {
        try (JsonParser parser = format.createParser(ObjectReadContext.empty(), new WholeCharacters(text))) {
            return whole(parser);
        }
    }

    private static Node whole(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw new StreamReadException(parser, "there is nothing in it");
        }
        Node root = node(parser, line(parser));
        if (parser.nextToken() != null) {
            throw new StreamReadException(
                    parser, "there is more after the end of the document; there must be one only");
        }
        return root;
    }

    private static Node node(JsonParser parser, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new StreamReadException(
                    parser,
                    "the alias *" + parser.getString() + " is not supported; the value must be written out",
                    parser.currentTokenLocation());
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(parser, line);
            case START_ARRAY -> items(parser, line);
            case VALUE_NULL -> new Node.Scalar("null", Node.Kind.NOTHING, line);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getString(), Node.Kind.TRUTH, line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(parser.getString(), Node.Kind.NUMBER, line);
            case VALUE_STRING -> new Node.Scalar(whole(parser, parser.getString()), Node.Kind.TEXT, line);
            default -> throw new StreamReadException(parser, "a value of kind " + token + " is not supported");
        };
    }

    private static Node mapping(JsonParser parser, int line) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Set<String> duplicates = new LinkedHashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int lineOfName = line(parser);
            parser.nextToken();
            if (fields.put(name, node(parser, lineOfName)) != null) {
                duplicates.add(name);
            }
        }
        return new Node.Mapping(Collections.unmodifiableMap(fields), duplicates, line);
    }

    private static Node items(JsonParser parser, int line) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, line(parser)));
        }
        return new Node.Items(List.copyOf(items), line);
    }

    /** A text of whole characters: half of one cannot be written down. */
    private static String whole(JsonParser parser, String text) {
        if (!Characters.areWhole(text)) {
            throw new StreamReadException(
                    parser,
                    "the text has half of a character that takes two, which cannot be kept",
                    parser.currentTokenLocation());
        }
        return text;
    }

    private static int line(JsonParser parser) {
        return Math.max(0, parser.currentTokenLocation().getLineNr());
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static int lineOf(RuntimeException error) {
        return error instanceof JacksonException jackson && jackson.getLocation() != null
                ? jackson.getLocation().getLineNr()
                : 0;
    }

    private static InvalidInputException refusal(String source, RuntimeException error) {
        String where = "";
        String what = String.valueOf(error.getMessage());
        if (error instanceof JacksonException jackson) {
            TokenStreamLocation at = jackson.getLocation();
            where = at == null || at.getLineNr() < 1
                    ? ""
                    : "Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            what = jackson.getOriginalMessage();
        }
        if (error.getCause() instanceof MarkedYamlEngineException marked) {
            what = marked.getProblem();
            where = marked.getProblemMark()
                    .map(mark -> "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse(where);
        }
        String line = what.lines().findFirst().orElse("it cannot be read");
        return syntaxError(source, where + line + (line.endsWith(".") ? "" : "."));
    }

    private static InvalidInputException syntaxError(String source, String message) {
        return new InvalidInputException(source, List.of(new Problem("", message)));
    }
}
