package io.rewards.catalogue.life;

import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.problem.Problems;
import java.util.Set;

/** The life of schemes. Immutable. Source: domain 4.1, 12.1 Q28. */
public final class SchemeChanges {

    /** What may change while a scheme is effective: the rest decides what its offers award. */
    static final Set<String> ALWAYS_EDITABLE = Set.of("description", "signUp", "marketing");

    /** What has an action of its own. */
    static final Set<String> NEVER_EDITABLE = Set.of("state", "ownership");

    private final CatalogueHistory history;
    private final Author author;
    private final PartChanges<Scheme> schemes;

    SchemeChanges(CatalogueHistory history, Author author) {
        this.history = history;
        this.author = author;
        schemes = new PartChanges<>(Part.SCHEMES, history, author);
    }

    /**
     * Creates a scheme, not effective whatever {@code draft} says, for the author's group unless it names one. Refused when
     * its code belonged to a scheme that was effective once, since participants may still be in that.
     */
    public Change create(Scheme draft) {
        boolean remembered = history.versions().stream()
                .flatMap(version -> version.schemes().stream())
                .anyMatch(scheme -> scheme.code().equals(draft.code()) && scheme.state() == SchemeState.EFFECTIVE);
        return remembered && schemes.find(draft.code()).isEmpty()
                ? schemes.refused(
                        draft.code(),
                        "The code (" + draft.code() + ") belonged to a scheme that was effective. Take another one.")
                : schemes.add(
                        draft.with(SchemeState.NOT_EFFECTIVE).with(OfferChanges.owned(draft.ownership(), author)));
    }

    /**
     * Puts {@code changed} in the place of the scheme of its code. While that is effective, only description, sign-up and
     * marketing may change; state and ownership have actions of their own.
     */
    public Change edit(Scheme changed) {
        return schemes.known(changed.code(), before -> {
            Problems problems = new Problems();
            for (String field : FieldDifferences.fields(before, changed)) {
                String path = PartKind.SCHEME.path(before.code()) + "." + field;
                problems.unless(
                        !NEVER_EDITABLE.contains(field),
                        path,
                        "The field (" + field + ") is not changed by editing a scheme.");
                problems.unless(
                        before.state() == SchemeState.NOT_EFFECTIVE
                                || ALWAYS_EDITABLE.contains(field)
                                || NEVER_EDITABLE.contains(field),
                        path,
                        "The field (" + field + ") cannot change while the scheme is EFFECTIVE."
                                + " Make it not effective first.");
            }
            return problems.found().isEmpty() ? schemes.edit(changed) : new Change.Refused(problems.found());
        });
    }

    /** Gives the scheme to another group, or shows it to others, in any state. */
    public Change assign(String code, Ownership ownership) {
        return schemes.known(code, scheme -> schemes.replace(scheme.with(ownership), Action.ASSIGNED));
    }

    /** Lets its effective offers award. */
    public Change activate(String code) {
        return schemes.known(code, scheme -> schemes.replace(scheme.with(SchemeState.EFFECTIVE), Action.ACTIVATED));
    }

    /** Stops all its offers. Participants stay in it, and what was awarded stays theirs. */
    public Change deactivate(String code) {
        return schemes.known(
                code, scheme -> schemes.replace(scheme.with(SchemeState.NOT_EFFECTIVE), Action.DEACTIVATED));
    }

    /** Deletes a scheme that is not effective. Refused while anything in the catalogue refers to it. */
    public Change delete(String code) {
        return schemes.known(
                code,
                scheme -> scheme.state() == SchemeState.EFFECTIVE
                        ? schemes.refused(code, "The scheme (" + code + ") is EFFECTIVE; it must be NOT_EFFECTIVE.")
                        : schemes.delete(code));
    }
}
