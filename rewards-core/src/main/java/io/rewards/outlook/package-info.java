/**
 * What a participant has reached, and what comes next. Depends on {@code notification} and below.
 */
@NullMarked
package io.rewards.outlook;

import org.jspecify.annotations.NullMarked;
