package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.LotId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Money that came into a wallet at once, with its own validity and spend conditions, which later changes of the offer
 * leave alone. Immutable. Source: domain 3.6, 3.7, 5.1.
 *
 * @param id unique
 * @param account that holds it: {@code COMMERCE}, {@code OPEN}, {@code PENDING} or {@code VOUCHERS}
 * @param awarded what came in
 * @param remaining what is left of it
 * @param expired what was not spent in time and was taken out
 * @param reversed what was taken back from this award, whether or not its money was still there
 * @param recovered what of {@code reversed} was not taken out of this lot: it came from other money, or is a debt or loss
 * @param awardedOn date of the event that earned it
 * @param validFrom first instant at which it can be spent
 * @param validTo first instant at which it no longer can; empty for never
 * @param conditions what it can be spent on
 * @param spendMethod how it is spent
 * @param voucher by which it is spent, where it is
 * @param provenance where it comes from
 */
public record Lot(
        String id,
        AccountKind account,
        Amount awarded,
        Amount remaining,
        Amount expired,
        Amount reversed,
        Amount recovered,
        Instant awardedOn,
        Instant validFrom,
        Optional<Instant> validTo,
        SpendConditions conditions,
        SpendMethod spendMethod,
        Optional<Voucher> voucher,
        Provenance provenance) {

    /** Refuses a remainder, or anything else, below 0 or above what came in. */
    public Lot {
        if (remaining.isNegative()
                || expired.isNegative()
                || recovered.isNegative()
                || recovered.compareTo(reversed) > 0
                || reversed.compareTo(awarded) > 0
                || awarded.minus(remaining)
                        .minus(expired)
                        .minus(reversed)
                        .plus(recovered)
                        .isNegative()) {
            throw new IllegalArgumentException("The remainder (" + remaining + "), expired (" + expired
                    + ") and taken back (" + reversed + ", of it elsewhere " + recovered + ") of lot (" + id
                    + ") must lie between 0 and what was awarded (" + awarded + ").");
        }
    }

    /** Money that is all there, to be spent on anything, on request. */
    public static Lot of(String id, AccountKind account, Amount amount, LotDates dates, Provenance provenance) {
        Amount zero = Amount.zero(amount.denomination());
        return new Lot(
                id,
                account,
                amount,
                amount,
                zero,
                zero,
                zero,
                dates.awardedOn(),
                dates.validFrom(),
                dates.validTo(),
                SpendConditions.NONE,
                SpendMethod.SPEND_ON_REQUEST,
                Optional.empty(),
                provenance);
    }

    /** True when it can be spent at {@code instant}, its other conditions aside. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(validFrom) && !isExpiredAt(instant);
    }

    /** True when it can no longer be spent at {@code instant}. */
    public boolean isExpiredAt(Instant instant) {
        return validTo.isPresent() && !instant.isBefore(validTo.get());
    }

    /** The last day on which it can be spent; empty for money that never expires. */
    public Optional<LocalDate> lastDay(ZoneId zone) {
        return validTo.map(end -> end.minusNanos(1).atZone(zone).toLocalDate());
    }

    /**
     * True when it can be paid out at {@code instant}: open money, and money without conditions that is redeemed without
     * being asked. What is left of a discount cannot. Source: domain 5.2, 5.8, 12.2.
     */
    public boolean isPayable(Instant instant) {
        boolean redeemed = account == AccountKind.COMMERCE
                && spendMethod == SpendMethod.SPEND_AUTOMATICALLY
                && conditions.equals(SpendConditions.NONE);
        return isValidAt(instant) && (account == AccountKind.OPEN || redeemed);
    }

    /** What was spent, paid out, moved on or is reserved. */
    public Amount used() {
        return awarded.minus(remaining).minus(expired).minus(reversed).plus(recovered);
    }

    /** What still stands of the award. */
    public Amount standing() {
        return awarded.minus(reversed);
    }

    /** True for money that an offer awarded here, not for what was freed of it or came from another participant. */
    public boolean isAward() {
        return !provenance.offer().isEmpty() && id.equals(LotId.textOfAward(provenance.event(), provenance.offer()));
    }

    /** Id of the lot of what is freed of this one. */
    public String redeemedId() {
        return LotId.parsed(id).open().text();
    }

    /** Id of the lot that this one was freed of; its own id otherwise. */
    public String origin() {
        return originOf(id);
    }

    /** Id of the lot that the lot of this id was freed of; the same id otherwise. */
    public static String originOf(String lot) {
        return LotId.parse(lot).map(named -> named.origin().text()).orElse(lot);
    }

    /** Where the voucher stands; for a lot with one. */
    public Voucher.State voucherState() {
        if (remaining.isPositive()) {
            return Voucher.State.ISSUED;
        }
        if (used().isPositive()) {
            return Voucher.State.USED;
        }
        return expired.isPositive() ? Voucher.State.EXPIRED : Voucher.State.CANCELLED;
    }

    /** This lot after {@code amount} of it was spent. */
    public Lot spent(Amount amount) {
        return with(awarded, remaining.minus(amount), expired, reversed, recovered);
    }

    /** This lot after {@code amount} that was spent came back. */
    public Lot givenBack(Amount amount) {
        return with(awarded, remaining.plus(amount), expired, reversed, recovered);
    }

    /** This lot with more money. */
    public Lot filled(Amount amount) {
        return with(awarded.plus(amount), remaining.plus(amount), expired, reversed, recovered);
    }

    /** This lot after the money went back to where it had come from, as if it had not come in. */
    public Lot emptied(Amount amount) {
        return with(awarded.minus(amount), remaining.minus(amount), expired, reversed, recovered);
    }

    /** This lot after {@code amount} was not spent in time. */
    public Lot expired(Amount amount) {
        return with(awarded, remaining.minus(amount), expired.plus(amount), reversed, recovered);
    }

    /** This lot as if {@code amount} had not expired. */
    public Lot neverExpired(Amount amount) {
        return with(awarded, remaining.plus(amount), expired.minus(amount), reversed, recovered);
    }

    /** This lot after {@code amount} of the award was taken back out of it. */
    public Lot reversedHere(Amount amount) {
        return with(awarded, remaining.minus(amount), expired, reversed.plus(amount), recovered);
    }

    /** This lot after {@code amount} of the award was taken back out of what had expired. */
    public Lot reversedOfExpired(Amount amount) {
        return with(awarded, remaining, expired.minus(amount), reversed.plus(amount), recovered);
    }

    /** This lot after {@code amount} of the award was taken back elsewhere. */
    public Lot reversedElsewhere(Amount amount) {
        return with(awarded, remaining, expired, reversed.plus(amount), recovered.plus(amount));
    }

    /** This lot, confirmed: spendable from {@code instant} on, or later where it says so. */
    public Lot confirmed(Instant instant) {
        return new Lot(
                id,
                AccountKind.COMMERCE,
                awarded,
                remaining,
                expired,
                reversed,
                recovered,
                awardedOn,
                instant.isAfter(validFrom) ? instant : validFrom,
                validTo,
                conditions,
                spendMethod,
                voucher,
                provenance);
    }

    /** This lot with another provenance. */
    public Lot with(Provenance changed) {
        return new Lot(
                id,
                account,
                awarded,
                remaining,
                expired,
                reversed,
                recovered,
                awardedOn,
                validFrom,
                validTo,
                conditions,
                spendMethod,
                voucher,
                changed);
    }

    /** This lot, spent in another way. */
    public Lot with(SpendMethod method, Optional<Voucher> shown) {
        return with(conditions, method, shown);
    }

    /** This lot, spent on other things and in another way. */
    public Lot with(SpendConditions changed, SpendMethod method, Optional<Voucher> shown) {
        if (changed.equals(conditions) && method == spendMethod && shown.equals(voucher)) {
            return this;
        }
        return new Lot(
                id,
                account,
                awarded,
                remaining,
                expired,
                reversed,
                recovered,
                awardedOn,
                validFrom,
                validTo,
                changed,
                method,
                shown,
                provenance);
    }

    /** What is reserved of this lot, as if it were a lot. */
    public Lot holding(Amount amount) {
        return piece(id, amount);
    }

    /** A lot of {@code amount} with the validity and conditions of this one. */
    public Lot piece(String newId, Amount amount) {
        return of(newId, account, amount, new LotDates(awardedOn, validFrom, validTo), provenance)
                .with(conditions, spendMethod, voucher);
    }

    private Lot with(Amount in, Amount left, Amount late, Amount back, Amount elsewhere) {
        return new Lot(
                id,
                account,
                in,
                left,
                late,
                back,
                elsewhere,
                awardedOn,
                validFrom,
                validTo,
                conditions,
                spendMethod,
                voucher,
                provenance);
    }
}
