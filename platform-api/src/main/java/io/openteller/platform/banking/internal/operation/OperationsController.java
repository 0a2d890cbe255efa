package io.openteller.platform.banking.internal.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.platform.banking.internal.supply.Supplier;
import io.openteller.platform.banking.internal.supply.Suppliers;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be done on a bank's systems, under which conditions, and which of this bank's plugins does it. */
@Controller("/api/v1/operations")
@ExecuteOn(TaskExecutors.BLOCKING)
class OperationsController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Suppliers suppliers;

    OperationsController(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @Serdeable
    record OperationList(List<OperationView> operations) {}

    @Serdeable
    record OperationLimit(Limit.Scope scope, int days, @Nullable Integer count, Map<String, Long> minor) {}

    @Serdeable
    record OperationExample(Map<String, Object> input, Map<String, Object> output) {}

    @Serdeable
    record OperationApproval(Approval.When when, Map<String, Long> aboveMinor) {}

    /**
     * One operation.
     *
     * @param input JSON Schema of its arguments
     * @param output JSON Schema of its result
     * @param suppliedBy id of the plugin; null if none of this bank's does it
     */
    @Serdeable
    record OperationView(
            String name,
            String title,
            String summary,
            Risk risk,
            Assurance assurance,
            Audience audience,
            Confirmation confirmation,
            OperationApproval approval,
            boolean reversible,
            @Nullable String compensation,
            List<OperationLimit> limits,
            Set<String> dataClasses,
            Map<String, Object> input,
            Map<String, Object> output,
            List<OperationExample> examples,
            @Nullable String suppliedBy) {}

    @Get
    @Allowed(Permission.PROCEDURE_READ)
    OperationList operations() {
        Map<String, Supplier> supplied = suppliers.all();
        return new OperationList(Catalogue.standard().all().stream()
                .map(spec -> view(spec, supplied.get(spec.name().toString())))
                .toList());
    }

    private static OperationView view(OperationSpec spec, @Nullable Supplier supplier) {
        return new OperationView(
                spec.name().toString(),
                spec.title(),
                spec.summary(),
                spec.risk(),
                spec.assurance(),
                spec.audience(),
                spec.confirmation(),
                new OperationApproval(spec.approval().when(), spec.approval().aboveMinor()),
                spec.reversible(),
                spec.compensation() == null ? null : spec.compensation().toString(),
                spec.limits().stream()
                        .map(limit -> new OperationLimit(limit.scope(), limit.days(), limit.count(), limit.minor()))
                        .toList(),
                new TreeSet<>(spec.dataClasses()),
                tree(spec.input()),
                tree(spec.output()),
                spec.examples().stream()
                        .map(one -> new OperationExample(tree(one.input()), tree(one.output())))
                        .toList(),
                supplier == null ? null : supplier.plugin());
    }

    private static Map<String, Object> tree(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }
}
