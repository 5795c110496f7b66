package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.ValuedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The complete sets of a purchase, and the pieces that make them up: of each part the cheapest or the dearest, those of equal
 * price in order of their lines. What a line costs is spread over its pieces in whole smallest units, so that what does not
 * divide makes some of them one unit dearer. Immutable. Source: domain 2.4 C3.
 *
 * @param set that is asked for
 * @param number of complete sets
 * @param pieces that make them up
 * @param found pieces of each part, in the order of the parts
 */
public record SetsBought(ProductSet set, long number, AwardedFor pieces, List<Long> found) {

    /** Pieces of one line that cost the same. */
    private record Alike(SoldLine line, long each, long number) {}

    /** What is taken of one line. */
    private record Taken(long pieces, long units) {

        private static Taken of(Alike alike, long number) {
            return new Taken(number, number * alike.each());
        }

        private Taken and(Taken other) {
            return new Taken(pieces + other.pieces, units + other.units);
        }
    }

    /** The sets among the lines that count for an offer. */
    static SetsBought of(ProductSet set, Qualifying qualifying, AwardBase base) {
        List<List<Alike>> parts = new ArrayList<>();
        set.parts().forEach(part -> parts.add(new ArrayList<>()));
        for (SoldLine line : qualifying.lines()) {
            line.partOf(set).ifPresent(part -> split(line, line.counts(base).units(), parts.get(part)));
        }
        List<Long> found = new ArrayList<>();
        long number = Long.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            long pieces = parts.get(i).stream().mapToLong(Alike::number).sum();
            found.add(pieces);
            number = Math.min(number, pieces / set.parts().get(i).quantity());
        }
        Map<String, Taken> taken = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            take(parts.get(i), number * set.parts().get(i).quantity(), set.valuedBy(), taken);
        }
        return new SetsBought(set, number, counted(qualifying, taken), found);
    }

    /** Copies the list. */
    public SetsBought {
        found = List.copyOf(found);
    }

    private static void split(SoldLine line, long counts, List<Alike> alike) {
        long pieces = line.line().quantity();
        if (pieces == 0) {
            return;
        }
        long each = counts / pieces;
        long dearer = counts % pieces;
        alike.add(new Alike(line, each, pieces - dearer));
        if (dearer > 0) {
            alike.add(new Alike(line, each + 1, dearer));
        }
    }

    private static void take(List<Alike> pieces, long wanted, ValuedBy valuedBy, Map<String, Taken> taken) {
        Comparator<Alike> byPrice = Comparator.comparingLong(Alike::each);
        pieces.sort(valuedBy == ValuedBy.CHEAPEST ? byPrice : byPrice.reversed());
        long open = wanted;
        for (Alike alike : pieces) {
            long some = Math.min(open, alike.number());
            if (some > 0) {
                taken.merge(alike.line().line().id(), Taken.of(alike, some), Taken::and);
                open -= some;
            }
        }
    }

    private static AwardedFor counted(Qualifying qualifying, Map<String, Taken> taken) {
        Denomination currency = qualifying.base().denomination();
        List<AwardedFor.Line> lines = new ArrayList<>();
        long sum = 0;
        for (SoldLine line : qualifying.lines()) {
            Taken some = taken.get(line.line().id());
            if (some != null) {
                lines.add(new AwardedFor.Line(line, some.pieces(), new Amount(currency, some.units())));
                sum += some.units();
            }
        }
        return new AwardedFor(lines, new Amount(currency, sum));
    }

    /** How many of the pieces of one set there are. */
    long piecesFound() {
        long sum = 0;
        for (int i = 0; i < found.size(); i++) {
            sum += Math.min(found.get(i), set.parts().get(i).quantity());
        }
        return sum;
    }

    /** What one set lacks, in words; empty where it lacks nothing. */
    String missing() {
        StringJoiner words = new StringJoiner(" and ");
        for (int i = 0; i < found.size(); i++) {
            SetPart part = set.parts().get(i);
            if (found.get(i) < part.quantity()) {
                words.add(part.of(part.quantity() - found.get(i)));
            }
        }
        return words.toString();
    }
}
