/**
 * The contract of {@link io.rewards.store.RewardsStore} as tests: whoever writes a store runs them by one subclass of {@link
 * io.rewards.testkit.StoreContract}. Depends on {@code store} and below, JUnit and AssertJ.
 */
@NullMarked
package io.rewards.testkit;

import org.jspecify.annotations.NullMarked;
