package io.rewards.purse;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.ValuedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of goods, laid together piece by piece. Not thread-safe. Source: domain 2.4 C3. */
final class NaiveSets {

    /** One piece: of which line, and for how many cents. */
    private record Piece(NaiveSale.Line line, long cents) {}

    private final List<Piece> laid = new ArrayList<>();
    private final List<NaiveSale.Line> sold;
    private long number;

    private NaiveSets(List<NaiveSale.Line> sold) {
        this.sold = sold;
    }

    /** The sets among lines that count. No two parts of a market name the same type. */
    static NaiveSets of(Offer offer, List<NaiveSale.Line> sold) {
        ProductSet set = offer.terms().sets().orElseThrow();
        NaiveSets sets = new NaiveSets(sold);
        List<List<Piece>> tables = set.parts().stream()
                .map(part -> sold.stream()
                        .filter(line -> NaiveGrant.matches(part.products(), line))
                        .flatMap(line -> pieces(offer, line).stream())
                        .sorted(order(set.valuedBy()))
                        .toList())
                .toList();
        boolean more = true;
        while (more) {
            long next = sets.number + 1;
            for (int i = 0; i < tables.size(); i++) {
                more &= tables.get(i).size() >= next * set.parts().get(i).quantity();
            }
            sets.number += more ? 1 : 0;
        }
        for (int i = 0; i < tables.size(); i++) {
            int wanted = Math.toIntExact(sets.number * set.parts().get(i).quantity());
            sets.laid.addAll(tables.get(i).subList(0, wanted));
        }
        return sets;
    }

    private static Comparator<Piece> order(ValuedBy valuedBy) {
        return (one, other) -> valuedBy == ValuedBy.CHEAPEST
                ? Long.compare(one.cents(), other.cents())
                : Long.compare(other.cents(), one.cents());
    }

    private static List<Piece> pieces(Offer offer, NaiveSale.Line line) {
        List<Piece> pieces = new ArrayList<>();
        for (long open = line.kept, cents = NaiveGrant.rewarded(offer, line); open > 0; open--) {
            long one = cents / open;
            pieces.add(new Piece(line, one));
            cents -= one;
        }
        return pieces;
    }

    long number() {
        return number;
    }

    long value() {
        return laid.stream().mapToLong(Piece::cents).sum();
    }

    /** The lines of which something is in a set, each with that and no more. */
    List<NaiveSale.Line> lines() {
        List<NaiveSale.Line> lines = new ArrayList<>();
        for (NaiveSale.Line line : sold) {
            NaiveSale.Line some = line.copy();
            some.kept = laid.stream().filter(piece -> piece.line() == line).count();
            some.value = laid.stream()
                    .filter(piece -> piece.line() == line)
                    .mapToLong(Piece::cents)
                    .sum();
            some.vat = 0;
            if (some.kept > 0) {
                lines.add(some);
            }
        }
        return lines;
    }
}
