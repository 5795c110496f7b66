package io.rewards.catalogue.life;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says what is different between two values of the same kind, field by field. */
final class FieldDifferences {

    private static final String DESCENDED = "io.rewards.catalogue";
    private static final int MOST_ENTRIES = 10;
    private static final int LONGEST = 200;

    private FieldDifferences() {}

    /** Lines such as {@code marketing.image: (none) -> a.png}; empty when both are equal. */
    static List<String> between(Object before, Object after) {
        List<String> lines = new ArrayList<>();
        collect("", before, after, lines);
        return lines;
    }

    /** Names of the fields of a record in which both differ. */
    static List<String> fields(Record before, Record after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(field -> !value(field, before).equals(value(field, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static void collect(String path, Object before, Object after, List<String> lines) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof Optional<?> was
                && after instanceof Optional<?> is
                && was.isPresent()
                && is.isPresent()
                && !(was.get() instanceof Collection<?>)) {
            collect(path, was.get(), is.get(), lines);
        } else if (before instanceof Record && before.getClass() == after.getClass() && descends(path, before)) {
            for (RecordComponent field : before.getClass().getRecordComponents()) {
                String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
                collect(name, value(field, before), value(field, after), lines);
            }
        } else {
            lines.add(path + ": " + shown(path, before) + " -> " + shown(path, after));
        }
    }

    /** The outermost record is always taken apart; inside it amounts, spans and the like are said whole. */
    private static boolean descends(String path, Object value) {
        return path.isEmpty() || value.getClass().getPackageName().equals(DESCENDED);
    }

    private static Object value(RecordComponent field, Object owner) {
        try {
            return Objects.requireNonNull(field.getAccessor().invoke(owner));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The field (" + field + ") cannot be read.", e);
        }
    }

    /** Sign-up codes are as good as keys, so only their number is said. */
    private static String shown(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty()
                    ? "(none)"
                    : optional.get() instanceof Collection<?> said && said.isEmpty()
                            ? "[]"
                            : shown(path, optional.get());
        }
        if (value instanceof Collection<?> many) {
            boolean counted = many.size() > MOST_ENTRIES || path.endsWith("signUp.codes");
            return many.isEmpty() ? "(none)" : counted ? many.size() + " entries" : shortened(many.toString());
        }
        String text = value.toString();
        return text.isEmpty() ? "(none)" : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
