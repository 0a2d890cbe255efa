package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.turn.Turns;
import io.openteller.testkit.OpenAiServer;
import io.openteller.testkit.OpenAiServer.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What a platform publishes moves for the reason that it says, names nobody, and is what dashboards and alerts ask for. */
class MetricsIT {

    private static final Path HELM = Path.of("..", "helm", "openteller");
    private static final String CANARY = "Xylophone-Quetzal";

    /** Words of PromQL; every other word in an expression is a metric. */
    private static final Set<String> LANGUAGE = Set.of(
            "sum", "max", "min", "avg", "count", "by", "without", "rate", "increase", "absent", "histogram_quantile",
            "label_values", "and", "or", "unless", "on", "ignoring", "clamp_min");

    @TempDir
    static Path folder;

    private static EmbeddedServer platform;
    private static OpenAiServer model;
    private TestBank bank;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "llm-openai");
        platform = TestPlatform.start(Map.of(
                "openteller.turn.loop", "false",
                "openteller.relay.loop", "false",
                "openteller.metrics.every", "200ms",
                "openteller.plugins.folder", plugins.toString()));
        model = new OpenAiServer();
    }

    @AfterAll
    static void stop() {
        platform.close();
        model.close();
    }

    @BeforeEach
    void a_bank() throws Exception {
        bank = TestBank.open(platform.getApplicationContext(), "GBP");
    }

    private String name() {
        return bank.tenant().slug().value();
    }

    @Test
    void a_turn_waits_grows_old_is_claimed_and_has_ended() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        visitor.says("What are the fees?");
        visitor.says("And for a second card?");
        becomes("openteller_turns_waiting", 1);
        double age = scraped("openteller_turns_waiting_seconds");
        await(() -> scraped("openteller_turns_waiting_seconds") > Math.max(age, 0.5));
        assertThat(scraped("openteller_messages_total", "kind", "for-assistant")).isEqualTo(2);
        assertThat(scraped("openteller_turns_claimed_total")).isZero();

        answerNext();
        becomes("openteller_turns_waiting", 1);
        answerNext();
        becomes("openteller_turns_waiting", 0);

        assertThat(scraped("openteller_turns_waiting_seconds")).isZero();
        assertThat(scraped("openteller_turns_claimed_total", "again", "false")).isEqualTo(2);
        assertThat(scraped("openteller_turns_total", "outcome", "stored")).isEqualTo(2);
        assertThat(scraped("openteller_turn_duration_seconds_count")).isEqualTo(2);
    }

    @Test
    void a_turn_that_lost_its_worker_waits_again_and_one_past_its_deadline_fails() throws Exception {
        TestVisitor.anonymous(platform, bank).says("What are the fees?");
        inBank(sql -> sql.execute("UPDATE turn SET status = 'RUNNING', fence = 1, lease_until = clock_timestamp() + interval '1 hour'"));
        becomes("openteller_turns_waiting", 0);
        inBank(sql -> sql.execute(
                "UPDATE turn SET lease_until = clock_timestamp(), deadline = clock_timestamp() - interval '1 second'"));
        becomes("openteller_turns_waiting", 1);
        answerNext();
        assertThat(scraped("openteller_turns_claimed_total", "again", "true")).isEqualTo(1);
        assertThat(scraped("openteller_turns_total", "rule", "deadline-passed")).isEqualTo(1);
    }

    @Test
    void changes_wait_in_the_outbox_until_they_are_taken() throws Exception {
        becomes("openteller_outbox_waiting", 0);
        TestVisitor.anonymous(platform, bank).says("What are the fees?");
        await(() -> scraped("openteller_outbox_waiting") > 0);
        double age = scraped("openteller_outbox_waiting_seconds");
        await(() -> scraped("openteller_outbox_waiting_seconds") > Math.max(age, 0.3));
        inBank(sql -> sql.execute("DELETE FROM outbox"));
        becomes("openteller_outbox_waiting", 0);
    }

    @Test
    void a_customer_waits_for_a_person_is_late_and_waits_no_more() throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(platform, bank);
        assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
        becomes("openteller_people_waiting", 1);
        assertThat(scraped("openteller_people_late")).isZero();
        inBank(sql -> sql.execute("UPDATE escalation SET due_at = clock_timestamp() - interval '1 second'"));
        becomes("openteller_people_late", 1);
        await(() -> scraped("openteller_people_waiting_seconds") > 0.3);
        inBank(sql -> sql.execute("UPDATE conversation SET owner = 'AGENT', agent_id = gen_random_uuid(), agent_name = 'Asha'"));
        becomes("openteller_people_waiting", 0);
        becomes("openteller_people_late", 0);
    }

    @Test
    void a_call_that_nobody_knows_the_end_of_is_asked_for_and_then_left_to_people() throws Exception {
        becomes("openteller_unsettled_asking", 0);
        inBank(sql -> sql.execute("INSERT INTO bank_intent (tenant_id, call_id, conversation_id, customer_ref, operation, intent,"
                + " language, arguments, bank_arguments, state) VALUES (current_setting('app.tenant')::uuid, 'call-1',"
                + " gen_random_uuid(), 'C-1', 'cards.block/v1', 'block-card', 'en', '{}', '{}', 'IN_DOUBT')"));
        becomes("openteller_unsettled_asking", 1);
        assertThat(scraped("openteller_unsettled_people")).isZero();
        inBank(sql -> sql.execute("UPDATE bank_intent SET state = 'NEEDS_PERSON', attention = 'unknown', attention_at = clock_timestamp()"));
        becomes("openteller_unsettled_people", 1);
        becomes("openteller_unsettled_asking", 0);
        inBank(sql -> sql.execute("UPDATE bank_intent SET settled_at = clock_timestamp(), settled_by = 'asha'"));
        becomes("openteller_unsettled_people", 0);
    }

    @Test
    void a_stream_counts_while_it_is_open() throws Exception {
        double before = Scrape.of(platform).value("openteller_streams_open", "kind", "conversation");
        TestStream stream = TestVisitor.anonymous(platform, bank).stream(null);
        stream.next();
        assertThat(Scrape.of(platform).value("openteller_streams_open", "kind", "conversation")).isEqualTo(before + 1);
        stream.close();
        await(() -> Scrape.of(platform).value("openteller_streams_open", "kind", "conversation") == before);
    }

    @Test
    void connections_count_while_they_are_used_and_waited_for() throws Exception {
        TenantDatabase database = platform.getApplicationContext().getBean(TenantDatabase.class);
        CountDownLatch open = new CountDownLatch(1);
        for (int i = 0; i < 9; i++) {
            Thread.ofVirtual().start(() -> CurrentTenant.run(bank.tenant(), () -> database.inTransaction(sql -> {
                try {
                    return open.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException stop) {
                    return false;
                }
            })));
        }
        await(() -> Scrape.of(platform).value("hikaricp_connections_active") >= 9);
        open.countDown();
        await(() -> Scrape.of(platform).value("hikaricp_connections_active") < 9);
    }

    @Test
    void a_call_to_a_model_and_the_plugin_that_makes_it_are_counted_by_what_came_of_it() throws Exception {
        askAModel();
        assertThat(scraped("openteller_model_calls_seconds_count", "task", "ANSWER", "plugin", "llm-openai", "outcome", "SAID"))
                .isEqualTo(1);
        assertThat(scraped("openteller_plugin_calls_seconds_count", "plugin", "llm-openai", "outcome", "done")).isPositive();
    }

    @Test
    void more_banks_than_have_a_label_of_their_own_share_one() throws Exception {
        try (EmbeddedServer small = TestPlatform.start(Map.of(
                "openteller.turn.loop", "false", "openteller.metrics.every", "200ms", "openteller.metrics.banks", "1"))) {
            List<TestVisitor> visitors = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                visitors.add(TestVisitor.anonymous(small, TestBank.open(small.getApplicationContext(), "GBP")));
            }
            for (TestVisitor visitor : visitors) {
                visitor.says("What are the fees?");
            }
            await(() -> Scrape.of(small).value("openteller_turns_waiting", "bank", "others") >= 2);
            assertThat(Scrape.of(small).values("bank")).hasSizeLessThanOrEqualTo(2).contains("others");
        }
    }

    @Test
    void nothing_that_anybody_said_or_is_called_is_published() throws Exception {
        String token = bank.vouched(CANARY);
        TestVisitor visitor = TestVisitor.vouched(platform, bank, token);
        visitor.says("My name is " + CANARY + ", what are the fees?");
        answerNext();
        becomes("openteller_turns_waiting", 0);
        assertThat(Scrape.of(platform).text())
                .doesNotContainIgnoringCase(CANARY)
                .doesNotContain("Ananya", visitor.conversation().toString(), bank.tenant().id().toString());
    }

    /** Dashboards and alerts that ask for what is not there are silent when it matters. */
    @Test
    void dashboards_and_alerts_ask_only_for_what_a_platform_publishes_and_every_alert_is_explained() throws Exception {
        askAModel();
        becomes("openteller_turns_waiting", 0);
        TestStream stream = TestVisitor.anonymous(platform, bank).stream(null);
        stream.next();
        limited();
        Scrape published = Scrape.of(platform);
        stream.close();

        Map<String, String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(40);
        Set<String> asked = new TreeSet<>();
        expressions.forEach((where, expression) -> {
            Set<String> metrics = metrics(expression);
            assertThat(metrics).as(where).isNotEmpty();
            assertThat(published.names()).as(where).containsAll(metrics);
            asked.addAll(metrics);
        });
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(published.labelsOf("openteller_turns_total")).contains("bank", "route", "rule", "outcome");
        assertThat(published.labelsOf("openteller_requests_limited_total")).contains("limit");
        assertThat(published.labelsOf("openteller_plugin_calls_seconds_count")).contains("plugin", "outcome");

        String book = Files.readString(Path.of("..", "docs", "operations.md"));
        assertThat(alerts().keySet()).allSatisfy(alert -> assertThat(book).contains("### " + alert));
        assertThat(asked).allSatisfy(metric -> assertThat(book).contains(metric.replaceAll("_(bucket|count|sum|max|total)$", "")));
    }

    @Test
    void a_metric_that_does_not_exist_would_be_seen() {
        assertThat(metrics("sum by (bank) (rate(openteller_no_such_total{rule=~\"openteller_turns\"}[5m])) / 2 > 0.5"))
                .containsExactly("openteller_no_such_total");
        assertThat(metrics("histogram_quantile(0.99, sum by (le) (rate(a_bucket[5m]))) unless on (bank) b_seconds == 1"))
                .containsExactlyInAnyOrder("a_bucket", "b_seconds");
    }

    private static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", "");
        Set<String> metrics = new TreeSet<>();
        Matcher word = Pattern.compile("\\b[a-zA-Z_][a-zA-Z0-9_:]*").matcher(bare);
        while (word.find()) {
            if (!LANGUAGE.contains(word.group())) {
                metrics.add(word.group());
            }
        }
        return metrics;
    }

    /** By where they stand. */
    private static Map<String, String> expressions() throws Exception {
        Map<String, String> all = new TreeMap<>();
        alerts().forEach((alert, expression) -> all.put("alert " + alert, expression));
        try (Stream<Path> files = Files.list(HELM.resolve("dashboards"))) {
            for (Path file : files.toList()) {
                JsonNode dashboard = TestVisitor.json(Files.readString(file));
                assertThat(dashboard.get("title").getStringValue()).startsWith("Openteller");
                for (JsonNode panel : dashboard.get("panels").values()) {
                    int number = 0;
                    for (JsonNode target : panel.get("targets") == null ? List.<JsonNode>of() : targets(panel)) {
                        all.put(
                                file.getFileName() + " " + panel.get("title").getStringValue() + " " + number++,
                                target.get("expr").getStringValue());
                    }
                }
            }
        }
        return all;
    }

    private static List<JsonNode> targets(JsonNode panel) {
        List<JsonNode> targets = new ArrayList<>();
        panel.get("targets").values().forEach(targets::add);
        return targets;
    }

    /** Alerts by name, with their expressions. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> alerts() throws Exception {
        Map<String, String> alerts = new TreeMap<>();
        try (Stream<Path> files = Files.list(HELM.resolve("alerts"))) {
            for (Path file : files.toList()) {
                Map<String, List<Map<String, Object>>> rules = new Yaml().load(Files.readString(file));
                for (Map<String, Object> group : rules.get("groups")) {
                    for (Map<String, Object> rule : (List<Map<String, Object>>) group.get("rules")) {
                        assertThat(rule).containsKeys("alert", "expr", "for", "labels", "annotations");
                        alerts.put(rule.get("alert").toString(), rule.get("expr").toString());
                    }
                }
            }
        }
        assertThat(alerts).isNotEmpty();
        return alerts;
    }

    private void askAModel() throws Exception {
        CurrentTenant.call(bank.tenant(), () -> {
            Installations installations = platform.getApplicationContext().getBean(Installations.class);
            installations.configure(
                    "llm-openai", Map.of("baseUrl", model.url(), "apiKey", "some-key", "models", "test-model"), "test");
            return installations.enable("llm-openai", true, "test");
        });
        TestProgram program = new TestProgram(platform, bank, EnumSet.of(Permission.PLUGIN_WRITE));
        assertThat(TestProgram.send(program.request("/api/v1/models/routes/ANSWER")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"plugin\": \"llm-openai\", \"model\": \"test-model\","
                                        + " \"timeoutMillis\": 5000, \"dailyTokenBudget\": 100000, \"on\": true}"))
                                .build())
                        .statusCode())
                .isEqualTo(200);
        bank.publish(
                platform.getApplicationContext(),
                "cards",
                "# Replacing a lost card\nA new card costs £6 and comes in 5 days.");
        model.does(new Reply.Says("{\"answered\": true, \"sentences\": [{\"text\": \"A new card costs £6 and comes in 5 days.\","
                + " \"sources\": [1]}]}"));
        TestVisitor.anonymous(platform, bank).says("How much does replacing a card cost?");
        answerNext();
    }

    /** Somebody sends more than is allowed. */
    private void limited() throws Exception {
        TestVisitor eager = TestVisitor.anonymous(platform, bank);
        int status = 202;
        while (status == 202) {
            status = eager.post("/messages", Map.of("clientMessageId", UUID.randomUUID().toString(), "text", "Hello?"))
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    private void answerNext() {
        CurrentTenant.run(bank.tenant(), () -> assertThat(
                        platform.getApplicationContext().getBean(Turns.class).answerNext())
                .isTrue());
    }

    private double scraped(String name, String... labels) throws Exception {
        String[] all = Stream.concat(Stream.of("bank", name()), Stream.of(labels)).toArray(String[]::new);
        return Scrape.of(platform).value(name, all);
    }

    private void becomes(String metric, double value) throws Exception {
        await(() -> Scrape.of(platform).labelsOf(metric).contains("bank") && scraped(metric) == value);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime()).as("it became so in time").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private void inBank(java.util.function.Consumer<Handle> work) {
        Database.asOwner().useTransaction(sql -> {
            sql.createQuery("SELECT set_config('app.tenant', ?, true)")
                    .bind(0, bank.tenant().id().toString())
                    .mapTo(String.class)
                    .one();
            work.accept(sql);
        });
    }
}
