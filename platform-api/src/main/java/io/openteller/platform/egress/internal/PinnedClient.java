package io.openteller.platform.egress.internal;

import io.openteller.platform.egress.LiveEgress;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on the calling thread. The JDK's client resolves names by itself, so that what was checked need not be what is
 * connected to, and hands every answer over between threads; this one connects to the address that was looked at, and reads
 * where it is asked to.
 */
@Singleton
final class PinnedClient implements LiveEgress {

    private final Watch watch = new Watch();
    private final Lines lines;

    @Inject
    PinnedClient() {
        this(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    PinnedClient(Lines.Names names, SSLSocketFactory tls) {
        lines = new Lines(names, tls);
    }

    @Override
    public HttpAnswer open(HttpRequest request, Passage passage) throws HttpFault {
        try {
            return begun(request, passage);
        } catch (Inside inside) {
            throw new HttpFault(Kind.NOT_ALLOWED, "it is on this machine or in a private network");
        } catch (UnknownHostException unknown) {
            throw new HttpFault(Kind.UNREACHABLE, "no such host");
        }
    }

    /** As {@link #open}, and says apart what was known before anything was sent. */
    Answer begun(HttpRequest request, Passage passage) throws HttpFault, Inside, UnknownHostException {
        Place place = Place.of(request);
        if (!passage.allowed().allow(request.address())) {
            throw new HttpFault(Kind.NOT_ALLOWED, "the host " + place.authority() + " is not declared");
        }
        byte[] bytes = RequestHead.bytes(request, place);
        Exchange exchange = new Exchange(passage);
        exchange.check();
        watch.begin(exchange);
        Line line = null;
        try {
            line = lines.take(place, request.address(), exchange);
            line.write(bytes, bytes.length);
            Line taken = line;
            AnswerHead head = AnswerHead.read(line, request.method());
            AnswerBody body = new AnswerBody(line, exchange, head, again -> done(exchange, taken, again));
            return new Answer(head.status(), head.headers(), body);
        } catch (IOException | RuntimeException failure) {
            watch.end(exchange);
            if (line != null) {
                line.close();
            }
            switch (failure) {
                case Inside inside -> throw inside;
                case UnknownHostException unknown when !exchange.over() -> throw unknown;
                case IOException broken when request.certificate() != null && !exchange.over() && Handshakes.said(broken) != null ->
                    throw new HttpFault(Kind.CERTIFICATE, String.valueOf(Handshakes.said(broken)));
                case IOException broken ->
                    throw exchange.fault(broken, line == null ? "no connection" : "the connection broke off");
                default -> throw (RuntimeException) failure;
            }
        }
    }

    private void done(Exchange exchange, Line line, boolean again) {
        watch.end(exchange);
        if (again && exchange.released()) {
            lines.give(line);
        } else {
            line.close();
        }
    }

    record Answer(int status, Map<String, String> headers, InputStream body) implements HttpAnswer {

        @Override
        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    @PreDestroy
    void close() {
        watch.close();
        lines.close();
    }
}
