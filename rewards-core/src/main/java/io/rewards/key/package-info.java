/**
 * Names made of parts, as one text that reads back to them. Depends on nothing but the JDK.
 */
@NullMarked
package io.rewards.key;

import org.jspecify.annotations.NullMarked;
