package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.SetPart;
import io.rewards.catalogue.ValuedBy;
import io.rewards.event.PurchaseLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The meals of a purchase: what to drink and what to eat, as often as both are there. Source: domain 2.4 C3.
 *
 * @param number of meals
 * @param lines of which something is in a meal, each with that and no more
 */
record Meals(long number, List<PurchaseLine> lines) {

    /** A piece of a line, and what it costs in cents. */
    private record Piece(PurchaseLine line, long cents) {}

    static boolean has(ProductSet set, PurchaseLine line) {
        return set.parts().stream().anyMatch(part -> isOf(part, line));
    }

    /** On the island only coffee is a drink. */
    private static boolean isOf(SetPart part, PurchaseLine line) {
        return part.products().products().contains(line.product())
                || (part.products().types().contains("DRINK") && line.product().equals("COFFEE"));
    }

    static Meals of(ProductSet set, List<PurchaseLine> bought) {
        List<List<Piece>> plates = new ArrayList<>();
        long meals = Long.MAX_VALUE;
        for (SetPart part : set.parts()) {
            List<Piece> plate = new ArrayList<>();
            bought.stream()
                    .filter(line -> isOf(part, line))
                    .sorted(Comparator.comparing(PurchaseLine::id))
                    .forEach(line -> plate.addAll(pieces(line)));
            plate.sort(
                    Comparator.comparing(piece -> set.valuedBy() == ValuedBy.DEAREST ? -piece.cents() : piece.cents()));
            plates.add(plate);
            meals = Math.min(meals, plate.size() / part.quantity());
        }
        Map<String, PurchaseLine> lines = new TreeMap<>();
        for (int i = 0; i < plates.size(); i++) {
            for (Piece piece :
                    plates.get(i).subList(0, (int) (meals * set.parts().get(i).quantity()))) {
                PurchaseLine line = piece.line();
                Amount cents = new Amount(line.total().denomination(), piece.cents());
                lines.merge(
                        line.id(),
                        line.with(1, cents, line.vat()),
                        (some, one) ->
                                some.with(some.quantity() + 1, some.total().plus(cents), line.vat()));
            }
        }
        return new Meals(meals, List.copyOf(lines.values()));
    }

    /** The pieces of a line, the whole cents that are over on the last of them. */
    private static List<Piece> pieces(PurchaseLine line) {
        List<Piece> pieces = new ArrayList<>();
        long cents = line.total().units();
        for (long piece = 1; piece <= line.quantity(); piece++) {
            boolean dearer = piece > line.quantity() - cents % line.quantity();
            pieces.add(new Piece(line, cents / line.quantity() + (dearer ? 1 : 0)));
        }
        return pieces;
    }
}
