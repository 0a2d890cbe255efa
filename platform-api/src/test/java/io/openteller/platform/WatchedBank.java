package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.isolation.ApiFile;
import io.openteller.platform.isolation.Egress;
import io.openteller.platform.isolation.Egress.Way;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.procedure.internal.Written;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.testkit.OpenAiServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A bank that is used in every way there is, and of which every way out is watched. */
final class WatchedBank implements AutoCloseable {

    private static final String FEE = "A new card costs £6 and comes in 5 days.";

    private final EmbeddedServer platform;
    private final Egress egress;
    private final TestBank bank;
    private final TestProgram program;
    private final OpenAiServer model = new OpenAiServer();
    private final HttpServer outside;

    WatchedBank(EmbeddedServer platform, Egress egress) throws Exception {
        this.platform = platform;
        this.egress = egress;
        this.bank = TestBank.open(platform.getApplicationContext(), "INR");
        this.program = new TestProgram(platform, bank, EnumSet.allOf(Permission.class));
        egress.watch(slug());
        model.does(prompt -> new OpenAiServer.Reply.Says(
                "{\"answered\": true, \"sentences\": [{\"text\": \"" + FEE + "\", \"sources\": [1]}]}"));
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            egress.left(Way.PLUGIN, slug(), exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " " + body);
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        outside.start();
    }

    String slug() {
        return bank.tenant().slug().value();
    }

    String word() {
        return Egress.word(slug());
    }

    /** As Redis names it. */
    UUID id() {
        return bank.tenant().id();
    }

    /** @param word what stands in everything that this bank has */
    void isSetUp(String word) throws Exception {
        CurrentTenant.run(
                bank.tenant(),
                () -> platform.getApplicationContext().getBean(StarterProcedures.class).publish());
        Path data = Path.of("target", "platforms", UUID.randomUUID() + "-bank").toAbsolutePath();
        installed("banking-sandbox", Map.of("dataset", "meridian", "dataFolder", data.toString()));
        installed("identity-otp", Map.of(
                "smsGatewayUrl", "http://localhost:" + outside.getAddress().getPort() + "/sms/" + word,
                "smsGatewayKey", "key-for-tests-" + word,
                "dataFolder", data.toString()));
        installed("llm-openai", Map.of("baseUrl", model.url(), "apiKey", "key-" + word, "models", "test-model"));
        sent("PUT", "/api/v1/models/routes/ANSWER", "{\"plugin\": \"llm-openai\", \"model\": \"test-model\","
                + " \"timeoutMillis\": 5000, \"dailyTokenBudget\": 100000, \"on\": true}");
        bank.publish(platform.getApplicationContext(), "cards", "# Replacing a lost card\n" + FEE + " The form is " + word + ".");
        sent("PUT", "/api/v1/procedures/" + Written.ID + "/draft", "{\"definition\": "
                + Written.GOOD.replace("Say goodbye", "Say goodbye " + word) + ", \"layout\": {}}");
        sent("POST", "/api/v1/wording/answers", "{\"intent\": \"card_fee\", \"questions\": [\"" + word + "\"], \"text\": \"" + word
                + "\", \"language\": \"en\", \"strict\": false}");
    }

    private void installed(String plugin, Map<String, Object> settings) {
        Installations installations = platform.getApplicationContext().getBean(Installations.class);
        CurrentTenant.run(bank.tenant(), () -> {
            installations.configure(plugin, settings, "test");
            installations.enable(plugin, true, "test");
        });
    }

    /** One customer, and the people who look at what became of it. */
    void lives(String word) throws Exception {
        TestVisitor visitor = TestVisitor.vouched(platform, bank, bank.vouched("MB-1001"));
        egress.left(Way.HTTP, slug(), TestVisitor.written(visitor.session()));
        try (TestStream stream = visitor.stream(null)) {
            until(stream, event -> event.from("ASSISTANT"));
            visitor.says("How much does replacing a card cost?");
            until(stream, event -> event.from("ASSISTANT"));
            visitor.says("What is my account balance?");
            until(stream, event -> event.from("ASSISTANT") && event.data().get("card") != null);
            visitor.says("My reference is " + word);
            until(stream, event -> event.from("CUSTOMER") && event.text().contains("reference"));
            until(stream, event -> event.from("ASSISTANT"));
            visitor.post("/handoff", Map.of());
        }
        model.asked().forEach(asked -> egress.left(Way.PROMPT, slug(), asked.path() + asked.headers() + asked.body()));
        looked("/api/v1/conversations/" + visitor.conversation());
        looked("/api/v1/conversations/" + visitor.conversation() + "/decisions");
        looked("/api/v1/desk/conversations/" + visitor.conversation());
        looked("/api/v1/desk/conversations/" + visitor.conversation() + "/customer");
        looked("/help/" + slug() + "/cards/1");
        looked("/api/v1/documents/cards");
        looked("/api/v1/documents/cards/versions/1");
        looked("/api/v1/documents/search?q=card");
        looked("/api/v1/procedures/" + Written.ID);
        for (ApiFile.Operation operation : new ApiFile().operations()) {
            if (operation.method().equals("GET") && !operation.names() && !operation.streams()
                    && !operation.path().startsWith("/api/v1/widget/")) {
                looked(operation.path());
            }
        }
        for (String format : new String[] {"yaml", "json"}) {
            HttpResponse<String> export =
                    program.get("/api/v1/procedures/" + Written.ID + "/export?version=draft&format=" + format);
            assertThat(export.statusCode()).isEqualTo(200);
            egress.left(Way.EXPORT, slug(), export.headers().map() + export.body());
        }
    }

    private void until(TestStream stream, Predicate<TestStream.Event> wanted) throws Exception {
        stream.next(event -> {
            egress.left(Way.STREAM, slug(), event.name() + " " + written(event.data()));
            return wanted.test(event);
        });
    }

    private static String written(JsonNode data) {
        try {
            return TestVisitor.written(data);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void looked(String path) throws Exception {
        HttpResponse<String> answer = program.get(path);
        egress.left(Way.HTTP, slug(), path + answer.headers().map() + answer.body());
    }

    private void sent(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = TestProgram.send(program.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        egress.left(Way.HTTP, slug(), answer.body());
    }

    @Override
    public void close() {
        model.close();
        outside.stop(0);
    }
}
