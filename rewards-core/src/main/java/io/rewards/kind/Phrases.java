package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SpendWish;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Phrases that several kinds of events need to be put into words. */
final class Phrases {

    private static final int LINES_SHOWN = 6;

    private Phrases() {}

    static String wish(SpendWish wish, Words words) {
        if (wish.points().isPresent()) {
            return atMost(wish.points(), words) + ", turned into money";
        }
        return atMost(wish.amount(), words)
                + wish.hold().map(hold -> " that " + hold + " has reserved").orElse(" of the wallet");
    }

    static String atMost(Optional<Amount> amount, Words words) {
        return amount.map(words::amount).map(text -> "up to " + text).orElse("as much as possible");
    }

    static String goods(List<ReturnedLine> lines, Words words) {
        String shown = lines.stream()
                .limit(LINES_SHOWN)
                .map(line -> line.amount().map(words::amount).orElseGet(() -> words.number(line.quantity(), "piece"))
                        + " of line " + line.line() + " of purchase "
                        + line.purchase())
                .collect(Collectors.joining(", "));
        return shown + (lines.size() > LINES_SHOWN ? " and " + words.number(lines.size() - LINES_SHOWN) + " more" : "");
    }

    static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason;
    }
}
