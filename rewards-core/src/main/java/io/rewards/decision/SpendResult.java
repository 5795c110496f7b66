package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.organisation.Reduction;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.SpendPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of the wallet was spent, reserved or freed, and why not more. Immutable. Source: domain 5.3, 5.4.
 *
 * @param how it came about
 * @param requested the most that was asked for
 * @param actual what it came to
 * @param reduction who takes it off the price
 * @param parts what of which money, in the order in which it went
 * @param unused money that was left alone, and why
 * @param why less came of it than was asked for; empty where all did
 */
public record SpendResult(
        How how,
        Amount requested,
        Amount actual,
        Reduction reduction,
        List<Part> parts,
        List<Unused> unused,
        String why) {

    /** How money is spent. */
    public enum How {
        ON_REQUEST,
        AUTOMATICALLY,
        BY_VOUCHER,
        FROM_HOLD,
        /** Reserved, and not spent yet. */
        HELD,
        /** Freed, and not spent yet. */
        REDEEMED
    }

    /**
     * Money of one lot.
     *
     * @param lot id of the lot
     * @param offer code of the offer that awarded it; empty where none did
     * @param amount of it
     * @param expires first instant at which it could no longer have been spent; empty for never
     * @param lines what of it is for which line
     */
    public record Part(String lot, String offer, Amount amount, Optional<Instant> expires, List<LineShare> lines) {

        /** Copies the lines. */
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Money that was left alone.
     *
     * @param lot id of the lot
     * @param offer code of the offer that awarded it; empty where none did
     * @param amount that the lot holds
     * @param why in words
     */
    public record Unused(String lot, String offer, Amount amount, String why) {}

    /** Copies the lists. */
    public SpendResult {
        parts = List.copyOf(parts);
        unused = List.copyOf(unused);
    }

    /** What came of {@code plan}. */
    public static SpendResult of(How how, SpendPlan plan, Reduction reduction, String why) {
        return new SpendResult(
                how,
                plan.requested(),
                plan.amount(),
                reduction,
                plan.parts().stream()
                        .map(part -> new Part(
                                part.lot().id(),
                                part.lot().provenance().offer(),
                                part.amount(),
                                part.lot().validTo(),
                                part.lines()))
                        .toList(),
                plan.unused().stream()
                        .map(unused -> unused(unused.lot(), unused.why()))
                        .toList(),
                why);
    }

    /** Nothing, for a reason. */
    public static SpendResult nothing(How how, Amount requested, Reduction reduction, String why) {
        Amount zero = Amount.zero(requested.denomination());
        return new SpendResult(how, requested, zero, reduction, List.of(), List.of(), why);
    }

    private static Unused unused(Lot lot, String why) {
        return new Unused(lot.id(), lot.provenance().offer(), lot.remaining(), why);
    }
}
