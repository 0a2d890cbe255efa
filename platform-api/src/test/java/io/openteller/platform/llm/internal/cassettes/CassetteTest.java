package io.openteller.platform.llm.internal.cassettes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassetteTest {

    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    @TempDir
    Path folder;

    /** Counts how often it was asked, and says so. */
    private static final class Counting implements ChatModel {

        private int asked;

        @Override
        public List<String> models(CallContext context) {
            return List.of("m");
        }

        @Override
        public ChatResult chat(CallContext context, ChatRequest request) {
            asked++;
            return request.messages().getLast().text().equals("too much")
                    ? ChatResult.limited(Duration.ofSeconds(7))
                    : ChatResult.answered("answer " + asked, new Usage(20, 7), "served");
        }

        @Override
        public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
            asked++;
            return pieces.take("ans") && pieces.take("wer")
                    ? ChatResult.answered("answer", new Usage(20, 7), "served")
                    : ChatResult.cancelled(Usage.NONE);
        }
    }

    private record Context() implements CallContext {

        @Override
        public String bank() {
            return "bank";
        }

        @Override
        public String callId() {
            return "call";
        }

        @Override
        public String trace() {
            return "trace";
        }

        @Override
        public Instant deadline() {
            return Instant.MAX;
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public @Nullable String setting(String name) {
            return null;
        }

        @Override
        public Http http() {
            throw new UnsupportedOperationException("nobody is called");
        }
    }

    private static Question question(String user) {
        return Question.of("m", "answer-v1", "system", user, "{\"type\":\"object\"}", 100);
    }

    private CassettePlayer played(CassetteRecorder recorder) throws Exception {
        Path file = folder.resolve("one.cassette");
        Files.writeString(file, Cassette.written(recorder.exchanges(), JSON));
        assertThat(Files.readAllLines(file)).hasSize(recorder.exchanges().size());
        return new CassettePlayer(Cassette.read(file, JSON));
    }

    @Test
    void what_was_said_is_said_again_in_its_order_through_a_file() throws Exception {
        CassetteRecorder recorder = new CassetteRecorder(new Counting());
        List<ChatResult> said = new ArrayList<>();
        for (String user : List.of("a", "a", "b", "too much")) {
            said.add(recorder.chat(new Context(), question(user)));
        }
        CassettePlayer player = played(recorder);
        List<ChatResult> again = new ArrayList<>();
        for (String user : List.of("a", "a", "b", "too much")) {
            again.add(player.chat(new Context(), question(user)));
        }
        assertThat(again).isEqualTo(said);
        assertThat(player.unplayed()).isZero();
    }

    @Test
    void pieces_are_told_as_they_came() throws Exception {
        CassetteRecorder recorder = new CassetteRecorder(new Counting());
        recorder.stream(new Context(), question("a"), piece -> true);
        List<String> pieces = new ArrayList<>();
        played(recorder).stream(new Context(), question("a"), pieces::add);
        assertThat(pieces).containsExactly("ans", "wer");
    }

    @Test
    void what_was_never_asked_is_an_error_and_so_is_once_too_often() throws Exception {
        CassetteRecorder recorder = new CassetteRecorder(new Counting());
        recorder.chat(new Context(), question("a"));
        CassettePlayer player = played(recorder);
        assertThatThrownBy(() -> player.chat(new Context(), question("b"))).hasMessageContaining("such a request");
        assertThatThrownBy(() -> player.chat(new Context(), question("a").to("other")))
                .hasMessageContaining("such a request");
        player.chat(new Context(), question("a"));
        assertThatThrownBy(() -> player.chat(new Context(), question("a"))).hasMessageContaining("more");
    }

    @Test
    void a_file_of_another_form_is_refused() throws Exception {
        CassetteRecorder recorder = new CassetteRecorder(new Counting());
        recorder.chat(new Context(), question("a"));
        Path file = folder.resolve("old.cassette");
        Files.writeString(file, Cassette.written(recorder.exchanges(), JSON).replace("\"form\":1", "\"form\":9"));
        assertThatThrownBy(() -> Cassette.read(file, JSON)).hasMessageContaining("form 9");
    }
}
