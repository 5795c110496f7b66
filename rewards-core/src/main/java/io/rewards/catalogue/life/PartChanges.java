package io.rewards.catalogue.life;

import io.rewards.catalogue.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes of one part of the catalogue: what it holds is known by its code, which never changes. Immutable. Source: domain
 * 3.9.
 *
 * @param <T> what the part holds
 */
public final class PartChanges<T> {

    private final Part<T> part;
    private final CatalogueHistory history;
    private final Author author;

    PartChanges(Part<T> part, CatalogueHistory history, Author author) {
        this.part = part;
        this.history = history;
        this.author = author;
    }

    /** Adds {@code item} at the end of the list. Refused when its code, or its name where names are unique, is taken. */
    public Change add(T item) {
        String code = part.codeOf(item);
        if (find(code).isPresent()) {
            return refused(code, "The code (" + code + ") already belongs to another " + word() + ".");
        }
        return nameTaken(item).orElseGet(() -> {
            List<T> longer = new ArrayList<>(items());
            longer.add(item);
            return change(entry(Action.CREATED, code, List.of()), longer);
        });
    }

    /** Puts {@code changed} in the place of the one of its code. Refused when there is none, and when nothing differs. */
    public Change edit(T changed) {
        return known(part.codeOf(changed), before -> replace(changed, Action.EDITED));
    }

    /** Takes the one of this code away. Refused while anything in the catalogue refers to it. */
    public Change delete(String code) {
        return known(code, item -> {
            List<Subject> users = Dependents.of(new Subject(part.kind(), code), history.current());
            return users.isEmpty()
                    ? change(entry(Action.DELETED, code, List.of()), without(code))
                    : refused(
                            code,
                            "The " + word() + " (" + code + ") is used by " + firstOf(users)
                                    + "; it cannot be deleted while it is.");
        });
    }

    Optional<T> find(String code) {
        return items().stream().filter(item -> part.codeOf(item).equals(code)).findFirst();
    }

    /** What {@code then} makes of the one of this code, or the refusal of an unknown code. */
    Change known(String code, Function<T, Change> then) {
        return find(code)
                .map(then)
                .orElseGet(() -> refused(code, "There is no " + word() + " (" + code + "). A code never changes."));
    }

    Change replace(T changed, Action action) {
        return replace(changed, action, "", Optional.empty());
    }

    Change replace(T changed, Action action, String reason, Optional<String> tell) {
        String code = part.codeOf(changed);
        List<String> details = FieldDifferences.between(find(code).orElseThrow(), changed);
        if (details.isEmpty()) {
            return refused(code, "The " + word() + " (" + code + ") is already like that.");
        }
        return nameTaken(changed).orElseGet(() -> {
            List<T> others = new ArrayList<>(items());
            others.replaceAll(item -> part.codeOf(item).equals(code) ? changed : item);
            return change(
                    new PendingEntry(author, action, new Subject(part.kind(), code), details, reason, tell), others);
        });
    }

    Change refused(String code, String message) {
        return CatalogueHistory.refused(part.kind().path(code), message);
    }

    private Optional<Change> nameTaken(T item) {
        Optional<String> name = part.uniqueNameOf(item);
        return items().stream()
                .filter(other -> !part.codeOf(other).equals(part.codeOf(item)))
                .filter(other -> name.isPresent() && part.uniqueNameOf(other).equals(name))
                .findFirst()
                .map(other -> CatalogueHistory.refused(
                        part.kind().path(part.codeOf(item)) + ".name",
                        "The name (" + name.orElseThrow() + ") already belongs to " + word() + " (" + part.codeOf(other)
                                + ")."));
    }

    private Change change(PendingEntry entry, List<T> items) {
        return history.change(entry, history.current().toBuilder().with(part, items));
    }

    private PendingEntry entry(Action action, String code, List<String> details) {
        return new PendingEntry(author, action, new Subject(part.kind(), code), details);
    }

    private List<T> items() {
        return part.of(history.current());
    }

    private List<T> without(String code) {
        return items().stream().filter(item -> !part.codeOf(item).equals(code)).toList();
    }

    private String word() {
        return part.kind().word();
    }

    private static String firstOf(List<Subject> users) {
        int shown = 10;
        String first = String.join(
                ", ", users.stream().limit(shown).map(Subject::toString).toList());
        return users.size() <= shown ? first : first + " and " + (users.size() - shown) + " more";
    }
}
