package io.rewards.wallet;

import static io.rewards.catalogue.Programmes.eur;

import io.rewards.amount.Amount;
import io.rewards.catalogue.ProductSelection;
import io.rewards.catalogue.ReturnPolicy;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.time.WeeklyTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lots, lines and sales for tests of wallets. */
public final class Lots {

    public static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    public static final EventKey SOLD = EventKey.of("SOLD");

    private Lots() {}

    /** Money of the offer A, on anything from the start to the end of the year. */
    public static Lot commerce(String id, String amount) {
        return lot(id, AccountKind.COMMERCE, amount, Optional.of(END));
    }

    /** Money that can be spent on anything at any time. */
    public static Lot open(String id, String amount) {
        return lot(id, AccountKind.OPEN, amount, Optional.empty());
    }

    public static Lot lot(String id, AccountKind account, String amount, Optional<Instant> validTo) {
        return Lot.of(id, account, eur(amount), new LotDates(START, START, validTo), awarded(eur(amount)));
    }

    /** Money for these products only. */
    public static Lot on(String id, String amount, String... products) {
        return Lot.of(
                        id,
                        AccountKind.COMMERCE,
                        eur(amount),
                        new LotDates(START, START, Optional.of(END)),
                        awarded(eur(amount)))
                .with(
                        new SpendConditions(
                                ProductSelection.ofProducts(products), WeeklyTimes.ALWAYS, Set.of(), Set.of()),
                        SpendMethod.SPEND_ON_REQUEST,
                        Optional.empty());
    }

    /** An award of the event E1 by the offer A. */
    public static Provenance awarded(Amount amount) {
        return new Provenance(
                EventKey.of("E1"),
                "A",
                "TYPE",
                "CLUB",
                "RULE-1",
                "pack",
                amount,
                List.of(),
                List.of(),
                ReturnPolicy.KEEP_THE_DEAL,
                false,
                List.of(),
                List.of(),
                Dependence.NONE,
                List.of());
    }

    /** A line of one or more pieces of the product of its own id. */
    public static SaleLine line(String id, long pieces, String total) {
        return new SaleLine(id, id, "", "", pieces, eur(total), eur("0.00"), eur(total));
    }

    public static Sale sale(SaleLine... lines) {
        return new Sale(SOLD, START, List.of(lines), List.of());
    }

    public static LineShare share(String line, long pieces, String amount) {
        return new LineShare(line, pieces, eur(amount));
    }
}
