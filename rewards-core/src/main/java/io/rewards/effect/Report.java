package io.rewards.effect;

import io.rewards.amount.Amount;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.wallet.Lot;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome says of an effect besides its transactions. Immutable.
 *
 * @param spend what of the wallet was spent, reserved or freed, besides instant discounts
 * @param exchanged points that were turned into money
 * @param returned what came back
 * @param bill what is left to pay of a purchase
 * @param lots that are new and still hold money
 * @param progress in the accumulating offers that counted the purchase
 */
public record Report(
        Optional<SpendResult> spend,
        Optional<ExchangeResult> exchanged,
        Optional<ReturnResult> returned,
        Optional<Bill> bill,
        List<Lot> lots,
        List<OfferProgress> progress) {

    /** Nothing to say. */
    public static final Report NOTHING =
            new Report(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /**
     * What a purchase costs. Immutable.
     *
     * @param total of its lines
     * @param payable what is left of it to pay
     * @param backEnd what of the discounts the customer pays at first and gets refunded
     * @param discounts by its own awards
     */
    public record Bill(Amount total, Amount payable, Amount backEnd, List<InstantSpend> discounts) {

        /** Copies the discounts. */
        public Bill {
            discounts = List.copyOf(discounts);
        }
    }

    /** Copies the lists. */
    public Report {
        lots = List.copyOf(lots);
        progress = List.copyOf(progress);
    }

    /** Of money that was spent, reserved or freed. */
    public static Report of(SpendResult spend) {
        return new Report(
                Optional.of(spend), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** Of points that became the money of {@code made}. */
    public static Report of(ExchangeResult exchanged, List<Lot> made) {
        return new Report(
                Optional.empty(), Optional.of(exchanged), Optional.empty(), Optional.empty(), made, List.of());
    }

    /** Of what came back. */
    public static Report of(ReturnResult returned) {
        return new Report(
                Optional.empty(), Optional.empty(), Optional.of(returned), Optional.empty(), List.of(), List.of());
    }

    /** This report and then {@code next}, which knows better where both say something. */
    Report then(Report next) {
        if (equals(NOTHING)) {
            return next;
        }
        return next.equals(NOTHING)
                ? this
                : new Report(
                        next.spend.or(() -> spend),
                        next.exchanged.or(() -> exchanged),
                        next.returned.or(() -> returned),
                        next.bill.or(() -> bill),
                        next.lots,
                        next.progress);
    }
}
