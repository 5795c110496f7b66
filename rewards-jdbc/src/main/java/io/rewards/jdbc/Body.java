package io.rewards.jdbc;

/**
 * What is read and written as a whole, as it stands in a row. Immutable.
 *
 * @param json any database can keep
 */
record Body(String json) {}
