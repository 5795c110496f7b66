package io.rewards.account;

import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one participant holds and held, to be checked against the journal. Immutable.
 *
 * @param participant id under which it is kept
 * @param account what is open
 * @param emptied lots without money, by id
 * @param sales on which money was spent, or of which goods came back, by purchase
 */
public record Holdings(String participant, Account account, List<Lot> emptied, List<Sale> sales) {

    /** Copies the lists. */
    public Holdings {
        emptied = List.copyOf(emptied);
        sales = List.copyOf(sales);
    }

    /** Those of {@code records}. */
    public static Holdings of(String participant, AccountRecords records) {
        return new Holdings(participant, records.account(), records.emptied(), records.sales());
    }

    /** All lots, with or without money. */
    public Stream<Lot> allLots() {
        return Stream.concat(account.lots().stream(), emptied.stream());
    }
}
