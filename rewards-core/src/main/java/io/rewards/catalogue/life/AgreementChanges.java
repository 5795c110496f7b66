package io.rewards.catalogue.life;

import io.rewards.catalogue.Agreement;
import io.rewards.catalogue.AgreementState;
import io.rewards.catalogue.Part;
import io.rewards.catalogue.PartKind;
import io.rewards.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The life of agreements with merchants. Immutable. Source: domain 7.1. */
public final class AgreementChanges {

    private final PartChanges<Agreement> agreements;

    AgreementChanges(CatalogueHistory history, Author author) {
        agreements = new PartChanges<>(Part.AGREEMENTS, history, author);
    }

    /**
     * Creates an agreement, not effective whatever {@code draft} says. One about a unit stops awards and spending there until
     * it is made effective.
     */
    public Change create(Agreement draft) {
        return agreements.add(draft.with(AgreementState.NOT_EFFECTIVE));
    }

    /**
     * Puts {@code changed} in the place of the agreement of its code, effective or not: what it says holds from then on, and
     * what was awarded and paid before stays. State and whom it is about never change by editing.
     */
    public Change edit(Agreement changed) {
        return agreements.known(changed.code(), before -> {
            List<Problem> problems = Stream.of(
                            unchanged(before, "state", before.state(), changed.state()),
                            unchanged(before, "unit", before.unit(), changed.unit()),
                            unchanged(before, "group", before.group(), changed.group()))
                    .flatMap(List::stream)
                    .toList();
            return problems.isEmpty() ? agreements.edit(changed) : new Change.Refused(problems);
        });
    }

    private static List<Problem> unchanged(Agreement agreement, String field, Object before, Object after) {
        return Objects.equals(before, after)
                ? List.of()
                : List.of(new Problem(
                        PartKind.AGREEMENT.path(agreement.code()) + "." + field,
                        "The field (" + field + ") is not changed by editing an agreement."));
    }

    /** Lets what it says hold. */
    public Change activate(String code) {
        return agreements.known(
                code, agreement -> agreements.replace(agreement.with(AgreementState.EFFECTIVE), Action.ACTIVATED));
    }

    /** Stops it. What was awarded and paid under it stays, and is settled as it says. */
    public Change deactivate(String code) {
        return agreements.known(
                code,
                agreement -> agreements.replace(agreement.with(AgreementState.NOT_EFFECTIVE), Action.DEACTIVATED));
    }

    /** Deletes an agreement that is not effective. Refused while an offer names one of its contribution rules. */
    public Change delete(String code) {
        return agreements.known(
                code,
                agreement -> agreement.isEffective()
                        ? agreements.refused(
                                code, "The agreement (" + code + ") is EFFECTIVE; it must be NOT_EFFECTIVE.")
                        : agreements.delete(code));
    }
}
