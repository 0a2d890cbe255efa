package io.openteller.connectors;

import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Connector.Mapped;
import io.openteller.connectors.Finding.Rule;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the form cannot say: a connector that could do something twice, or for somebody else, is refused. */
final class Checker {

    private static final Set<String> OURS =
            Set.of("authorization", "host", "content-length", "content-type", "accept", "cookie", "connection", "transfer-encoding");

    private final Catalogue catalogue;

    Checker(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Finding> check(Connector connector) {
        List<Finding> findings = new ArrayList<>();
        if (connector.health() != null) {
            new ExchangeCheck(findings, "/health").check(connector.health());
            if (!connector.health().method().equals("GET")) {
                findings.add(new Finding(Rule.EFFECT, "/health/method", "whether the bank answers is asked with GET"));
            }
        }
        new TreeMap<>(connector.operations()).forEach((name, mapped) -> {
            String place = "/operations/" + name.replace("~", "~0").replace("/", "~1");
            catalogue.find(name)
                    .ifPresentOrElse(
                            spec -> operation(findings, place, spec, mapped, keyHeader(connector)),
                            () -> findings.add(new Finding(Rule.UNKNOWN_OPERATION, place, "the catalogue has no such operation")));
        });
        return findings;
    }

    private static @Nullable String keyHeader(Connector connector) {
        return connector.auth().in() == Connector.Auth.Place.HEADER ? connector.auth().name() : null;
    }

    private static void operation(
            List<Finding> findings, String place, OperationSpec spec, Mapped mapped, @Nullable String keyHeader) {
        Stream.of("call", "before", "fallback").forEach(which -> {
            Exchange exchange = which(mapped, which);
            if (exchange != null) {
                new ExchangeCheck(findings, place + "/" + which).check(exchange);
                headers(findings, place + "/" + which, exchange, mapped, keyHeader);
            }
        });
        if (mapped.reconcile() != null) {
            ExchangeCheck check = new ExchangeCheck(findings, place + "/reconcile");
            new ExchangeCheck(findings, place + "/reconcile/call").check(mapped.reconcile().call());
            check.expression("/performed", mapped.reconcile().performed());
            check.expression("/never", mapped.reconcile().never());
            lookup(findings, place + "/reconcile/call", mapped.reconcile().call());
        }
        customer(findings, place, spec, mapped);
        results(findings, place, mapped);
        if (spec.hasEffect()) {
            effect(findings, place, mapped);
        }
    }

    private static @Nullable Exchange which(Mapped mapped, String which) {
        return switch (which) {
            case "before" -> mapped.before();
            case "fallback" -> mapped.fallback();
            default -> mapped.call();
        };
    }

    private static void headers(
            List<Finding> findings, String place, Exchange exchange, Mapped mapped, @Nullable String keyHeader) {
        for (String header : exchange.headers().keySet()) {
            if (OURS.contains(header.toLowerCase(Locale.ROOT))
                    || header.equalsIgnoreCase(Objects.requireNonNullElse(mapped.idempotencyHeader(), ""))
                    || header.equalsIgnoreCase(Objects.requireNonNullElse(keyHeader, ""))) {
                findings.add(new Finding(Rule.HEADER, place + "/headers/" + header, "this header is set by the platform"));
            }
        }
    }

    /** Either the bank is told who asks, or its answer says whose it is; for an effect, before it is had. */
    private static void customer(List<Finding> findings, String place, OperationSpec spec, Mapped mapped) {
        Exchange before = mapped.before();
        boolean askedBefore = before != null && before.owner() != null;
        if (before != null && before.owner() == null) {
            findings.add(new Finding(
                    Rule.CUSTOMER, place + "/before", "what is asked before must say in owner whose it is"));
        }
        for (String which : List.of("call", "fallback")) {
            Exchange exchange = which(mapped, which);
            if (exchange != null
                    && !askedBefore
                    && !sends(exchange, "customerRef")
                    && (spec.hasEffect() || exchange.owner() == null)) {
                findings.add(new Finding(
                        Rule.CUSTOMER,
                        place + "/" + which,
                        spec.hasEffect()
                                ? "the bank is not told whose it is: use customerRef in the call, or ask before with an owner"
                                : "nothing says whose it is: use customerRef in the call, or name the owner in the answer"));
            }
        }
    }

    /** Nobody learns of somebody else's call by its id. */
    private static void lookup(List<Finding> findings, String place, Exchange call) {
        if (!sends(call, "customerRef") && call.owner() == null) {
            findings.add(new Finding(
                    Rule.CUSTOMER, place, "nothing says whose it is: use customerRef in the call, or name the owner in the answer"));
        }
    }

    private static void results(List<Finding> findings, String place, Mapped mapped) {
        if (mapped.call().result() == null) {
            findings.add(new Finding(Rule.RESULT, place + "/call", "it has no expression for the result"));
        }
        if (mapped.fallback() != null && mapped.fallback().result() == null) {
            findings.add(new Finding(Rule.RESULT, place + "/fallback", "it has no expression for the result"));
        }
        if (mapped.reconcile() != null && mapped.reconcile().call().result() == null) {
            findings.add(new Finding(Rule.RESULT, place + "/reconcile/call", "it has no expression for the result"));
        }
    }

    private static void effect(List<Finding> findings, String place, Mapped mapped) {
        if (mapped.cacheSeconds() != null) {
            findings.add(new Finding(Rule.EFFECT, place + "/cacheSeconds", "only what is read can be kept"));
        }
        if (mapped.fallback() != null) {
            findings.add(new Finding(Rule.EFFECT, place + "/fallback", "what has an effect is not tried elsewhere"));
        }
        if (mapped.idempotencyHeader() == null && !sends(mapped.call(), "callId")) {
            findings.add(new Finding(
                    Rule.TWICE, place + "/call", "the bank is not told the call's id: name an idempotencyHeader, or send callId"));
        }
        if (mapped.retries() != null && mapped.idempotencyHeader() == null) {
            findings.add(new Finding(
                    Rule.TWICE, place + "/retries", "what has an effect is repeated only where the bank takes an idempotencyHeader"));
        }
        if (mapped.reconcile() != null && !mapped.reconcile().call().method().equals("GET")) {
            findings.add(new Finding(Rule.EFFECT, place + "/reconcile/call/method", "what became of a call is asked with GET"));
        }
        if (mapped.before() != null && !mapped.before().method().equals("GET")) {
            findings.add(new Finding(Rule.EFFECT, place + "/before/method", "what is asked before is asked with GET"));
        }
    }

    private static boolean sends(Exchange exchange, String name) {
        Stream<String> sent = Stream.of(
                        pathExpressions(exchange.path()).stream(),
                        exchange.query().values().stream(),
                        exchange.headers().values().stream(),
                        Stream.ofNullable(exchange.body()))
                .flatMap(each -> each);
        return sent.anyMatch(expression -> Names.uses(expression, name));
    }

    private static List<String> pathExpressions(String path) {
        try {
            return PathTemplate.of(path).expressions();
        } catch (IllegalArgumentException saidElsewhere) {
            return List.of();
        }
    }
}
