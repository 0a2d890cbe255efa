package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.TestStream.Event;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.EventStreams;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Partial;
import io.openteller.platform.conversation.Reply;
import io.openteller.platform.conversation.ReplyOutcome;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Turns;
import io.openteller.testkit.OpenAiServer;
import io.openteller.testkit.OpenAiServer.Reply.Pauses;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** One replica has a model write an answer, the customer reads along at another; Redis is between them. */
class ReadingAlongIT {

    private static final String CARDS =
            "# Replacing a lost card\nA new card costs £6 and comes in 5 days. Ask for it by mail or in a branch.";
    private static final String QUESTION = "How much does replacing a card cost?";
    private static final String OPEN = "{\"answered\": true, \"sentences\": [";
    private static final String FIRST = "Replacing a lost card costs £6.";
    private static final String SECOND = "A new card comes in 5 days.";
    private static final String WRONG = "A new card costs £9.";

    @TempDir
    static Path folder;

    private static RedisServer redis;
    private static RedisClient tap;
    private static final Queue<String> onTheWire = new ConcurrentLinkedQueue<>();
    private static EmbeddedServer writes;
    private static EmbeddedServer reads;
    private OpenAiServer model;
    private TestBank bank;

    @BeforeAll
    static void two_replicas() throws Exception {
        int port = TestPorts.home().getPort();
        redis = new RedisServer(port);
        redis.start();
        String url = "redis://localhost:" + port;
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "llm-openai");
        Map<String, Object> settings = Map.of(
                "openteller.redis.url", url,
                "openteller.turn.loop", "false",
                "openteller.plugins.folder", plugins.toString());
        writes = TestPlatform.start(settings);
        reads = TestPlatform.start(settings);
        tap = RedisClient.create(url);
        var connection = tap.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String text) {
                onTheWire.add(text);
            }
        });
        connection.sync().subscribe("openteller.previews");
    }

    @AfterAll
    static void stop() throws Exception {
        tap.close();
        writes.close();
        reads.close();
        redis.stop();
    }

    @BeforeEach
    void a_bank_with_a_model() throws Exception {
        model = new OpenAiServer();
        bank = TestBank.open(writes.getApplicationContext(), "GBP");
        in(() -> {
            Installations plugins = bean(Installations.class);
            plugins.configure(
                    "llm-openai", Map.of("baseUrl", model.url(), "apiKey", "k", "models", "test-model"), "test");
            return plugins.enable("llm-openai", true, "test");
        });
        var route = new TestProgram(writes, bank, EnumSet.of(Permission.PLUGIN_WRITE))
                .request("/api/v1/models/routes/ANSWER")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"plugin\": \"llm-openai\", \"model\": \"test-model\","
                        + " \"timeoutMillis\": 9000, \"dailyTokenBudget\": 100000, \"on\": true}"))
                .build();
        assertThat(TestProgram.send(route).statusCode()).isEqualTo(200);
        bank.publish(writes.getApplicationContext(), "cards", CARDS);
    }

    @AfterEach
    void gone() {
        model.close();
    }

    @Test
    void the_customer_reads_the_first_sentence_before_the_model_has_written_the_second() throws Exception {
        CountDownLatch goOn = writing(sentence(FIRST) + ", ", sentence(SECOND) + "]}");
        TestVisitor visitor = asking(QUESTION);
        try (TestStream stream = visitor.at(reads).stream("2")) {
            Thread worker = answering();
            Event partial = stream.next(event -> event.name().equals("partial"));
            assertThat(goOn.getCount()).as("the model is still writing").isEqualTo(1);
            assertThat(partial.text()).isEqualTo(FIRST);
            assertThat(partial.id()).isEmpty();
            assertThat(partial.data().get("citations").get(0).get("heading").getStringValue())
                    .isEqualTo("Replacing a lost card");
            goOn.countDown();
            // The second sentence comes with the message, or just before it.
            Event message = stream.nextFrom("ASSISTANT");
            assertThat(message.text()).isEqualTo(FIRST + " " + SECOND);
            assertThat(message.data().get("turnId")).isEqualTo(partial.data().get("turnId"));
            assertThat(message.data().get("citations")).isEqualTo(partial.data().get("citations"));
            worker.join();
        }
        assertThat(bank.stored("SELECT string_agg(seq || ' ' || author, ', ' ORDER BY seq) FROM message"))
                .isEqualTo("1 ASSISTANT, 2 CUSTOMER, 3 ASSISTANT");
        try (TestStream again = visitor.at(reads).stream("2")) {
            assertThat(again.next(event -> !event.name().equals("state")).text()).isEqualTo(FIRST + " " + SECOND);
        }
    }

    @Test
    void a_sentence_that_does_not_hold_never_appears_and_what_stood_before_it_is_taken_back() throws Exception {
        CountDownLatch goOn = writing(sentence(FIRST) + ", ", sentence(WRONG) + ", " + sentence(SECOND) + "]}");
        TestVisitor visitor = asking(QUESTION);
        try (TestStream stream = visitor.at(reads).stream("2")) {
            Thread worker = answering();
            List<Event> heard = new ArrayList<>();
            stream.next(event -> kept(heard, event) && event.name().equals("partial"));
            goOn.countDown();
            Event message = stream.next(event -> kept(heard, event) && event.from("ASSISTANT"));
            assertThat(message.text()).startsWith("A new card costs £6 and comes in 5 days.");
            assertThat(heard.stream().filter(event -> event.name().equals("partial")).map(Event::text))
                    .startsWith(FIRST)
                    .isSubsetOf(FIRST, "");
            assertThat(heard.toString()).doesNotContain("£9");
            worker.join();
        }
    }

    @Test
    void an_answer_that_the_model_takes_back_in_its_first_word_is_not_shown() throws Exception {
        model.does(new OpenAiServer.Reply.Says(
                "{\"answered\": false, \"sentences\": [" + sentence(FIRST) + ", " + sentence(SECOND) + "]}"));
        TestVisitor visitor = asking(QUESTION);
        try (TestStream stream = visitor.at(reads).stream("2")) {
            answering().join();
            assertThat(stream.next(event -> !event.name().equals("state")).from("ASSISTANT"))
                    .isTrue();
        }
    }

    @Test
    void what_is_personal_passes_redis_as_a_token_and_only_its_customer_reads_it() throws Exception {
        String told = "Dear [EMAIL_1], a new card costs £6.";
        CountDownLatch goOn = writing(sentence(told) + ", ", sentence(SECOND) + "]}");
        TestVisitor visitor = asking("Hello, my mail is jo.field@mail.example");
        answering().join();
        assertThat(visitor.says(QUESTION)).isEqualTo(4);
        try (TestStream stream = visitor.at(reads).stream("4")) {
            Thread worker = answering();
            Event partial = stream.next(event -> event.name().equals("partial"));
            assertThat(partial.text()).contains("jo.field@mail.example").doesNotContain("[EMAIL");
            assertThat(onTheWire).anyMatch(text -> text.contains("[EMAIL_1]")).noneMatch(text -> text.contains("jo.field"));
            goOn.countDown();
            assertThat(stream.nextFrom("ASSISTANT").text()).contains("jo.field@mail.example");
            worker.join();
        }
    }

    @Test
    void another_conversation_and_another_bank_hear_nothing_of_it() throws Exception {
        CountDownLatch goOn = writing(sentence(FIRST) + ", ", sentence(SECOND) + "]}");
        TestVisitor visitor = asking(QUESTION);
        TestVisitor neighbour = TestVisitor.anonymous(writes, bank);
        TestVisitor stranger = TestVisitor.anonymous(writes, TestBank.open(writes.getApplicationContext(), "GBP"));
        try (TestStream own = visitor.at(reads).stream("2");
                TestStream near = neighbour.at(reads).stream("1");
                TestStream far = stranger.at(reads).stream("1")) {
            near.next(event -> event.name().equals("state"));
            far.next(event -> event.name().equals("state"));
            Thread worker = answering();
            own.next(event -> event.name().equals("partial"));
            goOn.countDown();
            own.nextFrom("ASSISTANT");
            worker.join();
            assertThat(heardUntilQueued(neighbour, near)).noneMatch(event -> event.name().equals("partial"));
            assertThat(heardUntilQueued(stranger, far)).noneMatch(event -> event.name().equals("partial"));
        }
    }

    @Test
    void a_worker_that_lost_its_turn_shows_nothing_more_and_nothing_is_shown_after_the_message() throws Exception {
        TestVisitor visitor = asking(QUESTION);
        ClaimedTurn lost = claim(Duration.ofMillis(1));
        ClaimedTurn held = claimOnceTheLeaseHasPassed(Duration.ofSeconds(15));
        assertThat(held.id()).isEqualTo(lost.id());
        try (TestStream stream = visitor.at(reads).stream("2")) {
            stream.next(event -> event.name().equals("state"));
            show(lost, "Of the worker that froze.");
            show(held, "Of the worker that has it.");
            assertThat(stream.next(event -> event.name().equals("partial")).text()).isEqualTo("Of the worker that has it.");
            assertThat(in(() -> bean(TurnQueue.class).reply(held, reply("The whole answer."))))
                    .isInstanceOf(ReplyOutcome.Stored.class);
            stream.nextFrom("ASSISTANT");
            show(lost, "Of the worker that froze.");
            show(held, "Late.");
            assertThat(stream.next(event -> !event.name().equals("state")).name()).isEqualTo("heartbeat");
        }
    }

    @Test
    void a_person_who_took_over_is_not_spoken_over_by_what_was_being_written() throws Exception {
        TestVisitor visitor = asking(QUESTION);
        ClaimedTurn turn = claim(Duration.ofSeconds(15));
        try (TestStream stream = visitor.at(reads).stream("2")) {
            stream.next(event -> event.name().equals("state"));
            assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
            stream.nextFrom("SYSTEM");
            show(turn, "The assistant goes on.");
            assertThat(stream.next(event -> !event.name().equals("state")).name()).isEqualTo("heartbeat");
        }
    }

    /** What came to this visitor before something that certainly does: the visitor asks for a person. */
    private static List<Event> heardUntilQueued(TestVisitor visitor, TestStream stream) throws Exception {
        List<Event> heard = new ArrayList<>();
        assertThat(visitor.post("/handoff", Map.of()).statusCode()).isEqualTo(202);
        stream.next(event -> kept(heard, event) && event.from("SYSTEM"));
        assertThat(heard).noneMatch(event -> event.from("ASSISTANT"));
        return heard;
    }

    private static boolean kept(List<Event> heard, Event event) {
        heard.add(event);
        return true;
    }

    private static String sentence(String text) {
        return "{\"text\": \"" + text + "\", \"sources\": [1]}";
    }

    private CountDownLatch writing(String first, String rest) {
        CountDownLatch goOn = new CountDownLatch(1);
        model.does(new Pauses(OPEN + first, goOn, rest));
        return goOn;
    }

    private TestVisitor asking(String text) throws Exception {
        TestVisitor visitor = TestVisitor.anonymous(writes, bank);
        assertThat(visitor.says(text)).isEqualTo(2);
        return visitor;
    }

    private Thread answering() {
        return Thread.ofVirtual()
                .start(() -> CurrentTenant.run(bank.tenant(), () -> bean(Turns.class).answerNext()));
    }

    private ClaimedTurn claim(Duration lease) throws Exception {
        return in(() -> bean(TurnQueue.class).claim(lease).orElseThrow());
    }

    /** The lease ends by the database's clock: on a fast machine the next claim can come before a millisecond has passed. */
    private ClaimedTurn claimOnceTheLeaseHasPassed(Duration lease) throws Exception {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Optional<ClaimedTurn> claimed = in(() -> bean(TurnQueue.class).claim(lease));
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw new AssertionError("the lease of the frozen worker never ended");
    }

    private void show(ClaimedTurn turn, String text) throws Exception {
        in(() -> {
            bean(EventStreams.class)
                    .show(turn.conversation(), new Partial(turn.id(), turn.fence(), 1, 2, text, List.of()));
            return true;
        });
    }

    private static Reply reply(String text) {
        return new Reply(text, null, Owner.ASSISTANT, "CONTAIN", "en", null, null, "{}");
    }

    private <T> T in(Callable<T> work) throws Exception {
        return CurrentTenant.call(bank.tenant(), work::call);
    }

    private static <T> T bean(Class<T> type) {
        return writes.getApplicationContext().getBean(type);
    }
}
