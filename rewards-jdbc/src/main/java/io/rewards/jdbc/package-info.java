/**
 * The durable store, on PostgreSQL or SQLite. {@link io.rewards.jdbc.JdbcStore} is the way in; nothing else is needed by
 * hosts.
 */
@NullMarked
package io.rewards.jdbc;

import org.jspecify.annotations.NullMarked;
