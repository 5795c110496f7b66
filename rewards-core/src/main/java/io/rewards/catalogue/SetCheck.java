package io.rewards.catalogue;

import io.rewards.attribute.Attributes;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductType;
import io.rewards.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what belongs to two parts of a set, which no piece of it can count for. Source: domain 2.4 C3. */
final class SetCheck {

    private final Programme programme;
    private final Problems problems;
    private final Map<String, String> typeOf = new HashMap<>();
    private final Map<String, String> familyOf = new HashMap<>();

    SetCheck(Programme programme, Problems problems) {
        this.programme = programme;
        this.problems = problems;
        programme.products().forEach(product -> typeOf.putIfAbsent(product.code(), product.type()));
        programme.productTypes().forEach(type -> familyOf.putIfAbsent(type.code(), type.family()));
    }

    void check(String path, ProductSet set) {
        List<SetPart> parts = set.parts();
        for (int later = 1; later < parts.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                String apart = path + "[" + (later + 1) + "].products";
                int first = earlier + 1;
                inBoth(parts.get(earlier).products(), parts.get(later).products())
                        .ifPresent(what -> problems.add(
                                apart,
                                "The " + what + " belongs to part " + first + " of the set, too. A piece counts for one"
                                        + " part only, so name it in one of them, or except it from the other."));
            }
        }
    }

    /** Something that both choose, in words: a product, or what is not listed of a type or a family. */
    private Optional<String> inBoth(ProductSelection one, ProductSelection other) {
        Stream<String> products = codes(one, other, ProductList::products, programme.products(), Product::code)
                .filter(code -> inBoth(one, other, code, typeOf.getOrDefault(code, "")))
                .map(code -> "product (" + code + ")");
        Stream<String> types = codes(one, other, ProductList::types, programme.productTypes(), ProductType::code)
                .filter(code -> inBoth(one, other, "", code))
                .map(code -> "type (" + code + ")");
        Stream<String> families = one.families().stream()
                .filter(code -> inBoth(one, other, "", "", code))
                .map(code -> "family (" + code + ")");
        return Stream.of(products, types, families).flatMap(found -> found).findFirst();
    }

    private boolean inBoth(ProductSelection one, ProductSelection other, String product, String type) {
        return inBoth(one, other, product, type, familyOf.getOrDefault(type, ""));
    }

    /** Whatever attributes a line has that are excepted: most lines have others. */
    private static boolean inBoth(
            ProductSelection one, ProductSelection other, String product, String type, String family) {
        return one.includes(product, type, family, Attributes.NONE)
                && other.includes(product, type, family, Attributes.NONE);
    }

    /** What either names and what the programme lists, in order. */
    private static <T> Stream<String> codes(
            ProductSelection one,
            ProductSelection other,
            Function<ProductList, Set<String>> named,
            List<T> listed,
            Function<T, String> code) {
        TreeSet<String> codes = new TreeSet<>(named.apply(one.named()));
        codes.addAll(named.apply(other.named()));
        listed.forEach(each -> codes.add(code.apply(each)));
        return codes.stream();
    }
}
