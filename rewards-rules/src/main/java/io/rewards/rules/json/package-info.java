/**
 * Reads the cases that lie beside rule files. Depends on {@code io.rewards.json} and, with it, knows Jackson. Inside: hosts
 * must not rely on it.
 */
@NullMarked
package io.rewards.rules.json;

import org.jspecify.annotations.NullMarked;
