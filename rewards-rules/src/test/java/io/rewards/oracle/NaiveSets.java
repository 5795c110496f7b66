package io.rewards.oracle;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.ValuedBy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sets of a sale, put together one after the other from single pieces, as somebody at the till would. Source: domain 2.4 C3. */
final class NaiveSets {

    /** A piece of a line, and what it costs in smallest units. */
    record Piece(NaivePurchase.Line line, BigInteger costs) {}

    private final int scale;
    private final List<Piece> used = new ArrayList<>();
    private long number;

    private NaiveSets(int scale) {
        this.scale = scale;
    }

    static NaiveSets of(ProductSet set, Offer offer, NaivePurchase sale) {
        NaiveSets sets = new NaiveSets(
                sale.purchase().lines().get(0).total().denomination().scale());
        List<List<Piece>> heaps = new ArrayList<>();
        set.parts().forEach(part -> heaps.add(new ArrayList<>()));
        for (NaivePurchase.Line line : sale.lines(offer)) {
            heaps.get(partOf(set, line)).addAll(sets.pieces(line, sale.rewarded(offer, line)));
        }
        Comparator<Piece> cheap = Comparator.comparing(Piece::costs);
        heaps.forEach(heap -> heap.sort(set.valuedBy() == ValuedBy.CHEAPEST ? cheap : cheap.reversed()));
        while (sets.isThere(set, heaps)) {
            for (int i = 0; i < heaps.size(); i++) {
                for (long k = 0; k < set.parts().get(i).quantity(); k++) {
                    sets.used.add(heaps.get(i).remove(0));
                }
            }
            sets.number++;
        }
        return sets;
    }

    /** The first part that names what the line sells, or below 0. */
    static int partOf(ProductSet set, NaivePurchase.Line line) {
        for (int i = 0; i < set.parts().size(); i++) {
            if (NaivePurchase.selected(set.parts().get(i).products(), line)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isThere(ProductSet set, List<List<Piece>> heaps) {
        for (int i = 0; i < heaps.size(); i++) {
            if (heaps.get(i).size() < set.parts().get(i).quantity()) {
                return false;
            }
        }
        return true;
    }

    /** What a line costs, piece by piece: as even as whole units can be. */
    private List<Piece> pieces(NaivePurchase.Line line, BigDecimal counts) {
        BigInteger whole = counts.movePointRight(scale).toBigIntegerExact();
        List<Piece> pieces = new ArrayList<>();
        BigInteger paid = BigInteger.ZERO;
        for (long piece = 1; piece <= line.sent().quantity(); piece++) {
            BigInteger upTo = whole.multiply(BigInteger.valueOf(piece))
                    .divide(BigInteger.valueOf(line.sent().quantity()));
            pieces.add(new Piece(line, upTo.subtract(paid)));
            paid = upTo;
        }
        return pieces;
    }

    BigDecimal number() {
        return BigDecimal.valueOf(number);
    }

    BigDecimal value() {
        return used.stream().map(this::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the pieces of a line in sets cost; empty sum for a line of which none is in a set. */
    BigDecimal of(NaivePurchase.Line line) {
        return used.stream()
                .filter(piece -> piece.line().equals(line))
                .map(this::decimal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean has(NaivePurchase.Line line) {
        return used.stream().anyMatch(piece -> piece.line().equals(line));
    }

    private BigDecimal decimal(Piece piece) {
        return new BigDecimal(piece.costs(), scale);
    }
}
