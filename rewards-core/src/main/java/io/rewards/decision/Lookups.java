package io.rewards.decision;

import io.rewards.account.UniqueName;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import java.util.Optional;

/** What deciding an event asks about others than its participant; never what is in their accounts. */
public interface Lookups {

    /** True when the participant of this id takes part. */
    boolean isEffective(String participant);

    /** Id of the one who takes part in the place of this participant, who was replaced once or more; empty for others. */
    Optional<String> successor(String participant);

    /** Id of the participant who holds {@code name}, if one does. */
    Optional<String> holder(UniqueName name);

    /** The event of this key as it was first recorded, if it was. */
    Optional<CustomerEvent> event(EventKey key);

    /** What of this budget all participants have used together, if it has a limit and anything was used. */
    Optional<Usage> usage(BudgetName budget);

    /** True when the host's validator accepts a reference code for a scheme. */
    boolean acceptsReference(String scheme, String code);
}
