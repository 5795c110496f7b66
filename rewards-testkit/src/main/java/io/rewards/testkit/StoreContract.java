package io.rewards.testkit;

/**
 * Everything that {@link io.rewards.store.RewardsStore} promises, as tests. Extend it, make a new and empty store in {@link
 * #store}, and run the subclass with JUnit Jupiter:
 *
 * <pre>{@code
 * class MyStoreTest extends StoreContract {
 *     @Override
 *     public RewardsStore store() {
 *         return new MyStore(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>What happens when writing fails is in {@link StoreFailureContract}, because it needs a store that can be made to fail.
 */
public abstract class StoreContract
        implements VersionContract,
                NameContract,
                BudgetContract,
                FollowUpContract,
                NotificationContract,
                LeaseContract,
                MerchantContract,
                JournalContract,
                LedgerContract,
                ListingContract,
                SearchContract,
                DueContract,
                VisitContract,
                WaitingContract,
                RunContract,
                CommitmentContract,
                PastContract,
                ReadingContract {}
