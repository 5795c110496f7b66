package io.rewards.event;

/**
 * A voucher is taken back. Immutable. Source: domain 10.
 *
 * @param header of the event
 * @param voucher id of its lot
 * @param reason why
 * @param user who decided it
 */
public record VoucherCancelled(EventHeader header, String voucher, String reason, String user)
        implements CustomerEvent {
    @Override
    public VoucherCancelled withHeader(EventHeader changed) {
        return new VoucherCancelled(changed, voucher, reason, user);
    }
}
