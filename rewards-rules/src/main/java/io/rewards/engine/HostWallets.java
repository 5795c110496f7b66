package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendMethod;
import io.rewards.problem.Problem;
import io.rewards.resolve.WalletRules;
import io.rewards.wallet.Lot;
import io.rewards.wallet.LotOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a host brings along for wallets. Immutable.
 *
 * @param order of its own in which money goes
 * @param voucherKey to make codes of vouchers
 */
record HostWallets(Optional<Comparator<Lot>> order, Optional<VoucherKey> voucherKey) {

    /** Nothing: money goes as the programme says, and there are no vouchers. */
    static final HostWallets NONE = new HostWallets(Optional.empty(), Optional.empty());

    /** What a programme needs and the host has not brought. */
    List<Problem> problems(Catalogue catalogue) {
        return voucherKey.isPresent()
                ? List.of()
                : catalogue.programme().offers().stream()
                        .filter(offer -> offer.spendMethod() == SpendMethod.SPEND_INSTANTLY_THROUGH_VOUCHER)
                        .map(HostWallets::noKey)
                        .toList();
    }

    private static Problem noKey(Offer offer) {
        return new Problem(
                "offers[" + offer.code() + "].spendMethod",
                "The offer (" + offer.code()
                        + ") issues vouchers, and the engine has no key to make their codes. Build it"
                        + " with a voucher key.");
    }

    WalletRules rules(Settings settings) {
        return new WalletRules(
                order.map(LotOrder::total)
                        .orElseGet(() -> LotOrder.of(settings.spending().order())),
                lot -> voucherKey.orElseThrow().hash(lot));
    }
}
