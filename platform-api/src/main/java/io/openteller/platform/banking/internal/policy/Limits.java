package io.openteller.platform.banking.internal.policy;

import io.openteller.operations.Figures;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Running totals. They are the intents themselves that count, summed under a lock that is held until the transaction that
 * reserves the next one has committed: two calls at once cannot both see the room that is enough for one.
 */
@Singleton
public class Limits {

    /** Waits for whoever else reserves the same operation for this customer, or for this bank where that is limited. */
    public void lock(Handle sql, Asked asked) {
        if (all(asked).anyMatch(limit -> limit.scope() == Limit.Scope.TENANT && limit.days() > 0)) {
            lock(sql, asked.operation());
        }
        if (all(asked).anyMatch(limit -> limit.days() > 0)) {
            lock(sql, asked.operation() + " " + asked.customer());
        }
    }

    /** Which limit there is no room in; null if there is in all. */
    public @Nullable Denial over(Handle sql, Asked asked) {
        List<Limit> limits = all(asked).toList();
        for (Limit limit : limits) {
            Denial over = limit.count() != null ? tooOften(sql, asked, limit) : tooMuch(sql, asked, limit);
            if (over != null) {
                return over;
            }
        }
        return null;
    }

    private static Stream<Limit> all(Asked asked) {
        return Stream.concat(asked.spec().limits().stream(), asked.bounds().limits().stream());
    }

    private static void lock(Handle sql, String what) {
        sql.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('bank limits ' || :tenant || ' ' || :what, 0))::text")
                .bind("tenant", CurrentTenant.get().id().toString())
                .bind("what", what)
                .mapTo(String.class)
                .one();
    }

    private static @Nullable Denial tooOften(Handle sql, Asked asked, Limit limit) {
        Integer most = limit.count();
        if (most == null) {
            return null;
        }
        long before = counted(sql, "count(*)", asked, limit).mapTo(Long.class).one();
        return before + 1 > most ? new Denial(Rule.LIMIT_COUNT, most + " in " + span(limit)) : null;
    }

    private static @Nullable Denial tooMuch(Handle sql, Asked asked, Limit limit) {
        Amount amount = asked.amount();
        if (amount == null) {
            return new Denial(Rule.AMOUNT, "it is not known how much it is about");
        }
        Long most = limit.minor().get(amount.currency());
        if (most == null) {
            return new Denial(Rule.CURRENCY);
        }
        String least = Figures.money(most, amount.currency());
        if (limit.days() == 0) {
            return amount.minor() > most ? new Denial(Rule.LIMIT_PER_CALL, least) : null;
        }
        BigDecimal before = counted(sql, "coalesce(sum(counted_minor) FILTER (WHERE counted_currency = :currency), 0)", asked, limit)
                .bind("currency", amount.currency())
                .mapTo(BigDecimal.class)
                .one();
        return before.add(BigDecimal.valueOf(amount.minor())).compareTo(BigDecimal.valueOf(most)) > 0
                ? new Denial(Rule.LIMIT_AMOUNT, least + " in " + span(limit))
                : null;
    }

    private static Query counted(Handle sql, String what, Asked asked, Limit limit) {
        boolean customer = limit.scope() == Limit.Scope.CUSTOMER;
        Query query = sql.createQuery("SELECT " + what + " FROM bank_intent WHERE tenant_id = :tenant"
                        + " AND operation = :operation AND counted_at > clock_timestamp() - make_interval(days => :days)"
                        + (customer ? " AND customer_ref = :customer" : ""))
                .bind("tenant", CurrentTenant.get().id())
                .bind("operation", asked.operation())
                .bind("days", limit.days());
        return customer ? query.bind("customer", asked.customer()) : query;
    }

    private static String span(Limit limit) {
        return limit.days() == 1 ? "a day" : limit.days() + " days";
    }
}
