package io.openteller.platform.egress.internal;

import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** A request as it goes over the wire. What would say something about the connection is not the caller's to say. */
final class RequestHead {

    private static final Set<String> OURS = Set.of(
            "host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "te", "trailer", "expect",
            "proxy-authorization", "proxy-connection");
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private RequestHead() {}

    /** Head and body in one, to be sent at once. */
    static byte[] bytes(HttpRequest request, Place place) throws HttpFault {
        byte[] body = request.body();
        StringBuilder head = new StringBuilder(512);
        head.append(token(request.method())).append(' ');
        target(request.address(), head);
        head.append(" HTTP/1.1\r\nHost: ").append(place.authority()).append("\r\n");
        boolean agent = false;
        for (HttpRequest.Header header : request.headers()) {
            String name = token(header.name());
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new HttpFault(Kind.NOT_ALLOWED, "the header " + name + " is not to be set");
            }
            agent |= name.equalsIgnoreCase("User-Agent");
            head.append(name).append(": ").append(value(header)).append("\r\n");
        }
        if (!agent) {
            head.append("User-Agent: openteller\r\n");
        }
        if (body.length > 0 || request.method().startsWith("P")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static void target(URI address, StringBuilder head) throws HttpFault {
        // Addresses may have letters that have to be written in other ways on the wire.
        URI plain = URI.create(address.toASCIIString());
        String path = plain.getRawPath();
        String query = plain.getRawQuery();
        int from = head.length();
        head.append(path == null || path.isEmpty() ? "/" : path);
        if (query != null) {
            head.append('?').append(query);
        }
        for (int i = from; i < head.length(); i++) {
            if (head.charAt(i) <= ' ' || head.charAt(i) >= 0x7f) {
                throw new HttpFault(Kind.NOT_ALLOWED, "no plain web address");
            }
        }
    }

    private static String token(String name) throws HttpFault {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && MARKS.indexOf(c) < 0) {
                throw new HttpFault(Kind.NOT_ALLOWED, "no name of a header or method");
            }
        }
        if (name.isEmpty()) {
            throw new HttpFault(Kind.NOT_ALLOWED, "no name of a header or method");
        }
        return name;
    }

    /** Nothing that could begin another line. */
    private static String value(HttpRequest.Header header) throws HttpFault {
        String value = header.value();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f || c > 0xff) {
                throw new HttpFault(Kind.NOT_ALLOWED, "the header " + header.name() + " cannot be sent");
            }
        }
        return value;
    }
}
