package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model plugin over a server of the test's own that speaks the provider's language, well or badly. */
public abstract class ChatModelContract extends PluginUnderTest {

    protected static final String SECRET = "a-key-that-nobody-may-see";
    protected static final String ANSWER = "A new card costs 6 pounds.";
    protected static final String SCHEMA = "{\"type\":\"object\",\"additionalProperties\":false,"
            + "\"required\":[\"fee\"],\"properties\":{\"fee\":{\"type\":\"integer\"}}}";
    protected static final String FORMED = "{\"fee\": 6}";

    protected abstract ChatModel model();

    /** From now on the server does this. */
    protected abstract void server(Does what);

    /** What reached the server last, as it came over the wire; it has the settings' key nowhere but in a header. */
    protected abstract String received();

    /** What a server can do to a question. */
    public enum Does {
        /** Answers {@link #ANSWER}, or {@link #FORMED} where a schema is asked for; 20 tokens in, 7 out. */
        ANSWER,
        /** Takes no key; quotes it and the question in its error. */
        REFUSES_KEY,
        /** Wants 7 seconds of rest. */
        LIMITS,
        /** Is out of order. */
        FAILS,
        /** Finds the question longer than it can take. */
        FINDS_TOO_LONG,
        /** Says nothing. */
        ANSWERS_EMPTY,
        /** Stops in the middle of its answer, as if the connection broke. */
        BREAKS_OFF,
        /** Stops at the limit of tokens. */
        STOPS_AT_LIMIT,
        /** Sends a page for people. */
        SENDS_HTML,
        /** Takes the question and says nothing any more. */
        HANGS,
        /** Begins to answer and then says nothing any more. */
        HANGS_MIDWAY,
        /** Sends one byte per second. */
        DRIPS,
        /** Never ends. */
        FLOODS,
        /** Sends half an answer as if it were a whole one. */
        CUTS,
        /** Has an error in its answer's place or in the middle of it, under a status that says that all is well. */
        ERRS_MIDWAY,
        /** Will not speak of this. */
        REFUSES_CONTENT,
        /** Wants {@link #CALLS}. */
        CALLS_TOOLS,
        /** Wants the first of {@link #CALLS} twice, the very same. */
        CALLS_TWICE,
        /** Wants {@link #CALLS} and gives them no names, where the vendor's language allows it. */
        CALLS_WITHOUT_IDS,
        /** Wants a tool that nobody offered. */
        CALLS_UNKNOWN_TOOL,
        /** Answers with words, whatever form was asked for. */
        ANSWERS_WORDS
    }

    /** What a server may want of {@link #TOOLS}. */
    protected static final List<ToolCall> CALLS = List.of(
            new ToolCall("call-a", "card_fee", "{\"kind\":\"gold\",\"count\":2}"),
            new ToolCall("call-b", "branches", "{}"));

    protected static final List<Tool> TOOLS = List.of(
            new Offered("card_fee", "What a card costs.", "{\"type\":\"object\",\"additionalProperties\":false,"
                    + "\"required\":[\"kind\"],\"properties\":{\"kind\":{\"type\":\"string\",\"enum\":[\"gold\",\"plain\"],"
                    + "\"description\":\"Its colour.\"},\"count\":{\"type\":\"integer\"}}}"),
            new Offered("branches", "Where the branches are.", "{\"type\":\"object\",\"additionalProperties\":false,"
                    + "\"required\":[],\"properties\":{}}"));

    /** One tool. */
    public record Offered(String name, String description, String schema) implements Tool {}

    /** A request. */
    public record Asked(List<ChatMessage> messages, @Nullable String schema, List<Tool> tools) implements ChatRequest {

        /** Of one system and one user message. */
        public Asked(String question, @Nullable String schema) {
            this(
                    List.of(
                            new Said(ChatMessage.Role.SYSTEM, "You answer about “cards”.\nBriefly."),
                            new Said(ChatMessage.Role.USER, question)),
                    schema,
                    List.of());
        }

        public Asked with(List<Tool> offered) {
            return new Asked(messages, schema, offered);
        }

        public Asked after(ChatMessage... more) {
            List<ChatMessage> all = new ArrayList<>(messages);
            all.addAll(List.of(more));
            return new Asked(all, schema, tools);
        }

        @Override
        public String model() {
            return "";
        }

        @Override
        public int maxOutputTokens() {
            return 50;
        }

        @Override
        public double temperature() {
            return 0;
        }
    }

    /** One message. */
    public record Said(
            Role role, String text, List<ToolCall> toolCalls, @Nullable String toolCallId, List<String> images)
            implements ChatMessage {

        public Said(Role role, String text) {
            this(role, text, List.of(), null, List.of());
        }
    }

    private static final Asked QUESTION = new Asked("What does a “new” card cost? \\ \"₹\"", null);

    private ChatResult both(boolean streamed, ChatRequest request, Duration within) {
        var call = new TestCall(bank, "call-1", Instant.now().plus(within), settings());
        return streamed ? model().stream(call, request, piece -> true) : model().chat(call, request);
    }

    private List<ChatResult> results(ChatRequest request, Duration within) {
        return List.of(both(false, request, within), both(true, request, within));
    }

    @Test
    void the_models_are_named_without_asking_anybody() {
        server(Does.HANGS);
        assertThat(model().models(call())).isNotEmpty();
    }

    @Test
    void the_answer_comes_with_its_tokens() {
        server(Does.ANSWER);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(ChatResult.Answered.class, answered -> {
                            assertThat(answered.text()).isEqualTo(ANSWER);
                            assertThat(answered.usage()).isEqualTo(new ChatResult.Usage(20, 7));
                            assertThat(answered.model()).isNotBlank();
                        }));
    }

    @Test
    void the_server_is_told_every_message_as_it_was_written() {
        server(Does.ANSWER);
        model().chat(call(), QUESTION);
        assertThat(received()).contains("What does a “new” card cost?", "You answer about “cards”.\\nBriefly.", "50");
        assertThat(received()).doesNotContain(SECRET, bank);
    }

    @Test
    void pieces_come_in_order_and_make_up_the_answer() {
        server(Does.ANSWER);
        List<String> pieces = new ArrayList<>();
        model().stream(call(), QUESTION, pieces::add);
        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(String.join("", pieces)).isEqualTo(ANSWER);
    }

    @Test
    void who_wants_no_more_gets_no_more() {
        server(Does.ANSWER);
        List<String> pieces = new ArrayList<>();
        ChatResult result = model().stream(call(), QUESTION, piece -> {
            pieces.add(piece);
            return false;
        });
        assertThat(result).isInstanceOf(ChatResult.Cancelled.class);
        assertThat(pieces).hasSize(1);
    }

    @Test
    void a_schema_reaches_the_server_and_the_answer_fits_its_form() {
        server(Does.ANSWER);
        assertThat(results(new Asked("What?", SCHEMA), Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                ChatResult.Answered.class,
                                answered -> assertThat(answered.text()).isEqualTo(FORMED)));
        assertThat(received()).contains("additionalProperties", "fee");
    }

    @Test
    void a_key_that_is_refused_is_refused_and_neither_key_nor_question_is_told() {
        server(Does.REFUSES_KEY);
        assertThat(results(QUESTION, Duration.ofSeconds(20))).allSatisfy(result -> {
            assertThat(result).isInstanceOf(ChatResult.Refused.class);
            assertThat(result.toString()).doesNotContain(SECRET, "cost");
        });
    }

    @Test
    void a_limit_says_when_to_come_again() {
        server(Does.LIMITS);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isEqualTo(ChatResult.limited(Duration.ofSeconds(7))));
    }

    @Test
    void a_server_that_is_out_of_order_is_unavailable() {
        server(Does.FAILS);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.Unavailable.class));
    }

    @Test
    void what_is_too_long_is_told_apart_from_what_is_refused() {
        server(Does.FINDS_TOO_LONG);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.TooLong.class));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWERS_EMPTY", "BREAKS_OFF", "CUTS", "STOPS_AT_LIMIT", "SENDS_HTML", "FLOODS"})
    void what_is_no_whole_answer_is_a_bad_one(Does what) {
        server(what);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.BadAnswer.class));
    }

    @Test
    void words_in_place_of_the_form_are_a_bad_answer_that_was_paid_for() {
        server(Does.ANSWERS_WORDS);
        assertThat(results(new Asked("What?", SCHEMA), Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result)
                        .isEqualTo(ChatResult.badAnswer("not JSON", new ChatResult.Usage(20, 7))));
    }

    @Test
    void what_the_provider_will_not_speak_of_is_refused() {
        server(Does.REFUSES_CONTENT);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.Refused.class));
    }

    @Test
    void an_error_in_an_answers_place_is_no_answer() {
        server(Does.ERRS_MIDWAY);
        assertThat(results(QUESTION, Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.Unavailable.class));
    }

    @Test
    void tools_reach_the_server_and_what_it_wants_of_them_comes_back() {
        server(Does.CALLS_TOOLS);
        assertThat(results(QUESTION.with(TOOLS), Duration.ofSeconds(20))).allSatisfy(result -> {
            assertThat(received()).contains("card_fee", "What a card costs.", "Its colour.", "branches");
            assertThat(result).isInstanceOfSatisfying(ChatResult.Answered.class, answered -> {
                assertThat(answered.toolCalls())
                        .extracting(ToolCall::tool, call -> call.arguments().replaceAll("\\s", ""))
                        .containsExactly(
                                tuple("card_fee", CALLS.get(0).arguments()),
                                tuple("branches", "{}"));
                assertThat(answered.usage()).isEqualTo(new ChatResult.Usage(20, 7));
            });
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLS_TOOLS", "CALLS_WITHOUT_IDS"})
    void every_call_of_a_tool_has_a_name_of_its_own_and_its_result_goes_back(Does what) {
        server(what);
        for (ChatResult result : results(QUESTION.with(TOOLS), Duration.ofSeconds(20))) {
            List<ToolCall> calls = ((ChatResult.Answered) result).toolCalls();
            assertThat(calls).extracting(ToolCall::id).doesNotHaveDuplicates().allMatch(id -> !id.isBlank());
            Asked next = QUESTION.with(TOOLS)
                    .after(
                            new Said(ChatMessage.Role.ASSISTANT, "", calls, null, List.of()),
                            new Said(ChatMessage.Role.TOOL, "{\"fee\":6}", List.of(), calls.get(0).id(), List.of()),
                            new Said(ChatMessage.Role.TOOL, "none near", List.of(), calls.get(1).id(), List.of()));
            server(Does.ANSWER);
            assertThat(both(false, next, Duration.ofSeconds(20))).isInstanceOf(ChatResult.Answered.class);
            assertThat(received()).contains("card_fee", "gold", "none near");
            assertThat(received().replaceAll("[\\\\\\s]", "")).contains("{\"fee\":6}");
        }
    }

    @Test
    void the_same_call_twice_is_one() {
        server(Does.CALLS_TWICE);
        assertThat(results(QUESTION.with(TOOLS), Duration.ofSeconds(20))).allSatisfy(result -> {
            List<ToolCall> calls = ((ChatResult.Answered) result).toolCalls();
            assertThat(calls).extracting(ToolCall::id).doesNotHaveDuplicates();
        });
    }

    @Test
    void a_tool_that_nobody_offered_is_not_called() {
        server(Does.CALLS_UNKNOWN_TOOL);
        assertThat(results(QUESTION.with(TOOLS), Duration.ofSeconds(20)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.BadAnswer.class));
    }

    @Test
    void pictures_and_results_that_nobody_asked_for_are_refused_before_anything_is_sent() {
        server(Does.ANSWER);
        Said picture = new Said(
                ChatMessage.Role.USER, "This one", List.of(), null, List.of("data:image/png;base64,iVBORw0KGgo="));
        Said result = new Said(ChatMessage.Role.TOOL, "6", List.of(), "call-x", List.of());
        for (Said odd : List.of(picture, result)) {
            assertThat(results(QUESTION.after(odd), Duration.ofSeconds(20)))
                    .allSatisfy(refused -> assertThat(refused).isInstanceOf(ChatResult.Refused.class));
        }
        both(false, QUESTION, Duration.ofSeconds(20));
        assertThat(received()).doesNotContain("This one", "call-x");
    }

    @Test
    void many_at_once_each_get_their_own() throws Exception {
        server(Does.ANSWER);
        List<ChatResult> results = Collections.synchronizedList(new ArrayList<>());
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Asked asked = new Asked("What?", i % 2 == 0 ? SCHEMA : null);
            boolean streamed = i % 3 == 0;
            String expected = i % 2 == 0 ? FORMED : ANSWER;
            asking.add(Thread.ofVirtual().start(() -> {
                ChatResult result = both(streamed, asked, Duration.ofSeconds(30));
                results.add(result instanceof ChatResult.Answered(String text, var calls, var usage, var model)
                                && text.equals(expected)
                        ? result
                        : ChatResult.refused("another's: " + result));
            }));
        }
        for (Thread one : asking) {
            one.join();
        }
        assertThat(results).hasSize(24).allMatch(ChatResult.Answered.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS", "HANGS_MIDWAY", "DRIPS"})
    void nobody_is_waited_for_longer_than_the_deadline(Does what) {
        server(what);
        assertThat(results(QUESTION, Duration.ofMillis(600)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(ChatResult.Unavailable.class));
    }

    @Test
    void an_interrupted_call_comes_back() throws Exception {
        server(Does.HANGS);
        List<ChatResult> results = new ArrayList<>();
        Thread asking = Thread.ofVirtual().start(() -> results.add(both(true, QUESTION, Duration.ofMinutes(5))));
        Thread.sleep(100);
        asking.interrupt();
        assertThat(asking.join(Duration.ofSeconds(20))).isTrue();
        assertThat(results).hasSize(1).noneMatch(ChatResult.Answered.class::isInstance);
    }

    @Test
    void after_a_failure_it_works_again() {
        server(Does.BREAKS_OFF);
        both(true, QUESTION, Duration.ofSeconds(20));
        server(Does.ANSWER);
        assertThat(both(true, QUESTION, Duration.ofSeconds(20))).isInstanceOf(ChatResult.Answered.class);
    }

    @Test
    void without_settings_it_is_refused_instead_of_failing() {
        var call = new TestCall(bank, "call-1", Instant.now().plusSeconds(20), Map.of());
        assertThat(model().chat(call, QUESTION)).isInstanceOf(ChatResult.Refused.class);
        assertThat(model().stream(call, QUESTION, piece -> true)).isInstanceOf(ChatResult.Refused.class);
    }
}
