package io.rewards.store;

import io.rewards.event.EventKey;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.Settlement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The books of merchants in a preview, which settles nothing and tells nobody. */
record PreviewMerchants(MerchantBooks below) implements MerchantBooks {

    @Override
    public List<String> withOpenEntries(String after, int most) {
        return below.withOpenEntries(after, most);
    }

    @Override
    public List<OwnedEntry> open(String merchant, JournalPlace after, int most) {
        return below.open(merchant, after, most);
    }

    @Override
    public List<OwnedEntry> openOf(EventKey purchase) {
        return below.openOf(purchase);
    }

    @Override
    public List<String> settled(String after, int most) {
        return below.settled(after, most);
    }

    @Override
    public List<MerchantEntry> journal(String merchant, long after, int most) {
        return below.journal(merchant, after, most);
    }

    @Override
    public List<MerchantEntry> journalOf(String merchant, Collection<String> lots) {
        return below.journalOf(merchant, lots);
    }

    @Override
    public Optional<Settlement> settlement(String merchant, String id) {
        return below.settlement(merchant, id);
    }

    @Override
    public Optional<Settlement> latest(String merchant) {
        return below.latest(merchant);
    }

    @Override
    public List<Settlement> settlements(String merchant, long after, int most) {
        return below.settlements(merchant, after, most);
    }

    @Override
    public boolean settle(Settlement settlement, List<MerchantEntry> entries) {
        throw new IllegalStateException("A preview settles nothing. Ask for a preview of the settlement.");
    }

    @Override
    public List<Kept<Settlement>> untold(long after, int most) {
        return List.of();
    }

    @Override
    public List<Kept<Settlement>> claim(long after, int most, Lease lease) {
        return List.of();
    }

    @Override
    public void letGo(Settlement settlement, Lease lease) {
        // A preview hands out nothing.
    }

    @Override
    public void told(Settlement settlement) {
        throw new IllegalStateException("A preview tells nobody.");
    }
}
