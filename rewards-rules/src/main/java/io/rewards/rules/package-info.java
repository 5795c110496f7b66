/**
 * Rule packs, what a rule may say, and what is wrong with a rule file. Depends on rewards-core; knows no Drools.
 */
@NullMarked
package io.rewards.rules;

import org.jspecify.annotations.NullMarked;
