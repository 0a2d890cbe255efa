package io.openteller.bench.turns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowModelTest {

    @Test
    void it_says_the_sentence_that_has_most_of_the_question_and_where_it_stands() throws Exception {
        String prompt = """
                <texts>
                <text number="1">
                Cards
                Lost cards
                A new card costs nothing. It comes by post.
                </text>
                <text number="2">
                Transfers
                Abroad
                You can send money to forty countries. A transfer abroad costs 12 euros and takes two days.
                </text>
                </texts>
                <question>
                What does a transfer abroad cost in euros?
                </question>""";
        String body = new JsonMapper()
                .writeValueAsString(Map.of("model", "slow", "messages", List.of(Map.of("role", "user", "content", prompt))));
        assertThat(SlowModel.said(body))
                .contains("\"text\":\"A transfer abroad costs 12 euros and takes two days.\"")
                .contains("\"sources\":[2]")
                .contains("\"answered\":true");
    }
}
