package io.openteller.spi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a server. Never changed: each {@code with…} gives another one.
 *
 * @param headers in their order; a name may stand more than once
 * @param certificate shown to a server that asks for one; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpRequest(
        String method, URI address, List<Header> headers, byte[] body, @Nullable ClientCertificate certificate) {

    private static final byte[] NOTHING = new byte[0];

    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** Without a certificate. */
    public HttpRequest(String method, URI address, List<Header> headers, byte[] body) {
        this(method, address, headers, body, null);
    }

    /** One line of the head. */
    public record Header(String name, String value) {

        private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
        private static final String VALUE = "[\\t\\x20-\\x7e\\x80-\\xff]*";

        /**
         * Checked here and not where it is sent: an error there quotes what may be a key.
         *
         * @throws IllegalArgumentException if a character cannot stand in a header, without the value
         */
        public Header {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException("this is no name of a header");
            }
            if (!value.matches(VALUE)) {
                throw new IllegalArgumentException("the header " + name + " has a character that no header can have");
            }
        }
    }

    public static HttpRequest get(URI address) {
        return new HttpRequest("GET", address, List.of(), NOTHING);
    }

    public static HttpRequest of(String method, URI address, byte[] body) {
        return new HttpRequest(method, address, List.of(), body);
    }

    /** A POST of JSON text. */
    public static HttpRequest postJson(URI address, String json) {
        return of("POST", address, json.getBytes(StandardCharsets.UTF_8)).withHeader("Content-Type", "application/json");
    }

    public HttpRequest withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpRequest(method, address, more, body, certificate);
    }

    /** For a server that asks its callers for a certificate. Since 1.2. */
    public HttpRequest withCertificate(ClientCertificate shown) {
        return new HttpRequest(method, address, headers, body, shown);
    }
}
