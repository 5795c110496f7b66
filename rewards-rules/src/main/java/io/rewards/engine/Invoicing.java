package io.rewards.engine;

import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDelivery;
import io.rewards.settlement.SettlementFailure;
import io.rewards.settlement.SettlementListener;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.MerchantBooks;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the host of the settlements that a store keeps for it, oldest first, each at least once. One is noted as told only
 * after the listener returned, so nothing is lost wherever the process stops. For one thread. Source: domain 7.4.
 */
final class Invoicing implements Claims.Queue<Settlement> {

    private final MerchantBooks books;
    private final SettlementListener listener;
    private final List<SettlementFailure> failures = new ArrayList<>();
    private long told;

    private Invoicing(MerchantBooks books, SettlementListener listener) {
        this.books = books;
        this.listener = listener;
    }

    static SettlementDelivery deliver(Workplace workplace, SettlementListener listener) {
        Invoicing invoicing = new Invoicing(workplace.store().merchants(), listener);
        Claims.each(invoicing, workplace.clock(), invoicing::isTold);
        return new SettlementDelivery(invoicing.told, invoicing.failures);
    }

    @Override
    public List<Kept<Settlement>> claim(long after, int most, Lease lease) {
        return books.claim(after, most, lease);
    }

    @Override
    public void letGo(Settlement settlement, Lease lease) {
        books.letGo(settlement, lease);
    }

    private boolean isTold(Settlement settlement) {
        try {
            listener.post(settlement);
        } catch (RuntimeException e) {
            failures.add(new SettlementFailure(settlement.name(), String.valueOf(e.getMessage())));
            return false;
        }
        books.told(settlement);
        told++;
        return true;
    }
}
