package io.openteller.platform.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Privacy;
import io.openteller.platform.llm.ModelServer.Behaviour;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.internal.records.CallReports;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.Json;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes with several models, over the built plugin and a server on this machine. Every test has models of its own. */
class RouterIT {

    /** For what comes a little later: many, as nothing waits for the last of them unless it fails. */
    private static final int LOOKS = 1_000;

    private static final String NOTHING = "{\"answered\": false, \"sentences\": []}";
    private static final String OTHERWISE = "{\"answered\": true, \"sentences\": []}";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static ModelServer server;
    private final String first = "first-" + UUID.randomUUID();
    private final String second = "second-" + UUID.randomUUID();
    private final List<ModelCall> notes = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "llm-openai");
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
        server = new ModelServer();
        in(() -> {
            Installations installations = platform.bean(Installations.class);
            installations.configure(
                    "llm-openai", Map.of("baseUrl", server.url(), "apiKey", "some-key", "models", "any"), "test");
            return installations.enable("llm-openai", true, "test");
        });
    }

    @AfterAll
    static void stop() {
        server.close();
        platform.close();
    }

    @BeforeEach
    void two_models() throws Exception {
        says(first, NOTHING);
        says(second, OTHERWISE);
        route("");
    }

    @AfterEach
    void no_limits() throws Exception {
        put("/api/v1/models/region", "{}");
        put("/api/v1/models/budget", "{}");
    }

    private static void says(String model, String text) {
        server.model(model, reply -> reply.says(text));
    }

    private static Json put(String path, String body) throws Exception {
        var answer = platform.send("PUT", path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String candidate(String model, String more) {
        return "{\"plugin\": \"llm-openai\", \"model\": \"" + model + "\"" + more + "}";
    }

    private static Json route(String more, String... candidates) throws Exception {
        return put(
                "/api/v1/models/routes/ANSWER",
                "{\"on\": true, \"candidates\": [" + String.join(", ", candidates) + "]" + more + "}");
    }

    /** First, then second. */
    private Json route(String more) throws Exception {
        return route(more, candidate(first, ""), candidate(second, ""));
    }

    private static <T> T in(Callable<T> work) throws Exception {
        return CurrentTenant.call(platform.bank, work::call);
    }

    private static Prompt prompt() {
        Hidden asked = platform.bean(Privacy.class).tokens(List.of()).forModel("What does it cost?");
        return Prompt.of("answer-v1", Map.of("passages", asked, "before", asked, "question", asked));
    }

    private Outcome ask() throws Exception {
        return ask(UUID.randomUUID());
    }

    private Outcome ask(UUID conversation) throws Exception {
        return noted(conversation, () -> platform.bean(Models.class)
                .complete(Task.ANSWER, prompt(), Instant.now().plusSeconds(20)));
    }

    private Outcome read(Reading reading) throws Exception {
        return noted(UUID.randomUUID(), () -> platform.bean(Models.class)
                .stream(Task.ANSWER, prompt(), Instant.now().plusSeconds(20), reading));
    }

    private Outcome noted(UUID conversation, Callable<Outcome> work) throws Exception {
        ModelTime time = new ModelTime(Instant.now().plusSeconds(20), conversation, "customer-1");
        return in(() -> time.during(() -> {
            Outcome outcome = work.call();
            notes.clear();
            notes.addAll(ModelTime.calls());
            return outcome;
        }));
    }

    private List<String> outcomes() {
        return notes.stream().map(ModelCall::outcome).toList();
    }

    private static String said(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Said.class);
        return ((Said) outcome).text();
    }

    private static Why why(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NoModel.class);
        return ((NoModel) outcome).why();
    }

    private static final Map<String, Behaviour> FAILURES = Map.of(
            "UNAVAILABLE", reply -> reply.sends(500, "application/json", "{}"),
            "LIMITED", reply -> {
                reply.header("Retry-After", "60");
                reply.sends(429, "application/json", "{}");
            },
            "BAD_ANSWER", reply -> reply.says("Certainly!"),
            "REFUSED", reply -> reply.sends(401, "application/json", "{}"),
            "TOO_LONG", reply -> reply.sends(413, "application/json", "{}"));

    @ParameterizedTest
    @ValueSource(strings = {"UNAVAILABLE", "LIMITED", "BAD_ANSWER", "REFUSED", "TOO_LONG"})
    void when_the_first_fails_the_second_answers_and_both_are_in_the_notes(String failure) throws Exception {
        server.model(first, Objects.requireNonNull(FAILURES.get(failure)));
        assertThat(said(ask())).isEqualTo(OTHERWISE);
        assertThat(outcomes()).containsExactly(failure, "SAID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAVAILABLE", "LIMITED", "BAD_ANSWER", "REFUSED", "TOO_LONG"})
    void after_a_failure_that_the_route_does_not_list_nobody_else_is_asked(String failure) throws Exception {
        route(", \"fallbackOn\": []");
        server.model(first, Objects.requireNonNull(FAILURES.get(failure)));
        assertThat(why(ask()).name()).isEqualTo(failure);
        assertThat(server.asked(second)).isZero();
    }

    @Test
    void a_model_that_rests_is_passed_over() throws Exception {
        server.model(first, Objects.requireNonNull(FAILURES.get("LIMITED")));
        ask();
        assertThat(said(ask())).isEqualTo(OTHERWISE);
        assertThat(outcomes()).containsExactly("RESTING", "SAID");
        assertThat(server.asked(first)).isEqualTo(1);
        assertThat(platform.send("GET", "/api/v1/models", "").body().toString()).contains("OPEN");
        assertThat(alarmed(alarm -> alarm.contains("BREAKER_OPEN") && alarm.contains(first))).isTrue();
    }

    /** They are written a little later, by a thread of their own, and those of other tests may be there already. */
    private static boolean alarmed(Predicate<String> wanted) throws Exception {
        for (int i = 0; i < LOOKS; i++) {
            List<Json> all = platform.send("GET", "/api/v1/models/alarms", "").body().objects("items");
            if (all.stream().map(Json::toString).anyMatch(wanted)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void a_stream_that_breaks_off_is_begun_anew_only_if_its_reader_can_forget_what_came() throws Exception {
        server.model(first, reply -> reply.begins("{\"answered\": fal"));
        assertThat(why(read(piece -> true))).isEqualTo(Why.BAD_ANSWER);
        assertThat(server.asked(second)).isZero();
        StringBuilder read = new StringBuilder();
        Outcome outcome = read(new Reading() {
            @Override
            public boolean take(String piece) {
                read.append(piece);
                return true;
            }

            @Override
            public boolean again() {
                read.setLength(0);
                return true;
            }
        });
        assertThat(said(outcome)).isEqualTo(OTHERWISE);
        assertThat(read.toString()).isEqualTo(OTHERWISE);
    }

    @Test
    void who_is_late_with_the_first_piece_is_left_for_the_next() throws Exception {
        route("", candidate(first, ", \"firstTokenMillis\": 300"), candidate(second, ""));
        server.model(first, ModelServer.Reply::hangs);
        StringBuilder read = new StringBuilder();
        assertThat(said(read(piece -> read.append(piece).length() > 0))).isEqualTo(OTHERWISE);
        assertThat(read.toString()).isEqualTo(OTHERWISE);
        assertThat(notes.getFirst().detail()).contains("no first piece");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_hedged_question_is_put_to_a_second_model_and_one_answer_alone_is_heard() throws Exception {
        route(", \"hedgeAfterMillis\": 150");
        server.model(first, ModelServer.Reply::hangs);
        StringBuilder read = new StringBuilder();
        assertThat(said(read(piece -> read.append(piece).length() > 0))).isEqualTo(OTHERWISE);
        assertThat(read.toString()).isEqualTo(OTHERWISE);
        assertThat(outcomes()).containsExactly("CANCELLED", "SAID");
        assertThat(said(ask())).isEqualTo(OTHERWISE);
        assertThat(calls(first)).allMatch(call -> call.contains("CANCELLED")).hasSize(2);
    }

    @Test
    void who_answers_in_time_has_no_rival() throws Exception {
        route(", \"hedgeAfterMillis\": 5000");
        assertThat(said(ask())).isEqualTo(NOTHING);
        assertThat(server.asked(second)).isZero();
    }

    @Test
    void a_hedged_question_whose_first_model_fails_after_all_is_answered_by_the_second() throws Exception {
        route(", \"hedgeAfterMillis\": 100");
        CountDownLatch secondAsked = new CountDownLatch(1);
        server.model(first, reply -> {
            secondAsked.await();
            reply.sends(500, "application/json", "{}");
        });
        server.model(second, reply -> {
            secondAsked.countDown();
            reply.pauses(300);
            reply.says(OTHERWISE);
        });
        assertThat(said(ask())).isEqualTo(OTHERWISE);
    }

    /** Of a model, each as text; the record of one that was cancelled is written when it has ended. */
    private static List<String> calls(String model) throws Exception {
        List<String> found = List.of();
        for (int i = 0; i < LOOKS && found.size() < 2; i++) {
            found = platform.send("GET", "/api/v1/models/calls", "").body().objects("items").stream()
                    .map(Json::toString)
                    .filter(call -> call.contains(model))
                    .toList();
            Thread.sleep(20);
        }
        return found;
    }

    @Test
    void a_trial_answers_its_share_of_conversations_and_the_usual_model_the_others() throws Exception {
        route("", candidate(first, ""), candidate(second, ", \"canaryPercent\": 50"));
        Set<String> heard = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            UUID conversation = UUID.randomUUID();
            String answer = said(ask(conversation));
            assertThat(said(ask(conversation))).isEqualTo(answer);
            heard.add(answer);
        }
        assertThat(heard).containsExactlyInAnyOrder(NOTHING, OTHERWISE);
    }

    @Test
    void a_shadow_is_compared_and_never_heard() throws Exception {
        route("", candidate(first, ""), candidate(second, ", \"shadow\": true"));
        assertThat(said(ask())).isEqualTo(NOTHING);
        assertThat(outcomes()).containsExactly("SAID");
        Json shown = shadows();
        assertThat(shown.objects("items").getFirst().toString()).contains(first, second, NOTHING, OTHERWISE);
        assertThat(Double.parseDouble(shown.objects("items").getFirst().text("agree"))).isBetween(0.5, 0.99);
    }

    private Json shadows() throws Exception {
        for (int i = 0; i < LOOKS; i++) {
            Json shown = platform.send("GET", "/api/v1/models/shadows?task=ANSWER", "").body();
            if (shown.objects("items").stream().anyMatch(one -> one.toString().contains(second))) {
                return shown;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the shadow was not asked");
    }

    @Test
    void a_model_outside_the_banks_regions_is_neither_stored_nor_asked() throws Exception {
        route("", candidate(first, ", \"region\": \"us\""), candidate(second, ", \"region\": \"uk\""));
        assertThat(put("/api/v1/models/region", "{\"region\": \"uk\"}").text("refused")).contains(first);
        assertThat(said(ask())).isEqualTo(OTHERWISE);
        assertThat(outcomes()).containsExactly("OUTSIDE_REGION", "SAID");
        assertThat(server.asked(first)).isZero();
        for (String region : List.of("", ", \"region\": \"us\"")) {
            assertThat(platform.send(
                                    "PUT",
                                    "/api/v1/models/routes/ANSWER",
                                    "{\"on\": true, \"candidates\": [" + candidate(first, region) + "]}")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void no_more_calls_run_at_once_than_the_candidate_allows() throws Exception {
        route("", candidate(first, ", \"maxAtOnce\": 1"), candidate(second, ""));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.model(first, reply -> {
            asked.countDown();
            goOn.await();
            reply.says(NOTHING);
        });
        List<Outcome> other = new ArrayList<>();
        Thread busy = Thread.ofVirtual().start(() -> CurrentTenant.run(platform.bank, () -> other.add(platform.bean(Models.class)
                .complete(Task.ANSWER, prompt(), Instant.now().plusSeconds(20)))));
        asked.await();
        assertThat(said(ask())).isEqualTo(OTHERWISE);
        assertThat(outcomes()).containsExactly("TOO_MANY_AT_ONCE", "SAID");
        goOn.countDown();
        busy.join();
        assertThat(said(other.getFirst())).isEqualTo(NOTHING);
    }

    @Test
    void money_is_counted_by_the_operators_prices_and_a_spent_budget_asks_nobody() throws Exception {
        put("/api/v1/models/budget", "{\"moneyPerDayMinor\": 100}");
        assertThat(why(ask())).isEqualTo(Why.BUDGET_SPENT);
        assertThat(notes.getLast().detail()).contains("price");
        String price = "{\"currency\": \"GBP\", \"items\": [{\"plugin\": \"llm-openai\", \"model\": \"first-*\","
                + " \"inputPerMillionMinor\": 1500, \"outputPerMillionMinor\": 6000}]}";
        assertThat(platform.send("PUT", "/api/v1/models/prices", price).status()).isEqualTo(403);
        assertThat(platform.operator("PUT", "/api/v1/models/prices", price).status()).isEqualTo(200);
        assertThat(said(ask())).isEqualTo(NOTHING);
        Json call = newest();
        assertThat(Double.parseDouble(call.text("costMinor"))).isEqualTo((20 * 1500 + 7 * 6000) / 1e6);
        put("/api/v1/models/budget", "{\"moneyPerDayMinor\": 1}");
        assertThat(why(ask())).isEqualTo(Why.BUDGET_SPENT);
        assertThat(alarmed(alarm -> alarm.contains("BUDGET"))).isTrue();
        assertThat(platform.operator("PUT", "/api/v1/models/prices", "{\"currency\": \"GBP\", \"items\": []}").status())
                .isEqualTo(200);
    }

    private static Json newest() throws Exception {
        return platform.send("GET", "/api/v1/models/calls", "").body().objects("items").getFirst();
    }

    @Test
    void a_call_is_kept_whole_and_can_be_made_again() throws Exception {
        assertThat(said(ask())).isEqualTo(NOTHING);
        Json kept = newest();
        var call = platform.send("GET", "/api/v1/models/calls/" + kept.text("id"), "").body();
        assertThat(call.text("asked")).contains("What does it cost?");
        assertThat(call.text("said")).isEqualTo(NOTHING);
        assertThat(call.text("system")).contains("bank's customer service");
        String before = server.asked().getLast().body();
        var again = platform.send("POST", "/api/v1/models/calls/" + kept.text("id") + "/replay", "{}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().text("same")).isEqualTo("true");
        assertThat(server.asked().getLast().body()).isEqualTo(before);
        says(first, OTHERWISE);
        var other = platform.send("POST", "/api/v1/models/calls/" + kept.text("id") + "/replay", "{}");
        assertThat(other.body().text("same")).isEqualTo("false");
    }

    @Test
    void calls_of_one_bank_are_no_others() throws Exception {
        ask();
        String id = newest().text("id");
        var elsewhere = CurrentTenant.call(platform.another(), () -> platform.bean(
                        CallReports.class)
                .used(LocalDate.now(ZoneOffset.UTC)));
        assertThat(elsewhere).isEmpty();
        assertThat(platform.send("GET", "/api/v1/models/calls/" + UUID.randomUUID(), "").status()).isEqualTo(404);
        assertThat(platform.send("GET", "/api/v1/models/calls/" + id, "").status()).isEqualTo(200);
    }

    @Test
    void two_models_are_compared_on_a_question_without_what_is_personal() throws Exception {
        says(first, "One.");
        says(second, "Two.");
        var compared = platform.send(
                        "POST",
                        "/api/v1/models/playground",
                        "{\"task\": \"ANSWER\", \"question\": \"My mail is jo.field@mail.example, what now?\", \"left\": "
                                + candidate(first, "") + ", \"right\": " + candidate(second, "") + "}")
                .body();
        assertThat(compared.text("left")).contains("One.");
        assertThat(compared.text("right")).contains("Two.");
        assertThat(compared.text("asked")).contains("[EMAIL_1]");
        assertThat(server.asked().stream().filter(one -> one.body().contains("what now?")))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.body()).doesNotContain("jo.field"));
    }

    @Test
    void usage_is_shown_in_buckets_with_percentiles() throws Exception {
        ask();
        var mine = platform.send("GET", "/api/v1/models/usage?hours=1", "").body().objects("items").stream()
                .filter(bucket -> bucket.text("model").equals(first))
                .toList();
        assertThat(mine).singleElement().satisfies(bucket -> {
            assertThat(bucket.text("calls")).isEqualTo("1");
            assertThat(bucket.text("inputTokens")).isEqualTo("20");
            assertThat(bucket.text("p95Millis")).isEqualTo(bucket.text("p50Millis"));
        });
    }

    @Test
    void a_release_names_the_route_and_the_wording_that_it_is_asked_with() throws Exception {
        var prompts = platform.send("GET", "/api/v1/models/prompts", "").body().objects("items");
        var answer = prompts.stream().filter(one -> one.text("task").equals("ANSWER")).findFirst().orElseThrow();
        assertThat(answer.text("version")).isEqualTo("answer-v2");
        var releases = platform.send("GET", "/api/v1/releases", "").body().objects("items");
        assertThat(releases.toString()).contains("model:ANSWER", first, "prompt:ANSWER", "answer-v2, SHA-256 ");
        assertThat(releases.stream().map(one -> one.text("number"))).contains(answer.text("release"));
    }

    @Test
    void who_knows_one_model_per_route_changes_the_first_and_keeps_the_rest() throws Exception {
        Json route = route(", \"hedgeAfterMillis\": 700");
        assertThat(route.text("plugin") + " " + route.text("model")).isEqualTo("llm-openai " + first);
        String third = "third-" + UUID.randomUUID();
        Json changed = put(
                "/api/v1/models/routes/ANSWER",
                "{\"on\": true, \"plugin\": \"llm-openai\", \"model\": \"" + third + "\", \"timeoutMillis\": 3000,"
                        + " \"dailyTokenBudget\": 500000, \"hedgeAfterMillis\": 700, \"candidates\": ["
                        + full(first, 1) + ", " + full(second, 2) + "]}");
        assertThat(changed.text("candidates")).contains(third, second).doesNotContain(first);
        assertThat(changed.text("dailyTokenBudget")).isEqualTo("500000");
        Json old = put(
                "/api/v1/models/routes/ANSWER",
                "{\"on\": true, \"plugin\": \"llm-openai\", \"model\": \"" + first + "\", \"dailyTokenBudget\": 1}");
        assertThat(old.objects("candidates")).hasSize(1);
    }

    private static String full(String model, int rank) {
        return candidate(
                model,
                ", \"rank\": " + rank + ", \"weight\": 1, \"totalMillis\": 6000, \"shadow\": false, \"maxAtOnce\": 16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"candidates\": []}",
                "{\"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"m\", \"shadow\": true}]}",
                "{\"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"m\", \"weight\": 0}]}",
                "{\"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"m\", \"canaryPercent\": 101}]}",
                "{\"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"m\"}], \"fallbackOn\": [\"ALWAYS\"]}",
                "{\"candidates\": [{\"plugin\": \"llm-openai\", \"model\": \"m\"}], \"budget\": {\"tokensPerDay\": -1}}"
            })
    void a_route_that_cannot_work_is_not_stored(String given) throws Exception {
        assertThat(platform.send("PUT", "/api/v1/models/routes/JUDGE", given).status()).isEqualTo(422);
    }
}
