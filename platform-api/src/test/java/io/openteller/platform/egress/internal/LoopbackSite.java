package io.openteller.platform.egress.internal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A web server on this machine whose pages a test writes. */
public final class LoopbackSite implements AutoCloseable {

    /** @param seen by lower-case name */
    public record Asked(String path, Map<String, String> seen) {}

    private record Page(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();

    public LoopbackSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            Map<String, String> seen = new ConcurrentHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            asked.add(new Asked(path, seen));
            before.getOrDefault(path, () -> {}).run();
            Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
            Headers headers = exchange.getResponseHeaders();
            page.headers().forEach(headers::set);
            String etag = page.headers().getOrDefault("ETag", "none");
            boolean same = etag.equals(seen.get("if-none-match"));
            byte[] body = same ? new byte[0] : page.body();
            exchange.sendResponseHeaders(same ? 304 : page.status(), body.length == 0 ? -1 : body.length);
            if (path.startsWith("/slow")) {
                awaitClosing();
            }
            exchange.getRequestBody().readAllBytes();
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
            exchange.close();
        });
        server.start();
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    public LoopbackSite page(String path, String html) {
        return page(path, 200, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    public LoopbackSite page(String path, int status, Map<String, String> headers, byte[] body) {
        pages.put(path, new Page(status, headers, body));
        return this;
    }

    public LoopbackSite redirect(String path, String to) {
        return page(path, 302, Map.of("Location", to), new byte[0]);
    }

    /** What whoever asks for it goes through first. */
    public void before(String path, Runnable work) {
        before.put(path, work);
    }

    public void remove(String path) {
        pages.remove(path);
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    public URI at(String path) {
        return URI.create("http://" + host() + path);
    }

    public String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
