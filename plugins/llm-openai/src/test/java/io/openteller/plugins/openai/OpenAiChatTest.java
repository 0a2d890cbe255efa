package io.openteller.plugins.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.testkit.ChatModelContract;
import io.openteller.testkit.OpenAiServer;
import io.openteller.testkit.OpenAiServer.Reply;
import io.openteller.testkit.TestCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiChatTest extends ChatModelContract {

    private final OpenAiServer server = new OpenAiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected ChatModel model() {
        return new OpenAiChat();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", SECRET, "models", "small, large");
    }

    @Override
    protected void restart() {
        // It holds nothing open.
    }

    @Override
    protected String received() {
        return server.bodies().getLast();
    }

    @Override
    protected void server(Does what) {
        switch (what) {
            case ANSWER -> server.does(body -> new Reply.Says(body.contains("json_schema") ? FORMED : ANSWER));
            case REFUSES_KEY ->
                server.does(body -> error(401, "Incorrect key " + SECRET + " for " + body.replace("\"", ""), "invalid_api_key"));
            case LIMITS -> server.does(new Reply.Sends(429, "Retry-After", "7", "application/json", "{}"));
            case FAILS -> server.does(error(500, "The server had an error", "server_error"));
            case FINDS_TOO_LONG ->
                server.does(error(400, "This model's maximum context length is 10 tokens", "context_length_exceeded"));
            case ANSWERS_EMPTY -> server.does(new Reply.Says(""));
            case BREAKS_OFF -> server.does(new Reply.BreaksOff("A new"));
            case STOPS_AT_LIMIT -> server.does(new Reply.Ends("A new card costs", "length"));
            case SENDS_HTML ->
                server.does(new Reply.Sends(200, "", "", "text/html", "<html><body>Welcome to the proxy</body></html>"));
            case HANGS -> server.does(new Reply.Hangs(""));
            case HANGS_MIDWAY -> server.does(new Reply.Hangs("A new"));
            case FLOODS -> server.does(new Reply.Floods());
        }
    }

    private static Reply error(int status, String message, String code) {
        return new Reply.Sends(status, "", "", "application/json", "{\"error\":{\"message\":\"" + message
                + "\",\"type\":\"invalid_request_error\",\"code\":\"" + code + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({"JSON_SCHEMA,json_schema", "JSON_OBJECT,json_object"})
    void a_server_is_held_to_a_form_as_far_as_it_can_be(String setting, String format) {
        server.does(new Reply.Says(FORMED));
        model().chat(with("structure", setting), new Asked("What?", SCHEMA));
        assertThat(received()).contains(format, "fee");
    }

    @Test
    void the_schema_is_sent_strict() {
        server.does(new Reply.Says(FORMED));
        model().chat(call(), new Asked("What?", SCHEMA));
        assertThat(received().replaceAll("\\s", "")).contains("\"strict\":true");
    }

    @Test
    void words_in_place_of_the_form_are_a_bad_answer_that_was_paid_for() {
        server.does(new Reply.Says("Six pounds."));
        assertThat(model().chat(call(), new Asked("What?", SCHEMA)))
                .isEqualTo(ChatResult.badAnswer("not JSON", new ChatResult.Usage(20, 7)));
    }

    @Test
    void newer_servers_are_told_their_own_name_of_the_limit_and_no_temperature() {
        server.does(new Reply.Says(ANSWER));
        model().chat(with("newerLimits", "true"), new Asked("What?", null));
        assertThat(received()).contains("max_completion_tokens").doesNotContain("temperature", "max_tokens");
    }

    @Test
    void no_redirect_is_followed() {
        server.does(new Reply.Sends(302, "Location", "http://localhost:1/elsewhere", "text/plain", ""));
        assertThat(model().chat(call(), new Asked("What?", null))).isInstanceOf(ChatResult.Refused.class);
    }

    @Test
    void headers_that_cannot_be_read_are_named_but_not_told() {
        assertThat(model().chat(with("headers", "no colon " + SECRET), new Asked("What?", null)))
                .isEqualTo(ChatResult.refused("the setting headers cannot be read"));
    }

    private TestCall with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings());
        more.put(setting, value);
        return new TestCall(bank, "call-1", Instant.now().plusSeconds(20), more);
    }
}
