package io.openteller.platform.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Statements of one transaction that travel to the database in one message, with a semicolon between them, and are run one after the
 * other: each sees what the ones before it did and waited for. What one needs of another's answer cannot travel so.
 */
public final class Together {

    private final PreparedStatement statement;
    private final StatementContext context;
    private boolean begun;

    private Together(PreparedStatement statement, StatementContext context) {
        this.statement = statement;
        this.context = context;
    }

    /** Reads the answers of all of them, in order. */
    public interface Reading<T> {
        T of(Together answers) throws SQLException;
    }

    public static <T> T read(Query statements, Reading<T> reading) {
        return statements.execute((made, context) -> {
            try (StatementContext closed = context) {
                return reading.of(new Together(made.get(), closed));
            }
        });
    }

    /** Rows of the next statement. */
    public <R> List<R> rows(RowMapper<R> mapper) throws SQLException {
        boolean answered = !begun || statement.getMoreResults();
        begun = true;
        ResultSet rows = statement.getResultSet();
        if (!answered || rows == null) {
            throw new SQLException("the next statement gives no rows");
        }
        List<R> all = new ArrayList<>();
        while (rows.next()) {
            all.add(mapper.map(rows, context));
        }
        return all;
    }

    /** The only row of the next statement, if it has one. */
    public <R> Optional<R> row(RowMapper<R> mapper) throws SQLException {
        List<R> all = rows(mapper);
        if (all.size() > 1) {
            throw new SQLException(all.size() + " rows instead of one");
        }
        return all.stream().findFirst();
    }
}
