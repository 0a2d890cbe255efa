package io.openteller.platform.tenancy.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Names the bank to the database in the same message as the first statement of a transaction, right before it: by itself that is one
 * more way there and back for each transaction. Only for a transaction that is open: the driver sends the two apart where it does not
 * know how long the rows are, and without one the name would hold no longer than the first. Of one transaction, and of one thread.
 * A statement that is run without it sees no row of any bank.
 */
final class TenantNaming implements StatementBuilder {

    private static final String NAME = "SELECT set_config('app.tenant', ?, true)";

    private final StatementBuilder usual;
    private final String tenant;
    private boolean named;

    TenantNaming(StatementBuilder usual, String tenant) {
        this.usual = usual;
        this.tenant = tenant;
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (named) {
            return usual.create(connection, sql, context);
        }
        return (PreparedStatement) Proxy.newProxyInstance(
                TenantNaming.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new First(connection, sql, context));
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        nameAlone(connection);
        return usual.create(connection, context);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context) throws SQLException {
        nameAlone(connection);
        return usual.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        usual.close(connection, sql, statement);
    }

    @Override
    public void close(Connection connection) {
        usual.close(connection);
    }

    private void nameAlone(Connection connection) throws SQLException {
        if (!named) {
            try (PreparedStatement name = connection.prepareStatement(NAME)) {
                name.setString(1, tenant);
                name.execute();
            }
            named = true;
        }
    }

    /** What is set before it runs is kept until it does: only then it is known whether the two can travel together. */
    private final class First implements InvocationHandler {

        private final Connection connection;
        private final String sql;
        private final StatementContext context;
        private final List<Set> before = new ArrayList<>();
        private @Nullable PreparedStatement real;

        private First(Connection connection, String sql, StatementContext context) {
            this.connection = connection;
            this.sql = sql;
            this.context = context;
        }

        private record Set(Method method, Object[] arguments) {}

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object[] given = arguments == null ? new Object[0] : arguments;
            PreparedStatement known = real;
            if (known != null) {
                return on(known, method, given);
            }
            return switch (method.getName()) {
                case "execute" -> executed(given.length == 0, method, given);
                case "getConnection" -> connection;
                case "close" -> null;
                case "isClosed" -> false;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == given[0];
                case "toString" -> sql;
                default -> {
                    if (method.getName().startsWith("set")) {
                        before.add(new Set(method, given));
                        yield null;
                    }
                    yield on(alone(), method, given);
                }
            };
        }

        private @Nullable Object executed(boolean prepared, Method method, Object[] given) throws Throwable {
            if (!prepared || context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
                return on(alone(), method, given);
            }
            PreparedStatement both = connection.prepareStatement(NAME + "; " + sql);
            real = both;
            both.setString(1, tenant);
            for (Set set : before) {
                on(both, set.method(), behindName(set));
            }
            both.execute();
            named = true;
            // On to what the statement itself came to.
            return both.getMoreResults();
        }

        /** Values stand one place further on. */
        private static Object[] behindName(Set set) {
            Object[] arguments = set.arguments();
            if (arguments.length < 2 || !(arguments[0] instanceof Integer place)) {
                return arguments;
            }
            Object[] shifted = arguments.clone();
            shifted[0] = place + 1;
            return shifted;
        }

        private PreparedStatement alone() throws Throwable {
            nameAlone(connection);
            PreparedStatement made = usual.create(connection, sql, context);
            real = made;
            for (Set set : before) {
                on(made, set.method(), set.arguments());
            }
            return made;
        }

        private static @Nullable Object on(PreparedStatement statement, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(statement, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }
    }
}
