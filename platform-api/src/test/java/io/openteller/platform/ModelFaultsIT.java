package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.conversation.AppendOutcome.Appended;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.ModelServer;
import io.openteller.platform.llm.ModelServer.Behaviour;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.turn.Turns;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole turns of a bank whose model does what models do wrong, over the built plugin and a server on this machine. However it
 * fails, the customer gets one reply: the other model's where the route has one, else the bank's own words.
 */
class ModelFaultsIT {

    private static final String CARDS = "# Replacing a lost card\nA new card costs £6 and comes in 5 days.";
    private static final String OWN_WORDS = "A new card costs £6 and comes in 5 days.";
    private static final String QUESTION = "How much does replacing a card cost?";
    private static final String WELL = "Replacing a lost card costs £6.";
    private static final Opening OPENING = new Opening("WIDGET", null, null, "en", "Hello, I am an AI.");
    private static final int LONG_TEXT = 10_000_000;

    private static final Map<String, Behaviour> FAULTS = Map.ofEntries(
            Map.entry("429 with Retry-After", reply -> {
                reply.header("Retry-After", "60");
                reply.sends(429, "application/json", "{}");
            }),
            Map.entry("500", reply -> reply.sends(500, "application/json", "{}")),
            Map.entry("hang before headers", ModelServer.Reply::hangs),
            Map.entry("hang mid-stream", reply -> {
                reply.begins("{\"answered\": true, \"sentences\": [{\"text\": \"Replacing a");
                reply.hangs();
            }),
            Map.entry("one byte per second", reply -> {
                reply.begins("{\"answered\": true");
                while (reply.pauses(1_000)) {
                    reply.raw("d");
                }
            }),
            Map.entry("cut JSON", reply -> {
                reply.begins("{\"answered\": true, \"sentences\": [{\"te");
                reply.ends();
            }),
            Map.entry("cut connection", reply -> reply.begins("{\"answered\": true, \"sentences\": [{\"te")),
            Map.entry("HTML", reply -> reply.sends(200, "text/html", "<html><body>Sign in</body></html>")),
            Map.entry("10 MB", reply -> reply.sends(200, "text/event-stream", ": " + "x".repeat(LONG_TEXT))),
            Map.entry("10 MB of answer", reply -> {
                reply.begins("{\"answered\": true, \"sentences\": [");
                for (int i = 0; i < 100; i++) {
                    reply.goesOn(" ".repeat(100_000));
                }
                reply.goesOn("]}");
                reply.ends();
            }),
            Map.entry("tool loop", reply -> reply.sends(
                    200,
                    "text/event-stream",
                    "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                            + "{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"t1\",\"type\":\"function\","
                            + "\"function\":{\"name\":\"transfer\",\"arguments\":\"{}\"}}]}}]}\n\ndata: {\"id\":\"c\","
                            + "\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},"
                            + "\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n")),
            Map.entry("empty", reply -> reply.says("")),
            Map.entry("nothing at all", reply -> reply.sends(200, "text/event-stream", "")),
            Map.entry("wrong schema", reply -> reply.says("{\"answer\": \"A card costs £6.\"}")),
            Map.entry("other language", reply -> reply.says(
                    "{\"answered\": true, \"sentences\": [{\"text\": \"Une nouvelle carte coûte £6 et arrive en 5 jours"
                            + " ouvrables chez vous.\", \"sources\": [1]}]}")));

    /** For who is to be late, and for who must not be on any machine. */
    private static final int SOON_OVER = 1_500;

    private static final int LONG_ENOUGH = 10_000;

    @TempDir
    static Path folder;

    private static EmbeddedServer platform;
    private ModelServer server;
    private TestBank bank;
    private final String bad = "bad-" + UUID.randomUUID();
    private final String good = "good-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "llm-openai");
        platform = TestPlatform.start(
                Map.of("openteller.turn.loop", "false", "openteller.plugins.folder", plugins.toString()));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank() throws Exception {
        server = new ModelServer();
        server.model(good, reply -> reply.says(
                "{\"answered\": true, \"sentences\": [{\"text\": \"" + WELL + "\", \"sources\": [1]}]}"));
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
        at(server.url());
        bank.publish(platform.getApplicationContext(), "cards", CARDS);
    }

    @AfterEach
    void gone() {
        server.close();
    }

    private void at(String url) throws Exception {
        in(() -> {
            bean(Installations.class)
                    .configure("llm-openai", Map.of("baseUrl", url, "apiKey", "some-key", "models", "any"), "test");
            return bean(Installations.class).enable("llm-openai", true, "test");
        });
    }

    private void route(String... models) throws Exception {
        TestProgram program = new TestProgram(platform, bank, EnumSet.of(Permission.PLUGIN_WRITE));
        String candidates = String.join(
                ", ",
                List.of(models).stream()
                        .map(model -> "{\"plugin\": \"llm-openai\", \"model\": \"" + model + "\", \"totalMillis\": "
                                + (model.equals(bad) ? SOON_OVER : LONG_ENOUGH) + "}")
                        .toList());
        var put = program.request("/api/v1/models/routes/ANSWER")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"on\": true, \"candidates\": [" + candidates + "], \"budget\": {\"tokensPerDay\": 1000000}}"))
                .build();
        assertThat(TestProgram.send(put).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "429 with Retry-After", "500", "hang before headers", "hang mid-stream", "one byte per second", "cut JSON",
                "cut connection", "HTML", "10 MB", "10 MB of answer", "tool loop", "empty", "nothing at all", "wrong schema",
                "other language"
            })
    void however_the_only_model_fails_the_bank_answers_in_its_own_words_once(String fault) throws Exception {
        server.model(bad, FAULTS.get(fault));
        route(bad);
        Turn turn = said();
        assertThat(turn.replies()).containsExactly(OWN_WORDS);
        assertThat(turn.decision()).contains("\"CONTAIN\"").doesNotContain("\"SAID\"");
        assertThat(server.asked(bad)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "429 with Retry-After", "500", "hang before headers", "hang mid-stream", "one byte per second", "cut JSON",
                "cut connection", "HTML", "10 MB", "10 MB of answer", "tool loop", "empty", "nothing at all", "wrong schema",
                "other language"
            })
    void however_the_first_model_fails_the_second_answers_once(String fault) throws Exception {
        server.model(bad, FAULTS.get(fault));
        route(bad, good);
        Turn turn = said();
        assertThat(turn.replies()).containsExactly(WELL);
        assertThat(turn.decision()).contains("\"CONTAIN\"", "\"SAID\"");
        assertThat(server.asked().stream().map(ModelServer.Asked::model)).containsExactly(bad, good);
        assertThat(kept()).containsExactlyInAnyOrder(bad, good);
    }

    @Test
    void a_server_that_is_not_there_costs_the_customer_nothing() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            at("http://localhost:" + port + "/v1");
        }
        route(bad, good);
        Turn turn = said();
        assertThat(turn.replies()).containsExactly(OWN_WORDS);
        assertThat(turn.decision()).contains("\"UNAVAILABLE\"");
    }

    @Test
    void a_model_that_stops_after_a_sentence_was_shown_is_not_gone_on_with_by_another() throws Exception {
        server.model(bad, reply -> {
            reply.begins("{\"answered\": true, \"sentences\": [{\"text\": \"" + WELL + "\", \"sources\": [1]}, {");
            reply.hangs();
        });
        route(bad, good);
        Turn turn = said();
        assertThat(turn.replies()).containsExactly(OWN_WORDS);
        assertThat(server.asked(good)).isZero();
    }

    @Test
    void a_model_that_fails_again_and_again_is_left_alone_and_asked_again_when_it_is_well() throws Exception {
        route(bad, good);
        server.model(bad, FAULTS.get("500"));
        for (int i = 0; i < 7; i++) {
            assertThat(said().replies()).containsExactly(WELL);
        }
        assertThat(server.asked(bad)).isEqualTo(5);
        assertThat(said().decision()).contains("\"RESTING\"");

        String restless = "restless-" + UUID.randomUUID();
        route(restless, good);
        server.model(restless, reply -> {
            reply.header("Retry-After", "0");
            reply.sends(429, "application/json", "{}");
        });
        assertThat(said().decision()).contains("\"LIMITED\"");
        server.model(restless, reply -> reply.says(
                "{\"answered\": true, \"sentences\": [{\"text\": \"" + OWN_WORDS + "\", \"sources\": [1]}]}"));
        assertThat(said().decision()).doesNotContain("\"RESTING\"", "\"LIMITED\"").contains("\"SAID\"");
    }

    private record Turn(List<String> replies, String decision) {}

    private Turn said() throws Exception {
        return in(() -> {
            UUID chat = bean(Conversations.class).open(OPENING);
            Appended appended = (Appended) bean(Turns.class).accept(chat, "m1", QUESTION);
            assertThat(bean(Turns.class).answerNext()).isTrue();
            assertThat(bean(Turns.class).answerNext()).isFalse();
            return new Turn(
                    bean(Conversations.class).messages(chat, 2, 10).stream()
                            .filter(message -> message.author() == Author.ASSISTANT)
                            .map(message -> message.text())
                            .toList(),
                    bean(TurnQueue.class).decision(appended.turn()).orElseThrow());
        });
    }

    /** The models of the calls on record. */
    private List<String> kept() throws Exception {
        TestProgram program = new TestProgram(platform, bank, EnumSet.of(Permission.PLUGIN_READ));
        assertThat(TestProgram.send(program.request("/api/v1/models/calls").GET().build()).statusCode())
                .isEqualTo(200);
        return in(() -> bean(TenantDatabase.class)
                .inTransaction(sql -> sql.createQuery("SELECT model FROM model_call")
                        .mapTo(String.class)
                        .list()));
    }

    private <T> T in(Callable<T> work) throws Exception {
        return CurrentTenant.call(bank.tenant(), work::call);
    }

    private static <T> T bean(Class<T> type) {
        return platform.getApplicationContext().getBean(type);
    }
}
