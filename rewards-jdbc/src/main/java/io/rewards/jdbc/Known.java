package io.rewards.jdbc;

import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.past.PastAward;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known already of what is over in one account. Not thread-safe. */
final class Known {

    final Map<String, Optional<Transaction>> transactions = new HashMap<>();
    final Map<String, Optional<Lot>> lots = new HashMap<>();
    final Map<EventKey, List<Lot>> lotsOf = new HashMap<>();
    final Map<String, Optional<Lot>> vouchers = new HashMap<>();
    final Map<EventKey, Optional<Sale>> sales = new HashMap<>();
    final Map<EventKey, Boolean> cancelled = new HashMap<>();
    final Map<String, Optional<PastAward>> awards = new HashMap<>();
}
