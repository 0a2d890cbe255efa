package io.openteller.platform.connector.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.connectors.Connector;
import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Connector.Mapped;
import io.openteller.connectors.Connectors;
import io.openteller.connectors.Finding;
import io.openteller.connectors.Reading;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.connector.internal.ConnectorViews.LiveTried;
import io.openteller.platform.connector.internal.ConnectorViews.LiveTry;
import io.openteller.platform.connector.internal.ConnectorViews.Tried;
import io.openteller.platform.connector.internal.ConnectorViews.Try;
import io.openteller.platform.connector.internal.ConnectorViews.WireExchange;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Trials;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries one operation of a connector against the address that the bank's plugin has, by the plugin itself. Where that may be
 * the real system, nothing is tried that is not a plain question.
 */
@Singleton
class LiveTrial {

    private static final String PLUGIN = "banking-rest";
    private static final Duration WITHIN = Duration.ofSeconds(15);
    /** So that the call itself is tried, now and once. */
    private static final List<String> LEFT_OUT = List.of("cacheSeconds", "retries", "fallback", "rate");

    private final Connectors connectors = new Connectors(Catalogue.standard());
    private final ObjectMapper json = new ObjectMapper();
    private final Trials trials;
    private final Trial trial;
    private final TenantDatabase database;
    private final Audit audit;

    LiveTrial(Trials trials, Trial trial, TenantDatabase database, Audit audit) {
        this.trials = trials;
        this.trial = trial;
        this.database = database;
        this.audit = audit;
    }

    LiveTried of(LiveTry wanted) {
        OperationSpec spec = Catalogue.standard()
                .find(wanted.operation())
                .orElseThrow(() -> new ProblemException(ErrorCode.MALFORMED_REQUEST, "The catalogue has no such operation"));
        String document = alone(wanted);
        Mapped mapped = mapped(document, wanted.operation());
        if (!wanted.testSystem()) {
            insistOnQuestions(spec, mapped);
        }
        database.inTransaction(sql -> {
            audit.record(sql, "connector.tried", wanted.operation() + (wanted.testSystem() ? " (test system)" : ""));
            return spec;
        });
        String arguments = text(wanted.arguments() == null ? Map.of() : wanted.arguments());
        Trials.Tried<String> tried = trials.call(
                PLUGIN,
                OperationProvider.class,
                Map.of("connector", document),
                WITHIN,
                (provider, context) -> provider.perform(context, wanted.operation(), wanted.customerRef(), arguments));
        return told(wanted, mapped, tried);
    }

    /** The document with that operation and no other, which may be unfinished. */
    private String alone(LiveTry wanted) {
        ObjectNode document = json.valueToTree(wanted.connector());
        if (!(document.path("operations").path(wanted.operation()) instanceof ObjectNode operation)) {
            throw new ProblemException(ErrorCode.CONNECTOR_INVALID, "The connector does not have this operation");
        }
        operation.remove(LEFT_OUT);
        document.set("operations", json.createObjectNode().set(wanted.operation(), operation));
        document.put("version", 1);
        document.remove("rate");
        return document.toString();
    }

    private Mapped mapped(String document, String operation) {
        return switch (connectors.read(document)) {
            case Reading.Sound(Connector connector) -> Objects.requireNonNull(connector.operations().get(operation));
            case Reading.Defective(List<Finding> findings) ->
                throw new ProblemException(
                        ErrorCode.CONNECTOR_FAULTY,
                        findings.stream()
                                .map(one -> new FieldFault(one.place(), one.sentence()))
                                .toList());
        };
    }

    /** Both of the operation and of the calls: a connector in the making may lead a question to something that acts. */
    private static void insistOnQuestions(OperationSpec spec, Mapped mapped) {
        boolean asks = Stream.of(mapped.call(), mapped.before())
                .filter(Objects::nonNull)
                .map(Exchange::method)
                .allMatch("GET"::equals);
        if (spec.hasEffect() || !asks) {
            throw new ProblemException(ErrorCode.TRIAL_REFUSED);
        }
    }

    private LiveTried told(LiveTry wanted, Mapped mapped, Trials.Tried<String> tried) {
        Tried mappedOut = overLast(wanted, mapped, tried.exchanges());
        String detail =
                switch (tried.outcome()) {
                    case CallOutcome.Answered<String>(String plugin, Outcome<String> outcome, long millis) -> detail(outcome);
                    case CallOutcome.Failed<String>(String plugin, String cause, long millis) -> cause;
                    case CallOutcome.NotEnabled<String>() -> "the plugin is not there";
                };
        return new LiveTried(
                kind(tried.outcome()),
                detail,
                tried.outcome().millis(),
                tried.exchanges().stream().map(LiveTrial::exchange).toList(),
                mappedOut == null ? null : mappedOut.result(),
                mappedOut == null ? List.of() : mappedOut.faults());
    }

    /** Null where the last answer is none that the expressions are for. */
    private @Nullable Tried overLast(LiveTry wanted, Mapped mapped, List<Trials.Exchange> exchanges) {
        if (exchanges.isEmpty()) {
            return null;
        }
        Trials.Exchange last = exchanges.getLast();
        if (last.status() == null || last.status() / 100 != 2 || last.answer() == null) {
            return null;
        }
        try {
            Object response = json.readValue(last.answer(), Object.class);
            return trial.of(new Try(
                    wanted.operation(),
                    mapped.call().result(),
                    null,
                    wanted.arguments(),
                    wanted.customerRef(),
                    last.status(),
                    response));
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private static String kind(CallOutcome<String> outcome) {
        if (!(outcome instanceof CallOutcome.Answered<String>(String plugin, Outcome<String> answer, long millis))) {
            return "FAILED";
        }
        return switch (answer) {
            case Outcome.Done<String> done -> "DONE";
            case Outcome.NotFound<String> none -> "NOT_FOUND";
            case Outcome.Refused<String> refused -> "REFUSED";
            case Outcome.Unavailable<String> unavailable -> "UNAVAILABLE";
        };
    }

    private static @Nullable String detail(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String> done -> null;
            case Outcome.NotFound<String>(String what) -> "the bank knows no such " + what;
            case Outcome.Refused<String>(String reason) -> reason;
            case Outcome.Unavailable<String>(String why) -> why;
        };
    }

    private static WireExchange exchange(Trials.Exchange one) {
        return new WireExchange(
                one.method(), one.address(), one.headers(), one.body(), one.status(), one.answer(), one.fault(), one.millis());
    }

    private String text(Map<String, Object> arguments) {
        return json.valueToTree(arguments).toString();
    }
}
