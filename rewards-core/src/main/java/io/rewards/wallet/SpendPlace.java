package io.rewards.wallet;

import io.rewards.catalogue.AgreementField;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.CodesInWords;
import io.rewards.catalogue.MerchantTerms;
import io.rewards.catalogue.SpendConditions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where and when money is to be spent: what of a lot's conditions has nothing to do with the goods. Immutable.
 * Source: domain 3.7, 5.3.
 *
 * @param catalogue that knows the units
 * @param unit code of the unit of the request
 * @param at when it is spent
 */
public record SpendPlace(Catalogue catalogue, String unit, Instant at) {

    /** Why {@code lot} cannot be spent here and now on request, in words; empty where it can. */
    public Optional<String> refuses(Lot lot) {
        return switch (lot.account()) {
            case PENDING -> Optional.of("It waits for a confirmation.");
            case VOUCHERS -> Optional.of("It is spent by its voucher.");
            default -> unmet(lot);
        };
    }

    /** What of the validity and the conditions of {@code lot} is not met, in words; empty where all is. */
    public Optional<String> unmet(Lot lot) {
        if (at.isBefore(lot.validFrom())) {
            return Optional.of("It can be spent from " + lot.validFrom() + " on.");
        }
        if (lot.isExpiredAt(at)) {
            return Optional.of(
                    "It expired on " + lot.lastDay(catalogue.settings().zone()).orElseThrow() + ".");
        }
        Optional<String> unmet = unmet(lot.conditions());
        return unmet.isPresent() ? unmet : ofAnotherScheme(lot);
    }

    /** What of {@code conditions} is not met here and now, the goods aside, in words; empty where all is. */
    public Optional<String> unmet(SpendConditions conditions) {
        if (conditions.times().isAlways()) {
            return elsewhere(conditions);
        }
        LocalDateTime clock = at.atZone(catalogue.zoneOf(unit)).toLocalDateTime();
        if (!conditions.times().containsDay(clock.getDayOfWeek())) {
            return Optional.of(
                    "It can be spent on " + conditions.times().days() + ", not on " + clock.getDayOfWeek() + ".");
        }
        if (!conditions.times().contains(clock)) {
            return Optional.of(
                    "It can be spent in the hours " + conditions.times() + ", not at " + clock.toLocalTime() + ".");
        }
        return elsewhere(conditions);
    }

    /** Why {@code lot} cannot be spent at this unit, in words; empty where it can. */
    public Optional<String> elsewhere(Lot lot) {
        Optional<String> elsewhere = elsewhere(lot.conditions());
        return elsewhere.isPresent() ? elsewhere : ofAnotherScheme(lot);
    }

    /** Merchants that take part in some schemes have money of no others. Source: domain 7.2. */
    private Optional<String> ofAnotherScheme(Lot lot) {
        String scheme = lot.provenance().scheme();
        Optional<MerchantTerms> merchant = catalogue.merchant(unit);
        if (merchant.isEmpty() || scheme.isEmpty() || merchant.get().allows(AgreementField.SCHEMES, scheme)) {
            return Optional.empty();
        }
        return Optional.of("It is money of scheme (" + scheme + "); the merchant of unit (" + unit + ") takes part in "
                + merchant.get().value(AgreementField.SCHEMES) + " (NOT_A_SCHEME_OF_THE_MERCHANT).");
    }

    private Optional<String> elsewhere(SpendConditions conditions) {
        return catalogue.unitListed(unit, conditions.units(), conditions.groups())
                ? Optional.empty()
                : Optional.of("It can be spent at "
                        + new CodesInWords(" and ")
                                .add("units", conditions.units())
                                .add("groups", conditions.groups())
                        + ", not at " + unit + ".");
    }
}
