/** Several workers on one database: they share what there is to do, and one goes on where another one died. */
@NullMarked
package io.rewards.workers;

import org.jspecify.annotations.NullMarked;
