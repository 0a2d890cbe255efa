package io.openteller.plugins.langchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "This model's maximum context length is 10 tokens", "code: context_length_exceeded",
        "prompt is too long: 12 tokens > 10 maximum", "the request exceeds the available context size",
        "The input token count (12) exceeds the maximum number of tokens allowed (10).", "Input is too long for this model",
        "Please reduce the length of the messages", "Request too large for model"
    })
    void a_request_that_is_too_long_is_known_by_what_servers_say(String said) {
        assertThat(Errors.tooLong(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "max_tokens is too large: 100000", "invalid model", "Incorrect API key", "the name of the tool is too long",
        "temperature must be at most 1"
    })
    void other_faults_of_a_request_are_not_its_length(String said) {
        assertThat(Errors.tooLong(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"error\":{\"message\":\"no\"}}", " { \"error\" : \"no\"}", "[{\"error\":{\"code\":503}}]",
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}"
    })
    void an_error_in_an_answers_place_is_seen(String said) {
        assertThat(Errors.isOne(said)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"choices\":[{\"message\":{\"content\":\"{\\\"error\\\":{}}\"}}]}", "{\"error\":null,\"id\":\"r-1\"}", "", "error", "[DONE]",
        "{\"type\":\"message\",\"content\":[]}"
    })
    void an_answer_that_speaks_of_errors_is_none(String said) {
        assertThat(Errors.isOne(said)).isFalse();
    }

    @Test
    void codes_are_told_and_sentences_are_not() {
        assertThat(Errors.code("{\"error\":{\"message\":\"My key sk-1 is wrong\",\"code\":\"invalid_api_key\"}}"))
                .isEqualTo(", invalid_api_key");
        assertThat(Errors.code("{\"error\":{\"code\":\"What does a card cost?\"}}")).isEmpty();
    }

    @Test
    void who_is_stopped_by_rules_about_content_is_seen_and_who_speaks_of_them_is_not() {
        assertThat(Errors.blocked("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}")).isTrue();
        assertThat(Errors.blocked("{\"delta\":{\"stop_reason\": \"refusal\"}}")).isTrue();
        assertThat(Errors.blocked("{\"text\":\"{\\\"stop_reason\\\":\\\"refusal\\\"}\"}")).isFalse();
    }
}
