package io.rewards.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Prepared statements of one connection that are kept for the next event, as SQLite compiles a statement each time it is
 * prepared, which takes longer than to run it. Those that were not used for the longest are let go. Not thread-safe.
 */
final class KeptStatements extends DefaultStatementBuilder implements Batch.Preparing {

    private static final int MOST = 200;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    @Override
    public PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return kept == null ? connection.prepareStatement(sql) : kept;
    }

    @Override
    public void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement another = idle.put(sql, statement);
        if (another != null) {
            another.close();
        }
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> all = idle.values().iterator();
            all.next().close();
            all.remove();
        }
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return take(connection, sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared) {
            giveBack(sql, prepared);
        } else {
            super.close(connection, sql, statement);
        }
    }

    /** Lets all of them go. */
    void close() throws SQLException {
        for (PreparedStatement each : idle.values()) {
            each.close();
        }
        idle.clear();
    }
}
