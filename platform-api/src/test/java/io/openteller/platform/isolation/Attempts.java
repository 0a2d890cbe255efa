package io.openteller.platform.isolation;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Calls one method in a transaction that is undone, and tells everything that could be noticed of it. */
final class Attempts {

    /** Of this connection since it last told them on: they are counted whatever becomes of the transaction. */
    private static final String COUNTERS = """
            SELECT relname, seq_scan + coalesce(idx_scan, 0) AS looks, n_tup_ins AS inserted, n_tup_upd AS updated,
                n_tup_del AS deleted
            FROM pg_stat_xact_user_tables WHERE seq_scan + coalesce(idx_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del > 0
            """;

    private final ApplicationContext platform;
    private final TenantDatabase database;
    private final Jdbi jdbi;

    Attempts(ApplicationContext platform) {
        this.platform = platform;
        this.database = platform.getBean(TenantDatabase.class);
        this.jdbi = platform.getBean(Jdbi.class);
    }

    /**
     * @param seen the result or the failure, and how many rows were written in which table, whosever they are
     * @param tables all that were looked at
     */
    record Seen(String seen, Set<String> tables) {}

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Seen seen;

        Undo(Seen seen) {
            super(null, null, false, false);
            this.seen = seen;
        }
    }

    Seen as(Tenant tenant, Repositories.Entry entry, int variant) {
        try {
            return CurrentTenant.call(tenant, () -> database.<Seen>inTransaction(sql -> {
                throw new Undo(called(sql, entry, variant));
            }));
        } catch (Undo undo) {
            return undo.seen;
        }
    }

    Seen asNobody(Repositories.Entry entry, int variant) {
        try {
            return jdbi.<Seen, RuntimeException>inTransaction(sql -> {
                throw new Undo(called(sql, entry, variant));
            });
        } catch (Undo undo) {
            return undo.seen;
        }
    }

    private Seen called(Handle sql, Repositories.Entry entry, int variant) {
        sql.execute("SET LOCAL statement_timeout = '10s'");
        sql.execute("SET LOCAL lock_timeout = '1s'");
        Map<String, Counter> before = counters(sql);
        sql.savepoint("before");
        String result;
        try {
            Method method = entry.method();
            method.setAccessible(true);
            Object[] arguments = arguments(sql, method, variant);
            result = Shown.result(method.invoke(receiver(entry), arguments));
        } catch (InvocationTargetException thrown) {
            result = Shown.failure(thrown.getCause());
            sql.rollbackToSavepoint("before");
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
        Map<String, Counter> counted = new TreeMap<>();
        counters(sql).forEach((table, after) -> {
            Counter since = after.since(before.getOrDefault(table, Counter.NOTHING));
            if (!since.equals(Counter.NOTHING)) {
                counted.put(table, since);
            }
        });
        String written = counted.entrySet().stream()
                .filter(table -> table.getValue().hasWritten())
                .map(table -> table.getKey() + table.getValue().written())
                .collect(Collectors.joining(", "));
        return new Seen(result + " | " + written, counted.keySet());
    }

    private record Counter(long looks, long inserted, long updated, long deleted) {

        private static final Counter NOTHING = new Counter(0, 0, 0, 0);

        Counter since(Counter before) {
            return new Counter(
                    looks - before.looks, inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }

        boolean hasWritten() {
            return inserted + updated + deleted > 0;
        }

        String written() {
            return " +" + inserted + " ~" + updated + " -" + deleted;
        }
    }

    private static Map<String, Counter> counters(Handle sql) {
        Map<String, Counter> counters = new TreeMap<>();
        sql.createQuery(COUNTERS)
                .map((row, context) -> counters.put(
                        row.getString("relname"),
                        new Counter(
                                row.getLong("looks"),
                                row.getLong("inserted"),
                                row.getLong("updated"),
                                row.getLong("deleted"))))
                .list();
        return counters;
    }

    private Object[] arguments(Handle sql, Method method, int variant) {
        Guesses guesses = new Guesses(platform, variant);
        Parameter[] parameters = method.getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = parameters[i].getType() == Handle.class
                    ? sql
                    : guesses.of(parameters[i].getName(), parameters[i].getParameterizedType());
        }
        return arguments;
    }

    private Object receiver(Repositories.Entry entry) {
        if (Modifier.isStatic(entry.method().getModifiers())) {
            return null;
        }
        return platform.getBeansOfType(entry.type()).stream()
                .filter(bean -> bean.getClass() == entry.type())
                .map(Object.class::cast)
                .findFirst()
                .orElseThrow(() -> new Guesses.NoGuess("not a bean: " + entry.type().getName()));
    }
}
