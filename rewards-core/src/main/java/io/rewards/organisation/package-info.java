/**
 * Who sells what: units, groups, products, types, families, and segments of participants. Depends on {@code attribute}.
 */
@NullMarked
package io.rewards.organisation;

import org.jspecify.annotations.NullMarked;
