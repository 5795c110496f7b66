/**
 * What participants are told; delivery is the host's. Depends on {@code decision} and below.
 */
@NullMarked
package io.rewards.notification;

import org.jspecify.annotations.NullMarked;
