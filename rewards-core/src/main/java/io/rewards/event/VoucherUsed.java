package io.rewards.event;

/**
 * A voucher is used on a purchase. Immutable. Source: domain 10.
 *
 * @param header of the event
 * @param codeHash hash of its code, as {@code Secret} makes it
 * @param purchase to pay for
 */
public record VoucherUsed(EventHeader header, String codeHash, EventKey purchase)
        implements CustomerEvent, WalletSpending {
    @Override
    public VoucherUsed withHeader(EventHeader changed) {
        return new VoucherUsed(changed, codeHash, purchase);
    }
}
