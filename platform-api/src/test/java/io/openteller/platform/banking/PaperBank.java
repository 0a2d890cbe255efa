package io.openteller.platform.banking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * A bank that answers every operation with its example, where every id is the customer's own, and writes down what it
 * changed. It stands where the plugins do, so that what reaches it is what the room lets through.
 */
@Singleton
@Requires(property = "openteller.test.paper-bank")
@Replaces(Plugins.class)
class PaperBank implements Plugins {

    static final String ID = "paper";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> results = new ConcurrentHashMap<>();

    /** What was changed, in the order in which it was. */
    final List<Effect> ledger = new CopyOnWriteArrayList<>();

    /** How often it was asked what became of a call. */
    final Map<String, Integer> asked = new ConcurrentHashMap<>();

    /** Which plugin was, the last time. */
    final Map<String, String> askedWhom = new ConcurrentHashMap<>();

    volatile Fault fault = Fault.NONE;
    /** What whoever asks for a change, or what became of one, goes through first. */
    volatile Runnable before = () -> {};
    volatile Set<String> missing = Set.of();
    /** What other plugins of the same bank supply besides, by their ids. Each has the same ids for things of its own. */
    final Map<String, Set<String>> others = new ConcurrentHashMap<>();
    /** Those that cannot be reached. */
    volatile Set<String> silent = Set.of();
    /** How much it proposes to refund. */
    volatile long refund = 50_000;

    record Effect(
            String bank, String callId, String operation, String customer, String input, String plugin) {}

    /** What goes wrong with everything that is to be changed. */
    enum Fault {
        NONE,
        /** Nothing is done, and nobody answers. */
        DOWN,
        /** It is done, and nobody answers. */
        DONE_AND_SILENT,
        /** It is done, and what is answered is not what was agreed; asked about it, the bank says so rightly. */
        GARBLED,
        /** It is done, nobody answers, and the books cannot be read either. */
        BOOKS_CLOSED,
        /** It is done, and the platform's own thread dies before it hears of it. */
        CALLER_DIES
    }

    /** What the caller's thread dies of. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One plugin of the bank. */
    private record Counter(PaperBank bank, String id) implements OperationProvider {

        @Override
        public Outcome<List<String>> supplied(CallContext context) {
            return Outcome.done(bank.supplied(id), Instant.now());
        }

        @Override
        public Outcome<String> perform(CallContext context, String operation, String customer, String inputJson) {
            return bank.supplied(id).contains(operation)
                    ? bank.perform(context, id, operation, customer, inputJson)
                    : Outcome.refused(id + " does no such thing");
        }

        @Override
        public Outcome<Past> reconcile(CallContext context, String operation, String customer, String callId) {
            return bank.reconcile(context, id, callId);
        }
    }

    private List<String> supplied(String plugin) {
        Set<String> other = others.get(plugin);
        return Catalogue.standard().all().stream()
                .map(spec -> spec.name().toString())
                .filter(name -> other == null ? !missing.contains(name) : other.contains(name))
                .toList();
    }

    private Outcome<String> perform(
            CallContext context, String plugin, String operation, String customer, String inputJson) {
        OperationSpec spec = Catalogue.standard().find(operation).orElseThrow();
        ObjectNode input = object(inputJson);
        for (Map.Entry<String, JsonNode> one : spec.input().path("properties").properties()) {
            String id = input.path(one.getKey()).asText();
            if (one.getValue().has("x-reference") && input.has(one.getKey()) && !id.endsWith("@" + customer)) {
                return Outcome.notFound(one.getKey());
            }
        }
        ObjectNode output = (ObjectNode) own(spec.output(), spec.examples().getFirst().output().deepCopy(), customer);
        if (operation.equals("refunds.propose/v1")) {
            output.withObject("amount").put("minor", refund);
        }
        return spec.hasEffect()
                ? changed(context, plugin, spec, customer, inputJson, output)
                : Outcome.done(output.toString(), Instant.now());
    }

    private Outcome<String> changed(
            CallContext context, String plugin, OperationSpec spec, String customer, String input, ObjectNode output) {
        before.run();
        if (fault == Fault.DOWN) {
            return Outcome.unavailable("the line is dead");
        }
        String key = plugin + " " + context.bank() + " " + context.callId();
        if (results.putIfAbsent(key, output.toString()) == null) {
            ledger.add(new Effect(context.bank(), context.callId(), spec.name().toString(), customer, input, plugin));
        }
        return switch (fault) {
            case NONE, DOWN -> Outcome.done(results.get(key), Instant.now());
            case DONE_AND_SILENT, BOOKS_CLOSED -> Outcome.unavailable("no answer in time");
            case GARBLED -> Outcome.done("{\"blocked\": \"perhaps\"}", Instant.now());
            case CALLER_DIES -> throw new Killed();
        };
    }

    private Outcome<OperationProvider.Past> reconcile(CallContext context, String plugin, String callId) {
        before.run();
        asked.merge(context.bank() + " " + callId, 1, Integer::sum);
        askedWhom.put(context.bank() + " " + callId, plugin);
        if (fault == Fault.BOOKS_CLOSED || fault == Fault.CALLER_DIES) {
            return Outcome.done(OperationProvider.Past.unknown(), Instant.now());
        }
        String result = results.get(plugin + " " + context.bank() + " " + callId);
        return Outcome.done(
                result == null ? OperationProvider.Past.never() : OperationProvider.Past.performed(result), Instant.now());
    }

    /** Effects at this bank. */
    List<Effect> ledger(String bank) {
        return ledger.stream().filter(one -> one.bank().equals(bank)).toList();
    }

    private static JsonNode own(JsonNode schema, JsonNode value, String customer) {
        if (value.isArray()) {
            value.forEach(item -> own(schema.path("items"), item, customer));
        } else if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
                JsonNode inner = object.path(one.getKey());
                if (one.getValue().has("x-reference") && !inner.isMissingNode()) {
                    object.put(one.getKey(), inner.asText() + "@" + customer);
                } else {
                    own(one.getValue(), inner, customer);
                }
            }
        }
        return value;
    }

    private ObjectNode object(String text) {
        try {
            return json.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        return call(ID, point, callId, within, work);
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin, Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        if (!offering(point).contains(plugin)) {
            return new CallOutcome.NotEnabled<>();
        }
        return silent.contains(plugin)
                ? new CallOutcome.Failed<>(plugin, "no answer", 1)
                : new CallOutcome.Answered<>(
                        plugin, work.apply(point.cast(new Counter(this, plugin)), new PaperCall(bank(), callId)), 1);
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin,
            Map<String, String> published,
            Class<P> point,
            String callId,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work) {
        return call(plugin, point, callId, within, work);
    }

    @Override
    public List<String> offering(Class<? extends ExtensionPoint> point) {
        return point == OperationProvider.class
                ? Stream.concat(Stream.of(ID), others.keySet().stream()).sorted().toList()
                : List.of();
    }

    private static String bank() {
        return CurrentTenant.get().slug().value();
    }

    private record PaperCall(String bank, String callId) implements CallContext {
        @Override
        public String trace() {
            return callId;
        }

        @Override
        public Instant deadline() {
            return Instant.now().plusSeconds(6);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public @Nullable String setting(String name) {
            return null;
        }

        @Override
        public Http http() {
            throw new UnsupportedOperationException("paper has no network");
        }
    }

    /** Counts of effects by operation. */
    Map<String, Long> counts(String bank) {
        return ledger(bank).stream().collect(Collectors.groupingBy(Effect::operation, Collectors.counting()));
    }
}
