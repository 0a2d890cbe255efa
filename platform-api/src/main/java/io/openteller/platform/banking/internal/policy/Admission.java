package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.banking.internal.reference.Written;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.Schemas;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.choice.ChoiceSql;
import io.openteller.platform.banking.internal.reference.Reference;
import io.openteller.platform.banking.internal.reference.References;
import io.openteller.platform.banking.internal.supply.Candidates;
import io.openteller.platform.banking.internal.supply.Candidates.Pick;
import io.openteller.platform.banking.internal.supply.Choice;
import io.openteller.platform.banking.internal.supply.Supplier;
import io.openteller.platform.banking.internal.supply.Suppliers;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What can be said of a call before anything is counted or asked: whether it is one, and whether this session may make it. */
@Singleton
public class Admission {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private final Suppliers suppliers;
    private final ChoiceSql choices;
    private final References references;
    private final BoundsSql bounds;
    private final TenantDatabase database;
    private final Schemas schemas;

    Admission(
            Suppliers suppliers,
            ChoiceSql choices,
            References references,
            BoundsSql bounds,
            TenantDatabase database,
            Schemas schemas) {
        this.suppliers = suppliers;
        this.choices = choices;
        this.references = references;
        this.bounds = bounds;
        this.database = database;
        this.schemas = schemas;
    }

    /** On whose account the call is made. */
    public enum By {
        /** Whoever came through the room's front. */
        CALLER,
        /** The platform, to find out who somebody is or to take back what it did. */
        CORE
    }

    /** Whether it may go on. */
    public sealed interface Answer {

        record Admitted(Asked asked) implements Answer {}

        record Stopped(Rule rule, Ruling ruling) implements Answer {}
    }

    public Answer of(Session session, String callId, OperationSpec spec, ObjectNode arguments, By by) {
        return of(session, callId, spec, arguments, by, null);
    }

    /** By this one and no other, whatever the bank chose since: what it did is taken back where it was done. */
    public Answer by(String supplier, Session session, String callId, OperationSpec spec, ObjectNode arguments) {
        return of(session, callId, spec, arguments, By.CORE, supplier);
    }

    private Answer of(
            Session session, String callId, OperationSpec spec, ObjectNode arguments, By by, @Nullable String only) {
        String customer = session.customerRef();
        if (by == By.CALLER && spec.audience() == Audience.CORE) {
            return stopped(Rule.CORE_ONLY, "");
        }
        if (customer == null) {
            return stopped(Rule.ANONYMOUS, "");
        }
        Candidates candidates = suppliers.of(spec, session.conversation());
        if (candidates.all().isEmpty()) {
            return stopped(Rule.NOT_SUPPLIED, "");
        }
        Optional<String> fault = fault(spec, arguments);
        return fault.isPresent()
                ? stopped(Rule.ARGUMENTS, fault.get())
                : database.inTransaction(sql -> {
                    Choice choice = only == null ? choices.of(sql, spec.name()).orElse(null) : new Choice("taking back what it did", only);
                    return switch (candidates.pick(spec, choice)) {
                        case Pick.Nobody() -> stopped(Rule.NOT_SUPPLIED, "");
                        case Pick.Unchosen(String why) -> stopped(Rule.SUPPLIER_UNCHOSEN, why);
                        case Pick.Gone(var supplier, var scope, String why) -> stopped(Rule.SUPPLIER_GONE, why);
                        case Pick.One(Supplier supplier, var scope) ->
                            resolved(sql, new Call(session, customer, callId, spec, arguments, supplier));
                    };
                });
    }

    private record Call(
            Session session, String customer, String callId, OperationSpec spec, ObjectNode arguments, Supplier supplier) {}

    private Answer resolved(Handle sql, Call call) {
        Bounds stricter = bounds.of(sql, call.spec().name().toString());
        if (stricter.off()) {
            return stopped(Rule.SWITCHED_OFF, "");
        }
        return switch (references.resolve(
                sql, call.session(), call.supplier().id(), call.spec().input(), call.arguments())) {
            case References.Resolved.Foreign(String argument) -> stopped(Rule.REFERENCE, argument);
            case References.Resolved.OfAnother(String argument, String issuer) ->
                stopped(
                        Rule.REFERENCE_ISSUER,
                        argument + " was given by " + (issuer.isEmpty() ? "an unknown one" : issuer) + ", and "
                                + call.supplier().id() + " supplies " + call.spec().name());
            case References.Resolved.Known(ObjectNode bankArguments, Map<String, Reference> byArgument) ->
                judged(call, stricter, bankArguments, byArgument);
        };
    }

    private static Answer judged(Call call, Bounds stricter, ObjectNode bankArguments, Map<String, Reference> byArgument) {
        Denial amounts = Amounts.faults(call.spec(), call.arguments(), byArgument);
        if (amounts != null) {
            return stopped(amounts.rule(), amounts.particular());
        }
        if (call.session().assurance().compareTo(call.spec().assurance()) < 0) {
            return new Answer.Stopped(Rule.ASSURANCE, new Ruling.StepUp(call.spec().assurance()));
        }
        Optional<String> unnamed = byArgument.entrySet().stream()
                .filter(one -> one.getValue().label(call.session().language()) == null)
                .map(Map.Entry::getKey)
                .findFirst();
        if (call.spec().confirmation() == Confirmation.CUSTOMER && unnamed.isPresent()) {
            return stopped(Rule.UNNAMED, unnamed.get());
        }
        return new Answer.Admitted(new Asked(
                call.session(),
                call.customer(),
                call.callId(),
                call.spec(),
                call.arguments(),
                bankArguments,
                byArgument,
                Amounts.limited(call.spec(), call.arguments(), byArgument),
                stricter,
                call.supplier()));
    }

    /** Names places and rules, never values. */
    private Optional<String> fault(OperationSpec spec, ObjectNode arguments) {
        List<String> faults = schemas.faults(spec.input(), arguments.toString());
        if (!faults.isEmpty()) {
            return Optional.of(faults.size() + " faults of form");
        }
        for (Map.Entry<String, JsonNode> one : arguments.properties()) {
            String wrong = wrong(one.getValue(), spec.confirmation() == Confirmation.CUSTOMER);
            if (wrong != null) {
                return Optional.of(one.getKey() + " " + wrong);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String wrong(JsonNode value, boolean shown) {
        if (value.isTextual()) {
            String text = value.textValue();
            return CONTROL.matcher(text).find()
                    ? "has control characters"
                    : shown && !Written.plain(text).equals(text) ? "cannot be shown as it is" : null;
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() && value.canConvertToLong() ? null : "is no whole number of a sensible size";
        }
        for (JsonNode inner : value) {
            String deeper = value.isObject() && inner.isNumber() ? null : wrong(inner, shown);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static Answer stopped(Rule rule, String particular) {
        return new Answer.Stopped(rule, new Denial(rule, particular).ruling());
    }
}
