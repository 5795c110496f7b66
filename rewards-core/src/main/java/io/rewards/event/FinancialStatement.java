package io.rewards.event;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures about a participant. Immutable. Source: domain 2.1.
 *
 * @param header of the event
 * @param classification code of the event classification
 * @param kpis values by the code of the measure
 */
public record FinancialStatement(EventHeader header, String classification, SortedMap<String, BigDecimal> kpis)
        implements CustomerEvent {

    /** Copies the values; trailing zeros do not count. */
    public FinancialStatement {
        SortedMap<String, BigDecimal> plain = new TreeMap<>();
        kpis.forEach((code, value) -> plain.put(code, value.stripTrailingZeros()));
        kpis = Collections.unmodifiableSortedMap(plain);
    }

    @Override
    public FinancialStatement withHeader(EventHeader changed) {
        return new FinancialStatement(changed, classification, kpis);
    }
}
