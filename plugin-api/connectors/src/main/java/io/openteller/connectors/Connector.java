package io.openteller.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a bank's own calls supply operations. Has no addresses and no secrets: those are settings of the bank, so that the same
 * version runs against a test server and then against the real one.
 *
 * @param form version of this form of document; 1
 * @param version counted up by whoever publishes it
 * @param rate of all calls together; null for no limit
 * @param health a call without any effect that tells whether the bank answers; null for none
 * @param operations by name of the catalogue
 */
public record Connector(
        @JsonProperty("connector") int form,
        String name,
        int version,
        @Nullable String title,
        Auth auth,
        @Nullable Rate rate,
        @Nullable Exchange health,
        Map<String, Mapped> operations) {

    public Connector {
        operations = Map.copyOf(operations);
    }

    /**
     * How the platform says who it is.
     *
     * @param tokenPath of OAUTH2: path behind the server's address, unless the bank's settings have an address for tokens
     * @param scope of OAUTH2; null for none
     * @param client of OAUTH2: where the client's name and secret go
     * @param name of API_KEY: of the header or of the query's parameter
     * @param prefix of API_KEY in a header: what stands before the key, such as {@code "Key "}
     * @param certificate of API_KEY and OAUTH2: whether the bank's servers want a client certificate, too
     */
    public record Auth(
            Type type,
            @Nullable String tokenPath,
            @Nullable String scope,
            @Nullable Client client,
            @Nullable Place in,
            @Nullable String name,
            @Nullable String prefix,
            @Nullable Boolean certificate) {

        /** Without a certificate, unless that is all there is to it. */
        public Auth(
                Type type,
                @Nullable String tokenPath,
                @Nullable String scope,
                @Nullable Client client,
                @Nullable Place in,
                @Nullable String name,
                @Nullable String prefix) {
            this(type, tokenPath, scope, client, in, name, prefix, null);
        }

        /** Whether the connection itself says who calls (mutual TLS). */
        public boolean showsCertificate() {
            return type == Type.CERTIFICATE || Boolean.TRUE.equals(certificate);
        }

        /** What kind of. */
        public enum Type {
            NONE,
            API_KEY,
            OAUTH2,
            CERTIFICATE
        }

        /** Where the client's name and secret go. */
        public enum Client {
            BASIC,
            BODY
        }

        /** Where the key goes. */
        public enum Place {
            HEADER,
            QUERY
        }
    }

    /** At most so many in a second, and so many at once after a pause. */
    public record Rate(int perSecond, @Nullable Integer burst) {

        public int atOnce() {
            return burst == null ? perSecond : burst;
        }
    }

    /**
     * How one operation is done.
     *
     * @param before a question asked first, whose {@code owner} must be the customer; its answer is {@code before} in the
     *     expressions of {@code call}
     * @param fallback asked when {@code call} came to nothing; of reads alone
     * @param cacheSeconds of reads: for how long a result is given again; null for not at all
     * @param idempotencyHeader carries the call's id to the bank
     * @param reconcile finds out what became of a call; null where the bank cannot tell
     * @param rate of this operation alone
     */
    public record Mapped(
            Exchange call,
            @Nullable Exchange before,
            @Nullable Exchange fallback,
            @Nullable Retries retries,
            @Nullable Integer cacheSeconds,
            @Nullable String idempotencyHeader,
            @Nullable Lookup reconcile,
            @Nullable Rate rate) {}

    /** How often more, and how long to wait before the first of them; twice that before the next. */
    public record Retries(int times, int waitMillis) {}

    /**
     * One call over HTTP. Everything that is said to be an expression is JSONata over {@code arguments}, {@code customerRef},
     * {@code callId}, {@code bank}, {@code before}, {@code status} and {@code response}.
     *
     * @param path behind the server's address; an expression in braces stands for one segment or a part of one
     * @param query expressions; one that comes to nothing is left out
     * @param headers expressions; likewise
     * @param body an expression; null for none
     * @param encoding how the body is written
     * @param owner an expression over the answer: the customer whom it is about; anybody else's is not found
     * @param result an expression over the answer: the operation's result
     * @param asOf an expression over the answer: when the bank knew it; now, if it is left out
     * @param errors looked through in their order, before the result is read
     */
    public record Exchange(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable Encoding encoding,
            @Nullable String owner,
            @Nullable String result,
            @Nullable String asOf,
            List<ErrorRule> errors) {

        @SuppressWarnings("ConstantValue") // left out of the document, they are null here
        public Exchange {
            query = query == null ? Map.of() : Map.copyOf(query);
            headers = headers == null ? Map.of() : Map.copyOf(headers);
            errors = errors == null ? List.of() : List.copyOf(errors);
        }

        /** How a body is written. */
        public enum Encoding {
            JSON,
            FORM
        }
    }

    /**
     * What an answer means that is not the result.
     *
     * @param status such as {@code 404} or {@code 4xx}; null for any
     * @param when an expression that must be true; null for always
     * @param what of NOT_FOUND: what there is none of
     * @param reason of REFUSED: an expression for what the customer may be told
     */
    public record ErrorRule(
            @Nullable String status, @Nullable String when, Means means, @Nullable String what, @Nullable String reason) {

        /** What it means. */
        public enum Means {
            NOT_FOUND,
            REFUSED,
            UNAVAILABLE
        }
    }

    /**
     * @param performed an expression over the answer: whether the call was done; {@code call.result} is its result then
     * @param never an expression over the answer: whether it was not, and cannot be any more
     */
    public record Lookup(Exchange call, String performed, @Nullable String never) {}
}
