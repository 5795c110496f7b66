package io.rewards.json;

import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads programmes in which units say themselves what their merchants have agreed to, as if they had agreements. Source: domain
 * 7.1.
 */
final class OldForm {

    private static final String UNITS = "units";
    private static final String AGREEMENTS = "agreements";
    private static final String CODE = "code";
    private static final String CONTRIBUTION = "contribution";
    private static final List<String> AGREED = List.of("automaticSpending", "reduction", CONTRIBUTION);

    private final Node.Mapping programme;
    private final Consumer<Problem> told;
    private final List<Node> agreements = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private OldForm(Node.Mapping programme, Consumer<Problem> told) {
        this.programme = programme;
        this.told = told;
    }

    /**
     * The programme in the form of today.
     *
     * @param told of everything that was in the old form, and how it is said today
     */
    static Node asOfToday(Node root, Consumer<Problem> told) {
        return root instanceof Node.Mapping programme
                        && programme.fields().get(UNITS) instanceof Node.Items units
                        && units.items().stream().anyMatch(OldForm::isOld)
                ? new OldForm(programme, told).asOfToday(units)
                : root;
    }

    private static boolean isOld(Node unit) {
        return unit instanceof Node.Mapping mapping
                && mapping.fields().get(CODE) instanceof Node.Scalar
                && AGREED.stream().anyMatch(mapping.fields()::containsKey);
    }

    private Node asOfToday(Node.Items units) {
        Node written = programme.fields().get(AGREEMENTS);
        if (written instanceof Node.Items items) {
            agreements.addAll(items.items());
            items.items().forEach(this::know);
        } else if (written != null) {
            return programme;
        }
        List<Node> changed = units.items().stream()
                .map(unit -> isOld(unit) ? unit((Node.Mapping) unit) : unit)
                .toList();
        Map<String, Node> fields = new LinkedHashMap<>(programme.fields());
        fields.put(UNITS, new Node.Items(changed, units.line()));
        fields.put(AGREEMENTS, new Node.Items(List.copyOf(agreements), units.line()));
        return new Node.Mapping(fields, programme.duplicates(), programme.line());
    }

    private void know(Node agreement) {
        if (agreement instanceof Node.Mapping mapping) {
            for (String field : List.of(CODE, "unit")) {
                if (mapping.fields().get(field) instanceof Node.Scalar scalar) {
                    known.add(scalar.text());
                }
            }
        }
    }

    /** A unit that has an agreement, too, is left as it is, and refused where it is read. */
    private Node unit(Node.Mapping unit) {
        if (!(unit.fields().get(CODE) instanceof Node.Scalar code) || !known.add(code.text())) {
            return unit;
        }
        Map<String, Node> rest = new LinkedHashMap<>(unit.fields());
        Map<String, Node> agreed = new LinkedHashMap<>();
        agreed.put(CODE, code);
        agreed.put("unit", code);
        for (String field : AGREED) {
            Node value = rest.remove(field);
            if (value != null) {
                agreed.put(field, value);
            }
        }
        agreed.computeIfAbsent(CONTRIBUTION, nothing -> new Node.Scalar("0", Node.Kind.NUMBER, unit.line()));
        agreements.add(new Node.Mapping(agreed, Set.of(), unit.line()));
        told.accept(new Problem(
                UNITS + "[" + code.text() + "]",
                "What its merchant agrees to stands in the unit, and belongs into the list agreements: "
                        + written(agreed) + "."));
        return new Node.Mapping(rest, unit.duplicates(), unit.line());
    }

    private static String written(Map<String, Node> agreement) {
        List<String> fields = new ArrayList<>();
        agreement.forEach((field, value) ->
                fields.add(field + ": " + (value instanceof Node.Scalar scalar ? scalar.text() : "...")));
        return "{" + String.join(", ", fields) + "}";
    }
}
