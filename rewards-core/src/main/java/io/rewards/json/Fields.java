package io.rewards.json;

import io.rewards.problem.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The fields of one object. Remembers which were asked for, so that the others can be noted as unknown. Not thread-safe. */
final class Fields {

    private final Value owner;
    private final Node.Mapping mapping;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Missing> missing = new ArrayList<>();
    private final int problemsBefore;
    private boolean restUnknown = true;

    /** A problem to be noted at {@code path} unless one of {@code names} was misspelt. */
    private record Missing(List<String> names, String path, String message) {}

    Fields(Value owner, Node.Mapping mapping) {
        this.owner = owner;
        this.mapping = mapping;
        problemsBefore = owner.problems();
    }

    /** The names of the fields that are there. */
    Set<String> names() {
        return mapping.fields().keySet();
    }

    /** True when this field is there. */
    boolean has(String name) {
        return names().contains(name);
    }

    /** True when this field is not there, but perhaps under a misspelt name. */
    boolean isMisspelt(String name) {
        return !has(name) && Nearest.to(name, names()).isPresent();
    }

    /** True when something in this object is wrong or unknown, once all its fields were asked for. */
    boolean isWrong() {
        return owner.problems() > problemsBefore || !asked.containsAll(names());
    }

    /** The value of this field, if it is there. */
    Optional<Value> value(String name) {
        asked.add(name);
        return Optional.ofNullable(mapping.fields().get(name)).map(node -> owner.field(name, node));
    }

    /** What this field says, if it is there and right. */
    <T> Optional<T> optional(String name, Reading<T> reading) {
        return value(name).flatMap(value -> value.read(reading));
    }

    /** What this field says, if it is right; notes its absence. */
    <T> Optional<T> required(String name, Reading<T> reading) {
        Optional<Value> value = value(name);
        if (value.isEmpty()) {
            missing.add(new Missing(List.of(name), name, "The field (" + name + ") is missing; it must be given."));
        }
        return value.flatMap(found -> found.read(reading));
    }

    /** The elements of this list; none where the field is not there or an element is wrong. */
    <T> List<T> list(String name, Reading<T> reading) {
        return optional(name, Scalars.all(reading)).orElse(List.of());
    }

    /** The texts in this list; none where the field is not there or an element is wrong. */
    Set<String> texts(String name) {
        return new TreeSet<>(list(name, Scalars::text));
    }

    /** Which of {@code names} is there; notes it when that is not exactly one. */
    Optional<String> exactlyOne(String... names) {
        asked.addAll(List.of(names));
        List<String> present =
                Stream.of(names).filter(mapping.fields()::containsKey).toList();
        String demand = "must name exactly one of " + String.join(", ", names) + ".";
        if (present.isEmpty()) {
            missing.add(new Missing(List.of(names), "", "The " + owner.label() + " " + demand));
        } else if (present.size() > 1) {
            owner.note("The " + owner.label() + " names " + String.join(" and ", present) + "; it " + demand);
        }
        return present.size() == 1 ? Optional.of(present.get(0)) : Optional.empty();
    }

    /** Notes {@code instead} where this field is there, which it must not be any more. */
    void gone(String name, String instead) {
        if (has(name)) {
            asked.add(name);
            owner.note(name, instead);
        }
    }

    /** Notes that the value of this field is not known, whether or not it is there. */
    void doubt(String name) {
        owner.doubt(name);
    }

    /** Leaves the fields that were not asked for alone, because it is not known which belong here. */
    void leaveRest() {
        restUnknown = false;
    }

    /** Notes what is missing, unknown or written twice. */
    void noteRest() {
        Set<String> absent = new LinkedHashSet<>(asked);
        absent.removeAll(names());
        List<String> meant = new ArrayList<>();
        for (String name : names()) {
            if (mapping.duplicates().contains(name)) {
                owner.note(name, "The field (" + name + ") is written twice; it must be written once.");
            }
            if (restUnknown && !asked.contains(name)) {
                Optional<String> near = Nearest.to(name, absent);
                near.ifPresent(meant::add);
                owner.note(
                        name,
                        "The field (" + name + ") is not known here."
                                + near.map(found -> " Maybe you meant " + found + ".")
                                        .orElseGet(this::fieldsHere));
            }
        }
        meant.forEach(owner::doubt);
        for (Missing gap : missing) {
            if (gap.names().stream().anyMatch(meant::contains)) {
                continue;
            }
            if (gap.path().isEmpty()) {
                owner.note(gap.message());
            } else {
                owner.note(gap.path(), gap.message());
            }
        }
    }

    private String fieldsHere() {
        return asked.isEmpty() ? " It has no fields here." : " The fields here are " + String.join(", ", asked) + ".";
    }
}
