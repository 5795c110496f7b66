/**
 * Reading and writing programmes, events and outcomes as YAML, JSON and JSON lines; the only package that knows Jackson.
 */
@NullMarked
package io.rewards.json;

import org.jspecify.annotations.NullMarked;
