package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.spi.llm.EmbeddingResult;
import io.openteller.testkit.OpenAiServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plugin's vectors, over one of the servers of this kit. */
public abstract class EmbeddingModelContract extends PluginUnderTest {

    protected static final String SECRET = "a-key-that-nobody-may-see";
    private static final List<String> TEXTS = List.of("What does a “new” card cost?", "Where is the branch?");

    protected abstract EmbeddingModel model();

    protected abstract ModelServer server();

    /** The vendor's refusal of a key, quoting it. */
    protected abstract Reply refusal(String quoted);

    /** Too many requests; come again in 7 seconds. */
    protected Reply limit() {
        return new Reply.Sends(429, "Retry-After", "7", "application/json", "{}");
    }

    @AfterEach
    void stop() {
        server().close();
    }

    @Override
    protected void restart() {
        // It holds nothing open.
    }

    private EmbeddingResult embed(Duration within) {
        var call = new TestCall(bank, "call-1", Instant.now().plus(within), settings());
        return model().embed(call, "", TEXTS);
    }

    private EmbeddingResult embed() {
        return embed(Duration.ofSeconds(20));
    }

    @Test
    void the_models_are_named_without_asking_anybody() {
        assertThat(model().embeddingModels(call())).isNotEmpty();
        assertThat(server().asked()).isEmpty();
    }

    @Test
    void each_text_gets_its_vector() {
        server().does(new Reply.Says(""));
        server().embeds(new float[] {0.5f, -0.25f, 1}, new float[] {0, 1, 0.125f});
        assertThat(embed()).isInstanceOfSatisfying(EmbeddingResult.Embedded.class, embedded -> {
            assertThat(embedded.vectors()).hasSize(2);
            assertThat(embedded.vectors().get(0)).containsExactly(0.5f, -0.25f, 1);
            assertThat(embedded.vectors().get(1)).containsExactly(0, 1, 0.125f);
            assertThat(embedded.model()).isEqualTo(model().embeddingModels(call()).getFirst());
        });
        assertThat(server().bodies().getLast()).contains("What does a “new” card cost?", "Where is the branch?");
        assertThat(server().bodies().getLast()).doesNotContain(SECRET, bank);
    }

    @Test
    void one_vector_too_few_or_one_of_another_length_is_none() {
        server().does(new Reply.Says(""));
        server().embeds(new float[] {0.5f, -0.25f});
        assertThat(embed()).isInstanceOf(EmbeddingResult.Unavailable.class);
        server().embeds(new float[] {0.5f, -0.25f}, new float[] {1});
        assertThat(embed()).isInstanceOf(EmbeddingResult.Unavailable.class);
    }

    @Test
    void a_key_that_is_refused_is_refused_and_not_told() {
        server().does(refusal(SECRET));
        assertThat(embed()).isInstanceOf(EmbeddingResult.Refused.class);
        assertThat(embed().toString()).doesNotContain(SECRET, "card");
    }

    @Test
    void a_limit_says_when_to_come_again() {
        server().does(limit());
        assertThat(embed()).isEqualTo(EmbeddingResult.limited(Duration.ofSeconds(7)));
    }

    @Test
    void what_is_no_answer_is_unavailable() {
        for (Reply reply : List.of(
                new Reply.Sends(500, "", "", "application/json", "{}"),
                new Reply.Sends(200, "", "", "text/html", "<html></html>"),
                new Reply.BreaksOff("A new"),
                new Reply.Floods())) {
            server().does(reply);
            assertThat(embed()).as(reply.toString()).isInstanceOf(EmbeddingResult.Unavailable.class);
        }
    }

    @Test
    void nobody_is_waited_for_longer_than_the_deadline() {
        server().does(new Reply.Hangs(""));
        assertThat(embed(Duration.ofMillis(500))).isInstanceOf(EmbeddingResult.Unavailable.class);
    }

    @Test
    void without_settings_it_is_refused_instead_of_failing() {
        var call = new TestCall(bank, "call-1", Instant.now().plusSeconds(20), Map.of());
        assertThat(model().embed(call, "", TEXTS)).isInstanceOf(EmbeddingResult.Refused.class);
    }
}
