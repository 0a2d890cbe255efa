package io.openteller.platform.egress.internal;

import io.openteller.platform.egress.InsideHosts;
import io.openteller.spi.Http.HttpFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections and keeps them. A name is resolved once per connection; all that it resolves to is looked at, and what is
 * connected to is one of exactly these addresses, with the name in the TLS handshake and in the certificate: a name server
 * that answers differently the next moment changes nothing.
 */
final class Lines {

    private static final int KEPT_PER_PLACE = 256;
    private static final long KEPT_NANOS = 20_000_000_000L;

    /** A name server. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;
    private final SSLSocketFactory tls;
    private final Handshakes handshakes = new Handshakes();
    private final Map<Place, Deque<Line>> kept = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong(System.nanoTime());

    Lines(Names names, SSLSocketFactory tls) {
        this.names = names;
        this.tls = tls;
    }

    Line take(Place place, URI address, Exchange exchange) throws IOException {
        InsideHosts insides = exchange.passage().insides();
        Deque<Line> idle = kept.get(place);
        for (Line line = poll(idle); line != null; line = poll(idle)) {
            if (mayReach(line.at(), address, insides) && line.fresh(KEPT_NANOS)) {
                exchange.over(line.channel());
                return line;
            }
            line.close();
        }
        return connected(place, address, exchange);
    }

    private static @Nullable Line poll(@Nullable Deque<Line> idle) {
        return idle == null ? null : idle.pollFirst();
    }

    void give(Line line) {
        line.rest();
        Deque<Line> idle = kept.computeIfAbsent(line.place(), none -> new LinkedBlockingDeque<>(KEPT_PER_PLACE));
        if (!idle.offerFirst(line)) {
            line.close();
        }
        sweep();
    }

    /** Connections that nobody asked for again are not kept for ever. */
    private void sweep() {
        long last = swept.get();
        if (System.nanoTime() - last < KEPT_NANOS || !swept.compareAndSet(last, System.nanoTime())) {
            return;
        }
        kept.values().forEach(idle -> {
            for (Line line = idle.pollLast(); line != null; line = idle.pollLast()) {
                if (!line.older(KEPT_NANOS)) {
                    idle.offerLast(line);
                    return;
                }
                line.close();
            }
        });
    }

    private Line connected(Place place, URI address, Exchange exchange) throws IOException {
        InetAddress[] found = names.of(place.lookup());
        InsideHosts insides = exchange.passage().insides();
        // One address inside among several is enough to refuse.
        if (!Arrays.stream(found).allMatch(one -> mayReach(one, address, insides))) {
            throw new Inside();
        }
        IOException last = new IOException("no address");
        for (InetAddress one : found) {
            exchange.check();
            try {
                return connected(place, one, exchange);
            } catch (HttpFault over) {
                throw over;
            } catch (IOException next) {
                last = next;
            }
        }
        throw last;
    }

    private Line connected(Place place, InetAddress at, Exchange exchange) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            exchange.over(channel);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(at, place.port()));
            return new Line(place, at, channel, place.tls() ? encrypted(channel.socket(), place) : channel.socket());
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private Socket encrypted(Socket plain, Place place) throws IOException {
        SSLSocketFactory factory = place.certificate() == null ? tls : handshakes.as(place.certificate());
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, place.lookup(), place.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (place.certificate() != null) {
            Handshakes.hearVerdict(socket, plain);
        }
        return socket;
    }

    private static boolean mayReach(InetAddress at, URI address, InsideHosts insides) {
        return PublicAddresses.isPublic(at) || insides.allow(address, at);
    }

    void close() {
        kept.values().forEach(idle -> idle.forEach(Line::close));
        kept.clear();
    }
}
