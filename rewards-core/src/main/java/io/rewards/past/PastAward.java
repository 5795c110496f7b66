package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.LotId;
import io.rewards.ledger.Transaction;
import io.rewards.wallet.Dependence;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.util.Comparator;

/**
 * An award and what of it stands: an own one, or one of a duplicate that the participant has replaced. Immutable.
 * Source: domain 12.1 Q30.
 *
 * @param offer code of the offer
 * @param offerType code of the type of the offer
 * @param scheme code of the scheme of the offer
 * @param subject what it was for, where the offer awards once for each
 * @param amount awarded and not taken back
 * @param on date of the event that earned it
 * @param lot id of the lot of its money
 * @param transaction id of the transaction that awarded it; empty where that is in the journal of a duplicate
 * @param place where that transaction is
 * @param dependence what other awards it was made because of, as far as that is known
 */
public record PastAward(
        String offer,
        String offerType,
        String scheme,
        AwardSubject subject,
        Amount amount,
        Instant on,
        String lot,
        String transaction,
        JournalPlace place,
        Dependence dependence) {

    /** Oldest first. */
    static final Comparator<PastAward> BY_DATE =
            Comparator.comparing(PastAward::on).thenComparing(PastAward::lot);

    /** As they were recorded, those of duplicates first, whose journals count by themselves: none depends on one that comes after it. */
    public static final Comparator<PastAward> AS_RECORDED = Comparator.comparing(PastAward::isOwn)
            .thenComparing(award -> award.place().number())
            .thenComparing(PastAward::lot);

    private static final Amount NOTHING = Amount.zero(new Denomination("NONE", 0));

    /** The award that {@code award} makes as the transaction of this number in its journal; all of it stands. */
    public static PastAward of(Transaction award, long number) {
        return new PastAward(
                award.offer(),
                award.offerType(),
                award.scheme(),
                award.subject(),
                award.amount(),
                award.on(),
                award.lot(),
                award.id(),
                new JournalPlace(award.participant(), number),
                Dependence.NONE);
    }

    /** Comes before all awards of {@code instant}, and is none. */
    static PastAward before(Instant instant) {
        return new PastAward(
                "", "", "", AwardSubject.NOTHING, NOTHING, instant, "", "", JournalPlace.BEFORE_ALL, Dependence.NONE);
    }

    /** True for an award in the participant's own journal. */
    public boolean isOwn() {
        return !transaction.isEmpty();
    }

    /** True while some of it stands. */
    public boolean stands() {
        return amount.isPositive();
    }

    /** True where this award is a share of {@code other} and perhaps of more; awards for the same event never are. */
    public boolean isShareOf(PastAward other) {
        return dependence instanceof Dependence.OnShare share
                && other.place.isUpTo(share.through())
                && !other.offer.equals(offer)
                && !other.on.isBefore(share.since())
                && !other.on.isAfter(on)
                && other.amount.denomination().equals(share.amount().denomination())
                && (share.types().isEmpty() || share.types().contains(other.offerType))
                && (share.schemes().isEmpty() || share.schemes().contains(other.scheme))
                && !LotId.parsed(other.lot).events().equals(LotId.parsed(lot).events());
    }

    /** This award, of which {@code left} stands. */
    public PastAward standing(Amount left) {
        return new PastAward(offer, offerType, scheme, subject, left, on, lot, transaction, place, dependence);
    }

    /** This award as its lot has it. */
    public PastAward as(Lot now) {
        return new PastAward(
                offer,
                offerType,
                scheme,
                subject,
                now.standing(),
                on,
                lot,
                transaction,
                place,
                now.provenance().dependence());
    }

    /** This award as the participant has it who replaces the one who was awarded. */
    public PastAward inherited() {
        return new PastAward(offer, offerType, scheme, subject, amount, on, lot, "", place, dependence);
    }
}
