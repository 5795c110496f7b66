package io.rewards.settlement;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.ExchangeRate;
import io.rewards.catalogue.Programme;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is charged for points between the owner and merchants. Immutable. Source: domain 7.5.
 *
 * @param currency in which points are charged
 * @param formerly denominations that were the currency once; they are money, too
 * @param rates that say what points are worth
 */
public record PointsValue(Denomination currency, Set<Denomination> formerly, List<ExchangeRate> rates) {

    /** Copies the lists. */
    public PointsValue {
        formerly = Set.copyOf(formerly);
        rates = List.copyOf(rates);
    }

    /** As a programme and what accounts have been through say. */
    public static PointsValue of(Programme programme, Commitments kept) {
        Denomination currency = programme.settings().currency();
        Set<Denomination> money = new HashSet<>(Set.of(currency));
        List<Changeover> changeovers = kept.changeovers();
        for (int i = changeovers.size() - 1; i >= 0; i--) {
            if (money.contains(changeovers.get(i).to())) {
                money.add(changeovers.get(i).from());
            }
        }
        return new PointsValue(currency, money, programme.rates());
    }

    /** True for what is settled as it is. */
    public boolean isMoney(Denomination denomination) {
        return denomination.equals(currency) || formerly.contains(denomination);
    }

    /** What points are worth, halves up; nothing where no rate says. */
    public Amount of(Amount points) {
        long units = rate(points.denomination())
                .map(rate -> Allocation.part(
                        rate.to().units(), points.units(), rate.from().units()))
                .orElse(0L);
        return new Amount(currency, units);
    }

    private Optional<ExchangeRate> rate(Denomination points) {
        return rates.stream()
                .filter(rate -> rate.from().denomination().equals(points)
                        && rate.to().denomination().equals(currency))
                .findFirst();
    }
}
