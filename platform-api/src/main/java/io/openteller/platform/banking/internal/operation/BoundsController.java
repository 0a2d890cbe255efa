package io.openteller.platform.banking.internal.operation;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.internal.policy.Bounds;
import io.openteller.platform.banking.internal.policy.BoundsSql;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a bank is stricter than the catalogue. What it says holds besides the catalogue's own, which nobody can loosen. */
@Controller("/api/v1/operations")
@ExecuteOn(TaskExecutors.BLOCKING)
class BoundsController {

    private static final int MOST_DAYS = 366;

    private final BoundsSql rows;
    private final TenantDatabase database;
    private final Audit audit;

    BoundsController(BoundsSql rows, TenantDatabase database, Audit audit) {
        this.rows = rows;
        this.database = database;
        this.audit = audit;
    }

    @Serdeable
    record BoundsList(Map<String, OperationBounds> bounds) {}

    /** One of {@code count} and {@code minor}, over {@code days} days; 0 days for a single call. */
    @Serdeable
    record BoundsLimit(Limit.@Nullable Scope scope, int days, @Nullable Integer count, @Nullable Map<String, Long> minor) {}

    /**
     * Stricter bounds of one operation.
     *
     * @param off whether nobody may do it
     * @param approval whether a colleague must agree to every call
     * @param aboveMinor per currency: a colleague must agree above this
     */
    @Serdeable
    record OperationBounds(
            boolean off,
            boolean approval,
            @Nullable List<BoundsLimit> limits,
            @Nullable Map<String, Long> aboveMinor) {}

    /** Those of every operation that has any, by name. */
    @Get("/bounds")
    @Allowed(Permission.PROCEDURE_READ)
    BoundsList bounds() {
        Map<String, OperationBounds> all = new TreeMap<>();
        database.inTransaction(rows::all).forEach((operation, one) -> all.put(operation, view(one)));
        return new BoundsList(all);
    }

    /** Takes the place of what there was, from the next call on. */
    @Put("/{domain}/{operation}/{version}/bounds")
    @Allowed(Permission.PLUGIN_WRITE)
    OperationBounds put(String domain, String operation, String version, @Body OperationBounds wanted) {
        String name = Catalogue.standard()
                .find(domain + "." + operation + "/" + version)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND))
                .name()
                .toString();
        Bounds bounds = bounds(wanted);
        database.inTransaction(sql -> {
            rows.put(sql, name, bounds, CurrentStaff.get().name());
            audit.record(sql, "bank.bounds.changed", name);
            return true;
        });
        return view(bounds);
    }

    private static Bounds bounds(OperationBounds wanted) {
        List<Limit> limits = Objects.requireNonNullElse(wanted.limits(), List.<BoundsLimit>of()).stream()
                .map(BoundsController::limit)
                .toList();
        Map<String, Long> lines = Objects.requireNonNullElse(wanted.aboveMinor(), Map.of());
        if (lines.values().stream().anyMatch(line -> line < 0)) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "A line is an amount of 0 or more");
        }
        return new Bounds(wanted.off(), wanted.approval(), limits, lines);
    }

    private static Limit limit(BoundsLimit wanted) {
        Map<String, Long> minor = Objects.requireNonNullElse(wanted.minor(), Map.of());
        Integer count = wanted.count();
        boolean one = count == null ? !minor.isEmpty() : minor.isEmpty() && count >= 0 && wanted.days() > 0;
        boolean sensible = wanted.days() >= 0 && wanted.days() <= MOST_DAYS && minor.values().stream().allMatch(most -> most >= 0);
        if (!one || !sensible || wanted.scope() == null) {
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST,
                    "A limit has a scope, from 0 to 366 days, and either a count or amounts, of 0 or more");
        }
        return new Limit(wanted.scope(), wanted.days(), count, minor);
    }

    private static OperationBounds view(Bounds bounds) {
        return new OperationBounds(
                bounds.off(),
                bounds.approval(),
                bounds.limits().stream()
                        .map(limit -> new BoundsLimit(limit.scope(), limit.days(), limit.count(), limit.minor()))
                        .toList(),
                bounds.aboveMinor());
    }
}
