package io.openteller.platform.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.internal.budgets.Budgets;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.testkit.OpenAiServer;
import io.openteller.testkit.OpenAiServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** The door to models over the built plugin and a server on this machine. Every test has a model of its own. */
class ModelsIT {

    private static final String KEY = "a-key-of-the-model-server";
    private static final String NOTHING = "{\"answered\": false, \"sentences\": []}";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private OpenAiServer server;
    private final String model = "m-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "llm-openai");
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_server_and_a_route() throws Exception {
        server = new OpenAiServer();
        in(() -> {
            Installations installations = platform.bean(Installations.class);
            installations.configure(
                    "llm-openai", Map.of("baseUrl", server.url(), "apiKey", KEY, "models", model + ", other"), "test");
            return installations.enable("llm-openai", true, "test");
        });
        assertThat(route(5_000, 1_000_000, true)).isEqualTo(200);
    }

    @AfterEach
    void gone() {
        server.close();
    }

    private int route(int timeout, long budget, boolean on) throws Exception {
        return platform.send("PUT", "/api/v1/models/routes/ANSWER", "{\"plugin\": \"llm-openai\", \"model\": \"" + model
                        + "\", \"timeoutMillis\": " + timeout + ", \"dailyTokenBudget\": " + budget + ", \"on\": " + on + "}")
                .status();
    }

    private static <T> T in(Callable<T> work) throws Exception {
        return CurrentTenant.call(platform.bank, work::call);
    }

    private static Prompt prompt(String question) {
        Hidden asked = platform.bean(Privacy.class).tokens(List.of()).forModel(question);
        return Prompt.of("answer-v1", Map.of("passages", asked, "before", asked, "question", asked));
    }

    private static Outcome ask() throws Exception {
        return in(() -> platform.bean(Models.class)
                .complete(Task.ANSWER, prompt("What does it cost?"), Instant.now().plusSeconds(20)));
    }

    private static Why why(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NoModel.class);
        return ((NoModel) outcome).why();
    }

    private String stored(String what) throws Exception {
        assertThat(platform.send("GET", "/api/v1/models/calls", "").status()).isEqualTo(200);
        return in(() -> platform.bean(TenantDatabase.class)
                .inTransaction(sql -> String.valueOf(sql.createQuery("SELECT " + what
                                + " FROM model_call WHERE model = :model ORDER BY id DESC LIMIT 1")
                        .bind("model", model)
                        .mapTo(String.class)
                        .one())));
    }

    @Test
    void an_answer_comes_through_plugin_and_wire_and_the_call_is_kept() throws Exception {
        server.does(new Reply.Says(NOTHING));
        ModelTime time = new ModelTime(Instant.now().plusSeconds(20));
        List<ModelCall> calls = new ArrayList<>();
        Outcome outcome = time.during(() -> {
            Outcome said = ask();
            calls.addAll(ModelTime.calls());
            return said;
        });
        assertThat(outcome).isInstanceOfSatisfying(Said.class, said -> assertThat(said.text()).isEqualTo(NOTHING));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.inputTokens() + call.outputTokens()).isEqualTo(27);
            assertThat(call.inWords()).contains("ANSWER", "llm-openai", "answer-v1", "SAID");
        });
        assertThat(server.bodies()).singleElement().asString().contains(model, "json_schema");
        assertThat(stored("outcome || ' ' || prompt || ' ' || said")).isEqualTo("SAID answer-v1 " + NOTHING);
    }

    @Test
    void personal_values_leave_and_are_kept_as_tokens_only() throws Exception {
        server.does(new Reply.Says(NOTHING));
        in(() -> platform.bean(Models.class)
                .complete(
                        Task.ANSWER,
                        prompt("My IBAN is GB29 NWBK 6016 1331 9268 19, mail jo.field@mail.example"),
                        Instant.now().plusSeconds(20)));
        assertThat(server.bodies().getLast()).contains("IBAN_1]").doesNotContain("6016", "jo.field");
        assertThat(stored("asked")).contains("IBAN_1]").doesNotContain("6016", "jo.field");
    }

    @Test
    void pieces_come_as_they_are_made_for_the_same_bank_and_can_be_stopped() throws Exception {
        server.does(new Reply.Says(NOTHING));
        List<String> pieces = new ArrayList<>();
        Outcome all = in(() -> platform.bean(Models.class)
                .stream(Task.ANSWER, prompt("?"), Instant.now().plusSeconds(20), piece -> {
                    assertThat(CurrentTenant.get()).isEqualTo(platform.bank);
                    return pieces.add(piece);
                }));
        assertThat(all).isInstanceOf(Said.class);
        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(String.join("", pieces)).isEqualTo(NOTHING);
        Outcome stopped = in(() -> platform.bean(Models.class)
                .stream(Task.ANSWER, prompt("?"), Instant.now().plusSeconds(20), piece -> false));
        assertThat(why(stopped)).isEqualTo(Why.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"answered\": \"perhaps\"}", "{\"answered\": true, \"sentences\": [{}]}", "Certainly!"})
    void an_answer_that_does_not_fit_the_schema_is_no_answer(String text) throws Exception {
        server.does(new Reply.Says(text));
        assertThat(why(ask())).isEqualTo(Why.BAD_ANSWER);
    }

    @Test
    void a_limit_is_a_rest_in_which_the_server_is_not_asked() throws Exception {
        server.does(new Reply.Sends(429, "Retry-After", "60", "application/json", "{}"));
        assertThat(why(ask())).isEqualTo(Why.LIMITED);
        assertThat(why(ask())).isEqualTo(Why.RESTING);
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void after_its_rest_the_model_is_asked_again() throws Exception {
        server.does(new Reply.Sends(429, "Retry-After", "0", "application/json", "{}"));
        assertThat(why(ask())).isEqualTo(Why.LIMITED);
        server.does(new Reply.Says(NOTHING));
        assertThat(ask()).isInstanceOf(Said.class);
        assertThat(ask()).isInstanceOf(Said.class);
    }

    @Test
    void a_model_that_fails_again_and_again_is_left_alone() throws Exception {
        server.does(new Reply.Sends(500, "", "", "application/json", "{}"));
        List<Why> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            seen.add(why(ask()));
        }
        assertThat(seen).startsWith(Why.UNAVAILABLE).endsWith(Why.RESTING);
        assertThat(server.bodies()).hasSize(5);
    }

    @Test
    void who_hangs_is_waited_for_no_longer_than_the_route_says() throws Exception {
        assertThat(route(400, 1_000_000, true)).isEqualTo(200);
        server.does(new Reply.Hangs(""));
        assertThat(why(ask())).isEqualTo(Why.UNAVAILABLE);
        assertThat(stored("outcome")).isEqualTo("UNAVAILABLE");
    }

    @Test
    void with_no_time_left_nobody_is_asked() throws Exception {
        Outcome outcome = in(() -> platform.bean(Models.class)
                .complete(Task.ANSWER, prompt("?"), Instant.now().plusMillis(20)));
        assertThat(why(outcome)).isEqualTo(Why.NO_TIME);
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void all_that_one_piece_of_work_asks_has_one_limit_of_time() throws Exception {
        ModelTime over = new ModelTime(Instant.now());
        assertThat(why(over.during(ModelsIT::ask))).isEqualTo(Why.NO_TIME);
    }

    @Test
    void a_spent_budget_stops_before_the_server_is_asked() throws Exception {
        server.does(new Reply.Says(NOTHING));
        assertThat(ask()).isInstanceOf(Said.class);
        assertThat(route(5_000, 100, true)).isEqualTo(200);
        assertThat(why(ask())).isEqualTo(Why.BUDGET_SPENT);
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void what_was_set_aside_and_not_used_is_there_again() throws Exception {
        server.does(new Reply.Says(NOTHING));
        long before = spent();
        ask();
        assertThat(spent() - before).isEqualTo(27);
    }

    /** Once all that was borrowed is back. */
    private static long spent() throws Exception {
        platform.bean(Budgets.class).giveBackIdle(Duration.ZERO);
        return in(() -> platform.bean(TenantDatabase.class)
                .inTransaction(sql -> sql.createQuery("SELECT coalesce(sum(taken), 0) FROM model_ledger"
                                + " WHERE account = 'ANSWER' AND unit = 'TOKENS' AND span = 'DAY'")
                        .mapTo(Long.class)
                        .one()));
    }

    @Test
    void a_route_that_is_off_and_a_bank_without_one_have_no_model() throws Exception {
        assertThat(in(() -> platform.bean(Models.class).configured(Task.ANSWER))).isTrue();
        assertThat(route(5_000, 1_000_000, false)).isEqualTo(200);
        assertThat(in(() -> platform.bean(Models.class).configured(Task.ANSWER))).isFalse();
        assertThat(why(ask())).isEqualTo(Why.NOT_CONFIGURED);
        Outcome elsewhere = CurrentTenant.call(platform.another(), () -> platform.bean(Models.class)
                .complete(Task.ANSWER, prompt("?"), Instant.now().plusSeconds(20)));
        assertThat(why(elsewhere)).isEqualTo(Why.NOT_CONFIGURED);
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void a_plugin_that_is_switched_off_answers_nothing() throws Exception {
        platform.send("POST", "/api/v1/plugins/llm-openai/disable", "{}");
        assertThat(why(ask())).isEqualTo(Why.REFUSED);
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void routes_are_shown_with_what_is_offered_and_their_change_is_audited() throws Exception {
        server.does(new Reply.Says(NOTHING));
        ask();
        var shown = platform.send("GET", "/api/v1/models", "").body();
        assertThat(shown.objects("providers").getFirst().text("models")).contains(model, "other");
        assertThat(shown.objects("routes").getFirst().text("dailyTokenBudget")).isEqualTo("1000000");
        assertThat(shown.toString()).doesNotContain(KEY);
        assertThat(in(() -> platform.bean(Audit.class).page(Long.MAX_VALUE, "model", 1)))
                .singleElement()
                .satisfies(event -> assertThat(event.action() + " " + event.subject())
                        .isEqualTo("model.route-changed ANSWER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"plugin\": \"banking-sandbox\", \"model\": \"m\", \"dailyTokenBudget\": 1}",
        "{\"plugin\": \"llm-openai\", \"model\": \" \", \"dailyTokenBudget\": 1}",
        "{\"plugin\": \"llm-openai\", \"model\": \"m\", \"timeoutMillis\": 60000, \"dailyTokenBudget\": 1}",
        "{\"plugin\": \"llm-openai\", \"model\": \"m\", \"dailyTokenBudget\": -1}",
        "{\"plugin\": \"llm-openai\", \"model\": \"m\"}"
    })
    void a_route_that_cannot_work_is_not_stored(String given) throws Exception {
        assertThat(platform.send("PUT", "/api/v1/models/routes/TRANSLATE", given).status()).isEqualTo(422);
        assertThat(in(() -> platform.bean(Models.class).configured(Task.TRANSLATE))).isFalse();
        assertThat(platform.send("PUT", "/api/v1/models/routes/SING", given).status()).isEqualTo(404);
    }
}
