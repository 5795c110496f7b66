/**
 * The programme: schemes, offers and everything an offer says, checked as a whole and indexed. Depends on {@code organisation}, {@code time}, {@code amount}.
 */
@NullMarked
package io.rewards.catalogue;

import org.jspecify.annotations.NullMarked;
