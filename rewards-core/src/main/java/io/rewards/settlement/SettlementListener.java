package io.rewards.settlement;

/**
 * Books settlements in the accounts of the host, such as invoices and credit notes. Each is told at least once, always under
 * the same {@link Settlement#name}, so book each name once. Source: domain 7.4.
 */
@FunctionalInterface
public interface SettlementListener {

    /** Books a settlement that was posted. Whoever throws is told of it again by the next call. */
    void post(Settlement settlement);
}
