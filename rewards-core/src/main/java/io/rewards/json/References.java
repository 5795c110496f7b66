package io.rewards.json;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which list of a programme the reference at a path looks into. */
final class References {

    private static final List<Reference> ALL = List.of(
            new Reference(".*\\.(scheme|schemes)", "schemes"),
            new Reference(".*\\.(family|families)", "families"),
            new Reference(".*\\.(category|categories)|categories.*\\.parent", "categories"),
            new Reference(".*\\.(group|groups)|groups.*\\.parent", "groups"),
            new Reference(".*\\.units", "units"),
            new Reference(".*\\.kpi", "kpis"),
            new Reference(".*\\.terms\\.(achievements|statements)", "eventClassifications"),
            new Reference("offers.*\\.template", "templates"),
            new Reference(".*\\.(segmentsIncluded|segmentsExcluded)", "segments"),
            new Reference(".*\\.tiers", "tiers"),
            new Reference("segments.*\\.offers", "offers"),
            new Reference(".*\\.products\\.products", "products"),
            new Reference("products.*\\.type|.*\\.products\\.types", "productTypes"),
            new Reference(
                    "(offers|templates).*\\.type|segments.*\\.types|runs.*\\.types(Included|Excluded)|.*\\.percentageOfAwarded\\.types|.*\\.award\\.types",
                    "offerTypes"));

    /** Paths of this shape hold codes of this list. */
    private record Reference(Pattern path, String list) {
        Reference(String path, String list) {
            this(Pattern.compile(path, Pattern.DOTALL), list);
        }
    }

    private References() {}

    /** True when {@code path} refers to an element of one of these lists. */
    static boolean areInto(Set<String> lists, String path) {
        return ALL.stream()
                .anyMatch(reference -> lists.contains(reference.list)
                        && reference.path.matcher(path).matches());
    }
}
