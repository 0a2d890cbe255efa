package io.openteller.platform.banking.internal.operation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.platform.banking.internal.supply.Candidates.Pick;
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

    private final SupplyNow supply;

    OperationsController(SupplyNow supply) {
        this.supply = supply;
    }

    @Serdeable
    record OperationList(List<OperationView> operations) {}

    @Serdeable
    record OperationLimit(Limit.Scope scope, int days, @Nullable Integer count, Map<String, Long> minor) {}

    @Serdeable
    record OperationExample(Map<String, Object> input, Map<String, Object> output) {}

    @Serdeable
    record OperationApproval(Approval.When when, Map<String, Long> aboveMinor) {}

    /** Whether somebody is asked. */
    enum Supplied {
        BY_ONE,
        BY_NOBODY,
        /** Several could, and the bank has not said which: nothing is changed. */
        UNCHOSEN,
        /** The one that the bank chose does not do it, and nobody stands in. */
        GONE
    }

    /**
     * Who supplies it, and who could.
     *
     * @param chosenFor the operation or the domain for which the bank chose; null if it did not choose
     * @param chosen whom; null if it did not choose
     * @param could whoever supplies it, or could
     * @param why nobody is asked; null if somebody is
     * @param cutOff kinds of things that it needs and that nothing gives which the same one supplies
     */
    @Serdeable
    record OperationSupply(
            Supplied state,
            @Nullable String chosenFor,
            @Nullable String chosen,
            List<String> could,
            @Nullable String why,
            List<String> cutOff) {}

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
            @Nullable String suppliedBy,
            OperationSupply supply) {}

    @Get
    @Allowed(Permission.PROCEDURE_READ)
    OperationList operations() {
        return new OperationList(
                supply.now().stream().map(OperationsController::view).toList());
    }

    private static OperationSupply supply(SupplyNow.One one) {
        List<String> could = one.candidates().ids();
        return switch (one.pick()) {
            case Pick.One(var supplier, String scope) ->
                new OperationSupply(
                        Supplied.BY_ONE, scope, scope == null ? null : supplier.id(), could, null, one.cutOff());
            case Pick.Nobody() -> new OperationSupply(Supplied.BY_NOBODY, null, null, could, null, List.of());
            case Pick.Unchosen(String why) ->
                new OperationSupply(Supplied.UNCHOSEN, null, null, could, why, List.of());
            case Pick.Gone(String supplier, String scope, String why) ->
                new OperationSupply(Supplied.GONE, scope, supplier, could, why, List.of());
        };
    }

    private static OperationView view(SupplyNow.One one) {
        OperationSpec spec = one.spec();
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
                        .map(each -> new OperationExample(tree(each.input()), tree(each.output())))
                        .toList(),
                one.supplier(),
                supply(one));
    }

    private static Map<String, Object> tree(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
    }
}
