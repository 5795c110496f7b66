/** Processes and servers that are killed, and everything else that goes wrong around a database. */
@NullMarked
package io.rewards.outage;

import org.jspecify.annotations.NullMarked;
