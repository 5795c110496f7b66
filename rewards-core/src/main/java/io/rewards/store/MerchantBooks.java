package io.rewards.store;

import io.rewards.event.EventKey;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journals of merchants, and what is still to be settled with them: a part of {@link RewardsStore}. Implementations are
 * thread-safe.
 *
 * <p>An entry of a participant's journal that touches an account of a merchant is open, from the commit that writes it until a
 * settlement takes it. Whether it is open is kept for each entry by itself: commits of different participants become visible
 * in any order, so no number that they share could say up to where a merchant is settled. Entries are marked by the
 * settlement that takes them, and what is marked is nothing that a commit writes, so tills and settlements never wait for
 * each other.
 */
public interface MerchantBooks {

    /** The codes of the merchants of whom a transaction touches an account. */
    static Set<String> merchants(Transaction transaction) {
        Party from = transaction.from().party();
        Party to = transaction.to().party();
        if (from.kind() != Party.Kind.MERCHANT) {
            return to.kind() == Party.Kind.MERCHANT ? Set.of(to.id()) : Set.of();
        }
        return to.kind() == Party.Kind.MERCHANT && !to.equals(from) ? Set.of(from.id(), to.id()) : Set.of(from.id());
    }

    /** At most {@code most} codes of merchants that have open entries, above {@code after}, in their natural order. */
    List<String> withOpenEntries(String after, int most);

    /** At most {@code most} open entries of a merchant after a place, in order of participants and of their journals. */
    List<OwnedEntry> open(String merchant, JournalPlace after, int most);

    /** The open entries of all merchants that are about a purchase, in order of participants and of their journals. */
    List<OwnedEntry> openOf(EventKey purchase);

    /** At most {@code most} codes of merchants that were ever settled, above {@code after}, in their natural order. */
    List<String> settled(String after, int most);

    /** At most {@code most} entries of the journal of a merchant with numbers above {@code after}, in order. */
    List<MerchantEntry> journal(String merchant, long after, int most);

    /** The entries of the journal of a merchant that are about money of these lots, in order. */
    List<MerchantEntry> journalOf(String merchant, Collection<String> lots);

    /** The settlement of this id of a merchant, if there is one. */
    Optional<Settlement> settlement(String merchant, String id);

    /** The latest settlement of a merchant, if there was one: that of the highest number. */
    Optional<Settlement> latest(String merchant);

    /** At most {@code most} settlements of a merchant with numbers above {@code after}, in order. */
    List<Settlement> settlements(String merchant, long after, int most);

    /**
     * Keeps a settlement with its entries, to be told to the host, or nothing. What it takes is open no longer.
     *
     * @param entries those of the settlement, which go on where the journal of the merchant ends
     * @return false, with nothing written, when there is a settlement of this id, its number is not the next one of the
     *     merchant, or one of its entries is no longer open
     */
    boolean settle(Settlement settlement, List<MerchantEntry> entries);

    /** At most {@code most} settlements that the host was not told of, whoever has claimed them, with numbers above {@code after}, in order. */
    List<Kept<Settlement>> untold(long after, int most);

    /**
     * Those of {@link #untold} that no other worker has, at the instant at which {@code lease} begins. They are this worker's
     * until it ends, or until they are told or let go; a worker that dies lets go when its leases end.
     */
    List<Kept<Settlement>> claim(long after, int most, Lease lease);

    /** Lets go of a settlement that was claimed by this lease; it does nothing where another one has it by now. */
    void letGo(Settlement settlement, Lease lease);

    /** Notes that the host was told of a settlement, whoever has it; it is not handed out again. */
    void told(Settlement settlement);
}
