/**
 * The calendar of a programme: spans, hours, weekly times, periods and recurring days. Depends on nothing but the JDK.
 */
@NullMarked
package io.rewards.time;

import org.jspecify.annotations.NullMarked;
