package io.rewards.resolve;

import io.rewards.wallet.Lot;
import java.util.Comparator;
import java.util.function.UnaryOperator;

/**
 * What a host decides about wallets besides the programme. Immutable.
 *
 * @param order which money goes first
 * @param voucherHash makes the hash of the code of a voucher of its id
 */
public record WalletRules(Comparator<Lot> order, UnaryOperator<String> voucherHash) {}
