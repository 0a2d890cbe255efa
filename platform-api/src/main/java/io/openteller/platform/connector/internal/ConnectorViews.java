package io.openteller.platform.connector.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connectors as the console sees them. */
final class ConnectorViews {

    private ConnectorViews() {}

    /** @param format OPENAPI or CURL */
    @Serdeable
    record Brought(String text, Format format) {

        /** What it is. */
        enum Format {
            OPENAPI,
            CURL
        }
    }

    /** @param notes what was left out, and what has to be done about it */
    @Serdeable
    record Api(@Nullable String title, List<String> servers, List<Auth> auth, List<ApiCall> calls, List<String> notes) {}

    /** As the connector's document has it. */
    @Serdeable
    record Auth(
            String type,
            @Nullable String scope,
            @Nullable String client,
            @Nullable String in,
            @Nullable String name,
            @Nullable String prefix) {}

    /** @param suggestions operations that it could serve, the likeliest first */
    @Serdeable
    record ApiCall(
            String id,
            String method,
            String path,
            @Nullable String summary,
            List<ApiParameter> parameters,
            @Nullable Object sampleRequest,
            @Nullable Object sampleResponse,
            List<String> errorStatuses,
            List<Suggested> suggestions) {}

    @Serdeable
    record ApiParameter(String name, String in, boolean required, @Nullable String example) {}

    /** @param score above 0, at most 1 */
    @Serdeable
    record Suggested(String operation, double score) {}

    @Serdeable
    record Document(Map<String, Object> connector) {}

    @Serdeable
    record Findings(List<Found> findings) {}

    /** @param place a JSON pointer into the document */
    @Serdeable
    record Found(String rule, String place, String sentence) {}

    /**
     * What expressions are tried over.
     *
     * @param operation whose result it is to be
     * @param result the whole result's expression; null to try parts alone
     * @param parts more expressions, by names of the caller's own
     * @param response an answer of the bank, made up or recorded
     * @param status 200 if it is left out
     */
    @Serdeable
    record Try(
            String operation,
            @Nullable String result,
            @Nullable Map<String, String> parts,
            @Nullable Map<String, Object> arguments,
            @Nullable String customerRef,
            @Nullable Integer status,
            @Nullable Object response) {}

    /** @param faults why the operation could not give that result; empty when it could, or none was tried */
    @Serdeable
    record Tried(@Nullable Came result, Map<String, Came> parts, List<String> faults) {}

    /**
     * @param kind VALUE, NOTHING or FAILED
     * @param value of VALUE
     * @param message of FAILED, for who writes the expression
     */
    @Serdeable
    record Came(String kind, @Nullable Object value, @Nullable String message) {}

    /**
     * What is asked of the bank itself.
     *
     * @param connector the document as it is being written; of it, the operation alone is tried
     * @param testSystem whether the bank's address leads to a test system, so that things may be done there
     */
    @Serdeable
    record LiveTry(
            Map<String, Object> connector,
            String operation,
            String customerRef,
            @Nullable Map<String, Object> arguments,
            boolean testSystem) {}

    /**
     * What came of it.
     *
     * @param outcome DONE, NOT_FOUND, REFUSED, UNAVAILABLE or FAILED
     * @param detail why it is not DONE
     * @param result what the expressions come to over the bank's last answer
     * @param faults why the operation could not give that result
     */
    @Serdeable
    record LiveTried(
            String outcome,
            @Nullable String detail,
            long millis,
            List<WireExchange> exchanges,
            @Nullable Came result,
            List<String> faults) {}

    /**
     * One request and what came back, secrets masked.
     *
     * @param status null where no answer began; {@code fault} says why then
     * @param answer its beginning
     */
    @Serdeable
    record WireExchange(
            String method,
            String address,
            Map<String, String> headers,
            String body,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String fault,
            long millis) {}
}
