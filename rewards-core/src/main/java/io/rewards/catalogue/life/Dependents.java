package io.rewards.catalogue.life;

import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programme;
import java.util.List;
import java.util.stream.Stream;

/** Finds what in a programme refers to a thing, so that it cannot be deleted. */
final class Dependents {

    private Dependents() {}

    /** What refers to {@code wanted}, in the order of the programme; it itself does not count. */
    static List<Subject> of(Subject wanted, Programme programme) {
        return Part.all().stream()
                .flatMap(part -> of(wanted, part, programme))
                .filter(user -> !user.equals(wanted))
                .toList();
    }

    private static <T> Stream<Subject> of(Subject wanted, Part<T> part, Programme programme) {
        return part.of(programme).stream()
                .filter(item -> part.usesOf(item).stream()
                        .anyMatch(use ->
                                use.part().kind() == wanted.kind() && use.code().equals(wanted.code())))
                .map(item -> new Subject(part.kind(), part.codeOf(item)));
    }
}
