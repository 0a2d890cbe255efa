package io.openteller.bench.faults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a Keycloak, as browsers and platforms know it. Can sign what it vouches for again with a key of its own, as a thief of
 * an old key would; and can remember its public keys for ever.
 */
final class KeycloakFront implements AutoCloseable {

    private static final Pattern ID_TOKEN = Pattern.compile("\"id_token\":\"([^\"]+)\"");
    private static final List<String> NOT_PASSED_ON =
            List.of("connection", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "http2-settings");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger forged = new AtomicInteger();
    private final boolean keysForEver;
    private volatile int behind;
    private volatile @Nullable RSAKey thief;
    private volatile byte @Nullable [] keys;

    /** @param keysForEver whether what it once said of Keycloak's public keys is what it always says */
    KeycloakFront(boolean keysForEver) {
        this.keysForEver = keysForEver;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void before(int port) {
        behind = port;
    }

    /** From now on every ID token is signed by this key instead, and names it. */
    void signsWith(@Nullable RSAKey key) {
        thief = key;
    }

    int forged() {
        return forged.get();
    }

    /** Who is not there is not heard of: the connection ends. */
    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] whole = asked(exchange);
            int end = headersEnd(whole);
            String[] lines = new String(whole, 0, end, StandardCharsets.ISO_8859_1).split("\r\n");
            byte[] body = changed(exchange, Arrays.copyOfRange(whole, end + 4, whole.length));
            Arrays.stream(lines).skip(1).map(line -> line.split(": ?", 2)).forEach(header -> {
                if (!NOT_PASSED_ON.contains(header[0].toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().add(header[0], header[1]);
                }
            });
            exchange.sendResponseHeaders(Integer.parseInt(lines[0].split(" ")[1]), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** In the old version of HTTP an answer ends with its connection. */
    private byte[] asked(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        write(head, exchange.getRequestMethod() + " " + exchange.getRequestURI() + " HTTP/1.0\r\n");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> write(head, name + ": " + value + "\r\n"));
            }
        });
        write(head, "Content-Length: " + body.length + "\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.toByteArray());
            out.write(body);
            out.flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    private byte[] changed(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/certs") && keysForEver) {
            byte[] first = keys == null ? body : keys;
            keys = first;
            return first;
        }
        RSAKey signs = thief;
        if (!path.endsWith("/token") || signs == null) {
            return body;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher token = ID_TOKEN.matcher(text);
        if (!token.find()) {
            return body;
        }
        forged.incrementAndGet();
        return text.replace(token.group(1), again(token.group(1), signs)).getBytes(StandardCharsets.UTF_8);
    }

    private static String again(String token, RSAKey key) throws IOException {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            SignedJWT made = new SignedJWT(header, SignedJWT.parse(token).getJWTClaimsSet());
            made.sign(new RSASSASigner(key));
            return made.serialize();
        } catch (ParseException | JOSEException noToken) {
            throw new IOException(noToken);
        }
    }

    private static int headersEnd(byte[] whole) throws IOException {
        for (int i = 0; i + 3 < whole.length; i++) {
            if (whole[i] == '\r' && whole[i + 1] == '\n' && whole[i + 2] == '\r' && whole[i + 3] == '\n') {
                return i;
            }
        }
        throw new IOException("no answer");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
