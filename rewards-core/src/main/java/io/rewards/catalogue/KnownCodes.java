package io.rewards.catalogue;

import io.rewards.problem.Nearest;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The codes of a programme; notes those that are used twice and references to those it lacks. Not thread-safe. */
final class KnownCodes {

    private static final int MOST_SHOWN = 10;

    private final Map<Part<?>, Set<String>> codes = new HashMap<>();
    private final Unread unread;
    private final Problems problems;

    KnownCodes(Programme programme, Unread unread, Problems problems) {
        this.unread = unread;
        this.problems = problems;
        for (Part<?> part : Part.all()) {
            codes.put(part, unique(part, programme));
        }
    }

    /** True when {@code part} has one of this code. */
    boolean has(Part<?> part, String code) {
        return of(part).contains(code);
    }

    /** True when {@code part} has one of this code, or may have it where not all of it could be read. */
    boolean mayHave(Part<?> part, String code) {
        return has(part, code) || unread.mayHave(part, code);
    }

    /** Notes names of {@code part} that belong to another of its elements already, and references to nothing. */
    <T> void check(Part<T> part, Programme programme) {
        Map<String, String> named = new HashMap<>();
        for (T item : part.of(programme)) {
            String code = part.codeOf(item);
            String path = part.kind().path(code);
            part.uniqueNameOf(item).ifPresent(name -> {
                String first = named.putIfAbsent(name, code);
                problems.unless(
                        first == null,
                        path + ".name",
                        "The name (" + name + ") already belongs to "
                                + part.kind().word() + " (" + first + ").");
            });
            references(path, part.usesOf(item));
        }
    }

    /** Notes references to nothing. */
    void references(String path, List<Use> uses) {
        uses.forEach(use -> reference(path, use));
    }

    /** Notes a reference to nothing; those to attributes are checked together with their types. */
    private void reference(String path, Use use) {
        if (use.part() != Part.ATTRIBUTES && !mayHave(use.part(), use.code())) {
            problems.add(
                    path + "." + use.field(),
                    "The " + use.part().kind().word() + " (" + use.code() + ") is not in the programme; it has "
                            + shortened(of(use.part())) + "."
                            + Nearest.to(use.code(), of(use.part()))
                                    .map(near -> " Maybe you meant " + near + ".")
                                    .orElse(" Add it to " + use.part().kind().list() + "."));
        }
    }

    /** Notes blank codes and those that are used twice; messages are checked on their own. */
    private <T> Set<String> unique(Part<T> part, Programme programme) {
        Set<String> unique = new TreeSet<>();
        for (T item : part.of(programme)) {
            String code = part.codeOf(item);
            boolean first = unique.add(code);
            if (part != Part.MESSAGES) {
                problems.unless(!code.isBlank(), part.kind().list(), "A code must not be blank.");
                problems.unless(first, part.kind().path(code), "The code (" + code + ") is used twice.");
            }
        }
        return unique;
    }

    private Set<String> of(Part<?> part) {
        return codes.getOrDefault(part, Set.of());
    }

    private static String shortened(Set<String> known) {
        return known.size() <= MOST_SHOWN
                ? known.toString()
                : known.stream().limit(MOST_SHOWN).toList() + " and " + (known.size() - MOST_SHOWN) + " more";
    }
}
