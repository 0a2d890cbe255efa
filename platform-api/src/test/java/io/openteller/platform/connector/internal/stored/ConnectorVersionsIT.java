package io.openteller.platform.connector.internal.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.BankOperations;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.approval.Colleagues;
import io.openteller.platform.banking.internal.choice.Choices;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several connectors of one bank and their versions, run by the real plugin against a server on this machine. */
class ConnectorVersionsIT {

    private static final String LINK = "access.send_reset_link/v1";
    private static final String TASTES = "profile.preferences/v1";
    private static final String CARDS = "cards.list/v1";
    private static final String BLOCK = "cards.block/v1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Actor ANNA = Colleagues.person("Anna");
    private static final Actor BEN = Colleagues.person("Ben");

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static HttpServer server;
    private static final List<String> asked = new CopyOnWriteArrayList<>();
    private static volatile int status = 200;

    /** Limits count for a customer. */
    private final String customer = "C-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ConnectorVersionsIT::serve);
        server.start();
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "banking-rest");
        platform = new PluginPlatform(folder.resolve("data"), plugins);
        String settings = "{\"baseUrl\": \"http://localhost:" + server.getAddress().getPort() + "\"}";
        assertThat(platform.configure("banking-rest", settings).status()).isEqualTo(200);
        assertThat(platform.enable("banking-rest").body().text("state")).isEqualTo("ENABLED");
    }

    @AfterAll
    static void stop() {
        platform.close();
        server.stop(0);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @BeforeEach
    void nothing_is_in_use() throws Exception {
        status = 200;
        for (BankConnectorLine one : used()) {
            assertThat(platform.send("DELETE", "/api/v1/connectors/" + one.name() + "/use", "").status()).isEqualTo(200);
        }
        in(() -> platform.bean(Choices.class).inForce()).forEach((scope, supplier) -> chosen(scope, null));
        asked.clear();
    }

    private record BankConnectorLine(String name, int version) {}

    private static List<BankConnectorLine> used() {
        return in(() -> platform.bean(StoredConnectors.class).at(Long.MAX_VALUE)).stream()
                .map(one -> new BankConnectorLine(one.name(), one.version()))
                .toList();
    }

    @Test
    void a_conversation_finishes_on_the_version_it_began_with_and_the_next_begins_with_the_new_one() {
        String name = published(name(), "one", LINK, TASTES);
        Session asha = somebody();
        done(asha, TASTES);
        published(name, "two", LINK, TASTES);
        done(asha, TASTES);
        done(asha, LINK);
        done(somebody(), LINK);
        assertThat(asked)
                .containsExactly(
                        "GET /one/profile.preferences/" + customer,
                        "GET /one/profile.preferences/" + customer,
                        "POST /one/access.send_reset_link/" + customer,
                        "POST /two/access.send_reset_link/" + customer);
        assertThat(in(() -> platform.bean(Releases.class).list(2)).stream().map(Releases.Release::after))
                .contains(name + ", version 2");
    }

    @Test
    void what_is_in_doubt_is_found_out_by_the_version_that_asked_even_when_it_is_out_of_use() throws Exception {
        String name = published(name(), "one", LINK);
        Session asha = somebody();
        status = 503;
        assertThat(perform(asha, "in-doubt-" + name, LINK, "{}")).isInstanceOf(Ruling.InDoubt.class);
        published(name, "two", LINK);
        assertThat(platform.send("DELETE", "/api/v1/connectors/" + name + "/use", "").status()).isEqualTo(200);
        asked.clear();
        status = 200;
        in(() -> platform.bean(TenantDatabase.class).inTransaction(sql -> sql.execute(
                "UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'")));
        // Whoever is first finds out, this or the worker.
        Instant end = Instant.now().plusSeconds(20);
        while (perform(asha, "in-doubt-" + name, LINK, "{}") instanceof Ruling.InDoubt && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(perform(asha, "in-doubt-" + name, LINK, "{}")).isInstanceOf(Ruling.Done.class);
        assertThat(asked).contains("GET /one/asked/" + customer).noneMatch(one -> one.contains("/two/") || one.startsWith("POST"));
        assertThat(stored("SELECT connector || ' ' || connector_version FROM bank_intent WHERE call_id = 'in-doubt-" + name + "'"))
                .containsExactly(name + " 1");
    }

    @Test
    void each_connector_supplies_its_own_and_what_two_supply_is_chosen() {
        String cards = published(name(), "cards", CARDS, BLOCK, LINK);
        String people = published(name(), "people", TASTES, LINK);
        Session asha = somebody();
        done(asha, CARDS);
        done(asha, TASTES);
        assertThat(asked).containsExactly("GET /cards/cards.list/" + customer, "GET /people/profile.preferences/" + customer);
        Ruling.Denied unchosen = (Ruling.Denied) perform(asha, LINK);
        assertThat(unchosen.rule()).isEqualTo("supplier-unchosen");
        assertThat(unchosen.why()).contains("banking-rest/" + cards, "banking-rest/" + people);
        chosen("access", "banking-rest/" + people);
        done(asha, LINK);
        assertThat(asked).last().isEqualTo("POST /people/access.send_reset_link/" + customer);
    }

    @Test
    void a_reference_of_one_connector_is_never_sent_by_another() {
        String one = published(name(), "one", CARDS, BLOCK);
        Session asha = somebody();
        String arguments = "{\"card\": \"" + ((Ruling.Done) done(asha, CARDS)).output().at("/cards/0/card").asText()
                + "\", \"reason\": \"LOST\"}";
        // The other one is in use in a later release: the conversation does not know it.
        String two = published(name(), "two", CARDS, BLOCK);
        chosen("cards", "banking-rest/" + two);
        assertThat(((Ruling.Denied) perform(asha, "block-1-" + one, BLOCK, arguments)).rule()).isEqualTo("supplier-gone");
        Session later = somebody();
        chosen("cards", "banking-rest/" + one);
        String ofOne = "{\"card\": \"" + ((Ruling.Done) done(later, CARDS)).output().at("/cards/0/card").asText()
                + "\", \"reason\": \"LOST\"}";
        chosen("cards", "banking-rest/" + two);
        assertThat(((Ruling.Denied) perform(later, "block-2-" + one, BLOCK, ofOne)).rule()).isEqualTo("reference-issuer");
        assertThat(asked).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void what_is_taken_out_of_use_supplies_nothing_from_then_on_in_no_conversation() throws Exception {
        String name = published(name(), "one", TASTES);
        Session asha = somebody();
        done(asha, TASTES);
        assertThat(platform.send("DELETE", "/api/v1/connectors/" + name + "/use", "").body().text("inUse")).isEqualTo("false");
        assertThat(((Ruling.Denied) perform(asha, TASTES)).rule()).isEqualTo("not-supplied");
        assertThat(in(() -> platform.bean(Releases.class).list(1)).getFirst().after()).isEqualTo("out of use");
        published(name, "two", TASTES);
        done(somebody(), TASTES);
        assertThat(platform.send("DELETE", "/api/v1/connectors/nothing-like-it/use", "").status()).isEqualTo(404);
    }

    @Test
    void whom_it_trusts_and_in_whose_name_it_speaks_is_changed_by_two_people() throws Exception {
        String plugin = "/api/v1/plugins/banking-rest";
        String address = "\"baseUrl\": \"http://localhost:" + server.getAddress().getPort() + "\"";
        String authority = "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----";
        for (String change : List.of("\"authorities\": \"" + authority + "\"", "\"clientId\": \"somebody-else\"")) {
            String wanted = "{\"settings\": {" + address + ", " + change + "}}";
            assertThat(platform.send("PUT", plugin + "/settings", wanted).status()).as(change).isEqualTo(202);
            assertThat(platform.plugin("banking-rest").text("settings")).doesNotContain("AAAA", "somebody-else");
            assertThat(platform.plugin("banking-rest").text("pending")).contains("widened=true");
            // Switched off it can be changed by one person, and then is not what was approved once.
            assertThat(platform.send("POST", plugin + "/disable", "{}").status()).isEqualTo(200);
            assertThat(platform.send("PUT", plugin + "/settings", wanted).status()).isEqualTo(200);
            assertThat(platform.send("POST", plugin + "/enable", "{}").status()).as("on again, after " + change).isEqualTo(202);
            assertThat(platform.send("PUT", plugin + "/settings", "{\"settings\": {" + address + "}}").status()).isEqualTo(200);
            assertThat(platform.enable("banking-rest").body().text("state")).isEqualTo("ENABLED");
        }
    }

    @Test
    void another_bank_has_none_of_it() {
        published(name(), "one", TASTES);
        done(somebody(), TASTES);
        assertThat(CurrentTenant.call(platform.another(), () -> platform.bean(StoredConnectors.class).at(Long.MAX_VALUE)))
                .isEmpty();
        int pinned = CurrentTenant.call(platform.another(), () -> platform.bean(TenantDatabase.class)
                .inTransaction(sql -> sql.createQuery("SELECT count(*) FROM bank_conversation_release")
                        .mapTo(Integer.class)
                        .one()));
        assertThat(pinned).isZero();
    }

    private static String name() {
        return "fern-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Every operation answers with its example; the server sees which connector asked. */
    private static String document(String name, String mark, String... operations) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("connector", 1).put("name", name).put("version", 1).put("title", name);
        document.putObject("auth").put("type", "NONE");
        ObjectNode all = document.putObject("operations");
        for (String operation : operations) {
            OperationSpec spec = Catalogue.standard().find(operation).orElseThrow();
            String plain = operation.substring(0, operation.indexOf('/'));
            String example = spec.examples().getFirst().output().toString();
            ObjectNode mapped = all.putObject(operation);
            mapped.putObject("call")
                    .put("method", spec.hasEffect() ? "POST" : "GET")
                    .put("path", "/" + mark + "/" + plain + "/{customerRef}")
                    .put("result", example);
            if (spec.hasEffect()) {
                mapped.put("idempotencyHeader", "Idempotency-Key");
                ObjectNode reconcile = mapped.putObject("reconcile");
                reconcile.put("performed", "status = 200");
                ObjectNode call = reconcile.putObject("call");
                call.put("method", "GET").put("path", "/" + mark + "/asked/{customerRef}").put("result", example);
                call.putObject("query").put("key", "callId");
            }
        }
        return document.toString();
    }

    /** By two people. @return its name */
    private static String published(String name, String mark, String... operations) {
        UUID etag = as(ANNA, () -> platform.bean(Drafts.class)
                .save(name, null, document(name, mark, operations), "{}", ANNA)
                .etag());
        as(ANNA, () -> {
            platform.bean(Publication.class).ask(name, etag, "for the test", ANNA);
            return name;
        });
        as(BEN, () -> platform.bean(Publication.class).approve(name, etag, BEN));
        return name;
    }

    private static void chosen(String scope, @Nullable String supplier) {
        Choices choices = platform.bean(Choices.class);
        UUID wanted = as(ANNA, () -> choices.want(scope, supplier, "as agreed", ANNA).id());
        as(BEN, () -> choices.decide(wanted, true, "", BEN));
    }

    private Session somebody() {
        return new Session(UUID.randomUUID(), customer, OperationSpec.Assurance.STEPPED_UP, "en", "test_intent");
    }

    private static Ruling done(Session session, String operation) {
        Ruling ruling = perform(session, operation);
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ruling;
    }

    private static Ruling perform(Session session, String operation) {
        return perform(session, UUID.randomUUID().toString(), operation, "{}");
    }

    private static Ruling perform(Session session, String call, String operation, String arguments) {
        return in(() -> platform.bean(BankOperations.class).perform(session, call, operation, read(arguments)));
    }

    private static ObjectNode read(String text) {
        try {
            return JSON.readValue(text, ObjectNode.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<String> stored(String query) {
        return in(() -> platform.bean(TenantDatabase.class)
                .inTransaction(sql -> sql.createQuery(query).mapTo(String.class).list()));
    }

    private static <T> T in(Supplier<T> work) {
        return CurrentTenant.call(platform.bank, work::get);
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return CurrentTenant.call(platform.bank, () -> CurrentActor.call(actor, work::get));
    }
}
