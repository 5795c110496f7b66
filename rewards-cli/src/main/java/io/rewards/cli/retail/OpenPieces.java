package io.rewards.cli.retail;

import io.rewards.event.EventKey;
import io.rewards.event.ReturnedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the customers have bought and not brought back, to find the purchases that a cancellation is about, because the data
 * set does not name them. Pieces come back from the newest earlier purchase of the same customer, product and price that
 * has some left, then from the one before it. Not thread-safe.
 *
 * <p>Kept are, for each customer, product and price, only the lines with pieces left: of each the purchase, its date, the
 * id of the line and the number of pieces. So the memory grows with what known customers have bought, not with what they
 * brought back.
 */
final class OpenPieces {

    /** A product at a price; prices are equal whatever zeros they end in. */
    private record Article(String stockCode, BigDecimal unitPrice) {

        static Article of(RetailRow row) {
            return new Article(row.stockCode(), row.unitPrice().stripTrailingZeros());
        }
    }

    /** A purchase, shared by its lines. */
    private record Bought(EventKey purchase, Instant on) {}

    /** Pieces of one line that have not come back. */
    private record Piece(Bought bought, String line, long left) {}

    /** The pieces of one article, the newest last. */
    private final Map<String, Map<Article, List<Piece>>> open = new HashMap<>();

    /** Keeps what was bought: the pieces of each row, whose line has its place, from 1, as its id. */
    void buy(String customer, EventKey purchase, Instant on, List<RetailRow> rows) {
        Map<Article, List<Piece>> articles = open.computeIfAbsent(customer, unused -> new HashMap<>());
        Bought bought = new Bought(purchase, on);
        for (int i = 0; i < rows.size(); i++) {
            List<Piece> pieces = articles.computeIfAbsent(Article.of(rows.get(i)), unused -> new ArrayList<>(1));
            int place = pieces.size();
            while (place > 0 && pieces.get(place - 1).bought().on().isAfter(on)) {
                place--;
            }
            pieces.add(
                    place,
                    new Piece(bought, Integer.toString(i + 1), rows.get(i).quantity()));
        }
    }

    /** Takes up to {@code wanted} pieces of what is in {@code row} out of purchases until {@code on}, the newest first. */
    List<ReturnedLine> takeBack(String customer, RetailRow row, long wanted, Instant on) {
        List<ReturnedLine> taken = new ArrayList<>();
        Map<Article, List<Piece>> articles = open.getOrDefault(customer, Map.of());
        List<Piece> pieces = articles.getOrDefault(Article.of(row), List.of());
        long missing = wanted;
        for (int i = pieces.size() - 1; i >= 0 && missing > 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.bought().on().isAfter(on)) {
                continue;
            }
            long part = Math.min(missing, piece.left());
            missing -= part;
            taken.add(new ReturnedLine(piece.bought().purchase(), piece.line(), part));
            if (part == piece.left()) {
                pieces.remove(i);
            } else {
                pieces.set(i, new Piece(piece.bought(), piece.line(), piece.left() - part));
            }
        }
        if (!taken.isEmpty() && pieces.isEmpty()) {
            articles.remove(Article.of(row));
        }
        return taken;
    }
}
