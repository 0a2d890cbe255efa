package io.openteller.plugins.restbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.connectors.Connector.ErrorRule;
import io.openteller.connectors.Connector.Exchange;
import io.openteller.operations.OperationSpec;
import io.openteller.plugins.restbank.Wire.Reply;
import io.openteller.spi.Outcome;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer means, by the connector. */
final class Judge {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int LONGEST_REASON = 300;

    private final Clock clock;

    Judge(Clock clock) {
        this.clock = clock;
    }

    /** The result, or what the connector says it is instead. */
    Outcome<String> outcome(OperationSpec spec, Exchange exchange, Reply reply, Scope scope) throws Trouble {
        Optional<Outcome<String>> other = other(spec, exchange, reply, scope);
        return other.isPresent() ? other.get() : Outcome.done(result(spec, exchange, scope), asOf(exchange, scope));
    }

    /** What it is if not the result; empty if it has one. */
    Optional<Outcome<String>> other(OperationSpec spec, Exchange exchange, Reply reply, Scope scope) throws Trouble {
        int at = 0;
        for (ErrorRule rule : exchange.errors()) {
            String place = "errors/" + at++;
            if (meant(rule, reply.status()) && (rule.when() == null || scope.holds(place + "/when", rule.when()))) {
                return Optional.of(
                        switch (rule.means()) {
                            case NOT_FOUND -> Outcome.notFound(rule.what() == null ? kind(spec) : rule.what());
                            case REFUSED -> Outcome.refused(reason(place, rule, scope));
                            case UNAVAILABLE -> Outcome.unavailable("the bank's server says that it cannot (" + reply.status() + ")");
                        });
            }
        }
        if (!reply.good()) {
            return Optional.of(Outcome.unavailable("the bank's server answered " + reply.status()));
        }
        return owned(exchange, scope) ? Optional.empty() : Optional.of(Outcome.notFound(kind(spec)));
    }

    /** @throws Trouble if it is not what the catalogue says */
    String result(OperationSpec spec, Exchange exchange, Scope scope) throws Trouble {
        JsonNode result = scope.value("result", String.valueOf(exchange.result()));
        String json = result == null ? "null" : result.toString();
        List<String> faults = Prepared.SCHEMAS.faults(spec.output(), json);
        if (!faults.isEmpty()) {
            // The place alone: the sentence may quote the bank.
            String place = faults.getFirst().substring(0, Math.max(0, faults.getFirst().indexOf(':')));
            throw Trouble.lasting("the connector's result does not fit the operation at " + (place.isEmpty() ? "/" : place));
        }
        return json;
    }

    boolean owned(Exchange exchange, Scope scope) throws Trouble {
        if (exchange.owner() == null) {
            return true;
        }
        JsonNode owner = scope.value("owner", exchange.owner());
        if (owner == null || owner.isNull()) {
            return false;
        }
        if (owner.isArray()) {
            return owner.valueStream().allMatch(each -> each.asText().equals(scope.customerRef()));
        }
        return owner.asText().equals(scope.customerRef());
    }

    private static boolean meant(ErrorRule rule, int status) {
        String wanted = rule.status();
        return wanted == null
                || (wanted.endsWith("xx") ? status / 100 == wanted.charAt(0) - '0' : wanted.equals(String.valueOf(status)));
    }

    private static String reason(String place, ErrorRule rule, Scope scope) throws Trouble {
        JsonNode said = rule.reason() == null ? null : scope.value(place + "/reason", rule.reason());
        String text = said == null || !said.isTextual() ? "" : said.asText().strip();
        boolean plain = !text.isEmpty() && text.length() <= LONGEST_REASON && text.matches("[^\\p{Cntrl}<>]*");
        return plain ? text : "The bank does not do this.";
    }

    private Instant asOf(Exchange exchange, Scope scope) throws Trouble {
        Instant now = clock.instant();
        JsonNode said = exchange.asOf() == null ? null : scope.value("asOf", exchange.asOf());
        if (exchange.asOf() == null) {
            return now;
        }
        Instant at = instant(said);
        if (at == null || at.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Trouble.lasting("the connector's expression asOf comes to no time that can be");
        }
        return at.isAfter(now) ? now : at;
    }

    private static @Nullable Instant instant(@Nullable JsonNode said) {
        try {
            return said == null ? null : OffsetDateTime.parse(said.asText()).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** What the operation is about: the kind of its first reference. */
    private static String kind(OperationSpec spec) {
        return spec.input().path("properties").valueStream()
                .map(property -> property.path("x-reference").asText())
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("customer");
    }
}
