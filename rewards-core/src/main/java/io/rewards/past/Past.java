package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is over in one account: everything that is not in the account itself because nothing of it is open any more. These
 * are all the questions that a decision asks about it. Each costs a look into an index and what it answers, whatever the age
 * of the account; only {@link #awardsOf} and {@link #inheritance} go through what they name, and no event of a till asks
 * them.
 *
 * <p>The answers are those as of the version of the account that it was loaded with. Once the account has been written
 * again, every question may throw {@link AccountChangedException}, and whoever asked loads again.
 */
public interface Past {

    /** Of an account in which nothing was ever over. */
    Past NONE = new MemoryPast(); // a default method here could make threads wait for each other as they load the types

    /** The transaction of this id. */
    Optional<Transaction> transaction(String id);

    /** What of {@code transaction} was taken back. */
    Amount reversedOf(Transaction transaction);

    /** What of {@code transaction} still stands. */
    Amount standing(Transaction transaction);

    /** The lot of this id, if it holds no money any more. */
    Optional<Lot> lot(String id);

    /** The lots without money that {@code event} earned, counted for, or made of points, in order of their ids. */
    List<Lot> lotsOf(EventKey event);

    /** The lot of the voucher with a code of this hash, if it holds no money any more. */
    Optional<Lot> voucher(String codeHash);

    /** The purchase of this key as it stands, where money was spent on it or goods came back. */
    Optional<Sale> sale(EventKey purchase);

    /** The transactions after {@code instant} that took out what was not spent in time, as far as they stand, oldest first. */
    List<Transaction> expirations(Instant instant);

    /** True for an event that never happened after all. */
    boolean isCancelled(EventKey event);

    /**
     * What no award of an offer has used up and can count only for events that are told late, in order.
     *
     * @param from first instant of what is asked for
     * @param through last instant of it
     * @param most of them, the first ones
     */
    List<Counted> counted(String offer, Instant from, Instant through, int most);

    /** Codes of the offers for which {@code event} counts among those. */
    Set<String> countedFor(EventKey event);

    /** The award whose money is the lot of this id, whether or not it still holds any. */
    Optional<PastAward> award(String lot);

    /** What stands of awards, in figures. */
    AwardFigures awards(AwardQuestion question);

    /** The awards of an offer of which something stands, oldest first; for people who look, not for deciding. */
    List<PastAward> awardsOf(String offer);

    /** The awards of an offer of which something stands that were made from an instant until another, oldest first. */
    List<PastAward> awardsOf(String offer, Instant from, Instant until);

    /**
     * The sum of what stands of the own awards that {@code past} considers.
     *
     * @param offer code of the one that asks, whose awards are left out
     * @param from first instant of what is considered
     * @param through last instant of it
     * @param except lots of awards that are left out
     */
    Amount awarded(Award.PercentageOfAwarded past, String offer, Instant from, Instant through, Set<String> except);

    /**
     * The first own award that stands since an instant.
     *
     * @param offers codes of those whose awards are left out
     * @param except lots of awards that are left out
     */
    Optional<PastAward> firstAward(Instant since, Set<String> offers, Set<String> except);

    /** What counts for tiers of purchases that are dated from an instant through another, in any order. */
    List<TierUnits> tierUnits(Instant from, Instant through);

    /** How many transactions the journal has. */
    long entries();

    /** The awards that stand and are a share of {@code award} and perhaps of more, oldest first. */
    List<PastAward> sharesOf(PastAward award);

    /** The awards that stand and had waited until another was made, oldest first. */
    List<PastAward> waited();

    /**
     * True when an award stands that was not made because of others, be it one of a duplicate.
     *
     * @param except lots of awards that are left out
     */
    boolean standsByItself(Set<String> except);

    /** How many awards or spends stand, by the offer that awarded the money. */
    Map<Awarder, Long> standing(TransactionKind kind);

    /** Everything that goes over to the participant who stays in the place of this one; asked once in a life. */
    Inheritance inheritance();
}
