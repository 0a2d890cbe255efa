package io.openteller.plugins.restbank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.connectors.Connector.Lookup;
import io.openteller.connectors.Connector.Mapped;
import io.openteller.connectors.Expressions;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.plugins.restbank.Bank.Manner;
import io.openteller.plugins.restbank.Shelf.Equipment;
import io.openteller.plugins.restbank.Wire.Reply;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import java.time.Clock;
import java.util.List;
import org.pf4j.Extension;

/** Operations as a connector maps them. */
@Extension
public final class RestOperations implements OperationProvider {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Shelf shelf = new Shelf();
    private final Expressions expressions = new Expressions();
    private final Doing doing;
    private final Bank bank;
    private final Judge judge;

    public RestOperations() {
        this(Clock.systemUTC(), Thread::sleep);
    }

    RestOperations(Clock clock, Bank.Pause pause) {
        bank = new Bank(clock, pause);
        judge = new Judge(clock);
        doing = new Doing(bank, judge, new Kept(clock));
    }

    @Override
    public Outcome<List<String>> supplied(CallContext context) {
        return guarded(() -> Outcome.done(
                shelf.of(context).connector().operations().keySet().stream().sorted().toList(),
                java.time.Instant.now(Clock.systemUTC())));
    }

    @Override
    public Outcome<String> perform(CallContext context, String operation, String customerRef, String inputJson) {
        return guarded(() -> {
            Equipment with = shelf.of(context);
            Mapped mapped = with.connector().operations().get(operation);
            OperationSpec spec = Catalogue.standard().find(operation).orElse(null);
            if (mapped == null || spec == null) {
                return Outcome.notFound("operation");
            }
            JsonNode arguments = arguments(spec, inputJson);
            Scope scope = Scope.of(expressions, context, customerRef, context.callId(), arguments);
            return doing.perform(context, with, spec, mapped, scope);
        });
    }

    @Override
    public Outcome<Past> reconcile(CallContext context, String operation, String customerRef, String callId) {
        return guarded(() -> {
            Equipment with = shelf.of(context);
            Mapped mapped = with.connector().operations().get(operation);
            OperationSpec spec = Catalogue.standard().find(operation).orElse(null);
            Lookup lookup = mapped == null ? null : mapped.reconcile();
            if (lookup == null || spec == null) {
                return Outcome.done(Past.unknown(), java.time.Instant.now(Clock.systemUTC()));
            }
            Scope scope = Scope.of(
                    expressions, context, customerRef, callId, JsonNodeFactory.instance.objectNode());
            Reply reply = bank.ask(context, with, lookup.call(), scope, Manner.PLAIN);
            if (reply.status() >= 500 || reply.status() == 429 || reply.status() == 401 || reply.status() == 403) {
                return Outcome.unavailable("the bank's server answered " + reply.status());
            }
            return Outcome.done(past(spec, lookup, scope.answered(reply), reply), java.time.Instant.now(Clock.systemUTC()));
        });
    }

    private Past past(OperationSpec spec, Lookup lookup, Scope scope, Reply reply) throws Trouble {
        if (reply.good() && !judge.owned(lookup.call(), scope)) {
            return Past.unknown();
        }
        if (scope.holds("performed", lookup.performed())) {
            return Past.performed(judge.result(spec, lookup.call(), scope));
        }
        return scope.holds("never", lookup.never()) ? Past.never() : Past.unknown();
    }

    private JsonNode arguments(OperationSpec spec, String inputJson) throws Trouble {
        try {
            JsonNode arguments = JSON.readTree(inputJson);
            if (arguments.isObject() && Prepared.SCHEMAS.faults(spec.input(), arguments.toString()).isEmpty()) {
                return arguments;
            }
        } catch (JsonProcessingException none) {
            throw Trouble.lasting("the arguments are no JSON");
        }
        throw Trouble.lasting("the arguments are not those of the operation");
    }

    /** Something to be tried. */
    private interface Attempt<T> {
        Outcome<T> make() throws Trouble;
    }

    private static <T> Outcome<T> guarded(Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (Trouble trouble) {
            return Outcome.unavailable(trouble.detail());
        } catch (RuntimeException surprise) {
            // Not its message: that may quote what the server wrote, or a key.
            return Outcome.unavailable("the bank's server could not be asked: " + surprise.getClass().getSimpleName());
        }
    }
}
