package io.openteller.bench.customers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.processes.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the banks' text messages, each bank's at an address of its own; a customer looks up the newest code on their own phone. */
public final class Gateway implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final HttpServer server;
    private final String key = UUID.randomUUID().toString();
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    private final Canaries canaries;

    private Gateway(HttpServer server, Canaries canaries) {
        this.server = server;
        this.canaries = canaries;
    }

    /** @param canaries read what the platform tells it */
    public static Gateway open(Canaries canaries) {
        try {
            Gateway gateway = new Gateway(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 256), canaries);
            gateway.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            gateway.server.createContext("/sms", gateway::take);
            gateway.server.start();
            return gateway;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms";
    }

    public String key() {
        return key;
    }

    public Optional<String> code(String bank, String mobile) {
        return Optional.ofNullable(newest.get(bank + " " + mobile));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Reading reading = canaries.reading(Way.PLUGIN, path.substring(path.lastIndexOf('/') + 1));
            reading.whole(path);
            exchange.getRequestHeaders().forEach((name, values) -> values.forEach(reading::whole));
            reading.piece(body, body.length);
            JsonNode message = new JsonMapper().readTree(body);
            Matcher code = CODE.matcher(message.path("text").asText());
            if (code.find()) {
                newest.put(message.path("bank").asText() + " " + message.path("to").asText(), code.group(1));
            }
            exchange.sendResponseHeaders(202, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
