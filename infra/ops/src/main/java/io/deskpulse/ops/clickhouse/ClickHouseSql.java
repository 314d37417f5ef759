package io.deskpulse.ops.clickhouse;

import io.deskpulse.ops.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements with parameters in the product's database, one connection each.
 *
 * <p>Every method throws {@link UserError} when the server is not reached or refuses the statement; the message is the server's own.
 */
public final class ClickHouseSql {
    private final ClickHouseAccess access;

    /** Statements of a user at an address; nothing connects yet. */
    public ClickHouseSql(ClickHouseAccess access) {
        this.access = access;
    }

    /** Makes an object of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads columns, never moves on. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a result, in its order; each {@code ?} is a parameter. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Changes something; each {@code ?} is a parameter. */
    public void update(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connect() throws SQLException {
        new ClickHouseHttp(access).requireUp();
        return DriverManager.getConnection(access.jdbcUrl(), access.jdbcProperties());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private UserError failed(SQLException e) {
        String reason = e.getMessage()
                .replaceFirst("\\s*\\(queryId= ?[^)]*\\)\\s*$", "")
                .strip();
        return new UserError("ClickHouse (" + access + ") refused: " + reason, e);
    }
}
